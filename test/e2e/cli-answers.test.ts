// The built command line over a recorded fleet: formats, the seven answers, a server in between, and ends that are clean.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/investigations/finding.ts';
import { investigations } from '../../src/investigations/index.ts';
import { cli, type Ended, serveCli, temporaryFolder } from './built-cli.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let demo: Ended;
beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'fleet');
  demo = await cli(['demo', '--events', '15000', '--data', data]);
});
afterAll(() => folder.remove());

/** Calls of the investigations as the demo prints them under its headings. */
const printedCalls = () =>
  [...demo.out.matchAll(/^ {3}› \S*shiplog (.*)$/gm)].map((found) => (found[1] ?? '').split(' '));

describe('demo', () => {
  it('prints the seven answers, each with the command that repeats it', () => {
    expect(demo.err).toMatch(/^Recorded [\d,]+ events of a simulated fleet/);
    expect(demo.code).toBe(0);
    expect(printedCalls().map(([id]) => id)).toEqual(investigations.map(({ id }) => id));
    for (const { question } of investigations) expect(demo.out).toContain(question);
  });

  it('answers the same a second time, without recording again', async () => {
    const again = await cli(['demo', '--events', '15000', '--data', data]);
    expect(again).toEqual({ code: 0, out: demo.out, err: '' });
  });

  it('does not mix fleets, nor simulated events with others', async () => {
    const other = await cli(['demo', '--seed', '7', '--data', data]);
    expect([other.code, other.out]).toEqual([2, '']);
    expect(other.err).toContain('holds another simulated fleet');
    const real = join(folder.path, 'real');
    const envelope = {
      version: '0',
      id: 'x',
      'detail-type': 'T',
      source: 's',
      time: '2026-11-20T10:00:00Z',
      detail: {},
    };
    expect((await cli(['import', '-', '--data', real], { input: JSON.stringify(envelope) })).code).toBe(0);
    const mixed = await cli(['demo', '--data', real]);
    expect(mixed.code).toBe(2);
    expect(mixed.err).toContain('1 event that are no simulated fleet');
  });

  it('writes the same events for the same seed, and records nothing', async () => {
    const target = join(folder.path, 'not-made');
    const write = () => cli(['demo', '--events', '15000', '--write', '-', '--data', target]);
    const { code, out } = await write();
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n').length).toBeGreaterThan(14_000);
    expect(JSON.parse(out.slice(0, out.indexOf('\n')))).toMatchObject({ version: '0' });
    expect(existsSync(target)).toBe(false);
  });
});

