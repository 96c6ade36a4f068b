// What a procedure asks for (Osaka CCI, 登録に必要な書類): each row of the table is a case at the desk.
import { describe, expect, test } from 'vitest';
import type { RegistrationContent } from '../content.ts';
import { demoContent, demoSignatory, keyOf } from '../letters/letter-fixture.ts';
import { type NeededPaper, type PapersContext, papersNeeded } from './papers.ts';
import { type ProcedureKind, procedureKinds } from './procedure.ts';

const signatories = (count: number, more: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, n) => demoSignatory(n + 1, more));
const kindsOf = (papers: readonly NeededPaper[]): string => papers.map(({ kind }) => kind).join(' ');
const needed = (
  content: RegistrationContent,
  procedure: ProcedureKind = 'new',
  context: Partial<PapersContext> = {},
): string => kindsOf(papersNeeded(content, procedure, { newSignatureKeys: [], ...context }));

const one = demoContent({ signatories: signatories(1) });
const change = (more: Record<string, unknown>): RegistrationContent =>
  demoContent({ signatories: signatories(1), ...more });

const own = 'oath_applicant business_details signature_sheet';
const corporation = 'register_extract seal_certificate';
const person = 'residence_record personal_seal_certificate proof_of_business';

describe('新規登録', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['a corporation', {}, `${own} ${corporation}`],
    ['a sole trader', { legalForm: 'sole_trader' }, `${own} ${person}`],
    [
      '申請者かつ代行業者 swears twice',
      { kind: 'both' },
      `oath_applicant oath_agent business_details signature_sheet ${corporation}`,
    ],
    ['代行業者 has no 署名届', { kind: 'agent' }, `oath_agent business_details ${corporation}`],
    [
      'サイン登録なし has no 署名届',
      { signatories: signatories(1, { withoutSignature: true }) },
      `oath_applicant business_details ${corporation}`,
    ],
    ['a foreign representative or signatory', { foreignNational: true }, `${own} ${corporation} residence_card`],
    ['used goods', { usedGoods: true }, `${own} ${corporation} antique_licence`],
    [
      'used goods are not the business of 代行業者',
      { kind: 'agent', usedGoods: true },
      `oath_agent business_details ${corporation}`,
    ],
    ['outside the district', { outOfDistrict: true }, `${own} reasons_out_of_district ${corporation}`],
    ['nothing chosen yet', { kind: '', legalForm: '' }, 'business_details signature_sheet'],
  ])('%s', (_, more, expected) => {
    expect(needed(demoContent({ signatories: signatories(1), ...more }))).toBe(expected);
  });

  test('理由書 from the 16th signatory on; who leaves does not count', () => {
    expect(needed(demoContent({ signatories: signatories(15) }))).not.toContain('reasons');
    expect(needed(demoContent({ signatories: signatories(16) }))).toContain('reasons_many_signatories');
    const leaving = [...signatories(15), demoSignatory(16, { leaves: true })];
    expect(needed(demoContent({ signatories: leaving }))).not.toContain('reasons');
  });

  test('a 署名届 names its signatory; there is one for each', () => {
    const papers = papersNeeded(demoContent({ signatories: signatories(3) }), 'new', { newSignatureKeys: [] });
    const sheets = papers.filter(({ kind }) => kind === 'signature_sheet');
    expect(sheets).toEqual([1, 2, 3].map((n) => ({ kind: 'signature_sheet', signatoryKey: keyOf(n), copies: 1 })));
  });

  test('what a public office certifies of the person or firm is three months old at most, nothing else', () => {
    const both = (['corporation', 'sole_trader'] as const).flatMap((legalForm) =>
      papersNeeded(demoContent({ legalForm, foreignNational: true, usedGoods: true }), 'new', { newSignatureKeys: [] }),
    );
    const limited = both.filter(({ maxAgeMonths }) => maxAgeMonths === 3);
    expect(kindsOf(limited)).toBe(`${corporation} residence_record personal_seal_certificate`);
  });
});

