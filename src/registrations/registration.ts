import type { FirmKind, LegalForm } from './content.ts';

/** 貿易登録: a firm that may apply at this chamber. Dates are days in Japan, YYYY-MM-DD. */
export type Registration = {
  chamberId: string;
  registrationId: string;
  /** 貿易登録番号 */
  number: string;
  nameJa: string;
  /** As it stands in box 1, to the letter. */
  nameEn: string;
  addressEn: string;
  /** Where its declarations are made, as printed in box 9. */
  placeEn: string;
  memberClass: 'member' | 'non_member';
  kind: FirmKind;
  legalForm: LegalForm;
  /** 法人番号; null: a sole trader, or registered before it was asked for. */
  corporateNumber: string | null;
  /** The number of the paper registration that it was switched from. */
  paperNumber: string | null;
  validFrom: string;
  validUntil: string;
  status: (typeof registrationStatuses)[number];
  /** What the sanctions come to that are on it now; never kept, read from them each time. */
  sanctioned: Sanctioned;
  /** Its signatories see each other's applications. */
  usersSeeAll: boolean;
  /** What a sub ID prepared is submitted by its signatory only. */
  releaseRequired: boolean;
};

/** One as it is written: what the sanctions come to is not kept with it. */
export type NewRegistration = Omit<Registration, 'sanctioned'>;

/**
 * 処分, of whichever chamber. Days are the last ones, also when they are over; null: there is none that was not lifted.
 */
export type Sanctioned = {
  /** 発給停止 */
  suspendedUntil: string | null;
  /** 追加書類 */
  extraDocumentsUntil: string | null;
  /** 登録抹消, also where the status does not say it yet. */
  struckOff: boolean;
};

export const registrationStatuses = ['active', 'expired', 'ended', 'struck_off'] as const;

/** 署名者: a person whose signature is registered. `signatureSha256` null: サイン登録なし, may prepare but not sign. */
export type Signatory = {
  chamberId: string;
  signatoryId: string;
  registrationId: string;
  /** The user ID with which this person signs in. */
  accountId: string;
  nameJa: string;
  /** Never changes: who is called otherwise is another signatory. */
  nameEn: string;
  titleEn: string;
  signatureSha256: Buffer | null;
  status: SignatoryStatus;
  /** Who took over what stood under the name of one who left. */
  successorId: string | null;
};
export const signatoryStatuses = ['active', 'ended'] as const;
export type SignatoryStatus = (typeof signatoryStatuses)[number];

/** サブID, as far as it is more than an account. */
export type SubId = {
  chamberId: string;
  accountId: string;
  /** Whose signature it uses. */
  signatoryId: string;
  /** The agent whose clerk holds it; null: somebody of the firm. */
  holderRegistrationId: string | null;
  /** What it may do beside preparing. */
  may: readonly SubMay[];
  /** The last day of its use, YYYY-MM-DD in Japan; null: until it is ended. */
  validUntil: string | null;
};
export const subMays = ['submit', 'pay'] as const;
export type SubMay = (typeof subMays)[number];

export const standings = ['good', 'not_yet', 'expired', 'ended', 'struck_off', 'suspended'] as const;
export type Standing = (typeof standings)[number];

/**
 * Whether this firm may apply on that day. Valid on the last day too (認証規程 第2条4項: two years from acceptance). A sanction
 * counts from the moment in which it is imposed, whatever the status says yet.
 */
export function standingOf(
  {
    status,
    validFrom,
    validUntil,
    sanctioned,
  }: Pick<Registration, 'status' | 'validFrom' | 'validUntil' | 'sanctioned'>,
  today: string,
): Standing {
  if (status === 'ended') return 'ended';
  if (status === 'struck_off' || sanctioned.struckOff) return 'struck_off';
  if (status === 'expired') return 'expired';
  if (today < validFrom) return 'not_yet';
  if (today > validUntil) return 'expired';
  return isSuspended(sanctioned, today) ? 'suspended' : 'good';
}

/** 発給停止: `today` YYYY-MM-DD in Japan, the last day counts. */
export const isSuspended = ({ suspendedUntil }: Sanctioned, today: string): boolean =>
  suspendedUntil !== null && today <= suspendedUntil;

/** 追加書類: the same. */
export const needsExtraDocuments = ({ extraDocumentsUntil }: Sanctioned, today: string): boolean =>
  extraDocumentsUntil !== null && today <= extraDocumentsUntil;
