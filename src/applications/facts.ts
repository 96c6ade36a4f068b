// What the rules need to know beyond what was typed.
import type { Ctx } from '../accounts/context.ts';
import type { RuleLevels } from '../chambers/settings.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import { inChamber, type Trx } from '../lib/db.ts';
import { glyphsMissing } from '../paper/text.ts';
import type { Registration } from '../registrations/registration.ts';
import type { Application } from './application.ts';
import type { Facts } from './forms/content.ts';
import { formFor } from './forms/forms.ts';
import { usedInvoiceNumbers } from './store.ts';

export async function factsFor(
  trx: Trx,
  application: Pick<Application, 'chamberId' | 'applicationId' | 'kind' | 'content'>,
  registration: Registration,
  now: Date,
): Promise<Facts> {
  const { chamberId, applicationId, kind, content } = application;
  const { maxDeclarationAgeDays, ruleLevels } = await getSettings(trx, chamberId);
  return {
    registered: { name: registration.nameEn, addresses: [registration.addressEn] },
    today: dayInJapan(now),
    usedInvoiceNumbers: await usedInvoiceNumbers(
      trx,
      { chamberId, registrationId: registration.registrationId, except: applicationId },
      formFor(kind).keysOf(content).invoiceNumbers,
    ),
    maxDeclarationAgeDays,
    ...(ruleLevels === undefined ? {} : { ruleLevels }),
    missingGlyphs: glyphsMissing,
  };
}

/** The levels of rules that the actor's chamber has set, for what is checked beside an application. */
export function readRuleLevels({ db, actor: { chamberId } }: Ctx): Promise<RuleLevels> {
  return inChamber(db, chamberId, async (trx) => (await getSettings(trx, chamberId)).ruleLevels ?? {});
}
