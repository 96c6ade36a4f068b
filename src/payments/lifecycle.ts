import { defineLifecycle } from '../lib/lifecycle.ts';

export const paymentStatuses = ['created', 'pending', 'settled', 'failed', 'expired', 'cancelled', 'refunded'] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export type PaymentAction = 'open' | 'settle' | 'fail' | 'expire' | 'cancel' | 'refund';

/**
 * created: ours alone. pending: at the card company. From there it moves only by what the card company answers when it is
 * asked; a notice of its own is a hint to ask.
 */
export const paymentLifecycle = defineLifecycle<PaymentStatus, 'payer' | 'system', PaymentAction>({
  open: { from: ['created'], to: 'pending', by: ['system'] },
  settle: { from: ['pending'], to: 'settled', by: ['system'] },
  fail: { from: ['created'], to: 'failed', by: ['system'] },
  expire: { from: ['created', 'pending'], to: 'expired', by: ['system'] },
  cancel: { from: ['created', 'pending'], to: 'cancelled', by: ['system'] },
  refund: { from: ['settled'], to: 'refunded', by: ['system'] },
});

/** It may still be paid. */
export const isUnpaid = (status: PaymentStatus): boolean => status === 'created' || status === 'pending';

/** It may still be paid, or was: its charges are in no other payment. */
export const holdsCharges = (status: PaymentStatus): boolean =>
  status === 'created' || status === 'pending' || status === 'settled';

export const chargeLifecycle = defineLifecycle<'open' | 'paid' | 'void', 'system', 'pay' | 'void'>({
  pay: { from: ['open'], to: 'paid', by: ['system'] },
  void: { from: ['open'], to: 'void', by: ['system'] },
});
