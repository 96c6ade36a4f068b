import type { Cleaned, InkFacts } from './clean.ts';
import { printedPerPixel } from './print-size.ts';
import { coarseProblem, type SignatureProblem, signatureProblem, smallProblem } from './problems.ts';
import type { Bounds } from './raster.ts';

/** How the cutting came from the scan. */
export type Origin = {
  perMillimetre: number;
  /** Pixels of the scan to one of the cutting. */
  scanned: number;
  /** Pixels of the scan to a millimetre of paper, where its scale is known. */
  scanPerMillimetre: number | undefined;
};

/** Below it the steps of a stroke are seen on paper. */
const leastPrintedDpi = 150;
/** Finer than that nobody is asked to scan: the signature is too small. */
const mostAskedDpi = 400;
/** Below it a pen of 0.3 mm is not two pixels wide. */
const leastScanDpi = 150;
const leastDarkness = 34; // of 255: lighter than that even a clean scan shows it only here and there
const leastAboveNoise = 7;
/** From paper to ink, in millimetres as printed. */
const mostEdge = 0.3;
/** Of the box around the ink; a broad brush covers less than half. */
const mostCovered = 0.55;
const mostPieces = 150;
const leastArea = 2.5; // square millimetres: initials of a fine pen have 5

/** What stands in the way of printing, the first thing to be mended first; undefined when it would print well. */
export function judge({ bounds, facts }: Cleaned, origin: Origin): SignatureProblem | undefined {
  const millimetre = origin.perMillimetre ** 2;
  if (bounds === undefined || facts.area < leastArea * millimetre) {
    return signatureProblem(facts.redArea > 4 * millimetre ? 'only_red' : 'empty');
  }
  if (isBlock(bounds, facts, origin.perMillimetre)) return signatureProblem('block');
  if (facts.cut) return signatureProblem('cut');
  const coarse = tooCoarse(bounds, origin);
  if (coarse !== undefined) return coarse;
  if (facts.darkness < Math.max(leastDarkness, leastAboveNoise * facts.noise)) return signatureProblem('faint');
  return facts.edge * printedPerPixel(sizeOf(bounds)) > mostEdge ? signatureProblem('blurred') : undefined;
}

const sizeOf = ({ left, right, top, bottom }: Bounds) => ({ width: right - left, height: bottom - top });

function isBlock(bounds: Bounds, { area, pieces }: InkFacts, perMillimetre: number): boolean {
  const { width, height } = sizeOf(bounds);
  const low = height < 3 * perMillimetre; // a line drawn straight fills the box around it
  return (!low && area > width * height * mostCovered) || pieces > mostPieces;
}

function tooCoarse(bounds: Bounds, { scanned, scanPerMillimetre }: Origin): SignatureProblem | undefined {
  const size = sizeOf(bounds);
  const printed = (25.4 * scanned) / printedPerPixel(size);
  if (scanPerMillimetre === undefined) {
    if (printed >= leastPrintedDpi) return undefined;
    const high = Math.round(size.height * scanned);
    return smallProblem(high, Math.ceil((high * leastPrintedDpi) / printed));
  }
  const dpi = 25.4 * scanPerMillimetre;
  const needed = Math.max(leastScanDpi, (dpi * leastPrintedDpi) / printed);
  if (dpi >= needed * 0.98) return undefined; // what a scanner calls 150 may be 149
  const rounded = Math.ceil(needed / 50) * 50;
  if (rounded <= mostAskedDpi) return coarseProblem(Math.round(dpi), rounded);
  const high = Math.round(size.height * scanned);
  return smallProblem(high, Math.ceil((high * leastPrintedDpi) / printed));
}
