// A record with anything in it that may be printed: names in four scripts, marks in any kanji that a shipped font draws.
import type { OriginContent } from '../../src/applications/forms/origin/content.ts';
import { certificateNumber } from '../../src/certificates/numbers.ts';
import { parseRecord } from '../../src/certificates/render-file.ts';
import { Refusal } from '../../src/lib/refusal.ts';
import { glyphsMissing } from '../../src/paper/text.ts';
import { OriginRecord } from '../origin-record.ts';
import { sampleRecord } from '../paper/samples.ts';
import type { Random } from './random.ts';

const latin = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'] as [string, ...string[]];
const rare = [...'éèüßñçøåÆŁžőĞ&/().,-+%#³°×ΑΩλЖдя'] as [string, ...string[]];

/** A Han character that a shipped font draws, from all that Unicode's main block and its first extension have. */
function kanji(random: Random): string {
  for (;;) {
    const char = String.fromCodePoint(
      random.oneIn(20) ? 0x20000 + random.below(0xa6d0) : 0x4e00 + random.below(0x51f0),
    );
    if (glyphsMissing(char).length === 0) return char;
  }
}

const word = (random: Random, most = 12): string =>
  random.some(1, most, () => random.pick(random.oneIn(12) ? rare : latin)).join('');
const words = (random: Random, most: number): string => random.some(1, most, () => word(random)).join(' ');
const markLine = (random: Random): string =>
  random.oneIn(2) ? words(random, 2) : random.some(1, 8, () => kanji(random)).join('');
const whole = (random: Random, most: number): string => (1 + random.below(most)).toLocaleString('en-US');

function goodsLine(random: Random): OriginContent['goods'][number] {
  return {
    marks: random.oneIn(5) ? random.some(1, 4, () => markLine(random)).join('\n') : '',
    packages: random.oneIn(8) ? '' : whole(random, 9999),
    packageKind: random.pick(['CARTONS', 'WOODEN CASES', 'PALLETS', 'CRATE', '']),
    description: words(random, random.oneIn(6) ? 30 : 8),
    hsCode: '848210',
    origin: random.oneIn(4) ? random.pick(['Japan', 'Viet Nam', "Lao People's Democratic Republic"]) : '',
    quantity: random.oneIn(3) ? `${whole(random, 99_999)}.${random.below(10)}` : whole(random, 999_999),
    unit: random.pick(['PCS', 'KGS', 'SETS', 'M', 'ROLLS']),
  };
}

function content(random: Random, from: OriginContent): OriginContent {
  const party = () => ({
    name: words(random, 4),
    address: random.some(1, 3, () => words(random, 4)).join('\n'),
    country: random.pick(['Japan', 'Germany', 'Taiwan', "Côte d'Ivoire"]),
  });
  return {
    ...from,
    exporter: party(),
    consignee: { ...party(), form: random.pick(['named', 'to-order-of']) },
    invoices: random.some(1, 3, () => ({ number: word(random, 20), date: '2026-11-16' })),
    originCountries: random.some(1, 3, () => random.pick(['JAPAN', 'CHINA', 'THAILAND', 'VIET NAM'])),
    remarks: random.some(0, 2, () => ({ title: `${word(random)}:`, text: words(random, 4) })),
    marks: random.some(1, 10, () => markLine(random)).join('\n'),
    goods: random.some(1, random.oneIn(10) ? 120 : 15, () => goodsLine(random)),
  };
}

/** Made anew until every box fits: what does not fit cannot be certified. `serial` makes its number. */
export function randomRecord(random: Random, serial: number): OriginRecord {
  const model = sampleRecord('one-line');
  for (;;) {
    try {
      const number = certificateNumber('0001', 2026, serial);
      return OriginRecord.parse(parseRecord({ ...model, number, content: content(random, model.content) }));
    } catch (error) {
      if (!(error instanceof Refusal) || !error.fields.every((field) => /holds \d+ lines/.test(field.en))) throw error;
    }
  }
}
