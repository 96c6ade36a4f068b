import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { decodeMessages, type EvidenceLimits, evidenceLimits } from './evidence-pdf-messages.ts';
import { type EvidenceReason, evidenceWords } from './evidence-pdf-words.ts';

/** One page as a picture (pixels, PNG) and the text found on it, for searching; the picture is the evidence. */
export type EvidencePage = { width: number; height: number; png: Buffer; text: string };

export type EvidenceReading =
  | { ok: true; pages: EvidencePage[]; sha256: string }
  /** `ja` and `en`: what is wrong and what to do. `detail`: for the log, in the libraries' own words. */
  | { ok: false; reason: EvidenceReason; ja: string; en: string; detail: string };

// Beside this file, in the sources as in what is built from them.
const childFile = fileURLToPath(import.meta.url.replace(/(\.[jt]s)$/, '-child$1'));
const childFolder = fileURLToPath(new URL('./', import.meta.url));
const packageRoot = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../' : '../../../', import.meta.url));
/** All that the child may read: its code, the two libraries, and what Node asks for to load them. */
// The real folder: node_modules may be a link, and the permission is asked for where the file truly lies.
const modules = realpathSync(`${packageRoot}node_modules`);
const folders = new Set([`${packageRoot}node_modules/*`, `${modules}/*`]);
const readable = [`${childFolder}*`, ...folders, `${packageRoot}package.json`];

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
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (bytes) => {
    const atSight = reasonAtSight(bytes, limits);
    if (atSight !== undefined) return refused(atSight);
    if (running >= maxChildren && waiting.length >= maxWaiting) return refused('busy');
    if (running >= maxChildren) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await readInChild(bytes, limits);
    } finally {
      const next = waiting.shift(); // takes over the place, so `running` stays
      if (next === undefined) running -= 1;
      else next();
    }
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
  const { written, said, end } = await runChild(bytes, limits);
  const messages = decodeMessages(written);
  const last = messages.at(-1)?.message;
  if (last?.kind === 'refused') return refused(last.reason, last.detail);
  const pages = messages.flatMap(({ message, bytes: png }): EvidencePage[] =>
    message.kind === 'page' ? [{ width: message.width, height: message.height, text: message.text, png }] : [],
  );
  if (last?.kind === 'end' && last.pages === pages.length) {
    return { ok: true, pages, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  if (end === 'exited') throw new Error(`the reader of evidence PDFs does not work: ${said}`);
  return refused('too_heavy', `${end}\n${said}`);
}

type ChildRun = { written: Buffer; said: string; end: 'exited' | 'out of memory' | 'out of time' | 'too much output' };

/**
 * The child may read its own code and nothing else, write nothing and start nothing (Node's permission model); it gets no
 * environment, so no secrets, and a low priority, so that it does not slow down whoever is being served.
 */
async function runChild(bytes: Buffer, limits: EvidenceLimits): Promise<ChildRun> {
  const heap = `--max-old-space-size=${limits.heapMebibytes}`;
  const rights = ['--permission', '--allow-worker', ...readable.map((each) => `--allow-fs-read=${each}`)];
  const child = spawn(process.execPath, [heap, ...rights, childFile, JSON.stringify(limits)], {
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject); // no process to be had: a fault of this machine, not of the file
    child.once('close', (code, signal) => resolve([code, signal]));
  });
  let killed: ChildRun['end'] | undefined;
  const kill = (why: ChildRun['end']) => {
    killed ??= why;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(kill, limits.milliseconds, 'out of time');
  const written = collect(child.stdio[3], limits.outputBytes, () => kill('too much output'));
  const said = collect(child.stderr, 100_000, () => kill('too much output'));
  child.stdin?.on('error', () => undefined); // it died before it read all: how it ended tells
  child.stdin?.end(bytes);
  lowerPriority(child);
  try {
    const [code, signal] = await closed;
    const aborted = signal !== null || code === 134;
    return {
      written: Buffer.concat(written),
      said: Buffer.concat(said).toString('utf8').slice(0, 2000),
      end: killed ?? (aborted ? 'out of memory' : 'exited'),
    };
  } finally {
    clearTimeout(timer);
  }
}

function collect(stream: unknown, maxBytes: number, tooMuch: () => void): Buffer[] {
  const chunks: Buffer[] = [];
  let length = 0;
  (stream as Readable).on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > maxBytes) tooMuch();
    else chunks.push(chunk);
  });
  return chunks;
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system does not allow it: it runs as well without.
  }
}
