import type { Trx } from '../lib/db.ts';
import type { Finding } from './finding.ts';
import type { Content } from './forms/content.ts';
import { type ApplicationKind, type ContentOf, formForKind } from './forms/forms.ts';

/** An application as it was submitted: what the examiner examines, and what is certified. */
export type Submission<C extends Content = Content> = {
  applicationId: string;
  round: number;
  at: Date;
  /** Who submitted. */
  accountId: string;
  content: C;
  /** What the rules said then; none of them blocks. */
  findings: readonly Finding[];
  exporter: { registrationNumber: string; nameEn: string; addressEn: string };
  signatory: { signatoryId: string; nameEn: string; titleEn: string };
  /** The signature that stood under it. */
  signatureSha256: Buffer;
};

export async function insertSubmission(trx: Trx, chamberId: string, submission: Submission): Promise<void> {
  const { goods, ...content } = submission.content;
  await trx
    .insertInto('submission')
    .values({
      chamber_id: chamberId,
      application_id: submission.applicationId,
      round: submission.round,
      at: submission.at,
      account_id: submission.accountId,
      content: JSON.stringify(content),
      goods: JSON.stringify(goods),
      findings: JSON.stringify(submission.findings),
      exporter: JSON.stringify(submission.exporter),
      signatory: JSON.stringify(submission.signatory),
      signature_sha256: submission.signatureSha256,
    })
    .execute();
}

/** The submission of that round; undefined when there was none. */
export async function findSubmission<K extends ApplicationKind>(
  trx: Trx,
  of: { chamberId: string; applicationId: string; kind: K; round: number },
): Promise<Submission<ContentOf<K>> | undefined> {
  const row = await trx
    .selectFrom('submission')
    .selectAll()
    .where('chamber_id', '=', of.chamberId)
    .where('application_id', '=', of.applicationId)
    .where('round', '=', of.round)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...{ applicationId: row.application_id, round: row.round, at: row.at, accountId: row.account_id },
    content: formForKind(of.kind).Content.parse({ ...(row.content as object), goods: row.goods }),
    // Written by this file's own insert and never changed since (append-only).
    findings: row.findings as unknown as Finding[],
    exporter: row.exporter as unknown as Submission['exporter'],
    signatory: row.signatory as unknown as Submission['signatory'],
    signatureSha256: row.signature_sha256,
  };
}
