// Payments that the card company calls paid and that do not fit what we asked: said on the staff's home, and listed above the
// held cases, as in both somebody has paid and waits.
import type { MismatchView } from '../../payments/mismatches.ts';
import { paths } from '../paths.ts';
import { formatDayTime, formatMoney } from '../ui/dates.ts';
import { type Column, Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { WaitingNotice } from './held.tsx';
import { mismatchWords } from './mismatch-words.ts';

export const MismatchNotice = ({ lang, count }: { lang: Lang; count: number }) => (
  <WaitingNotice words={mismatchWords[lang]} count={count} />
);

/** Nothing when there are none. */
export function Mismatches({ lang, rows }: { lang: Lang; rows: readonly MismatchView[] }) {
  const w = mismatchWords[lang];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{w.heading}</h2>
      <p>{w.lead}</p>
      <Table
        {...{ lang, id: 'mismatches', caption: w.caption, captionUnseen: true, dense: true, phone: 'stack', rows }}
        columns={columns(lang)}
      />
    </section>
  );
}

function columns(lang: Lang): Column<MismatchView>[] {
  const w = mismatchWords[lang];
  return [
    { ...{ key: 'payment', head: w.payment, namesRow: true }, cell: (row) => row.paymentId },
    { key: 'firm', head: w.firm, cell: ({ firm }) => (lang === 'ja' ? firm.nameJa : firm.nameEn) },
    { key: 'asked', head: w.asked, kind: 'number', cell: ({ yen }) => formatMoney(lang, yen) },
    { key: 'said', head: w.said, cell: (row) => <strong>{said(lang, row)}</strong> },
    { key: 'at', head: w.at, kind: 'day', cell: ({ at }) => formatDayTime(lang, at) },
    { key: 'applications', head: w.applications, cell: (row) => <Receipts row={row} /> },
  ];
}

function said(lang: Lang, { kind, found }: MismatchView): string {
  const w = mismatchWords[lang];
  if (kind === 'amount') return w.amount(inYen(lang, found));
  return kind === 'payment' ? w.otherPayment(found) : w.noIntent;
}

/** `1100 jpy` as everywhere; another currency as the card company names it. */
function inYen(lang: Lang, found: string): string {
  const yen = /^(\d{1,8}) jpy$/.exec(found)?.[1];
  return yen === undefined ? found : formatMoney(lang, Number(yen), 'unsaid');
}

function Receipts({ row: { applications, procedure } }: { row: MismatchView }) {
  return (
    <>
      {procedure === null ? null : (
        <a href={paths.deskProcedure(procedure.procedureId)} class="nowrap">
          {procedure.receiptNumber}
        </a>
      )}
      {applications.map(({ applicationId, receiptNumber }, index) => (
        <>
          {index > 0 ? ' ' : null}
          <a href={paths.deskCase(applicationId)} class="nowrap">
            {receiptNumber}
          </a>
        </>
      ))}
    </>
  );
}
