import type { OriginContent } from './forms/origin/content.ts';
import { type ApplicationStatus, isOpenToFirm } from './lifecycle.ts';

/** The kinds that can be applied for. */
export const applicationKinds = ['origin'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];

/** 発給申請. `content` is what was typed, goods included where the whole is read. */
export type Application = {
  chamberId: string;
  applicationId: string;
  kind: ApplicationKind;
  registrationId: string;
  /** Whose signature it bears. */
  signatoryId: string;
  /** The ID under which it is made: the signatory's own, or a sub ID. */
  accountId: string;
  /** 受付番号, given at the first submission. */
  receiptNumber: string | null;
  status: ApplicationStatus;
  content: OriginContent;
  /** Counts every change of what was typed. */
  version: number;
  /** How many times it was submitted. */
  round: number;
  claimedBy: string | null;
  claimedAt: Date | null;
  submittedAt: Date | null;
  /** A sub ID has finished it and its signatory has not released it yet; meanwhile nobody changes it. */
  preparedAt: Date | null;
  createdAt: Date;
  /** The last change that the firm sees: what was typed, or the status. */
  changedAt: Date;
};

/** What was typed may still change: it is the firm's, and does not wait for its signatory. */
export const isChangeable = ({ status, preparedAt }: Pick<Application, 'status' | 'preparedAt'>): boolean =>
  isOpenToFirm(status) && preparedAt === null;

/** What a list shows, without the content. */
export type ApplicationRow = Omit<Application, 'content'> & {
  consignee: string;
  invoiceNumbers: readonly string[];
  goodsLines: number;
};

/** Kept beside the content for lists and searches. */
export function keysOf(content: OriginContent): { consignee: string; invoiceNumbers: string[]; goodsLines: number } {
  const { consignee, invoices, goods } = content;
  const toOrder = consignee.form === 'to-order' ? 'To order' : consignee.name.trim();
  return {
    consignee: consignee.form === 'to-order-of' ? `To order of ${consignee.name.trim()}` : toOrder,
    invoiceNumbers: invoices.map((invoice) => invoice.number.trim()).filter((number) => number !== ''),
    goodsLines: goods.length,
  };
}
