// What each paper of a registration is called, on letters and pages alike.
import type { FirmKind } from '../content.ts';
import type { PaperKind, ProcedureKind } from './procedure.ts';

export type Name = { ja: string; en: string };

export const paperNames: Readonly<Record<PaperKind, Name>> = {
  oath_applicant: { ja: '誓約書(申請者)', en: 'Pledge, as applicant' },
  oath_agent: { ja: '誓約書(代行業者)', en: 'Pledge, as agent' },
  business_details: { ja: '業態内容届', en: 'Notification of business details' },
  signature_sheet: { ja: '署名届', en: 'Specimen signature notification' },
  reasons_many_signatories: {
    ja: '多人数の署名登録に関する理由書',
    en: 'Statement of reasons for many signatories',
  },
  reasons_out_of_district: {
    ja: '地区外登録理由書',
    en: 'Statement of reasons for a registration from outside the district',
  },
  register_extract: { ja: '履歴事項全部証明書', en: 'Certificate of all historical matters' },
  seal_certificate: { ja: '印鑑証明書', en: 'Seal certificate' },
  residence_record: { ja: '住民票', en: 'Certificate of residence' },
  personal_seal_certificate: { ja: '印鑑登録証明書', en: 'Personal seal certificate' },
  proof_of_business: { ja: '開業届の控えまたは納税証明書', en: 'Notice of opening of business, or tax certificate' },
  residence_card: { ja: '在留カードの写し', en: 'Copy of the residence card' },
  antique_licence: { ja: '古物商許可証の写し', en: 'Copy of the licence to deal in used goods' },
};

export const procedureNames: Readonly<Record<ProcedureKind, Name>> = {
  new: { ja: '新規登録', en: 'New registration' },
  switch: { ja: '登録切替', en: 'Switch-over' },
  renewal: { ja: '登録更新', en: 'Renewal' },
  change: { ja: '登録変更', en: 'Change of registration' },
};

export const firmKindNames: Readonly<Record<FirmKind, Name>> = {
  applicant: { ja: '申請者', en: 'Applicant' },
  agent: { ja: '代行業者', en: 'Agent' },
  both: { ja: '申請者かつ代行業者', en: 'Applicant and agent' },
};
