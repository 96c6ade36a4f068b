import type { PaymentStatus } from '../../../payments/lifecycle.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';

export const paymentStatusTone: Readonly<Record<PaymentStatus, StatusTone>> = {
  ...({ created: 'attention', pending: 'attention', settled: 'done' } as const),
  ...({ failed: 'stopped', expired: 'neutral', cancelled: 'neutral', refunded: 'neutral' } as const),
};

/** A page number in an address, from 1. */
export const pageAsked = (asked: string | undefined): number =>
  asked !== undefined && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
