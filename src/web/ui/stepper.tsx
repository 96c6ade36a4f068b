import { shellWords } from './shell-words.ts';
import type { Lang } from './words.ts';

export type Step = {
  label: string;
  /** `wrong`: something in it is to be corrected; its words come as the note. */
  state: 'done' | 'now' | 'todo' | 'wrong';
  href?: string | undefined;
  note?: string | undefined;
};

/** The way of a case or the parts of a form, in order. Each step says its state in words too. */
export function Stepper(props: { lang: Lang; label: string; steps: readonly Step[] }) {
  const w = shellWords[props.lang];
  const words = { done: w.stepDone, now: w.stepNow, todo: w.stepTodo, wrong: w.stepTodo };
  return (
    <nav class="stepper" aria-label={props.label}>
      <ol>
        {props.steps.map((step) => (
          <li class={`step step-${step.state}`} aria-current={step.state === 'now' ? 'step' : undefined}>
            {step.href === undefined ? (
              <span class="step-label">{step.label}</span>
            ) : (
              <a href={step.href}>{step.label}</a>
            )}
            <span class="step-state">{step.note ?? words[step.state]}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
