// Goods of a certificate of origin from a table and into one. Pure, so that the page of the goods grid reads a paste as the
// server reads a file.
import * as table from '../goods-table.ts';
import type { GoodsLine } from './content.ts';
import { type GoodsField, goodsColumns, originGoodsTable } from './goods-columns.ts';

export type GoodsFromTable = table.GoodsFromTable<GoodsField>;

export const goodsFromTable = (rows: readonly (readonly string[])[]): GoodsFromTable =>
  table.goodsFromTable(rows, originGoodsTable);

/** The rows of an empty file to fill in. */
export const goodsTemplate = (lang: 'ja' | 'en'): string[][] => table.goodsTemplate(goodsColumns, lang);

/** Goods as rows under the template's heading; goodsFromTable reads them back as they were. */
export const goodsToTable = (goods: readonly GoodsLine[], lang: 'ja' | 'en'): string[][] =>
  table.goodsToTable(goodsColumns, goods, lang);
