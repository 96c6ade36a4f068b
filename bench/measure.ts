// Medians, since one slow round (a neighbour on the machine, a collection of garbage) must not decide.

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  if (low === undefined || high === undefined) throw new Error('nothing was measured');
  return (low + high) / 2;
}

/**
 * Milliseconds of each piece of work, each the median of `rounds`. All take their turn in every round, so that whatever
 * else the machine does meets them alike. @param warmUp rounds that are not counted
 */
export async function interleaved<Name extends string>(
  work: Readonly<Record<Name, () => Promise<unknown>>>,
  { rounds, warmUp }: { rounds: number; warmUp: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(work) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of names) {
      const started = performance.now();
      await work[name]();
      if (round >= 0) taken.get(name)?.push(performance.now() - started);
    }
  }
  return Object.fromEntries([...taken].map(([name, values]) => [name, median(values)])) as Record<Name, number>;
}
