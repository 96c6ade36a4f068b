// One line of the queue: enough to know the case by, and to see who has it.
import type { QueueRow } from '../../applications/desk-store.ts';
import { countryName } from '../firm/draft/request-sheet-form.tsx';
import { paths } from '../paths.ts';
import { formatCount, formatDayTime } from '../ui/dates.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import type { Column } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { queueWords } from './queue-words.ts';
import { sanctionsDeskWords } from './sanctions/sanctions-desk-words.ts';

/** @param me the reader's account id */
export function queueColumns(lang: Lang, me: string): Column<QueueRow>[] {
  const w = queueWords[lang];
  return [
    {
      ...{ key: 'receipt', head: w.receipt, namesRow: true, kind: 'day' as const },
      cell: (row) => (
        <a href={paths.deskCase(row.applicationId)} data-row="">
          {row.receiptNumber}
        </a>
      ),
    },
    {
      ...{ key: 'at', head: w.submittedAt, kind: 'day' as const },
      cell: ({ submittedAt }) => submittedAt && formatDayTime(lang, submittedAt),
    },
    {
      ...{ key: 'firm', head: w.firm },
      cell: (row) => (
        <>
          {lang === 'ja' ? row.firmJa : row.firmEn}{' '}
          {row.stopped ? <StatusTag tone="stopped" text={sanctionsDeskWords[lang].stoppedTag} /> : null}
        </>
      ),
    },
    { key: 'consignee', head: w.consignee, cell: (row) => <span lang="en">{row.consignee}</span> },
    { key: 'destination', head: w.destination, cell: (row) => countryName(lang, row.destination) },
    { key: 'invoices', head: w.invoices, cell: (row) => invoicesText(lang, row.invoiceNumbers) },
    { key: 'goods', head: w.goods, kind: 'number', cell: (row) => w.lines(formatCount(row.goodsLines)) },
    {
      ...{ key: 'round', head: w.round, kind: 'day' as const },
      cell: ({ round }) => (round > 1 ? <strong>{w.again(round)}</strong> : w.first),
    },
    {
      ...{ key: 'holder', head: w.holder, kind: 'day' as const },
      cell: ({ claimedBy, claimedByName }) => {
        if (claimedByName === null) return <span class="quiet">{w.nobody}</span>;
        return claimedBy === me ? <strong>{w.you(claimedByName)}</strong> : claimedByName;
      },
    },
  ];
}

const shownInvoices = 2;

/** The first of them, and how many more. */
export function invoicesText(lang: Lang, numbers: readonly string[]): string {
  const more = numbers.length - shownInvoices;
  const shown = numbers.slice(0, shownInvoices).join(lang === 'ja' ? '、' : ', ');
  return more > 0 ? `${shown} ${queueWords[lang].moreInvoices(more)}` : shown;
}
