import { expect, test } from 'vitest';
import { ErrorSummary } from './error-summary.tsx';
import { fieldId, problemFor } from './field-frame.tsx';
import { NumberField, TextArea, TextField } from './text-field.tsx';

const problems = [
  { field: 'consignee.country', ja: '荷受人の国名を入れてください', en: 'Enter the country of the consignee' },
  { field: 'consignee.country', ja: '国名は英語で入れてください', en: 'Write the country in English' },
];

test('a field shows its first problem in the language of the page, and none of another field', () => {
  expect(problemFor(problems, 'en', 'consignee.country')).toBe('Enter the country of the consignee');
  expect(problemFor(problems, 'ja', 'consignee')).toBeUndefined();
});

test('the list at the top links to the control with the problem, and is not there without one', () => {
  const summary = String(<ErrorSummary lang="ja" problems={problems} />);
  expect(summary).toContain(`href="#${fieldId('consignee.country')}"`);
  expect(summary).toContain('2か所を直してください');
  const field = String(<TextField lang="ja" name="consignee.country" label="国名" error={problems[0]?.ja} />);
  expect(field).toContain(`id="${fieldId('consignee.country')}"`);
  expect(String(<ErrorSummary lang="ja" problems={[]} />)).toBe('');
});

test('a problem of the whole form is told without a link to nowhere', () => {
  const problem = { field: '', ja: 'IDまたはパスワードが違います', en: 'The ID or the password is wrong' };
  const html = String(<ErrorSummary lang="ja" problems={[problem]} />);
  expect(html).toContain('<li>IDまたはパスワードが違います</li>');
});

test('a text that begins with an empty line comes back with it', () => {
  expect(String(<TextArea lang="ja" name="marks" label="荷印" value={'\nABC'} />)).toContain('>\n\nABC</textarea>');
  expect(String(<TextArea lang="ja" name="marks" label="荷印" value="ABC" />)).toContain('>ABC</textarea>');
});

test('a unit behind a box belongs to it', () => {
  const html = String(<NumberField lang="ja" name="copies" label="部数" unit="部" />);
  expect(html).toContain('aria-describedby="f-copies-unit"');
  expect(html).toContain('id="f-copies-unit"');
  expect(html).toContain('inputmode="numeric"');
});

test('need is said in words: once to the eye, once to a screen reader', () => {
  const required = String(<TextField lang="ja" name="a" label="国名" required />);
  expect(required).toContain('aria-required="true"');
  expect(required).toMatch(/aria-hidden="true"[^>]*>必須</);
  const optional = String(<TextField lang="ja" name="a" label="国名" required={false} />);
  expect(optional).toContain('aria-describedby="f-a-need"');
  expect(optional).toMatch(/id="f-a-need"[^>]*>任意</);
  const unsaid = String(<TextField lang="ja" name="a" label="国名" />);
  expect(unsaid).not.toMatch(/必須|任意/);
});
