// On a case: the sanctions that stop it, why and until when, and what may be done all the same.
import type { InWay } from '../../../applications/sanctioned-cases-store.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { needsExtraDocuments } from '../../../registrations/registration.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import type { CaseView } from '../case-view.ts';
import { chamberName } from './register-sanctions.tsx';
import { sanctionText } from './sanction-words.ts';
import { sanctionsDeskWords } from './sanctions-desk-words.ts';

/** While it still goes on; what is issued or over is not touched. */
export function CaseStopped({ lang, view, now }: CaseView) {
  const w = sanctionsDeskWords[lang];
  const { status } = view.application;
  const [examined, certified] = [
    ['submitted', 'returned', 'approved'],
    ['certified', 'paid', 'held'],
  ];
  const isOpen = examined.includes(status) || certified.includes(status);
  if (isOpen && view.inWay.length > 0) {
    const certifiedText = status === 'certified' ? w.stoppedCertified : w.stoppedHeld;
    return (
      <Notice tone="attention" heading={w.stopped}>
        <Sanctions lang={lang} of={view.inWay} />
        <p>{examined.includes(status) ? w.stoppedExamine : certifiedText}</p>
      </Notice>
    );
  }
  const isExtra = examined.includes(status) && needsExtraDocuments(view.registration.sanctioned, dayInJapan(now));
  return isExtra ? <Notice tone="info" heading={w.extra} /> : null;
}

function Sanctions({ lang, of }: { lang: Lang; of: readonly InWay[] }) {
  return (
    <ul>
      {of.map((one) => (
        <li>
          {sanctionText(lang, one)} ({chamberName(lang, one.chamber)})<p class="desk-said">{one.reason}</p>
        </li>
      ))}
    </ul>
  );
}
