// Scans of signed sheets for the tests: drawn from shapes in millimetres, so that the true strokes are known. The same
// every time: what looks random comes from one seeded sequence.
import type { ScanPage } from '../../outside/scan-picture.ts';
import { cornerMarks, signatureFrame } from '../letters-frame.ts';
import { greyOf } from './raster.ts';

type Colour = readonly [number, number, number];
type Place = { x: number; y: number }; // millimetres

export type ScanKind = {
  dpi?: number;
  paper?: Colour;
  pen?: { width: number; colour: Colour; strength?: number };
  /** Degrees to the right. */
  skew?: number;
  turn?: 0 | 90 | 180;
  frameLine?: number;
  /** Millimetres by which the signature is moved, and how many times as large it is. */
  shift?: Place;
  size?: number;
  marks?: boolean;
  frame?: boolean;
  signed?: boolean;
  grain?: number;
  /** Light at the left and at the right edge. */
  light?: readonly [number, number];
  specks?: number;
  seal?: Place;
  /** Radius of what is out of focus, in pixels. */
  blur?: number;
  /** Only this part of the sheet, in millimetres. */
  part?: { x: number; y: number; width: number; height: number };
  grey?: boolean;
  block?: boolean;
  /** By how much shorter the upper edge of the picture is, as a photo taken from below. */
  perspective?: number;
};

const a4 = { x: 0, y: 0, width: 210, height: 297 };
const black: Colour = [25, 25, 28];

/** Six strokes, as somebody might sign; in millimetres within the frame. */
export function strokesOf({ shift = { x: 0, y: 0 }, size = 1 }: ScanKind): Place[][] {
  const at = (x: number, y: number): Place => ({
    x: signatureFrame.x + 60 + (x - 60) * size + shift.x,
    y: signatureFrame.y + 20 + (y - 20) * size + shift.y,
  });
  const curve = (to: number, f: (t: number) => [number, number]): Place[] =>
    Array.from({ length: 400 }, (_, i) => at(...f((i / 399) * to)));
  return [
    curve(1, (t) => [18 + 8 * t, 30 - 22 * t]),
    curve(1, (t) => [26 + 7 * t, 8 + 23 * t]),
    curve(1, (t) => [20 + 12 * t, 22 - 2 * t]),
    curve(7, (t) => [38 + 8 * t + 5 * Math.sin(t * 5), 22 - 6 * Math.cos(t * 5) - 2 * Math.sin(t)]),
    curve(1, (t) => [98 - 70 * t, 33 + 2 * Math.sin(t * 5)]),
    curve(6.3, (t) => [80 + 0.5 * Math.cos(t), 9 + 0.5 * Math.sin(t)]), // a dot
  ];
}

/** A page as a scanner would give it. */
export function scanOf(kind: ScanKind): ScanPage {
  const { dpi = 300, part = a4, turn = 0 } = kind;
  const scale = dpi / 25.4;
  const canvas = canvasOf(part, scale, kind);
  drawSheet(canvas, kind);
  const page = finished(canvas, kind);
  return { ...turnedBy(page, turn), dpi };
}

type Canvas = {
  width: number;
  height: number;
  scale: number;
  toPixel(place: Place): Place;
  toSheet(x: number, y: number): Place;
  rgb: Float32Array;
};

