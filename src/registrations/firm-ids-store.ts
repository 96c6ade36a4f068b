// The IDs of a firm as its administrator sees them. Signing in, applications and links are other rooms' tables; they are
// only counted here, a row at a time by an index, so that a list of IDs is one query.
import { sql } from 'kysely';
import { type AccountStatus, accountStatuses } from '../accounts/account.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { known } from '../lib/known.ts';
import { type SignatoryStatus, type SubMay, signatoryStatuses, subMays } from './registration.ts';
import { getRegistration } from './store.ts';
import { agentFault } from './sub-ids/agents.ts';

/** What the list shows of any ID. */
export type FirmId = {
  accountId: string;
  loginId: string;
  nameJa: string;
  nameEn: string;
  mail: string;
  status: AccountStatus;
  /** Its holder has chosen one. */
  hasPassword: boolean;
  /** Until when a one-time link waits for its holder; null: none does. */
  linkUntil: Date | null;
  lastSignIn: Date | null;
  /** Applications made under this ID. */
  cases: number;
};

/** A user ID. The signatory's names are those printed, the account's those on the screen. */
export type FirmUserId = FirmId & {
  signatory: {
    signatoryId: string;
    nameJa: string;
    nameEn: string;
    titleEn: string;
    hasSignature: boolean;
    status: SignatoryStatus;
  };
  /** Sub IDs that he made and that have not ended. */
  subIds: number;
};

export type FirmSubId = FirmId & {
  /** Whose signature it uses, and his user ID. */
  signatory: { signatoryId: string; nameJa: string; nameEn: string; loginId: string };
  /** The agent (代行業者) whose clerk holds it; null: somebody of the firm. */
  holder: HolderFirm | null;
  may: readonly SubMay[];
  /** The last day of its use, YYYY-MM-DD in Japan; null: until it is ended. */
  validUntil: string | null;
};

/** `usable`: it is registered as agent today; else its sub IDs cannot be used. */
export type HolderFirm = { registrationId: string; number: string; nameJa: string; nameEn: string; usable: boolean };

export type OfFirm = { chamberId: string; registrationId: string; now: Date };

const idColumns = ({ now }: OfFirm) =>
  [
    ...(['account.account_id', 'account.login_id', 'account.name_ja', 'account.name_en', 'account.mail'] as const),
    'account.status',
    sql<boolean>`account.password_hash is not null`.as('has_password'),
    linkUntil(now).as('link_until'),
    sql<Date | null>`(select at from event as e where e.chamber_id = account.chamber_id and e.subject = 'account'
      and e.subject_id = account.account_id and e.action = 'sign_in' order by e.seq desc limit 1)`.as('last_sign_in'),
    sql<string>`(select count(*) from application as a where a.chamber_id = account.chamber_id
      and a.account_id = account.account_id)`.as('cases'),
  ] as const;

type IdRow = {
  account_id: string;
  login_id: string;
  name_ja: string;
  name_en: string;
  mail: string;
  status: string;
  has_password: boolean;
  link_until: Date | null;
  last_sign_in: Date | null;
  cases: string;
};

const firmIdOf = (row: IdRow): FirmId => ({
  ...{ accountId: row.account_id, loginId: row.login_id, nameJa: row.name_ja, nameEn: row.name_en, mail: row.mail },
  ...{ status: known(accountStatuses, row.status), hasPassword: row.has_password, linkUntil: row.link_until },
  ...{ lastSignIn: row.last_sign_in, cases: Number(row.cases) },
});

export const userIdsAtMost = 200;

/** The user IDs of a firm, ended ones too, in the order of their numbers; 200 at most. */
export async function listUserIds(trx: Trx, of: OfFirm): Promise<FirmUserId[]> {
  const rows = await trx
    .selectFrom('account')
    .innerJoin('signatory', (join) =>
      join
        .onRef('signatory.chamber_id', '=', 'account.chamber_id')
        .onRef('signatory.account_id', '=', 'account.account_id'),
    )
    .select(idColumns(of))
    .select([
      ...(['signatory.signatory_id', 'signatory.title_en', 'signatory.status as signatory_status'] as const),
      ...(['signatory.name_ja as printed_ja', 'signatory.name_en as printed_en'] as const),
      sql<boolean>`signatory.signature_sha256 is not null`.as('has_signature'),
      sql<string>`(select count(*) from sub_id as s join account as b using (chamber_id, account_id)
        where s.chamber_id = signatory.chamber_id and s.signatory_id = signatory.signatory_id
        and b.status = 'active')`.as('sub_ids'),
    ])
    .where('account.chamber_id', '=', of.chamberId)
    .where('account.registration_id', '=', of.registrationId)
    .where('account.role', '=', 'user')
    .orderBy('account.login_id')
    .limit(userIdsAtMost)
    .execute();
  return rows.map((row) => ({
    ...firmIdOf(row),
    signatory: {
      ...{ signatoryId: row.signatory_id, nameJa: row.printed_ja, nameEn: row.printed_en, titleEn: row.title_en },
      ...{ hasSignature: row.has_signature, status: known(signatoryStatuses, row.signatory_status) },
    },
    subIds: Number(row.sub_ids),
  }));
}

