// What the overview of an application says while it waits for its signatory, and after it was given back.
import type { FirmView } from '../../../applications/read.ts';
import type { Event } from '../../../audit/events.ts';
import { paths } from '../../paths.ts';
import { ButtonLink, PostButton } from '../../ui/button.tsx';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { idText } from '../applications/of-whom.tsx';
import { releaseWords } from './release-words.ts';

/** The state of an application with `preparedAt`: for the signatory the way to release it, for the sub ID the way back. */
export function ReleaseState({ lang, view, isSub }: { lang: Lang; view: FirmView; isSub: boolean }) {
  const w = releaseWords[lang];
  const { application, allowed, madeBy } = view;
  const { applicationId, preparedAt, signatory } = application;
  const name = lang === 'ja' ? signatory.nameJa || signatory.nameEn : signatory.nameEn;
  const since = preparedAt === null ? undefined : w.since2(formatDayTime(lang, preparedAt));
  const of = { lang, tone: 'attention' as const, state: w.state, since };
  if (allowed.has('application.release'))
    return (
      <NextStep
        {...of}
        action={
          <ButtonLink href={paths.releaseApplication(applicationId)} tone="primary">
            {w.check}
          </ButtonLink>
        }
      >
        <p>{w.forSignatory(idText(lang, madeBy))}</p>
      </NextStep>
    );
  if (isSub && allowed.has('application.write'))
    return (
      <NextStep
        {...of}
        action={<PostButton action={paths.takeBackApplication(applicationId)}>{w.takeBack}</PostButton>}
      >
        <p>{w.forSub(name)}</p>
      </NextStep>
    );
  return (
    <NextStep {...of}>
      <p>{w.forOthers(name)}</p>
    </NextStep>
  );
}

/** The signatory's note, as long as it was the last word on a release and the firm has it again. */
export function givenBackNote(events: readonly Event[]): string | undefined {
  const last = events.findLast(({ action }) => ['prepare', 'take_back', 'give_back', 'submit'].includes(action));
  if (last?.action !== 'give_back') return undefined;
  const { note } = (last.detail ?? {}) as { note?: unknown };
  return typeof note === 'string' ? note : undefined;
}

export function GivenBack({ lang, events }: { lang: Lang; events: readonly Event[] }) {
  const w = releaseWords[lang];
  const note = givenBackNote(events);
  if (note === undefined) return null;
  return (
    <Notice tone="attention" heading={w.backHeading}>
      <p>
        <bdi>{w.backText(note)}</bdi>
      </p>
    </Notice>
  );
}

/** In a list, in the place of its status. */
export const WaitingTag = ({ lang }: { lang: Lang }) => <StatusTag tone="attention" text={releaseWords[lang].state} />;

/** Says at the top of a page how many wait; nothing when none does. */
export function ToReleaseNotice({ lang, count }: { lang: Lang; count: number }) {
  const w = releaseWords[lang];
  if (count === 0) return null;
  return (
    <Notice
      tone="attention"
      heading={w.waitingHeading(formatCount(count))}
      action={<ButtonLink href={paths.toRelease}>{w.waitingLink}</ButtonLink>}
    >
      <p>{w.waitingText}</p>
    </Notice>
  );
}
