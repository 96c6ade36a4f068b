// Every word that is printed on a certificate whose text is the chamber's, before anybody types one. No chamber publishes the
// English of these: the sentences are this system's own choice. Frozen into each record.
import { z } from 'zod';
import { type MadeLanguage, madeLanguages } from './content.ts';

export const madeBoxes = ['1', '2', '3', '4', '5'] as const;
export type MadeBox = (typeof madeBoxes)[number];

const words = (max: number) => z.string().min(1).max(max);

export const ChamberMadeWording = z.object({
  title: words(40),
  issuedBy: words(40),
  labels: z.record(z.enum(madeBoxes), words(80)),
  /** Above the text where it is not in English. */
  titles: z.record(z.enum(madeLanguages), words(60)),
  /** Box 4: on what the certificate rests. */
  declaration: words(600),
  /** Box 5. */
  certification: words(600),
  toBeContinued: words(40),
  /** Followed by the number of the sheet before. */
  continuedFrom: words(40),
});
export type ChamberMadeWording = z.infer<typeof ChamberMadeWording>;

/** What each of these certificates says differently. */
type Own = { title: string; titles: Record<MadeLanguage, string>; basis: string };

export const chamberMadeWording = ({ title, titles, basis }: Own): ChamberMadeWording => ({
  title,
  issuedBy: 'issued by',
  labels: {
    '1': '1. Company (Name, address, country)',
    '2': '2. Addressee (Name, address, country)',
    '3': '3. Particulars',
    '4': '4. Basis',
    '5': '5. Certification',
  },
  titles,
  declaration: basis,
  certification: 'The undersigned hereby certifies what is stated in box 3, as of the date below.',
  toBeContinued: 'To be continued',
  continuedFrom: 'Continued from sheet',
});
