// What a firm tells the chamber when it registers (貿易登録), exactly as typed: every value is text, so that a form half
// filled in is kept as it is. The rules (./content-rules) say what is wrong; only then may it be submitted.
import { z } from 'zod';

const line = (max: number) => z.string().max(max).default('');

/** 申請者 / 代行業者 / 申請者かつ代行業者. */
export const firmKinds = ['applicant', 'agent', 'both'] as const;
export type FirmKind = (typeof firmKinds)[number];

/** 法人 / 個人事業主. */
export const legalForms = ['corporation', 'sole_trader'] as const;
export type LegalForm = (typeof legalForms)[number];

export const memberClasses = ['member', 'non_member'] as const;
export type MemberClass = (typeof memberClasses)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is kept of a scanned 署名届 beside its file. All hashes are SHA-256 (hex) of PNGs. */
export const SignatureScan = z.object({
  /** Its pages as pictures. */
  pages: z.array(sha256).min(1).max(5),
  /** How the signature was taken out of it. Left out: it could not be; the signature is an earlier one, or none. */
  cut: z
    .object({
      /** Of which page, from 1. */
      page: z.int().min(1).max(5),
      /** Cropped by hand, in fractions of the page from its top left corner. Left out: the frame was found. */
      box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
      /** Degrees to the right. */
      turn: z.literal([0, 90, 180, 270]),
      /** The same place as it was scanned. */
      before: sha256,
    })
    .optional(),
});
export type SignatureScan = z.infer<typeof SignatureScan>;

/** 署名者 as told by the firm. A name is never edited: who is called otherwise is another signatory. */
export const ContentSignatory = z.object({
  /** Made when the row is begun; stays the same through every round. UUID. */
  key: z.uuid(),
  /** The registered signatory that this row is about; empty: a new one. */
  signatoryId: line(36),
  nameJa: line(60),
  /** In full, as signed (no nickname); Latin letters. */
  nameEn: line(70),
  titleJa: line(60),
  /** May stay empty: a title is optional. */
  titleEn: line(70),
  /** Where the user ID's one-time link and the mails about its cases go. */
  mail: line(254),
  /** サイン登録なし: may prepare, not sign. */
  withoutSignature: z.boolean().default(false),
  /** SHA-256 (hex) of the picture of the signature as it will print: black on transparent PNG; empty: none yet. */
  signatureSha256: line(64),
  /** SHA-256 (hex) of what it was made from: a scanned 署名届, or empty where it was drawn on screen. */
  signatureSourceSha256: line(64),
  signatureScan: SignatureScan.optional(),
  /** 変更・更新 only: this signatory leaves; `successorKey` names who takes over sub IDs, drafts and certified cases. */
  leaves: z.boolean().default(false),
  successorKey: line(36),
});
export type ContentSignatory = z.infer<typeof ContentSignatory>;

export const maxSignatories = 200;
/** 原則として15: from the 16th on a statement of reasons (多人数の署名登録に関する理由書) is needed. */
export const signatoriesWithoutReasons = 15;

export const RegistrationContent = z.object({
  kind: z.enum(firmKinds).or(z.literal('')).default(''),
  legalForm: z.enum(legalForms).or(z.literal('')).default(''),
  /** 法人番号, 13 digits; a sole trader has none. */
  corporateNumber: line(20),
  /** 商号; of a sole trader the person's own name, 屋号 apart. */
  nameJa: line(100),
  nameKana: line(100),
  /** 屋号 of a sole trader; may stay empty. */
  tradeNameJa: line(100),
  /** Exactly as it will stand in box 1. */
  nameEn: line(105),
  postalCode: line(10),
  addressJa: line(200),
  /** Exactly as it will stand in box 1, below the name. */
  addressEn: line(210),
  /** Where its declarations are made, as printed in box 9: `Osaka, Japan`. */
  placeEn: line(60),
  telephone: line(30),
  /** Who signs and seals the oath: 代表者 (the sole trader himself). */
  representativeTitleJa: line(60),
  representativeNameJa: line(60),
  /** A foreign representative or signatory brings a copy of the 在留カード. */
  foreignNational: z.boolean().default(false),
  /** 業態内容届 */
  business: z
    .object({
      /** 設立年月, `1987-04`; of a sole trader 開業年月. */
      since: line(7),
      /** 資本金, yen, digits; not of a sole trader. */
      capitalYen: line(15),
      employees: line(8),
      /** 事業内容 */
      descriptionJa: line(400),
      /** 主な取扱品目 */
      goodsJa: line(200),
      /** 主な輸出先(国・地域) */
      destinationsJa: line(200),
    })
    .prefault({}),
  /** 中古品: whoever exports used goods says the number of the 古物商許可証. */
  usedGoods: z.boolean().default(false),
  antiqueLicence: line(40),
  /** Whether the office lies in the chamber's district; if not, 地区外登録理由書. */
  outOfDistrict: z.boolean().default(false),
  outOfDistrictReasonJa: line(600),
  manySignatoriesReasonJa: line(600),
  /** 会員区分 as the firm says it; the chamber decides when it accepts. */
  memberClass: z.enum(memberClasses).or(z.literal('')).default(''),
  memberNumber: line(30),
  /** 連絡担当者, who becomes the administrator: the administrator ID is bound to this mail address. */
  contact: z
    .object({
      departmentJa: line(60),
      nameJa: line(60),
      nameEn: line(70),
      telephone: line(30),
      mail: line(254),
    })
    .prefault({}),
  signatories: z.array(ContentSignatory).max(maxSignatories).default([]),
});
export type RegistrationContent = z.infer<typeof RegistrationContent>;

/** A form that nobody has typed in yet. */
export const emptyRegistrationContent = (): RegistrationContent => RegistrationContent.parse({});
