// What the API shows of an issued certificate to whoever prints it, and to the chamber.
import { z } from '@hono/zod-openapi';
import { versions } from '../../certificates/papers-store.ts';
import type { PrintView } from '../../certificates/print.ts';
import type { PrintableRow } from '../../certificates/print-store.ts';
import { instant } from './answers.ts';

const number = z.string().openapi({ description: 'Certificate No., `9901-2026-000123-K`.' });
export const lastDay = z.iso.date().openapi({ description: 'The last day, in Japan: it ends at 24:00.' });

const fetchable = [...versions, 'statement'] as const;

export const Printable = z
  .object({
    ...{ applicationId: z.uuid(), receiptNumber: z.string().nullable(), number },
    ...{ consignee: z.string(), invoiceNumbers: z.array(z.string()), printUntil: lastDay.nullable() },
    fetched: z.array(z.enum(fetchable)).openapi({ description: 'What was fetched once at least.' }),
  })
  .openapi('Printable');

export const printableShown = (row: PrintableRow): z.infer<typeof Printable> => ({
  ...{ applicationId: row.applicationId, receiptNumber: row.receiptNumber, number: row.number },
  ...{ consignee: row.consignee, invoiceNumbers: [...row.invoiceNumbers], printUntil: row.printUntil },
  fetched: fetchable.filter((one) => row.fetched.includes(one)),
});

/** The window, and who printed. */
export const PrintedBy = z.object({
  number,
  status: z
    .enum(['issued', 'revoked', 'superseded'])
    .nullable()
    .openapi({ description: 'Of the certificate; null while it is not issued.' }),
  issuedAt: instant('When it was issued.').nullable(),
  printUntil: lastDay.nullable(),
  open: z.boolean().openapi({ description: 'Whether the firm can fetch the papers now.' }),
  downloads: z
    .array(
      z.object({
        at: instant('When it was fetched.'),
        what: z.enum(fetchable),
        by: z.string().openapi({ description: 'ID of who fetched it.' }),
      }),
    )
    .openapi({ description: 'Newest first, 100 at most.' }),
  downloadsTotal: z.number().int(),
});

type Shown = Pick<PrintView, 'print' | 'isOpen' | 'downloads'>;
export const downloadsShown = ({ print, isOpen, downloads }: Shown): z.infer<typeof PrintedBy> => ({
  ...{ number: print.number, status: print.status, issuedAt: print.issuedAt?.toISOString() ?? null },
  ...{ printUntil: print.printUntil, open: isOpen, downloadsTotal: downloads.total },
  downloads: downloads.rows.map(({ at, what, loginId }) => ({ at: at.toISOString(), what, by: loginId })),
});

export const Print = PrintedBy.extend({
  receiptNumber: z.string().nullable(),
  hasStatement: z.boolean().openapi({ description: 'Whether there is a ご利用明細.' }),
  reopened: z
    .object({
      at: instant('When.'),
      note: z.string().openapi({ description: 'The chamber’s reason.' }),
      printUntil: lastDay,
    })
    .nullable()
    .openapi({ description: 'The last time that the chamber set the window anew; null when it never did.' }),
}).openapi('Print');

export const printShown = (view: PrintView): z.infer<typeof Print> => ({
  ...downloadsShown(view),
  ...{ receiptNumber: view.receiptNumber, hasStatement: view.hasStatement },
  reopened: view.reopened ? { ...view.reopened, at: view.reopened.at.toISOString() } : null,
});
