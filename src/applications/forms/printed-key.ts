/** Printed abbreviations compare without case, runs of spaces and a full stop at the end: `Ctns.` is `CTNS`. */
export const printedKey = (printed: string): string =>
  printed.trim().toUpperCase().replace(/\s+/g, ' ').replace(/\.$/, '');
