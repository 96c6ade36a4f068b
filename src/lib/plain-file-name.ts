/** As shown and as offered for saving: no path, no control or direction characters, not longer than 120. */
export function plainFileName(typed: string): string {
  const last = typed.split(/[/\\]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return plain === '' ? 'document.pdf' : [...plain].slice(-120).join('');
}
