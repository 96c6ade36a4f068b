// What a firm declares over its registered signature (サイン証明, 会議所様式), exactly as typed: every value is text, so a draft
// keeps whatever was typed, right or wrong. The rules (./rules) say what is wrong; only then may it be submitted. Which fields
// the system's own form has is not published beyond the four documents: the fields here are this system's choice.
import { z } from 'zod';

const line = (max: number) => z.string().max(max).default('');
const lines = line;

/** The four documents of the 証明依頼書 for a signature certificate. */
export const signatureDocuments = [
  'health', // 衛生証明書
  'free-sale', // 自由販売証明書
  'translation', // 翻訳に関する申請者宣誓書
  'other', // その他サイン証明
] as const;
export type SignatureDocument = (typeof signatureDocuments)[number];

/** What may be written in: English; French and Spanish at Osaka and Tokyo too. */
export const documentLanguages = ['en', 'fr', 'es'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

export const SignatureGoods = z.object({
  /** 品名, with brand or model; may hold line breaks. */
  description: lines(2000),
  /** ロット番号, or whatever the maker tells one production from another by. */
  lot: line(100),
  /** 数量 as typed: `1,200.5`; may stay empty. */
  quantity: line(40),
  unit: line(40),
});
export type SignatureGoods = z.infer<typeof SignatureGoods>;

export const maxSignatureGoods = 1000;

export const SignatureContent = z.object({
  /** 証明依頼書. What the counter must do by hand cannot be applied for here: these are asked, explained, and block. */
  request: z
    .object({
      document: z.enum(signatureDocuments).or(z.literal('')).default(''),
      /** 仕向国, ISO 3166-1 alpha-2; statistical, not printed; empty where the document goes nowhere in particular. */
      destination: line(2),
      inkSignature: z.boolean().default(false), // 肉筆署名
      perforation: z.boolean().default(false), // パーフォレーター
      tallySeal: z.boolean().default(false), // 割り印
    })
    .prefault({}),
  /** Box 1, from the registration. */
  declarant: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 2. `anyone` prints `To whom it may concern`. */
  addressee: z
    .object({
      form: z.enum(['anyone', 'named']).default('anyone'),
      name: line(200),
      address: lines(500),
      country: line(100),
    })
    .prefault({}),
  /** Box 3: a number by which the firm or the addressee knows the document; may stay empty. */
  reference: line(200),
  /** In which the document is written: its headings follow. */
  language: z.enum(documentLanguages).default('en'),
  /** Of the free form only; the other three have theirs. */
  title: line(100),
  /** What is declared, in paragraphs. */
  statement: lines(12_000),
  /** 製造者, of health and free sale. Country as printed. */
  maker: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** 製造所, of health. */
  plant: z.object({ name: line(200), address: lines(500) }).prefault({}),
  /** What was translated; its text stands below the declaration, so that nothing can be put behind it. */
  translation: z
    .object({
      /** What the original is: `Certificate of All Historical Matters`. */
      original: line(300),
      /** Who issued it; empty: nobody is named there. */
      issuer: line(200),
      /** YYYY-MM-DD; empty: it bears no date. */
      date: line(10),
      /** From which language: `Japanese`. */
      from: line(60),
      text: lines(40_000),
    })
    .prefault({}),
  goods: z.array(SignatureGoods).max(maxSignatureGoods).default([]),
  /** Box 5. Place as printed (`Osaka, Japan`), date YYYY-MM-DD; the signature is the signatory's who submits. */
  declaration: z.object({ place: line(100), date: line(10) }).prefault({}),
});
export type SignatureContent = z.infer<typeof SignatureContent>;

/** An empty draft. */
export const emptySignatureContent = (): SignatureContent => SignatureContent.parse({});

/** Which parts each document asks for; what it does not ask for is not printed. Statement and declaration are in all. */
const partsOf = {
  health: { title: false, maker: true, plant: true, translation: false, goods: true },
  'free-sale': { title: false, maker: true, plant: false, translation: false, goods: true },
  translation: { title: false, maker: false, plant: false, translation: true, goods: false },
  other: { title: true, maker: false, plant: false, translation: false, goods: true },
} as const satisfies Record<SignatureDocument, Record<'title' | 'maker' | 'plant' | 'translation' | 'goods', boolean>>;

/** The parts of the document that was chosen; before that those of the free form. */
export const partsFor = ({ request }: Pick<SignatureContent, 'request'>) =>
  partsOf[request.document === '' ? 'other' : request.document];
