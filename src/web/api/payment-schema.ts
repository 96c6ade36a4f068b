// What the API shows of a payment (お支払い) to its payer.
import { z } from '@hono/zod-openapi';
import { paymentStatuses } from '../../payments/lifecycle.ts';
import type { PaymentView } from '../../payments/own-payments.ts';
import type { PaymentItem as Item } from '../../payments/own-payments-store.ts';
import type { Payment as Row } from '../../payments/payment.ts';
import { instant } from './answers.ts';
import { Status } from './application-schemas.ts';

const yen = z.number().int().openapi({ description: 'Whole yen, consumption tax included.' });

export const PaymentStatus = z.enum(paymentStatuses).openapi('PaymentStatus', {
  description:
    '`created`, `pending`: may still be paid. `settled`: paid, the certificates are being issued or are. Otherwise over, ' +
    'without a charge or (`refunded`) with the money given back.',
});

export const cardPage = z.string().openapi({ description: 'The card company’s page for this payment.' });

const head = {
  ...{ paymentId: z.uuid(), status: PaymentStatus, yen },
  url: cardPage.nullable().openapi({
    description: 'Where to pay. Null when it cannot be paid any more, or the page was never opened: see `openPayment`.',
  }),
  expiresAt: instant('Until when it can be paid.'),
  createdAt: instant('When it was begun.'),
  settledAt: instant('When it was paid.').nullable(),
};

export const PaymentHead = z.object(head).openapi('PaymentHead');

export const paymentHeadShown = (payment: Row): z.infer<typeof PaymentHead> => ({
  ...{ paymentId: payment.paymentId, status: payment.status, yen: payment.yen },
  url: payment.status === 'pending' ? payment.sessionUrl : null,
  expiresAt: payment.sessionExpiresAt.toISOString(),
  createdAt: payment.createdAt.toISOString(),
  settledAt: payment.settledAt?.toISOString() ?? null,
});

export const PaymentItem = z
  .object({
    applicationId: z.uuid(),
    receiptNumber: z.string().nullable().openapi({ description: '受付番号' }),
    consignee: z.string(),
    invoiceNumbers: z.array(z.string()),
    status: Status,
    yen,
  })
  .openapi('PaymentItem');

export const itemShown = (item: Item): z.infer<typeof PaymentItem> => ({
  ...{ applicationId: item.applicationId, receiptNumber: item.receiptNumber, consignee: item.consignee },
  ...{ invoiceNumbers: [...item.invoiceNumbers], status: item.status, yen: item.yen },
});

export const PayableItem = PaymentItem.extend({
  waitsForDecision: z.boolean().openapi({
    description: 'A sanction (処分) is on the firm: it cannot be paid until the chamber has decided that it goes on.',
  }),
}).openapi('PayableItem');

export const payableShown = (item: Item, stopped: ReadonlySet<string>): z.infer<typeof PayableItem> => ({
  ...itemShown(item),
  waitsForDecision: stopped.has(item.applicationId),
});

export const Payment = z
  .object({ ...head, applications: z.array(PaymentItem).openapi({ description: 'What it pays, or was to pay.' }) })
  .openapi('Payment');

export const paymentShown = ({ payment, items }: PaymentView): z.infer<typeof Payment> => ({
  ...paymentHeadShown(payment),
  applications: items.map(itemShown),
});
