/** A piece of a mail's text; with `href` where it is an address that a browser may open. */
export type TextPiece = { text: string; href?: string };

/**
 * Cuts a text at its http(s) addresses. Nothing else becomes a link, whatever it is called, and the pieces put together
 * are the text, letter by letter.
 */
export function textPieces(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of text.matchAll(/https?:\/\/[\x21-\x7e]+/gi)) {
    // A sentence's own sign after the address does not belong to it.
    const found = match[0].replace(/[.,;:!?'")\]>]+$/, '');
    if (!opens(found)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) });
    pieces.push({ text: found, href: found });
    from = match.index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}

function opens(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
