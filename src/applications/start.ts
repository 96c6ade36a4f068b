import { byOf, type Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { appendEvent } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Application } from './application.ts';
import { type Firm, firmOf, ownApplication, requireSigning, requireStanding } from './firm.ts';
import { emptyOriginContent, type OriginContent } from './forms/origin/content.ts';
import { oathVersion } from './oath.ts';
import { insertApplication } from './store.ts';

export type StartInput = {
  kind: 'origin';
  /** The oath (誓約事項) was read and agreed to; which text it was is kept with the application. */
  oath: boolean;
  /** An earlier application of the same signatory, whose content is taken over. */
  copyOf?: string;
};

/** Begins a draft. Box 1 and the place of box 9 come from the registration. Refuses `invalid` without the oath. */
export async function startApplication(ctx: Ctx, input: StartInput): Promise<Application> {
  const { actor, now } = ctx;
  if (!input.oath)
    throw new Refusal('invalid', {
      fields: [
        {
          field: 'oath',
          ja: '誓約事項を確認し、同意するにチェックを入れてください。',
          en: 'Please read the oath and tick that you agree.',
        },
      ],
    });
  return inChamber(ctx.db, actor.chamberId, async (trx) => {
    requireAct(actor, 'application.write');
    const firm = await firmOf(trx, actor, now);
    requireStanding(firm.registration, now);
    requireSigning(firm);
    const copied =
      input.copyOf === undefined ? undefined : await ownApplication(trx, ctx, 'application.read', input.copyOf, 'look');
    const application: Application = {
      ...{ chamberId: actor.chamberId, applicationId: newId(now), kind: input.kind, status: 'draft' },
      ...{ registrationId: firm.registration.registrationId, signatoryId: firm.signatory.signatoryId },
      ...{ accountId: actor.accountId, preparedAt: null },
      ...{ receiptNumber: null, version: 1, round: 0, claimedBy: null, claimedAt: null, submittedAt: null },
      ...{ createdAt: now, changedAt: now },
      content: contentFor(firm, copied?.content, dayInJapan(now)),
    };
    await insertApplication(trx, application);
    await appendEvent(trx, {
      ...{ chamberId: actor.chamberId, at: now, by: byOf(actor), subject: 'application' },
      ...{ subjectId: application.applicationId, action: 'start', to: 'draft' },
      detail: { oath: oathVersion, ...(copied ? { copyOf: copied.applicationId } : {}) },
    });
    return application;
  });
}

/** What belongs to one case only is not copied: invoice, sailing date, date of the declaration. */
function contentFor({ registration }: Firm, copied: OriginContent | undefined, today: string): OriginContent {
  const base = copied ?? emptyOriginContent();
  return {
    ...base,
    exporter: { name: registration.nameEn, address: registration.addressEn, country: 'JAPAN' },
    invoices: copied ? copied.invoices.map(() => ({ number: '', date: '' })) : [{ number: '', date: '' }],
    originCountries: copied ? copied.originCountries : ['JAPAN'],
    transport: { ...base.transport, date: '' },
    declaration: { place: copied?.declaration.place || registration.placeEn, date: today },
  };
}
