// What tests of deeds begin with: somebody's context, and an application that may be submitted.

import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { dayInJapan } from '../src/lib/clock.ts';
import { invoicePdf, legalContent } from './fixtures-origin.ts';
import type { World } from './world.ts';

/** The context of the demo account of that kind, as its bearer key brings it. */
export async function contextOf(world: World, kind: string): Promise<Ctx> {
  const { db, jobs, outside } = world.house;
  const actor = await findActorByKey(db, world.account(kind).apiKey);
  if (!actor) throw new Error(`no ${kind}`);
  return { db, jobs, outside, now: world.now(), actor };
}

let invoices = 0;

/** A draft that no rule holds up, with its invoice attached. Each has an invoice number of its own unless told. */
export async function readyApplication(ctx: Ctx, invoice = `MT-${++invoices}`): Promise<string> {
  const { applicationId } = await startApplication(ctx, { kind: 'origin', oath: true });
  await fillApplication(ctx, applicationId, invoice);
  return applicationId;
}

/** The same for a draft that is there. */
export async function fillApplication(ctx: Ctx, applicationId: string, invoice = `MT-${++invoices}`): Promise<void> {
  // Box 1 is what the registration says.
  const { goods, exporter: _, ...boxes } = legalContent(dayInJapan(ctx.now));
  await saveBoxes(ctx, {
    kinds: originKinds,
    applicationId,
    boxes: { ...boxes, invoices: boxes.invoices.map((one) => ({ ...one, number: invoice })) },
  });
  await saveGoods(ctx, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  await attachEvidence(ctx, { applicationId, kind: 'invoice', fileName: 'invoice.pdf', bytes: invoicePdf() });
}
