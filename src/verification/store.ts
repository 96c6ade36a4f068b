import { sql } from 'kysely';
import type { CertificateStatus } from '../certificates/lifecycle.ts';
import { type Db, readPrepared, readPreparedInInstallation } from '../lib/db.ts';

/** Where a certificate is, and what its access code must hash to. */
export type Lookup = { chamberId: string; certificateId: string; codeHash: Buffer };

/** What may be told to whoever asks. */
export type Kept = {
  status: Exclude<CertificateStatus, 'not_yet'>;
  /** YYYY-MM-DD in Japan. */
  date: string;
  /** The record's JSON. */
  record: string;
  sheets: number;
  /** Of the chamber, today. */
  contact: { telephone: string; mail: string };
};

/** In the installation's table: who asks does not say of which chamber. Every scan at a border comes through here. */
export async function findLookup(db: Db, by: { tokenHash: Buffer } | { number: string }): Promise<Lookup | undefined> {
  const asked = db.kysely.selectFrom('certificate_lookup').select(['chamber_id', 'certificate_id', 'code_hash']);
  const prepared =
    'number' in by
      ? { name: 'lookup-by-number', query: asked.where('number', '=', by.number).compile() }
      : { name: 'lookup-by-token', query: asked.where('token_hash', '=', by.tokenHash).compile() };
  const [found] = await readPreparedInInstallation(db, prepared);
  return found && { chamberId: found.chamber_id, certificateId: found.certificate_id, codeHash: found.code_hash };
}

/** Only what was issued: undefined while it is unpaid or not drawn yet, and for a void number. */
export async function findIssued(db: Db, of: { chamberId: string; certificateId: string }): Promise<Kept | undefined> {
  const query = db.kysely
    .selectFrom('certificate')
    .innerJoin('chamber', 'chamber.chamber_id', 'certificate.chamber_id')
    .innerJoin('paper', (join) =>
      join
        .onRef('paper.chamber_id', '=', 'certificate.chamber_id')
        .onRef('paper.certificate_id', '=', 'certificate.certificate_id')
        .on('paper.version', '=', 'ORIGINAL'),
    )
    .select(['certificate.status', 'certificate.record', 'certificate.void_at', 'paper.pages'])
    .select(['chamber.telephone', 'chamber.mail'])
    .select(sql<string>`certificate_date::text`.as('day'))
    .where('certificate.chamber_id', '=', of.chamberId)
    .where('certificate.certificate_id', '=', of.certificateId)
    .where('certificate.status', 'is not', null)
    .compile();
  const [row] = await readPrepared(db, of.chamberId, { name: 'issued-certificate', query });
  if (!row) return undefined;
  const status = row.status as Kept['status'];
  // A void one that was never taken back would be called valid.
  if (status === 'issued' && row.void_at !== null) return undefined;
  const { record, pages: sheets, telephone, mail } = row;
  return { status, date: row.day, record, sheets, contact: { telephone, mail } };
}
