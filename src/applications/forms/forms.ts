// The kinds of certificate that can be applied for: a line each.
import { Refusal } from '../../lib/refusal.ts';
import type { Content } from './content.ts';
import { foreignOriginForm } from './foreign-origin/form.ts';
import type { Form } from './form.ts';
import { originForm } from './origin/form.ts';

const forms = {
  origin: originForm,
  foreign_origin: foreignOriginForm,
} as const;

/** Those that are filled in by the ten boxes of the certificate of origin. */
export const originKinds = ['origin', 'foreign_origin'] as const satisfies readonly ApplicationKind[];

export type ApplicationKind = keyof typeof forms;
export const applicationKinds = Object.keys(forms) as ApplicationKind[];
export type ContentOf<K extends ApplicationKind> = (typeof forms)[K] extends Form<infer C> ? C : never;

export const formFor = (kind: ApplicationKind): Form => forms[kind];

/** The same, for who knows the kind while he writes. */
export const formForKind = <K extends ApplicationKind>(kind: K): Form<ContentOf<K>> => typed[kind];
const typed: { [K in ApplicationKind]: Form<ContentOf<K>> } = forms;

const isAmong = <K extends ApplicationKind>(kind: ApplicationKind, kinds: readonly K[]): kind is K =>
  kinds.some((one) => one === kind);

/** Whether it is one of these kinds, for what knows their content only. */
export const isOfKind = <K extends ApplicationKind, A extends { kind: ApplicationKind; content: Content }>(
  application: A,
  kinds: readonly K[],
): application is A & { content: ContentOf<K> } => isAmong(application.kind, kinds);

/** The kind as one of these. Refuses `not_found` for another: what is asked for is not there. */
export function requireKind<K extends ApplicationKind>({ kind }: { kind: ApplicationKind }, kinds: readonly K[]): K {
  if (!isAmong(kind, kinds)) throw new Refusal('not_found');
  return kind;
}

/** Every form: a record, which names its schema and not its kind, is read by the one that wrote it. */
export const allForms: readonly Form[] = Object.values(forms);