test('登録更新 asks for what 新規登録 does', () => {
  const content = demoContent({ kind: 'both', foreignNational: true, usedGoods: true, outOfDistrict: true });
  expect(needed(content, 'renewal', { registered: content })).toBe(needed(content, 'new'));
});

test('登録切替: 誓約書, 業態内容届 and 署名届 only, whatever else is true of the firm', () => {
  const content = demoContent({
    ...{ kind: 'both', foreignNational: true, usedGoods: true, outOfDistrict: true, signatories: signatories(16) },
  });
  expect(new Set(needed(content, 'switch').split(' '))).toEqual(
    new Set(['oath_applicant', 'oath_agent', 'business_details', 'signature_sheet']),
  );
});

describe('登録変更 asks for what proves the change', () => {
  test.each<[string, Record<string, unknown>, readonly string[], string]>([
    ['telephone', { telephone: '06-9' }, [], 'business_details'],
    ['address', { addressJa: '京都市' }, [], `business_details ${corporation}`],
    ['name', { nameJa: '株式会社新社名' }, [], `oath_applicant business_details ${corporation}`],
    ['representative', { representativeNameJa: '新代表' }, [], `oath_applicant business_details ${corporation}`],
    ['a part more', { kind: 'both' }, [], 'oath_agent business_details'],
    ['a part less', { kind: 'agent' }, [], 'oath_agent business_details'],
    ['a new signatory', { signatories: signatories(2) }, [keyOf(2)], 'business_details signature_sheet'],
    ['a signature made again', {}, [keyOf(1)], 'business_details signature_sheet'],
    ['becomes a corporation', { corporateNumber: '1' }, [], `business_details ${corporation}`],
    ['used goods from now on', { usedGoods: true }, [], 'business_details antique_licence'],
    [
      'moves out of the district',
      { outOfDistrict: true, addressJa: '京都市' },
      [],
      `business_details reasons_out_of_district ${corporation}`,
    ],
    [
      'a foreign signatory joins',
      { foreignNational: true, signatories: signatories(2) },
      [keyOf(2)],
      'business_details signature_sheet residence_card',
    ],
    [
      'the 16th signatory',
      { signatories: signatories(16) },
      [keyOf(16)],
      'business_details signature_sheet reasons_many_signatories',
    ],
  ])('%s', (_, more, newSignatureKeys, expected) => {
    expect(needed(change(more), 'change', { newSignatureKeys, registered: one })).toBe(expected);
  });

  test('what was there before is not asked again', () => {
    const before = change({
      foreignNational: true,
      usedGoods: true,
      outOfDistrict: true,
      signatories: signatories(16),
    });
    expect(needed({ ...before, telephone: '06-9' }, 'change', { registered: before })).toBe('business_details');
    const replaced = { ...before, signatories: before.signatories.map((each, n) => ({ ...each, leaves: n === 0 })) };
    expect(needed(replaced, 'change', { registered: before })).toBe('business_details');
  });

  test('a sole trader who moves proves no business again', () => {
    const before = change({ legalForm: 'sole_trader' });
    expect(needed({ ...before, addressJa: '京都市' }, 'change', { registered: before })).toBe(
      'business_details residence_record personal_seal_certificate',
    );
  });

  test('with no register to compare, all is asked but signatures', () => {
    expect(needed(one, 'change')).toBe(`oath_applicant business_details ${corporation}`);
  });
});

test('each paper stands once in the list, but for 署名届', () => {
  for (const procedure of procedureKinds) {
    const papers = papersNeeded(demoContent({ kind: 'both', foreignNational: true }), procedure, {
      newSignatureKeys: [],
    });
    const kinds = papers.map(({ kind }) => kind).filter((kind) => kind !== 'signature_sheet');
    expect(new Set(kinds).size).toBe(kinds.length);
  }
});
