import { reissueLetterName } from '../../../registrations/letters/reissue-letter.ts';
import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import type { ReissueView } from '../../../registrations/register/reissue-administrator.ts';
import { sealCertificateOf } from '../../../registrations/register/reissue-papers.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatDay } from '../../ui/dates.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { type ReissueTyped, reissueFields } from './reissue-typed.ts';
import { reissueWords } from './reissue-words.ts';

type Props = { lang: Lang; view: ReissueView; typed: ReissueTyped };

/** Says exactly what will happen, and what was typed; nothing has been done yet. */
export function ReissueConfirm({ lang, view, typed }: Props) {
  const w = reissueWords[lang];
  const { registrationId } = view.registration;
  const former = view.administrator;
  const formerName = (lang === 'ja' ? former?.nameJa : former?.nameEn) ?? '';
  const [name, mail] = [typed[lang === 'ja' ? 'contact.nameJa' : 'contact.nameEn'], typed['contact.mail']];
  return (
    <>
      <h2>{w.willHeading}</h2>
      <ul>
        <li>{w.willEnd(typed.formerId, formerName, former?.mail ?? '')}</li>
        <li>{w.willMake(name, mail)}</li>
        <li>{w.willTell(former?.mail ?? '', mail)}</li>
        <li>{w.willContact}</li>
        <li>{w.willPrint}</li>
      </ul>
      <h2>{w.typed}</h2>
      <SummaryList items={typedItems({ lang, view, typed })} />
      <form method="post" action={paths.reissueAdministrator(registrationId)} class="confirm">
        {reissueFields.map((field) => (
          <input type="hidden" name={field} value={typed[field]} />
        ))}
        <ButtonRow>
          <Button tone="danger" name="step" value="issue">
            {w.issue}
          </Button>
          <Button name="step" value="edit">
            {w.edit}
          </Button>
          <ButtonLink href={paths.registerEntry(registrationId)}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}

function typedItems({ lang, view, typed }: Props) {
  const w = reissueWords[lang];
  const came = (paper: 'letter' | 'certificate'): string =>
    `${typed[`${paper}.how`] === 'post' ? w.post : w.counter} ${formatDay(lang, typed[`${paper}.day`])}`;
  const certificate = paperNames[sealCertificateOf(view.registration.legalForm)][lang];
  return [
    { key: reissueLetterName[lang], value: came('letter') },
    { key: certificate, value: came('certificate') },
    { key: w.issuedOn, value: formatDay(lang, typed['certificate.issuedOn']) },
    { key: w.reason, value: typed.reason },
    { key: w.department, value: typed['contact.departmentJa'] || '—', valueLang: 'ja' },
    { key: w.nameJa, value: typed['contact.nameJa'], valueLang: 'ja' },
    { key: w.nameEn, value: typed['contact.nameEn'], valueLang: 'en' },
    { key: w.telephone, value: typed['contact.telephone'] },
    { key: w.mail, value: typed['contact.mail'], valueLang: 'en' },
  ];
}
