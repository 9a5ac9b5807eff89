// Bytes as text: gzip recognised by its first bytes, characters cut between chunks, damaged sources.
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readText, UnreadableSource } from './read-text.ts';

async function* chunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** The text that could be read, and the error that ended it. */
async function read(bytes: Uint8Array, size = 1_000): Promise<{ text: string; error: unknown }> {
  let text = '';
  try {
    for await (const part of readText(chunks(bytes, size))) text += part;
    return { text, error: null };
  } catch (error) {
    return { text, error };
  }
}

const text = `${'ünï€😀 '.repeat(20_000)}end`;

describe('readText', () => {
  it.each([1, 2, 3, 1_000, 1_000_000])('reads plain and gzipped text in chunks of %i bytes', async (size) => {
    const whole = size < 100 ? text.slice(0, 700) : text;
    expect(await read(Buffer.from(whole), size)).toEqual({ text: whole, error: null });
    expect(await read(gzipSync(whole), size)).toEqual({ text: whole, error: null });
  });

  it('reads several gzip members one after another', async () => {
    const both = Buffer.concat([gzipSync('one '), gzipSync('two')]);
    expect(await read(both)).toEqual({ text: 'one two', error: null });
  });

  it('reads nothing and very little', async () => {
    expect(await read(Buffer.from(''))).toEqual({ text: '', error: null });
    expect(await read(Buffer.from('x'))).toEqual({ text: 'x', error: null });
  });

  it('gives what it has before it says that gzip data were cut off', async () => {
    const whole = Array.from({ length: 3_000 }, (_, i) => `line ${i} ${(i * 7919) % 104729}\n`).join('');
    const zipped = gzipSync(whole);
    const { text: got, error } = await read(zipped.subarray(0, zipped.length / 2));
    expect(error).toBeInstanceOf(UnreadableSource);
    expect(String(error)).toContain('cut off');
    expect(got.length).toBeGreaterThan(1_000);
    expect(whole.startsWith(got)).toBe(true);
  });

  it('says that gzip data are damaged', async () => {
    const zipped = Buffer.concat([gzipSync('x'.repeat(100)).subarray(0, 12), randomBytes(500)]);
    const { error } = await read(zipped);
    expect(String(error)).toMatch(/damaged|cut off/);
    expect(error).toBeInstanceOf(UnreadableSource);
  });

  it('passes on errors of the source', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('ab');
      throw new Error('disk gone');
    }
    const parts: string[] = [];
    await expect(
      (async () => {
        for await (const part of readText(failing())) parts.push(part);
      })(),
    ).rejects.toThrow('disk gone');
    expect(parts.join('')).toBe('ab');
  });
});
