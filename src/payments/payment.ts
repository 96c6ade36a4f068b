// What a payment is, on paper: charges added up, the tax in them, the lines of the ledger.
import { type TaxSplit, taxOf } from '../chambers/fees.ts';
import type { PaymentStatus } from './lifecycle.ts';

export type Payment = {
  chamberId: string;
  paymentId: string;
  accountId: string;
  signatoryId: string;
  /** Tax included. */
  yen: number;
  status: PaymentStatus;
  /** The one line on the card company's page. */
  description: string;
  locale: 'ja' | 'en';
  sessionExpiresAt: Date;
  /** The opening of the page that counts, from 1. */
  sessionAttempt: number;
  sessionId: string | null;
  sessionUrl: string | null;
  paymentIntentId: string | null;
  createdAt: Date;
  settledAt: Date | null;
};

/** The idempotency key of one opening. The first has the payment's own id. */
export const openingKey = ({ paymentId, sessionAttempt }: Pick<Payment, 'paymentId' | 'sessionAttempt'>): string =>
  sessionAttempt === 1 ? paymentId : `${paymentId}-${sessionAttempt}`;

export type Charge = {
  chargeId: string;
  applicationId: string;
  yen: number;
  status: 'open' | 'paid' | 'void';
};

/** 消費税の標準税率, by the first day of each: the rate of the day of supply counts. */
const standardRates = [
  { from: '2019-10-01', percent: 10 },
  { from: '2014-04-01', percent: 8 },
] as const;

/** @param day YYYY-MM-DD in Japan; RangeError before the first rate that is known */
export function taxRateOn(day: string): number {
  const rate = standardRates.find(({ from }) => from <= day);
  if (!rate) throw new RangeError(`no tax rate is known for ${day}`);
  return rate.percent;
}

/**
 * The tax in one charge. Each ご利用明細 is an invoice of its own, so each charge is rounded by itself, once, down
 * (消費税法施行令 第70条の10; 基本通達 1-8-15).
 */
export function splitCharge(yen: number, taxPercent: number): TaxSplit {
  return taxOf(yen, taxPercent, 'down');
}

export type LedgerLine = {
  book: 'card_company' | 'fees' | 'consumption_tax';
  yen: number;
  applicationId: string | null;
};

/**
 * What a payment that is settled on a day (YYYY-MM-DD in Japan) adds to the books: one line from the card company, two for
 * each charge; together 0. RangeError before the first tax rate that is known.
 */
export function settlementLines(charges: readonly Pick<Charge, 'applicationId' | 'yen'>[], day: string): LedgerLine[] {
  const taxPercent = taxRateOn(day);
  const total = charges.reduce((sum, charge) => sum + charge.yen, 0);
  return [
    { book: 'card_company', yen: total, applicationId: null },
    ...charges.flatMap(({ applicationId, yen }): LedgerLine[] => {
      const { net, tax } = splitCharge(yen, taxPercent);
      return [
        { book: 'fees', yen: -net, applicationId },
        { book: 'consumption_tax', yen: -tax, applicationId },
      ];
    }),
  ];
}
