// Numbers from a seed, so that what a soak found can be found again. Not for secrets.

export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** Between `least` and `most` of what `make` makes. */
  some<T>(least: number, most: number, make: () => T): T[];
};

/** Mulberry32 (public domain): 32 bits of state, evenly spread. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneIn: (n) => below(n) === 0,
    pick: (from) => from[below(from.length)] ?? from[0],
    some: (least, most, make) => Array.from({ length: least + below(most - least + 1) }, make),
  };
}
