// A signature for a demo signatory: loops drawn by a formula, nobody's own hand.
import { encodePng } from '../src/outside/png-encode.ts';

/** A PNG of 600 × 200 pixels, dark blue; where there is no ink the paper shows through. */
export function demoSignature(): Buffer {
  const [width, height] = [600, 200];
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let t = 0; t <= 1; t += 1 / 12_000) {
    const x = 40 + 500 * t + 34 * Math.sin(t * 40);
    const y = 105 - 45 * Math.cos(t * 40) * (1 - 0.55 * t) - 18 * Math.sin(t * 7);
    dot(rgba, width, x, y, 2.1 + 1.3 * Math.abs(Math.sin(t * 40 + 0.8)));
  }
  return encodePng(inkOnly(rgba), width, height, 'kept');
}

/** White becomes nothing, the ink stays as dark as it was. */
function inkOnly(rgba: Uint8Array): Uint8Array {
  const ink = new Uint8Array(rgba.length);
  for (let at = 0; at < rgba.length; at += 4) ink.set([20, 30, 110, 255 - (rgba[at + 1] ?? 255)], at);
  return ink;
}

/** Ink where the pen is, with a soft edge. */
function dot(rgba: Uint8Array, width: number, x: number, y: number, radius: number): void {
  for (let py = Math.floor(y - radius - 1); py <= y + radius + 1; py++)
    for (let px = Math.floor(x - radius - 1); px <= x + radius + 1; px++) {
      const ink = Math.min(1, Math.max(0, radius + 0.5 - Math.hypot(px - x, py - y)));
      const at = (py * width + px) * 4;
      for (const [channel, full] of [20, 30, 110].entries())
        rgba[at + channel] = Math.min(rgba[at + channel] ?? 255, Math.round(255 - (255 - full) * ink));
    }
}
