// The simulator's only source of chance: sfc32, seeded by a number and a name, so that each actor has its own stream.
// Streams by name keep stories the same whatever the volume of traffic around them.

export interface Random {
  /** 0 .. 2^32-1 */
  u32(): number;
  /** 0 <= x < 1 */
  unit(): number;
  /** Whole number, both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
  uuid(): string;
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hex8(word: number): string {
  return `${hexOfByte[word >>> 24]}${hexOfByte[(word >>> 16) & 255]}${hexOfByte[(word >>> 8) & 255]}${hexOfByte[word & 255]}`;
}

/** Four well-mixed words of a text (the public-domain cyrb128). */
function hash128(text: string): [number, number, number, number] {
  let h1 = 1779033703;
  let h2 = 3144134277;
  let h3 = 1013904242;
  let h4 = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const k = text.charCodeAt(i);
    h1 = h2 ^ Math.imul(h1 ^ k, 597399067);
    h2 = h3 ^ Math.imul(h2 ^ k, 2869860233);
    h3 = h4 ^ Math.imul(h3 ^ k, 951274213);
    h4 = h1 ^ Math.imul(h4 ^ k, 2716044179);
  }
  h1 = Math.imul(h3 ^ (h1 >>> 18), 597399067);
  h2 = Math.imul(h4 ^ (h2 >>> 22), 2869860233);
  h3 = Math.imul(h1 ^ (h3 >>> 17), 951274213);
  h4 = Math.imul(h2 ^ (h4 >>> 19), 2716044179);
  return [h1 ^ h2 ^ h3 ^ h4, h2 ^ h1, h3 ^ h1, h4 ^ h1];
}

function sfc32(seed: string): () => number {
  let [a, b, c, counter] = hash128(seed);
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** An independent stream for each (seed, name). */
export function random(seed: number, name: string): Random {
  const u32 = sfc32(`${seed}/${name}`);
  const unit = () => u32() / 4294967296;
  const int = (min: number, max: number) => min + Math.floor(unit() * (max - min + 1));
  const hex = (digits: number) => {
    let text = '';
    while (text.length < digits) text += hex8(u32());
    return text.slice(0, digits);
  };
  return {
    u32,
    unit,
    int,
    chance: (probability) => unit() < probability,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[number],
    hex,
    // Version 4, as EventBridge ids look.
    uuid: () => {
      const second = hex8(u32());
      const third = hex8(u32());
      return `${hex8(u32())}-${second.slice(0, 4)}-4${second.slice(5)}-${'89ab'[u32() & 3]}${third.slice(1, 4)}-${third.slice(4)}${hex8(u32())}`;
    },
  };
}
