// What the rules need to know beyond what was typed.
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
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
  return {
    registered: { name: registration.nameEn, addresses: [registration.addressEn] },
    today: dayInJapan(now),
    usedInvoiceNumbers: await usedInvoiceNumbers(
      trx,
      { chamberId, registrationId: registration.registrationId, except: applicationId },
      formFor(kind).keysOf(content).invoiceNumbers,
    ),
    maxDeclarationAgeDays: (await getSettings(trx, chamberId)).maxDeclarationAgeDays,
    missingGlyphs: glyphsMissing,
  };
}
