import type { Child, PropsWithChildren } from 'hono/jsx';
import { shellWords } from './shell-words.ts';
import { StatusTag, type StatusTone } from './status-tag.tsx';
import type { Lang } from './words.ts';

/**
 * The answer at the top of a page, under its heading: the state, what happens next and when, and the one thing to do.
 * The children are the sentence of what happens next; it names a day or a time wherever there is one.
 */
export function NextStep(
  props: PropsWithChildren<{ lang: Lang; tone: StatusTone; state: string; since?: string | undefined; action?: Child }>,
) {
  const w = shellWords[props.lang];
  return (
    <section class="next-step" aria-label={w.whatNext}>
      <p class="next-step-state">
        <StatusTag tone={props.tone} text={props.state} />
        {props.since === undefined ? null : <span class="next-step-since">{props.since}</span>}
      </p>
      <div class="next-step-text">{props.children}</div>
      {props.action === undefined ? null : <div class="next-step-action">{props.action}</div>}
    </section>
  );
}
