// An XLSX file is somebody else's program input: it is read in a thread that may be stopped and whose heap is bounded.
import { Worker } from 'node:worker_threads';
import { fileProblem } from './table-problem.ts';
import type { XlsxAnswer, XlsxJob } from './xlsx-worker.ts';

export type XlsxReaderLimits = { milliseconds: number; heapMegabytes: number };

/** A table of 5,000 rows and 8 columns takes about one second. */
const defaultLimits: XlsxReaderLimits = { milliseconds: 10_000, heapMegabytes: 384 };

/** One at a time, so that ten uploads together do not take ten heaps; so many may wait. */
const maxWaiting = 20;

const tooHeavy = fileProblem(
  'workbook-too-heavy',
  'Excel ブックを読み取れませんでした(中身が大きすぎるか、複雑すぎます)。表だけを新しいブックにコピーして保存してください。',
  'The workbook could not be read (too heavy or too complex inside). Copy the table alone into a new workbook and save that.',
);

const busy = fileProblem(
  'busy',
  'ただいま多くのファイルを読み取っています。少し待ってから、もう一度アップロードしてください。',
  'Many files are being read just now. Wait a little and upload the file again.',
);

/** The worker's file beside this one: `.ts` when run from the sources, `.js` when built. */
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './xlsx-worker.ts' : './xlsx-worker.js', import.meta.url);

function runWorker(job: XlsxJob, limits: XlsxReaderLimits): Promise<XlsxAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      env: {},
      execArgv: [],
    });
    const stop = (): void => {
      worker.terminate().catch(reject);
      resolve({ ok: false, problem: tooHeavy });
    };
    const timer = setTimeout(stop, limits.milliseconds);
    worker.once('message', (answer: XlsxAnswer) => resolve(answer));
    worker.once('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve({ ok: false, problem: tooHeavy });
      else reject(error);
    });
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After an answer this does nothing: a promise settles once.
      reject(new Error(`the workbook reader ended with ${code} and no answer`));
    });
  });
}

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** The first visible sheet of a workbook as text. Rejects only when our own reader is broken. */
export async function readXlsxFile(job: XlsxJob, limits: XlsxReaderLimits = defaultLimits): Promise<XlsxAnswer> {
  if (waiting >= maxWaiting) return { ok: false, problem: busy };
  waiting += 1;
  const turn = last.then(() => runWorker(job, limits));
  last = turn.catch(() => undefined); // the next in line does not care; the caller gets the error from `turn`
  try {
    return await turn;
  } finally {
    waiting -= 1;
  }
}
