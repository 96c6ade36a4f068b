import { encodePng } from '../../outside/png-encode.ts';
import type { ScanPage } from '../../outside/scan-picture.ts';
import { cornerMarks, signatureFrame } from '../letters-frame.ts';
import { type Cutting, cleanSignature } from './clean.ts';
import { type CropBox, cropOf, type QuarterTurn, quarterTurned } from './crop.ts';
import { edgeLines } from './edge-lines.ts';
import { findFrame } from './find-frame.ts';
import { findMarks } from './find-marks.ts';
import { projection, redraw } from './homography.ts';
import { judge, type Origin } from './judge.ts';
import { blackInk, trimmedForPrint } from './print-size.ts';
import { type SignatureProblem, signatureProblem } from './problems.ts';
import { distance, greyOf, type Point, type Quad } from './raster.ts';
import { seenPicture } from './seen-picture.ts';
import { frameBetweenMarks, marksOnSheet, turnedUpright } from './upright.ts';

/** `sheet`: find the frame. `crop`: somebody has drawn a box. `turn`: to the right, when what was found lies wrong. */
export type How = { kind: 'sheet'; turn?: QuarterTurn } | { kind: 'crop'; box: CropBox; turn?: QuarterTurn };

/** Both PNG. `before`: the frame as scanned, straightened. `png`: black ink on nothing, as it will be printed. */
export type Extraction =
  | { ok: true; png: Buffer; width: number; height: number; before: Buffer; found: Found }
  | { ok: false; problem: SignatureProblem; before?: Buffer; found?: Found };
export type Found = 'marks' | 'frame' | 'hand';

/** Of the straightened frame: 406 dpi, finer than it is printed. */
const perMillimetre = 16;
/** What is looked at around the frame, for strokes that run over its lines. The squares begin 3.5 mm from it. */
const aroundMm = 3;
/** A page is searched at so many pixels on its longer side: the squares have 23 of them. */
const searchedSide = 1400;

/** The signature on one page, or what is wrong and what to do about it. Changes nothing of `page`. */
export function extractSignature(page: ScanPage, how: How): Extraction {
  const located = how.kind === 'sheet' ? onSheet(page) : inBox(page, how.box);
  if ('problem' in located) return { ok: false, problem: located.problem };
  const { found, cutting, origin } = turned(located, how.turn ?? 0);
  const before = seenPicture(cutting.page);
  const cleaned = cleanSignature(cutting);
  const problem = judge(cleaned, origin);
  if (problem !== undefined || cleaned.bounds === undefined) {
    return { ok: false, problem: problem ?? signatureProblem('empty'), before, found };
  }
  const picture = trimmedForPrint(cleaned, cleaned.bounds);
  const { width, height } = picture;
  return { ok: true, png: encodePng(blackInk(picture), width, height, 'kept'), width, height, before, found };
}

/**
 * The one signed sheet among the pages of a file. `at`: its place among them, from 0. Refuses when none has a frame, and
 * when several have a signature.
 */
export function extractFromPages(pages: readonly ScanPage[]): Extraction & { at?: number } {
  const tried = pages.map((page, at) => ({ ...extractSignature(page, { kind: 'sheet' }), at }));
  const signed = tried.filter((one) => one.ok || !['no_frame', 'empty'].includes(one.problem.reason));
  if (signed.length > 1) return { ok: false, problem: signatureProblem('several') };
  const framed = tried.find((one) => one.ok || one.problem.reason !== 'no_frame');
  return signed[0] ?? framed ?? { ok: false, problem: signatureProblem('no_frame') };
}

type Located = { found: Found; cutting: Cutting; origin: Origin };
type Lost = { problem: SignatureProblem };

