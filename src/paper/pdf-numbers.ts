// Lengths, turns and colours as PDF writes them (ISO 32000-1, 7.3.3).
import { type Ink, mmPerPoint } from './page.ts';

/** PDF knows no exponents: a thousandth of a point has none, and is finer than any printer. */
export function number(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e7) throw new Error(`not a length: ${value}`);
  return String(Math.round(value * 1000) / 1000);
}

/** Millimetres as points. */
export const points = (mm: number): string => number(mm / mmPerPoint);

/** A part of a matrix: it is multiplied with lengths, so a thousandth would be too coarse. */
export const fine = (value: number): string => String(Math.round(value * 1e5) / 1e5);

/** The matrix of a turn, counter-clockwise as seen, where y grows downwards. */
export function turned(degrees = 0, scale = 1): string {
  if (degrees === 0 && scale === 1) return '1 0 0 1';
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return [cos, -sin, sin, cos].map((value) => fine(value * scale)).join(' ');
}

const colours = new Map<Ink, string>();

/** Red, green and blue, 0 to 1. */
export function colour(ink: Ink): string {
  const known = colours.get(ink);
  if (known !== undefined) return known;
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(ink);
  if (match === null) throw new Error(`not a colour: ${ink}`);
  const made = match
    .slice(1)
    .map((part) => number(Number.parseInt(part, 16) / 255))
    .join(' ');
  if (colours.size < 1000) colours.set(ink, made);
  return made;
}
