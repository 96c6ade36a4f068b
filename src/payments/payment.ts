// What a payment is, on paper: charges added up, the tax in them, the lines of the ledger.
import { type TaxSplit, taxOf } from '../chambers/fees.ts';
import type { PaymentStatus } from './lifecycle.ts';

export type Payment = {
  chamberId: string;
  paymentId: string;
  /** The ID that pays; null: whoever holds the link of the procedure, without an ID. */
  accountId: string | null;
  /** Of applications: under whose name they were made. */
  signatoryId: string | null;
  /** Of a registration: the procedure that asks for it. */
  procedureId: string | null;
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

/** What a charge is for: the certificate of an application; or a registration, by the procedure that asks for it. */
export const subjectKinds = ['application', 'registration'] as const;
export type Subject = { kind: (typeof subjectKinds)[number]; id: string };

export type Charge = {
  chargeId: string;
  subject: Subject;
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
  /** `counter`: received over the chamber's counter (窓口), with no payment at the card company behind it. */
  book: 'card_company' | 'counter' | 'fees' | 'consumption_tax';
  yen: number;
  subject: Subject | null;
};

type Owed = Pick<Charge, 'subject' | 'yen'>;

/** What is earned by a charge, and the tax that is owed on it. */
function earned({ subject, yen }: Owed, taxPercent: number): LedgerLine[] {
  const { net, tax } = splitCharge(yen, taxPercent);
  return [
    { book: 'fees', yen: -net, subject },
    { book: 'consumption_tax', yen: -tax, subject },
  ];
}

/**
 * What a payment that is settled on a day (YYYY-MM-DD in Japan) adds to the books: one line from the card company, two for
 * each charge; together 0. RangeError before the first tax rate that is known.
 */
export function settlementLines(charges: readonly Owed[], day: string): LedgerLine[] {
  const taxPercent = taxRateOn(day);
  const total = charges.reduce((sum, charge) => sum + charge.yen, 0);
  return [
    { book: 'card_company', yen: total, subject: null },
    ...charges.flatMap((charge) => earned(charge, taxPercent)),
  ];
}

/** The same for one charge that is paid at the counter. */
export const counterLines = (charge: Owed, day: string): LedgerLine[] => [
  { book: 'counter', yen: charge.yen, subject: charge.subject },
  ...earned(charge, taxRateOn(day)),
];
