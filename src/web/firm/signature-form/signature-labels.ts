// What each place of a signature certificate's content is called on the page: as a field's label, in lists of changes.
import type { Lang } from '../../ui/words.ts';

/** By path; `#` stands for the number of a row. */
const labels: Readonly<Record<string, { ja: string; en: string }>> = {
  'request.document': { ja: '書類の種類', en: 'Document' },
  'request.destination': { ja: '仕向国', en: 'Country of destination' },
  'request.inkSignature': { ja: '肉筆署名', en: 'Signature by hand' },
  'request.perforation': { ja: 'パーフォレーター(穿孔)', en: 'Perforation' },
  'request.tallySeal': { ja: '割り印', en: 'Tally seal' },
  'declarant.name': { ja: '宣誓者名', en: 'Name of the declarant' },
  'declarant.address': { ja: '宣誓者の住所', en: 'Address of the declarant' },
  'declarant.country': { ja: '宣誓者の国名', en: 'Country of the declarant' },
  'addressee.form': { ja: '宛先の書き方', en: 'How the addressee is named' },
  'addressee.name': { ja: '宛先の名称', en: 'Name of the addressee' },
  'addressee.address': { ja: '宛先の住所', en: 'Address of the addressee' },
  'addressee.country': { ja: '宛先の国名', en: 'Country of the addressee' },
  reference: { ja: '書類の番号', en: 'Reference' },
  language: { ja: '記載の言語', en: 'Language' },
  title: { ja: '書類の標題', en: 'Title of the document' },
  statement: { ja: '宣誓の文', en: 'Statement' },
  'maker.name': { ja: '製造者名', en: 'Name of the manufacturer' },
  'maker.address': { ja: '製造者の住所', en: 'Address of the manufacturer' },
  'maker.country': { ja: '製造者の国名', en: 'Country of the manufacturer' },
  'plant.name': { ja: '製造所の名称', en: 'Place of manufacture' },
  'plant.address': { ja: '製造所の所在地', en: 'Address of the place of manufacture' },
  'translation.original': { ja: '元の書類の名称', en: 'Original document' },
  'translation.issuer': { ja: '元の書類の発行者', en: 'Issuer of the original' },
  'translation.date': { ja: '元の書類の日付', en: 'Date of the original' },
  'translation.from': { ja: '元の書類の言語', en: 'Language of the original' },
  'translation.text': { ja: '翻訳した文', en: 'Translated text' },
  goods: { ja: '品名の表', en: 'Products' },
  'goods.#': { ja: '品名の行', en: 'Product' },
  'goods.#.description': { ja: '品名', en: 'Product' },
  'goods.#.lot': { ja: 'ロット番号', en: 'Lot number' },
  'goods.#.quantity': { ja: '数量', en: 'Quantity' },
  'goods.#.unit': { ja: '数量単位', en: 'Unit' },
  'declaration.place': { ja: '宣誓の場所', en: 'Place of the declaration' },
  'declaration.date': { ja: '宣誓の日付', en: 'Date of the declaration' },
};

/** The path itself where it has no name: that would be a field that this page does not know. */
export function signatureLabel(lang: Lang, path: string): string {
  const key = path.replace(/\.\d+(?=\.|$)/g, '.#');
  return labels[key]?.[lang] ?? path;
}
