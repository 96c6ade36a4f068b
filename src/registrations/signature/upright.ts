import { cornerMarks, signatureFrame } from '../letters-frame.ts';
import { distance, type Quad } from './raster.ts';

const a4 = { width: 210, height: 297 }; // millimetres
/** How far the frame's middle stands above the sheet's. */
const above = a4.height / 2 - (signatureFrame.y + signatureFrame.height / 2);

/** The frame's corners on the picture, found by the marks' middles (`project`: sheet in millimetres to picture). */
export function frameBetweenMarks(project: (x: number, y: number) => { x: number; y: number }): Quad {
  const { x, y, width, height } = signatureFrame;
  return [project(x, y), project(x + width, y), project(x + width, y + height), project(x, y + height)];
}

/** The marks' middles on the sheet, in millimetres. */
export const marksOnSheet: Quad = (() => {
  const [topLeft, topRight, bottomLeft, bottomRight] = cornerMarks.centres;
  return [topLeft, topRight, bottomRight, bottomLeft];
})();

/**
 * Marks and frame look the same upside down. Where the whole sheet is in the picture, its frame stands above the middle;
 * where it is not, the frame is taken as it lies: nobody uploads a cut-out upside down.
 * @param quad corners in the order of reading, or of reading upside down
 * @param long millimetres between its first two corners
 */
export function turnedUpright(quad: Quad, picture: { width: number; height: number }, long: number): Quad {
  const [a, b, c, d] = quad;
  const perMillimetre = (distance(a, b) + distance(c, d)) / 2 / long;
  const down = { x: (d.x - a.x + c.x - b.x) / 2, y: (d.y - a.y + c.y - b.y) / 2 };
  const middle = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
  const fromCentre = { x: middle.x - picture.width / 2, y: middle.y - picture.height / 2 };
  const downwards = (fromCentre.x * down.x + fromCentre.y * down.y) / Math.hypot(down.x, down.y) / perMillimetre;
  const upsideDown = showsWholeSheet(picture, perMillimetre, down)
    ? downwards > 0
    : down.y < -Math.abs(down.x) || (Math.abs(down.y) <= Math.abs(down.x) && down.x > 0);
  return upsideDown ? [c, d, a, b] : quad;
}

/** Within a tenth the size of A4, in the direction in which the frame lies. */
function showsWholeSheet(
  picture: { width: number; height: number },
  perMillimetre: number,
  down: { x: number; y: number },
) {
  const upright = Math.abs(down.y) > Math.abs(down.x);
  const high = (upright ? picture.height : picture.width) / perMillimetre;
  const wide = (upright ? picture.width : picture.height) / perMillimetre;
  return Math.abs(high - a4.height) < above * 1.5 && wide > a4.width * 0.9 && wide < a4.width * 1.15;
}
