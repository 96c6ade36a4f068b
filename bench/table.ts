/** A table to print, in Markdown so that it can be put into docs/performance.md as it is. */
export type Table = {
  title: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  notes?: readonly string[];
};

export function printed({ title, columns, rows, notes = [] }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [`${title}`, '', line(columns), rule, ...rows.map(line), '', ...notes, ''].join('\n');
}

/** Three figures that mean something: 4.27, 42.7, 427, 4270. */
export function figure(value: number): string {
  if (value >= 100) return String(Math.round(value));
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

export const times = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toFixed(1)}×`;
