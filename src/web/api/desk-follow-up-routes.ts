// What the chamber does for a case after it was certified: finds it by its number, sees who printed, sets a new print window,
// looks at payments that do not fit.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findCase } from '../../certificates/find-case.ts';
import { type DeskPrintView, readDeskPrint, reopenPrinting } from '../../certificates/print.ts';
import { mismatchKinds } from '../../payments/mismatch-store.ts';
import { listMismatches, type MismatchView } from '../../payments/mismatches.ts';
import { ctxOf, type Env } from '../request.ts';
import { given, instant, json, ofApplication, onceHeaders, refusals } from './answers.ts';
import { issued } from './applications-routes.ts';
import { example } from './examples.ts';
import { downloadsShown, lastDay, PrintedBy } from './print-schema.ts';

const tags = ['Desk'];

const find = createRoute({
  ...{ method: 'get', path: '/desk/find', operationId: 'findCase', tags },
  summary: 'The case of a receipt number (受付番号) or a certificate number, also of a void one',
  ...example({
    ...{ order: 655, as: 'examiner', status: 200 },
    query: { number: { from: 'listPrintable', at: 'certificates.0.number' } },
  }),
  request: {
    query: z.object({ number: z.string().max(60).openapi({ description: 'As somebody types it; whole.' }) }),
  },
  responses: {
    200: json('Found; `invalid` when there is none', z.object({ applicationId: z.uuid() })),
    ...refusals(403, 422),
  },
});

const day = (description: string) => z.iso.date().openapi({ description: `${description} In Japan.` });

const DeskPrint = PrintedBy.extend({
  mayReopen: z.boolean().openapi({ description: 'Whether this key may set the window anew.' }),
  offered: day('The last day that `reopenPrinting` sets where none is asked for.'),
  nearest: day('The first day that may be asked for.'),
  furthest: day('The last day that may be asked for.'),
}).openapi('DeskPrint');

const deskPrintShown = (view: DeskPrintView): z.infer<typeof DeskPrint> => ({
  ...downloadsShown(view),
  ...{ mayReopen: view.mayReopen, offered: view.offered, nearest: view.nearest, furthest: view.furthest },
});

const printing = createRoute({
  ...{ method: 'get', path: '/desk/applications/{id}/print', operationId: 'getDeskPrint', tags },
  summary: 'The print window of an issued certificate, and who fetched what',
  ...example({ order: 658, as: 'examiner', path: { id: issued }, status: 200 }),
  request: { params: ofApplication },
  responses: { 200: json('From the issue on', DeskPrint), ...refusals(403, 404, 409) },
});

const reopen = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/reopen-printing', operationId: 'reopenPrinting', tags },
  summary: 'Set a new last day of the print window (印刷期間を改めて設ける); the firm is mailed',
  description: 'By a key that the chamber allowed to certify.',
  ...example({
    ...{ order: 660, as: 'certifier', path: { id: issued }, status: 200 },
    body: {
      json: {
        note: 'The firm’s printer was broken for two weeks.',
        until: { from: 'getDeskPrint', at: 'nearest' },
        seenUntil: { from: 'getDeskPrint', at: 'printUntil' },
      },
    },
  }),
  request: {
    ...{ params: ofApplication, headers: onceHeaders },
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            note: z.string().max(2000).openapi({ description: 'The reason, which the firm reads; must not be empty.' }),
            until: z.string().max(10).optional().openapi({
              description: '`YYYY-MM-DD`, see `getDeskPrint`. Left out: as long from today as after the issue.',
            }),
            seenUntil: z.string().max(10).optional().openapi({
              description: 'The last day as it was read. When it is another now: 409 `conflict`.',
            }),
          }),
        },
      },
    },
  },
  responses: {
    200: json('Open until then', z.object({ printUntil: lastDay })),
    ...refusals(403, 404, 409, 422),
  },
});

const PaymentMismatch = z
  .object({
    paymentId: z.uuid(),
    kind: z.enum(mismatchKinds).openapi({
      description: 'The card company says that its page is of another `payment`, another `amount`, or has no `intent`.',
    }),
    found: z.string().openapi({ description: 'What it said instead of ours: `1 jpy`.' }),
    yen: z.number().int().openapi({ description: 'What we asked for: whole yen, consumption tax included.' }),
    at: instant('When it said so first.'),
    ...{ firmJa: z.string(), firmEn: z.string() },
    applications: z.array(z.object({ applicationId: z.uuid(), receiptNumber: z.string().nullable() })),
  })
  .openapi('PaymentMismatch');

const mismatchShown = ({ firm, at, ...view }: MismatchView): z.infer<typeof PaymentMismatch> => ({
  ...{ paymentId: view.paymentId, kind: view.kind, found: view.found, yen: view.yen, at: at.toISOString() },
  ...{ firmJa: firm.nameJa, firmEn: firm.nameEn, applications: view.applications },
});

const mismatches = createRoute({
  ...{ method: 'get', path: '/desk/payment-mismatches', operationId: 'listMismatches', tags },
  summary: 'Payments of which the card company says what does not fit: they move no further until somebody has looked',
  ...example({ order: 668, as: 'examiner', status: 200 }),
  responses: {
    200: json('The oldest first, 100 at most', z.object({ mismatches: z.array(PaymentMismatch) })),
    ...refusals(403),
  },
});

export function addDeskFollowUp(api: OpenAPIHono<Env>): void {
  api.openapi(find, async (c) => {
    return c.json({ applicationId: await findCase(ctxOf(c), c.req.valid('query').number) }, 200);
  });
  api.openapi(printing, async (c) => {
    return c.json(deskPrintShown(await readDeskPrint(ctxOf(c), c.req.valid('param').id)), 200);
  });
  api.openapi(reopen, async (c) => {
    const { note, ...days } = c.req.valid('json');
    const input = { applicationId: c.req.valid('param').id, note, ...given(days) };
    return c.json(await reopenPrinting(ctxOf(c), input), 200);
  });
  api.openapi(mismatches, async (c) => {
    return c.json({ mismatches: (await listMismatches(ctxOf(c))).map(mismatchShown) }, 200);
  });
}
