// What a content says that the invoice should say too: only what stands on the invoice may stand on the certificate
// (domain: 典拠インボイスにない事項は記載できない), but for the goods' names, which may be more general.
import type { Place } from '../finding.ts';

type At = {
  /** Into the content, as of a finding. */
  path: string;
  place: Place;
  /** Goods line, from 1. */
  row?: number;
  /** As typed; a date as YYYY-MM-DD. */
  value: string;
};

export type Sought = At &
  (
    | { kind: 'party' | 'description' | 'marks' | 'words' | 'country' }
    /** `near`: what usually stands in front of it, for saying what stands there instead. */
    | { kind: 'number' | 'date'; near: readonly string[] }
    /** `unit`: of quantity or kind of packages, '' where none is typed. `of`: the description on the same line of the invoice. */
    | { kind: 'quantity'; unit: string; of?: string }
  );
