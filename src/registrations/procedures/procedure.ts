// 手続き: the four ways in which a registration begins or changes. Each is a case of its own that the chamber examines; only
// its acceptance touches the registration.
import type { MemberClass, RegistrationContent } from '../content.ts';
import type { ProcedureStatus } from './procedure-lifecycle.ts';

/** 新規登録 / 登録切替 / 登録更新 / 登録変更 */
export const procedureKinds = ['new', 'switch', 'renewal', 'change'] as const;
export type ProcedureKind = (typeof procedureKinds)[number];

/** Days for which a form stays after the first operation on it (Osaka CCI: 60). */
export const formKeptDays = 60;
/** 更新 opens so many days before the last day of validity (Osaka CCI: 30), and stays open after it. */
export const renewalOpensDays = 30;
/** 認証規程 第2条4項: two years from the day on which the chamber accepts. */
export const validityYears = 2;

/** What is brought, posted or uploaded: made by the system to be signed and sealed, or issued by an office. */
export const paperKinds = [
  'oath_applicant', // 誓約書(申請者)
  'oath_agent', // 誓約書(代行業者)
  'business_details', // 業態内容届
  'signature_sheet', // 署名届, one for each signatory
  'reasons_many_signatories', // 多人数の署名登録に関する理由書
  'reasons_out_of_district', // 地区外登録理由書
  'register_extract', // 履歴事項全部証明書, 3 months old at most
  'seal_certificate', // 印鑑証明書, 3 months old at most
  'residence_record', // 住民票 of a sole trader, 3 months old at most
  'personal_seal_certificate', // 印鑑登録証明書 of a sole trader, 3 months old at most
  'proof_of_business', // 開業届 or 納税証明書 of a sole trader
  'residence_card', // 在留カードの写し
  'antique_licence', // 古物商許可証の写し
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** 窓口 or クレジットカード */
export const waysPaid = ['counter', 'card'] as const;
export type WayPaid = (typeof waysPaid)[number];

/** One case. `content` is what was typed, right or wrong. */
export type Procedure = {
  chamberId: string;
  procedureId: string;
  kind: ProcedureKind;
  status: ProcedureStatus;
  /** 受付番号, given at the first submission. */
  receiptNumber: string | null;
  /** Renewal and change: of which registration. New and switch: what its acceptance made. */
  registrationId: string | null;
  /** Switch: from which entry of the paper register. */
  paperRegistrationId: string | null;
  /** Where its link and its mails go. */
  mail: string;
  /** The administrator ID that began it; null: somebody without an ID, by a link. */
  accountId: string | null;
  /** Which version of the rules was agreed to, and when. */
  rulesVersion: number;
  agreedAt: Date;
  content: RegistrationContent;
  /** Counts every change of what was typed. */
  version: number;
  /** How many times it was submitted. */
  round: number;
  claimedBy: string | null;
  claimedAt: Date | null;
  /** 登録料, yen, tax included, as the chamber has set it for this case; null: not yet. */
  feeYen: number | null;
  /** 会員区分 as the chamber found it when it set the fee. */
  feeMemberClass: MemberClass | null;
  /** How it was paid; null: not yet, or there is nothing to pay. */
  feePaid: WayPaid | null;
  /** When the chamber gave it back, the procedure having come to nothing. */
  feeReturnedAt: Date | null;
  keptUntil: Date;
  submittedAt: Date | null;
  /** The day of acceptance, YYYY-MM-DD in Japan. */
  acceptedOn: string | null;
  createdAt: Date;
  changedAt: Date;
};

/** Yen that were paid for a procedure that came to nothing, and that the chamber has still to give back; else 0. */
export function feeToReturn(of: Pick<Procedure, 'status' | 'feeYen' | 'feePaid' | 'feeReturnedAt'>): number {
  const cameToNothing = of.status === 'rejected' || of.status === 'cancelled';
  return cameToNothing && of.feePaid !== null && of.feeReturnedAt === null ? (of.feeYen ?? 0) : 0;
}

/** What a list shows, without the whole form. */
export type ProcedureRow = Omit<Procedure, 'content'> & { nameJa: string; nameEn: string };

/** 受付番号: `T2026-000001` (T: 登録), gapless for each chamber and year of Japan. */
export const procedureReceipt = (year: number, serial: number): string => `T${year}-${String(serial).padStart(6, '0')}`;
