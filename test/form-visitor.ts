// Somebody without an ID whose browser has his form open, with one signatory in it.
import type { OpenCtx } from '../src/accounts/context.ts';
import { inChamber } from '../src/lib/db.ts';
import { openByLink } from '../src/registrations/procedures/procedure-links.ts';
import { publishRules } from '../src/registrations/procedures/rules-text-store.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { startByMail } from '../src/registrations/procedures/start-procedure.ts';
import { legalRegistration, signatoryRow } from './fixtures-registration.ts';
import type { Visitor, World } from './world.ts';

const chamberId = '9901';
export const signatoryKey = '11111111-1111-4111-8111-111111111111';
export const signatoryName = 'Ichiro Shiken';

export type FormVisitor = { procedureId: string; visitor: Visitor; cookie: string };

export const openCtx = ({ house, now }: World): OpenCtx => ({
  ...{ db: house.db, jobs: house.jobs, outside: house.outside, now: now() },
});

/** A form that lacks nothing but the signature of its one signatory. */
export async function beginForm(world: World, mail: string): Promise<FormVisitor> {
  const rulesVersion = await inChamber(world.house.db, chamberId, (trx) =>
    publishRules(trx, { chamberId, textJa: '規程(試験)', textEn: 'Rules (test)', at: world.now() }),
  );
  await startByMail(openCtx(world), { chamberId, mail, kind: 'new', agreed: true, rulesVersion });
  await world.work();
  const text = world.mails.findLast((one) => one.to === mail && one.text.includes('#'))?.text ?? '';
  const { cookie, procedureId } = await openByLink(openCtx(world), /#([0-9A-Z-]+)/.exec(text)?.[1] ?? '');
  const ctx = { ...openCtx(world), applicant: { kind: 'link' as const, chamberId, procedureId } };
  const row = { ...signatoryRow(signatoryKey, signatoryName, mail), withoutSignature: false };
  await changeForm(ctx, { procedureId }, () => legalRegistration({ signatories: [row] }));
  return { procedureId, visitor: withCookie(world.visitor(), `hakkyu-form=${cookie}`), cookie };
}

/** A browser that has been at `/registration/open` already. */
const withCookie = (visitor: Visitor, cookie: string): Visitor => ({
  ...{ ...visitor, cookie },
  get: (path, headers) => visitor.get(path, { cookie, ...headers }),
  post: (path, form, headers) => visitor.post(path, form, { cookie, ...headers }),
});
