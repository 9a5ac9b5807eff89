import { expect, it } from 'vitest';
import { random } from './prng.ts';

const draw = (seed: number, name: string) => {
  const rng = random(seed, name);
  return [rng.u32(), rng.u32(), rng.u32()];
};

it('gives the same numbers for the same seed and name, others for others', () => {
  expect(draw(1, 'a')).toEqual(draw(1, 'a'));
  expect(draw(1, 'a')).not.toEqual(draw(2, 'a'));
  expect(draw(1, 'a')).not.toEqual(draw(1, 'b'));
});

it('keeps to its bounds and reaches both ends', () => {
  const rng = random(3, 'bounds');
  const drawn = Array.from({ length: 2000 }, () => rng.int(-2, 5));
  expect(Math.min(...drawn)).toBe(-2);
  expect(Math.max(...drawn)).toBe(5);
  expect(drawn.every(Number.isInteger)).toBe(true);
});

it('is even enough: each tenth of the unit interval gets its tenth', () => {
  const rng = random(4, 'even');
  const tenths = new Array<number>(10).fill(0);
  for (let i = 0; i < 50_000; i++) {
    const tenth = Math.floor(rng.unit() * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  // Five standard deviations of a binomial count with p = 0.1.
  for (const count of tenths) expect(Math.abs(count - 5000)).toBeLessThan(5 * Math.sqrt(50_000 * 0.09));
});

it('writes UUIDs of version 4 and hexadecimal digits of any number', () => {
  const rng = random(5, 'text');
  for (let i = 0; i < 200; i++)
    expect(rng.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  for (const digits of [1, 7, 8, 17, 64])
    expect(rng.hex(digits)).toMatch(new RegExp(`^[0-9a-f]{${digits}}$`));
});
