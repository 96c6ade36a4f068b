import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { places } from '../lib/places.ts';
import { type ChildMessage, type EvidenceLimits, evidenceLimits } from './evidence-pdf-messages.ts';
import { type EvidenceReason, evidenceWords } from './evidence-pdf-words.ts';
import { readMessages } from './reader-messages.ts';
import { runReader } from './reader-process.ts';

/**
 * One page as a picture (pixels, PNG) and the text found on it, for searching and comparing; the picture is the evidence.
 * A page that is only a scan has no text: ''.
 */
export type EvidencePage = { width: number; height: number; png: Buffer; text: string };

export type EvidenceReading =
  /** `textCut`: there is more text than is read (`textCharacters`); pictures are never cut. */
  | { ok: true; pages: EvidencePage[]; sha256: string; textCut: boolean }
  /** `ja` and `en`: what is wrong and what to do. `detail`: for the log, in the libraries' own words. */
  | { ok: false; reason: EvidenceReason; ja: string; en: string; detail: string };

// Beside this file, in the sources as in what is built from them.
const childFile = fileURLToPath(import.meta.url.replace(/(\.[jt]s)$/, '-child$1'));

const maxChildren = 2;
const maxWaiting = 8;

/**
 * Pictures of the pages of a PDF that a stranger sent. Never throws for what is in the file, only when this installation
 * cannot read any.
 * The reading happens in a process of its own that is killed when it takes too long or too much memory; at most two run
 * at once in this server and eight wait, more are answered `busy`.
 * @param bytes the whole file, up to 10 MB; `sha256` (hexadecimal) is of exactly these
 */
export const readEvidencePdf = evidencePdfReader(evidenceLimits);

/** A reader with its own two places and its own limits. The server has one: `readEvidencePdf`. */
export function evidencePdfReader(limits: EvidenceLimits): (bytes: Buffer) => Promise<EvidenceReading> {
  const take = places({ atOnce: maxChildren, waiting: maxWaiting });
  return async (bytes) => {
    const atSight = reasonAtSight(bytes, limits);
    if (atSight !== undefined) return refused(atSight);
    return take(() => readInChild(bytes, limits)) ?? refused('busy');
  };
}

/** What needs no reading. The magic bytes must be the first: a file that is also a web page or a picture has others there. */
function reasonAtSight(bytes: Buffer, limits: EvidenceLimits): EvidenceReason | undefined {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > limits.bytes) return 'too_big';
  return bytes.toString('latin1', 0, 5) === '%PDF-' ? undefined : 'not_pdf';
}

function refused(reason: EvidenceReason, detail = ''): EvidenceReading {
  return { ok: false, reason, ...evidenceWords[reason], detail };
}

async function readInChild(bytes: Buffer, limits: EvidenceLimits): Promise<EvidenceReading> {
  const { written, said, end } = await runReader(childFile, JSON.stringify(limits), bytes, limits);
  const messages = readMessages<ChildMessage>(written);
  const last = messages.at(-1)?.message;
  if (last?.kind === 'refused') return refused(last.reason, last.detail);
  const pages = messages.flatMap(({ message, bytes: png }): EvidencePage[] =>
    message.kind === 'page' ? [{ width: message.width, height: message.height, text: message.text, png }] : [],
  );
  if (last?.kind === 'end' && last.pages === pages.length) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ok: true, pages, sha256, textCut: last.textCut };
  }
  if (end === 'exited') throw new Error(`the reader of evidence PDFs does not work: ${said}`);
  return refused('too_heavy', `${end}\n${said}`);
}
