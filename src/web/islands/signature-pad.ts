// Signing on the screen with a pen, a finger or the mouse. The strokes go along with the form in millimetres of the box
// (120 × 40, as the frame of the 署名届), `[[[x, y, t], …], …]`, t in milliseconds since the first touch.
import { signatureFrame } from '../../registrations/letters-frame.ts';

type Point = [x: number, y: number, t: number];
type Pad = {
  field: HTMLInputElement;
  canvas: HTMLCanvasElement;
  count: HTMLElement;
  strokes: Point[][];
  /** Of whoever draws now; a palm that comes to lie beside the pen draws nothing. */
  pointer: number | undefined;
  /** When the first stroke began, on the clock of events. */
  began: number | undefined;
};

/** As it is drawn here; how it is printed is decided where it is kept. */
const penMm = 0.6;
/** Nearer than that a point adds nothing. */
const leastApartMm = 0.12;

function start(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name="strokes"]');
  const canvas = form.querySelector('canvas');
  const count = form.querySelector<HTMLElement>('[data-part="count"]');
  if (!field || !canvas || !count) return;
  const pad: Pad = { field, canvas, count, strokes: strokesIn(field.value), pointer: undefined, began: undefined };
  form.hidden = false;
  hearPen(pad);
  hearButtons(form, pad);
  new ResizeObserver(() => draw(pad)).observe(canvas);
  show(pad);
}

/** What was sent and came back, or what the browser kept. */
function strokesIn(text: string): Point[][] {
  if (text === '') return [];
  try {
    return JSON.parse(text) as Point[][];
  } catch {
    return []; // not ours: one begins with an empty box, and the server says what was wrong
  }
}

function hearPen(pad: Pad): void {
  const { canvas } = pad;
  canvas.addEventListener('pointerdown', (event) => {
    if (pad.pointer !== undefined || event.button !== 0) return;
    event.preventDefault();
    canvas.setPointerCapture(event.pointerId);
    pad.pointer = event.pointerId;
    const last = pad.strokes.at(-1)?.at(-1)?.[2];
    pad.began ??= event.timeStamp - (last === undefined ? 0 : last + 1);
    pad.strokes.push([pointOf(pad, event)]);
    draw(pad);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pad.pointer) return;
    const between = event.getCoalescedEvents?.() ?? [];
    for (const one of between.length > 0 ? between : [event]) addPoint(pad, pointOf(pad, one));
    draw(pad);
  });
  const lift = (event: PointerEvent): void => {
    if (event.pointerId !== pad.pointer) return;
    pad.pointer = undefined;
    show(pad);
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);
}

function addPoint(pad: Pad, point: Point): void {
  const stroke = pad.strokes.at(-1);
  const last = stroke?.at(-1);
  if (!stroke || !last || Math.hypot(point[0] - last[0], point[1] - last[1]) < leastApartMm) return;
  stroke.push(point);
}

/** Within the box: who slides out of it draws along its edge. Time never runs backwards. */
function pointOf({ canvas, strokes, began = 0 }: Pad, event: PointerEvent): Point {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const inMm = (at: number, side: number, mm: number): number =>
    Math.round(Math.min(1, Math.max(0, at / side)) * mm * 100) / 100;
  const last = strokes.findLast((stroke) => stroke.length > 0)?.at(-1)?.[2] ?? 0;
  return [
    inMm(event.clientX - left, width, signatureFrame.width),
    inMm(event.clientY - top, height, signatureFrame.height),
    Math.max(last, Math.round(event.timeStamp - began)),
  ];
}

function hearButtons(form: HTMLFormElement, pad: Pad): void {
  const hear = (name: string, change: () => void): void =>
    form.querySelector(`button[name="${name}"]`)?.addEventListener('click', () => {
      change();
      draw(pad);
      show(pad);
    });
  hear('undo', () => pad.strokes.pop());
  hear('clear', () => {
    pad.strokes = [];
    pad.began = undefined;
  });
}

function show({ field, count, strokes }: Pad): void {
  field.value = strokes.length === 0 ? '' : JSON.stringify(strokes);
  const { none = '', some = '' } = count.dataset;
  count.textContent = strokes.length === 0 ? none : some.replace('#', String(strokes.length));
}

function draw({ canvas, strokes }: Pad): void {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((side) =>
    Math.round(side * window.devicePixelRatio),
  ) as [number, number];
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) return;
  const scale = width / signatureFrame.width;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, signatureFrame.width, signatureFrame.height);
  Object.assign(pen, { lineWidth: penMm, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1a1a1c' });
  for (const stroke of strokes) drawStroke(pen, stroke);
}

/** Curves through the middles between points, so that a fast hand leaves no corners. */
function drawStroke(pen: CanvasRenderingContext2D, stroke: readonly Point[]): void {
  const [first] = stroke;
  if (!first) return;
  pen.beginPath();
  pen.moveTo(first[0], first[1]);
  for (const [i, [x, y]] of stroke.entries()) {
    const [nextX, nextY] = stroke[i + 1] ?? [x, y];
    pen.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  pen.stroke();
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="signature-pad"]')) start(form);
