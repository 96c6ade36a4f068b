// インボイスとの見比べ on real PDFs, read by the reader of strangers' files: how much of what is declared is found.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Compared, compareInvoice } from '../src/applications/comparison/compare-invoice.ts';
import { OriginContent } from '../src/applications/forms/origin/content.ts';
import { originToCompare } from '../src/applications/forms/origin/to-compare.ts';
import { readEvidencePdf } from '../src/outside/evidence-pdf.ts';
import { type Layout, layInvoice } from './invoice-layouts.ts';
import { root } from './root.ts';

const minutes = { timeout: 120_000 };

function sample(name: string): OriginContent {
  const record = JSON.parse(readFileSync(join(root, `docs/samples/${name}.json`), 'utf8')) as { content: unknown };
  return OriginContent.parse(record.content);
}

async function compared(content: OriginContent, pdf: Buffer): Promise<Compared[]> {
  const reading = await readEvidencePdf(pdf);
  if (!reading.ok) throw new Error(reading.detail);
  const pages = reading.pages.map(({ text }) => text);
  const result = compareInvoice(originToCompare(content), [
    { evidenceId: 'I', isInvoice: true, textCut: reading.textCut, pages },
  ]);
  if (result.state !== 'compared') throw new Error(result.state);
  return result.values;
}

const unmatched = (values: readonly Compared[]) =>
  values.filter(({ outcome }) => outcome.is !== 'found').map(({ path, value, outcome }) => ({ path, value, outcome }));

describe('what an invoice says is found', minutes, () => {
  test.each([
    ['one-line', 'rows', 'latin'],
    ['one-line', 'columns', 'latin'],
    ['three-sheets', 'rows', 'latin'],
    ['three-sheets', 'columns', 'latin'],
    ['full-boxes', 'rows', 'latin'],
    ['full-boxes', 'columns', 'latin'],
    ['japanese-marks', 'rows', 'japanese'],
  ] as const)('all that the sample %s declares, on an invoice laid in %s', async (name, layout, font) => {
    const content = sample(name);
    const values = await compared(content, await layInvoice(content, layout as Layout, font));
    expect(unmatched(values)).toEqual([]);
  });

  test.each(['rows', 'columns'] as const)('and what is typed otherwise is not, laid in %s', async (layout) => {
    const content = sample('three-sheets');
    const pdf = await layInvoice(content, layout);
    const wrong: OriginContent = {
      ...content,
      invoices: content.invoices.map(({ number }) => ({ number: `${number}0`, date: '2026-10-01' })),
      consignee: { ...content.consignee, name: 'Muster Maschinen AG', address: 'Beispielweg 7, 80331 Muenchen' },
      goods: content.goods.map((line) => ({ ...line, quantity: `${line.quantity}7` })),
    };
    const asked = /^(invoices|consignee\.(name|address)|goods\.\d+\.quantity)/;
    const found = (await compared(wrong, pdf)).filter(
      ({ path, outcome }) => asked.test(path) && outcome.is === 'found',
    );
    expect(found).toEqual([]);
  });
});
