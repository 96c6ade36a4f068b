// The columns of a goods file for an invoice: those of a certificate of origin, and what things cost and weigh. Pure.
import { type GoodsColumn, goodsTableForm } from '../goods-table.ts';
import { goodsColumns as originColumns } from '../origin/goods-columns.ts';
import type { InvoiceLine } from './content.ts';

type Field = keyof InvoiceLine;

/** As the content allows. Both stand here again so that a page can read a paste without the whole schema (500 KB). */
export const maxTableLines = 2000;

const ownColumns: readonly GoodsColumn<Field>[] = [
  {
    field: 'unitPrice',
    ja: '単価',
    en: 'Unit price',
    aliases: ['価格', 'price', 'u/price', 'unit cost', 'price per unit'],
    required: false,
    maxLength: 30,
  },
  {
    field: 'amount',
    ja: '金額',
    en: 'Amount',
    aliases: ['価額', '合計金額', 'line total', 'total amount', 'total price', 'extended price', 'value'],
    required: false,
    maxLength: 30,
  },
  {
    field: 'netWeight',
    ja: '正味重量',
    en: 'Net weight',
    aliases: ['ネット重量', '純重量', 'net', 'n.w.', 'n/w', 'nw', 'net weight (kgs)', 'net wt'],
    required: false,
    maxLength: 30,
  },
  {
    field: 'grossWeight',
    ja: '総重量',
    en: 'Gross weight',
    aliases: ['グロス重量', 'gross', 'g.w.', 'g/w', 'gw', 'gross weight (kgs)', 'gross wt'],
    required: false,
    maxLength: 30,
  },
  {
    field: 'measurement',
    ja: '容積',
    en: 'Measurement',
    aliases: ['才数', '体積', 'm3', 'cbm', 'volume', 'measurement (m3)', 'meas'],
    required: false,
    maxLength: 30,
  },
];

/** Only the description is in every document; what else one asks for, its own rules say. */
export const invoiceColumns: readonly GoodsColumn<Field>[] = [
  ...originColumns.map((column) => ({ ...column, required: column.field === 'description' })),
  ...ownColumns,
];

export const invoiceGoodsTable = goodsTableForm(invoiceColumns, maxTableLines);
