// What the boxes of the form are made of: a section a box, its help and rule, its fields with what the rules say to them.
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Place } from '../../../applications/finding.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { originWording } from '../../../applications/forms/origin/wording.ts';
import type { Remark } from '../../../applications/remarks-store.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { Button } from '../../ui/button.tsx';
import { type FieldProps, fieldId, problemFor } from '../../ui/field-frame.tsx';
import { shellWords } from '../../ui/shell-words.ts';
import type { Lang } from '../../ui/words.ts';
import { valueAt } from './boxes-findings.ts';
import { maxRows, type RowList } from './boxes-input.ts';
import { labelOf } from './boxes-labels.ts';
import { boxTexts, type StepBox } from './boxes-rules.ts';
import { boxesWords } from './boxes-words.ts';

/** All that a box needs to draw itself. */
export type BoxesView = {
  lang: Lang;
  content: OriginContent;
  /** What must be mended, by path. */
  errors: readonly FieldProblem[];
  /** What the examiner will ask about, by path. */
  hints: readonly FieldProblem[];
  remarks: readonly Remark[];
  /** More than six months after shipment: the reason is asked for. */
  late: boolean;
};

/** The common properties of the field at a path: label, value as typed, help with its hint, error. */
export function fieldAt(
  view: BoxesView,
  path: string,
  more: { help?: string | undefined; required?: boolean | undefined } = {},
): FieldProps & { value: string } {
  const value = valueAt(view.content, path);
  const hint = problemFor(view.hints, view.lang, path);
  return {
    lang: view.lang,
    name: path,
    label: labelOf(view.lang, path),
    required: more.required,
    help: helpWith(more.help, hint),
    error: problemFor(view.errors, view.lang, path),
    value: typeof value === 'string' ? value : '',
  };
}

function helpWith(help: string | undefined, hint: string | undefined): Child {
  if (hint === undefined) return help;
  return (
    <>
      {help}
      <span class="field-hint">{hint}</span>
    </>
  );
}

/** Where on the paper it shows, for what is no box of its own. */
const areaOf: Partial<Record<StepBox, string>> = { totals: '8', language: '7' };

/** A box of the paper: its Japanese name and the paper's own label, one sentence of help, the rule on demand. */
export function BoxSection(
  props: PropsWithChildren<{ view: BoxesView; box: StepBox; place: Place; problemPath?: string; printed?: boolean }>,
) {
  const { view, box } = props;
  const { lang } = view;
  const w = boxesWords[lang];
  const texts = boxTexts[lang][box];
  const id = `box-${box}`;
  return (
    <section class="box" id={id} aria-labelledby={`${id}-name`} data-box={areaOf[box] ?? box}>
      <h2 id={`${id}-name`}>
        <BoxName lang={lang} box={box} />
      </h2>
      <p class="field-help">{texts.help}</p>
      <details class="field-rule">
        <summary>
          {w.rule}
          <span class="unseen">: {texts.name}</span>
        </summary>
        <div class="field-rule-text">
          {texts.rules.map((rule) => (
            <p>{rule}</p>
          ))}
        </div>
      </details>
      <BoxRemarks view={view} place={props.place} />
      {props.problemPath === undefined ? null : <BoxProblems view={view} path={props.problemPath} />}
      {props.children}
    </section>
  );
}

/** In English the paper's own label says it all. */
function BoxName({ lang, box }: { lang: Lang; box: StepBox }) {
  const { name } = boxTexts[lang][box];
  if (box === 'totals' || box === 'language') return name;
  if (lang === 'en') return originWording.labels[box];
  return (
    <>
      <span class="box-name">{name}</span>{' '}
      <span class="box-label" lang="en" translate="no">
        {originWording.labels[box]}
      </span>
    </>
  );
}

/** What an examiner asked to mend in this box. */
function BoxRemarks(props: { view: BoxesView; place: Place }) {
  const { remarks, lang } = props.view;
  const asked = remarks.filter((remark) => remark.place === props.place);
  if (asked.length === 0) return null;
  return (
    <div class="box-remark">
      <p class="box-remark-heading">{boxesWords[lang].remark}</p>
      {asked.map((remark) => (
        <p class="box-remark-words">
          <bdi>{remark.words}</bdi>
        </p>
      ))}
    </div>
  );
}

/** What is wrong with the box as a whole: too long, or no row at all. The error list links here. */
function BoxProblems(props: { view: BoxesView; path: string }) {
  const { view, path } = props;
  const error = problemFor(view.errors, view.lang, path);
  return (
    <div id={fieldId(path)} tabindex={-1} class="field box-problem" data-problem-of={path}>
      {error === undefined ? null : (
        <p class="field-error" id={`${fieldId(path)}-error`}>
          <span class="unseen">{shellWords[view.lang].errorPrefix}</span>
          {error}
        </p>
      )}
    </div>
  );
}

/** Fields that belong together and can be taken away together. `whole`: what the button takes away, in words. */
export function Row(
  props: PropsWithChildren<{ view: BoxesView; list: RowList; row: number; label: string; removable: boolean }>,
) {
  const { view, list, row, label, removable } = props;
  const w = boxesWords[view.lang];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight, which says nothing new here
    <div class="box-row" role="group" aria-label={label}>
      {props.children}
      {removable ? (
        <Button tone="link" name="do" value={`remove:${list}:${row}`}>
          {w.remove}
          <span class="unseen">{w.of(label)}</span>
        </Button>
      ) : null}
    </div>
  );
}

/** Posts the form, which comes back with one row more. */
export function AddRow(props: { list: RowList; rows: number; label: string }) {
  if (props.rows >= maxRows[props.list]) return null;
  return (
    <Button name="do" value={`add:${props.list}`}>
      {props.label}
    </Button>
  );
}
