// What was certified, frozen before anything is drawn, signed or charged: the truth that every picture of it is made from.
// It is attached to the PDF and may be handed on, so no access code and no token is in it; unknown keys are refused.
import { z } from 'zod';
import { OriginContent } from '../applications/forms/origin/content.ts';
import { originTemplate } from '../applications/forms/origin/sheet.ts';
import { OriginWording } from '../applications/forms/origin/wording.ts';

const text = (max: number) => z.string().min(1).max(max);
const date = z.iso.date();

export const recordSchema = 'hakkyu/certificate-of-origin/1';

export const CertificateRecord = z.strictObject({
  schema: z.literal(recordSchema),
  /** Names the layout that the record was certified in: it is drawn in it for ever. */
  template: z.literal(originTemplate),
  chamber: z.strictObject({ code: text(10), nameEn: text(90), nameJa: text(120), cityEn: text(60) }),
  number: text(40),
  /** 証明日付: the day of certification in Japan, YYYY-MM-DD. */
  date,
  /** 受付番号 of the application. */
  receiptNumber: text(40),
  /** The applicant's name as registered on that day. */
  exporterName: text(200),
  /** Who declares (box 9); the picture of the signature is kept apart and named by its SHA-256. */
  signatory: z.strictObject({
    name: text(120),
    title: z.string().max(120),
    signatureSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  /** Only where a sub ID submitted it: that ID, and the user ID whose signature stands in box 9. */
  appliedBy: z.strictObject({ id: text(20), under: text(20) }).optional(),
  /** Who certifies (box 10). */
  certifier: z.strictObject({ name: text(120), title: z.string().max(120) }),
  wording: OriginWording,
  content: OriginContent,
});
export type CertificateRecord = z.infer<typeof CertificateRecord>;
