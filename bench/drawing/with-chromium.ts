// The texts and tables as HTML, printed by Chromium.
import { type Browser, safe } from './chromium.ts';
import { type PlainBox, type PlainPaper, rowsBySheet } from './content.ts';

const style = `body { font: 8pt regular; margin: 0 }
  h1:not(:first-child) { break-before: page } section { border: 1px solid; margin-bottom: 4pt } small { font-size: 6pt } p { margin: 0 } table { width: 100% }
  td { border-bottom: 0.3pt solid; vertical-align: top } td:first-child, td:last-child { width: 20% }`;

export async function chromiumDrawer(browser: Browser): Promise<(paper: PlainPaper) => Promise<Uint8Array>> {
  const margin = { top: '14mm', right: '14mm', bottom: '14mm', left: '14mm' };
  const print = await browser.printer(style, { format: 'A4', margin });
  return (paper) => print(bodyOf(paper));
}

const boxed = ({ label, lines }: PlainBox): string =>
  `<section><small>${safe(label)}</small>${lines.map((line) => `<p>${safe(line)}</p>`).join('')}</section>`;

function bodyOf(paper: PlainPaper): string {
  const cells = (row: readonly string[]): string => `<tr>${row.map((cell) => `<td>${safe(cell)}</td>`).join('')}</tr>`;
  const first = [...paper.boxes, { label: 'Marks', lines: paper.marks }].map(boxed).join('');
  const sheets = rowsBySheet(paper).map(
    (rows, sheet) =>
      `<h1>${safe(paper.title)}</h1>${sheet === 0 ? first : ''}<table>${[paper.head, ...rows].map(cells).join('')}</table>`,
  );
  return sheets.join('') + paper.feet.map(boxed).join('');
}
