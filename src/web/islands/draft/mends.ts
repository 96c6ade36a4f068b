// The table of characters that can be mended, kept as it would be drawn by the server.

export type MendRow = { label: string; before: string; after: string };

/** @param more `ほか3か所`, or empty */
export function showMends(form: HTMLFormElement, rows: readonly MendRow[], more: string): void {
  const notice = form.querySelector<HTMLElement>('[data-island="mends"]');
  const body = form.querySelector('[data-island="mends-rows"]');
  const rest = form.querySelector<HTMLElement>('[data-island="mends-more"]');
  if (!notice || !body || !rest) return;
  body.replaceChildren(...rows.map(rowOf));
  rest.textContent = more;
  rest.hidden = more === '';
  notice.hidden = rows.length === 0;
}

function rowOf({ label, before, after }: MendRow): HTMLTableRowElement {
  const row = document.createElement('tr');
  const head = document.createElement('th');
  head.scope = 'row';
  head.textContent = label;
  row.append(head);
  for (const text of [before, after]) row.insertCell().textContent = text;
  return row;
}
