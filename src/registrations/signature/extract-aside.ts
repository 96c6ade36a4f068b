// Finding a signature takes about a second of one core. In a thread, so that the server answers meanwhile.
import { Worker } from 'node:worker_threads';
import { places } from '../../lib/places.ts';
import type { ScanPage } from '../../outside/scan-picture.ts';
import type { How } from './extract.ts';
import type { ExtractAnswer, ExtractJob } from './extract-thread.ts';
import { signatureProblem } from './problems.ts';

/** The thread's file beside this one: `.ts` when run from the sources, `.js` when built. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? './extract-thread.ts' : './extract-thread.js',
  import.meta.url,
);

/** One at a time, so that ten uploads together do not take ten cores. */
const take = places({ atOnce: 1, waiting: 9 });
/** Five pages on a busy machine. */
const patienceMs = 60_000;

/**
 * As `extractSignature` of one page with `how`, or `extractFromPages` of all without (and then each page as a picture), but
 * aside. Refuses `busy` when ten are there already; rejects when the thread itself is broken or takes longer than a minute.
 */
export async function extractAside(pages: readonly ScanPage[], how?: How): Promise<ExtractAnswer> {
  const answer = take(() => runThread(how === undefined ? { pages } : { pages, how }));
  return answer ?? { ok: false, problem: signatureProblem('busy') };
}

function runThread(job: ExtractJob): Promise<ExtractAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(threadFile, { workerData: job, env: {}, execArgv: [] });
    const timer = setTimeout(() => void worker.terminate(), patienceMs);
    worker.once('message', (answer: ExtractAnswer) => resolve(withBuffers(answer)));
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After an answer this does nothing: a promise settles once.
      reject(new Error(`the thread that finds signatures ended with ${code} and no answer`));
    });
  });
}

/** On the way from thread to thread a Buffer becomes plain bytes. */
function withBuffers(answer: ExtractAnswer): ExtractAnswer {
  const seen = answer.seen === undefined ? {} : { seen: answer.seen.map((png) => Buffer.from(png)) };
  const before = answer.before === undefined ? {} : { before: Buffer.from(answer.before) };
  return answer.ok
    ? { ...answer, ...seen, png: Buffer.from(answer.png), before: Buffer.from(answer.before) }
    : { ...answer, ...seen, ...before };
}
