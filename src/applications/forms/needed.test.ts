import { describe, expect, test } from 'vitest';
import { missingEvidence, type NeededEvidence } from './needed.ts';

const invoice: NeededEvidence = {
  ...{ rule: 'invoice-attached', kinds: ['invoice'], source: 'x' },
  because: { ja: 'どの申請にも要ります。', en: 'Every case needs it.' },
};
const source: NeededEvidence = {
  ...{ rule: 'source-attached', kinds: ['foreign_co', 'import_permit'], source: 'x' },
  because: { ja: '再輸出です。', en: 'This is a re-export.' },
};

describe('what is needed and not attached blocks', () => {
  test('each by its own rule, at the field where it is attached, with what to attach', () => {
    const found = missingEvidence([invoice, source], [{ kind: 'other' }]);
    expect(found).toEqual([
      {
        ...{ rule: 'invoice-attached', level: 'block', place: 'invoice', path: 'invoice' },
        ja: 'どの申請にも要ります。「典拠インボイス」を添付してください。',
        en: 'Every case needs it. Attach: Commercial invoice.',
      },
      {
        ...{ rule: 'source-attached', level: 'block', place: 'invoice', path: 'foreign_co' },
        ja: '再輸出です。「外国の公的機関の原産地証明書」「輸入許可通知書(写し)」のどれかを添付してください。',
        en: 'This is a re-export. Attach: Certificate of origin of a foreign public body; or: Import permit (copy).',
      },
    ]);
  });

  test('any one of several is enough', () => {
    expect(missingEvidence([source], [{ kind: 'import_permit' }])).toEqual([]);
    expect(missingEvidence([source], [{ kind: 'invoice' }])).toHaveLength(1);
  });
});
