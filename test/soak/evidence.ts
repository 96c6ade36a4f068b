// Hostile PDFs with random bytes changed, cut out and put in: every one is answered in time, and no answer is a crash.
import { type EvidenceReading, evidencePdfReader } from '../../src/outside/evidence-pdf.ts';
import { activeFiles, brokenFiles, onePage } from '../../src/outside/evidence-pdf-corpus.ts';
import { evidenceLimits } from '../../src/outside/evidence-pdf-messages.ts';
import { type Random, randomFrom } from './random.ts';
import type { SoakResult } from './scale.ts';

/** The limit of the soak's own reader; the server's is a minute. What needs longer is refused, not waited for. */
const limits = { ...evidenceLimits, milliseconds: 10_000 };
/** For starting and ending a process on a machine that does other things too. */
const grace = 10_000;

/** Files whose cost is the point (a bomb, 10 MB) have tests of their own: changed, they only cost the same again. */
const corpus = [
  ['an ordinary invoice', onePage] as const,
  ...activeFiles.map(([name, , pdf]) => [name, pdf] as const),
  ...brokenFiles
    .filter(([, reasons]) => !reasons.some((one) => /too_|big_/.test(one)))
    .map(([name, , pdf]) => [name, pdf] as const),
] as const;

export async function soakEvidence(count: number, seed: number): Promise<SoakResult> {
  const random = randomFrom(seed);
  const read = evidencePdfReader(limits);
  const done: Record<string, number> = { files: 0, pages: 0 };
  const faults: string[] = [];
  let longest = 0;
  const one = async (i: number): Promise<void> => {
    // A third are ordinary invoices, which may survive a change and then must be drawn.
    const [name, pdf] = (random.oneIn(3) ? corpus[0] : corpus[random.below(corpus.length)]) ?? corpus[0];
    const bytes = changed(random, pdf());
    const started = performance.now();
    const reading = await read(bytes).catch((error: unknown) => error);
    const milliseconds = performance.now() - started;
    longest = Math.max(longest, milliseconds);
    const answer = kindOf(reading);
    done['files'] = (done['files'] ?? 0) + 1;
    done[answer] = (done[answer] ?? 0) + 1;
    if (isReading(reading) && reading.ok) done['pages'] = (done['pages'] ?? 0) + reading.pages.length;
    const wrong = wrongWith(reading, milliseconds);
    if (wrong !== undefined) faults.push(`file ${i + 1}, ${name}: ${wrong}`);
  };
  // Two at a time, as the reader lets in.
  for (let i = 0; i < count; i += 2) await Promise.all([one(i), ...(i + 1 < count ? [one(i + 1)] : [])]);
  return { done: { ...done, longestMilliseconds: Math.round(longest) }, faults };
}

const isReading = (reading: unknown): reading is EvidenceReading =>
  typeof reading === 'object' && reading !== null && 'ok' in reading;

const kindOf = (reading: unknown): string => {
  if (!isReading(reading)) return 'threw';
  return reading.ok ? 'taken' : reading.reason;
};

function wrongWith(reading: unknown, milliseconds: number): string | undefined {
  if (!isReading(reading)) return `threw ${String(reading)}`;
  if (milliseconds > limits.milliseconds + grace) return `took ${Math.round(milliseconds)} ms`;
  if (!reading.ok) return reading.ja === '' || reading.en === '' ? 'refused without a word' : undefined;
  const tooBig = reading.pages.some(({ width, height }) => Math.max(width, height) > limits.maxSide);
  if (reading.pages.length > limits.pages || tooBig) return 'taken beyond its limits';
  return undefined;
}

/** Behind the first line, which says that it is a PDF: single bytes in their place, or pieces cut out and put in too. */
function changed(random: Random, pdf: Buffer): Buffer {
  const inPlace = !random.oneIn(3);
  const head = Math.min(9, pdf.length);
  let bytes = Buffer.from(pdf);
  const changes = 1 + random.below(inPlace ? 4 : 20);
  for (let i = 0; i < changes && bytes.length > head; i++) {
    const at = head + random.below(bytes.length - head);
    const what = inPlace ? 0 : random.below(4);
    if (what < 2) bytes[at] = random.below(256);
    else if (what === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(40))]);
    else {
      const from = head + random.below(bytes.length - head);
      bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + random.below(60)), bytes.subarray(at)]);
    }
  }
  return bytes;
}
