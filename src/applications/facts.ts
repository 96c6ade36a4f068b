// What the rules need to know beyond what was typed.
import { getSettings } from '../chambers/settings-store.ts';
import { dayInJapan } from '../lib/clock.ts';
import type { Trx } from '../lib/db.ts';
import { glyphsMissing } from '../paper/text.ts';
import type { Registration } from '../registrations/registration.ts';
import type { Application } from './application.ts';
import type { OriginFacts } from './forms/origin/rules/rule.ts';
import { originBoxFit } from './forms/origin/sheet-boxes.ts';
import { usedInvoiceNumbers } from './store.ts';

export async function factsFor(
  trx: Trx,
  application: Pick<Application, 'chamberId' | 'applicationId' | 'content'>,
  registration: Registration,
  now: Date,
): Promise<OriginFacts> {
  const { chamberId, applicationId, content } = application;
  const numbers = content.invoices.map((invoice) => invoice.number.trim()).filter((number) => number !== '');
  return {
    registered: { name: registration.nameEn, addresses: [registration.addressEn] },
    today: dayInJapan(now),
    usedInvoiceNumbers: await usedInvoiceNumbers(
      trx,
      { chamberId, registrationId: registration.registrationId, except: applicationId },
      numbers,
    ),
    maxDeclarationAgeDays: (await getSettings(trx, chamberId)).maxDeclarationAgeDays,
    boxFit: originBoxFit(content),
    missingGlyphs: glyphsMissing,
  };
}
