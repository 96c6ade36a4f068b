// A certificate in somebody's hand, and what is printed on it.

import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import type { GoodsLine } from '../src/applications/forms/origin/content.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { saveGoods } from '../src/applications/save.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { issueCertificate } from '../src/certificates/issue.ts';
import { getSecrets } from '../src/certificates/papers-store.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { inChamber } from '../src/lib/db.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { type PayingWorld, pay } from './paying-world.ts';
import type { World } from './world.ts';

const chamberId = '9901';

export type Printed = {
  applicationId: string;
  certificateId: string;
  number: string;
  /** YYYY-MM-DD */
  date: string;
  accessCode: string;
  token: string;
};

/** What the paper of a certified application says, or will say. */
export async function printedOf(world: World, applicationId: string): Promise<Printed> {
  const { db, outside } = world.house;
  return inChamber(db, chamberId, async (trx) => {
    const certificate = await findLiveCertificate(trx, { chamberId, applicationId });
    if (!certificate) throw new Error('not certified');
    const { certificateId, number, date } = certificate;
    const sealed = await getSecrets(trx, certificate);
    const accessCode = outside.vault.open(sealed.accessCodeSealed, `access code ${certificateId}`).toString();
    const token = outside.vault.open(sealed.tokenSealed, `token ${certificateId}`).toString();
    return { applicationId, certificateId, number, date, accessCode, token };
  });
}

/** Certified with these goods instead of the one line. */
export async function certifiedWith(world: World, goods: readonly Partial<GoodsLine>[]): Promise<string> {
  const firm = await contextOf(world, 'user');
  const applicationId = await readyApplication(firm);
  const { length } = goods;
  for (let from = 0; from < length; from += 500)
    await saveGoods(firm, {
      kinds: originKinds,
      ...{ applicationId, from, count: from === 0 ? 1 : 0 },
      goods: goods.slice(from, from + 500) as GoodsLine[],
    });
  const { round } = await submitApplication(firm, { applicationId });
  const examiner = await contextOf(world, 'examiner');
  const { signatories } = await readDeskCase(examiner, applicationId);
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
  await certifyApplication(await contextOf(world, 'certifier'), { applicationId, round });
  return applicationId;
}

/** Pays for certified applications and issues them. */
export async function payAndIssue(world: PayingWorld, applicationIds: string[]): Promise<void> {
  const { paymentId, url } = await startPayment(await world.firm(), { applicationIds, locale: 'ja' });
  await pay(url);
  await reconcilePayment(world.open(), paymentId);
  for (const applicationId of applicationIds) await issueCertificate(world.open(), { chamberId, applicationId });
}
