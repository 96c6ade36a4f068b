// What each place of the content is called on the page: as a field's label, in lists of changes, in messages.
import type { Lang } from '../../ui/words.ts';

/** By path; `#` stands for the number of a row. */
const labels: Readonly<Record<string, { ja: string; en: string }>> = {
  'exporter.name': { ja: '輸出者名', en: 'Name of the exporter' },
  'exporter.address': { ja: '輸出者の住所', en: 'Address of the exporter' },
  'exporter.country': { ja: '輸出者の国名', en: 'Country of the exporter' },
  'consignee.form': { ja: '荷受人の書き方', en: 'How the consignee is named' },
  'consignee.name': { ja: '荷受人名', en: 'Name of the consignee' },
  'consignee.address': { ja: '荷受人の住所', en: 'Address of the consignee' },
  'consignee.country': { ja: '荷受人の国名', en: 'Country of the consignee' },
  invoices: { ja: 'インボイス', en: 'Invoices' },
  'invoices.#.number': { ja: 'インボイス番号', en: 'Invoice number' },
  'invoices.#.date': { ja: 'インボイスの日付', en: 'Invoice date' },
  originCountries: { ja: '原産国', en: 'Countries of origin' },
  'originCountries.#': { ja: '原産国', en: 'Country of origin' },
  transport: { ja: '輸送手段', en: 'Transport details' },
  'transport.form': { ja: '輸送手段の書き方', en: 'How the transport is described' },
  'transport.from': { ja: '積出地', en: 'Port of loading' },
  'transport.to': { ja: '荷揚地', en: 'Port of discharge' },
  'transport.toCountry': { ja: '荷揚地の国名', en: 'Country of discharge' },
  'transport.via': { ja: '経由地', en: 'Port of transhipment' },
  'transport.by': { ja: '船・航空機の別', en: 'Vessel or air' },
  'transport.vessel': { ja: '船名', en: 'Vessel' },
  'transport.voyage': { ja: '航海番号', en: 'Voyage number' },
  'transport.flight': { ja: '便名', en: 'Flight number' },
  'transport.courier': { ja: '国際宅配便の会社名', en: 'Courier' },
  'transport.date': { ja: '出港(予定)日', en: 'Date of departure' },
  'transport.finalDestination': { ja: '最終仕向地', en: 'Final destination' },
  remarks: { ja: '備考', en: 'Remarks' },
  'remarks.#.title': { ja: '備考の見出し', en: 'Title of the remark' },
  'remarks.#.text': { ja: '備考の内容', en: 'Text of the remark' },
  marks: { ja: '荷印・荷番号', en: 'Shipping marks and numbers' },
  'totals.packages': { ja: '梱包数の合計', en: 'Total number of packages' },
  'totals.quantities': { ja: '数量の合計', en: 'Total quantities' },
  'totals.quantities.#.quantity': { ja: '数量の合計', en: 'Total quantity' },
  'totals.quantities.#.unit': { ja: '数量単位', en: 'Unit of quantity' },
  'declaration.place': { ja: '宣誓の場所', en: 'Place of the declaration' },
  'declaration.date': { ja: '宣誓の日付', en: 'Date of the declaration' },
  'goods.#.marks': { ja: '商品の荷印', en: 'Goods, marks' },
  'goods.#.packages': { ja: '商品の梱包数', en: 'Goods, number of packages' },
  'goods.#.packageKind': { ja: '商品の梱包種類', en: 'Goods, kind of packages' },
  'goods.#.description': { ja: '商品名', en: 'Goods, description' },
  'goods.#.hsCode': { ja: '商品のHSコード', en: 'Goods, HS code' },
  'goods.#.origin': { ja: '商品の原産国', en: 'Goods, origin' },
  'goods.#.quantity': { ja: '商品の数量', en: 'Goods, quantity' },
  'goods.#.unit': { ja: '商品の数量単位', en: 'Goods, unit' },
};

/** `invoices.1.number` -> `インボイス番号 2`: rows count from 1, as a person counts. A path that has no name stays itself. */
export function labelOf(lang: Lang, path: string): string {
  const row = /\.(\d+)(?=\.|$)/.exec(path)?.[1];
  const label = labels[path.replace(/\.\d+(?=\.|$)/, '.#')]?.[lang] ?? path;
  return row === undefined ? label : `${label} ${Number(row) + 1}`;
}
