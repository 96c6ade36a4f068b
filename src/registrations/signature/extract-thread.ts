// Runs in a thread, started by `extract-aside.ts`: finds one signature and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { ScanPage } from '../../outside/scan-picture.ts';
import { type Extraction, extractFromPages, extractSignature, type How } from './extract.ts';
import { seenPicture } from './seen-picture.ts';

/** With `how`, the first page; without, whichever of them is the signed sheet. */
export type ExtractJob = { pages: readonly ScanPage[]; how?: How };
/** `seen`: without `how`, each page as a picture to look at, whatever was found. */
export type ExtractAnswer = Extraction & { at?: number; seen?: Buffer[] };

const { pages, how } = workerData as ExtractJob;
const [first] = pages;
const answer: ExtractAnswer =
  how === undefined || first === undefined
    ? { ...extractFromPages(pages), seen: pages.map(seenPicture) }
    : extractSignature(first, how);
parentPort?.postMessage(answer);
