// The steps of a registration's form, and how far each is. Pure.
import type { FieldProblem } from '../../../lib/refusal.ts';
import { emptyRegistrationContent, type RegistrationContent } from '../../../registrations/content.ts';
import { needsSignatures } from '../../../registrations/procedures/content-rules.ts';
import { plainValues } from '../../../registrations/procedures/form-differences.ts';
import { type PaperKind, paperKinds } from '../../../registrations/procedures/procedure.ts';
import { rowAt } from '../../../registrations/procedures/remark-places.ts';
import { paths } from '../../paths.ts';
import { fieldId } from '../../ui/field-frame.tsx';

export const formSteps = ['company', 'business', 'contact', 'signatories', 'papers', 'review'] as const;
export type FormStep = (typeof formSteps)[number];

/** none: this firm has nothing to do there. unknown: nothing is said. */
export type FormProgress = 'empty' | 'done' | 'wrong' | 'none' | 'unknown';

const businessFields = new Set(['business', 'usedGoods', 'antiqueLicence']);

/** On which step a path into the form, or a paper, stands. */
export function stepOfPath(path: string): FormStep {
  const [head = ''] = path.split('.');
  if (businessFields.has(head)) return 'business';
  if (head === 'contact') return 'contact';
  if (head === 'signatories' || head === 'manySignatoriesReasonJa') return 'signatories';
  return isPaperKind(head) ? 'papers' : 'company';
}

export const isPaperKind = (text: string): text is PaperKind => paperKinds.some((kind) => kind === text);

export const stepHref = (id: string, step: FormStep): string =>
  ({
    ...{ company: paths.formCompany(id), business: paths.formBusiness(id), contact: paths.formContact(id) },
    ...{ signatories: paths.formSignatories(id), papers: paths.formPapers(id), review: paths.formReview(id) },
  })[step];

/** Where a place is corrected: its field; of a signatory, the row's own page. */
export function placeHref(id: string, content: RegistrationContent, path: string): string {
  const [head = '', index = '', field = ''] = path.split('.');
  const row = head === 'signatories' ? rowAt(content, index) : undefined;
  if (row && index !== '') return `${paths.formSignatory(id, row.key)}?checked#${fieldId(field)}`;
  const step = stepOfPath(path);
  if (step === 'papers') return `${stepHref(id, step)}#${path}`;
  return head === 'signatories' ? stepHref(id, step) : `${stepHref(id, step)}#${fieldId(path)}`;
}

export function progressOf(
  step: FormStep,
  content: RegistrationContent,
  problems: readonly FieldProblem[],
): FormProgress {
  if (step === 'papers' || step === 'review') return 'unknown';
  if (step === 'signatories' && !needsSignatures(content)) return 'none';
  if (!problems.some((one) => stepOfPath(one.field) === step)) return 'done';
  return isBegun(step, content) ? 'wrong' : 'empty';
}

/** Whether anything is typed there. The mail address with which it was begun does not count. */
function isBegun(step: FormStep, content: RegistrationContent): boolean {
  if (step === 'signatories') return content.signatories.length > 0;
  const before = plainValues(emptyRegistrationContent());
  return [...plainValues(content)].some(
    ([path, value]) => stepOfPath(path) === step && path !== 'contact.mail' && value !== before.get(path),
  );
}

/** The name of a paper's place on its page: of a 署名届, with whose it is. */
export const paperPlace = (kind: string, signatoryKey: string | undefined): string =>
  signatoryKey === undefined || signatoryKey === '' ? kind : `${kind}.${signatoryKey}`;
