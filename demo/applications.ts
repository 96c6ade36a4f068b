// Applications of the demo world, each brought as far as it goes by the deeds that people use: one draft, one that waits at
// the desk, one that waits for payment, and one that is issued.

import { payAtPage } from '../sandbox/card-company/payer.ts';
import { testCards } from '../sandbox/card-company/test-cards.ts';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx, OpenCtx } from '../src/accounts/context.ts';
import { attachEvidence } from '../src/applications/evidence.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { OriginContent } from '../src/applications/forms/origin/content.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { saveBoxes, saveGoods } from '../src/applications/save.ts';
import { startApplication } from '../src/applications/start.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { certifyApplication } from '../src/certificates/certify.ts';
import { issueCertificate } from '../src/certificates/issue.ts';
import { getSecrets } from '../src/certificates/papers-store.ts';
import { findLiveCertificate } from '../src/certificates/store.ts';
import { addDays, dayInJapan } from '../src/lib/clock.ts';
import { inChamber } from '../src/lib/db.ts';
import { reconcilePayment } from '../src/payments/reconcile.ts';
import { startPayment } from '../src/payments/start-payment.ts';
import { demoInvoice } from './invoice.ts';
import { demoSignature } from './signature.ts';
import type { DemoAccount } from './world.ts';

/** For programs that try the demo: a certificate that was really issued, as its paper says it. */
export type DemoCertificate = { number: string; accessCode: string; date: string; qr: string; pdf: string };

type Staff = { firm: Ctx; examiner: Ctx; certifier: Ctx };

export async function makeDemoApplications(ctx: OpenCtx, accounts: readonly DemoAccount[]): Promise<DemoCertificate> {
  const as = async (role: string): Promise<Ctx> => {
    const actor = await findActorByKey(ctx.db, accounts.find((one) => one.role === role)?.apiKey ?? '');
    if (!actor) throw new Error(`the demo world has no ${role}`);
    return { ...ctx, actor };
  };
  const people = { firm: await as('user'), examiner: await as('examiner'), certifier: await as('certifier') };
  const issued = await certified(people, 1);
  await pay(people.firm, [issued]);
  await issueCertificate(ctx, { chamberId: people.firm.actor.chamberId, applicationId: issued });
  await certified(people, 2);
  await submitted(people, 3);
  await drafted(people.firm, 4);
  return described(ctx, people.firm, issued);
}

async function drafted(firm: Ctx, which: number): Promise<string> {
  const { applicationId, content } = await startApplication(firm, { kind: 'origin', oath: true });
  const { goods, ...boxes } = demoContent(content, which, dayInJapan(firm.now));
  await saveBoxes(firm, { kinds: originKinds, applicationId, boxes });
  await saveGoods(firm, { kinds: originKinds, applicationId, from: 0, count: 0, goods });
  return applicationId;
}

async function submitted({ firm }: Staff, which: number): Promise<{ applicationId: string; round: number }> {
  const applicationId = await drafted(firm, which);
  const content = demoContent(OriginContent.parse({}), which, dayInJapan(firm.now));
  const bytes = await demoInvoice(content, demoSignature(), firm.now);
  await attachEvidence(firm, { applicationId, kind: 'invoice', fileName: `MT-DEMO-00${which}.pdf`, bytes });
  const { round } = await submitApplication(firm, { applicationId });
  return { applicationId, round };
}

