import { sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/** What was certified, and is not a certificate in anybody's hand until it is issued. */
export type Certificate = {
  chamberId: string;
  certificateId: string;
  applicationId: string;
  year: number;
  serial: number;
  number: string;
  /** 証明日付, YYYY-MM-DD in Japan. */
  date: string;
  /** The record's JSON, byte for byte. */
  record: string;
  recordSha256: Buffer;
  sealSha256: Buffer;
  signatureSha256: Buffer;
  certifiedBy: string;
  certifiedAt: Date;
  voidAt: Date | null;
  voidReason: string | null;
};

export type CertificateSecrets = { salt: Buffer; accessCodeSealed: Buffer; tokenSealed: Buffer };

export async function insertCertificate(trx: Trx, row: Certificate & CertificateSecrets): Promise<void> {
  await trx
    .insertInto('certificate')
    .values({
      chamber_id: row.chamberId,
      certificate_id: row.certificateId,
      application_id: row.applicationId,
      year: row.year,
      serial: row.serial,
      number: row.number,
      certificate_date: row.date,
      record: row.record,
      record_sha256: row.recordSha256,
      seal_sha256: row.sealSha256,
      signature_sha256: row.signatureSha256,
      salt: row.salt,
      access_code_sealed: row.accessCodeSealed,
      token_sealed: row.tokenSealed,
      certified_by: row.certifiedBy,
      certified_at: row.certifiedAt,
    })
    .execute();
}

/** By hash or number to the chamber: what a stranger's question is answered from, once the certificate is issued. */
export async function insertLookup(
  trx: Trx,
  row: { tokenHash: Buffer; number: string; codeHash: Buffer; chamberId: string; certificateId: string },
): Promise<void> {
  await trx
    .insertInto('certificate_lookup')
    .values({
      token_hash: row.tokenHash,
      number: row.number,
      code_hash: row.codeHash,
      chamber_id: row.chamberId,
      certificate_id: row.certificateId,
    })
    .execute();
}

/** The one that is not void; undefined before certification and after a cancellation. */
export async function findLiveCertificate(
  trx: Trx,
  of: { chamberId: string; applicationId: string },
): Promise<Certificate | undefined> {
  const row = await trx
    .selectFrom('certificate')
    .selectAll()
    .select(sql<string>`certificate_date::text`.as('day'))
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      ...{ chamberId: row.chamber_id, certificateId: row.certificate_id, applicationId: row.application_id },
      ...{ year: row.year, serial: row.serial, number: row.number, date: row.day, record: row.record },
      ...{ recordSha256: row.record_sha256, sealSha256: row.seal_sha256, signatureSha256: row.signature_sha256 },
      ...{
        certifiedBy: row.certified_by,
        certifiedAt: row.certified_at,
        voidAt: row.void_at,
        voidReason: row.void_reason,
      },
    }
  );
}

/** Its number stays used; returns whether there was a live one to void. */
export async function voidLiveCertificate(
  trx: Trx,
  of: { chamberId: string; applicationId: string; at: Date; reason: string },
): Promise<boolean> {
  const result = await trx
    .updateTable('certificate')
    .set({ void_at: of.at, void_reason: of.reason })
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('void_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function insertSeal(
  trx: Trx,
  seal: { chamberId: string; sealId: string; sha256: Buffer; at: Date },
): Promise<void> {
  await trx
    .insertInto('seal')
    .values({ chamber_id: seal.chamberId, seal_id: seal.sealId, sha256: seal.sha256, added_at: seal.at })
    .execute();
}

/** The chamber's newest seal; undefined when it has none yet. */
export async function findSeal(trx: Trx, chamberId: string): Promise<Buffer | undefined> {
  const row = await trx
    .selectFrom('seal')
    .select('sha256')
    .where('chamber_id', '=', chamberId)
    .orderBy('seal_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sha256;
}
