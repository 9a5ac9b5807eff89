import { expect, it } from 'vitest';
import { isLoopback } from './loopback.ts';

it.each([
  'localhost',
  'LOCALHOST',
  'logs.localhost',
  'stream-localhost',
  'streaming-127.0.0.1',
  '127.0.0.1',
  '127.9.9.9',
  '::1',
  '[::1]',
])('%s is this machine', (host) => expect(isLoopback(host)).toBe(true));

it.each([
  '',
  '0.0.0.0',
  '::',
  '10.0.0.1',
  'localhost.example',
  'xlocalhost',
  '127.0.0.1.example',
  '128.0.0.1',
  '*',
])('%j is not', (host) => expect(isLoopback(host)).toBe(false));
