/** The version that the form was made from; a form without one (a program's) saves over whatever is there. */
export function seenIn(form: Readonly<Record<string, string>>): { version?: number } {
  const version = form['version'] ?? '';
  return /^\d{1,9}$/.test(version) ? { version: Number(version) } : {};
}
