/** The one of a list that a stored value is. The database's CHECK says the same; what neither knows is a bug, not a case. */
export function known<T extends string>(list: readonly T[], value: string): T {
  const found = list.find((item) => item === value);
  if (found === undefined) throw new Error(`the database holds an unknown value: ${value}`);
  return found;
}