function canvasOf(
  part: { x: number; y: number; width: number; height: number },
  scale: number,
  kind: ScanKind,
): Canvas {
  const [width, height] = [Math.round(part.width * scale), Math.round(part.height * scale)];
  const angle = ((kind.skew ?? 0) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const middle = { x: part.x + part.width / 2, y: part.y + part.height / 2 };
  const taper = kind.perspective ?? 0;
  const rgb = new Float32Array(width * height * 3);
  const paper = kind.paper ?? [250, 250, 250];
  for (let at = 0; at < rgb.length; at += 1) rgb[at] = paper[at % 3] ?? 255;
  return {
    ...{ width, height, scale, rgb },
    toPixel: ({ x, y }) => {
      const [dx, dy] = [x - middle.x, y - middle.y];
      const [u, v] = [(dx * cos - dy * sin) * scale, (dx * sin + dy * cos) * scale];
      const depth = 1 - (taper * v) / height;
      return { x: u / depth + width / 2, y: v / depth + height / 2 };
    },
    toSheet: (px, py) => {
      const [pu, pv] = [px - width / 2, py - height / 2];
      const v = pv / (1 + (taper * pv) / height);
      const u = pu * (1 - (taper * v) / height);
      return { x: middle.x + (u * cos + v * sin) / scale, y: middle.y + (-u * sin + v * cos) / scale };
    },
  };
}

function drawSheet(canvas: Canvas, kind: ScanKind): void {
  const { x, y, width, height } = signatureFrame;
  const random = sequence(7);
  const box = (left: number, top: number, wide: number, high: number, line: number): void => {
    for (const [bx, by, bw, bh] of [
      [left - line / 2, top - line / 2, wide + line, line],
      [left - line / 2, top + high - line / 2, wide + line, line],
      [left - line / 2, top, line, high],
      [left + wide - line / 2, top, line, high],
    ] as const)
      rectangle(canvas, { x: bx, y: by, width: bw, height: bh }, black);
  };
  const text = (left: number, top: number, length: number, size: number): void => {
    for (let at = left; at < left + length; at += size * 1.1) {
      for (let k = 0; k < 4; k += 1) {
        const lying = random() > 0.5;
        const long = { x: at + random() * size * 0.5, y: top + random() * size * 0.8 };
        rectangle(canvas, { ...long, width: lying ? size * 0.7 : 0.25, height: lying ? 0.25 : size * 0.7 }, black);
      }
    }
  };
  text(75, 22, 60, 6);
  for (let row = 0; row < 5; row += 1) {
    text(30, 45 + row * 9, 35, 3.2);
    text(75, 45 + row * 9, 70, 3.2);
  }
  box(25, 42, 160, 9, 0.2);
  box(25, 51, 160, 9, 0.2);
  text(46, 101, 30, 3); // a label close above the frame
  for (let row = 0; row < 6; row += 1) text(30, 175 + row * 7, 150, 3);
  if (kind.frame !== false) box(x, y, width, height, kind.frameLine ?? 0.35);
  if (kind.marks !== false) {
    for (const { x: cx, y: cy } of cornerMarks.centres) {
      const half = cornerMarks.side / 2;
      rectangle(
        canvas,
        { x: cx - half, y: cy - half, width: cornerMarks.side, height: cornerMarks.side },
        [10, 10, 10],
      );
    }
  }
  const pen = kind.pen ?? { width: 0.6, colour: [20, 20, 40] };
  if (kind.block) rectangle(canvas, { x: x + 20, y: y + 6, width: 70, height: 28 }, [40, 50, 60]);
  if (kind.signed !== false) for (const stroke of strokesOf(kind)) drawStroke(canvas, stroke, pen);
  if (kind.seal) drawSeal(canvas, kind.seal);
  for (let i = 0; i < (kind.specks ?? 0); i += 1) {
    const speck = { x: x + random() * width, y: y + random() * height };
    drawStroke(canvas, [speck, speck], { width: 0.12 + random() * 0.2, colour: [60, 60, 60] });
  }
}

function mix({ rgb, width, height }: Canvas, px: number, py: number, colour: Colour, share: number): void {
  if (share <= 0 || px < 0 || py < 0 || px >= width || py >= height) return;
  const at = (py * width + px) * 3;
  for (const [c, full] of colour.entries()) {
    const mixed = (rgb[at + c] ?? 0) * (1 - share) + full * share;
    rgb[at + c] = Math.min(rgb[at + c] ?? 0, mixed); // ink on ink is not lighter
  }
}

function rectangle(canvas: Canvas, { x, y, width, height }: typeof a4, colour: Colour): void {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([cx = 0, cy = 0]) => canvas.toPixel({ x: cx, y: cy }));
  const [xs, ys] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  for (let py = Math.floor(Math.min(...ys)) - 1; py <= Math.max(...ys) + 1; py += 1)
    for (let px = Math.floor(Math.min(...xs)) - 1; px <= Math.max(...xs) + 1; px += 1) {
      const at = canvas.toSheet(px + 0.5, py + 0.5);
      const inX = Math.min(at.x - x, x + width - at.x) * canvas.scale + 0.5;
      const inY = Math.min(at.y - y, y + height - at.y) * canvas.scale + 0.5;
      const thin = Math.min(1, width * canvas.scale, height * canvas.scale);
      mix(canvas, px, py, colour, Math.min(1, Math.max(0, Math.min(inX, inY))) * thin);
    }
}

type Pen = { width: number; colour: Colour; strength?: number };

function drawStroke(canvas: Canvas, stroke: readonly Place[], { width, colour, strength = 1 }: Pen): void {
  const radius = (width / 2) * canvas.scale;
  const thin = Math.min(1, radius * 2) * strength;
  for (const [i, place] of stroke.entries()) {
    const from = canvas.toPixel(stroke[i - 1] ?? place);
    const to = canvas.toPixel(place);
    const steps = Math.max(1, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y)));
    for (let k = 0; k < steps; k += 1) {
      const [cx, cy] = [from.x + ((to.x - from.x) * k) / steps, from.y + ((to.y - from.y) * k) / steps];
      for (let py = Math.floor(cy - radius - 1); py <= cy + radius + 1; py += 1)
        for (let px = Math.floor(cx - radius - 1); px <= cx + radius + 1; px += 1)
          inkAt(canvas, px, py, colour, Math.min(1, radius + 0.5 - Math.hypot(px + 0.5 - cx, py + 0.5 - cy)) * thin);
    }
  }
}

