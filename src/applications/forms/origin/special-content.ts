// What few certificates have. Each part is missing until somebody fills it in, so that a record made before it existed
// reads, and is written again, as it was.
import { z } from 'zod';

const text = (max: number) => z.string().max(max).default('');

/** Boxes that may be left empty and struck out where the buyer demands it: the guides name box 3 alone. */
export const strikableBoxes = ['3'] as const;

/** What stands before the place in a certificate for food (台湾向け食品). */
export const foodPlaces = ['Place of Manufacture', 'Place of Farming', 'Place of Production', 'Catching Area'] as const;

export const specialContent = {
  /** `A on behalf of B` in box 1: B, who is abroad and for whom the firm exports. */
  onBehalfOf: z.object({ name: text(200), address: text(500), country: text(100) }).optional(),
  /** What a letter of credit, the buyer's instruction or a consulate demands; the demand is attached. */
  demand: z
    .object({
      /** Of what is typed: `fr`, `es`, or empty for English. */
      language: z.enum(['', 'fr', 'es']).default(''),
      struckOut: z.array(z.enum(strikableBoxes)).max(strikableBoxes.length).default([]),
    })
    .optional(),
  /** Not printed, and not in the record: for an application after shipment. */
  shipment: z
    .object({
      /** Day of shipment, YYYY-MM-DD, where box 5 does not say it. */
      date: text(10),
      /** Why it is applied for more than six months after shipment; in Japanese or English. */
      lateReason: text(2000),
    })
    .optional(),
  /** Food whose certificate says from which prefecture it is: `taiwan` prints the fixed sentence too. */
  food: z
    .object({
      to: z.enum(['', 'taiwan', 'thailand']).default(''),
      place: z.enum(['', ...foodPlaces]).default(''),
      prefecture: text(300),
    })
    .optional(),
  /** その他(Others), under the goods: what has no room in box 6 goes on here behind a `*`. May hold line breaks. */
  others: z.string().max(2000).optional(),
};
