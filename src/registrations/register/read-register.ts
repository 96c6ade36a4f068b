// 登録台帳: the chamber looks into its register of firms.
import type { Account } from '../../accounts/account.ts';
import type { Ctx } from '../../accounts/context.ts';
import { type People, peopleBehind } from '../../accounts/people.ts';
import { requireAct } from '../../accounts/rights.ts';
import { findAdministrator } from '../../accounts/store.ts';
import { dayInJapan } from '../../lib/clock.ts';
import { inChamber } from '../../lib/db.ts';
import { isId } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { RegistrationContent } from '../content.ts';
import { type FirmUserId, listUserIds } from '../firm-ids-store.ts';
import type { ProcedureRow } from '../procedures/procedure.ts';
import { listProceduresOf } from '../procedures/procedures-store.ts';
import { type Registration, type Standing, standingOf } from '../registration.ts';
import { listSanctions, type SanctionView } from '../sanctions/sanctions-store.ts';
import { getRegisteredForm, getRegistration, getSignatory } from '../store.ts';
import { listAround, type RegisterEvent } from './history-store.ts';
import { countRegister, listRegister, type RegisterFilter, type RegisterRow } from './register-store.ts';
import { getRemarks, type RegistrationRemarks } from './remarks-store.ts';

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
  /** 処分, past ones and those of other chambers too, the newest first; 100 at most. */
  sanctions: SanctionView[];
  remarks: RegistrationRemarks;
  /** Of the registration, its procedures, signatories and IDs, the newest first; `historyPageSize` a page. */
  events: RegisterEvent[];
  /** How many there are on all pages. */
  eventsTotal: number;
  people: People;
};

export const historyPageSize = 50;

/** Everything that stands of one firm. @param page of its history, from 1. Refuses `not_found`. */
export function readRegisterEntry(ctx: Ctx, registrationId: string, page = 1): Promise<RegisterEntry> {
  requireAct(ctx.actor, 'desk.look');
  if (!isId(registrationId)) throw new Refusal('not_found');
  const { chamberId } = ctx.actor;
  return inChamber(ctx.db, chamberId, async (trx) => {
    const registration = await getRegistration(trx, chamberId, registrationId);
    const of = { chamberId, registrationId };
    const { events, total } = await listAround(trx, of, { page, size: historyPageSize });
    const { corporateNumber } = registration;
    const sanctions = await listSanctions(trx, { corporateNumber, registration: of });
    const procedures = await listProceduresOf(trx, chamberId, registrationId);
    return {
      ...{ registration, standing: standingOf(registration, dayInJapan(ctx.now)), events },
      ...{ eventsTotal: total, sanctions, remarks: await getRemarks(trx, chamberId, registrationId) },
      administrator: (await findAdministrator(trx, chamberId, registrationId)) ?? null,
      form: await getRegisteredForm(trx, chamberId, registrationId),
      users: await listUserIds(trx, { chamberId, registrationId, now: ctx.now }),
      procedures: procedures.filter(({ round }) => round > 0),
      people: await peopleBehind(trx, chamberId, events, [...staffOf(chamberId, sanctions), ...idsIn(events)]),
    };
  });
}

/** The IDs that something happened to. */
const idsIn = (events: readonly RegisterEvent[]): string[] =>
  events.flatMap(({ subject, subjectId }) => (subject === 'account' ? [subjectId] : []));

/** Who of this chamber imposed and lifted; the people of others are theirs alone. */
const staffOf = (chamberId: string, sanctions: readonly SanctionView[]): string[] =>
  sanctions
    .filter((one) => one.chamberId === chamberId)
    .flatMap(({ imposedBy, lifted }) => (lifted ? [imposedBy, lifted.by] : [imposedBy]));

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
