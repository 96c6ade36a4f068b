// Lines of text too small for a copier, drawn as curves so that they are not read out or found as text. They carry what is
// particular to the document: a number moved to another sheet no longer agrees with the sheet's own edge.
import { type Form, type FormShape, type Ink, mmPerPoint, type Shape } from './page.ts';
import { widthOf } from './text.ts';

/** Points: capitals of about 0.4 mm. A 600 dpi printer still shows them under a glass. */
const microSize = 1.6;

/** A row `length` millimetres long, its text repeated as often as it fits whole and spread evenly; baseline at y = 0. */
function microRow(name: string, text: string, length: number, ink: Ink): Form {
  const style = { size: microSize, face: 'medium' } as const;
  const unitWidth = widthOf(text, style);
  const times = Math.max(1, Math.floor(length / unitWidth));
  const tall = microSize * mmPerPoint;
  const box = { x: 0, y: -tall, width: unitWidth, height: 1.4 * tall };
  const run: Shape = { kind: 'text', x: 0, y: 0, text, ...style, ink, outlined: true };
  const unit: Form = { name: `${name}-unit`, box, shapes: [run] };
  const placed = Array.from(
    { length: times },
    (_, i): FormShape => ({ kind: 'form', form: unit, x: (i * length) / times, y: 0 }),
  );
  return { name, box: { ...box, width: length }, shapes: placed };
}

/** Four rows in a band around a box: read from inside, left and right turned. The band is `band` millimetres wide. */
export function microFrame(
  text: string,
  box: { x: number; y: number; width: number; height: number },
  band: number,
  ink: Ink,
): FormShape[] {
  const across = microRow('micro-across', text, box.width - 2 * band, ink);
  const down = microRow('micro-down', text, box.height - 2 * band, ink);
  const rise = (band - 0.72 * microSize * mmPerPoint) / 2; // capitals stand in the middle of the band
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  return [
    { kind: 'form', form: across, x: box.x + band, y: box.y + band - rise },
    { kind: 'form', form: across, x: box.x + band, y: bottom - rise },
    { kind: 'form', form: down, x: box.x + band - rise, y: bottom - band, turn: 90 },
    { kind: 'form', form: down, x: right - band + rise, y: box.y + band, turn: -90 },
  ];
}
