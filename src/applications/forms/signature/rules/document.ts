// Box 4: what is declared, and in which words.
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { partsFor, type SignatureContent } from '../content.ts';
import {
  chamberVouches,
  freelySold,
  originLabels,
  originTitles,
  publicTitles,
  publicWords,
  signedForAnother,
  signedTwice,
  titlesOfOwnForm,
} from './phrases.ts';
import { osakaSign, ownChoice, rule, saitamaSign, tokyoSign } from './rule.ts';

const refused = tokyoSign('証明できない書類');

const isFree = ({ request }: SignatureContent): boolean => request.document === 'other';
const firstOf = (patterns: readonly RegExp[], text: string): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[0].replace(/\s+/g, ' ').trim() ?? [])[0];

/** The firm's own words; the text of a translation is another's. */
function* ownTexts(content: SignatureContent): Generator<{ path: string; text: string }> {
  if (isFree(content)) yield { path: 'title', text: content.title };
  yield { path: 'statement', text: content.statement };
}

/** A hit for each text in which one of the words stands. */
function wherever(
  content: SignatureContent,
  patterns: readonly RegExp[],
  words: (found: string) => { ja: string; en: string },
): Hit[] {
  return [...ownTexts(content)].flatMap(({ path, text }) => {
    const found = firstOf(patterns, text);
    return found === undefined ? [] : [{ path, ...words(found) }];
  });
}

export const titleGiven = rule({
  name: 'title-given',
  box: '4',
  level: 'block',
  fixed: true,
  source: ownChoice('その他サイン証明の標題'),
  find: (content) =>
    hitIf(
      isFree(content) && isBlank(content.title),
      'title',
      '書類の標題を入れてください(例: POWER OF ATTORNEY)。',
      'Give the title of the document, such as POWER OF ATTORNEY.',
    ),
});

export const documentByItsOwnForm = rule({
  name: 'document-by-its-own-form',
  box: '4',
  level: 'warn',
  source: saitamaSign,
  find: (content) =>
    hitIf(
      isFree(content) && firstOf(titlesOfOwnForm, content.title) !== undefined,
      'title',
      '衛生証明書・自由販売証明書・翻訳の宣誓書には専用の様式があります。証明依頼書で選び直してください。',
      'A health certificate, a certificate of free sale and a declaration on a translation have forms of their own. Choose it on the request sheet.',
    ),
});

export const statementGiven = rule({
  name: 'statement-given',
  box: '4',
  level: 'block',
  fixed: true,
  source: ownChoice('宣誓の文'),
  find: ({ statement }) =>
    hitIf(isBlank(statement), 'statement', '宣誓する内容の文を入れてください。', 'Write what is declared.'),
});

export const titleNotOrigin = rule({
  name: 'title-not-origin',
  box: '4',
  level: 'block',
  source: refused,
  find: (content) =>
    hitIf(
      isFree(content) && firstOf(originTitles, content.title) !== undefined,
      'title',
      '商工会議所の原産地証明書と紛らわしい標題は使えません。原産地の証明は「原産地証明書」で申請してください。',
      "The title is that of the chamber's certificate of origin. Apply for a certificate of origin, or give another title.",
    ),
});

export const notLikeOrigin = rule({
  name: 'not-like-origin',
  box: '4',
  level: 'block',
  source: refused,
  find: ({ statement }) =>
    hitIf(
      originLabels.filter((label) => label.test(statement)).length >= 3,
      'statement',
      '商工会議所の原産地証明書の欄と同じ項目が並んでいるため、紛らわしい様式です。原産地証明書で申請するか、文章に改めてください。',
      "The text asks what the boxes of the chamber's certificate of origin ask, and looks like it. Apply for that, or write sentences.",
    ),
});

export const titleNotPublic = rule({
  name: 'title-not-public',
  box: '4',
  level: 'block',
  fixed: true,
  source: refused,
  find: (content) => {
    const found = isFree(content) ? firstOf(publicTitles, content.title) : undefined;
    return hitIf(
      found !== undefined,
      'title',
      `「${found}」は公的機関が発行する書類です。サイン証明は私文書だけが対象です。翻訳は「翻訳に関する申請者宣誓書」を選んでください。`,
      `"${found}" is issued by a public office. Signatures are verified on private documents only; for a translation choose the declaration on a translation.`,
    );
  },
});

