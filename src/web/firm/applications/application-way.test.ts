import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../applications/evidence-store.ts';
import { emptyOriginContent, type OriginContent } from '../../../applications/forms/origin/content.ts';
import type { Maker } from '../../../applications/makers-store.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import { historyLines, reasonOf, remarksByPlace, stepToGoOn } from './application-way.ts';

const empty = emptyOriginContent();
const asked: OriginContent = { ...empty, request: { ...empty.request, goodsClass: 'metals' } };
const addressed: OriginContent = { ...asked, consignee: { ...empty.consignee, name: 'A' } };
const toOrder: OriginContent = { ...asked, consignee: { ...empty.consignee, form: 'to-order' } };
const line = {
  marks: '',
  packages: '',
  packageKind: '',
  description: 'X',
  hsCode: '',
  origin: '',
  quantity: '',
  unit: '',
};
const full: OriginContent = { ...addressed, goods: [line] };

const view = (content: OriginContent, more: Partial<Pick<FirmView, 'evidence' | 'remarks'>> = {}, status = 'draft') =>
  ({ application: { kind: 'origin', status, content }, evidence: [], remarks: [], ...more }) as unknown as FirmView;
const remark = (place: string, words: string) => ({ place, words }) as unknown as FirmView['remarks'][number];

describe('where to go on', () => {
  test.each([
    ['request', empty],
    ['boxes', asked],
    ['goods', addressed],
    ['goods', toOrder], // `To order` has no name
    ['evidence', full],
  ])('%s is the first step with nothing in it', (step, content) => {
    expect(stepToGoOn(view(content))).toBe(step);
  });

  test('with everything begun it is the review', () => {
    expect(stepToGoOn(view(full, { evidence: [{} as Evidence] }))).toBe('review');
  });

  test('one that was sent back goes on at the first box with a remark', () => {
    const remarks = [remark('8', 'x'), remark('invoice', 'y')];
    expect(stepToGoOn(view(full, { remarks }, 'returned'))).toBe('goods');
  });
});

test('remarks at one place stand together, places in the order of the paper', () => {
  const remarks = [remark('8', 'a'), remark('2', 'b'), remark('8', 'c')];
  expect(remarksByPlace(view(emptyOriginContent(), { remarks }))).toEqual([
    { place: '2', words: ['b'] },
    { place: '8', words: ['a', 'c'] },
  ]);
});

const event = (action: string, by: Event['by'], more: Partial<Event> = {}): Event => ({
  ...{ at: new Date(0), action, from: null, to: null, by, detail: {}, ...more },
});

const maker = (loginId: string, role: Maker['role'], nameJa: string): Maker => ({
  ...{ accountId: loginId, loginId, role, nameJa, nameEn: loginId },
});
const doers = new Map([
  ['me', maker('U0001', 'user', '見本 花子')],
  ['sub', maker('U0001-01', 'sub', '見本 次郎')],
  ['k', maker('U0001-01', 'sub', '見本 次郎')],
  ['chamber key', maker('S0001', 'staff', '審査 太郎')],
  ['staff', maker('S0001', 'staff', '審査 太郎')],
]);

test('the history names the firm’s IDs, of the chamber nobody, and keeps the chamber’s own affairs to the chamber', () => {
  const me = { kind: 'account', id: 'me' } as const;
  const key = { kind: 'api_key', id: 'k' } as const;
  const events = [
    event('start', me),
    event('attach_evidence', { kind: 'account', id: 'sub' }),
    event('submit', key),
    event('claim', { kind: 'account', id: 'staff' }),
    event('hand_back', { kind: 'account', id: 'staff' }),
    event('approve', { kind: 'api_key', id: 'chamber key' }),
    event('certify', { kind: 'account', id: 'staff' }),
    event('settle', { kind: 'system' }),
    event('withdraw', { kind: 'account', id: 'nobody knows' }),
  ];
  expect(historyLines('ja', events, doers).map(({ what, who }) => [what, who])).toEqual([
    ['作成開始(誓約事項に同意)', 'U0001 見本 花子'],
    ['書類を添付', 'U0001-01 見本 次郎'],
    ['発給申請', 'U0001-01 見本 次郎(プログラム)'],
    ['審査済', '商工会議所'],
    ['承認', '商工会議所'],
    ['決済', 'システム'],
    ['取下げ', '—'],
  ]);
});

test('the reason of a rejection is the firm’s to know; a note between examiner and certifier is not', () => {
  const staff = { kind: 'account', id: 'staff' } as const;
  const back = event('hand_back', staff, { to: 'submitted', detail: { note: 'between us' } });
  const reject = event('reject', staff, { to: 'rejected', detail: { note: '第三国の産品です。' } });
  expect(reasonOf([back], 'submitted')).toBeUndefined();
  expect(reasonOf([back, reject], 'rejected')).toBe('第三国の産品です。');
});

test('a new print window stands in the history with its end and the chamber’s reason, in both languages', () => {
  const by = { kind: 'account', id: 'staff' } as const;
  const events = [event('reopen_printing', by, { detail: { note: '紙詰まり', printUntil: '2026-12-25' } })];
  expect(historyLines('ja', events, doers).map((line) => line.what)).toEqual([
    '印刷期間を 2026年12月25日(金) 24:00 までに変更。理由: 紙詰まり',
  ]);
  expect(historyLines('en', events, doers).map((line) => line.what)).toEqual([
    'Print window set to end on 25 December 2026, 24:00 JST. Reason: 紙詰まり',
  ]);
});
