// Beside the held cases (`listDesk` with `status=held`): payments that the card company calls paid and that do not fit.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { mismatchKinds } from '../../payments/mismatch-store.ts';
import { listMismatches, type MismatchView } from '../../payments/mismatches.ts';
import { ctxOf, type Env } from '../request.ts';
import { instant, json, refusals } from './answers.ts';
import { example } from './examples.ts';

const Mismatch = z
  .object({
    paymentId: z.uuid().openapi({ description: 'Also the `client_reference_id` of its page at the card company.' }),
    kind: z.enum(mismatchKinds).openapi({
      description:
        'What does not fit: the page is of another `payment`, another `amount` or currency was paid, or there is no ' +
        'payment `intent`.',
    }),
    found: z.string().openapi({ description: 'What the card company says instead, such as `1 jpy`.' }),
    at: instant('When it was first known.'),
    yen: z.number().int().openapi({ description: 'What was asked for: whole yen, consumption tax included.' }),
    firm: z.object({ nameJa: z.string(), nameEn: z.string() }),
    procedure: z
      .object({ procedureId: z.uuid(), receiptNumber: z.string().nullable() })
      .nullable()
      .openapi({ description: 'Of a registration fee: the procedure; it pays for no applications then.' }),
    applications: z.array(z.object({ applicationId: z.uuid(), receiptNumber: z.string().nullable() })),
  })
  .openapi('PaymentMismatch');

const list = createRoute({
  ...{ method: 'get', path: '/desk/payment-mismatches', operationId: 'listPaymentMismatches', tags: ['Desk'] },
  summary: 'Payments that do not fit what the card company says of them: somebody has to look',
  description:
    'They are not taken as paid, and nothing is issued. One goes from here by itself when its payment is settled or over.',
  ...example({ order: 506, as: 'examiner', status: 200 }),
  responses: {
    200: json('The oldest first, 100 at most; usually none', z.object({ mismatches: z.array(Mismatch) })),
    ...refusals(403),
  },
});

const shown = ({ at, ...rest }: MismatchView): z.infer<typeof Mismatch> => ({ ...rest, at: at.toISOString() });

export function addMismatchRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(list, async (c) => c.json({ mismatches: (await listMismatches(ctxOf(c))).map(shown) }, 200));
}
