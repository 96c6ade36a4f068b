// What must be attached to a case, and why: every kind of certificate says so by one pure question (`Form.evidence`).
import { type EvidenceKind, evidenceNames } from '../evidence-kinds.ts';
import type { Finding } from '../finding.ts';

/** A document that a case cannot do without. */
export type NeededEvidence = {
  /** Its finding's name while it is missing. */
  rule: string;
  /** One of these is enough. The first names the place on the page. */
  kinds: readonly [EvidenceKind, ...EvidenceKind[]];
  /** Why, as a whole sentence. */
  because: { ja: string; en: string };
  /** Where the outside world states it. */
  source: string;
};

type Attached = readonly { kind: EvidenceKind }[];

export const isAttached = (needed: NeededEvidence, attached: Attached): boolean =>
  attached.some(({ kind }) => needed.kinds.includes(kind));

/** Each document that is needed and not attached, as what blocks. `path` is the field where it is attached. */
export function missingEvidence(needed: readonly NeededEvidence[], attached: Attached): Finding[] {
  return needed
    .filter((one) => !isAttached(one, attached))
    .map(({ rule, kinds, because }) => ({
      ...{ rule, level: 'block', place: 'invoice', path: kinds[0] },
      ja: `${because.ja}${namesOf(kinds, 'ja')}を添付してください。`,
      en: `${because.en} Attach: ${namesOf(kinds, 'en')}.`,
    }));
}

/** `「A」`, or `「A」「B」のどれか`. */
function namesOf(kinds: NeededEvidence['kinds'], lang: 'ja' | 'en'): string {
  const names = kinds.map((kind) => evidenceNames[kind][lang]);
  if (lang === 'en') return names.join('; or: ');
  const quoted = names.map((name) => `「${name}」`).join('');
  return kinds.length > 1 ? `${quoted}のどれか` : quoted;
}
