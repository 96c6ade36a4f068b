import { sql } from 'kysely';
import { type Cases, isOf } from '../applications/cases-store.ts';
import type { Trx } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { known } from '../lib/known.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Version } from './papers-store.ts';

/** A certificate as whoever prints it sees it. */
export type PrintCase = {
  chamberId: string;
  certificateId: string;
  applicationId: string;
  number: string;
  /** null: certified, not issued yet. */
  status: 'issued' | 'revoked' | 'superseded' | null;
  issuedAt: Date | null;
  /** The last day of the print window, YYYY-MM-DD in Japan; it ends at 24:00. */
  printUntil: string | null;
};

const cases = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('certificate')
    .select([
      ...(['certificate.chamber_id', 'certificate.certificate_id', 'certificate.application_id'] as const),
      ...(['certificate.number', 'certificate.status', 'certificate.issued_at'] as const),
      sql<string | null>`certificate.print_until::text`.as('until'),
    ])
    .where('certificate.chamber_id', '=', chamberId)
    .where('certificate.void_at', 'is', null);
type Row = Awaited<ReturnType<ReturnType<typeof cases>['executeTakeFirstOrThrow']>>;

function caseOf(row: Row): PrintCase {
  const status = row.status === null ? null : known(['issued', 'revoked', 'superseded'] as const, row.status);
  return {
    ...{ chamberId: row.chamber_id, certificateId: row.certificate_id, applicationId: row.application_id },
    ...{ number: row.number, status, issuedAt: row.issued_at, printUntil: row.until },
  };
}

/** The certificate of an application, `lock`ed against a change of its print window. Refuses `not_found` when there is none. */
export async function getPrintCase(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
  reading: 'look' | 'lock',
): Promise<PrintCase> {
  const query = cases(trx, of.chamberId).where('certificate.application_id', '=', of.applicationId);
  const row = await (reading === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return caseOf(row);
}

/** The application of a certificate number, by the unique key of numbers; of a void one too. */
export async function findByCertificateNumber(
  trx: Trx,
  of: { chamberId: string; number: string },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('certificate')
    .select('application_id')
    .where('chamber_id', '=', of.chamberId)
    .where('number', '=', of.number)
    .executeTakeFirst();
  return row?.application_id;
}

export type PrintableRow = PrintCase & {
  receiptNumber: string | null;
  consignee: string;
  invoiceNumbers: readonly string[];
  /** Versions that were fetched at least once. */
  fetched: readonly string[];
};

/** Issued certificates of one signatory whose window is open on that day (YYYY-MM-DD in Japan), the one that closes first on top. */
export async function listPrintableRows(
  trx: Trx,
  of: { cases: Cases; day: string },
  page: { page: number; size: number },
): Promise<{ rows: PrintableRow[]; total: number }> {
  const open = () =>
    cases(trx, of.cases.chamberId)
      .innerJoin('application', (join) =>
        join
          .onRef('application.chamber_id', '=', 'certificate.chamber_id')
          .onRef('application.application_id', '=', 'certificate.application_id'),
      )
      .where(isOf('application', of.cases))
      .where('certificate.status', '=', 'issued')
      .where('certificate.print_until', '>=', sql<Date>`${of.day}::date`);
  const found = await open()
    .select([
      ...(['application.receipt_number', 'application.consignee', 'application.invoice_numbers'] as const),
      sql<string[]>`array(select distinct what from download
        where download.chamber_id = certificate.chamber_id and download.certificate_id = certificate.certificate_id)`.as(
        'fetched',
      ),
    ])
    .orderBy('certificate.print_until')
    .orderBy('certificate.number')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  const count = await open()
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const rows = found.map((row) => ({
    ...caseOf(row),
    ...{ receiptNumber: row.receipt_number, consignee: row.consignee },
    ...{ invoiceNumbers: row.invoice_numbers, fetched: row.fetched },
  }));
  return { rows, total: Number(count.n) };
}

export type DownloadKind = Version | 'statement';

export async function insertDownload(
  trx: Trx,
  row: { chamberId: string; certificateId: string; what: DownloadKind; accountId: string; at: Date },
): Promise<void> {
  await trx
    .insertInto('download')
    .values({
      ...{ chamber_id: row.chamberId, download_id: newId(row.at), certificate_id: row.certificateId },
      ...{ what: row.what, account_id: row.accountId, at: row.at },
    })
    .execute();
}

export type Download = { at: Date; what: DownloadKind; loginId: string; nameJa: string; nameEn: string };

/** Who fetched what when, newest first, at most `limit`; and how many there are in all. */
export async function listDownloads(
  trx: Trx,
  of: { chamberId: string; certificateId: string },
  limit: number,
): Promise<{ rows: Download[]; total: number }> {
  const found = await trx
    .selectFrom('download')
    .innerJoin('account', (join) =>
      join
        .onRef('account.chamber_id', '=', 'download.chamber_id')
        .onRef('account.account_id', '=', 'download.account_id'),
    )
    .select([
      ...(['download.at', 'download.what', 'account.login_id', 'account.name_ja', 'account.name_en'] as const),
      sql<string>`count(*) over ()`.as('total'),
    ])
    .where('download.chamber_id', '=', of.chamberId)
    .where('download.certificate_id', '=', of.certificateId)
    .orderBy('download.download_id', 'desc')
    .limit(limit)
    .execute();
  const rows = found.map(
    (row): Download => ({
      what: known(['ORIGINAL', 'COPY', 'statement'] as const, row.what),
      ...{ at: row.at, loginId: row.login_id, nameJa: row.name_ja, nameEn: row.name_en },
    }),
  );
  return { rows, total: Number(found[0]?.total ?? 0) };
}

/** @param printUntil the new last day, YYYY-MM-DD in Japan */
export async function updatePrintUntil(
  trx: Trx,
  of: { chamberId: string; certificateId: string; printUntil: string },
): Promise<void> {
  await trx
    .updateTable('certificate')
    .set({ print_until: of.printUntil })
    .where('chamber_id', '=', of.chamberId)
    .where('certificate_id', '=', of.certificateId)
    .execute();
}
