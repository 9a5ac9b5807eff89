// The simulated clock: a binary heap of things to do, run in order of time, ties in order of scheduling.
// Only what is still to come is in memory, which is what lets a history of any length stream.

interface Entry<T> {
  readonly atMs: number;
  readonly order: number;
  readonly item: T;
}

/** A priority queue by time, first in first out among equals. */
export interface TimeQueue<T> {
  push(atMs: number, item: T): void;
  /** Time of the earliest entry; Infinity when empty. */
  nextMs(): number;
  /** Takes the earliest entry. */
  pop(): Entry<T> | undefined;
  size(): number;
}

const before = <T>(a: Entry<T>, b: Entry<T>) => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);

export function timeQueue<T>(): TimeQueue<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  function push(atMs: number, item: T): void {
    const entry = { atMs, order: order++, item };
    let hole = heap.length;
    heap.push(entry);
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent] as Entry<T>;
      if (!before(entry, above)) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = entry;
  }

  function pop(): Entry<T> | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && before(heap[child + 1] as Entry<T>, heap[child] as Entry<T>)) child++;
      if (!before(heap[child] as Entry<T>, last)) break;
      heap[hole] = heap[child] as Entry<T>;
      hole = child;
    }
    heap[hole] = last;
    return first;
  }

  return { push, pop, nextMs: () => heap[0]?.atMs ?? Number.POSITIVE_INFINITY, size: () => heap.length };
}
