import { describe, expect, test } from 'vitest';
import { originRecorded } from './recorded.ts';
import { baseContent } from './rules/fixtures/base.ts';
import { boxText } from './sheet-boxes.ts';

describe('the record, which is handed on with the paper', () => {
  test('has everything that is declared', () => {
    expect(originRecorded(baseContent())).toEqual(baseContent());
  });

  test('has no reason for a late application', () => {
    const content = { ...baseContent(), shipment: { date: '2026-05-01', lateReason: '社外秘' } };
    expect(JSON.stringify(originRecorded(content))).not.toContain('社外秘');
  });

  test('does not say whence foreign goods came', () => {
    const content = baseContent();
    content.request.trade = { form: 'intermediary', reason: '', certificateNumber: 'SECRET-1', certificateIssuer: '' };
    expect(JSON.stringify(originRecorded(content))).not.toContain('SECRET-1');
  });

  test('has no invoice where box 3 is struck out to keep it from the reader, and is drawn the same', () => {
    const content = { ...baseContent(), demand: { language: '' as const, struckOut: ['3' as const] } };
    const recorded = originRecorded(content);
    expect(JSON.stringify(recorded)).not.toContain('NB-2026-118');
    expect(boxText('3', recorded)).toEqual(boxText('3', content));
  });
});
