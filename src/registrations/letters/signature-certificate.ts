// 署名登録証: what the administrator prints for each signatory. It names the user ID and never a password.
import { dayText } from '../../lib/day-text.ts';
import { letterRun, oneLine, pictureIn, tagged } from '../../paper/letter.ts';
import type { Part } from '../../paper/letter-flow.ts';
import { a4, type PageModel, rectangle } from '../../paper/page.ts';
import type { TextStyle } from '../../paper/text.ts';
import type { Name } from '../procedures/paper-names.ts';
import {
  type CardRow,
  cardFrame,
  cardInks,
  cardLeft,
  cardNotes,
  cardRows,
  cardTitle,
  cardTop,
  valueWidth,
  valueX,
} from './card.ts';
import type { LetterChamber } from './facts.ts';
import { documentTitle } from './letter-page.ts';

const name: Name = { ja: '署名登録証', en: 'Signature registration certificate' };
export const signatureCertificateTitle = documentTitle(name);

export type CertifiedSignatory = {
  nameJa: string;
  nameEn: string;
  titleJa: string;
  titleEn: string;
  userId: string;
  /** The registered signature, a PNG; undefined: サイン登録なし. */
  signature?: Uint8Array | undefined;
};

export type SignatureCertificateFacts = {
  chamber: LetterChamber;
  firm: { nameJa: string; nameEn: string };
  /** 貿易登録番号 */
  number: string;
  /** The last day of the registration, YYYY-MM-DD in Japan. */
  validUntil: string;
  /** The day that the paper bears. */
  issuedOn: string;
};

/** One page for each signatory. Throws an Error for a signature that is no PNG. */
export const signatureCertificatePages = (
  facts: SignatureCertificateFacts,
  signatories: readonly CertifiedSignatory[],
): PageModel[] => signatories.map((signatory) => page(facts, signatory));

function page(facts: SignatureCertificateFacts, signatory: CertifiedSignatory): PageModel {
  const small = cardNotes(signatory.signature === undefined ? notesWithout : notes);
  const { parts, end } = cardRows(rowsOf(facts, signatory), { top: cardTop, bottom: small.top - signatureHeight - 12 });
  const says = {
    ja: '次の者が、署名者として登録されていることを示します。',
    en: 'The following is registered as a signatory.',
  };
  return {
    ...a4,
    parts: [cardFrame(), ...cardTitle(name, says), ...parts, ...signatureOf(signatory, end), ...small.parts],
  };
}

const large: TextStyle = { size: 15, face: 'medium' };
const usual: TextStyle = { size: 11, face: 'regular' };
const second: TextStyle = { size: 9, face: 'regular' };

function rowsOf(
  { chamber, firm, number, validUntil, issuedOn }: SignatureCertificateFacts,
  one: CertifiedSignatory,
): CardRow[] {
  const said = (text: string, style: TextStyle, quiet = false) =>
    oneLine(text) === '' ? [] : [{ text, style, quiet }];
  return [
    {
      name: { ja: '商工会議所コード', en: 'Chamber code' },
      values: [...said(chamber.code, large), ...said(chamber.nameJa, second, true)],
    },
    { name: { ja: 'ユーザーID', en: 'User ID' }, values: said(one.userId, large) },
    {
      name: { ja: '署名者', en: 'Signatory' },
      values: [...said(one.nameEn, { size: 13, face: 'medium' }), ...said(one.nameJa, usual)],
    },
    { name: { ja: '役職', en: 'Title' }, values: [...said(one.titleEn, usual), ...said(one.titleJa, usual)] },
    { name: { ja: '商号・氏名', en: 'Firm' }, values: [...said(firm.nameEn, usual), ...said(firm.nameJa, usual)] },
    { name: { ja: '貿易登録番号', en: 'Registration number' }, values: said(number, usual) },
    {
      name: { ja: '有効期限', en: 'Valid until' },
      values: [
        ...said(`${dayText.ja(validUntil)} / ${dayText.en(validUntil)}`, usual),
        ...said(`${dayText.ja(issuedOn)} 現在 / as of ${dayText.en(issuedOn)}`, second, true),
      ],
    },
  ].filter(({ values }) => values.length > 0);
}

const signatureHeight = 30;

/** As it prints in box 9, at most as large as the frame in which it was signed. */
function signatureOf({ nameEn, signature }: CertifiedSignatory, tableEnd: number): Part[] {
  const top = tableEnd + 4;
  const label = tagged(
    'P',
    letterRun('登録された署名', cardLeft + 2, top + 6, { size: 9.5, face: 'medium' }, cardInks.form),
    letterRun('Registered signature', cardLeft + 2, top + 9.8, { size: 7.5, face: 'regular' }, cardInks.quiet),
  );
  if (signature === undefined) {
    const words = tagged(
      'P',
      letterRun('サイン登録なし', valueX, top + 6.5, { size: 13, face: 'medium' }),
      letterRun('Registered without a signature', valueX, top + 11, second, cardInks.quiet),
    );
    return [label, words];
  }
  const space = { x: valueX + 3, y: top + 3, width: valueWidth - 6, height: signatureHeight - 6 };
  const framed = rectangle(valueX, top, valueWidth, signatureHeight, { stroke: { ink: cardInks.rule, width: 0.2 } });
  return [label, { role: 'Artifact', inside: [framed] }, pictureIn(signature, `Signature of ${nameEn}`, space)];
}

const passwordNote: Name = {
  ja: 'パスワードは記載しません。署名者への別のメールにある一回限りのリンクで設定してください。',
  en: 'No password is in this paper. The signatory sets it through a one-time link that comes in a separate mail.',
};
const subIdNote: Name = {
  ja: 'ユーザーIDはご本人だけがお使いください。担当者や代行業者には、サブIDを作ってお渡しください。',
  en: 'The user ID is for the signatory alone. Staff and agents get sub IDs that the signatory makes with it.',
};
const notes: Name[] = [
  {
    ja: 'ユーザーIDでは、発給の申請、手数料の支払い、印刷ができます。証明書には上の署名が印刷されます。',
    en: 'With the user ID one applies for certificates, pays and prints. The signature above is printed on them.',
  },
  subIdNote,
  passwordNote,
];
const notesWithout: Name[] = [
  {
    ja: 'サイン登録のない署名者のユーザーIDでは、申請の準備はできますが、申請はできません。',
    en: 'A user ID without a registered signature can prepare an application but not submit it.',
  },
  { ja: 'ユーザーIDはご本人だけがお使いください。', en: 'The user ID is for the signatory alone.' },
  passwordNote,
];
