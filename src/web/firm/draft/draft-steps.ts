// How far each step of a draft is, as far as the page knows. Pure.
import type { Finding } from '../../../applications/finding.ts';
import type { Content } from '../../../applications/forms/content.ts';
import type { DraftStep, KindPages } from '../../kinds/kind-pages.ts';

/** `unknown`: the page has not asked, so nothing is said. */
export type Progress = 'empty' | 'begun' | 'done' | 'wrong' | 'unknown';

/**
 * @param findings everything that the rules say of what is saved, where the page has asked them; without them it is said
 * only whether anything has been typed, never that a step is complete
 */
export function progressOf(
  pages: KindPages,
  step: DraftStep,
  content: Content,
  findings: readonly Finding[] | undefined,
): Progress {
  if (step === 'review') return 'unknown';
  const begun = pages.isBegun(step, content);
  if (findings === undefined) {
    if (begun === undefined) return 'unknown';
    return begun ? 'begun' : 'empty';
  }
  const isBlocked = findings.some((one) => one.level === 'block' && pages.stepOf(one) === step);
  if (!isBlocked) return 'done';
  return begun === true ? 'wrong' : 'empty';
}
