// What differs between two states of a form, field by field: a change and what stands in the register, two rounds. Pure.
import type { ContentSignatory, RegistrationContent } from '../content.ts';

/** `path` into the content; of a signatory, into the row: `signatories.<key>.titleEn`. */
export type Difference = { path: string; before: string; after: string };

export type SignatoryDifference =
  | { what: 'comes' | 'leaves'; row: ContentSignatory }
  | { what: 'changes'; row: ContentSignatory; fields: Difference[] };

export type RoundSignatoryDifference = SignatoryDifference | { what: 'gone'; row: ContentSignatory };

export type FormDifferences = { fields: Difference[]; signatories: SignatoryDifference[] };

type Texts = { readonly [key: string]: unknown };

/** Every text and tick of a form but its signatories, by its path. */
export function plainValues(content: RegistrationContent): Map<string, string> {
  const { signatories: _, ...rest } = content;
  const walk = (value: Texts, at: string): [string, string][] =>
    Object.entries(value).flatMap(([key, one]): [string, string][] =>
      typeof one === 'object' && one !== null ? walk(one as Texts, `${at}${key}.`) : [[`${at}${key}`, String(one)]],
    );
  return new Map(walk(rest, ''));
}

export function formDifferences(before: RegistrationContent, after: RegistrationContent): FormDifferences {
  const [was, is] = [plainValues(before), plainValues(after)];
  const fields = [...is].flatMap(([path, value]) => {
    const old = was.get(path) ?? '';
    return old === value ? [] : [{ path, before: old, after: value }];
  });
  return { fields, signatories: signatoryDifferences(before.signatories, after.signatories) };
}

const compared = ['nameJa', 'nameEn', 'titleJa', 'titleEn', 'mail', 'withoutSignature', 'signatureSha256'] as const;

/** A registered signatory is known by `signatoryId`, since each procedure gives the rows keys of its own. */
function signatoryDifferences(
  before: readonly ContentSignatory[],
  after: readonly ContentSignatory[],
): SignatoryDifference[] {
  const was = new Map(before.filter((one) => one.signatoryId !== '').map((one) => [one.signatoryId, one]));
  return after.flatMap((row): SignatoryDifference[] => {
    if (row.leaves) return [{ what: 'leaves', row }];
    if (row.signatoryId === '') return [{ what: 'comes', row }];
    const old = was.get(row.signatoryId);
    const fields = compared.flatMap((field) => {
      const value = old?.[field] ?? row[field];
      const path = `signatories.${row.key}.${field}`;
      return value === row[field] ? [] : [{ path, before: String(value), after: String(row[field]) }];
    });
    return fields.length === 0 ? [] : [{ what: 'changes', row, fields }];
  });
}

/** Between two rounds of one procedure, in which a row keeps its key: also that one leaves now, and who was taken out again. */
export function roundDifferences(
  before: RegistrationContent,
  after: RegistrationContent,
): { fields: Difference[]; signatories: RoundSignatoryDifference[] } {
  const was = new Map(before.signatories.map((one) => [one.key, one]));
  const is = new Set(after.signatories.map(({ key }) => key));
  const gone = before.signatories.filter(({ key }) => !is.has(key));
  const rows = after.signatories.flatMap((row): RoundSignatoryDifference[] => {
    const old = was.get(row.key);
    if (!old) return [{ what: 'comes', row }];
    const fields = [...compared, 'leaves' as const].flatMap((field) => {
      const path = `signatories.${row.key}.${field}`;
      return old[field] === row[field] ? [] : [{ path, before: String(old[field]), after: String(row[field]) }];
    });
    return fields.length === 0 ? [] : [{ what: 'changes', row, fields }];
  });
  return {
    fields: formDifferences({ ...before, signatories: [] }, { ...after, signatories: [] }).fields,
    signatories: [...rows, ...gone.map((row) => ({ what: 'gone' as const, row }))],
  };
}
