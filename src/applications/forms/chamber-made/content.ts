// What a firm asks for where the text is the chamber's (会員証明, 日本法人証明), and what the chamber then writes. Every value is
// text, exactly as typed; the rules (./rules, ./made-rules) say what is wrong with either part.
import { z } from 'zod';

const line = (max: number) => z.string().max(max).default('');
const lines = line;

/** 使用目的. */
export const purposes = [
  'bank', // 銀行取引
  'contract', // 契約・取引先の求め
  'tender', // 入札
  'visa', // 査証・在留
  'authority', // 官公庁への提出
  'other', // その他
] as const;

/** Tokyo CCI writes membership certificates in English, French or Spanish. */
export const madeLanguages = ['en', 'fr', 'es'] as const;
export type MadeLanguage = (typeof madeLanguages)[number];

/** What the chamber writes from its own register or from what was presented to it; the firm never does. */
export const Made = z.object({
  /** In paragraphs. */
  text: lines(6000),
  /** What is certified, one by one: `Member No.` and its value. */
  facts: z
    .array(z.object({ name: line(60), value: lines(500) }))
    .max(12)
    .default([]),
  /** 履歴事項全部証明書: the day of its issue, YYYY-MM-DD; empty where none is asked for. Not printed. */
  extractDate: line(10),
  /** That who wrote this has looked it up: no unpaid fee (会員証明), or the extract itself (日本法人証明). Not printed. */
  lookedUp: z.boolean().default(false),
});
export type Made = z.infer<typeof Made>;

export const ChamberMadeContent = z.object({
  /** 発給申請書. What the counter must do by hand cannot be applied for here: these are asked, explained, and block. */
  request: z
    .object({
      purpose: z.enum(purposes).or(z.literal('')).default(''),
      /** Of `other`, in Japanese or English; told to the chamber, not printed. */
      purposeText: line(200),
      /** 提出先の国, ISO 3166-1 alpha-2; statistical, not printed; may stay empty. */
      destination: line(2),
      /** What the chamber should know or consider; not printed. */
      note: lines(1000),
      inkSignature: z.boolean().default(false), // 肉筆署名
      perforation: z.boolean().default(false), // パーフォレーター
      tallySeal: z.boolean().default(false), // 割り印
    })
    .prefault({}),
  /** Box 1, from the registration. */
  company: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 2. `anyone` prints `To whom it may concern`. */
  addressee: z
    .object({
      form: z.enum(['anyone', 'named']).default('anyone'),
      name: line(200),
      address: lines(500),
      country: line(100),
    })
    .prefault({}),
  language: z.enum(madeLanguages).default('en'),
  /** Missing until the chamber has written it; no part of what a firm can send. */
  made: Made.optional(),
  /** None: kept because every kind is asked for its lines. */
  goods: z.array(z.record(z.string(), z.never())).max(0).default([]),
});
export type ChamberMadeContent = z.infer<typeof ChamberMadeContent>;

/** An empty draft. */
export const emptyChamberMade = (): ChamberMadeContent => ChamberMadeContent.parse({});

/** A firm's content with the chamber's part put in: what is then certified. */
export const withMade = (content: ChamberMadeContent, made: Made): ChamberMadeContent => ({ ...content, made });
