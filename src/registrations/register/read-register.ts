// 登録台帳: the chamber looks into its register of firms.
import type { Account } from '../../accounts/account.ts';
import type { Ctx } from '../../accounts/context.ts';
import { type People, peopleBehind } from '../../accounts/people.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { type Event, listEvents } from '../../audit/events.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import { type FirmUserId, listUserIds } from '../firm-ids-store.ts';
import type { ProcedureRow } from '../procedures/procedure.ts';
import { listProceduresOf } from '../procedures/procedures-store.ts';
import { type Registration, type Standing, standingOf } from '../registration.ts';
import { getRegisteredForm, getRegistration, getSignatory } from '../store.ts';
import { countRegister, listRegister, type RegisterFilter, type RegisterRow } from './register-store.ts';

export const registerPageSize = 50;

export type ListedRegistration = RegisterRow & { standing: Standing };

/** In the order of their numbers. @param page from 1; `registerPageSize` a page */
export function searchRegister(
  ctx: Ctx,
  filter: RegisterFilter,
  page: number,
): Promise<{ rows: ListedRegistration[]; total: number }> {
  requireAct(ctx.actor, 'desk.look');
  const { chamberId } = ctx.actor;
  const today = dayInJapan(ctx.now);
  return inChamber(ctx.db, chamberId, async (trx) => {
    const rows = await listRegister(trx, { chamberId, today }, filter, { page, size: registerPageSize });
    return {
      rows: rows.map((row) => ({ ...row, standing: standingOf(row, today) })),
      total: await countRegister(trx, { chamberId, today }, filter),
    };
  });
}

export type RegisterEntry = {
  registration: Registration;
  standing: Standing;
  /** The whole form as it was accepted; null: registered before there was one. */
  form: RegistrationContent | null;
  /** null: registered before there were administrators. */
  administrator: Account | null;
  /** Its signatories with their user IDs, those who left too; 200 at most. */
  users: FirmUserId[];
  /** The newest first. Those that were never submitted are the firm's alone and not among them. */
  procedures: ProcedureRow[];
  events: Event[];
  people: People;
};

/** Everything that stands of one firm. Refuses `not_found`. */
export function readRegisterEntry(ctx: Ctx, registrationId: string): Promise<RegisterEntry> {
  requireAct(ctx.actor, 'desk.look');
  if (!isId(registrationId)) throw new Refusal('not_found');
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const registration = await getRegistration(trx, chamberId, registrationId);
    const events = await listEvents(trx, { chamberId, subject: 'registration', subjectId: registrationId });
    const procedures = await listProceduresOf(trx, chamberId, registrationId);
    return {
      ...{ registration, standing: standingOf(registration, dayInJapan(ctx.now)), events },
      administrator: (await findAdministrator(trx, chamberId, registrationId)) ?? null,
      form: await getRegisteredForm(trx, chamberId, registrationId),
      users: await listUserIds(trx, { chamberId, registrationId, now: ctx.now }),
      procedures: procedures.filter(({ round }) => round > 0),
      people: await peopleBehind(trx, chamberId, events),
    };
  });
}

/** The registered signature (PNG). Refuses `not_found` for another firm's, and where there is none. */
export async function getRegisteredSignature(
  ctx: Ctx,
  of: { registrationId: string; signatoryId: string },
): Promise<Buffer> {
  requireAct(ctx.actor, 'desk.look');
  if (!isId(of.signatoryId)) throw new Refusal('not_found');
  const { chamberId } = ctx.actor;
  const signatory = await inChamber(ctx.db, chamberId, (trx) => getSignatory(trx, chamberId, of.signatoryId));
  if (signatory.registrationId !== of.registrationId || signatory.signatureSha256 === null)
    throw new Refusal('not_found');
  return ctx.outside.files.get(signatory.signatureSha256);
}
