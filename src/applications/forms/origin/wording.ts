// Every word that is printed on a certificate of origin before a firm types one. The labels of the ten boxes are those of
// the form in use nationwide. The English of boxes 9 and 10 is not published: the sentences here are this system's own
// choice, and a chamber may have others (its settings; frozen into each record).
import { z } from 'zod';

export const originBoxes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;
export type OriginBox = (typeof originBoxes)[number];

const words = (max: number) => z.string().min(1).max(max);

/** Whether the sentences of boxes 9 and 10 fit their boxes is asked of `imprintFit`. */
export const OriginWording = z.object({
  title: words(40),
  issuedBy: words(40),
  labels: z.record(z.enum(originBoxes), words(80)),
  /** Box 9. */
  declaration: words(600),
  /** Box 10. */
  certification: words(600),
  toBeContinued: words(40),
  /** Followed by the number of the sheet before. */
  continuedFrom: words(40),
  total: words(20),
});
export type OriginWording = z.infer<typeof OriginWording>;

export const originWording: OriginWording = {
  title: 'CERTIFICATE OF ORIGIN',
  issuedBy: 'issued by',
  labels: {
    '1': '1. Exporter (Name, address, country)',
    '2': '2. Consignee (Name, address, country)',
    '3': '3. No. and date of Invoice',
    '4': '4. Country of Origin',
    '5': '5. Transport details',
    '6': '6. Remarks',
    '7': '7. Marks, numbers, number and kind of packages; description of goods',
    '8': '8. Quantity',
    '9': '9. Declaration by the Exporter',
    '10': '10. Certification',
  },
  declaration:
    'The undersigned, as an authorized signatory, hereby declares that the above-mentioned goods were produced or ' +
    'manufactured in the country shown in box 4.',
  certification:
    'The undersigned hereby certifies, on the basis of relative invoice and other supporting documents, that the ' +
    'above-mentioned goods originate in the country shown in box 4 to the best of its knowledge and belief.',
  toBeContinued: 'To be continued',
  continuedFrom: 'Continued from sheet',
  total: 'TOTAL',
};
