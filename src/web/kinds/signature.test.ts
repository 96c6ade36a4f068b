import { describe, expect, test } from 'vitest';
import { signatureDocuments } from '../../applications/forms/signature/content.ts';
import { signatureForm } from '../../applications/forms/signature/form.ts';
import { baseContent, baseFacts } from '../../applications/forms/signature/rules/fixtures/base.ts';
import { signatureFixtures } from '../../applications/forms/signature/rules/fixtures/fixtures.ts';
import { signatureRules } from '../../applications/forms/signature/rules/rules.ts';
import { SignatureContent, SignatureParts } from '../api/signature-schema.ts';
import { signatureLabel } from '../firm/signature-form/signature-labels.ts';
import { langs } from '../ui/words.ts';
import { signaturePages } from './signature.tsx';

/** Everything that the rules can find in the fixtures. */
const findings = signatureRules.flatMap((rule) =>
  (signatureFixtures[rule.name] ?? []).flatMap(({ change, document }) => {
    const content = baseContent(document);
    const facts = baseFacts();
    change(content, facts);
    return rule.find(content, facts);
  }),
);

test('whatever a rule finds has a step at which it is mended, a field with a label, and a place with a name', () => {
  expect(findings.length).toBeGreaterThan(50);
  for (const finding of findings) {
    expect(signaturePages.steps, finding.path).toContain(signaturePages.stepOf(finding));
    const field = signaturePages.fieldOf(finding.path);
    for (const lang of langs) {
      expect(signatureLabel(lang, field), field).not.toBe(field);
      expect(signaturePages.placeName(lang, finding.place)).not.toBe(finding.place);
    }
  }
});

test('every place of the form has a name', () => {
  for (const place of signatureForm.places) expect(signaturePages.placeName('ja', place)).not.toBe(place);
});

describe('a draft', () => {
  test('an empty one begins with the choice of the document', () => {
    const empty = signatureForm.Content.parse({});
    expect(signaturePages.firstEmpty(empty)).toBe('request');
    expect(signaturePages.isBegun('request', empty)).toBe(false);
    expect(signaturePages.isBegun('evidence', empty)).toBeUndefined();
  });

  test.each(signatureDocuments)('a complete one has no empty step: %s', (document) => {
    expect(signaturePages.firstEmpty(baseContent(document))).toBeUndefined();
    expect(signaturePages.isBegun('boxes', baseContent(document))).toBe(true);
  });

  test('a health certificate without products goes on there, a free document does not need any', () => {
    expect(signaturePages.firstEmpty({ ...baseContent('health'), goods: [] })).toBe('goods');
    expect(signaturePages.firstEmpty({ ...baseContent('other'), goods: [] })).toBeUndefined();
  });
});

test('what changed is told in words, not in the names of the code', () => {
  const changed = (path: string, value: string) => signaturePages.changedValue('ja', path, value);
  expect(changed('request.document', 'free-sale')).toBe('自由販売証明書');
  expect(changed('request.destination', 'AE')).not.toBe('AE');
  expect(changed('request.inkSignature', 'true')).toBe('はい');
  expect(changed('language', 'fr')).toBe('仏語');
  expect(changed('addressee.form', 'anyone')).toBe('関係各位');
  expect(changed('statement', 'fr')).toBe('fr');
  expect(signaturePages.changedLabel('ja', { path: 'goods.3', row: 4 })).toBe('品名 4行目');
  expect(signaturePages.changedLabel('en', { path: 'goods.3.lot', row: 4 })).toBe('Lot number');
});

describe('the API', () => {
  test.each(signatureDocuments)('answers a complete content: %s', (document) => {
    const content = baseContent(document);
    expect(SignatureContent.parse(content)).toEqual(content);
  });

  test('takes some of the parts and leaves the others alone; refuses none, and what it does not know', () => {
    const sent = { statement: 'We declare.', language: 'fr' };
    expect(SignatureParts.parse(sent)).toEqual(sent);
    expect(SignatureParts.safeParse({}).success).toBe(false);
    expect(SignatureParts.safeParse({ statment: 'a slip' }).success).toBe(false);
    expect(SignatureParts.safeParse({ maker: { name: 'A', adress: 'a slip' } }).success).toBe(false);
  });
});
