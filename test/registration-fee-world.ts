// Registrations whose fee is owed, beside the card company of the demo.
import { sql } from 'kysely';
import { makeApiKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { audit } from '../src/certificates/audit.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { acceptRegistration } from '../src/payments/accept-registration.ts';
import { tellRegistrationFee } from '../src/payments/registration-fee-desk.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { examineProcedure, readDeskProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper } from '../src/registrations/procedures/procedure-desk-papers.ts';
import { findNewestRules } from '../src/registrations/procedures/rules-text-store.ts';
import { startByAdministrator } from '../src/registrations/procedures/start-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { legalRegistration } from './fixtures-registration.ts';
import { chamberId, openCtx, registrar, sendForm } from './registration-desk-world.ts';
import type { World } from './world.ts';

export const feeYen = 16_500;

let firms = 0;

export type Owing = { procedureId: string; round: number; mail: string };

/** A form of a firm that is no member, sent and examined by S0002. */
export async function examinedForm(world: World): Promise<Owing> {
  const serial = String(++firms).padStart(2, '0');
  const mail = `fee${serial}@shiken.example`;
  const content = legalRegistration({ ...firmNamed(serial), kind: 'agent', signatories: [] });
  const { procedureId } = await sendForm(world, mail, content);
  return { mail, ...(await examined(world, procedureId)) };
}

/** Every paper at the counter, and the examination begun. */
async function examined(world: World, procedureId: string): Promise<Omit<Owing, 'mail'>> {
  const desk = await registrar(world);
  const { procedure, papers } = await readDeskProcedure(desk, procedureId);
  for (const { kind, signatoryKey } of papers)
    await tickProcedurePaper(desk, {
      ...{ procedureId, kind, how: 'counter', day: dayInJapan(world.now()) },
      ...(signatoryKey === undefined ? {} : { signatoryKey }),
    });
  await examineProcedure(desk, { procedureId, round: procedure.round });
  return { procedureId, round: procedure.round };
}

const firmNamed = (serial: string) => ({
  ...{ nameJa: `株式会社登録${serial}(デモ)`, nameEn: `TOROKU ${serial} CO., LTD. (DEMO)` },
  ...{ corporateNumber: withCheckDigit(`0000000000${serial}`), memberClass: 'non_member' as const },
});

/** 法人番号: 9 less the weighted sum modulo 9, before the twelve digits. */
function withCheckDigit(twelve: string): string {
  const sum = [...twelve].reverse().reduce((all, digit, index) => all + Number(digit) * (index % 2 === 0 ? 1 : 2), 0);
  return `${9 - (sum % 9)}${twelve}`;
}

/** The same, told what it owes. */
export async function owing(world: World): Promise<Owing> {
  const form = await examinedForm(world);
  await tellRegistrationFee(await registrar(world), { ...form, memberClass: 'non_member' });
  return form;
}

/** A firm that was registered two years ago renews, with a key of its administrator ID, and owes the fee. The clock is turned. */
export async function renewalOwed(world: World): Promise<{ form: Omit<Owing, 'mail'>; key: string }> {
  const first = await owing(world);
  const accept = { ...first, memberClass: 'non_member' as const, feePaidAtCounter: true };
  const { administratorId } = await acceptRegistration(await registrar(world), accept);
  world.turn({ days: 715 });
  const { account, rules } = await inChamber(world.house.db, chamberId, async (trx) => ({
    account: await findAccountByLogin(trx, chamberId, administratorId),
    rules: await findNewestRules(trx, chamberId),
  }));
  if (!account) throw new Error('no administrator');
  const { passwordHash: _, ...who } = account;
  const proof = { at: world.now(), by: 'password' } as const;
  const actor: Ctx['actor'] = { ...who, via: { kind: 'session', sessionId: newId(world.now()), proof } };
  const ctx = { ...openCtx(world), actor };
  const agreed = { agreed: true, rulesVersion: rules?.version ?? 0 };
  const { procedureId } = await startByAdministrator(ctx, { kind: 'renewal', ...agreed });
  await submitForm({ ...ctx, applicant: { kind: 'administrator', actor } }, { procedureId });
  const form = await examined(world, procedureId);
  await tellRegistrationFee(await registrar(world), { ...form, memberClass: 'non_member' });
  return { form, key: (await makeApiKey(ctx, { name: 'renewal', may: [] })).key };
}

/** Whoever holds the link. */
export function applicant(world: World, { procedureId }: Pick<Owing, 'procedureId'>): FormCtx {
  const { db, jobs, outside } = world.house;
  return { db, jobs, outside, now: world.now(), applicant: { kind: 'link', chamberId, procedureId } };
}

export const procedureOf = async (desk: Ctx, { procedureId }: Pick<Owing, 'procedureId'>) =>
  (await readDeskProcedure(desk, procedureId)).procedure;

export const stepsOf = async (desk: Ctx, { procedureId }: Pick<Owing, 'procedureId'>) =>
  (await readDeskProcedure(desk, procedureId)).events.map(({ action }) => action);

/** What the books say of a procedure: book and yen, and whether a payment is behind it. */
export const booksOf = (world: World, { procedureId }: Pick<Owing, 'procedureId'>) =>
  inChamber(world.house.db, chamberId, async (trx) => {
    const { rows } = await sql<{ book: string; yen: number; paid: boolean }>`
      select l.book, l.yen, l.payment_id is not null as paid from ledger_line l
      where l.procedure_id = ${procedureId}
        or l.payment_id in (select payment_id from payment where procedure_id = ${procedureId})
      order by l.yen desc`.execute(trx);
    return rows.map(({ book, yen, paid }) => [book, yen, paid] as const);
  });

export const chargesOf = (world: World, { procedureId }: Pick<Owing, 'procedureId'>) =>
  inChamber(world.house.db, chamberId, async (trx) => {
    const { rows } = await sql<{ yen: number; status: string }>`
      select yen, status from charge where procedure_id = ${procedureId} order by created_at, charge_id`.execute(trx);
    return rows.map(({ yen, status }) => [yen, status] as const);
  });

export async function breachesOf(world: World) {
  const { db, outside } = world.house;
  return (await audit({ db, files: outside.files, now: world.now() })).chambers.flatMap(({ breaches }) => breaches);
}
