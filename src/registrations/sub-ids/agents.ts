// 代行業者: a firm that applies for others. Only a firm that is registered as agent at this chamber holds a sub ID of another.
import type { Trx } from '../../lib/db.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { type Registration, type SubId, standingOf } from '../registration.ts';
import { findRegistrationByNumber, getRegistration } from '../store.ts';

type AsAgent = Pick<Registration, 'kind' | 'status' | 'validFrom' | 'validUntil' | 'sanctioned'>;

/** Why a firm holds no sub ID of another on that day (YYYY-MM-DD in Japan); undefined: it may. */
export function agentFault(registration: AsAgent, today: string): 'applicant' | 'not_good' | undefined {
  if (registration.kind === 'applicant') return 'applicant';
  return standingOf(registration, today) === 'good' ? undefined : 'not_good';
}

type Words = Omit<FieldProblem, 'field'>;

const faults: Record<'unknown' | 'own' | 'applicant' | 'not_good', Words> = {
  unknown: {
    ja: 'この貿易登録番号の代行業者は、この商工会議所にありません。番号を代行業者にお確かめください。',
    en: 'This chamber has no agent with this trade registration number. Please ask the agent for the right one.',
  },
  own: {
    ja: 'これは自社の貿易登録番号です。社内の方がお使いになるときは、空欄にしてください。',
    en: 'This is your own firm’s number. Leave the field empty for somebody of your own firm.',
  },
  applicant: {
    ja: 'この番号の会社は申請者として登録されていて、代行業者としては登録されていません。サブIDをお渡しできるのは、この商工会議所に代行業者として登録した会社だけです。',
    en: 'The firm with this number is registered as an applicant, not as an agent. Only a firm registered as agent at this chamber can hold a sub ID of another firm.',
  },
  not_good: {
    ja: 'この番号の代行業者の貿易登録は、いま有効ではありません。代行業者にお確かめください。',
    en: 'The trade registration of the agent with this number is not valid today. Please ask the agent.',
  },
};

export const agentNumberField = 'agentNumber';
/** Characters. */
export const agentNumberLength = 40;

/**
 * The agent whose clerk will hold a sub ID, by its 貿易登録番号 as typed; null when the field is empty: somebody of the own
 * firm. `today`: YYYY-MM-DD in Japan. Refuses `invalid` at `agentNumber` for any firm that is no agent in good standing at
 * this chamber, the own one too.
 */
export async function readAgent(
  trx: Trx,
  of: { chamberId: string; registrationId: string; today: string },
  typed: string | undefined,
): Promise<Registration | null> {
  const number = (typed ?? '').normalize('NFKC').trim().toUpperCase();
  if (number === '') return null;
  const refuse = (words: Words): never => {
    throw new Refusal('invalid', { fields: [{ field: agentNumberField, ...words }] });
  };
  const agent =
    number.length > agentNumberLength ? undefined : await findRegistrationByNumber(trx, of.chamberId, number);
  if (!agent) return refuse(faults.unknown);
  if (agent.registrationId === of.registrationId) return refuse(faults.own);
  const fault = agentFault(agent, of.today);
  return fault ? refuse(faults[fault]) : agent;
}

const unusable: Words = {
  ja: 'このサブIDをお持ちの代行業者の貿易登録が、いま有効な代行業者の登録ではないため、このサブIDは使えません。案件と履歴は署名者のもとに残っています。代行業者の管理者IDの方か、商工会議所にお問い合わせください。',
  en: 'The firm that holds this sub ID is not registered as an agent in good standing today, so it cannot be used. The cases and their history stay with the signatory. Please ask your firm’s administrator or the chamber.',
};

/** Whether the agent whose clerk holds it is registered as one no more. `today`: YYYY-MM-DD in Japan. */
export async function isOfFormerAgent(
  trx: Trx,
  { chamberId, holderRegistrationId }: Pick<SubId, 'chamberId' | 'holderRegistrationId'>,
  today: string,
): Promise<boolean> {
  if (holderRegistrationId === null) return false;
  return agentFault(await getRegistration(trx, chamberId, holderRegistrationId), today) !== undefined;
}

/** A sub ID held by an agent works while that agent is registered as one. Refuses `not_allowed` with the reason. */
export async function requireAgent(
  trx: Trx,
  sub: Pick<SubId, 'chamberId' | 'holderRegistrationId'>,
  today: string,
): Promise<void> {
  if (await isOfFormerAgent(trx, sub, today))
    throw new Refusal('not_allowed', { fields: [{ field: '', ...unusable }] });
}