describe('formats', () => {
  const query =
    'filter ispresent(detail.stopCode) | stats count(*) as n by detail.stopCode as code | sort n desc, code';
  const ask = (format: string) => cli(['query', query, '--data', data, '--format', format]);

  it('say the same', async () => {
    const rows: { code: string; n: string }[] = JSON.parse((await ask('json')).out).rows;
    expect(rows.length).toBeGreaterThan(2);
    expect((await ask('ndjson')).out).toBe(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect((await ask('csv')).out).toBe(
      `code,n\r\n${rows.map(({ n, code }) => `${code},${n}\r\n`).join('')}`,
    );
    const [header, ...lines] = (await ask('table')).out.trimEnd().split('\n');
    expect(header?.trim()).toMatch(/^code +n$/);
    expect(lines.map((line) => line.trim().split(/ +/))).toEqual(rows.map(({ n, code }) => [code, n]));
  });

  it('of a finding hold it whole', async () => {
    const { out } = await cli(['faults', '--data', data, '--format', 'json']);
    const finding: Finding = JSON.parse(out);
    expect(finding.investigation).toBe('faults');
    expect(finding.evidence.length).toBeGreaterThan(0);
    const csv = await cli(['faults', '--data', data, '--format', 'csv']);
    expect(csv.out.split('\r\n')).toHaveLength((finding.tables[0]?.rows.length ?? 0) + 2);
  });

  it('fit the screen that COLUMNS names', async () => {
    for (const columns of ['80', '140']) {
      const { out } = await cli(['faults', '--data', data], { env: { COLUMNS: columns } });
      for (const line of out.split('\n')) {
        // A single long word, such as an ARN, stays whole.
        if (/\S \S/.test(line)) expect(line.length, line).toBeLessThanOrEqual(Number(columns));
      }
    }
  });

  it('can do without colour and without block characters', async () => {
    const [task = []] = printedCalls();
    const { out } = await cli(task, { env: { LC_ALL: 'C', FORCE_COLOR: '1', NO_COLOR: '1' } });
    expect(out).toMatch(/^[\x20-\x7e\n]+$/);
    const coloured = await cli(task, { env: { FORCE_COLOR: '1' } });
    expect(coloured.out).toContain('\u001b[');
  });
});

describe('a server in between', () => {
  it('changes no answer, is found by itself, and ends cleanly', async () => {
    const calls = [
      ...printedCalls().map((call) => [...call, '--format', 'json']),
      ['query', 'stats count(*) as n by detail.lastStatus | sort n', '--data', data, '--format', 'ndjson'],
      [
        'query',
        'filter @message like /STOPPED/ | fields @timestamp, detail.taskArn | limit 3',
        '--data',
        data,
        '--format',
        'csv',
        '--since',
        '3d',
      ],
      ['explain', 'filter a = 1 | limit 5', '--data', data, '--end', '2026-11-22'],
    ];
    const alone = [];
    for (const call of calls) alone.push(await cli(call));
    const server = await serveCli(data);
    const served = [];
    for (const call of calls) served.push(await cli(call));
    const status = await cli(['status', '--data', data]);
    const stopped = await server.stop();
    expect(status.out).toContain(server.url);
    expect(stopped.code).toBe(0);
    expect(existsSync(join(data, 'server.json'))).toBe(false);
    for (const [index, answer] of alone.entries()) {
      expect(answer.code).toBe(0);
      expect(withoutClock(served[index]), calls[index]?.join(' ')).toEqual(withoutClock(answer));
    }
  });

  it('takes imports', async () => {
    const target = join(folder.path, 'remote');
    const server = await serveCli(target);
    const lines = (await cli(['demo', '--events', '15000', '--write', '-'])).out.split('\n').slice(0, 500);
    const call = ['import', '-', '--server', server.url, '--format', 'json'];
    const first = await cli(call, { input: [...lines, '{"no":"envelope"}'].join('\n') });
    const second = await cli(call, { input: lines.join('\n') });
    await server.stop();
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({ read: 501, rejected: 1, rejections: [{ line: 501 }] });
    expect(JSON.parse(second.out)).toMatchObject({ stored: 0, duplicates: 500 });
  });

  it('that was killed is not waited for', async () => {
    const server = await serveCli(data);
    server.child.kill('SIGKILL');
    await server.ended;
    expect(existsSync(join(data, 'server.json'))).toBe(true);
    const { code, out } = await cli(['status', '--data', data]);
    expect(code).toBe(0);
    expect(out).toContain(`, ${data}\n`);
  });

  it('starts on an empty directory in under two seconds', async () => {
    const startedMs = performance.now();
    const server = await serveCli(join(folder.path, 'empty'));
    const tookMs = performance.now() - startedMs;
    const { code } = await server.stop();
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(2_000);
  });
});

it('--show-query prints queries that can be run again', async () => {
  const { out } = await cli(['faults', '--data', data, '--format', 'json']);
  const { evidence }: Finding = JSON.parse(out);
  const shown = await cli(['faults', '--data', data, '--show-query']);
  for (const { query, rows, startMs, endMs } of evidence) {
    for (const line of query.split('\n')) expect(shown.out).toContain(line);
    const again = await cli([
      'query',
      query,
      '--data',
      data,
      '--format',
      'json',
      '--limit',
      '100000',
      '--start',
      String(startMs),
      '--end',
      String(endMs),
    ]);
    expect(JSON.parse(again.out).rows).toHaveLength(rows);
  }
});

/** Two runs end their open ranges at their own now. */
function withoutClock(ended: Ended | undefined) {
  const clockless = (_: string, value: unknown) => (typeof value === 'number' && value > 1e12 ? 0 : value);
  try {
    return JSON.stringify(JSON.parse(ended?.out ?? ''), clockless)
      .replace(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, 'T')
      .replace(/\b\d+ (ms|s|min|h|d)\b/g, 'D');
  } catch {
    return ended?.out;
  }
}
