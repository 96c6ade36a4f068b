// Many hands certify the same cases at once: each case is certified once, and the numbers have no gap.
import { approveApplication } from '../../src/applications/examine.ts';
import { readDeskCase } from '../../src/applications/read-desk.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { certifyApplication } from '../../src/certificates/certify.ts';
import { readCertificateNumber } from '../../src/certificates/numbers.ts';
import { inChamber } from '../../src/lib/db.ts';
import { contextOf, readyApplication } from '../deeds.ts';
import type { World } from '../world.ts';
import { type Random, randomFrom } from './random.ts';
import type { SoakResult } from './scale.ts';

type Case = { applicationId: string; round: number };
const chamberId = '9901';
const casesAtOnce = 10;
const hands = 4;

export async function soakCertify(world: World, count: number, seed: number): Promise<SoakResult> {
  const random = randomFrom(seed);
  const done = { cases: 0, tries: 0 };
  const faults: string[] = [];
  for (let left = count; left > 0; left -= casesAtOnce) {
    const cases: Case[] = [];
    for (let i = 0; i < Math.min(left, casesAtOnce); i++) cases.push(await approved(world));
    const certifier = await contextOf(world, 'certifier');
    const clicks = shuffled(random, Array.from({ length: hands }, () => cases).flat());
    const tries = await Promise.allSettled(clicks.map((one) => certifyApplication(certifier, one)));
    const made = tries.filter((one) => one.status === 'fulfilled').length;
    const wrong = tries.flatMap((one) =>
      one.status === 'rejected' && one.reason.code !== 'conflict' ? [one.reason] : [],
    );
    if (made !== cases.length) faults.push(`${cases.length} cases were certified ${made} times`);
    faults.push(...wrong.map((reason) => `neither done nor refused as done: ${String(reason)}`));
    done.cases += cases.length;
    done.tries += clicks.length;
  }
  const rows = await inChamber(world.house.db, chamberId, (trx) =>
    trx.selectFrom('certificate').select(['serial', 'number']).orderBy('serial').execute(),
  );
  const gaps = rows.filter((row, i) => row.serial !== i + 1).length;
  if (gaps > 0 || rows.length !== done.cases) faults.push(`${rows.length} numbers, ${gaps} of them out of order`);
  const unreadable = rows.filter(({ number }) => readCertificateNumber(number) !== number);
  faults.push(...unreadable.map(({ number }) => `${number} is not read as itself`));
  return { done: { ...done, numbers: rows.length }, faults };
}

async function approved(world: World): Promise<Case> {
  const firm = await contextOf(world, 'user');
  const applicationId = await readyApplication(firm);
  const { round } = await submitApplication({ ...firm, now: world.now() }, { applicationId });
  const examiner = await contextOf(world, 'examiner');
  const { signatories } = await readDeskCase(examiner, applicationId);
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
  return { applicationId, round };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random.below(left.length), 1));
}
