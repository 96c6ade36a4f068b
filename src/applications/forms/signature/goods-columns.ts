// The columns of a file of products: our headings in Japanese and English, and what else people call them. Pure.
import { type GoodsColumn, goodsTableForm } from '../goods-table.ts';
import type { SignatureGoods } from './content.ts';

/** As the content allows (a test compares the two). */
const maxLines = 1000;

export const signatureColumns: readonly GoodsColumn<keyof SignatureGoods>[] = [
  {
    field: 'description',
    ja: '品名',
    en: 'Products',
    aliases: [
      '商品名',
      '製品名',
      '品目',
      'product',
      'product name',
      'description',
      'description of goods',
      'goods',
      'item',
    ],
    required: true,
    maxLength: 2000,
  },
  {
    field: 'lot',
    ja: 'ロット番号',
    en: 'Lot No.',
    aliases: ['ロット', '製造番号', '製造ロット', 'lot', 'lot number', 'batch', 'batch no', 'batch number'],
    required: false,
    maxLength: 100,
  },
  {
    field: 'quantity',
    ja: '数量',
    en: 'Quantity',
    aliases: ['個数', 'qty', 'quantities'],
    required: false,
    maxLength: 40,
  },
  {
    field: 'unit',
    ja: '数量単位',
    en: 'Unit',
    aliases: ['単位', 'unit of quantity', 'uom', 'units'],
    required: false,
    maxLength: 40,
  },
];

export const signatureGoodsTable = goodsTableForm(signatureColumns, maxLines);
