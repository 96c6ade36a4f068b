// 貿易登録証: what the chamber hands to a firm that it has accepted. It names the administrator ID and never a password: that
// is set through a one-time link which goes out in a mail of its own.
import { dayText } from '../../lib/day-text.ts';
import { letterRun, linesOf, oneLine, pictureIn, pitchOf, shrunk, tagged } from '../../paper/letter.ts';
import type { Part } from '../../paper/letter-flow.ts';
import { a4, type PageModel } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { FirmKind } from '../content.ts';
import { firmKindNames, type Name } from '../procedures/paper-names.ts';
import { cardFrame, cardInks, cardLeft, cardNotes, cardRight, cardRows, cardTitle, cardTop } from './card.ts';
import type { LetterChamber } from './facts.ts';
import { documentTitle } from './letter-page.ts';

const name: Name = { ja: '貿易登録証', en: 'Registration certificate' };
export const registrationCertificateTitle = documentTitle(name);

export type RegistrationCertificateFacts = {
  chamber: LetterChamber;
  firm: { nameJa: string; nameEn: string; kind: FirmKind };
  /** 貿易登録番号 */
  number: string;
  /** Days in Japan, YYYY-MM-DD; the last day counts. */
  validFrom: string;
  validUntil: string;
  /** The day that the paper bears. */
  issuedOn: string;
  administratorId: string;
  /** A PNG of the chamber's seal, as on its certificates. */
  seal?: Uint8Array | undefined;
};

/** One page. Throws an Error for a seal that is no PNG. */
export function registrationCertificatePages(facts: RegistrationCertificateFacts): PageModel[] {
  const small = cardNotes(notes);
  const issued = issuer(facts, small.top - 8);
  const { parts } = cardRows(rowsOf(facts), { top: cardTop, bottom: issued.top - 6 });
  const says = {
    ja: '次の者を、貿易関係証明の発給申請を行う者として登録したことを証します。',
    en: 'This is to certify that the following is registered to apply for trade certificates.',
  };
  return [{ ...a4, parts: [cardFrame(), ...cardTitle(name, says), ...parts, ...issued.parts, ...small.parts] }];
}

const large: TextStyle = { size: 15, face: 'medium' };
const usual: TextStyle = { size: 11, face: 'regular' };
const second: TextStyle = { size: 9, face: 'regular' };

function rowsOf({ chamber, firm, number, validFrom, validUntil, administratorId }: RegistrationCertificateFacts) {
  const kind = firmKindNames[firm.kind];
  return [
    { name: { ja: '貿易登録番号', en: 'Registration number' }, values: [{ text: number, style: large }] },
    {
      name: { ja: '商号・氏名', en: 'Registered name' },
      values: [
        { text: firm.nameJa, style: { size: 13, face: 'medium' } as const },
        { text: firm.nameEn, style: usual },
      ],
    },
    {
      name: { ja: '登録の種類', en: 'Registered as' },
      values: [{ text: `${kind.ja} / ${kind.en}`, style: usual }],
    },
    {
      name: { ja: '有効期間', en: 'Valid' },
      values: [
        { text: `${dayText.ja(validFrom)} から ${dayText.ja(validUntil)} まで`, style: usual },
        {
          text: `From ${dayText.en(validFrom)} until ${dayText.en(validUntil)}, inclusive`,
          style: second,
          quiet: true,
        },
      ],
    },
    { name: { ja: '商工会議所コード', en: 'Chamber code' }, values: [{ text: chamber.code, style: large }] },
    { name: { ja: '管理者ID', en: 'Administrator ID' }, values: [{ text: administratorId, style: large }] },
  ];
}

const sealSide = 27; // as on certificates

/** The day, who issues, and the seal at the right, ending above `bottom`. */
function issuer(
  { chamber, issuedOn, seal }: RegistrationCertificateFacts,
  bottom: number,
): { parts: Part[]; top: number } {
  const width = cardRight - cardLeft - sealSide - 8;
  const reach = [chamber.telephone, chamber.mail].map(oneLine).filter(Boolean).join('   ');
  const words = [
    { text: dayText.ja(issuedOn), style: usual, ink: cardInks.text },
    { ...shrunk(oneLine(chamber.nameJa), width, { size: 14, face: 'medium' }, { sizes: [11, 9] }), ink: cardInks.text },
    { ...shrunk(oneLine(chamber.nameEn), width, { size: 10, face: 'regular' }, { sizes: [8.5] }), ink: cardInks.text },
    { text: reach, style: second, ink: cardInks.quiet },
  ].map(({ text, style, ink }) => ({ lines: linesOf(text, width, style), style, ink }));
  const height = words.reduce((sum, { lines, style }) => sum + 1.4 + lines.length * pitchOf(style), 0);
  const top = Math.min(196, bottom - Math.max(height, sealSide));
  let y = top;
  const parts = words.map(({ lines, style, ink }) => {
    y += 1.4;
    const runs = lines.map((one) => {
      y += pitchOf(style);
      return letterRun(one, cardLeft + 2, y, style, ink);
    });
    return tagged('P', ...runs);
  });
  if (seal === undefined) return { parts, top };
  const space = { x: cardRight - sealSide, y: top, width: sealSide, height: sealSide };
  return { parts: [...parts, pictureIn(seal, `Seal of ${chamber.nameEn}`, space)], top };
}

const notes: Name[] = [
  {
    ja: '管理者IDでは、登録の変更と更新、署名登録証の閲覧と印刷ができます。発給の申請はできません。',
    en: 'With the administrator ID the registration is changed and renewed, and signature registration certificates are viewed and printed. It cannot apply for certificates.',
  },
  {
    ja: 'パスワードは記載しません。連絡担当者への別のメールにある一回限りのリンクで設定してください。',
    en: 'No password is in this paper. The contact person sets it through a one-time link that comes in a separate mail.',
  },
];
