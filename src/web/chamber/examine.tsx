// The examiner's deeds, each by a form of the case's page. Whatever was typed comes back when the deed says no.
import { Hono } from 'hono';
import { requireProvenByFactor } from '../../accounts/proof.ts';
import { claimApplication, releaseApplication } from '../../applications/claim.ts';
import { approveApplication, rejectApplication, sendBack } from '../../applications/examine.ts';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { certifyApplication } from '../../certificates/certify.ts';
import { Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { type Asking, askPage, mayAsk, noteRefused } from './ask.tsx';
import { casePage } from './case.tsx';
import { afterDeed, type DoneDeed } from './done.tsx';
import { type Typed, typedIn } from './typed.ts';

export const examineScreens = new Hono<Env>();

examineScreens.post(paths.claimCase(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  const takeOver = await holderIsAsSeen(c, id);
  return orCase(c, id, typed, async () => {
    await claimApplication(ctxOf(c), { applicationId: id, takeOver });
    return c.redirect(paths.deskCase(id), 303);
  });
});

/** It is taken over only from the colleague whose name stood on the button. */
async function holderIsAsSeen(c: Req, id: string): Promise<boolean> {
  const { from } = await c.req.parseBody();
  const { application } = await readDeskDetails(ctxOf(c), id);
  return typeof from === 'string' && from !== '' && application.claimedBy === from;
}

examineScreens.post(paths.releaseCase(':id'), async (c) => {
  const id = c.req.param('id');
  return orCase(c, id, await typedIn(c), async () => {
    await releaseApplication(ctxOf(c), { applicationId: id });
    return afterExamining(c, id, 'release', undefined);
  });
});

examineScreens.post(paths.sendBackCase(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  return orCase(c, id, typed, async () => {
    await sendBack(ctxOf(c), { applicationId: id, round: typed.round, remarks: typed.remarks });
    return afterExamining(c, id, 'send-back', typed.goOn);
  });
});

examineScreens.post(paths.approveCase(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  const { certifyPersons } = await readDeskDetails(ctxOf(c), id);
  const of = { applicationId: id, round: typed.round };
  return orCase(c, id, typed, async () => {
    // One person is enough here, and the button said so: one press, two deeds, each with its own record. What the second
    // asks for is asked before the first, so that the same press can be sent again.
    const certifiesToo = typed.certifies && certifyPersons === 1;
    if (certifiesToo) requireProvenByFactor(ctxOf(c));
    await approveApplication(ctxOf(c), { ...of, invoiceSignedBy: typed.invoiceSignedBy });
    if (certifiesToo) return certifyToo(c, of, typed);
    return afterExamining(c, id, 'approve', typed.goOn);
  });
});

async function certifyToo(c: Req, of: { applicationId: string; round: number }, typed: Typed): Promise<Response> {
  const id = of.applicationId;
  try {
    // A moment later than the approval: the history shows two steps of the same instant in any order.
    const ctx = ctxOf(c);
    const { number } = await certifyApplication({ ...ctx, now: new Date(ctx.now.getTime() + 1) }, of);
    return await afterExamining(c, id, 'certify', typed.goOn, number);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await casePage(c, id, { typed, refused: error, uncertified: true }), errorStatus.invalid);
  }
}

const rejecting: Asking = { action: 'reject', address: paths.rejectCase, note: 'reason' };

examineScreens.get(paths.rejectCase(':id'), async (c) => {
  const id = c.req.param('id');
  if (!(await mayAsk(c, id, rejecting.action))) return c.redirect(paths.deskCase(id), 303);
  return c.html(await askPage(c, id, rejecting));
});

examineScreens.post(paths.rejectCase(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  return orCase(c, id, typed, () =>
    noteRefused(c, id, rejecting, typed, async () => {
      await rejectApplication(ctxOf(c), { applicationId: id, round: typed.round, note: typed.note });
      return afterExamining(c, id, 'reject', typed.goOn);
    }),
  );
});

async function afterExamining(
  c: Req,
  id: string,
  deed: DoneDeed,
  then: string | undefined,
  number?: string,
): Promise<Response> {
  const { application } = await readDeskDetails(ctxOf(c), id);
  return afterDeed(c, { deed, receipt: application.receiptNumber, number }, then, 'submitted');
}

/** The deed; or the case as it is now, with what was typed, where somebody was first or something is missing. */
export async function orCase(c: Req, id: string, typed: Typed, deed: () => Promise<Response>): Promise<Response> {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'conflict' && error.code !== 'invalid')) throw error;
    return c.html(await casePage(c, id, { typed, refused: error }), errorStatus[error.code]);
  }
}
