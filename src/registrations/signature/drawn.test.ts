import { inflateSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { readPng } from '../../paper/png.ts';
import { drawnSignature, mostPoints, mostStrokes, type Stroke } from './drawn.ts';

/** A wave across the box, as fast or as slow as `points` says. */
const wave = (points: number, wide = 80, high = 12): Stroke =>
  Array.from({ length: points }, (_, i) => ({
    x: 10 + (wide * i) / points,
    y: 20 + high * Math.sin((i / points) * 12),
    t: i,
  }));

function pixelsOf(strokes: Stroke[]) {
  const drawing = drawnSignature(strokes);
  if (!drawing.ok) throw new Error(drawing.problem.reason);
  const { width, height, rgb, alpha } = readPng(drawing.png);
  if (alpha === undefined) throw new Error('no ground shows through');
  return { width, height, rgb: inflateSync(rgb), alpha: inflateSync(alpha) };
}

describe('a signature drawn on the screen', () => {
  test('is black ink on nothing, trimmed, and as fine as 600 dpi as printed', () => {
    const { width, height, rgb, alpha } = pixelsOf([wave(300)]);
    expect(rgb.every((value) => value === 0)).toBe(true);
    expect(Math.max(width / 1417, height / 371)).toBeCloseTo(1, 1);
    expect(width / height).toBeCloseTo(80 / 24, 0);
    const ink = alpha.filter((value) => value > 127).length / alpha.length;
    expect(ink).toBeGreaterThan(0.02);
    expect(ink).toBeLessThan(0.2);
  });

  test('is one smooth line where a fast finger left few points', () => {
    const [few, many] = [pixelsOf([wave(40)]), pixelsOf([wave(2000)])];
    const inked = ({ alpha }: { alpha: Buffer }) => alpha.filter((value) => value > 127).length;
    expect(inked(few) / inked(many)).toBeGreaterThan(0.93);
    const columns = (picture: typeof few) =>
      Array.from({ length: picture.width }, (_, x) =>
        Array.from({ length: picture.height }, (_, y) => picture.alpha[y * picture.width + x] ?? 0).some(
          (v) => v > 127,
        ),
      );
    const inside = columns(few);
    expect(inside.slice(inside.indexOf(true), inside.lastIndexOf(true)).every(Boolean)).toBe(true);
  });

  test('keeps the dot of an i', () => {
    const dotted = pixelsOf([wave(300, 80, 4), [{ x: 50, y: 3, t: 400 }]]);
    const top = dotted.alpha.subarray(0, dotted.width * Math.round(dotted.height / 5));
    expect(top.filter((value) => value > 200).length).toBeGreaterThan(20);
  });

  it.each<[string, Stroke[], string]>([
    ['nothing', [], 'no_strokes'],
    ['strokes without points', [[], []], 'no_strokes'],
    ['a dot', [[{ x: 50, y: 20, t: 0 }]], 'short_strokes'],
    ['a slip of the finger', [wave(20, 5, 0)], 'short_strokes'],
    ['too many points', [wave(mostPoints + 1)], 'too_many_strokes'],
    ['too many strokes', Array.from({ length: mostStrokes + 1 }, () => [{ x: 1, y: 1, t: 0 }]), 'too_many_strokes'],
    ['a point outside the box', [[...wave(100), { x: 121, y: 5, t: 200 }]], 'wrong_strokes'],
    ['what is no number', [[...wave(100), { x: Number.NaN, y: 5, t: 200 }]], 'wrong_strokes'],
    ['time that runs backwards', [[...wave(100), { x: 5, y: 5, t: 0 }]], 'wrong_strokes'],
  ])('is refused when it is %s', (_name, strokes, reason) => {
    expect(drawnSignature(strokes)).toMatchObject({
      ok: false,
      problem: { reason, ja: expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
    });
  });
});
