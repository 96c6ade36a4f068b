// Draws a record that somebody has as a file: to see a sheet without a database, and to draw a lost paper again.
import type { z } from 'zod';
import { allForms } from '../applications/forms/forms.ts';
import { type FieldProblem, Refusal } from '../lib/refusal.ts';
import { glyphsMissing } from '../paper/text.ts';
import { drawRecord, type PaperSecrets } from './draw-record.ts';
import { AnyRecord, type CertificateRecord, formOfRecord } from './record.ts';

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): string => (path.length === 0 ? '(file)' : path.map(String).join('.'));

function wordsFor(issue: Issue): { ja: string; en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { ja: `${issue.expected} の値を入れてください`, en: `must be there and be of type ${issue.expected}` };
    case 'invalid_value': {
      const allowed = issue.values.map((value) => JSON.stringify(value)).join(', ');
      return { ja: `次のどれかにしてください: ${allowed}`, en: `must be one of: ${allowed}` };
    }
    // No kind of certificate has this schema.
    case 'invalid_union': {
      const allowed = allForms.map((form) => JSON.stringify(form.recordSchema)).join(', ');
      return { ja: `次のどれかにしてください: ${allowed}`, en: `must be one of: ${allowed}` };
    }
    case 'too_big':
      return { ja: `長すぎます（${issue.maximum} まで）`, en: `too long: at most ${issue.maximum}` };
    case 'too_small':
      return { ja: '空にはできません', en: `too short: at least ${issue.minimum}` };
    case 'invalid_format':
      return { ja: `形式が違います（${issue.format}）`, en: `not in the form ${issue.format}` };
    case 'unrecognized_keys':
      return {
        ja: `知らない項目があります: ${issue.keys.join(', ')}`,
        en: `unknown: ${issue.keys.join(', ')}; take it out`,
      };
    default:
      return { ja: '正しい値を入れてください', en: issue.message };
  }
}

/** Every text in the record with the path to it. */
function textsIn(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, path === '' ? key : `${path}.${key}`));
}

/** Printed texts only: the Japanese name of a chamber and the like may hold what the sheet does not. */
function undrawable(record: CertificateRecord): FieldProblem[] {
  const { wording, content, signatory, certifier, chamber, number } = record;
  const printed = { number, wording, content, signatory, certifier, chamber };
  return textsIn(printed, '').flatMap(({ path, text }) =>
    glyphsMissing(text).map((char) => {
      const code = `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      return {
        field: path,
        ja: `「${char}」(${code}) は証明書に印字できません。別の文字にしてください`,
        en: `"${char}" (${code}) cannot be printed; use another character`,
      };
    }),
  );
}

function overfull(record: CertificateRecord): FieldProblem[] {
  const { wording, chamber, certifier, signatory } = record;
  const form = formOfRecord(record);
  const declared = Object.entries(form.declaredFit(record.content)).map(([box, fit]) => ({
    field: `content (box ${box})`,
    ...fit,
  }));
  const imprint = Object.entries(form.imprintFit({ wording, chamber, certifier, signatory })).map(([field, fit]) => ({
    field,
    ...fit,
  }));
  return [...declared, ...imprint].flatMap(({ field, linesUsed, linesAllowed }) =>
    linesUsed <= linesAllowed
      ? []
      : {
          field,
          ja: `${linesAllowed} 行までです（今は ${linesUsed} 行）。短くしてください`,
          en: `holds ${linesAllowed} lines, this takes ${linesUsed}; shorten it`,
        },
  );
}

/** @throws Refusal `invalid`, its fields naming the JSON paths, when it is no record or cannot be printed. */
export function parseRecord(json: unknown): CertificateRecord {
  const parsed = AnyRecord.safeParse(json);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => ({ field: pathOf(issue.path), ...wordsFor(issue) }));
    throw new Refusal('invalid', { fields, cause: parsed.error });
  }
  const fields = [...undrawable(parsed.data), ...overfull(parsed.data)];
  if (fields.length > 0) throw new Refusal('invalid', { fields });
  return parsed.data;
}

/**
 * A record file as a PDF: marked SPECIMEN all over unless the secrets of its printing are given.
 * @throws Refusal `invalid`, its fields naming the JSON paths, when it is no record or cannot be printed.
 */
export async function renderFile(json: unknown, secrets?: PaperSecrets): Promise<{ pdf: Buffer; pages: number }> {
  return drawRecord(parseRecord(json), secrets);
}
