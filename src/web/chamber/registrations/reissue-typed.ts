// What was typed to have an administrator ID issued again: read from the form, shown again, carried by the confirmation.
import type { CameBy, Reissue } from '../../../registrations/register/reissue-papers.ts';
import { formOf, type Req } from '../../request.ts';

/** Every field by its name, as the deed calls its place; a tick is `yes` or empty. */
export const reissueFields = [
  ...(['formerId', 'letter', 'letter.day', 'letter.how'] as const),
  ...(['certificate', 'certificate.day', 'certificate.how', 'certificate.issuedOn', 'reason'] as const),
  ...(['contact.departmentJa', 'contact.nameJa', 'contact.nameEn', 'contact.telephone', 'contact.mail'] as const),
] as const;
export type ReissueField = (typeof reissueFields)[number];
export type ReissueTyped = Readonly<Record<ReissueField, string>>;

export const emptyReissue = (formerId: string, today: string): ReissueTyped => ({
  ...{ formerId, letter: '', certificate: '', reason: '', 'certificate.issuedOn': '' },
  ...{ 'letter.day': today, 'letter.how': 'counter', 'certificate.day': today, 'certificate.how': 'counter' },
  ...{ 'contact.departmentJa': '', 'contact.nameJa': '', 'contact.nameEn': '', 'contact.telephone': '' },
  'contact.mail': '',
});

const steps = ['check', 'issue', 'edit'] as const;

/** `step`: which button was pressed; the first for none. */
export async function reissueTypedIn(c: Req): Promise<{ typed: ReissueTyped; step: (typeof steps)[number] }> {
  const form = await formOf(c);
  const typed = Object.fromEntries(
    reissueFields.map((name) => [name, (form[name] ?? '').replace(/\r\n?/g, '\n')]),
  ) as ReissueTyped;
  return { typed, step: steps.find((one) => one === form['step']) ?? 'check' };
}

export function reissueOf(registrationId: string, typed: ReissueTyped): Reissue {
  return {
    ...{ registrationId, formerId: typed.formerId, reason: typed.reason },
    ...(typed.letter === 'yes' ? { letter: cameBy(typed, 'letter') } : {}),
    ...(typed.certificate === 'yes'
      ? { certificate: { ...cameBy(typed, 'certificate'), issuedOn: typed['certificate.issuedOn'] } }
      : {}),
    contact: {
      ...{ departmentJa: typed['contact.departmentJa'], nameJa: typed['contact.nameJa'] },
      ...{ nameEn: typed['contact.nameEn'], telephone: typed['contact.telephone'], mail: typed['contact.mail'] },
    },
  };
}

const cameBy = (typed: ReissueTyped, paper: 'letter' | 'certificate'): CameBy => ({
  day: typed[`${paper}.day`],
  how: typed[`${paper}.how`] === 'post' ? 'post' : 'counter',
});
