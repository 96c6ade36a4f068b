import { expect, test } from 'vitest';
import { glyphsMissing } from '../../../../paper/text.ts';
import { allowedCharacters, meantBy } from '../../../../registrations/character-set.ts';
import { charactersAllowed, charactersMendable } from './characters.ts';
import { baseContent, baseFacts, firstLine } from './fixtures/base.ts';
import { mendCharacters } from './mend-characters.ts';

test('one click mends every box, shows before and after, and leaves the given content alone', () => {
  const content = baseContent();
  content.consignee.name = 'Ｇｕｌｆ – Trading’s';
  content.transport.vessel = 'ONE\u00A0COSMOS';
  firstLine(content, { description: 'BOLT “M6” … 5 ㎜\u200B', quantity: '１，２００', unit: 'PCS\n' });
  const { content: mended, changes } = mendCharacters(content);
  expect(changes).toEqual([
    { path: 'consignee.name', before: 'Ｇｕｌｆ – Trading’s', after: "Gulf - Trading's" },
    { path: 'transport.vessel', before: 'ONE\u00A0COSMOS', after: 'ONE COSMOS' },
    { path: 'goods.0.description', before: 'BOLT “M6” … 5 ㎜\u200B', after: 'BOLT "M6" ... 5 mm' },
    { path: 'goods.0.quantity', before: '１，２００', after: '1,200' },
    { path: 'goods.0.unit', before: 'PCS\n', after: 'PCS ' },
  ]);
  expect(mended.goods[0]?.quantity).toBe('1,200');
  expect(content.consignee.name).toBe('Ｇｕｌｆ – Trading’s');
  expect(charactersMendable.find(mended, baseFacts())).toEqual([]);
  expect(mendCharacters(mended).changes).toEqual([]);
});

test('what nobody can guess stays and is an error: no ① to 1, no ㈱ to (株)', () => {
  const content = baseContent();
  firstLine(content, { description: 'BOLT ①㈱' });
  expect(mendCharacters(content).changes).toEqual([]);
  const [finding] = charactersAllowed.find(content, baseFacts());
  expect(finding?.ja).toContain('「①」(U+2460、6文字目)「㈱」(U+3231、7文字目)');
});

test('marks keep their script; only what nobody sees is taken out', () => {
  const content = { ...baseContent(), marks: '荷印 ’Ａ’ ①\u202E\u200B\r\nNo.\t1' };
  expect(mendCharacters(content).content.marks).toBe('荷印 ’Ａ’ ①\nNo. 1');
});

test('a mend gives only characters that are allowed, and never touches an allowed one', () => {
  for (let code = 0x20; code <= 0xffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCharCode(code);
    for (const part of meantBy(character) ?? '') expect(allowedCharacters.has(part), character).toBe(true);
  }
  for (const character of allowedCharacters) {
    expect(character.normalize('NFC')).toBe(character);
    expect(meantBy(character), character).toBeUndefined();
  }
});

test('the fonts that we ship draw every allowed character', () => {
  expect(glyphsMissing([...allowedCharacters].join(''))).toEqual([]);
});
