// A cell that begins like a formula runs as one when the file is opened in a spreadsheet (ASVS 5.0 V1.2.10, CSV injection).
// On the way out such a cell gets an apostrophe in front; on the way in exactly one is taken off again, so that what was
// exported comes back unchanged. A cell that began with apostrophes and then such a sign gets one more, for the same reason. Pure.
const formulaLike = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

export function guardCell(cell: string): string {
  return formulaLike.test(cell) ? `'${cell}` : cell;
}

export function unguardCell(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
