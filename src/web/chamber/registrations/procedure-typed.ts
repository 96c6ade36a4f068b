// What was typed on a procedure's page: read from the form, and shown again when the deed says no.
import { formOf, type Req } from '../../request.ts';

export type ProcedureTyped = {
  /** The submission that was on the screen. */
  round: number;
  /** By place. */
  remarks: ReadonlyMap<string, string>;
  note: string;
  /** Of a paper that was brought. */
  brought: { kind: string; signatoryKey: string; how: string; day: string };
};

export const nothingTyped: ProcedureTyped = {
  ...{ round: 0, remarks: new Map(), note: '', brought: { kind: '', signatoryKey: '', how: '', day: '' } },
};

const prefix = 'remark.';
export const remarkField = (place: string): string => `${prefix}${place}`;
/** The name of a paper's own fields: a signature sheet is one for each signatory. */
export const paperField = (kind: string, signatoryKey: string | null | undefined): string =>
  ['day', kind, signatoryKey ?? ''].filter(Boolean).join('.');

export async function procedureTypedIn(c: Req): Promise<ProcedureTyped> {
  const form = await formOf(c);
  const remarks = Object.entries(form).flatMap(([name, value]): [string, string][] =>
    name.startsWith(prefix) && value.trim() !== '' ? [[name.slice(prefix.length), plain(value)]] : [],
  );
  const { kind = '', signatoryKey = '', how = '', day = '' } = form;
  return {
    round: /^\d{1,6}$/.test(form['round'] ?? '') ? Number(form['round']) : 0,
    ...{ remarks: new Map(remarks), note: plain(form['note'] ?? ''), brought: { kind, signatoryKey, how, day } },
  };
}

const plain = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim();
