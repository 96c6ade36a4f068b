// The mail is on its way: what happens next.
import type { RegistrationGuide } from '../../../registrations/procedures/registration-guide.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { guideFrame } from './guide.tsx';
import { startWords } from './start-words.ts';

export function sentPage(c: Req, guide: RegistrationGuide): string {
  const { lang } = c.var;
  const w = startWords[lang];
  const { chamberId } = guide.chamber;
  return page(
    <Layout
      {...guideFrame(c, guide)}
      title={w.title}
      back={{ href: paths.registrationGuide(chamberId), label: w.back }}
    >
      <Notice tone="success" heading={w.sentTitle}>
        <p>{w.sentText}</p>
      </Notice>
      <h2>{w.nextHeading}</h2>
      <ol>
        {[w.next1, w.next2, w.next3, w.next4].map((one) => (
          <li>{one}</li>
        ))}
      </ol>
      <h2>{w.noMail}</h2>
      <ul>
        <li>{w.noMailSpam}</li>
        <li>{w.noMailAgain}</li>
      </ul>
      <ButtonRow>
        <ButtonLink href={paths.openRegistration}>{w.open}</ButtonLink>
        <ButtonLink href={paths.registrationLink(chamberId)} tone="link">
          {w.againTitle}
        </ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}

/** The same whatever was typed: it tells no stranger who registers. */
export function againSentPage(c: Req, guide: RegistrationGuide): string {
  const { lang } = c.var;
  const w = startWords[lang];
  const { chamberId } = guide.chamber;
  return page(
    <Layout
      {...guideFrame(c, guide)}
      title={w.againTitle}
      back={{ href: paths.registrationGuide(chamberId), label: w.back }}
    >
      <Notice tone="success" heading={w.againSent}>
        <p>{w.sentText}</p>
      </Notice>
      <p>{w.againNone}</p>
      <ButtonRow>
        <ButtonLink href={paths.openRegistration}>{w.open}</ButtonLink>
      </ButtonRow>
    </Layout>,
  );
}
