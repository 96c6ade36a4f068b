// Every text that is printed, with its path: for rules and mends that look at characters wherever they stand. What the chosen
// document does not ask for is not printed, and so not looked at.
import { type MapTexts, mapFields } from '../../texts.ts';
import { partsFor, type SignatureContent } from '../content.ts';

const party = { name: 'line', address: 'lines', country: 'line' } as const;
const plant = { name: 'line', address: 'lines' } as const;
const translation = { original: 'line', issuer: 'line', from: 'line', text: 'lines' } as const;
const goodsLine = { description: 'lines', lot: 'line', quantity: 'line', unit: 'line' } as const;

export const mapTexts: MapTexts<SignatureContent> = (content, change) => {
  const { addressee, title } = content;
  const parts = partsFor(content);
  const inBox4 = (path: string) => ({ path, place: '4' }) as const;
  return {
    ...content,
    declarant: mapFields(content.declarant, party, { path: 'declarant', place: '1' }, change),
    addressee:
      addressee.form === 'named' ? mapFields(addressee, party, { path: 'addressee', place: '2' }, change) : addressee,
    reference: change({ path: 'reference', place: '3', text: content.reference, kind: 'line' }),
    title: parts.title ? change({ ...inBox4('title'), text: title, kind: 'line' }) : title,
    statement: change({ ...inBox4('statement'), text: content.statement, kind: 'lines' }),
    maker: parts.maker ? mapFields(content.maker, party, inBox4('maker'), change) : content.maker,
    plant: parts.plant ? mapFields(content.plant, plant, inBox4('plant'), change) : content.plant,
    translation: parts.translation
      ? mapFields(content.translation, translation, inBox4('translation'), change)
      : content.translation,
    goods: content.goods.map((line, index) =>
      parts.goods
        ? mapFields(line, goodsLine, { path: `goods.${index}`, place: 'goods', row: index + 1 }, change)
        : line,
    ),
    declaration: mapFields(content.declaration, { place: 'line' }, { path: 'declaration', place: '5' }, change),
  };
};