function onSheet(page: ScanPage): Located | Lost {
  const factor = Math.max(1, Math.ceil(Math.max(page.width, page.height) / searchedSide));
  const grey = greyOf(page, factor);
  const marks = findMarks(grey);
  const [left, right] = cornerMarks.centres;
  if (marks !== undefined) {
    const upright = turnedUpright(enlarged(marks, factor), page, right.x - left.x);
    const project = projection(marksOnSheet, upright);
    if (project !== undefined) return straightened(page, frameBetweenMarks(project), signatureFrame, 'marks');
  }
  const frame = findFrame(grey);
  if (frame === undefined) return { problem: signatureProblem('no_frame') };
  const upright = turnedUpright(enlarged(frame.quad, factor), page, signatureFrame.width);
  return straightened(page, upright, sizeOf(frame.shape), 'frame');
}

const enlarged = (quad: Quad, factor: number): Quad => {
  const at = ({ x, y }: Point): Point => ({ x: x * factor, y: y * factor });
  const [a, b, c, d] = quad;
  return [at(a), at(b), at(c), at(d)];
};

/** A frame whose shape is ours has our size; of another only the shape is known, and its height is taken for ours. */
function sizeOf(shape: number): { width: number; height: number } {
  const { width, height } = signatureFrame;
  return Math.abs(shape / (width / height) - 1) < 0.12 ? signatureFrame : { width: height * shape, height };
}

function straightened(
  page: ScanPage,
  corners: Quad,
  size: { width: number; height: number },
  found: Found,
): Located | Lost {
  const [width, height] = [size.width * perMillimetre, size.height * perMillimetre];
  const around = aroundMm * perMillimetre;
  const frame = { left: around, top: around, right: around + width, bottom: around + height };
  const flat: Quad = [
    { x: frame.left, y: frame.top },
    { x: frame.right, y: frame.top },
    { x: frame.right, y: frame.bottom },
    { x: frame.left, y: frame.bottom },
  ];
  const where = projection(flat, corners);
  if (where === undefined) return { problem: signatureProblem('no_frame') };
  const cut = redraw(page, Math.round(width + 2 * around), Math.round(height + 2 * around), where);
  const [a, b, c, d] = corners;
  const scanned = (distance(a, b) + distance(d, c)) / 2 / width;
  const origin: Origin = { perMillimetre, scanned, scanPerMillimetre: scanned * perMillimetre };
  return { found, cutting: { page: cut, perMillimetre, frame }, origin };
}

/** In a box drawn by hand the frame may be, whole or in part. */
function inBox(page: ScanPage, box: CropBox): Located | Lost {
  const cut = cropOf(page, box);
  if (cut === undefined) return { problem: signatureProblem('box') };
  const factor = Math.max(1, Math.ceil(Math.max(cut.width, cut.height) / searchedSide));
  const grey = greyOf(cut, factor);
  const frame = findFrame(grey);
  if (frame !== undefined && distance(frame.quad[0], frame.quad[2]) > Math.hypot(grey.width, grey.height) * 0.6) {
    const upright = turnedUpright(enlarged(frame.quad, factor), cut, signatureFrame.width);
    const located = straightened(cut, upright, sizeOf(frame.shape), 'hand');
    if ('cutting' in located) return located;
  }
  const known = page.dpi === undefined ? undefined : page.dpi / 25.4;
  const assumed = known ?? cut.height / signatureFrame.height;
  const cutting: Cutting = { page: cut, perMillimetre: assumed, lines: edgeLines(cut, assumed) };
  return { found: 'hand', cutting, origin: { perMillimetre: assumed, scanned: 1, scanPerMillimetre: known } };
}

/** Lines and frame turn with the page only by half a turn: by a quarter there is no frame to be kept to. */
function turned({ found, cutting, origin }: Located, turn: QuarterTurn): Located {
  if (turn === 0) return { found, cutting, origin };
  const page = quarterTurned(cutting.page, turn);
  const { frame } = cutting;
  const sideways = turn !== 180 && frame !== undefined;
  const kept = sideways ? { left: frame.top, top: frame.left, right: frame.bottom, bottom: frame.right } : frame;
  const { perMillimetre: scale } = cutting;
  const lines = frame === undefined ? { lines: edgeLines(page, scale) } : {};
  return { found, origin, cutting: { page, perMillimetre: scale, ...(kept ? { frame: kept } : {}), ...lines } };
}
