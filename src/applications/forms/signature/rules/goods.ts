// The table of products.
import { parseDecimal } from '../../decimal.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { mendText } from '../../texts.ts';
import { partsFor, type SignatureContent, type SignatureGoods } from '../content.ts';
import { ownChoice, rule } from './rule.ts';

const source = ownChoice('品名の表');

function eachLine(content: SignatureContent, find: (line: SignatureGoods, path: string) => Hit[]): Hit[] {
  if (!partsFor(content).goods) return [];
  return content.goods.flatMap((line, index) =>
    find(line, `goods.${index}`).map((hit) => ({ ...hit, row: index + 1 })),
  );
}

export const descriptionGiven = rule({
  name: 'description-given',
  box: 'goods',
  level: 'block',
  source,
  find: (content) =>
    eachLine(content, (line, path) =>
      hitIf(
        isBlank(line.description),
        `${path}.description`,
        '品名を入れてください。',
        'Give the name of the product.',
      ),
    ),
});

/** Without a lot nobody abroad can tell whether these are the products that were meant. */
export const lotGiven = rule({
  name: 'lot-given',
  box: 'goods',
  level: 'warn',
  source,
  find: (content) =>
    eachLine(content, (line, path) =>
      hitIf(
        content.request.document === 'health' && isBlank(line.lot),
        `${path}.lot`,
        'ロット番号がありません。製造の単位を特定できるか確かめてください。',
        'There is no lot number. Make sure that the production can be told.',
      ),
    ),
});

/** What is wrong with its characters is said by the rules about characters, once. */
const asTyped = (text: string): string => mendText({ text, kind: 'line' });

export const quantityNumber = rule({
  name: 'quantity-number',
  box: 'goods',
  level: 'block',
  source,
  find: (content) =>
    eachLine(content, ({ quantity, unit }, path) => [
      ...hitIf(
        !isBlank(quantity) && parseDecimal(asTyped(quantity)) === undefined,
        `${path}.quantity`,
        `数量「${quantity}」は数字だけで入れてください(例: 1,200.5)。単位は隣の欄に入れます。`,
        `Give the quantity "${quantity}" in digits only (1,200.5). The unit has its own field.`,
      ),
      ...hitIf(
        isBlank(quantity) !== isBlank(unit),
        isBlank(unit) ? `${path}.unit` : `${path}.quantity`,
        '数量と単位は、両方を入れるか両方を空にしてください。',
        'Give quantity and unit together, or neither.',
      ),
    ]),
});
