/**
 * Does so many pieces of work at once, in the order in which they come, and lets so many wait; one more is turned away:
 * undefined, and nothing has begun. Each queue is its own.
 */
export function places(size: {
  atOnce: number;
  waiting: number;
}): <T>(work: () => Promise<T>) => Promise<T> | undefined {
  const waiting: (() => void)[] = [];
  let running = 0;
  const inPlace = async <T>(work: () => Promise<T>, place: Promise<void> | undefined): Promise<T> => {
    if (place !== undefined) await place; // else it begins at once, before the caller goes on
    try {
      return await work();
    } finally {
      const next = waiting.shift(); // takes over the place, so `running` stays
      if (next === undefined) running -= 1;
      else next();
    }
  };
  return (work) => {
    if (running < size.atOnce) {
      running += 1;
      return inPlace(work, undefined);
    }
    if (waiting.length >= size.waiting) return undefined;
    return inPlace(work, new Promise<void>((resolve) => waiting.push(resolve)));
  };
}
