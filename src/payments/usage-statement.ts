// ご利用明細 of one application: an A4 page with what a qualified invoice must say (消費税法 第57条の4第1項: issuer and
// registration number, day, content, total at each rate with the rate, tax at each rate, recipient). Pure.
import {
  a4,
  type Inside,
  line,
  type PageModel,
  type Role,
  rectangle,
  type Tagged,
  type TextRun,
} from '../paper/page.ts';
import { breakLines, squaresForMissing, type TextStyle, widthOf } from '../paper/text.ts';
import { splitCharge } from './payment.ts';

/** As they were on the day of the transaction, whatever they are called later. */
export type StatementFacts = {
  chamber: { nameJa: string; nameEn: string; telephone: string; mail: string };
  /** T and 13 digits; undefined: the chamber is no issuer of qualified invoices, and the page says so. */
  taxNumber: string | undefined;
  /** The rate of that day. */
  taxPercent: number;
  recipient: { nameJa: string; nameEn: string };
};

export type UsageStatement = StatementFacts & {
  /** The day of the transaction, YYYY-MM-DD in Japan. */
  day: string;
  receiptNumber: string;
  certificateNumber: string;
  invoiceNumbers: readonly string[];
  paymentId: string;
  /** What was paid for this application, tax included. */
  yen: number;
};

export const statementTitle = 'ご利用明細 Usage statement';

const ink = { text: '#14161a', quiet: '#5a626d', rule: '#9aa3af' } as const;
const left = 22;
const right = a4.width - 22;
const width = right - left;
const half = 84;
const ja: TextStyle = { size: 10.5, face: 'regular' };
const strong: TextStyle = { size: 10.5, face: 'medium' };
const small: TextStyle = { size: 8, face: 'regular' };
const pitch = 5.2;
const hairline = { ink: ink.rule, width: 0.2 } as const;

const run = (text: string, x: number, y: number, style: TextStyle, colour: TextRun['ink'] = ink.text): TextRun => ({
  ...{ kind: 'text', x, y, text: squaresForMissing(text), ...style, ink: colour },
});
const ending = (text: string, y: number, style: TextStyle): TextRun =>
  run(text, right - 2 - widthOf(text, style), y, style);
const part = (role: Exclude<Role, 'Figure'>, ...inside: Inside[]): Tagged => ({ role, inside });
const yenText = (yen: number): string => `${yen.toLocaleString('en-US')}円`;

