import { type SqlBool, sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Application, ApplicationRow } from './application.ts';
import { type Cases, isOf } from './cases-store.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, applicationKinds, formFor } from './forms/forms.ts';
import { type ApplicationStatus, applicationStatuses } from './lifecycle.ts';

const rowColumns = [
  ...([
    'application.chamber_id',
    'application.application_id',
    'application.kind',
    'application.registration_id',
    'application.signatory_id',
    'application.account_id',
    'application.receipt_number',
    'application.status',
  ] as const),
  ...([
    'application.version',
    'application.consignee',
    'application.invoice_numbers',
    'application.goods_lines',
    'application.round',
    'application.claimed_by',
    'application.claimed_at',
  ] as const),
  ...(['application.submitted_at', 'application.created_at', 'application.changed_at'] as const),
  'application.prepared_at',
] as const;

export const rows = (trx: Trx, chamberId: string) =>
  trx.selectFrom('application').select(rowColumns).where('application.chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

export function rowOf(row: Row): ApplicationRow {
  return {
    ...{ chamberId: row.chamber_id, applicationId: row.application_id, registrationId: row.registration_id },
    ...{ signatoryId: row.signatory_id, accountId: row.account_id, preparedAt: row.prepared_at },
    ...{ receiptNumber: row.receipt_number, version: row.version, round: row.round },
    kind: known(applicationKinds, row.kind),
    status: known(applicationStatuses, row.status),
    ...{ consignee: row.consignee, invoiceNumbers: row.invoice_numbers, goodsLines: row.goods_lines },
    ...{ claimedBy: row.claimed_by, claimedAt: row.claimed_at, submittedAt: row.submitted_at },
    ...{ createdAt: row.created_at, changedAt: row.changed_at },
  };
}

export async function insertApplication(trx: Trx, application: Application): Promise<void> {
  const { goods, ...content } = application.content;
  const keys = formFor(application.kind).keysOf(application.content);
  await trx
    .insertInto('application')
    .values({
      chamber_id: application.chamberId,
      application_id: application.applicationId,
      kind: application.kind,
      registration_id: application.registrationId,
      signatory_id: application.signatoryId,
      account_id: application.accountId,
      status: application.status,
      content: JSON.stringify(content),
      goods: JSON.stringify(goods),
      version: application.version,
      ...{ consignee: keys.consignee, invoice_numbers: keys.invoiceNumbers, goods_lines: keys.goodsLines },
      created_at: application.createdAt,
      changed_at: application.changedAt,
    })
    .execute();
}

export type Reading = 'look' | 'lock';

/** The whole, goods included. `lock`: nobody else changes it until the end of the transaction. Refuses `not_found`. */
export async function getApplication(
  trx: Trx,
  chamberId: string,
  applicationId: string,
  reading: Reading,
): Promise<Application> {
  let query = rows(trx, chamberId).select(['content', 'goods']).where('application_id', '=', applicationId);
  if (reading === 'lock') query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  const { consignee: _c, invoiceNumbers: _i, goodsLines: _g, ...rest } = rowOf(row);
  return { ...rest, content: formFor(rest.kind).Content.parse({ ...(row.content as object), goods: row.goods }) };
}

/** Without the content; for deeds that do not need it. Refuses `not_found`. */
export async function getApplicationRow(
  trx: Trx,
  chamberId: string,
  applicationId: string,
  reading: Reading,
): Promise<ApplicationRow> {
  let query = rows(trx, chamberId).where('application_id', '=', applicationId);
  if (reading === 'lock') query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return rowOf(row);
}

/** Several at once, locked in the order of their ids, so that two who lock the same never wait for each other in a ring. */
export async function lockApplicationRows(
  trx: Trx,
  chamberId: string,
  applicationIds: readonly string[],
): Promise<ApplicationRow[]> {
  const found = await rows(trx, chamberId)
    .where('application_id', 'in', [...applicationIds])
    .orderBy('application_id')
    .forUpdate()
    .execute();
  return found.map(rowOf);
}

/** Writes what was typed, and counts the version up. `goods` is left out when they did not change. */
export async function updateContent(
  trx: Trx,
  of: { chamberId: string; applicationId: string; kind: ApplicationKind; at: Date },
  content: Content,
  changed: { goods: boolean },
): Promise<void> {
  const { goods, ...rest } = content;
  const keys = formFor(of.kind).keysOf(content);
  await trx
    .updateTable('application')
    .set((eb) => ({
      content: JSON.stringify(rest),
      version: eb('version', '+', 1),
      consignee: keys.consignee,
      invoice_numbers: keys.invoiceNumbers,
      changed_at: of.at,
      ...(changed.goods ? { goods: JSON.stringify(goods), goods_lines: goods.length } : {}),
    }))
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .execute();
}

/** What a submission adds to the row. */
export async function updateSubmitted(
  trx: Trx,
  of: { chamberId: string; applicationId: string; round: number; receiptNumber: string; signatoryId: string; at: Date },
): Promise<void> {
  await trx
    .updateTable('application')
    .set({
      signatory_id: of.signatoryId,
      ...{ round: of.round, receipt_number: of.receiptNumber, submitted_at: of.at, changed_at: of.at },
      prepared_at: null,
    })
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .execute();
}

/** Since when it waits for its signatory; null: it does not (any more). */
export async function updatePrepared(
  trx: Trx,
  of: { chamberId: string; applicationId: string; preparedAt: Date | null; at: Date },
): Promise<void> {
  await trx
    .updateTable('application')
    .set({ prepared_at: of.preparedAt, changed_at: of.at })
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .execute();
}

export type FirmFilter = {
  statuses?: readonly ApplicationStatus[];
  /** Waiting for its signatory's release. */
  prepared?: boolean;
  /** In the consignee's name, an invoice number or the receipt number. */
  words?: string;
  /** Under whose name. */
  signatoryId?: string;
  /** The ID under which it is made, as its holder types it: `U0001-01`. */
  loginId?: string;
};

export type Page<T> = { rows: T[]; total: number };

/** Of these cases, last changed first. `page` from 1. */
export async function listCases(
  trx: Trx,
  cases: Cases,
  filter: FirmFilter,
  page: { page: number; size: number },
): Promise<Page<ApplicationRow>> {
  const filtered = () => {
    let query = rows(trx, cases.chamberId).where(isOf('application', cases));
    if (filter.statuses) query = query.where('status', 'in', [...filter.statuses]);
    if (filter.prepared) query = query.where('application.prepared_at', 'is not', null);
    if (filter.signatoryId) query = query.where('application.signatory_id', '=', filter.signatoryId);
    if (filter.loginId)
      query = query.where(
        sql<SqlBool>`application.account_id = (select account_id from account
          where account.chamber_id = ${cases.chamberId} and account.login_id = ${filter.loginId})`,
      );
    const words = filter.words?.trim();
    if (words) {
      const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where(
        sql<SqlBool>`(consignee ilike ${like} or receipt_number ilike ${like}
          or exists (select from unnest(invoice_numbers) as n where n ilike ${like}))`,
      );
    }
    return query;
  };
  const found = await filtered()
    .orderBy('changed_at', 'desc')
    .orderBy('application_id')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  const count = await filtered()
    .clearSelect()
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return { rows: found.map(rowOf), total: Number(count.n) };
}

/** How many wait for a signatory's release. */
export async function countPrepared(trx: Trx, cases: Cases): Promise<number> {
  const found = await trx
    .selectFrom('application')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where(isOf('application', cases))
    .where('application.prepared_at', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(found.n);
}

/** How many there are in each status, for the firm's start page. */
export async function countCases(trx: Trx, cases: Cases): Promise<Map<ApplicationStatus, number>> {
  const found = await trx
    .selectFrom('application')
    .select((eb) => ['status', eb.fn.countAll<string>().as('n')])
    .where(isOf('application', cases))
    .groupBy('status')
    .execute();
  return new Map(found.map((row) => [known(applicationStatuses, row.status), Number(row.n)]));
}

/** Of these invoice numbers, those that stand in another application of the firm that was not withdrawn or rejected. */
export async function usedInvoiceNumbers(
  trx: Trx,
  of: { chamberId: string; registrationId: string; except: string },
  numbers: readonly string[],
): Promise<Set<string>> {
  if (numbers.length === 0) return new Set();
  const found = await trx
    .selectFrom('application')
    .select('invoice_numbers')
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .where('application_id', '<>', of.except)
    .where('status', 'not in', ['draft', 'withdrawn', 'rejected', 'cancelled', 'lapsed'])
    .where(sql<SqlBool>`invoice_numbers && ${sql.val([...numbers])}::text[]`)
    .limit(100)
    .execute();
  const used = new Set(found.flatMap((row) => row.invoice_numbers));
  return new Set(numbers.filter((number) => used.has(number)));
}
