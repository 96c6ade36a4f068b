// 修正をお願いする箇所: where a remark may stand. Pure.
import type { ContentSignatory, RegistrationContent } from '../content.ts';
import { plainValues } from './form-differences.ts';
import type { NeededPaper } from './papers.ts';

/** A field of the form by its path, a signatory by the key of his row (`signatories.<key>`), a paper by its kind. */
export function remarkPlaces(content: RegistrationContent, papers: readonly Pick<NeededPaper, 'kind'>[]): string[] {
  return [
    ...plainValues(content).keys(),
    'signatories',
    ...content.signatories.flatMap((row) => [
      `signatories.${row.key}`,
      ...Object.keys(row).map((field) => `signatories.${row.key}.${field}`),
    ]),
    ...new Set(papers.map(({ kind }) => kind)),
  ];
}

/** The row that a place names, by its key or by its number from 0; undefined: there is none (any more). */
export function rowAt(content: Pick<RegistrationContent, 'signatories'>, part: string): ContentSignatory | undefined {
  return isNumber(part) ? content.signatories[Number(part)] : content.signatories.find(({ key }) => key === part);
}

/**
 * A place that names a row by its number (`signatories.0.nameEn`) as one that names it by its key, which does not move when
 * another row is taken out. Any other place stays as it is.
 */
export function placeByKey(content: Pick<RegistrationContent, 'signatories'>, place: string): string {
  const [head, part = '', ...rest] = place.split('.');
  const row = head === 'signatories' && isNumber(part) ? rowAt(content, part) : undefined;
  return row ? [head, row.key, ...rest].join('.') : place;
}

export const namesByNumber = (place: string): boolean => /^signatories\.\d+(\.|$)/.test(place);

const isNumber = (part: string): boolean => /^\d+$/.test(part);
