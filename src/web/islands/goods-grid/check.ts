// The rules of a line, asked in the page: the same functions that the server asks.
import type { Finding } from '../../../applications/finding.ts';
import type { GoodsLine, OriginContent } from '../../../applications/forms/origin/content.ts';
import { goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import type { OriginFacts } from '../../../applications/forms/origin/rules/rule.ts';
import { goodsLineRules } from '../../../applications/forms/origin/rules/rules.ts';
import { cellOf as cellOfFinding, isEmptyLine } from '../../firm/goods/goods-page.ts';
import type { Lang } from '../../ui/words.ts';
import { cellOf, lineOf, type Row } from './rows.ts';

/** About all lines together, of which a page has only fifty. */
const ofAllLines = new Set(['goods-given', 'packages-given']);
const lineRules = goodsLineRules.filter(({ name }) => !ofAllLines.has(name));

/** An application with nothing but goods. The schema would make one too, but is half a megabyte. */
const blank: Omit<OriginContent, 'goods'> = {
  request: { goodsClass: '', destination: '', inkSignature: false, perforation: false, tallySeal: false },
  exporter: { name: '', address: '', country: '' },
  consignee: { form: 'named', name: '', address: '', country: '' },
  invoices: [],
  originCountries: [],
  transport: {
    ...{ form: '', from: '', to: '', toCountry: '', via: '', by: '', vessel: '', voyage: '', flight: '' },
    ...{ courier: '', date: '', finalDestination: '' },
  },
  remarks: [],
  marks: '',
  totals: { packages: '', quantities: [] },
  declaration: { place: '', date: '' },
};
const noFacts: OriginFacts = { registered: { name: '', addresses: [] }, today: '', usedInvoiceNumbers: new Set() };

export function findingsOf(line: GoodsLine): Finding[] {
  if (isEmptyLine(line)) return [];
  const content = { ...blank, goods: [line] };
  return lineRules.flatMap((rule) => rule.find(content, noFacts));
}

/** Puts under each cell of the row what the rules say about it now, and takes away what they no longer say. */
export function showFindings(row: Row, lang: Lang): void {
  const findings = findingsOf(lineOf(row));
  for (const { field } of goodsColumns) {
    const cell = cellOf(row, field);
    if (!cell) continue;
    const said = findings.filter((finding) => cellOfFinding(finding)?.field === field);
    cell.parentElement?.querySelector('.goods-said')?.remove();
    if (said.some(({ level }) => level === 'block')) cell.setAttribute('aria-invalid', 'true');
    else cell.removeAttribute('aria-invalid');
    if (said.length === 0) {
      cell.removeAttribute('aria-describedby');
      continue;
    }
    const box = document.createElement('div');
    box.id = `${cell.id}-error`;
    box.className = 'goods-said';
    for (const one of said) {
      const words = document.createElement('p');
      words.className = one.level === 'block' ? 'field-error' : 'goods-warning';
      words.textContent = one[lang];
      box.append(words);
    }
    cell.setAttribute('aria-describedby', box.id);
    cell.after(box);
  }
}
