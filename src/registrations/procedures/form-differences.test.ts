import { expect, test } from 'vitest';
import { RegistrationContent } from '../content.ts';
import { demoContent, demoSignatory, keyOf } from '../letters/letter-fixture.ts';
import { formDifferences } from './form-differences.ts';

const registered = (): RegistrationContent =>
  demoContent({ signatories: [1, 2].map((n) => demoSignatory(n, { signatoryId: keyOf(100 + n) })) });

test('a copy of what is registered differs in nothing, whatever keys its rows have', () => {
  const before = registered();
  const copy = { ...before, signatories: before.signatories.map((row, n) => ({ ...row, key: keyOf(50 + n) })) };
  expect(formDifferences(before, copy)).toEqual({ fields: [], signatories: [] });
});

test('fields differ by their path, with both values; parts of the form are looked into', () => {
  const before = registered();
  const after = { ...before, nameEn: 'OTHER INC.', usedGoods: true, contact: { ...before.contact, telephone: '1' } };
  expect(formDifferences(before, after).fields).toEqual([
    { path: 'nameEn', before: before.nameEn, after: 'OTHER INC.' },
    { path: 'usedGoods', before: 'false', after: 'true' },
    { path: 'contact.telephone', before: before.contact.telephone, after: '1' },
  ]);
});

test('signatories come, leave and change', () => {
  const before = registered();
  const [one, two] = before.signatories;
  if (!one || !two) throw new Error('two signatories');
  const comes = RegistrationContent.parse({ signatories: [demoSignatory(3)] }).signatories;
  const after = { ...before, signatories: [{ ...one, titleEn: 'President' }, { ...two, leaves: true }, ...comes] };
  expect(formDifferences(before, after).signatories).toMatchObject([
    { what: 'changes', fields: [{ path: `signatories.${one.key}.titleEn`, before: one.titleEn, after: 'President' }] },
    { what: 'leaves', row: { nameEn: two.nameEn } },
    { what: 'comes' },
  ]);
});
