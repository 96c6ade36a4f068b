// What was certified, frozen before anything is drawn, signed or charged: the truth that every picture of it is made from.
// It is attached to the PDF and may be handed on, so no access code and no token is in it; unknown keys are refused.
import { z } from 'zod';
import type { Content } from '../applications/forms/content.ts';
import type { Form } from '../applications/forms/form.ts';
import { allForms } from '../applications/forms/forms.ts';

const text = (max: number) => z.string().min(1).max(max);
const date = z.iso.date();

/** A record of one kind of certificate: what is printed and what was declared are the kind's own. */
export const recordOf = <C extends Content, W>(form: Form<C, W>) =>
  z.strictObject({
    schema: z.literal(form.recordSchema),
    /** Names the layout that the record was certified in: it is drawn in it for ever. */
    template: z.literal(form.template),
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
    wording: form.Wording,
    content: form.Content,
  });

const [first, ...others] = allForms.map((form) => recordOf(form));
if (!first) throw new Error('there is no kind of certificate');

/** A record names its kind by its schema. */
export const AnyRecord = z.discriminatedUnion('schema', [first, ...others]);
export type CertificateRecord<C extends Content = Content, W = unknown> = z.infer<ReturnType<typeof recordOf<C, W>>>;

/** Throws a ZodError for what is no record. */
export const readRecord = (json: unknown): CertificateRecord => AnyRecord.parse(json);

/** The form that wrote it. */
export function formOfRecord({ schema }: Pick<CertificateRecord, 'schema'>): Form {
  const form = allForms.find((one) => one.recordSchema === schema);
  if (!form) throw new Error(`no form writes records of ${schema}`);
  return form;
}
