// Whether the registration lets the firm apply, and how long: at the top of its page and on the administrator's home.
import type { Child } from 'hono/jsx';
import type { RegistrationView } from '../../../registrations/read-registration.ts';
import { formatCount, formatDay } from '../../ui/dates.ts';
import { NextStep } from '../../ui/next-step.tsx';
import type { StatusTone } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { registrationWords, standingSaid } from './registration-words.ts';

/** From so many days before its end a registration is spoken of as ending. */
export const soonDays = 60;

export const endsSoon = ({ standing, daysLeft }: RegistrationView): boolean =>
  standing === 'good' && daysLeft <= soonDays;

export function RegistrationState(props: { lang: Lang; view: RegistrationView; action?: Child }) {
  const { lang, view } = props;
  const w = registrationWords[lang];
  const { validFrom, validUntil, sanctioned } = view.registration;
  const { suspendedUntil } = sanctioned;
  const { state, text } = standingSaid(lang, view.standing, {
    ...{ validFrom: formatDay(lang, validFrom), validUntil: formatDay(lang, validUntil) },
    suspendedUntil: suspendedUntil === null ? '' : formatDay(lang, suspendedUntil),
    ...{ daysLeft: view.daysLeft, days: formatCount(view.daysLeft) },
  });
  return (
    <NextStep lang={lang} tone={toneOf(view)} state={state} action={props.action}>
      <p>{text}</p>
      {endsSoon(view) ? <p>{w.renew}</p> : null}
      <p>{w.counter}</p>
    </NextStep>
  );
}

function toneOf(view: RegistrationView): StatusTone {
  if (view.standing === 'good') return endsSoon(view) ? 'attention' : 'done';
  return view.standing === 'not_yet' ? 'neutral' : 'stopped';
}
