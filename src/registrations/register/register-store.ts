import { type SqlBool, sql } from 'kysely';
import type { Trx } from '../../lib/db.ts';
import { known } from '../../lib/known.ts';
import { type FirmKind, firmKinds, type MemberClass, memberClasses } from '../content.ts';
import { type Registration, registrationStatuses, type Standing } from '../registration.ts';
import { registrationsUnder, sanctionedOf, sumOnRegistration } from '../sanctions/in-force-store.ts';

/** A line of 登録台帳: what the index `registration_register` holds, so that a search reads nothing else but the sanctions. */
export type RegisterRow = Pick<
  Registration,
  'chamberId' | 'registrationId' | 'number' | 'nameJa' | 'nameEn' | 'corporateNumber' | 'kind' | 'memberClass'
> &
  Pick<Registration, 'validFrom' | 'validUntil' | 'status' | 'sanctioned'>;

export type RegisterFilter = {
  /** In the name (ja or en), or how the registration number begins, or the whole corporate number. */
  words?: string;
  kind?: FirmKind;
  memberClass?: MemberClass;
  standing?: Standing;
};

const filtered = (trx: Trx, chamberId: string, today: string, filter: RegisterFilter) => {
  const { kind, memberClass, standing } = filter;
  const words = filter.words?.normalize('NFKC').trim();
  let query = trx.selectFrom('registration').where('chamber_id', '=', chamberId);
  if (kind) query = query.where('kind', '=', kind);
  if (memberClass) query = query.where('member_class', '=', memberClass);
  if (standing) query = query.where(standingIs(standing, { chamberId, today }));
  return words ? query.where(has(words)) : query;
};

function has(words: string) {
  const escaped = words.replace(/[\\%_]/g, '\\$&');
  const [inside, front] = [`%${escaped}%`, `${escaped}%`];
  return sql<SqlBool>`(normalize(name_ja, NFKC) ilike ${inside} or name_en ilike ${inside}
    or number ilike ${front} or corporate_number = ${words.replace(/[\s-]/g, '')})`;
}

/** The same as `standingOf`, in SQL; a test compares them. */
function standingIs(standing: Standing, of: { chamberId: string; today: string }) {
  const { today } = of;
  const struckOff = sql`(status = 'struck_off' or registration_id in ${registrationsUnder(['struck_off'], of)})`;
  const active = sql`status = 'active' and not ${struckOff}`;
  const valid = sql`${active} and valid_from <= ${today}::date and valid_until >= ${today}::date`;
  const suspended = sql`registration_id in ${registrationsUnder(['suspended'], of)}`;
  const conditions = {
    good: sql<SqlBool>`(${valid} and not (${suspended}))`,
    suspended: sql<SqlBool>`(${valid} and ${suspended})`,
    not_yet: sql<SqlBool>`(${active} and valid_from > ${today}::date)`,
    expired: sql<SqlBool>`((status = 'expired' and not ${struckOff}) or (${active} and valid_from <= ${today}::date
      and valid_until < ${today}::date))`,
    ended: sql<SqlBool>`(status = 'ended')`,
    struck_off: sql<SqlBool>`(status <> 'ended' and ${struckOff})`,
  };
  return conditions[standing];
}

/** In the order of their numbers. `today`: YYYY-MM-DD in Japan. `page` from 1. */
export async function listRegister(
  trx: Trx,
  of: { chamberId: string; today: string },
  filter: RegisterFilter,
  page: { page: number; size: number },
): Promise<RegisterRow[]> {
  const rows = await filtered(trx, of.chamberId, of.today, filter)
    .innerJoinLateral(sumOnRegistration.as<'sanctioned'>('sanctioned'), (join) => join.onTrue())
    .select([
      ...(['registration_id', 'number', 'name_ja', 'name_en', 'corporate_number', 'kind'] as const),
      ...(['member_class', 'status', 'suspended_until', 'extra_documents_until', 'struck_off'] as const),
      sql<string>`valid_from::text`.as('valid_from'),
      sql<string>`valid_until::text`.as('valid_until'),
    ])
    .orderBy('number')
    .limit(page.size)
    .offset((page.page - 1) * page.size)
    .execute();
  return rows.map((row) => ({
    ...{ chamberId: of.chamberId, registrationId: row.registration_id, number: row.number, nameJa: row.name_ja },
    ...{ nameEn: row.name_en, corporateNumber: row.corporate_number, kind: known(firmKinds, row.kind) },
    ...{ memberClass: known(memberClasses, row.member_class), status: known(registrationStatuses, row.status) },
    ...{ validFrom: row.valid_from, validUntil: row.valid_until, sanctioned: sanctionedOf(row) },
  }));
}

export async function countRegister(
  trx: Trx,
  of: { chamberId: string; today: string },
  filter: RegisterFilter,
): Promise<number> {
  const row = await filtered(trx, of.chamberId, of.today, filter)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
