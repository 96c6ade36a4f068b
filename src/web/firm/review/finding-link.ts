// Where a finding is mended: the step of the draft, the page of the goods, the field.
import type { Place } from '../../../applications/finding.ts';
import { paths } from '../../paths.ts';
import { fieldId } from '../../ui/field-frame.tsx';
import { catalogue } from '../../ui/words.ts';
import type { DraftStep } from '../draft/draft-frame.tsx';
import { goodsPageSize } from '../goods/goods-page.ts';

/** Boxes 7 and 8 are the lines of goods, except what is typed once for the whole shipment. */
export function stepOf(found: { place: Place; path?: string }): DraftStep {
  const head = found.path?.split('.')[0];
  if (found.place === 'request') return 'request';
  if (found.place === 'invoice') return 'evidence';
  if (head === 'goods') return 'goods';
  if (head !== undefined) return 'boxes';
  return ['7', '8', 'goods'].includes(found.place) ? 'goods' : 'boxes';
}

/** The address of a step of one application. */
export function stepHref(applicationId: string, step: DraftStep): string {
  const href = {
    ...{ request: paths.requestSheet, boxes: paths.boxes, goods: paths.goods },
    ...{ evidence: paths.evidence, review: paths.review },
  };
  return href[step](applicationId);
}

/** The address of the field itself: `/applications/…/goods?page=2#f-goods.60.quantity`. */
export function findingHref(applicationId: string, found: { place: Place; path: string }): string {
  const step = stepOf(found);
  const line = /^goods\.(\d+)/.exec(found.path)?.[1];
  const page = line === undefined ? 1 : Math.floor(Number(line) / goodsPageSize) + 1;
  const query = step === 'goods' && page > 1 ? `?page=${page}` : '';
  return `${stepHref(applicationId, step)}${query}#${fieldId(fieldOf(found.path))}`;
}

/** A finding about a whole box or a whole line has no field of its own; it is mended from the first of them on. */
const firstFields: readonly (readonly [whole: RegExp, first: string])[] = [
  [/^exporter$/, 'exporter.address'],
  [/^consignee$/, 'consignee.name'],
  [/^invoices$/, 'invoices.0.number'],
  [/^(invoices\.\d+)$/, '$1.number'],
  [/^originCountries$/, 'originCountries.0'],
  [/^transport$/, 'transport.form'],
  [/^remarks$/, 'remarks.0.title'],
  [/^(remarks\.\d+)$/, '$1.title'],
  [/^goods$/, 'goods.0.description'],
  [/^(goods\.\d+)$/, '$1.description'],
  [/^totals$/, 'totals.packages'],
  [/^(totals\.quantities\.\d+)$/, '$1.quantity'],
  [/^declaration$/, 'declaration.place'],
];

function fieldOf(path: string): string {
  const [whole, first] = firstFields.find(([pattern]) => pattern.test(path)) ?? [];
  return whole === undefined || first === undefined ? path : path.replace(whole, first);
}

/** Where a remark at a box is mended: the box itself where the step shows boxes. */
export function placeHref(applicationId: string, place: Place): string {
  const step = stepOf({ place });
  return `${stepHref(applicationId, step)}${step === 'boxes' ? `#box-${place}` : ''}`;
}

/** A box as the paper names it. */
export const placeWords = catalogue<Record<Place, string>>(
  {
    request: '証明依頼書',
    '1': '第1欄 輸出者',
    '2': '第2欄 荷受人',
    '3': '第3欄 インボイス番号・日付',
    '4': '第4欄 原産国',
    '5': '第5欄 輸送手段',
    '6': '第6欄 備考',
    '7': '第7欄 荷印・梱包・商品名',
    '8': '第8欄 数量',
    '9': '第9欄 輸出者の宣誓',
    goods: '商品',
    invoice: '添付書類',
  },
  {
    request: 'Request sheet',
    '1': 'Box 1, Exporter',
    '2': 'Box 2, Consignee',
    '3': 'Box 3, Invoice',
    '4': 'Box 4, Country of origin',
    '5': 'Box 5, Transport details',
    '6': 'Box 6, Remarks',
    '7': 'Box 7, Marks, packages, description',
    '8': 'Box 8, Quantity',
    '9': 'Box 9, Declaration',
    goods: 'Goods',
    invoice: 'Attachments',
  },
);
