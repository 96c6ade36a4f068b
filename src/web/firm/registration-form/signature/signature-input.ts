// What the forms of the signature's pages say. Pure.
import { z } from 'zod';
import type { FieldProblem } from '../../../../lib/refusal.ts';
import type { Cut } from '../../../../registrations/procedures/scanned-signature.ts';
import type { Stroke } from '../../../../registrations/signature/drawn.ts';
import { signatureWords } from './signature-words.ts';

const Strokes = z.array(z.array(z.tuple([z.number(), z.number(), z.number()])));

/** `[[[x, y, t], …], …]`, millimetres and milliseconds; undefined for anything else. Nothing at all is no strokes. */
export function strokesIn(text: string): Stroke[] | undefined {
  let sent: unknown;
  try {
    sent = JSON.parse(text === '' ? '[]' : text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  return Strokes.safeParse(sent).data?.map((stroke) => stroke.map(([x, y, t]) => ({ x, y, t })));
}

export const cropFields = ['left', 'top', 'width', 'height'] as const;
export type CropField = (typeof cropFields)[number];
/** Per cent of the page, as typed; `turn` in degrees; `page` from 1. */
export type TypedCrop = Record<CropField, string> & { turn: string; page: number };

type Form = Readonly<Record<string, string>>;

export const turns = ['0', '90', '180', '270'] as const;
const degrees: Readonly<Record<string, Cut['turn']>> = { 0: 0, 90: 90, 180: 180, 270: 270 };

/** From 1; 0 for what is no number of a page, which no scan has. */
export const pageIn = (text: string | undefined): number => (/^[1-9]$/.test(text ?? '') ? Number(text) : 0);

export const typedCrop = (form: Form): TypedCrop => ({
  ...{ left: form['left'] ?? '', top: form['top'] ?? '', width: form['width'] ?? '', height: form['height'] ?? '' },
  ...{ turn: form['turn'] ?? '0', page: pageIn(form['page']) },
});

/** Without any of the four numbers: out of the frame on that page. */
export function cutIn(form: Form): { cut: Cut } | { problems: FieldProblem[] } {
  const { page, turn: asked, ...box } = typedCrop(form);
  const turn = degrees[asked] ?? 0;
  if (cropFields.every((field) => form[field] === undefined)) return { cut: { page, turn } };
  const problems = cropFields
    .filter((field) => shareIn(box[field]) === undefined)
    .map((field) => ({ field, ja: signatureWords.ja.number, en: signatureWords.en.number }));
  if (problems.length > 0) return { problems };
  const share = (field: CropField): number => shareIn(box[field]) ?? 0;
  return {
    cut: { page, turn, box: { x: share('left'), y: share('top'), width: share('width'), height: share('height') } },
  };
}

/** `12.5` per cent, also in full-width digits, is 0.125. */
function shareIn(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim().replace(/%$/, '');
  const share = /^\d{1,3}(\.\d{1,6})?$/.test(plain) ? Number(plain) / 100 : Number.NaN;
  return share <= 1 ? share : undefined;
}

export const inPerCent = (share: number): string => String(Math.round(share * 1000) / 10);
