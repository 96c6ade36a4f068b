// Box 3: the invoices that the certificate rests on (典拠インボイス), each by number and date.
import { isDay } from '../../../../lib/day.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { fukuiGuide, nagoyaForm, rule } from './rule.ts';

const guide = fukuiGuide('3. No. and date of Invoice');
const isNil = (number: string): boolean => number.trim().toUpperCase() === 'NIL';

export const invoiceGiven = rule({
  name: 'invoice-given',
  box: '3',
  level: 'block',
  source: guide,
  find: ({ invoices }) =>
    hitIf(
      invoices.length === 0,
      'invoices',
      '典拠インボイスの番号と日付を1つ以上入れてください。',
      'Give the number and date of at least one invoice.',
    ),
});

export const invoiceNumberGiven = rule({
  name: 'invoice-number-given',
  box: '3',
  level: 'block',
  source: nagoyaForm('第3欄'), // 「番号ない場合は NIL」
  find: ({ invoices }) =>
    invoices.flatMap(({ number }, index) =>
      hitIf(
        /^[-\s―—–]*$/.test(number),
        `invoices.${index}.number`,
        'インボイス番号を入れてください。番号がないときは NIL と入れてください。',
        'Give the invoice number; where there is none, enter NIL.',
      ),
    ),
});

/** `A-101/102`: a number that counts on from the one before the slash. `2026/118` and `NB/26/118` do not. */
function countsOn(number: string): boolean {
  const [, head = '', rest = ''] = /(\d+)((?:\/\d+)+)$/.exec(number.trim()) ?? [];
  if (rest === '' || /^20\d\d$/.test(head)) return false;
  return rest
    .slice(1)
    .split('/')
    .some((next) => {
      const step = Number(next) - Number(head.slice(-next.length));
      return step > 0 && step <= 20;
    });
}

export const invoiceNumbersInFull = rule({
  name: 'invoice-numbers-in-full',
  box: '3',
  level: 'warn',
  source: guide, // "A-101, A-102", never "A-101/102/103"
  find: ({ invoices }) =>
    invoices.flatMap(({ number }, index) =>
      hitIf(
        countsOn(number) || /[,;]|\s&\s/.test(number),
        `invoices.${index}.number`,
        '複数のインボイスをまとめて書いていませんか。A-101、A-102 のように1件ずつ、番号を略さずに入れてください。',
        'Are these several invoices? Enter each one by itself with its whole number: A-101, A-102.',
      ),
    ),
});

export const invoiceOnce = rule({
  name: 'invoice-once',
  box: '3',
  level: 'block',
  source: guide,
  find: ({ invoices }) =>
    invoices.flatMap(({ number }, index) =>
      hitIf(
        !isBlank(number) &&
          !isNil(number) &&
          invoices.slice(0, index).some((earlier) => earlier.number.trim() === number.trim()),
        `invoices.${index}.number`,
        `インボイス番号「${number.trim()}」が2度あります。1つにしてください。`,
        `The invoice number "${number.trim()}" is there twice. Keep one.`,
      ),
    ),
});

export const invoiceNumberUnused = rule({
  name: 'invoice-number-unused',
  box: '3',
  level: 'warn',
  source: guide, // the same number with other contents is refused
  find: ({ invoices }, { usedInvoiceNumbers }) =>
    invoices.flatMap(({ number }, index) =>
      hitIf(
        !isNil(number) && usedInvoiceNumbers.has(number.trim()),
        `invoices.${index}.number`,
        `インボイス番号「${number.trim()}」は以前の申請で使われています。内容が違うときは別の番号のインボイスが必要です。`,
        `The invoice number "${number.trim()}" was used in an earlier application. Other contents need an invoice with another number.`,
      ),
    ),
});

export const invoiceDateReal = rule({
  name: 'invoice-date-real',
  box: '3',
  level: 'block',
  fixed: true,
  source: nagoyaForm('第3欄'), // 「インボイス作成日は必掲」
  find: ({ invoices }) =>
    invoices.flatMap(({ date }, index) =>
      hitIf(
        !isDay(date),
        `invoices.${index}.date`,
        isBlank(date)
          ? 'インボイスの日付を入れてください。'
          : `「${date}」という日付はありません。入れ直してください。`,
        isBlank(date) ? 'Give the date of the invoice.' : `There is no date "${date}". Enter it again.`,
      ),
    ),
});

export const invoiceDateNotFuture = rule({
  name: 'invoice-date-not-future',
  box: '3',
  level: 'block',
  source: guide,
  find: ({ invoices }, { today }) =>
    invoices.flatMap(({ date }, index) =>
      hitIf(
        isDay(date) && date > today,
        `invoices.${index}.date`,
        'インボイスの日付が未来です。今日までの日付にしてください。',
        'The date of the invoice lies in the future. Give a date up to today.',
      ),
    ),
});

export const invoiceDateNotAfterDeclaration = rule({
  name: 'invoice-date-not-after-declaration',
  box: '3',
  level: 'block',
  source: fukuiGuide('9. Declaration by the Exporter'), // 「申請の日付は…インボイスの日付以後」
  find: ({ invoices, declaration }) =>
    invoices.flatMap(({ date }, index) =>
      hitIf(
        isDay(date) && isDay(declaration.date) && date > declaration.date,
        `invoices.${index}.date`,
        'インボイスの日付は第9欄の宣誓日以前にしてください。',
        'The invoice must not be dated later than the declaration in box 9.',
      ),
    ),
});
