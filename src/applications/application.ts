import type { Content } from './forms/content.ts';
import type { ApplicationKind } from './forms/forms.ts';
import { type ApplicationStatus, isOpenToFirm } from './lifecycle.ts';

/** 発給申請. `content` is what was typed, goods included where the whole is read. */
export type Application<C extends Content = Content> = {
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
  content: C;
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
