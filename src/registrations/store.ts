import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { Refusal } from '../lib/refusal.ts';
import { firmKinds, legalForms, memberClasses, RegistrationContent } from './content.ts';
import {
  type NewRegistration,
  type Registration,
  registrationStatuses,
  type Signatory,
  signatoryStatuses,
} from './registration.ts';
import { sanctionedOf, sumOnRegistration } from './sanctions/in-force-store.ts';

/** What a form says of a firm. `form`: the whole as it was accepted; null: registered before there was one. */
const toldColumns = (row: NewRegistration, form: RegistrationContent | null) => ({
  name_ja: row.nameJa,
  name_en: row.nameEn,
  address_en: row.addressEn,
  place_en: row.placeEn,
  member_class: row.memberClass,
  kind: row.kind,
  legal_form: row.legalForm,
  corporate_number: row.corporateNumber,
  content: JSON.stringify(form ?? {}),
});

export async function insertRegistration(
  trx: Trx,
  row: NewRegistration,
  at: Date,
  form: RegistrationContent | null = null,
): Promise<void> {
  await trx
    .insertInto('registration')
    .values({
      chamber_id: row.chamberId,
      registration_id: row.registrationId,
      number: row.number,
      ...toldColumns(row, form),
      paper_number: row.paperNumber,
      valid_from: row.validFrom,
      valid_until: row.validUntil,
      status: row.status,
      users_see_all: row.usersSeeAll,
      release_required: row.releaseRequired,
      created_at: at,
    })
    .execute();
}

export async function insertSignatory(trx: Trx, row: Signatory, at: Date): Promise<void> {
  await trx
    .insertInto('signatory')
    .values({
      chamber_id: row.chamberId,
      signatory_id: row.signatoryId,
      registration_id: row.registrationId,
      account_id: row.accountId,
      name_ja: row.nameJa,
      name_en: row.nameEn,
      title_en: row.titleEn,
      signature_sha256: row.signatureSha256,
      status: row.status,
      successor_id: row.successorId,
      created_at: at,
    })
    .execute();
}

/** undefined: the number has not been given. */
export async function findRegistrationByNumber(
  trx: Trx,
  chamberId: string,
  number: string,
): Promise<Registration | undefined> {
  const row = await trx
    .selectFrom('registration')
    .select('registration_id')
    .where('chamber_id', '=', chamberId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && getRegistration(trx, chamberId, row.registration_id);
}

/** The one of this legal person that is active or has lapsed; the database allows one. */
export async function findStandingRegistration(
  trx: Trx,
  chamberId: string,
  corporateNumber: string,
): Promise<Registration | undefined> {
  const row = await trx
    .selectFrom('registration')
    .select('registration_id')
    .where('chamber_id', '=', chamberId)
    .where('corporate_number', '=', corporateNumber)
    .where('status', 'in', ['active', 'expired'])
    .executeTakeFirst();
  return row && getRegistration(trx, chamberId, row.registration_id);
}

/** Writes what an accepted procedure says; number and first day stay, and its status is `advance`'s to write. */
export async function updateRegistration(trx: Trx, row: Registration, form: RegistrationContent): Promise<void> {
  await trx
    .updateTable('registration')
    .set({
      ...toldColumns(row, form),
      valid_until: row.validUntil,
    })
    .where('chamber_id', '=', row.chamberId)
    .where('registration_id', '=', row.registrationId)
    .execute();
}

/** Title and signature: a name has no way to change. */
export async function updateSignatory(
  trx: Trx,
  row: Pick<Signatory, 'chamberId' | 'signatoryId' | 'titleEn' | 'signatureSha256'>,
): Promise<void> {
  await trx
    .updateTable('signatory')
    .set({ title_en: row.titleEn, signature_sha256: row.signatureSha256 })
    .where('chamber_id', '=', row.chamberId)
    .where('signatory_id', '=', row.signatoryId)
    .execute();
}

/** Who takes over from a signatory that has ended. */
export async function updateSuccessor(
  trx: Trx,
  of: { chamberId: string; signatoryId: string; successorId: string },
): Promise<void> {
  await trx
    .updateTable('signatory')
    .set({ successor_id: of.successorId })
    .where('chamber_id', '=', of.chamberId)
    .where('signatory_id', '=', of.signatoryId)
    .execute();
}

/** Refuses `not_found`. */
export async function getRegistration(trx: Trx, chamberId: string, registrationId: string): Promise<Registration> {
  // A day is a day: the driver would make a Date of it, in the zone of the machine.
  const row = await trx
    .selectFrom('registration')
    .innerJoinLateral(sumOnRegistration.as<'sanctioned'>('sanctioned'), (join) => join.onTrue())
    .select([
      ...(['number', 'name_ja', 'name_en', 'address_en', 'place_en', 'member_class', 'status'] as const),
      ...(['users_see_all', 'release_required', 'kind', 'legal_form', 'corporate_number'] as const),
      'paper_number',
      sql<string>`valid_from::text`.as('valid_from'),
      sql<string>`valid_until::text`.as('valid_until'),
      ...(['suspended_until', 'extra_documents_until', 'struck_off'] as const),
    ])
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return {
    ...{ chamberId, registrationId, number: row.number, nameJa: row.name_ja, nameEn: row.name_en },
    ...{ addressEn: row.address_en, placeEn: row.place_en },
    memberClass: known(memberClasses, row.member_class),
    ...{ kind: known(firmKinds, row.kind), legalForm: known(legalForms, row.legal_form) },
    ...{ corporateNumber: row.corporate_number, paperNumber: row.paper_number },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until },
    status: known(registrationStatuses, row.status),
    sanctioned: sanctionedOf(row),
    ...{ usersSeeAll: row.users_see_all, releaseRequired: row.release_required },
  };
}

