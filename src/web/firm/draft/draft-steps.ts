// How far each step of a draft is, as far as the page knows. Pure.
import type { Finding } from '../../../applications/finding.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';

export const draftSteps = ['request', 'boxes', 'goods', 'evidence', 'review'] as const;
export type DraftStep = (typeof draftSteps)[number];

/** `unknown`: the page has not asked, so nothing is said. */
export type Progress = 'empty' | 'begun' | 'done' | 'wrong' | 'unknown';

/**
 * @param findings everything that the rules say of what is saved, where the page has asked them; without them it is said
 * only whether anything has been typed, never that a step is complete
 */
export function progressOf(
  step: DraftStep,
  content: OriginContent,
  findings: readonly Finding[] | undefined,
): Progress {
  if (step === 'review') return 'unknown';
  const begun = isBegun[step](content);
  if (findings === undefined) {
    if (begun === undefined) return 'unknown';
    return begun ? 'begun' : 'empty';
  }
  const isBlocked = findings.some((one) => one.level === 'block' && stepOfPath(one.path) === step);
  if (!isBlocked) return 'done';
  return begun === true ? 'wrong' : 'empty';
}

const blank = (...texts: readonly string[]): boolean => texts.every((text) => text.trim() === '');

/**
 * Whether somebody has filled in anything; what a new draft begins with (exporter, JAPAN, today) does not count.
 * Attachments are not in the content: undefined.
 */
const isBegun: Record<Exclude<DraftStep, 'review'>, (content: OriginContent) => boolean | undefined> = {
  request: ({ request }) =>
    !blank(request.goodsClass, request.destination) || request.inkSignature || request.perforation || request.tallySeal,
  boxes: ({ consignee, transport, marks, invoices }) =>
    !blank(consignee.name, consignee.address, consignee.country, transport.form, transport.from, transport.to, marks) ||
    invoices.some(({ number }) => !blank(number)),
  goods: ({ goods }) => goods.length > 0,
  evidence: () => undefined,
};

/** The findings of the invoice that is not attached have the path `invoice`. */
function stepOfPath(path: string): DraftStep {
  const [head] = path.split('.');
  if (head === 'request' || head === 'goods') return head;
  return head === 'invoice' ? 'evidence' : 'boxes';
}
