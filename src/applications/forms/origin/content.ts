// What a firm declares on a certificate of origin (原産地証明書), box by box, exactly as typed: every value is text, so a
// draft keeps whatever was typed, right or wrong. The rules (./rules) say what is wrong; only then may it be submitted.
import { z } from 'zod';
import { specialContent } from './special-content.ts';
import { Trade } from './trade.ts';

const line = (max: number) => z.string().max(max).default('');
const lines = line;

/** 主な品目: statistical, not printed. domain: the ten classes of the 証明依頼書. */
export const goodsClasses = [
  'general-machinery', // 一般機械
  'electrical-equipment', // 電気機器
  'transport-equipment', // 輸送用機械
  'precision-instruments', // 精密機器
  'metals', // 金属・金属製品
  'chemicals', // 化学製品
  'textiles', // 紡績・繊維製品
  'foodstuffs', // 食料品
  'sundries', // 雑貨
  'others', // その他
] as const;

/** How the goods travel: the forms a–u that box 5 may take (Tokyo CCI guide, box 5). */
export const transportForms = [
  'a', // From <port> to <port, country> via <port> by <vessel> on or about <date>
  'b', // From … to … by <vessel>
  'c', // From … to … by vessel|air on or about <date>
  'd', // From … to … by vessel|air
  'e', // By vessel
  'f', // By sea
  'g', // Sea freight
  'h', // vessel and voyage number
  'i', // By air
  'j', // Air cargo
  'k', // Air freight
  'l', // flight number
  'm', // Air Mail
  'n', // EMS
  'o', // Surface
  'p', // Sea Mail
  'q', // courier by name
  'r', // Hand Carry
  's', // Sea and air, from … to … via …
  't', // Sea and Train
  'u', // Air and Truck
] as const;
export type TransportForm = (typeof transportForms)[number];

export const GoodsLine = z.object({
  /** 荷印・荷番号 of this line; may hold line breaks. Empty: the marks of the whole shipment, or of a line above, apply. */
  marks: lines(2000),
  /** 梱包数, a whole number as typed: `10`, `1,200`. */
  packages: line(20),
  /** 梱包種類: `CARTONS`, `WOODEN CASES`. */
  packageKind: line(60),
  /** 商品名; may hold line breaks. */
  description: lines(2000),
  /** HS6, not printed. */
  hsCode: line(20),
  /** Country of origin of this line, as printed; empty: the one of box 4. */
  origin: line(100),
  /** 数量 as typed: `1,200.5`. */
  quantity: line(40),
  /** 数量単位: `PCS`, `KGS`. */
  unit: line(40),
});
export type GoodsLine = z.infer<typeof GoodsLine>;

export const maxGoodsLines = 5000;

export const OriginContent = z.object({
  /** 証明依頼書. What the counter must do by hand cannot be applied for here: these are asked, explained, and block. */
  request: z
    .object({
      goodsClass: z.enum(goodsClasses).or(z.literal('')).default(''),
      /** 仕向国, ISO 3166-1 alpha-2; statistical, not printed. */
      destination: line(2),
      inkSignature: z.boolean().default(false), // 肉筆署名
      perforation: z.boolean().default(false), // パーフォレーター
      tallySeal: z.boolean().default(false), // 割り印
      /** 外国産 only. */
      trade: Trade.optional(),
    })
    .prefault({}),
  /** Box 1. Name and country come from the registration; the address too, unless the invoice shows another registered one. */
  exporter: z.object({ name: line(200), address: lines(500), country: line(100) }).prefault({}),
  /** Box 2. `to-order` prints `To order`; `to-order-of` prints `To order of <name>`. Country as printed. */
  consignee: z
    .object({
      form: z.enum(['named', 'to-order', 'to-order-of']).default('named'),
      name: line(200),
      address: lines(500),
      country: line(100),
    })
    .prefault({}),
  /** Box 3. An invoice without a number has `NIL`. Date: YYYY-MM-DD. */
  invoices: z
    .array(z.object({ number: line(100), date: line(10) }))
    .max(50)
    .default([]),
  /** Box 4: country names as printed. */
  originCountries: z.array(line(100)).max(50).default([]),
  /** Box 5: which fields are asked depends on the form. Date: YYYY-MM-DD. */
  transport: z
    .object({
      form: z.enum(transportForms).or(z.literal('')).default(''),
      from: line(100), // port or airport of loading (積出地), in Japan
      to: line(100), // port of discharge (荷揚地)
      toCountry: line(100), // its country, as printed
      via: line(100), // only for transhipment
      by: z.enum(['vessel', 'air']).or(z.literal('')).default(''), // forms c and d
      vessel: line(100), // forms a, b, h
      voyage: line(60), // form h
      flight: line(60), // form l
      courier: line(60), // form q
      date: line(10), // on or about
      /** `city, country` of a consignee inland or in another country than the port. */
      finalDestination: line(200),
    })
    .prefault({}),
  /** Box 6: each remark has a title (`L/C Number:`) and its text. */
  remarks: z
    .array(z.object({ title: line(100), text: lines(500) }))
    .max(20)
    .default([]),
  /** Box 7, the shipment's marks; may hold line breaks. `N/M` where there are none. */
  marks: lines(4000),
  goods: z.array(GoodsLine).max(maxGoodsLines).default([]),
  /** Totals as the invoice states them; compared with the sums of the lines. Empty: the sums are printed. */
  totals: z
    .object({
      packages: line(20),
      quantities: z
        .array(z.object({ quantity: line(40), unit: line(40) }))
        .max(20)
        .default([]),
    })
    .prefault({}),
  /** Box 9. Place as printed (`Osaka, Japan`), date YYYY-MM-DD; the signature is the signatory's who submits. */
  declaration: z.object({ place: line(100), date: line(10) }).prefault({}),
  ...specialContent,
});
export type OriginContent = z.infer<typeof OriginContent>;

/** An empty draft. */
export const emptyOriginContent = (): OriginContent => OriginContent.parse({});
