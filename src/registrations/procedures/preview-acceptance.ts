// What acceptance would do, said before it is done. It follows ./accept-procedure, ./put-administrator and ./put-signatories;
// a test holds the two beside each other.
import type { Ctx } from '../../accounts/context.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber, type Trx } from '../../lib/db.ts';
import { getPaperRegistration } from '../register/paper-register-store.ts';
import { getRegistration, listSignatories } from '../store.ts';
import { lastDayFrom } from './accept-procedure.ts';
import { needsSignatures } from './content-rules.ts';
import type { Procedure } from './procedure.ts';
import { deskProcedure } from './procedure-desk.ts';

export type AcceptancePreview = {
  /** null: a new one is given. */
  number: string | null;
  /** The paper registration whose term it keeps. */
  paperNumber: string | null;
  /** Days in Japan, YYYY-MM-DD, both included. */
  validFrom: string;
  validUntil: string;
  administrator: 'new' | 'passes' | 'stays';
  /** Signatories who get a user ID. */
  comes: { nameEn: string; mail: string }[];
  /** Signatories whose user ID ends. */
  leaves: { nameEn: string }[];
};

/** Changes nothing. */
export function previewAcceptance(ctx: Ctx, procedureId: string): Promise<AcceptancePreview> {
  requireAct(ctx.actor, 'desk.register');
  return inChamber(ctx.db, ctx.actor.chamberId, async (trx) => {
    const procedure = await deskProcedure(trx, ctx, procedureId, 'look');
    return {
      ...(await termOf(trx, procedure, dayInJapan(ctx.now))),
      administrator: await administratorOf(trx, procedure),
      ...(await signatoriesOf(trx, procedure)),
    };
  });
}

type Term = Pick<AcceptancePreview, 'number' | 'paperNumber' | 'validFrom' | 'validUntil'>;

async function termOf(trx: Trx, procedure: Procedure, today: string): Promise<Term> {
  const { chamberId, kind, registrationId, paperRegistrationId } = procedure;
  if (kind === 'renewal' || kind === 'change') {
    const before = await getRegistration(trx, chamberId, registrationId ?? '');
    const validUntil = kind === 'renewal' ? lastDayFrom(today) : before.validUntil;
    return { number: before.number, paperNumber: null, validFrom: before.validFrom, validUntil };
  }
  const paper =
    paperRegistrationId === null ? undefined : await getPaperRegistration(trx, chamberId, paperRegistrationId);
  return {
    ...{ number: null, paperNumber: paper?.number ?? null, validFrom: today },
    validUntil: paper?.validUntil ?? lastDayFrom(today),
  };
}

async function administratorOf(trx: Trx, procedure: Procedure): Promise<AcceptancePreview['administrator']> {
  const { chamberId, registrationId, content } = procedure;
  const before = registrationId === null ? undefined : await findAdministrator(trx, chamberId, registrationId);
  if (!before) return 'new';
  return before.mail.toLowerCase() === content.contact.mail.trim().toLowerCase() ? 'stays' : 'passes';
}

async function signatoriesOf(
  trx: Trx,
  { chamberId, registrationId, content }: Procedure,
): Promise<Pick<AcceptancePreview, 'comes' | 'leaves'>> {
  const known = registrationId === null ? [] : await listSignatories(trx, chamberId, registrationId);
  const active = new Map(known.map((one) => [one.signatoryId, one]));
  const rows = needsSignatures(content) ? content.signatories : [];
  return {
    comes: rows
      .filter(({ leaves, signatoryId }) => !leaves && !active.has(signatoryId))
      .map(({ nameEn, mail }) => ({ nameEn: nameEn.trim(), mail: mail.trim() })),
    leaves: rows
      .filter(({ leaves, signatoryId }) => leaves && active.get(signatoryId)?.status === 'active')
      .map(({ nameEn }) => ({ nameEn: nameEn.trim() })),
  };
}
