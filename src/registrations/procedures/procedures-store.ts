import { sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { Refusal } from '../../lib/refusal.ts';
import { type MemberClass, memberClasses, RegistrationContent } from '../content.ts';
import { type Procedure, type ProcedureRow, procedureKinds, type WayPaid, waysPaid } from './procedure.ts';
import { procedureStatuses } from './procedure-lifecycle.ts';

const columns = [
  ...(['chamber_id', 'procedure_id', 'kind', 'status', 'receipt_number', 'registration_id', 'account_id'] as const),
  ...(['paper_registration_id', 'mail', 'rules_version', 'agreed_at', 'version', 'round', 'claimed_by'] as const),
  ...(['fee_member_class', 'fee_returned_at'] as const),
  ...(['claimed_at', 'fee_yen', 'fee_paid', 'kept_until', 'submitted_at', 'created_at', 'changed_at'] as const),
] as const;

const rows = (trx: Trx, chamberId: string) =>
  trx
    .selectFrom('procedure')
    .select([...columns, sql<string | null>`accepted_on::text`.as('accepted_on')])
    .where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** All but what was typed. */
function factsOf(row: Row): Omit<Procedure, 'content'> {
  return {
    ...{ chamberId: row.chamber_id, procedureId: row.procedure_id, receiptNumber: row.receipt_number },
    ...{ kind: known(procedureKinds, row.kind), status: known(procedureStatuses, row.status) },
    ...{ registrationId: row.registration_id, paperRegistrationId: row.paper_registration_id, mail: row.mail },
    ...{ accountId: row.account_id, rulesVersion: row.rules_version, agreedAt: row.agreed_at },
    ...{ version: row.version, round: row.round, claimedBy: row.claimed_by, claimedAt: row.claimed_at },
    feeYen: row.fee_yen,
    feePaid: row.fee_paid === null ? null : known(waysPaid, row.fee_paid),
    feeMemberClass: row.fee_member_class === null ? null : known(memberClasses, row.fee_member_class),
    feeReturnedAt: row.fee_returned_at,
    ...{ keptUntil: row.kept_until, submittedAt: row.submitted_at, acceptedOn: row.accepted_on },
    ...{ createdAt: row.created_at, changedAt: row.changed_at },
  };
}

export async function insertProcedure(trx: Trx, procedure: Procedure): Promise<void> {
  await trx
    .insertInto('procedure')
    .values({
      chamber_id: procedure.chamberId,
      procedure_id: procedure.procedureId,
      kind: procedure.kind,
      status: procedure.status,
      registration_id: procedure.registrationId,
      paper_registration_id: procedure.paperRegistrationId,
      mail: procedure.mail,
      account_id: procedure.accountId,
      rules_version: procedure.rulesVersion,
      agreed_at: procedure.agreedAt,
      content: JSON.stringify(procedure.content),
      kept_until: procedure.keptUntil,
      created_at: procedure.createdAt,
      changed_at: procedure.changedAt,
    })
    .execute();
}

/** `lock`: nobody else changes it until the end of the transaction. Refuses `not_found`. */
export async function getProcedure(
  trx: Trx,
  chamberId: string,
  procedureId: string,
  reading: 'look' | 'lock',
): Promise<Procedure> {
  const query = rows(trx, chamberId).select('content').where('procedure_id', '=', procedureId);
  const row = await (reading === 'lock' ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return { ...factsOf(row), content: RegistrationContent.parse(row.content) };
}

/** For lists: the firm's names instead of the whole form. */
export const listedRows = (trx: Trx, chamberId: string) =>
  rows(trx, chamberId).select([
    sql<string>`content ->> 'nameJa'`.as('name_ja'),
    sql<string>`content ->> 'nameEn'`.as('name_en'),
  ]);

export const rowOfList = (row: Row & { name_ja: string; name_en: string }): ProcedureRow => ({
  ...factsOf(row),
  ...{ nameJa: row.name_ja, nameEn: row.name_en },
});

/** The procedures of one registration, the newest first; at most 100. */
export async function listProceduresOf(trx: Trx, chamberId: string, registrationId: string): Promise<ProcedureRow[]> {
  const found = await listedRows(trx, chamberId)
    .where('registration_id', '=', registrationId)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return found.map(rowOfList);
}

/** The one that is not over; the database allows one at most. */
export async function findOpenProcedureOf(
  trx: Trx,
  chamberId: string,
  registrationId: string,
): Promise<Procedure | undefined> {
  const row = await rows(trx, chamberId)
    .select('content')
    .where('registration_id', '=', registrationId)
    .where('status', 'not in', ['rejected', 'cancelled', 'accepted'])
    .executeTakeFirst();
  return row && { ...factsOf(row), content: RegistrationContent.parse(row.content) };
}

/** Forms of this address that wait for their firm, begun without an ID; at most 20. */
export async function listOpenFormsOfMail(
  trx: Trx,
  chamberId: string,
  mail: string,
): Promise<Pick<Procedure, 'chamberId' | 'procedureId' | 'mail'>[]> {
  const found = await trx
    .selectFrom('procedure')
    .select(['procedure_id', 'mail'])
    .where('chamber_id', '=', chamberId)
    .where(sql<string>`lower(mail)`, '=', mail.toLowerCase())
    .where('account_id', 'is', null)
    .where('status', 'not in', ['rejected', 'cancelled', 'accepted'])
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return found.map((row) => ({ chamberId, procedureId: row.procedure_id, mail: row.mail }));
}

type Of = { chamberId: string; procedureId: string };
const update = (trx: Trx, of: Of) =>
  trx.updateTable('procedure').where('chamber_id', '=', of.chamberId).where('procedure_id', '=', of.procedureId);

/** Writes what was typed, and counts the version up. */
export async function updateProcedureContent(
  trx: Trx,
  of: Of & { at: Date },
  content: RegistrationContent,
): Promise<void> {
  await update(trx, of)
    .set((eb) => ({ content: JSON.stringify(content), version: eb('version', '+', 1), changed_at: of.at }))
    .execute();
}

/** What a form has uploaded in its life, replaced and removed files included. */
export type Uploaded = { uploads: number; bytes: number };

/** Counts one more. Returns what it comes to. */
export async function addUpload(trx: Trx, of: Of, bytes: number): Promise<Uploaded> {
  const row = await update(trx, of)
    .set((eb) => ({ uploads: eb('uploads', '+', 1), uploaded_bytes: eb('uploaded_bytes', '+', String(bytes)) }))
    .returning(['uploads', 'uploaded_bytes'])
    .executeTakeFirstOrThrow();
  return { uploads: row.uploads, bytes: Number(row.uploaded_bytes) };
}

/** What it comes to so far. */
export async function getUploaded(trx: Trx, of: Of): Promise<Uploaded> {
  const row = await trx
    .selectFrom('procedure')
    .select(['uploads', 'uploaded_bytes'])
    .where('chamber_id', '=', of.chamberId)
    .where('procedure_id', '=', of.procedureId)
    .executeTakeFirstOrThrow();
  return { uploads: row.uploads, bytes: Number(row.uploaded_bytes) };
}

/** Where its link and its mails go from now on. */
export async function updateProcedureMail(trx: Trx, of: Of & { mail: string }): Promise<void> {
  await update(trx, of).set({ mail: of.mail }).execute();
}

/** 担当: who holds it at the desk; null: nobody. */
export async function updateProcedureClaim(
  trx: Trx,
  of: Of & { claim: { by: string; at: Date } | null },
): Promise<void> {
  await update(trx, of)
    .set({ claimed_by: of.claim?.by ?? null, claimed_at: of.claim?.at ?? null })
    .execute();
}

/** 登録料 of this case, yen, tax included, by the member class that the chamber found. */
export async function updateProcedureFee(
  trx: Trx,
  of: Of & { feeYen: number; feeMemberClass: MemberClass },
): Promise<void> {
  await update(trx, of).set({ fee_yen: of.feeYen, fee_member_class: of.feeMemberClass }).execute();
}

export async function updateFeePaid(trx: Trx, of: Of & { feePaid: WayPaid }): Promise<void> {
  await update(trx, of).set({ fee_paid: of.feePaid }).execute();
}

export async function updateFeeReturned(trx: Trx, of: Of & { at: Date }): Promise<void> {
  await update(trx, of).set({ fee_returned_at: of.at }).execute();
}

/** What acceptance adds to the row. `acceptedOn`: YYYY-MM-DD in Japan. Its status is `advance`'s to write, afterwards. */
export async function updateAccepted(trx: Trx, of: Of & { registrationId: string; acceptedOn: string }): Promise<void> {
  await update(trx, of).set({ registration_id: of.registrationId, accepted_on: of.acceptedOn }).execute();
}

/** What a submission adds to the row, and the submission as it is. */
export async function insertSubmittedProcedure(
  trx: Trx,
  of: Of & { round: number; receiptNumber: string; at: Date },
  content: RegistrationContent,
  findings: unknown,
): Promise<void> {
  await update(trx, of)
    .set({ round: of.round, receipt_number: of.receiptNumber, submitted_at: of.at, changed_at: of.at })
    .execute();
  await trx
    .insertInto('procedure_submission')
    .values({
      chamber_id: of.chamberId,
      procedure_id: of.procedureId,
      round: of.round,
      at: of.at,
      content: JSON.stringify(content),
      findings: JSON.stringify(findings),
    })
    .execute();
}

/** Forgets forms that were never submitted and are kept no longer, with their papers and links. Returns how many. */
export async function deleteUnkeptProcedures(trx: Trx, chamberId: string, now: Date): Promise<number> {
  const old = await trx
    .selectFrom('procedure')
    .select('procedure_id')
    .where('chamber_id', '=', chamberId)
    .where('status', '=', 'draft')
    .where('round', '=', 0)
    .where('kept_until', '<=', now)
    .limit(500)
    .forUpdate()
    .execute();
  const ids = old.map((row) => row.procedure_id);
  if (ids.length === 0) return 0;
  await trx
    .deleteFrom('procedure_paper')
    .where('chamber_id', '=', chamberId)
    .where('procedure_id', 'in', ids)
    .execute();
  await trx.deleteFrom('procedure').where('chamber_id', '=', chamberId).where('procedure_id', 'in', ids).execute();
  return ids.length;
}
