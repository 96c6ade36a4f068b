// Certificates by the thousand: one is made by the deeds that people use, the others are its copies under their own
// numbers, each with a record, an access code and a token of its own.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { findActorByKey } from '../../src/accounts/api-keys.ts';
import type { Ctx } from '../../src/accounts/context.ts';
import { approveApplication } from '../../src/applications/examine.ts';
import { readDeskCase } from '../../src/applications/read-desk.ts';
import { submitApplication } from '../../src/applications/submit.ts';
import { appendEvent } from '../../src/audit/events.ts';
import { certifyApplication } from '../../src/certificates/certify.ts';
import { recordJson } from '../../src/certificates/draw-record.ts';
import { accessCodeOf, certificateNumber, tokenOf } from '../../src/certificates/numbers.ts';
import { readRecord } from '../../src/certificates/record.ts';
import {
  type Certificate,
  findLiveCertificate,
  insertCertificate,
  insertLookup,
} from '../../src/certificates/store.ts';
import { inChamber, type Trx } from '../../src/lib/db.ts';
import { hashSecret, newId } from '../../src/lib/ids.ts';
import { readyApplication } from '../../test/deeds.ts';
import type { BenchWorld } from './bench-world.ts';

export type Made = { applicationId: string; certificateId: string; number: string; token: string };

const inOneTransaction = 250;

/** Certified and paid for, in the same state as if the firm had paid a moment ago; no job is added. */
export async function paidCertificates(world: BenchWorld, count: number): Promise<Made[]> {
  const template = await certifiedByDeeds(world);
  const made: Made[] = [];
  while (made.length < count) {
    const many = Math.min(inOneTransaction, count - made.length);
    const next = await inChamber(world.house.db, template.chamberId, async (trx) => {
      const batch: Made[] = [];
      for (let i = 0; i < many; i++) batch.push(await copied(trx, world, template, made.length + i + 1));
      return batch;
    });
    made.push(...next);
  }
  return made;
}

async function certifiedByDeeds(world: BenchWorld): Promise<Certificate> {
  const { db, jobs, outside } = world.house;
  const as = async (role: string): Promise<Ctx> => {
    const actor = await findActorByKey(db, world.accounts.find((one) => one.role === role)?.apiKey ?? '');
    if (!actor) throw new Error(`the demo world has no ${role}`);
    return { db, jobs, outside, now: new Date(), actor };
  };
  const firm = await as('user');
  const applicationId = await readyApplication(firm);
  const { round } = await submitApplication(firm, { applicationId });
  const examiner = await as('examiner');
  const { signatories } = await readDeskCase(examiner, applicationId);
  await approveApplication(examiner, { applicationId, round, invoiceSignedBy: signatories[0]?.signatoryId ?? '' });
  await certifyApplication(await as('certifier'), { applicationId, round });
  const { chamberId } = firm.actor;
  const found = await inChamber(db, chamberId, (trx) => findLiveCertificate(trx, { chamberId, applicationId }));
  if (!found) throw new Error('the first certificate was not certified');
  return found;
}

async function copied(trx: Trx, { house }: BenchWorld, template: Certificate, index: number): Promise<Made> {
  const { chamberId, year } = template;
  const now = new Date();
  const [applicationId, certificateId] = [newId(now), newId(now)];
  const serial = template.serial + index;
  const number = certificateNumber(chamberId, year, serial);
  const receiptNumber = `BENCH-${serial}`;
  await copyApplication(trx, template, { applicationId, receiptNumber });
  await appendEvent(trx, {
    ...{ chamberId, at: now, by: { kind: 'system' }, subject: 'application', subjectId: applicationId },
    ...{ action: 'settle', from: 'certified', to: 'paid' },
  });
  const record = readRecord({ ...JSON.parse(template.record), number, receiptNumber });
  const json = recordJson(record);
  const [code, token] = [accessCodeOf(randomBytes(12)), tokenOf(randomBytes(16))];
  const { vault } = house.outside;
  await insertCertificate(trx, {
    ...{ ...template, applicationId, certificateId, serial, number, salt: randomBytes(32) },
    ...{ record: json, recordSha256: createHash('sha256').update(json).digest() },
    accessCodeSealed: vault.seal(Buffer.from(code), `access code ${certificateId}`),
    tokenSealed: vault.seal(Buffer.from(token), `token ${certificateId}`),
  });
  const codeHash = vault.mac(code, `access code ${number}`);
  await insertLookup(trx, { tokenHash: hashSecret(token), number, codeHash, chamberId, certificateId });
  return { applicationId, certificateId, number, token };
}

async function copyApplication(
  trx: Trx,
  template: Certificate,
  made: { applicationId: string; receiptNumber: string },
): Promise<void> {
  await sql`
    insert into application
      (chamber_id, application_id, kind, registration_id, signatory_id, account_id, receipt_number, status, content, goods, version,
       consignee, invoice_numbers, goods_lines, round, submitted_at, created_at, changed_at)
    select chamber_id, ${made.applicationId}, kind, registration_id, signatory_id, account_id, ${made.receiptNumber}, 'paid', content,
       goods, version, consignee, invoice_numbers, goods_lines, round, submitted_at, created_at, changed_at
    from application where chamber_id = ${template.chamberId} and application_id = ${template.applicationId}`.execute(
    trx,
  );
}

/** Issued without papers drawn: what a check reads is there, the files of the papers are not. */
export async function markIssued(world: BenchWorld, made: readonly Made[]): Promise<void> {
  const ids = made.map((one) => one.certificateId);
  await inChamber(world.house.db, '9901', async (trx) => {
    await sql`
      with numbered as (
        select certificate_id, row_number() over (order by certificate_id) as position
        from certificate where certificate_id = any(${ids}::uuid[]))
      update certificate set status = 'issued', issued_at = now(), print_until = current_date + 14,
        leaf_position = numbered.position
      from numbered where certificate.certificate_id = numbered.certificate_id`.execute(trx);
    await sql`
      insert into paper (chamber_id, certificate_id, version, drawn_sha256, cms, signed_at, pages)
      select chamber_id, certificate_id, 'ORIGINAL', sha256(record::bytea), 'bench', now(), 1
      from certificate where certificate_id = any(${ids}::uuid[])`.execute(trx);
  });
  // As autovacuum would have done by the time that anybody asks.
  await sql`analyze`.execute(world.house.db.kysely);
}
