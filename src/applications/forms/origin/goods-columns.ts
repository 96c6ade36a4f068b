// The columns of a goods file: our headings in Japanese and English, and what else people call them. Pure.
import { goodsTableForm, type GoodsColumn as TableColumn } from '../goods-table.ts';
import type { GoodsLine } from './content.ts';

export type GoodsField = keyof GoodsLine;
export type GoodsColumn = TableColumn<GoodsField>;

/** As the content allows. Both stand here again so that a page can read a paste without the whole schema (500 KB). */
export const maxTableLines = 5000;

/** In the order of the template, which is the order of boxes 7 and 8. */
export const goodsColumns: readonly GoodsColumn[] = [
  {
    field: 'marks',
    ja: '荷印・荷番号',
    en: 'Marks and numbers',
    aliases: [
      '荷印',
      '荷番号',
      'ケースマーク',
      'marks',
      'marks & nos',
      'marks & numbers',
      'marks numbers',
      'case mark',
      'case marks',
      'shipping marks',
    ],
    required: false,
    maxLength: 2000,
  },
  {
    field: 'packages',
    ja: '梱包数',
    en: 'Number of packages',
    aliases: [
      '梱包個数',
      '箱数',
      'packages',
      'no of packages',
      'number of package',
      'package number',
      'pkgs',
      'no of pkgs',
      'package quantity',
    ],
    required: false,
    maxLength: 20,
  },
  {
    field: 'packageKind',
    ja: '梱包種類',
    en: 'Kind of packages',
    aliases: [
      '梱包の種類',
      '荷姿',
      '梱包形態',
      '梱包単位',
      'kind of package',
      'package kind',
      'type of packages',
      'package type',
      'packing',
      'package unit',
    ],
    required: false,
    maxLength: 60,
  },
  {
    field: 'description',
    ja: '商品名',
    en: 'Description of goods',
    aliases: [
      '品名',
      '産品名',
      '産品',
      '商品',
      '品目',
      'description',
      'descriptions',
      'goods',
      'goods description',
      'item',
      'item name',
      'product',
      'product name',
      'commodity',
    ],
    required: true,
    maxLength: 2000,
  },
  {
    field: 'hsCode',
    ja: 'HSコード',
    en: 'HS code',
    aliases: ['hs', 'hs番号', 'hs6', 'hs no', 'hs number', 'hscode', 'hsコード(6桁)', 'tariff code', '統計品目番号'],
    required: false,
    maxLength: 20,
  },
  {
    field: 'origin',
    ja: '原産国',
    en: 'Country of origin',
    aliases: ['原産地', '原産国名', 'origin', 'made in'],
    required: false,
    maxLength: 100,
  },
  {
    field: 'quantity',
    ja: '数量',
    en: 'Quantity',
    aliases: ['数', 'qty', "q'ty", 'quantities'],
    required: true,
    maxLength: 40,
  },
  {
    field: 'unit',
    ja: '数量単位',
    en: 'Unit of quantity',
    aliases: ['単位', 'unit', 'units', 'uom', 'quantity unit', 'unit of measure', 'qty unit'],
    required: true,
    maxLength: 40,
  },
];

export const originGoodsTable = goodsTableForm(goodsColumns, maxTableLines);
export const findGoodsColumn = originGoodsTable.findColumn;
