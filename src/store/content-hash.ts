// A 32-bit hash of JSON values that ignores the order of keys: leaves are hashed with their path and summed. It compares
// two events that are known to have one id or one version (event-identity.ts), so 32 bits are plenty.

import { jsonDepthMax } from '../limits.ts';

const prime = 0x85ebca6b;
const basis = 0x2f0b4c47;

/**
 * Hash of a JSON value, signed 32-bit. Null and containers without leaves count: they are content too. What is nested
 * deeper than fields are discovered does not.
 */
export function contentHash(value: unknown): number {
  return hashAt(basis, value, 0);
}

/** Hash of a text, signed 32-bit. */
export function textHash(text: string): number {
  return leafHash(basis, text, 1);
}

/** `path` is the hash of the path that leads to the value. */
function hashAt(path: number, value: unknown, depth: number): number {
  if (typeof value === 'string') return leafHash(path, value, 1);
  if (typeof value !== 'object' || value === null) return leafHash(path, String(value), 2);
  if ('isLosslessNumber' in value) return leafHash(path, String(value), 2);
  if (depth > jsonDepthMax) return stirred(path);
  if (Array.isArray(value)) return listHash(path, value, depth + 1);
  return objectHash(path, value as Readonly<Record<string, unknown>>, depth + 1);
}

function listHash(path: number, list: readonly unknown[], depth: number): number {
  if (list.length === 0) return leafHash(path, '', 3);
  let sum = 0;
  for (let i = 0; i < list.length; i++) sum = (sum + hashAt(stirred(path ^ (i + 1)), list[i], depth)) | 0;
  return sum;
}

function objectHash(path: number, object: Readonly<Record<string, unknown>>, depth: number): number {
  let sum = 0;
  let empty = true;
  for (const key in object) {
    empty = false;
    sum = (sum + hashAt(textFrom(stirred(path), key), object[key], depth)) | 0;
  }
  return empty ? leafHash(path, '', 4) : sum;
}

function leafHash(path: number, text: string, kind: number): number {
  const hash = textFrom(path ^ kind, text);
  return stirred(hash ^ text.length);
}

function textFrom(seed: number, text: string): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const mixed = hash ^ text.charCodeAt(i);
    hash = Math.imul((mixed << 15) | (mixed >>> 17), prime);
  }
  return hash;
}

function stirred(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}