const subIdRows = (trx: Trx, of: OfFirm, signatoryId: string | undefined) => {
  const query = trx
    .selectFrom('account')
    .innerJoin('sub_id', (join) =>
      join.onRef('sub_id.chamber_id', '=', 'account.chamber_id').onRef('sub_id.account_id', '=', 'account.account_id'),
    )
    .where('account.chamber_id', '=', of.chamberId)
    .where('account.registration_id', '=', of.registrationId);
  return signatoryId === undefined ? query : query.where('sub_id.signatory_id', '=', signatoryId);
};

/** The sub IDs of a firm, or of one of its signatories, ended ones too, in the order of their numbers. `page` from 1. */
export async function listSubIds(
  trx: Trx,
  of: OfFirm,
  asked: { signatoryId?: string | undefined; page: number; size: number },
): Promise<{ rows: FirmSubId[]; total: number }> {
  const found = await subIdRows(trx, of, asked.signatoryId)
    .innerJoin('signatory', (join) =>
      join
        .onRef('signatory.chamber_id', '=', 'sub_id.chamber_id')
        .onRef('signatory.signatory_id', '=', 'sub_id.signatory_id'),
    )
    .innerJoin('account as maker', (join) =>
      join
        .onRef('maker.chamber_id', '=', 'signatory.chamber_id')
        .onRef('maker.account_id', '=', 'signatory.account_id'),
    )
    .select(idColumns(of))
    .select([
      ...(['sub_id.may', 'signatory.signatory_id', 'maker.login_id as maker_login_id'] as const),
      ...(['signatory.name_ja as printed_ja', 'signatory.name_en as printed_en'] as const),
      'sub_id.holder_registration_id as holder_id',
      sql<string | null>`sub_id.valid_until::text`.as('valid_until'),
    ])
    .orderBy('account.login_id')
    .limit(asked.size)
    .offset((asked.page - 1) * asked.size)
    .execute();
  const count = await subIdRows(trx, of, asked.signatoryId)
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  const holders = await holderFirms(
    trx,
    of,
    found.flatMap((row) => row.holder_id ?? []),
  );
  const rows = found.map((row): FirmSubId => {
    const signatory = { signatoryId: row.signatory_id, nameJa: row.printed_ja, nameEn: row.printed_en };
    return {
      ...firmIdOf(row),
      signatory: { ...signatory, loginId: row.maker_login_id },
      holder: holders.get(row.holder_id ?? '') ?? null,
      may: row.may.map((one): SubMay => known(subMays, one)),
      validUntil: row.valid_until,
    };
  });
  return { rows, total: Number(count.n) };
}

/** The agents who hold some of them. Each once: of hundreds of sub IDs a few agents hold all. */
async function holderFirms(
  trx: Trx,
  { chamberId, now }: OfFirm,
  ids: readonly string[],
): Promise<Map<string, HolderFirm>> {
  const firms = new Map<string, HolderFirm>();
  for (const registrationId of new Set(ids)) {
    const firm = await getRegistration(trx, chamberId, registrationId);
    const usable = agentFault(firm, dayInJapan(now)) === undefined;
    firms.set(registrationId, {
      registrationId,
      number: firm.number,
      nameJa: firm.nameJa,
      nameEn: firm.nameEn,
      usable,
    });
  }
  return firms;
}

/** IDs that are in use and whose holder has not chosen a password yet. */
export async function countWithoutPassword(trx: Trx, of: Omit<OfFirm, 'now'>): Promise<number> {
  const row = await trx
    .selectFrom('account')
    .select((eb) => eb.fn.countAll<string>().as('n'))
    .where('chamber_id', '=', of.chamberId)
    .where('registration_id', '=', of.registrationId)
    .where('role', 'in', ['user', 'sub'])
    .where('status', '=', 'active')
    .where('password_hash', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Whether the holder of this ID has ever chosen a password, and until when a link waits for him. */
export async function getPasswordState(
  trx: Trx,
  of: { chamberId: string; accountId: string; now: Date },
): Promise<Pick<FirmId, 'hasPassword' | 'linkUntil'>> {
  const row = await trx
    .selectFrom('account')
    .select([sql<boolean>`password_hash is not null`.as('has'), linkUntil(of.now).as('until')])
    .where('chamber_id', '=', of.chamberId)
    .where('account_id', '=', of.accountId)
    .executeTakeFirstOrThrow();
  return { hasPassword: row.has, linkUntil: row.until };
}

const linkUntil = (now: Date) =>
  sql<Date | null>`(select max(ends_at) from one_time_link as l where l.chamber_id = account.chamber_id
    and l.account_id = account.account_id and l.used_at is null and l.ends_at > ${now})`;
