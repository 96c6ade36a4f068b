import { createHash } from 'node:crypto';
import { keyIdOf } from '../outside/signer.ts';
import { type CmsProblem, readCms } from './cms-signature.ts';

export type PdfSignatureProblem =
  | CmsProblem
  | 'not_signed'
  | 'two_signatures'
  | 'two_revisions'
  | 'not_whole_file'
  | 'empty'
  | 'changed';

export type PdfSignature =
  | { ok: true; keyId: string; certificates: [Buffer, ...Buffer[]]; cms: Buffer }
  | { ok: false; problem: PdfSignatureProblem };

/**
 * Checks the one signature of a PDF of ours. Readers' signature panels say "valid" of files whose look was changed after
 * signing (shadow, incremental saving and wrapping attacks), so this asks more than they do: one signature, one revision,
 * every byte of the file signed but the signature's own hexadecimal digits. `ok` says that the file is as the holder of
 * `keyId` signed it; whether that is the chamber's key, and whether the paper is still good, only the register knows.
 */
export function readSignature(pdf: Buffer): PdfSignature {
  const hole = findHole(pdf);
  if (typeof hole === 'string') return { ok: false, problem: hole };
  const cms = cmsIn(pdf.toString('latin1', hole.lt + 1, hole.gt - 1));
  if (typeof cms === 'string') return { ok: false, problem: cms };
  const read = readCms(cms);
  if ('problem' in read) return { ok: false, problem: read.problem };
  const digest = createHash('sha256').update(pdf.subarray(0, hole.lt)).update(pdf.subarray(hole.gt)).digest();
  if (!read.digest.equals(digest)) return { ok: false, problem: 'changed' };
  return { ok: true, keyId: keyIdOf(read.certificates[0]), certificates: read.certificates, cms };
}

/** Where the signature stands, `<` and `>` included, if the byte range leaves out that and nothing else. */
function findHole(pdf: Buffer): { lt: number; gt: number } | PdfSignatureProblem {
  const ranges = count(pdf, '/ByteRange');
  if (ranges === 0) return 'not_signed';
  if (ranges > 1) return 'two_signatures';
  if (count(pdf, '%%EOF') !== 1) return 'two_revisions';
  const at = pdf.indexOf('/ByteRange', 0, 'latin1');
  const numbers = /^\/ByteRange \[(\d{1,10}) (\d{1,10}) (\d{1,10}) (\d{1,10})\]/.exec(
    pdf.toString('latin1', at, at + 64),
  );
  const [start, lt, gt, rest] = (numbers ?? []).slice(1).map(Number);
  if (start !== 0 || lt === undefined || gt === undefined || rest === undefined) return 'not_whole_file';
  if (gt + rest !== pdf.length || gt - lt < 2 || gt > pdf.length) return 'not_whole_file';
  // The digits that a reader of the PDF takes for the signature must be the very ones that the range leaves out.
  const contents = pdf.indexOf('/Contents ', at, 'latin1') + '/Contents '.length;
  if (contents !== lt || pdf[lt] !== 0x3c || pdf[gt - 1] !== 0x3e) return 'not_whole_file';
  return { lt, gt };
}

/** The DER at the beginning of the hole; behind it only zeros, else something unsigned would hide there. */
function cmsIn(digits: string): Buffer | PdfSignatureProblem {
  if (/^0*$/.test(digits)) return 'empty';
  if (digits.length % 2 !== 0 || !/^[0-9a-f]*$/.test(digits)) return 'unreadable';
  const bytes = Buffer.from(digits, 'hex');
  // SEQUENCE with its length in two octets: a signature of ours has a certificate inside, so more than 255 bytes.
  if (bytes[0] !== 0x30 || bytes[1] !== 0x82 || bytes.length < 4) return 'unreadable';
  const length = 4 + bytes.readUInt16BE(2);
  if (length > bytes.length || bytes.subarray(length).some((byte) => byte !== 0)) return 'unreadable';
  return bytes.subarray(0, length);
}

function count(pdf: Buffer, words: string): number {
  let found = 0;
  for (let at = pdf.indexOf(words, 0, 'latin1'); at >= 0; at = pdf.indexOf(words, at + 1, 'latin1')) found += 1;
  return found;
}
