// The signature certificate on the pages that show every kind.

import { findCountry } from '../../applications/countries.ts';
import type { Place } from '../../applications/finding.ts';
import {
  type DocumentLanguage,
  documentLanguages,
  partsFor,
  type SignatureContent,
  type SignatureDocument,
  type SignatureGoods,
  signatureDocuments,
} from '../../applications/forms/signature/content.ts';
import { signatureForm, type signaturePlaces } from '../../applications/forms/signature/form.ts';
import { boxText, topBoxes } from '../../applications/forms/signature/sheet-boxes.ts';
import { isDay } from '../../lib/day.ts';
import { signatureLabel } from '../firm/signature-form/signature-labels.ts';
import { formatCount, formatDay } from '../ui/dates.ts';
import type { SummaryItem } from '../ui/summary-list.tsx';
import { Table } from '../ui/table.tsx';
import { catalogue, type Lang } from '../ui/words.ts';
import type { DraftStep, Found, KindPages } from './kind-pages.ts';

type PlaceHere = (typeof signaturePlaces)[number];

const placeWords = catalogue<Record<PlaceHere, string>>(
  {
    request: '証明依頼書',
    '1': '第1欄 宣誓者',
    '2': '第2欄 宛先',
    '3': '第3欄 書類の番号',
    '4': '第4欄 宣誓の内容',
    goods: '品名の表',
    '5': '第5欄 宣誓者のサイン',
    invoice: '添付書類',
  },
  {
    request: 'Request sheet',
    '1': 'Box 1, Declarant',
    '2': 'Box 2, Addressee',
    '3': 'Box 3, Reference',
    '4': 'Box 4, Declaration',
    goods: 'Products',
    '5': 'Box 5, Signature of the declarant',
    invoice: 'Attachments',
  },
);

const documentWords = catalogue<Record<SignatureDocument, string>>(
  {
    health: '衛生証明書',
    'free-sale': '自由販売証明書',
    translation: '翻訳に関する申請者宣誓書',
    other: 'その他サイン証明',
  },
  {
    health: 'Health certificate',
    'free-sale': 'Certificate of free sale',
    translation: 'Declaration on a translation',
    other: 'Other document',
  },
);

const languageWords = catalogue<Record<DocumentLanguage, string>>(
  { en: '英語', fr: '仏語', es: '西語' },
  { en: 'English', fr: 'French', es: 'Spanish' },
);

const words = catalogue(
  {
    anyone: '関係各位',
    named: '宛先を指定',
    yes: 'はい',
    no: 'いいえ',
    none: '記載なし',
    lineOf: (row: string) => `品名 ${row}行目`,
  },
  {
    anyone: 'To whom it may concern',
    named: 'Named',
    yes: 'Yes',
    no: 'No',
    none: 'Nothing stated',
    lineOf: (row: string) => `Product, line ${row}`,
  },
);

const isHere = (place: Place): place is PlaceHere => Object.hasOwn(placeWords.ja, place);

/** A finding is mended where its field stands. */
function stepOf({ place, path }: Found): DraftStep {
  if (place === 'request') return 'request';
  if (place === 'invoice') return 'evidence';
  return place === 'goods' || path?.split('.')[0] === 'goods' ? 'goods' : 'boxes';
}

const blank = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/** What a new draft begins with (declarant, today) does not count; attachments are not in the content: undefined. */
const isBegun: Record<Exclude<DraftStep, 'review'>, (content: SignatureContent) => boolean | undefined> = {
  request: ({ request }) => request.document !== '',
  boxes: ({ statement, title, reference, addressee }) => !blank(statement, title, reference, addressee.name),
  goods: ({ goods }) => goods.length > 0,
  evidence: () => undefined,
};

/** A finding about a whole part has no field of its own; it is mended from the first of them on. */
const firstFields: readonly (readonly [whole: RegExp, first: string])[] = [
  [/^goods$/, 'goods.0.description'],
  [/^(goods\.\d+)$/, '$1.description'],
];

function fieldOf(path: string): string {
  const [whole, first] = firstFields.find(([pattern]) => pattern.test(path)) ?? [];
  return whole === undefined || first === undefined ? path : path.replace(whole, first);
}

/** What was typed may be no day at all; then it is shown as typed. */
const dayText = (lang: Lang, typed: string): string => (isDay(typed) ? formatDay(lang, typed) : typed);
const countryText = (lang: Lang, code: string): string => findCountry(code)?.[lang] ?? code;
const documentText = (lang: Lang, { request, title }: Pick<SignatureContent, 'request' | 'title'>): string => {
  if (request.document === '') return '';
  const name = documentWords[lang][request.document];
  return request.document === 'other' && title.trim() !== '' ? `${name}: ${title.trim()}` : name;
};

