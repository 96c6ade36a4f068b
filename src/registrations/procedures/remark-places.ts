// 修正をお願いする箇所: where a remark may stand. Pure.
import type { RegistrationContent } from '../content.ts';
import { plainValues } from './form-differences.ts';
import type { NeededPaper } from './papers.ts';

/** A field of the form by its path, a signatory by his row (`signatories.0`), a paper by its kind. */
export function remarkPlaces(content: RegistrationContent, papers: readonly Pick<NeededPaper, 'kind'>[]): string[] {
  return [
    ...plainValues(content).keys(),
    'signatories',
    ...content.signatories.flatMap((row, index) => [
      `signatories.${index}`,
      ...Object.keys(row).map((field) => `signatories.${index}.${field}`),
    ]),
    ...new Set(papers.map(({ kind }) => kind)),
  ];
}
