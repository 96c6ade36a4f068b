// How somebody without an ID comes to his form: a code in a mail, good for a day, asked for again as often as needed.
import { randomBytes } from 'node:crypto';
import type { OpenCtx } from '../../accounts/context.ts';
import { linkCodeLength, linkCodeOf, readLinkCode } from '../../accounts/link-code.ts';
import { mailSealed } from '../../accounts/sealed-mail.ts';
import { getChamber } from '../../chambers/store.ts';
import { inInstallation, type Trx } from '../../lib/db.ts';
import { hashSecret, newSecret } from '../../lib/ids.ts';
import { Refusal } from '../../lib/refusal.ts';
import type { Procedure } from './procedure.ts';
import {
  deleteEndedProcedureLinks,
  deleteProcedureSession,
  findProcedureLink,
  findProcedureSession,
  insertProcedureLink,
  insertProcedureSession,
} from './procedure-links-store.ts';

const hour = 3_600_000;
export const linkHours = 24;
const sessionHours = 12;

/** Makes a code and mails it to the procedure's address, in the caller's transaction. */
export async function mailProcedureLink(
  trx: Trx,
  ctx: OpenCtx,
  procedure: Pick<Procedure, 'chamberId' | 'procedureId' | 'mail'>,
): Promise<void> {
  const { chamberId, procedureId, mail } = procedure;
  const code = linkCodeOf(randomBytes(linkCodeLength));
  const endsAt = new Date(ctx.now.getTime() + linkHours * hour);
  await insertProcedureLink(trx, hashSecret(code), { chamberId, procedureId, madeAt: ctx.now, endsAt });
  const chamber = await getChamber(trx, chamberId);
  // Behind `#`, so that opening it sends the code nowhere.
  const link = `${ctx.outside.base}/registration/open#${code}`;
  const text = [
    '貿易登録申請手続きのご案内',
    `次のページで手続きを始めてください。このご案内は${linkHours}時間有効です。期限が過ぎたときは、手続きのページから何度でも送り直せます。`,
    `${link}\nコード: ${code}`,
    'お心当たりがないときは、このメールを破棄してください。',
    `${chamber.nameJa}\n${chamber.telephone}\n${chamber.mail}`,
    '—',
    'Your trade registration',
    `Please go on with the procedure on the page below. The link is good for ${linkHours} hours; another can be sent from the guide page at any time.`,
    `${link}\nCode: ${code}`,
    'If you did not ask for it, please discard this mail.',
    chamber.nameEn,
  ].join('\n\n');
  await mailSealed(trx, ctx, { to: mail, subject: '貿易登録申請手続きのご案内 / Your trade registration', text });
}

/** Opens the form with a code. `cookie` is known to this browser alone. Refuses `not_found` for a code that is none, or ended. */
export async function openByLink(
  ctx: OpenCtx,
  typed: string,
): Promise<{ cookie: string; chamberId: string; procedureId: string }> {
  const code = readLinkCode(typed);
  if (code === undefined) throw new Refusal('not_found');
  return inInstallation(ctx.db, async (trx) => {
    const found = await findProcedureLink(trx, hashSecret(code), ctx.now);
    if (!found) throw new Refusal('not_found');
    const cookie = newSecret();
    const endsAt = new Date(ctx.now.getTime() + sessionHours * hour);
    await insertProcedureSession(trx, hashSecret(cookie), { ...found, startedAt: ctx.now, endsAt });
    return { cookie, ...found };
  });
}

/** Whose form this browser has open; undefined: none, or no longer. */
export function findApplicant(
  ctx: Pick<OpenCtx, 'db' | 'now'>,
  cookie: string,
): Promise<{ chamberId: string; procedureId: string } | undefined> {
  return inInstallation(ctx.db, (trx) => findProcedureSession(trx, hashSecret(cookie), ctx.now));
}

/** Closes the form in this browser. */
export function forgetApplicant(ctx: Pick<OpenCtx, 'db'>, cookie: string): Promise<void> {
  return inInstallation(ctx.db, (trx) => deleteProcedureSession(trx, hashSecret(cookie)));
}

/** Forgets codes and browsers whose time is over. */
export function sweepProcedureLinks(ctx: Pick<OpenCtx, 'db' | 'now'>): Promise<number> {
  return inInstallation(ctx.db, (trx) => deleteEndedProcedureLinks(trx, ctx.now));
}
