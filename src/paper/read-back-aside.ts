// Reading a paper back takes PDFium about half as long as drawing it took us. In a thread of its own, so that the server answers
// meanwhile, and a second core has something to do.
import { Worker } from 'node:worker_threads';
import type { ReadAnswer, ReadJob } from './read-back-thread.ts';

/** The thread's file beside this one: `.ts` when run from the sources, `.js` when built. */
const threadFile = new URL(
  import.meta.url.endsWith('.ts') ? './read-back-thread.ts' : './read-back-thread.js',
  import.meta.url,
);

/** Thirty sheets take less than two seconds. */
const patienceMs = 60_000;

type Waiting = { resolve(pages: string[]): void; reject(error: Error): void };
type Reader = { ask(pdf: Uint8Array, withinMs: number): Promise<string[]> };

let reader: Reader | undefined;

/**
 * The characters of each page as PDFium finds them. Rejects when it cannot open the file, and when it takes longer than
 * `withinMs`; after either a new thread is begun for the next.
 */
export function readBackAside(pdf: Uint8Array, withinMs = patienceMs): Promise<string[]> {
  reader ??= startReader();
  return reader.ask(pdf, withinMs);
}

function startReader(): Reader {
  const worker = new Worker(threadFile, { env: {}, execArgv: [] });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  const settled = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) worker.unref(); // a process with nothing else to do may end
    if (waiting.size === 0 && reader !== self) void worker.terminate();
    return one;
  };
  const ended = (error: Error): void => {
    if (reader === self) reader = undefined;
    for (const id of [...waiting.keys()]) settled(id)?.reject(error);
  };
  worker.unref();
  worker.on('message', (answer: ReadAnswer) => {
    if ('pages' in answer) return settled(answer.id)?.resolve(answer.pages);
    // PDFium that has once given up (no memory left, a fault of its own) fails with every later file too.
    if (reader === self) reader = undefined;
    settled(answer.id)?.reject(new Error(`PDFium cannot read the paper: ${answer.problem}`));
  });
  worker.once('error', ended);
  worker.once('exit', (code) => ended(new Error(`the thread that reads papers back ended (${code})`)));
  const self: Reader = {
    async ask(pdf, withinMs) {
      const id = asked++;
      const answer = new Promise<string[]>((resolve, reject) => waiting.set(id, { resolve, reject }));
      const timer = setTimeout(() => {
        if (reader === self) reader = undefined; // at once: who asks next must not wait for one that is being ended
        void worker.terminate();
      }, withinMs);
      worker.ref();
      worker.postMessage({ id, pdf } satisfies ReadJob);
      return answer.finally(() => clearTimeout(timer));
    },
  };
  return self;
}
