import type { FirmKind, LegalForm, MemberClass } from '../../../registrations/content.ts';
import type { Standing } from '../../../registrations/registration.ts';
import { catalogue } from '../../ui/words.ts';

export const registrationWords = catalogue(
  {
    title: '貿易登録',
    good: '有効です',
    goodText: (day: string, days: string) => `${day} まで有効です(あと${days}日)。`,
    lastDay: (day: string) => `本日(${day})が有効期間の最終日です。`,
    notYet: 'まだ始まっていません',
    notYetText: (day: string) => `${day} から有効になります。それまで申請はできません。`,
    expired: '有効期間が終わっています',
    expiredText: (day: string) =>
      `${day} で有効期間が終わりました。新しい申請はできません。認証済みの案件のお支払いと印刷はできます。`,
    suspended: '発給停止中',
    suspendedText: (day: string) => `${day} まで、発給が停止されています。商工会議所にお問い合わせください。`,
    ended: '終了',
    endedText: '貿易登録は終了しています。',
    struckOff: '抹消',
    struckOffText: '貿易登録は抹消されています。',
    renew: '引き続き申請なさるには、有効期間が終わる前に登録を更新してください。',
    counter: '登録内容の変更と更新は、「貿易登録」の画面の「登録更新・登録変更の手続き」から申し込めます。',
    factsHeading: '登録の内容',
    number: '貿易登録番号',
    name: '商号・氏名',
    nameEn: '英文名(証明書の1欄に記載)',
    addressEn: '英文住所(証明書の1欄に記載)',
    placeEn: '宣誓地(証明書の9欄に記載)',
    kind: '登録の区分',
    legalForm: '法人・個人事業主',
    corporateNumber: '法人番号',
    memberClass: '会員区分',
    period: '有効期間',
    fromTo: (from: string, to: string) => `${from} から ${to} まで`,
    representative: '代表者',
    contact: '連絡担当者',
    signatoriesHeading: '署名者',
    signatoriesCaption: '署名者の一覧',
    signatoriesNone: '署名者は登録されていません。',
    signatory: '署名者',
    signatoryTitle: '役職',
    signature: 'サイン',
    registered: '登録済み',
    unregistered: 'サイン登録なし',
    status: '状態',
    active: '登録中',
    left: '終了',
    request: '登録更新・登録変更の手続き',
    certificates: '署名登録証を見る・印刷する',
    rules: '会社の設定を見る・変える',
  },
  {
    title: 'Trade registration',
    good: 'Valid',
    goodText: (day, days) => `Valid until ${day} (${days} day${days === '1' ? '' : 's'} left).`,
    lastDay: (day) => `Today, ${day}, is the last day of validity.`,
    notYet: 'Not valid yet',
    notYetText: (day) => `It is valid from ${day}. You cannot apply before.`,
    expired: 'Expired',
    expiredText: (day) =>
      `It was valid until ${day}. You cannot apply any more. What is certified can still be paid and printed.`,
    suspended: 'Issuance suspended',
    suspendedText: (day) => `Issuance is suspended until ${day}. Please ask the chamber.`,
    ended: 'Ended',
    endedText: 'The registration has ended.',
    struckOff: 'Struck off',
    struckOffText: 'The registration was struck off.',
    renew: 'To go on applying, renew the registration before it ends.',
    counter: 'Changes and renewals of the registration are requested below, under “Renewal or change”.',
    factsHeading: 'What is registered',
    number: 'Registration number',
    name: 'Name in Japanese',
    nameEn: 'Name (box 1 of a certificate)',
    addressEn: 'Address (box 1 of a certificate)',
    placeEn: 'Place of declaration (box 9 of a certificate)',
    kind: 'Registered as',
    legalForm: 'Legal form',
    corporateNumber: 'Corporate number',
    memberClass: 'Membership',
    period: 'Validity',
    fromTo: (from, to) => `from ${from} to ${to}`,
    representative: 'Representative',
    contact: 'Contact person',
    signatoriesHeading: 'Signatories',
    signatoriesCaption: 'Signatories',
    signatoriesNone: 'No signatory is registered.',
    signatory: 'Signatory',
    signatoryTitle: 'Title',
    signature: 'Signature',
    registered: 'Registered',
    unregistered: 'Not registered',
    status: 'State',
    active: 'Registered',
    left: 'Ended',
    request: 'Renewal or change',
    certificates: 'See and print signature registration certificates',
    rules: 'See and change the firm’s settings',
  },
);

export const firmKindWords = catalogue<Record<FirmKind, string>>(
  { applicant: '申請者', agent: '代行業者', both: '申請者かつ代行業者' },
  { applicant: 'Applicant', agent: 'Agent', both: 'Applicant and agent' },
);
export const legalFormWords = catalogue<Record<LegalForm, string>>(
  { corporation: '法人', sole_trader: '個人事業主' },
  { corporation: 'Corporation', sole_trader: 'Sole trader' },
);
export const memberClassWords = catalogue<Record<MemberClass, string>>(
  { member: '会員', non_member: '非会員' },
  { member: 'Member', non_member: 'Non-member' },
);

type Said = { state: string; text: string };

/** The standing in a word and in a sentence; days as they are shown. */
export function standingSaid(
  lang: 'ja' | 'en',
  standing: Standing,
  of: { validFrom: string; validUntil: string; suspendedUntil: string; daysLeft: number; days: string },
): Said {
  const w = registrationWords[lang];
  const said: Record<Standing, Said> = {
    good: { state: w.good, text: of.daysLeft === 0 ? w.lastDay(of.validUntil) : w.goodText(of.validUntil, of.days) },
    not_yet: { state: w.notYet, text: w.notYetText(of.validFrom) },
    expired: { state: w.expired, text: w.expiredText(of.validUntil) },
    suspended: { state: w.suspended, text: w.suspendedText(of.suspendedUntil) },
    ended: { state: w.ended, text: w.endedText },
    struck_off: { state: w.struckOff, text: w.struckOffText },
  };
  return said[standing];
}
