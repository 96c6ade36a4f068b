// Runs in a thread of its own, started by read-back-aside: reads one paper after the other.
import { parentPort } from 'node:worker_threads';
import { readCharacters } from './read-back.ts';

export type ReadJob = { id: number; pdf: Uint8Array };
/** Of each page the characters as PDFium finds them, in its order. */
export type ReadAnswer = { id: number; pages: string[] } | { id: number; problem: string };

parentPort?.on('message', async ({ id, pdf }: ReadJob) => {
  parentPort?.postMessage(await answerTo(id, pdf));
});

async function answerTo(id: number, pdf: Uint8Array): Promise<ReadAnswer> {
  try {
    return { id, pages: await readCharacters(pdf) };
  } catch (error) {
    return { id, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