/** As `mix`, but a stroke drawn over itself is no darker. */
function inkAt(canvas: Canvas, px: number, py: number, colour: Colour, share: number): void {
  if (share <= 0 || px < 0 || py < 0 || px >= canvas.width || py >= canvas.height) return;
  const at = (py * canvas.width + px) * 3;
  for (const [c, full] of colour.entries()) {
    canvas.rgb[at + c] = Math.min(canvas.rgb[at + c] ?? 0, 250 + (full - 250) * share);
  }
}

function drawSeal(canvas: Canvas, { x, y }: Place): void {
  const red: Pen = { width: 0.5, colour: [214, 58, 44] };
  const circle = Array.from({ length: 200 }, (_, i) => ({
    x: x + 6 * Math.cos((i / 199) * 2 * Math.PI),
    y: y + 6 * Math.sin((i / 199) * 2 * Math.PI),
  }));
  drawStroke(canvas, circle, red);
  for (const dx of [-3, 0, 3])
    drawStroke(
      canvas,
      [
        { x: x + dx, y: y - 4 },
        { x: x + dx, y: y + 4 },
      ],
      red,
    ); // prettier-ignore
}

/** Focus, light, grain, and what a byte can hold. */
function finished(canvas: Canvas, { light = [1, 1], grain = 1.5, blur = 0, grey = false }: ScanKind): ScanPage {
  const { width, height } = canvas;
  const rgb = blur > 0 ? blurredBy(blurredBy(canvas.rgb, width, height, blur), width, height, blur) : canvas.rgb;
  const random = sequence(99);
  const noise = Float32Array.from({ length: 65_537 }, () => grain * (random() + random() + random() - 1.5) * 2);
  const samples = new Uint8ClampedArray(width * height * 3);
  for (let at = 0; at < samples.length; at += 1) {
    const bright = light[0] + ((light[1] - light[0]) * (at % (width * 3))) / (width * 3);
    samples[at] = (rgb[at] ?? 0) * bright + (noise[Math.floor(at / 3) % noise.length] ?? 0);
  }
  const colour: ScanPage = { width, height, channels: 3, samples: new Uint8Array(samples.buffer) };
  return grey ? { width, height, channels: 1, samples: greyOf(colour, 1).values } : colour;
}

function blurredBy(rgb: Float32Array, width: number, height: number, radius: number): Float32Array {
  const across = boxBlurred(rgb, width, height, radius, 3);
  return boxBlurred(across, width, height, radius, width * 3);
}

function boxBlurred(rgb: Float32Array, width: number, height: number, radius: number, step: number): Float32Array {
  const out = new Float32Array(rgb.length);
  const most = width * height * 3;
  for (let at = 0; at < most; at += 1) {
    let [sum, count] = [0, 0];
    for (let k = -radius; k <= radius; k += 1) {
      const from = at + k * step;
      if (from >= 0 && from < most) {
        sum += rgb[from] ?? 0;
        count += 1;
      }
    }
    out[at] = sum / count;
  }
  return out;
}

function turnedBy(page: ScanPage, turn: 0 | 90 | 180): ScanPage {
  if (turn === 0) return page;
  const { width, height, channels, samples } = page;
  const [wide, high] = turn === 90 ? [height, width] : [width, height];
  const turned = new Uint8Array(samples.length);
  for (let y = 0; y < high; y += 1)
    for (let x = 0; x < wide; x += 1) {
      const from = turn === 90 ? (height - 1 - x) * width + y : (height - 1 - y) * width + width - 1 - x;
      for (let c = 0; c < channels; c += 1) turned[(y * wide + x) * channels + c] = samples[from * channels + c] ?? 0;
    }
  return { ...page, width: wide, height: high, samples: turned };
}

/** Numbers from 0 to 1 that look random (a linear congruential sequence). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** The true strokes alone at 16 pixels a millimetre, 1 where there is ink: what an extraction is measured by. */
export function trueInk(kind: ScanKind): { width: number; height: number; on: Uint8Array } {
  const { x, y, width, height } = signatureFrame;
  const part = { x: x - 10, y: y - 10, width: width + 20, height: height + 20 };
  const canvas = canvasOf(part, 16, { paper: [250, 250, 250] });
  for (const stroke of strokesOf(kind))
    drawStroke(canvas, stroke, { width: kind.pen?.width ?? 0.6, colour: [0, 0, 0] });
  const on = new Uint8Array(canvas.width * canvas.height);
  for (let at = 0; at < on.length; at += 1) on[at] = (canvas.rgb[at * 3] ?? 255) < 125 ? 1 : 0;
  return { width: canvas.width, height: canvas.height, on };
}
