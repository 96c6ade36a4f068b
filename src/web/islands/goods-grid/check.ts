// The rules of a line, asked in the page: the same functions that the server asks.
import type { Finding } from '../../../applications/finding.ts';
import type { GoodsLine, OriginContent } from '../../../applications/forms/origin/content.ts';
import { type GoodsColumn, goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import type { OriginFacts } from '../../../applications/forms/origin/rules/rule.ts';
import { goodsLineRules } from '../../../applications/forms/origin/rules/rules.ts';
import { atLevels } from '../../../applications/forms/rule-levels.ts';
import type { RuleLevels } from '../../../chambers/settings.ts';
import { cellOf as cellOfFinding, isEmptyLine } from '../../firm/goods/goods-page.ts';
import { goodsWords } from '../../firm/goods/goods-words.ts';
import type { Lang } from '../../ui/words.ts';
import { type Cell, cellOf, lineOf, type Row, type Rows, saidRowOf } from './rows.ts';

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

export function findingsOf(line: GoodsLine, levels: RuleLevels = {}): Finding[] {
  if (isEmptyLine(line)) return [];
  const content = { ...blank, goods: [line] };
  const found = lineRules.flatMap((rule) => rule.find(content, noFacts));
  return atLevels(lineRules, levels, found);
}

/** True where a button can put plain characters for those that cannot be printed. */
export const isMendable = (line: GoodsLine): boolean =>
  findingsOf(line).some(({ rule }) => rule === 'characters-mendable');

/** Puts below the row what the rules say about its cells now, and takes away what they no longer say. */
export function showFindings(row: Row, { lang, levels }: Pick<Rows, 'lang' | 'levels'>): void {
  const findings = findingsOf(lineOf(row), levels);
  const said = goodsColumns.flatMap((column) => {
    const cell = cellOf(row, column.field);
    const about = findings.filter((finding) => cellOfFinding(finding)?.field === column.field);
    if (cell) markCell(cell, about);
    return cell && about.length > 0 ? [saidAt(cell, column, about, lang)] : [];
  });
  saidRowOf(row)?.remove();
  if (said.length === 0) return;
  const below = document.createElement('tr');
  below.className = 'goods-said-row';
  below.insertCell().append(...said);
  below.cells[0]?.setAttribute('colspan', String(row.cells.length));
  row.after(below);
}

function markCell(cell: Cell, about: readonly Finding[]): void {
  if (about.some(({ level }) => level === 'block')) cell.setAttribute('aria-invalid', 'true');
  else cell.removeAttribute('aria-invalid');
  if (about.length > 0) cell.setAttribute('aria-describedby', `${cell.id}-error`);
  else cell.removeAttribute('aria-describedby');
}

function saidAt(cell: Cell, column: GoodsColumn, about: readonly Finding[], lang: Lang): HTMLElement {
  const box = document.createElement('div');
  box.id = `${cell.id}-error`;
  box.className = 'goods-said';
  box.dataset['of'] = column.field;
  for (const one of about) {
    const words = document.createElement('p');
    words.className = one.level === 'block' ? 'field-error' : 'goods-warning';
    words.textContent = goodsWords[lang].saidAt(column[lang], one[lang]);
    box.append(words);
  }
  return box;
}
