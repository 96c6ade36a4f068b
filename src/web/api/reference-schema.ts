// What a stranger asks of a certificate by a program, and what he is told. The rules are those of verification/.
import { z } from '@hono/zod-openapi';
import { type ShownFigure, shownFigures } from '../../applications/forms/shown.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import type { CheckedCertificate as Checked } from '../../verification/find-certificate.ts';
import { instant } from './answers.ts';

const typed = z.string().max(100).optional();

/** Either `token`, or the other three. */
export const CheckRequest = z
  .strictObject({
    token: z
      .string()
      .max(500)
      .optional()
      .openapi({ description: 'What the QR code says: the whole address, or only what stands behind `/R/` in it.' }),
    certificateNumber: typed.openapi({ description: 'Certificate No., as printed.', example: '0001-2026-000123-7' }),
    accessCode: typed.openapi({
      description: 'As printed. Capital and small letters are the same; hyphens and spaces may be left out.',
      example: '7K3M-9QXD-2FHW-R',
    }),
    certificateDate: typed.openapi({ description: '`YYYY-MM-DD`.', format: 'date', example: '2026-11-16' }),
  })
  .openapi('CheckRequest', {
    oneOf: [{ required: ['token'] }, { required: ['certificateNumber', 'accessCode', 'certificateDate'] }],
  });

export type Asked = { token: string } | { number: string; accessCode: string; date: string };

const printed = ['certificateNumber', 'accessCode', 'certificateDate'] as const;

const either: FieldProblem = {
  field: '',
  ja: 'token だけ、または certificateNumber・accessCode・certificateDate の3つを送ってください。',
  en: 'Send either token alone, or all three of certificateNumber, accessCode and certificateDate.',
};
const wrongForm: FieldProblem = {
  field: 'certificateDate',
  ja: '証明日付は YYYY-MM-DD の形で、暦にある日を送ってください(例: 2026-11-16)。',
  en: 'Send the Certificate Date as YYYY-MM-DD, a day of the calendar, such as 2026-11-16.',
};

/**
 * One of the two ways. What is wrong is for the check to find; what is missing, or a date in another form, refuses
 * `invalid` before anything is looked up.
 * @param base our own address, that the QR code begins with
 */
export function askedIn(sent: z.infer<typeof CheckRequest>, base: string): Asked {
  const of = (name: keyof typeof sent): string => (sent[name] ?? '').trim();
  const given = printed.filter((name) => of(name) !== '');
  const token = of('token');
  if ((token === '') === (given.length === 0)) throw new Refusal('invalid', { fields: [either] });
  if (token !== '') return { token: tokenIn(token, base) };
  const missing = printed.filter((name) => of(name) === '');
  if (missing.length > 0)
    throw new Refusal('invalid', {
      fields: missing.map((field) => ({ field, ja: `${field} を送ってください。`, en: `Send ${field}.` })),
    });
  const date = of('certificateDate');
  if (!z.iso.date().safeParse(date).success) throw new Refusal('invalid', { fields: [wrongForm] });
  return { number: of('certificateNumber'), accessCode: of('accessCode'), date };
}

/** Only our own address is taken off: a code that leads to another host is the code of no certificate of ours. */
function tokenIn(scanned: string, base: string): string {
  const ours = `${base}/r/`.toUpperCase();
  return scanned.toUpperCase().startsWith(ours) ? scanned.slice(ours.length) : scanned;
}

const Box = z.object({ label: z.string(), lines: z.array(z.string()) });
/** An invoice has prices, a packing list weights; a certificate of origin neither. */
const Figures = z.object(
  Object.fromEntries(shownFigures.map((key) => [key, z.string()])) as Record<ShownFigure, z.ZodString>,
);
const Goods = z
  .object({ marks: z.string(), packages: z.string(), description: z.string(), quantity: z.string() })
  .extend(Figures.partial().shape);

export const CheckedCertificate = z
  .object({
    status: z.enum(['issued', 'revoked', 'superseded']).openapi({
      description: 'Only `issued` is valid. `revoked`, `superseded`: was issued, and is not valid any more.',
    }),
    checkedAt: instant('When this was asked.'),
    title: z.string(),
    certificateNumber: z.string().openapi({ description: 'As printed.' }),
    printedDate: z.string().openapi({ description: 'Certificate Date as printed: `November 16, 2026`.' }),
    sheets: z.number().int().openapi({ description: 'Of how many sheets the paper is.' }),
    chamber: z.object({
      ...{
        nameEn: z.string(),
        nameJa: z.string(),
        cityEn: z.string().openapi({ description: 'All three as certified.' }),
      },
      telephone: z.string().openapi({ description: 'Of today; empty where the chamber gives none.' }),
      mail: z.string().openapi({ description: 'Of today; empty where the chamber gives none.' }),
    }),
    boxes: z.array(Box).openapi({ description: 'The boxes above the goods, line by line as printed.' }),
    goods: z.object({
      label: z.string(),
      quantityLabel: z
        .string()
        .openapi({ description: 'Of a box of its own beside that of the goods; empty where there is none.' }),
      marks: z.string().openapi({ description: 'Of the whole shipment.' }),
      lines: z.array(Goods),
      totals: z.array(Goods),
      notes: z.array(z.string()).optional().openapi({ description: 'Lines below the totals: an amount in words.' }),
    }),
    declaration: Box.openapi({ description: 'Who declares: of a certificate of origin box 9.' }),
    certification: Box.openapi({ description: 'Who certifies: of a certificate of origin box 10.' }),
  })
  .openapi('CheckedCertificate', {
    description: 'Compare all of it with the paper: if anything differs, the paper is not genuine.',
  });

/** @param at when it was asked */
export function checkedShown(found: Checked, at: Date): z.infer<typeof CheckedCertificate> {
  const { status, sheets, title, number, date, chamber, contact, boxes, goods, declaration, certification } = found;
  return {
    ...{ status, checkedAt: at.toISOString(), title, certificateNumber: number, printedDate: date, sheets },
    chamber: { ...chamber, ...contact },
    ...{ boxes, goods, declaration, certification },
  };
}
