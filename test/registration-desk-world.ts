// Firms that have sent a registration to the demo chamber, as far as the desk needs them.
import { demoSignature } from '../demo/signature.ts';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { findAccountByLogin } from '../src/accounts/store.ts';
import { insertFiles } from '../src/chambers/files-store.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import type { RegistrationContent } from '../src/registrations/content.ts';
import { acceptProcedure } from '../src/registrations/procedures/accept-procedure.ts';
import type { FormCtx } from '../src/registrations/procedures/applicant.ts';
import { examineProcedure, readDeskProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { tickProcedurePaper } from '../src/registrations/procedures/procedure-desk-papers.ts';
import { openByLink } from '../src/registrations/procedures/procedure-links.ts';
import { findNewestRules } from '../src/registrations/procedures/rules-text-store.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { startByAdministrator, startByMail } from '../src/registrations/procedures/start-procedure.ts';
import { submitForm } from '../src/registrations/procedures/submit-procedure.ts';
import { signatoryRow } from './fixtures-registration.ts';
import type { World } from './world.ts';

export const chamberId = '9901';

export const openCtx = (world: World): OpenCtx => {
  const { db, jobs, outside } = world.house;
  return { db, jobs, outside, now: world.now() };
};

/** S0002, who may register. */
export async function registrar(world: World): Promise<Ctx> {
  const actor = await findActorByKey(world.house.db, world.account('certifier').apiKey);
  if (!actor) throw new Error('no certifier');
  return { ...openCtx(world), actor };
}

/** The demo's signature, as a file of the chamber: SHA-256 in hex. */
export async function putSignature(world: World): Promise<string> {
  const png = demoSignature();
  const sha256 = await world.house.outside.files.put(png);
  await inChamber(world.house.db, chamberId, (trx) =>
    insertFiles(trx, chamberId, world.now(), [{ sha256, mediaType: 'image/png', size: png.length }]),
  );
  return sha256.toString('hex');
}

const two = (n: number): string => String(n).padStart(2, '0');

/** So many signatories, each with the signature `sha256` in hex; empty: サイン登録なし. */
export const signatories = (count: number, sha256: string, tag = 'a'): RegistrationContent['signatories'] =>
  Array.from({ length: count }, (_, index) => {
    const key = `${tag.charCodeAt(0)}000000`.slice(0, 8).padEnd(8, '0');
    const row = signatoryRow(
      `${key}-1111-4111-8111-1111111111${two(index)}`,
      `${names[index % names.length]} Shiken${index < names.length ? '' : ` ${letters[Math.floor(index / names.length)]}`}`,
      `${tag}${index}@shiken.example`,
    );
    return { ...row, withoutSignature: sha256 === '', signatureSha256: sha256 };
  });
const names = ['Ichiro', 'Jiro', 'Saburo', 'Shiro', 'Goro', 'Rokuro', 'Nanako', 'Yae', 'Kyoko', 'Toko'];
const letters = ['', 'Senior', 'Junior'];

/** Begun by a mail, typed and sent. */
export async function sendForm(
  world: World,
  mail: string,
  content: RegistrationContent,
): Promise<{ ctx: FormCtx; procedureId: string }> {
  const rules = await inChamber(world.house.db, chamberId, (trx) => findNewestRules(trx, chamberId));
  const began = { chamberId, mail, kind: 'new' as const, agreed: true, rulesVersion: rules?.version ?? 0 };
  await startByMail(openCtx(world), began);
  await world.work();
  const text = world.mails.findLast((one) => one.to === mail && one.text.includes('#'))?.text ?? '';
  const { procedureId } = await openByLink(openCtx(world), /#([0-9A-Z-]+)/.exec(text)?.[1] ?? '');
  const ctx: FormCtx = { ...openCtx(world), applicant: { kind: 'link', chamberId, procedureId } };
  await changeForm(ctx, { procedureId }, () => content);
  await submitForm(ctx, { procedureId });
  return { ctx, procedureId };
}

/** Every paper at the counter today, examined, accepted as a member. */
export async function acceptByDeeds(world: World, procedureId: string) {
  const desk = await registrar(world);
  const { procedure, papers } = await readDeskProcedure(desk, procedureId);
  const { round } = procedure;
  for (const { kind, signatoryKey } of papers)
    await tickProcedurePaper(desk, {
      ...{ procedureId, kind, how: 'counter', day: dayInJapan(world.now()) },
      ...(signatoryKey === undefined ? {} : { signatoryKey }),
    });
  await examineProcedure(desk, { procedureId, round });
  return acceptProcedure(desk, { procedureId, round, memberClass: 'member' });
}

/** 登録変更 of a registered firm, typed and sent by its administrator. */
export async function sendChange(
  world: World,
  administratorId: string,
  change: (content: RegistrationContent) => RegistrationContent,
): Promise<string> {
  const { account, rules } = await inChamber(world.house.db, chamberId, async (trx) => ({
    account: await findAccountByLogin(trx, chamberId, administratorId),
    rules: await findNewestRules(trx, chamberId),
  }));
  if (!account) throw new Error('no administrator');
  const { passwordHash: _, ...who } = account;
  const actor: Ctx['actor'] = {
    ...who,
    via: { kind: 'session', sessionId: newId(world.now()), proof: { at: world.now(), by: 'password' as const } },
  };
  const ctx = { ...openCtx(world), actor };
  const began = { kind: 'change' as const, agreed: true, rulesVersion: rules?.version ?? 0 };
  const { procedureId } = await startByAdministrator(ctx, began);
  const form: FormCtx = { ...ctx, applicant: { kind: 'administrator', actor } };
  await changeForm(form, { procedureId }, change);
  await submitForm(form, { procedureId });
  return procedureId;
}