/**
 * The whole form as it was last accepted; null: registered before there was one. Apart, as it may hold two hundred signatories
 * and few ask for it. Refuses `not_found`.
 */
export async function getRegisteredForm(
  trx: Trx,
  chamberId: string,
  registrationId: string,
): Promise<RegistrationContent | null> {
  const row = await trx
    .selectFrom('registration')
    .select('content')
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return Object.keys(row.content as object).length === 0 ? null : RegistrationContent.parse(row.content);
}

/** The signatory who signs in with this ID; undefined for an ID that is no signatory's. */
export async function findSignatoryOfAccount(
  trx: Trx,
  chamberId: string,
  accountId: string,
): Promise<Signatory | undefined> {
  const row = await signatories(trx, chamberId).where('account_id', '=', accountId).executeTakeFirst();
  return row && signatoryOf(row);
}

/** Refuses `not_found`. */
export async function getSignatory(trx: Trx, chamberId: string, signatoryId: string): Promise<Signatory> {
  const row = await signatories(trx, chamberId).where('signatory_id', '=', signatoryId).executeTakeFirst();
  if (!row) throw new Refusal('not_found');
  return signatoryOf(row);
}

/** This signatory, or where he has left whoever has taken over by now. Refuses `not_found`. */
export async function getLivingSignatory(trx: Trx, chamberId: string, signatoryId: string): Promise<Signatory> {
  let found = await getSignatory(trx, chamberId, signatoryId);
  // A successor is registered when another leaves, so the chain has an end; the count only keeps a broken one from turning for ever.
  for (let steps = 0; found.status === 'ended' && found.successorId !== null && steps < 100; steps++)
    found = await getSignatory(trx, chamberId, found.successorId);
  return found;
}

/** All signatories of a firm: beside an invoice the examiner looks whose signature it bears. At most 200. */
export async function listSignatories(trx: Trx, chamberId: string, registrationId: string): Promise<Signatory[]> {
  const rows = await signatories(trx, chamberId)
    .where('registration_id', '=', registrationId)
    .orderBy('created_at')
    .limit(200)
    .execute();
  return rows.map(signatoryOf);
}

/** Every signatory that the firm has or had. */
export async function listSignatoryIds(trx: Trx, chamberId: string, registrationId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('signatory')
    .select('signatory_id')
    .where('chamber_id', '=', chamberId)
    .where('registration_id', '=', registrationId)
    .execute();
  return rows.map((row) => row.signatory_id);
}

/** This signatory and all whom he succeeded, over any number of steps. */
export async function listSucceeded(trx: Trx, chamberId: string, signatoryId: string): Promise<string[]> {
  // `union`, not `union all`: it ends also where the rows went round in a ring.
  const found = await sql<{ signatory_id: string }>`
    with recursive mine as (
      select ${signatoryId}::uuid as signatory_id
      union
      select signatory.signatory_id from signatory join mine on signatory.successor_id = mine.signatory_id
      where signatory.chamber_id = ${chamberId}
    ) select signatory_id from mine`.execute(trx);
  return found.rows.map((row) => row.signatory_id);
}

const signatories = (trx: Trx, chamberId: string) =>
  trx.selectFrom('signatory').selectAll().where('chamber_id', '=', chamberId);
type Row = Awaited<ReturnType<ReturnType<typeof signatories>['executeTakeFirstOrThrow']>>;

function signatoryOf(row: Row): Signatory {
  return {
    ...{ chamberId: row.chamber_id, signatoryId: row.signatory_id, registrationId: row.registration_id },
    ...{ accountId: row.account_id, nameJa: row.name_ja, nameEn: row.name_en, titleEn: row.title_en },
    ...{ signatureSha256: row.signature_sha256, successorId: row.successor_id },
    status: known(signatoryStatuses, row.status),
  };
}
