// A 64-bit hash of a JSON value that ignores the order of keys: leaves are hashed with their path and summed. It tells
// duplicates from different events with one id; it is no protection against someone who constructs collisions.

const primeA = 0x85ebca6b;
const primeB = 0xc2b2ae35;

/** Two 32-bit lanes; kept as numbers because BigInt arithmetic per character would cost more than all the rest. */
export class ContentHash {
  #a = 0;
  #b = 0;

  /** Adds every leaf of `value`. Containers without leaves and null count as leaves too: they are content. */
  add(path: string, value: unknown): this {
    let a = 0x9e3779b9 | 0;
    let b = 0x7f4a7c15;
    for (let i = 0; i < path.length; i++) {
      const code = path.charCodeAt(i);
      a = Math.imul(((a ^ code) << 15) | ((a ^ code) >>> 17), primeA);
      b = Math.imul(((b ^ code) << 13) | ((b ^ code) >>> 19), primeB);
    }
    this.#addAt(a, b, value);
    return this;
  }

  #addAt(a: number, b: number, value: unknown): void {
    if (typeof value === 'string') this.#addLeaf(a, b, value, 1);
    else if (typeof value !== 'object' || value === null) this.#addLeaf(a, b, String(value), 2);
    else if ('isLosslessNumber' in value) this.#addLeaf(a, b, String(value), 2);
    else if (Array.isArray(value)) this.#addList(a, b, value);
    else this.#addObject(a, b, value as Readonly<Record<string, unknown>>);
  }

  #addList(a: number, b: number, list: readonly unknown[]): void {
    if (list.length === 0) this.#addLeaf(a, b, '', 3);
    for (let i = 0; i < list.length; i++) {
      this.#addAt(
        Math.imul(a ^ (i + 1), primeA) ^ (a >>> 15),
        Math.imul(b ^ (i + 1), primeB) ^ (b >>> 13),
        list[i],
      );
    }
  }

  #addObject(a: number, b: number, object: Readonly<Record<string, unknown>>): void {
    let empty = true;
    for (const key in object) {
      empty = false;
      let keyA = Math.imul(a ^ 0x2f, primeA) ^ (a >>> 15);
      let keyB = Math.imul(b ^ 0x2f, primeB) ^ (b >>> 13);
      for (let i = 0; i < key.length; i++) {
        const code = key.charCodeAt(i);
        keyA = Math.imul(((keyA ^ code) << 15) | ((keyA ^ code) >>> 17), primeA);
        keyB = Math.imul(((keyB ^ code) << 13) | ((keyB ^ code) >>> 19), primeB);
      }
      this.#addAt(keyA, keyB, object[key]);
    }
    if (empty) this.#addLeaf(a, b, '', 4);
  }

  #addLeaf(a: number, b: number, text: string, kind: number): void {
    a ^= kind;
    b ^= kind << 8;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(((a ^ code) << 15) | ((a ^ code) >>> 17), primeA);
      b = Math.imul(((b ^ code) << 13) | ((b ^ code) >>> 19), primeB);
    }
    // Each lane is stirred with the other, so that the two do not repeat each other's weaknesses.
    a = Math.imul(a ^ (a >>> 16) ^ text.length, primeB);
    b = Math.imul(b ^ (b >>> 16) ^ a, primeA);
    const low = (this.#a >>> 0) + ((a ^ (b >>> 13)) >>> 0);
    this.#a = low | 0;
    this.#b = (this.#b + (b ^ (b >>> 16)) + (low > 0xffffffff ? 1 : 0)) | 0;
  }

  /** The hash as a signed 64-bit integer (DuckDB BIGINT). */
  value(): bigint {
    return BigInt.asIntN(64, (BigInt(this.#b >>> 0) << 32n) | BigInt(this.#a >>> 0));
  }
}

/** Hash of one text. */
export function textHash(text: string): bigint {
  return new ContentHash().add('', text).value();
}
