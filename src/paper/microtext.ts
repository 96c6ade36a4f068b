// Lines of text too small for a copier, drawn as curves so that they are not read out or found as text. They carry what is
// particular to the document: a number moved to another sheet no longer agrees with the sheet's own edge.
import { type Box, type Form, type FormShape, type Ink, mmPerPoint, type Shape } from './page.ts';
import { widthOf } from './text.ts';

/** Points: capitals of about 0.4 mm. A 600 dpi printer still shows them under a glass. */
const microStyle = { size: 1.6, face: 'medium' } as const;
const tall = microStyle.size * mmPerPoint;

/** The text once; baseline at y = 0. */
function microUnit(text: string, ink: Ink): Form {
  const run: Shape = { kind: 'text', x: 0, y: 0, text, ...microStyle, ink, outlined: true };
  const box = { x: 0, y: -tall, width: widthOf(text, microStyle), height: 1.4 * tall };
  return { name: 'micro-unit', box, shapes: [run] };
}

/** A row `length` millimetres long, its text repeated as often as it fits whole and spread evenly; baseline at y = 0. */
function microRow(name: string, unit: Form, length: number): Form {
  const times = Math.max(1, Math.floor(length / unit.box.width));
  const shapes = Array.from(
    { length: times },
    (_, i): FormShape => ({ kind: 'form', form: unit, x: (i * length) / times, y: 0 }),
  );
  return { name, box: { ...unit.box, width: length }, shapes };
}

/**
 * Four rows in a band around a box, as one ground: read from inside, left and right turned. The band is `band`
 * millimetres wide.
 */
export function microFrame(text: string, box: Box, band: number, ink: Ink): [FormShape] {
  const unit = microUnit(text, ink);
  const across = microRow('micro-across', unit, box.width - 2 * band);
  const down = microRow('micro-down', unit, box.height - 2 * band);
  const rise = (band - 0.72 * tall) / 2; // capitals stand in the middle of the band
  const shapes: FormShape[] = [
    { kind: 'form', form: across, x: band, y: band - rise },
    { kind: 'form', form: across, x: band, y: box.height - rise },
    { kind: 'form', form: down, x: band - rise, y: box.height - band, turn: 90 },
    { kind: 'form', form: down, x: box.width - band + rise, y: band, turn: -90 },
  ];
  const frame = { name: 'micro', box: { x: 0, y: 0, width: box.width, height: box.height }, shapes, ground: true };
  return [{ kind: 'form', form: frame, x: box.x, y: box.y }];
}
