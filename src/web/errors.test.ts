import { expect, test } from 'vitest';
import { refusalCodes } from '../lib/refusal.ts';
import { errorPage, errorStatus } from './errors.tsx';
import { page } from './ui/layout.tsx';
import { langs } from './ui/words.ts';

const codes = [...refusalCodes, 'internal'] as const;
const frame = { path: '/firm/cases?page=2', section: 'firm', requestId: 'REQUEST-1' } as const;

test('each kind of error has a status of its own; what lacks a proof or a factor is not allowed as yet', () => {
  const statuses = codes.map((code) => errorStatus[code]);
  const asYet = ['proof_needed', 'factor_needed'] as const;
  for (const code of asYet) expect(errorStatus[code]).toBe(errorStatus.not_allowed);
  expect(new Set(statuses).size).toBe(codes.length - asYet.length);
  expect(statuses.every((status) => status >= 400)).toBe(true);
});

test.each(langs.flatMap((lang) => codes.map((code) => ({ lang, code }))))(
  'the page for $code in $lang tells the request and a way on, and not the code',
  ({ lang, code }) => {
    const html = page(errorPage({ ...frame, lang, code }));
    expect(html).toContain('REQUEST-1');
    expect(html).toMatch(/<a class="button /);
    expect(html).not.toContain(code.includes('_') ? code : '[object');
  },
);

test('whoever must sign in comes back to the page asked for', () => {
  const html = page(errorPage({ ...frame, lang: 'ja', code: 'not_signed_in' }));
  expect(html).toContain('href="/sign-in?back=%2Ffirm%2Fcases%3Fpage%3D2"');
});

test('what to mend and how long to wait are said in the language of the page', () => {
  const problems = [{ field: 'consignee.country', ja: '荷受人の国名を入れてください', en: 'Enter the country' }];
  expect(page(errorPage({ ...frame, lang: 'en', code: 'invalid', problems }))).toContain('<li>Enter the country</li>');
  expect(page(errorPage({ ...frame, lang: 'ja', code: 'too_many', retryAfterSeconds: 200 }))).toContain(
    'あと4分お待ちください。',
  );
});
