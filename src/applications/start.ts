import { byOf, type Ctx } from '../accounts/context.ts';
import { requireAct } from '../accounts/rights.ts';
import { appendEvent } from '../audit/events.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber } from '../lib/db.ts';
import { newId } from '../lib/ids.ts';
import { Refusal } from '../lib/refusal.ts';
import type { Application } from './application.ts';
import { firmOf, ownApplication, requireSigning, requireStanding } from './firm.ts';
import { type ApplicationKind, type ContentOf, formForKind, isOfKind } from './forms/forms.ts';
import { oathVersion } from './oath.ts';
import { insertApplication } from './store.ts';

export type StartInput<K extends ApplicationKind> = {
  kind: K;
  /** The oath (誓約事項) was read and agreed to; which text it was is kept with the application. */
  oath: boolean;
  /** An earlier application of the same signatory, whose content is taken over. */
  copyOf?: string;
};

/** Begins a draft, with what the registration knows. Refuses `invalid` without the oath, `not_found` for a copy of another kind. */
export async function startApplication<K extends ApplicationKind>(
  ctx: Ctx,
  input: StartInput<K>,
): Promise<Application<ContentOf<K>>> {
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
    // A copy is one of the same kind: another asks other things.
    if (copied && !isOfKind(copied, [input.kind])) throw new Refusal('not_found');
    const application: Application<ContentOf<K>> = {
      ...{ chamberId: actor.chamberId, applicationId: newId(now), kind: input.kind, status: 'draft' },
      ...{ registrationId: firm.registration.registrationId, signatoryId: firm.signatory.signatoryId },
      ...{ accountId: actor.accountId, preparedAt: null },
      ...{ receiptNumber: null, version: 1, round: 0, claimedBy: null, claimedAt: null, submittedAt: null },
      ...{ createdAt: now, changedAt: now },
      content: formForKind(input.kind).begin(firm.registration, copied?.content, dayInJapan(now)),
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
