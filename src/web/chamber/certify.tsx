// The certifier's deeds: each is asked once more on a page of its own.
import { type Context, Hono } from 'hono';
import { handBack } from '../../applications/hand-back.ts';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { cancelCertified } from '../../certificates/cancel.ts';
import { certifyApplication } from '../../certificates/certify.ts';
import { resumeHeld } from '../../certificates/held.ts';
import { reopenPrinting } from '../../certificates/print.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { type Asking, askPage, mayAsk, noteRefused } from './ask.tsx';
import { afterDeed, type DoneDeed, withDone } from './done.tsx';
import { orCase } from './examine.tsx';
import type { QueueList } from './queue-address.ts';
import { type Typed, typedIn } from './typed.ts';

export const certifyScreens = new Hono<Env>();

type Deed = Asking & {
  done: DoneDeed;
  list: QueueList;
  /** Returns the certificate's number where it makes one. */
  take: (c: Req, of: { applicationId: string; round: number; note: string }) => Promise<string | undefined>;
};

const deeds: readonly Deed[] = [
  {
    ...{ action: 'certify', address: paths.certifyCase, done: 'certify', list: 'approved' },
    take: async (c, of) => (await certifyApplication(ctxOf(c), of)).number,
  },
  {
    ...{ action: 'hand_back', address: paths.handBackCase, done: 'hand-back', list: 'approved', note: 'toExaminers' },
    take: (c, of) => handBack(ctxOf(c), of).then(() => undefined),
  },
  {
    ...{ action: 'cancel', address: paths.cancelCase, done: 'cancel', list: 'certified', note: 'reason' },
    take: (c, of) => cancelCertified(ctxOf(c), of).then(() => undefined),
  },
];

for (const deed of deeds) {
  certifyScreens.get(deed.address(':id'), (c) => ask(c, deed));
  certifyScreens.post(deed.address(':id'), (c) => answer(c, deed));
}

/** A held case goes on; nothing is lost by asking once only. */
certifyScreens.post(paths.resumeCase(':id'), async (c) => {
  const id = c.req.param('id');
  return orCase(c, id, await typedIn(c), async () => {
    await resumeHeld(ctxOf(c), { applicationId: id });
    return c.redirect(await doneAtCase(c, id, 'resume'), 303);
  });
});

/** A new last day of the print window. It is asked on the case's own page, where the window is read too. */
certifyScreens.post(paths.reopenPrinting(':id'), async (c) => {
  const id = c.req.param('id');
  const typed = await typedIn(c);
  return orCase(c, id, typed, async () => {
    const asked = typed.reopen ?? { until: '', seenUntil: '' };
    await reopenPrinting(ctxOf(c), { applicationId: id, note: typed.note, ...asked });
    return c.redirect(await doneAtCase(c, id, 'reopen'), 303);
  });
});

/** The case's own page again, with what was done. */
async function doneAtCase(c: Req, id: string, deed: DoneDeed): Promise<string> {
  const { application } = await readDeskDetails(ctxOf(c), id);
  return withDone(paths.deskCase(id), { deed, receipt: application.receiptNumber });
}

async function ask(c: Context<Env>, deed: Deed): Promise<Response> {
  const id = c.req.param('id') ?? '';
  if (!(await mayAsk(c, id, deed.action))) return c.redirect(paths.deskCase(id), 303);
  return c.html(await askPage(c, id, deed));
}

async function answer(c: Context<Env>, deed: Deed): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const typed: Typed = await typedIn(c);
  return orCase(c, id, typed, () =>
    noteRefused(c, id, deed, typed, async () => {
      const number = await deed.take(c, { applicationId: id, round: typed.round, note: typed.note });
      const { application } = await readDeskDetails(ctxOf(c), id);
      return afterDeed(c, { deed: deed.done, receipt: application.receiptNumber, number }, typed.goOn, deed.list);
    }),
  );
}