async function certified(people: Staff, which: number): Promise<string> {
  const one = await submitted(people, which);
  const { signatories } = await readDeskCase(people.examiner, one.applicationId);
  await approveApplication(people.examiner, { ...one, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
  await certifyApplication(people.certifier, one);
  return one.applicationId;
}

async function pay(firm: Ctx, applicationIds: string[]): Promise<void> {
  const { paymentId, url } = await startPayment(firm, { applicationIds, locale: 'ja' });
  const paid = await payAtPage(url, { number: testCards[0].number });
  if (!('returnedTo' in paid)) throw new Error(`the demo's card company did not take the card: ${paid.status}`);
  const status = await reconcilePayment(firm, paymentId);
  if (status !== 'settled') throw new Error(`the demo's payment is ${status}`);
}

async function described(ctx: OpenCtx, firm: Ctx, applicationId: string): Promise<DemoCertificate> {
  const of = { chamberId: firm.actor.chamberId, applicationId };
  const { certificate, secrets } = await inChamber(ctx.db, of.chamberId, async (trx) => {
    const found = await findLiveCertificate(trx, of);
    if (!found) throw new Error('the demo certificate was not issued');
    return { certificate: found, secrets: await getSecrets(trx, found) };
  });
  const { vault, base } = ctx.outside;
  const open = (sealed: Buffer, what: string): string =>
    vault.open(sealed, `${what} ${certificate.certificateId}`).toString();
  return {
    ...{ number: certificate.number, date: certificate.date },
    accessCode: open(secrets.accessCodeSealed, 'access code'),
    qr: `${base}/r/${open(secrets.tokenSealed, 'token')}`.toUpperCase(),
    pdf: `${base}/api/v1/applications/${applicationId}/papers/ORIGINAL`,
  };
}

const cargo = [
  {
    to: 'Los Angeles',
    country: 'U.S.A.',
    code: 'US',
    goodsClass: 'general-machinery',
    name: 'SAMPLE IMPORTS INC. (DEMO)',
    address: '100 Example Street, Los Angeles, CA 90001',
    goods: [
      ['Ball bearings of steel, deep groove', '848210', '1,200', 'PCS', '10', 'CARTONS'],
      ['Housings for bearings, of cast iron', '848330', '300', 'PCS', '6', 'CARTONS'],
    ],
  },
  {
    to: 'Hamburg',
    country: 'Germany',
    code: 'DE',
    goodsClass: 'general-machinery',
    name: 'BEISPIEL WERKZEUG GMBH (DEMO)',
    address: 'Musterkai 41, 20457 Hamburg',
    goods: [['NC lathe with standard accessories', '845811', '2', 'SETS', '2', 'WOODEN CASES']],
  },
  {
    to: 'Singapore',
    country: 'Singapore',
    code: 'SG',
    goodsClass: 'foodstuffs',
    name: 'EXAMPLE FOODS PTE. LTD. (DEMO)',
    address: '1 Example Quay, Singapore 018900',
    goods: [['Green tea in bags', '090210', '480', 'KGS', '40', 'CARTONS']],
  },
  {
    to: 'Bangkok',
    country: 'Thailand',
    code: 'TH',
    goodsClass: 'others',
    name: 'SAMPLE PARTS CO., LTD. (DEMO)',
    address: '99 Example Road, Bangkok 10110',
    goods: [['Gaskets of vulcanised rubber', '401693', '5,000', 'PCS', '5', 'CARTONS']],
  },
] as const;

function demoContent(base: OriginContent, which: number, today: string): OriginContent {
  const one = cargo[which - 1] ?? cargo[0];
  return OriginContent.parse({
    ...base,
    request: { goodsClass: one.goodsClass, destination: one.code },
    exporter: {
      name: 'MIHON TRADING CO., LTD. (DEMO)',
      address: '1-2-3 Mihon-cho, Chuo-ku, Mihon 000-0000',
      country: 'JAPAN',
    },
    consignee: { form: 'named', name: one.name, address: one.address, country: one.country },
    invoices: [{ number: `MT-DEMO-00${which}`, date: addDays(today, -1) }],
    originCountries: ['JAPAN'],
    transport: {
      form: 'c',
      from: 'Osaka, Japan',
      to: one.to,
      toCountry: one.country,
      by: 'vessel',
      date: addDays(today, 3),
    },
    marks: 'N/M',
    goods: one.goods.map(([description, hsCode, quantity, unit, packages, packageKind]) => ({
      ...{ description, hsCode, quantity, unit, packages, packageKind },
    })),
    declaration: { place: 'Mihon, Japan', date: today },
  });
}