function summary(lang: Lang, content: SignatureContent): { before: SummaryItem[]; after: SummaryItem[] } {
  const label = (path: string): string => signatureLabel(lang, path);
  return {
    before: [
      { key: label('request.document'), value: documentText(lang, content) },
      { key: label('addressee.name'), value: signatureForm.keysOf(content).consignee, valueLang: 'en' },
      { key: label('language'), value: languageWords[lang][content.language] },
    ],
    after: [{ key: label('declaration.date'), value: dayText(lang, content.declaration.date) }],
  };
}

function deskFacts(lang: Lang, content: SignatureContent): SummaryItem[] {
  const destination = countryText(lang, content.request.destination);
  return [
    { key: signatureLabel(lang, 'request.document'), value: documentText(lang, content) },
    { key: signatureLabel(lang, 'request.destination'), value: destination || words[lang].none },
  ];
}

/** Texts of box 4 that the chosen document prints, each by its field. */
function declaredTexts(content: SignatureContent): (readonly [path: string, text: string])[] {
  const parts = partsFor(content);
  const { maker, plant, translation, title, statement } = content;
  const together = (...lines: readonly string[]): string => lines.filter((line) => !blank(line)).join('\n');
  return [
    ...(parts.title ? [['title', title] as const] : []),
    ['statement', statement],
    ...(parts.maker ? [['maker.name', together(maker.name, maker.address, maker.country)] as const] : []),
    ...(parts.plant ? [['plant.name', together(plant.name, plant.address)] as const] : []),
    ...(parts.translation
      ? (['original', 'issuer', 'date', 'from', 'text'] as const).map(
          (field) => [`translation.${field}`, translation[field]] as const,
        )
      : []),
  ];
}

const productFields = ['description', 'lot', 'quantity', 'unit'] as const;

/** @param props.from how many lines stand before the first of these */
function ProductTable(props: { lang: Lang; id: string; from: number; lines: readonly SignatureGoods[] }) {
  const { lang, from } = props;
  const rows = props.lines.map((line, index) => ({ ...line, row: from + index + 1 }));
  // A column in which no line says anything only takes room.
  const used = productFields.filter((field) => rows.some((line) => !blank(line[field])));
  return (
    <Table
      {...{ lang, id: props.id, caption: placeWords[lang].goods, dense: true, phone: 'scroll', rows }}
      columns={[
        { key: 'row', head: '#', kind: 'number', namesRow: true, cell: ({ row }) => formatCount(row) },
        ...used.map((field) => ({
          key: field,
          head: signatureLabel(lang, `goods.0.${field}`),
          kind: field === 'quantity' ? ('number' as const) : ('text' as const),
          cell: (line: SignatureGoods) => (
            <span lang="en" class="desk-text">
              {line[field]}
            </span>
          ),
        })),
      ]}
    />
  );
}

function changedValue(lang: Lang, path: string, value: string): string {
  const w = words[lang];
  if (path === 'request.destination') return countryText(lang, value);
  if (path.startsWith('request.') && (value === 'true' || value === 'false')) return value === 'true' ? w.yes : w.no;
  const document = path === 'request.document' ? signatureDocuments.find((one) => one === value) : undefined;
  if (document) return documentWords[lang][document];
  const language = path === 'language' ? documentLanguages.find((one) => one === value) : undefined;
  if (language) return languageWords[lang][language];
  if (path === 'addressee.form' && (value === 'anyone' || value === 'named')) return w[value];
  return value;
}

export const signaturePages: KindPages<SignatureContent> = {
  steps: ['request', 'boxes', 'goods', 'evidence', 'review'],
  stepOf,
  isBegun: (step, content) => isBegun[step](content),
  firstEmpty(content) {
    if (content.request.document === '') return 'request';
    if (blank(content.statement)) return 'boxes';
    const needsGoods = partsFor(content).goods && content.request.document !== 'other';
    return needsGoods && content.goods.length === 0 ? 'goods' : undefined;
  },
  fieldOf,
  placeName: (lang, place) => (isHere(place) ? placeWords[lang][place] : place),
  summary,
  deskFacts,
  deskText(lang, { content, exporter }) {
    const item = (key: string, text: string): SummaryItem => ({
      ...{ key, value: text.trim() || words[lang].none, valueLang: blank(text) ? undefined : 'en' },
    });
    const top = topBoxes.map((box) => item(placeWords[lang][box], boxText(box, content).join('\n')));
    return [
      ...top.slice(0, 1),
      item(signatureLabel(lang, 'declarant.name'), `${exporter.nameEn}\n${exporter.addressEn}`),
      ...top.slice(1),
      ...declaredTexts(content).map(([path, text]) => item(signatureLabel(lang, path), text)),
      item(placeWords[lang]['5'], boxText('5', content).join('\n')),
    ];
  },
  goodsTable: (of) => <ProductTable {...of} />,
  changedLabel: (lang, { path, row }) =>
    row !== undefined && /^goods\.\d+$/.test(path) ? words[lang].lineOf(formatCount(row)) : signatureLabel(lang, path),
  changedValue,
};
