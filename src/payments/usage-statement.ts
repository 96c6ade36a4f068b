// ご利用明細 of one charge: an A4 page with what a qualified invoice must say (消費税法 第57条の4第1項: issuer and
// registration number, day, content, total at each rate with the rate, tax at each rate, recipient). Pure.
import { dayText } from '../lib/day-text.ts';
import {
  block,
  bodyStyle,
  letterLeft as left,
  letterInks,
  letterRule,
  letterRun,
  letterRight as right,
  shrunk,
  smallStyle,
  strongStyle,
  tagged,
  type Words,
  letterWidth as width,
} from '../paper/letter.ts';
import { type Fact, factTable } from '../paper/letter-table.ts';
import { a4, line, type PageModel } from '../paper/page.ts';
import type { TextStyle } from '../paper/text.ts';
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
  /** What was sold: `certificateContent`, `registrationContent`. */
  content: readonly Fact[];
  paymentId: string;
  /** What was paid for it, tax included. */
  yen: number;
};

export const certificateContent = (of: {
  receiptNumber: string;
  certificateNumber: string;
  invoiceNumbers: readonly string[];
}): Fact[] => [
  { ja: '内容', en: 'Content', value: '原産地証明書の証明料 1件 (Certificate of origin, fee, 1)' },
  { ja: '受付番号', en: 'Receipt number', value: of.receiptNumber },
  { ja: '証明書番号', en: 'Certificate number', value: of.certificateNumber },
  { ja: '典拠インボイス', en: 'Invoice', value: invoicesText(of.invoiceNumbers) },
];

const soldAs = {
  new: '貿易登録の登録料(新規登録) 1件 (Trade registration, fee, 1)',
  renewal: '貿易登録の登録料(登録更新) 1件 (Renewal of the trade registration, fee, 1)',
} as const;

/** `procedure`: the two that cost something. */
export const registrationContent = (of: { receiptNumber: string; procedure: keyof typeof soldAs }): Fact[] => [
  { ja: '内容', en: 'Content', value: soldAs[of.procedure] },
  { ja: '受付番号', en: 'Receipt number', value: of.receiptNumber },
];

export const statementTitle = 'ご利用明細 Usage statement';

const half = 84;
const totalStyle: TextStyle = { size: 14, face: 'medium' };
const yenText = (yen: number): string => `${yen.toLocaleString('en-US')}円`;

export function usageStatementPage(of: UsageStatement): PageModel {
  const heading = tagged(
    'H1',
    letterRun('ご利用明細', left, 34, { size: 19, face: 'medium' }),
    letterRun('Usage statement', left, 40.2, { size: 9.5, face: 'regular' }, letterInks.quiet),
  );
  const kind = block(
    of.taxNumber === undefined
      ? [
          { text: '適格請求書発行事業者の登録番号なし', style: bodyStyle },
          { text: 'This is not a qualified invoice.', style: smallStyle, quiet: true },
        ]
      : [
          { text: '適格請求書', style: strongStyle },
          { text: 'Qualified invoice', style: smallStyle, quiet: true },
        ],
    { x: right - 70, y: 29, width: 70 },
  );
  const { parts: recipient, end: recipientEnd } = block(
    [
      { text: 'お支払いになった方 Recipient', style: smallStyle, quiet: true },
      shrunk(`${of.recipient.nameJa} 御中`, half, { size: 13, face: 'medium' }),
      { text: of.recipient.nameEn, style: smallStyle },
    ],
    { x: left, y: 50, width: half },
  );
  const { parts: issuer, end: issuerEnd } = block(issuerLines(of), { x: right - 70, y: 50, width: 70 });
  const table = detail(of, Math.max(recipientEnd, issuerEnd) + 9);
  return {
    ...a4,
    parts: [
      heading,
      tagged('Sect', ...kind.parts),
      { role: 'Artifact', inside: [line(left, 46, right, 46, letterRule)] },
      tagged('Sect', ...recipient),
      tagged('Sect', ...issuer),
      ...table,
    ],
  };
}

function issuerLines({ chamber, taxNumber }: UsageStatement): Words[] {
  return [
    { text: '発行者 Issuer', style: smallStyle, quiet: true },
    shrunk(chamber.nameJa, 70, strongStyle),
    { text: chamber.nameEn, style: smallStyle },
    ...(taxNumber === undefined
      ? []
      : [
          { text: `登録番号 ${taxNumber}`, style: bodyStyle },
          { text: 'Registration number of the qualified invoice issuer', style: smallStyle, quiet: true },
        ]),
    { text: [chamber.telephone, chamber.mail].filter(Boolean).join('  '), style: smallStyle },
  ].filter(({ text }) => text !== '');
}

/** Name and value in rows, from `top` on: the transaction, then its figures. */
function detail(of: UsageStatement, top: number): PageModel['parts'] {
  const rate = of.taxPercent;
  const { net, tax } = splitCharge(of.yen, rate);
  const about: Fact[] = [
    { ja: '取引年月日', en: 'Transaction date', value: `${dayText.ja(of.day)} (${of.day})` },
    ...of.content,
    { ja: 'お支払い方法', en: 'Paid by', value: 'クレジットカード (credit card)' },
    { ja: 'お支払い番号', en: 'Payment number', value: of.paymentId },
  ];
  const figures: Fact[] = [
    { ja: `${rate}%対象(税抜)`, en: `Taxable at ${rate}%, excluding tax`, value: yenText(net) },
    { ja: `消費税(${rate}%)`, en: `Consumption tax at ${rate}%`, value: yenText(tax) },
    { ja: '合計(税込)', en: `Total including tax, all at ${rate}%`, value: yenText(of.yen), style: totalStyle },
  ];
  const first = factTable(about, top, { nameWidth: 58, align: 'left' });
  const second = factTable(figures, first.end + 8, { nameWidth: 58, align: 'right' });
  const note = block(
    [
      { text: '消費税額の1円未満の端数は、この明細ごとに切り捨てています。', style: smallStyle },
      {
        text: 'Fractions of a yen of consumption tax are dropped, once for each statement.',
        style: smallStyle,
        quiet: true,
      },
    ],
    { x: left, y: second.end + 2, width },
  );
  return [...first.parts, ...second.parts, tagged('Sect', ...note.parts)];
}

const invoicesShown = 4;

function invoicesText(numbers: readonly string[]): string {
  if (numbers.length === 0) return '—';
  const more = numbers.length - invoicesShown;
  return numbers.slice(0, invoicesShown).join('、') + (more > 0 ? ` ほか${more}件` : '');
}