/** `2026年11月22日`, as invoices say a day. */
function dayText(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Under each other below `y`, broken to the width. Returns the last baseline. */
function block(
  lines: readonly { text: string; style: TextStyle; quiet?: boolean }[],
  at: { x: number; y: number; width: number },
): { parts: Tagged[]; end: number } {
  let y = at.y;
  const parts = lines.map(({ text, style, quiet }) => {
    const shown = breakLines(text, at.width, style).map((words) => {
      y += lineHeight(style);
      return run(words.trimEnd(), at.x, y, style, quiet ? ink.quiet : ink.text);
    });
    return part('P', ...shown);
  });
  return { parts, end: y };
}
/** A name of more than two lines is written small. */
const shrunk = (text: string, room: number, style: TextStyle): { text: string; style: TextStyle } => ({
  text,
  style: breakLines(text, room, style).length > 2 ? { ...style, size: small.size } : style,
});
const lineHeight = (style: TextStyle): number => (style.size * pitch) / ja.size;

export function usageStatementPage(of: UsageStatement): PageModel {
  const heading = part(
    'H1',
    run('ご利用明細', left, 34, { size: 19, face: 'medium' }),
    run('Usage statement', left, 40.2, { size: 9.5, face: 'regular' }, ink.quiet),
  );
  const kind = block(
    of.taxNumber === undefined
      ? [
          { text: '適格請求書発行事業者の登録番号なし', style: ja },
          { text: 'This is not a qualified invoice.', style: small, quiet: true },
        ]
      : [
          { text: '適格請求書', style: strong },
          { text: 'Qualified invoice', style: small, quiet: true },
        ],
    { x: right - 70, y: 29, width: 70 },
  );
  const { parts: recipient, end: recipientEnd } = block(
    [
      { text: 'お支払いになった方 Recipient', style: small, quiet: true },
      shrunk(`${of.recipient.nameJa} 御中`, half, { size: 13, face: 'medium' }),
      { text: of.recipient.nameEn, style: small },
    ],
    { x: left, y: 50, width: half },
  );
  const { parts: issuer, end: issuerEnd } = block(issuerLines(of), { x: right - 70, y: 50, width: 70 });
  const table = detail(of, Math.max(recipientEnd, issuerEnd) + 9);
  return {
    ...a4,
    parts: [
      heading,
      part('Sect', ...kind.parts),
      { role: 'Artifact', inside: [line(left, 46, right, 46, hairline)] },
      part('Sect', ...recipient),
      part('Sect', ...issuer),
      ...table,
    ],
  };
}

function issuerLines({ chamber, taxNumber }: UsageStatement): { text: string; style: TextStyle; quiet?: boolean }[] {
  return [
    { text: '発行者 Issuer', style: small, quiet: true },
    shrunk(chamber.nameJa, 70, strong),
    { text: chamber.nameEn, style: small },
    ...(taxNumber === undefined
      ? []
      : [
          { text: `登録番号 ${taxNumber}`, style: ja },
          { text: 'Registration number of the qualified invoice issuer', style: small, quiet: true },
        ]),
    { text: [chamber.telephone, chamber.mail].filter(Boolean).join('  '), style: small },
  ].filter(({ text }) => text !== '');
}

type Row = { ja: string; en: string; value: string; strong?: boolean };

/** Name and value in rows, from `top` on: the transaction, then its figures. */
function detail(of: UsageStatement, top: number): PageModel['parts'] {
  const rate = of.taxPercent;
  const { net, tax } = splitCharge(of.yen, rate);
  const about: Row[] = [
    { ja: '取引年月日', en: 'Transaction date', value: `${dayText(of.day)} (${of.day})` },
    { ja: '内容', en: 'Content', value: '原産地証明書の証明料 1件 (Certificate of origin, fee, 1)' },
    { ja: '受付番号', en: 'Receipt number', value: of.receiptNumber },
    { ja: '証明書番号', en: 'Certificate number', value: of.certificateNumber },
    { ja: '典拠インボイス', en: 'Invoice', value: invoicesText(of.invoiceNumbers) },
    { ja: 'お支払い方法', en: 'Paid by', value: 'クレジットカード (credit card)' },
    { ja: 'お支払い番号', en: 'Payment number', value: of.paymentId },
  ];
  const figures: Row[] = [
    { ja: `${rate}%対象(税抜)`, en: `Taxable at ${rate}%, excluding tax`, value: yenText(net) },
    { ja: `消費税(${rate}%)`, en: `Consumption tax at ${rate}%`, value: yenText(tax) },
    { ja: '合計(税込)', en: `Total including tax, all at ${rate}%`, value: yenText(of.yen), strong: true },
  ];
  const first = table(about, top, 'left');
  const second = table(figures, first.end + 8, 'right');
  const note = block(
    [
      { text: '消費税額の1円未満の端数は、この明細ごとに切り捨てています。', style: small },
      {
        text: 'Fractions of a yen of consumption tax are dropped, once for each statement.',
        style: small,
        quiet: true,
      },
    ],
    { x: left, y: second.end + 2, width },
  );
  return [...first.parts, ...second.parts, part('Sect', ...note.parts)];
}

const invoicesShown = 4;

function invoicesText(numbers: readonly string[]): string {
  if (numbers.length === 0) return '—';
  const more = numbers.length - invoicesShown;
  return numbers.slice(0, invoicesShown).join('、') + (more > 0 ? ` ほか${more}件` : '');
}

const nameWidth = 58;

function table(rows: readonly Row[], top: number, align: 'left' | 'right'): { parts: PageModel['parts']; end: number } {
  let y = top;
  const rules = [line(left, y, right, y, hairline)];
  const cells = rows.map((row) => {
    const style: TextStyle = row.strong ? { size: 14, face: 'medium' } : ja;
    const values = breakLines(row.value, width - nameWidth - 2, style).map((text) => text.trimEnd());
    const base = y + 5;
    y += 6.4 + values.length * pitch;
    rules.push(line(left, y, right, y, hairline));
    const name = part('TH', run(row.ja, left + 2, base, strong), run(row.en, left + 2, base + 3.9, small, ink.quiet));
    const shown = values.map((text, index) =>
      align === 'right'
        ? ending(text, base + 1.5 + index * pitch, style)
        : run(text, left + nameWidth, base + 1.5 + index * pitch, style),
    );
    return part('TR', name, part('TD', ...shown));
  });
  const ground = rectangle(left, top, nameWidth - 4, y - top, { fill: '#f5f6f8' });
  return {
    parts: [{ role: 'Artifact', inside: [ground, ...rules] }, part('Table', ...cells)],
    end: y,
  };
}
