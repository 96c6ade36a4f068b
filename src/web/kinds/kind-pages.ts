// What the pages that show every kind of certificate ask of one: its steps, its words, what it shows of a content.
import type { Child } from 'hono/jsx';
import type { Difference } from '../../applications/differences.ts';
import type { Finding, Place } from '../../applications/finding.ts';
import type { Content } from '../../applications/forms/content.ts';
import type { Submission } from '../../applications/submissions-store.ts';
import type { SummaryItem } from '../ui/summary-list.tsx';
import type { Lang } from '../ui/words.ts';

/** The steps of a draft; each kind has some of them, and `review` last. */
export type DraftStep = 'request' | 'boxes' | 'goods' | 'evidence' | 'review';

/** `place` of a finding or a remark; of a finding also the path of its field. */
export type Found = { place: Place; path?: string };

/** With methods, as `Form` and for the same reason: a list holds those of all kinds. */
export interface KindPages<C extends Content = Content> {
  readonly steps: readonly DraftStep[];
  /** The step at which something is mended. */
  stepOf(found: Found): DraftStep;
  /** Whether somebody has filled anything in there; undefined: that does not stand in the content. */
  isBegun(step: Exclude<DraftStep, 'review'>, content: C): boolean | undefined;
  /** The first step with nothing in it, of those that stand in the content. */
  firstEmpty(content: C): DraftStep | undefined;
  /** A finding about a whole box or a whole line has no field of its own: the first of them. */
  fieldOf(path: string): string;
  /** A place as the paper names it. */
  placeName(lang: Lang, place: Place): string;

  /** At a glance: before the goods, and after them. */
  summary(lang: Lang, content: C): { before: SummaryItem[]; after: SummaryItem[] };
  /** In the strip above a case: what is statistical and not on the paper. */
  deskFacts(lang: Lang, content: C): SummaryItem[];
  /** What is declared, as text to copy, without the goods. */
  deskText(lang: Lang, submission: Submission<C>): SummaryItem[];
  /** Lines of goods as a table. @param from how many lines stand before the first of these */
  goodsTable(of: { lang: Lang; id: string; from: number; lines: C['goods'] }): Child;
  /** What changed between two rounds, in words. */
  changedLabel(lang: Lang, difference: Pick<Difference, 'path' | 'row'>): string;
  changedValue(lang: Lang, path: string, value: string): string;
}

export type Findings = readonly Finding[];
