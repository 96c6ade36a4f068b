import { createHash, X509Certificate } from 'node:crypto';
import { type Signer, SigningKeyProblem } from '../outside/signer.ts';
import { signDigest } from './cms-signature.ts';
import { type PdfSignatureProblem, readSignature } from './read-pdf-signature.ts';

const subFilter = '/SubFilter /ETSI.CAdES.detached';

/** A signature does not fit the drawing that it was put into: no reader would take the paper for signed. */
export class SignatureMismatch extends Error {
  constructor(problem: PdfSignatureProblem) {
    super(`the signature does not fit this drawing: ${problem}`);
    this.name = 'SignatureMismatch';
  }
}

/**
 * Signs a drawn PDF whose last signature dictionary is a placeholder: `/ByteRange […]` wide enough for any numbers and
 * a `/Contents <…>` of zeros. One revision, one signature, over every byte but the hole for itself (PAdES baseline B-B).
 * Answers the CMS signature alone. Keep it: an ECDSA signature comes out differently each time, and `fillSignature` makes
 * the same file from it again.
 * @param at the moment of signing; the certificate must be valid then
 * @throws SigningKeyProblem when it is not; Error when there is no placeholder, which is a fault in the drawing
 */
export async function signPdf(pdfWithPlaceholder: Buffer, signer: Signer, at: Date): Promise<Buffer> {
  const { validFromDate, validToDate } = new X509Certificate(signer.certificates[0]);
  if (at < validFromDate || at > validToDate) {
    throw new SigningKeyProblem(signer.keyId, notValid(validFromDate, validToDate));
  }
  const { pdf, lt, gt } = withByteRange(pdfWithPlaceholder);
  const digest = createHash('sha256').update(pdf.subarray(0, lt)).update(pdf.subarray(gt)).digest();
  return signDigest(digest, signer);
}

/**
 * Puts a signature into the drawing that it was made for, and reads the file back as whoever checks it will.
 * @throws SignatureMismatch when it does not hold: then the drawing is not the one that was signed. Error when there is no
 * placeholder, or one too small for it
 */
export function fillSignature(pdfWithPlaceholder: Buffer, cms: Buffer): Buffer {
  const { pdf, lt, gt } = withByteRange(pdfWithPlaceholder);
  const hex = cms.toString('hex');
  if (hex.length > gt - lt - 2)
    throw new Error(`the signature has ${cms.length} bytes, its place ${(gt - lt - 2) / 2}`);
  pdf.write(hex, lt + 1, 'latin1');
  const read = readSignature(pdf);
  if (!read.ok) throw new SignatureMismatch(read.problem);
  return pdf;
}

/** A copy with the true byte range; `lt` and `gt` enclose the hole: at `lt` stands `<`, before `gt` stands `>`. */
function withByteRange(pdfWithPlaceholder: Buffer): { pdf: Buffer; lt: number; gt: number } {
  const pdf = Buffer.from(pdfWithPlaceholder);
  // The last one: text of the paper itself stands earlier in the file and may hold the same words.
  const at = pdf.lastIndexOf(subFilter, undefined, 'latin1');
  const dictionary = at < 0 ? '' : pdf.toString('latin1', at, pdf.indexOf('endobj', at, 'latin1'));
  const range = /\/ByteRange \[0 9{10} 9{10} 9{10}\]/.exec(dictionary);
  const hole = /\/Contents (<0+>)/.exec(dictionary);
  if (range === null || hole?.[1] === undefined) throw new Error('the drawing has no placeholder for a signature');
  const lt = at + hole.index + '/Contents '.length;
  const gt = lt + hole[1].length;
  const numbers = `/ByteRange [0 ${lt} ${gt} ${pdf.length - gt}]`;
  pdf.write(numbers.padEnd(range[0].length), at + range.index, 'latin1');
  return { pdf, lt, gt };
}

function notValid(from: Date, to: Date): { ja: string; en: string } {
  const days = [from, to].map((date) => date.toISOString());
  return {
    ja: `署名用証明書の有効期間（${days.join(' から ')}）の外です。証明書を更新してください。何も署名していません。`,
    en: `outside the validity of the signing certificate (${days.join(' to ')}); renew it. Nothing was signed`,
  };
}
