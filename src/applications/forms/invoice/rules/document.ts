// Box 4: the document's own number and date.
import { isDay } from '../../../../lib/day.ts';
import { hitIf, isBlank } from '../../rule.ts';
import { rule, tokyoDocument, tokyoInvoice } from './rule.ts';

export const numberGiven = rule({
  name: 'number-given',
  box: '4',
  level: 'block',
  source: tokyoInvoice,
  find: ({ number }) =>
    hitIf(
      /^[-\s―—–]*$/.test(number) || /^nil$/i.test(number.trim()),
      'number',
      '書類の番号を入れてください。',
      'Give the number of the document.',
    ),
});

export const numberUnused = rule({
  name: 'number-unused',
  box: '4',
  level: 'warn', // a certificate of origin may rest on this very invoice
  source: '福井商工会議所「原産地証明書記載欄別要領」3. No. and date of Invoice(同じ番号で内容の違うものは不可)',
  find: ({ number }, { usedInvoiceNumbers }) =>
    hitIf(
      usedInvoiceNumbers.has(number.trim()),
      'number',
      `番号「${number.trim()}」は以前の申請で使われています。内容が同じか確かめ、違うときは別の番号にしてください。`,
      `The number "${number.trim()}" was used in an earlier application. Make sure that the contents are the same, or give another number.`,
    ),
});

export const dateReal = rule({
  name: 'date-real',
  box: '4',
  level: 'block',
  source: tokyoInvoice,
  fixed: true,
  find: ({ date }) =>
    hitIf(
      !isDay(date),
      'date',
      isBlank(date) ? '書類の日付を入れてください。' : `「${date}」という日付はありません。入れ直してください。`,
      isBlank(date) ? 'Give the date of the document.' : `There is no date "${date}". Enter it again.`,
    ),
});

export const dateNotFuture = rule({
  name: 'date-not-future',
  box: '4',
  level: 'block',
  source: tokyoDocument, // 書類の日付は申請日以前
  find: ({ date }, { today }) =>
    hitIf(
      isDay(date) && date > today,
      'date',
      '書類の日付が未来です。申請する日までの日付にしてください。',
      'The document is dated in the future. Give a date up to the day of application.',
    ),
});
