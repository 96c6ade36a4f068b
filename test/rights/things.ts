// What the people of the rights' test have: applications in each state, with papers and payments.

import type { Ctx } from '../../src/accounts/context.ts';
import { approveApplication } from '../../src/applications/examine.ts';
import { originKinds } from '../../src/applications/forms/forms.ts';
import { uploadGoods } from '../../src/applications/import-goods.ts';
import { readDeskDetails } from '../../src/applications/read-desk-details.ts';
import { prepareApplication } from '../../src/applications/release.ts';
import { startApplication } from '../../src/applications/start.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { certifyApplication } from '../../src/certificates/certify.ts';
import { issueCertificate } from '../../src/certificates/issue.ts';
import { addDays, dayInJapan } from '../../src/lib/clock.ts';
import { inChamber } from '../../src/lib/db.ts';
import { insertFees } from '../../src/payments/charges-store.ts';
import { startPayment } from '../../src/payments/start-payment.ts';
import { readyApplication } from '../deeds.ts';
import type { World } from '../world.ts';
import type { Person } from './people.ts';
import type { Ids, State } from './row.ts';

/** The parts of an address, for one owner's things. */
export type Things = { owner: Person; applications: Record<State, Ids>; payment: Ids; signatory: Ids };

export type Desk = { examiner: Ctx; certifier: Ctx };

type Submitted = { ids: Ids; round: number };

async function submitted(owner: Person, desk: Desk): Promise<Submitted> {
  const applicationId = await readyApplication(owner.ctx);
  const { round } = await submitApplication(owner.ctx, { applicationId });
  const { evidence } = await readDeskDetails(desk.examiner, applicationId);
  const evidenceId = evidence[0]?.evidenceId ?? '';
  return { ids: { ...addressParts(owner), id: applicationId, evidence: evidenceId, evidenceId }, round };
}

async function certified(owner: Person, desk: Desk): Promise<Ids> {
  const { ids, round } = await submitted(owner, desk);
  const applicationId = ids['id'] ?? '';
  await approveApplication(desk.examiner, { applicationId, round, invoiceSignedBy: owner.signatoryId ?? '' });
  await certifyApplication(desk.certifier, { applicationId, round });
  return ids;
}

async function draft(owner: Person): Promise<Ids> {
  const { applicationId } = await startApplication(owner.ctx, { kind: 'origin', oath: true });
  // A file that waits to be taken over: its page shows it.
  await uploadGoods(owner.ctx, { kinds: originKinds, applicationId, fileName: 'goods.csv', bytes: Buffer.from('x\n') });
  return { ...addressParts(owner), id: applicationId };
}

/** It waits for its signatory. */
async function prepared(owner: Person): Promise<Ids> {
  const applicationId = await readyApplication(owner.ctx);
  await prepareApplication(owner.ctx, { applicationId });
  return { ...addressParts(owner), id: applicationId };
}

const addressParts = ({ signatoryId }: Person): Ids => ({
  ...{ page: '1', sheet: '1', version: 'ORIGINAL', signatory: signatoryId ?? '', signatoryId: signatoryId ?? '' },
});

/** Everything that costs a fee; `freeOfCharge` and `issuedFor` follow, since papers are made of what is paid. */
export async function thingsOf(owner: Person, desk: Desk): Promise<Omit<Things, 'applications'> & { paid: Paid }> {
  const begun = await draft(owner);
  const paid = {
    ...{ draft: begun, prepared: owner.actor.role === 'sub' ? await prepared(owner) : begun },
    ...{ submitted: (await submitted(owner, desk)).ids },
    certified: await certified(owner, desk),
  };
  const inPayment = await certified(owner, desk);
  const { paymentId } = await startPayment(owner.ctx, { applicationIds: [inPayment['id'] ?? ''], locale: 'en' });
  return { owner, paid, payment: { id: paymentId }, signatory: addressParts(owner) };
}
type Paid = Record<Exclude<State, 'issued'>, Ids>;

/** From now on nothing costs anything, so that papers need no payment. */
export async function freeOfCharge(world: World, chamberId: string): Promise<void> {
  const effectiveFrom = addDays(dayInJapan(world.now()), -1);
  await inChamber(world.house.db, chamberId, (trx) =>
    insertFees(trx, chamberId, [{ kind: 'origin', memberClass: 'member', effectiveFrom, yen: 0 }]),
  );
}

export async function issuedFor(owner: Person, desk: Desk): Promise<Ids> {
  const ids = await certified(owner, desk);
  const { chamberId } = owner.actor;
  await issueCertificate(owner.ctx, { chamberId, applicationId: ids['id'] ?? '' });
  return ids;
}
