import { expect, it } from 'vitest';
import type { CellKind } from '../../src/investigations/finding.ts';
import { columnShape } from './column-shape.ts';

const shape = (kind: CellKind, title: string, ...texts: readonly string[]) =>
  columnShape({ key: 'k', kind, title }, texts);

it('keeps short texts on one line', () => {
  expect(shape('text', 'Why', 'Image not found', 'Out of memory')).toEqual({
    oneLine: true,
    alignEnd: false,
    minWidthPx: 48 + 3 * 8,
  });
});

it('lets long texts wrap, with room for several words', () => {
  const reason = 'CannotPullContainerError: pull image manifest has been retried 7 time(s)';
  expect(shape('text', 'Reason', 'OOM', reason)).toMatchObject({ oneLine: false, minWidthPx: 240 });
});

it('never breaks times, numbers and links, and lines numbers up', () => {
  expect(shape('time', 'Last', '2026-11-22 10:00:00.000 or later')).toMatchObject({
    oneLine: true,
    alignEnd: false,
  });
  expect(shape('number', 'Earlier half', '12')).toMatchObject({ alignEnd: true, minWidthPx: 48 + 7 * 8 });
  expect(shape('service', 'Service', 'a-cluster/with-a-very-long-service-name').oneLine).toBe(true);
});

it('gives a tone the room of its sign', () => expect(shape('tone', 'How bad it is').minWidthPx).toBe(48));