export const publicDocumentQuestioned = rule({
  name: 'public-document-questioned',
  box: '4',
  level: 'warn',
  source: refused,
  find: (content) =>
    wherever(content, publicWords, (found) => ({
      ja: `「${found}」とあります。公文書や公証・認証済みの書類は対象外です。私文書であることを確かめてください。`,
      en: `It says "${found}". Public documents and those already notarized are not accepted. Make sure that this is a private one.`,
    })),
});

export const chamberDoesNotVouch = rule({
  name: 'chamber-does-not-vouch',
  box: '4',
  level: 'warn',
  source: refused,
  find: (content) =>
    wherever(content, chamberVouches, (found) => ({
      ja: `「${found}」は、商工会議所が内容を保証するように読めます。会議所が確かめるのはサインだけです。書き改めてください。`,
      en: `"${found}" reads as if the chamber stood behind the contents. It verifies the signature only. Put it another way.`,
    })),
});

export const freelySoldStated = rule({
  name: 'freely-sold-stated',
  box: '4',
  level: 'warn',
  source: ownChoice('自由販売証明書の文'),
  find: ({ request, statement }) =>
    hitIf(
      request.document === 'free-sale' && !isBlank(statement) && firstOf(freelySold, statement) === undefined,
      'statement',
      '自由販売証明書ですが、自由に販売されている旨の文が見当たりません。確かめてください。',
      'This is a certificate of free sale, but it does not seem to say that the products are freely sold. Please look again.',
    ),
});

export const signedInBox5Only = rule({
  name: 'signed-in-box-5-only',
  box: '4',
  level: 'warn',
  source: tokyoSign('サインは1か所'),
  find: ({ statement }) =>
    hitIf(
      firstOf(signedTwice, statement) !== undefined,
      'statement',
      'サインの欄が本文にもあります。サインは第5欄に1つだけ入ります。本文の欄を消してください。',
      'The text has a place for a signature. There is one signature only, in box 5: take the other place out.',
    ),
});

export const noForSignature = rule({
  name: 'no-for-signature',
  box: '4',
  level: 'warn',
  source: osakaSign('For サイン不可'),
  find: ({ statement }) =>
    hitIf(
      signedForAnother.test(statement),
      'statement',
      '代理のサイン(For サイン、on behalf of)はできません。サインする人が自らの名で宣誓する文にしてください。',
      'Nobody signs for another (for and on behalf of). Let who signs declare in the own name.',
    ),
});

/** Letters and digits only: `CO., LTD.` is `CO LTD`. */
const nameKey = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const declaresForItself = rule({
  name: 'declares-for-itself',
  box: '4',
  level: 'warn',
  source: tokyoSign('申請者名義の書類'),
  find: ({ statement }, { registered }) => {
    const named = /^[^\w\n]{0,8}We,\s+(.{3,120}?),?\s+(?:hereby|declare|certify|confirm|undertake|do\s)/im.exec(
      statement,
    )?.[1];
    const isOther =
      named !== undefined && !/^the undersigned/i.test(named) && !nameKey(named).startsWith(nameKey(registered.name));
    return hitIf(
      isOther,
      'statement',
      `本文では「${named}」が宣誓していますが、申請者は ${registered.name} です。名義をそろえてください。`,
      `In the text "${named}" declares, but the applicant is ${registered.name}. Let the same firm declare.`,
    );
  },
});

export const goodsGiven = rule({
  name: 'goods-given',
  box: 'goods',
  level: 'block',
  source: ownChoice('品名の表'),
  find: (content) =>
    hitIf(
      partsFor(content).goods && !isFree(content) && content.request.document !== '' && content.goods.length === 0,
      'goods',
      '対象となる品名を1行以上入れてください。',
      'List at least one product.',
    ),
});
