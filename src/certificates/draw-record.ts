// The certificate's PDF, made from its record alone: a specimen, or the paper itself when the secrets of its printing are
// given. The same record and secrets give the same bytes, whenever and however often it is drawn.
import { createHash } from 'node:crypto';
import type { Emblem, Imprint } from '../applications/forms/imprint.ts';
import { drawPdf, type PdfOptions } from '../paper/draw-pdf.ts';
import type { PageModel } from '../paper/page.ts';
import { type CertificateRecord, formOfRecord } from './record.ts';

/** What is printed on the paper and is not in the record; pictures that the record names by digest or not at all. */
export type PaperSecrets = {
  version: 'ORIGINAL' | 'COPY';
  accessCode: string;
  qrAddress: string;
  referenceHost: string;
  /** The chamber's seal. */
  seal?: Emblem;
  /** PNG of the signatory's signature: must have the record's `signatureSha256`. */
  signature?: Uint8Array;
};

export const recordFileName = 'record.json';

/** The record as the bytes that are attached, and that a digest is taken of. */
export const recordJson = (record: CertificateRecord): string => JSON.stringify(record);

/** Throws an Error when the signature picture is missing or is not the one that was certified. */
function signatureOf(record: CertificateRecord, secrets: PaperSecrets): Emblem | undefined {
  const wanted = record.signatory.signatureSha256;
  const { signature } = secrets;
  const given = signature === undefined ? null : createHash('sha256').update(signature).digest('hex');
  if (given !== wanted) throw new Error(`signature picture of ${record.number}: has ${given}, certified was ${wanted}`);
  return signature === undefined ? undefined : { kind: 'png', png: signature };
}

export function imprintOf(record: CertificateRecord, secrets?: PaperSecrets): Imprint {
  const { wording, chamber, number, date, certifier, template } = record;
  const { name, title } = record.signatory;
  if (secrets === undefined) return { kind: 'specimen', wording, chamber, signatory: { name, title } };
  const { version, accessCode, qrAddress, referenceHost, seal } = secrets;
  const signature = signatureOf(record, secrets);
  return {
    kind: 'issued',
    ...{ wording, chamber, number, date, certifier, template, version, accessCode, qrAddress, referenceHost },
    signatory: { name, title, ...(signature === undefined ? {} : { signature }) },
    ...(seal === undefined ? {} : { seal }),
    ...(record.appliedBy === undefined ? {} : { appliedBy: record.appliedBy }),
  };
}

export const recordSheets = (record: CertificateRecord, secrets?: PaperSecrets): PageModel[] =>
  formOfRecord(record).sheets(record.content, imprintOf(record, secrets));

/**
 * Draws all sheets, and tells which. With secrets the record is attached and, if asked, room is left for the chamber's signature.
 * Throws an Error when the record cannot have been certified: a box that does not fit, a character without glyph.
 */
export async function drawRecord(
  record: CertificateRecord,
  secrets?: PaperSecrets,
  signature?: PdfOptions['signature'],
): Promise<{ pdf: Buffer; sheets: PageModel[]; pages: number }> {
  const sheets = recordSheets(record, secrets);
  const isPaper = secrets !== undefined;
  const attachment = { name: recordFileName, description: 'What was certified', json: recordJson(record) };
  const pdf = await drawPdf(sheets, {
    title: `${formOfRecord(record).paperTitle} ${isPaper ? `${record.number} ${secrets.version}` : 'SPECIMEN'}`,
    lang: 'en',
    createdAt: new Date(`${record.date}T00:00:00+09:00`),
    ...(isPaper ? { attachment } : {}),
    ...(signature === undefined ? {} : { signature }),
  });
  return { pdf, sheets, pages: sheets.length };
}
