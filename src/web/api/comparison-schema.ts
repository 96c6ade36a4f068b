// What the API shows of インボイスとの見比べ: to the firm with its findings, to the chamber with the case.
import { z } from '@hono/zod-openapi';
import type { Compared, InvoiceComparison as Comparison } from '../../applications/comparison/compare-invoice.ts';
import { places } from '../../applications/finding.ts';

const ComparedValue = z
  .object({
    place: z.enum(places),
    path: z.string().openapi({ description: 'Into the content; counts from 0: `goods.12.quantity`.' }),
    row: z.number().int().optional().openapi({ description: 'Goods line, from 1.' }),
    value: z.string().openapi({ description: 'As typed, of a quantity with its unit.' }),
    outcome: z.enum(['found', 'beside', 'otherwise', 'missing']).openapi({
      description:
        'found: on the invoice. beside: not there, but on a complementary document. otherwise: the invoice says `says` ' +
        'instead. missing: not found.',
    }),
    says: z.string().optional(),
    evidenceId: z.uuid().optional().openapi({ description: 'The document on which it stands.' }),
    page: z.number().int().optional().openapi({ description: 'Its page, from 1.' }),
  })
  .openapi('ComparedValue');

export const InvoiceComparison = z
  .object({
    state: z.enum(['nothing', 'no_text', 'compared']).openapi({
      description:
        'nothing: no invoice is attached, or nothing is typed that it should say. no_text: the invoice is a picture ' +
        'without text, so nothing was compared.',
    }),
    values: z.array(ComparedValue),
    pagesWithoutText: z.number().int().openapi({ description: 'Pages of the invoice that are pictures only.' }),
    textCut: z.boolean().openapi({ description: 'Only the first 200,000 characters of a document are read.' }),
    leftOut: z.number().int().openapi({ description: 'Values that were not compared, since there are very many.' }),
  })
  .openapi('InvoiceComparison', {
    description: 'What was typed beside the text inside the attached invoice: hints, which never block.',
  });

export function comparisonShown(comparison: Comparison): z.infer<typeof InvoiceComparison> {
  if (comparison.state !== 'compared')
    return { state: comparison.state, values: [], pagesWithoutText: 0, textCut: false, leftOut: 0 };
  return { ...comparison, values: comparison.values.map(valueShown) };
}

function valueShown(one: Compared): z.infer<typeof ComparedValue> {
  const { is, ...rest } = one.outcome;
  return {
    ...{ place: one.place, path: one.path, ...(one.row === undefined ? {} : { row: one.row }) },
    value: one.kind === 'quantity' ? `${one.value} ${one.unit}`.trim() : one.value,
    ...{ outcome: is, ...rest },
  };
}
