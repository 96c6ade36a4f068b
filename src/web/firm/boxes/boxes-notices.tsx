// What stands above the boxes now and then: characters to mend, somebody saved first, the chamber has it.

import type { CharacterChange } from '../../../applications/forms/content.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { mendCharacters } from '../../../applications/forms/origin/rules/mend-characters.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { draftWords } from '../draft/draft-words.ts';
import type { Boxes } from './boxes-input.ts';
import { labelOf } from './boxes-labels.ts';
import { boxesWords } from './boxes-words.ts';

const shownMends = 20;

/** What a page shows of the characters that can be mended by rote; goods are mended with the boxes. */
export type Mends = { rows: { label: string; before: string; after: string }[]; more: number };

export function mendsOf(lang: Lang, content: OriginContent): Mends {
  const { changes } = mendCharacters(content);
  const row = ({ path, before, after }: CharacterChange) => ({ label: labelOf(lang, path), before, after });
  return { rows: changes.slice(0, shownMends).map(row), more: Math.max(0, changes.length - shownMends) };
}

/** Before and after, and the button that takes it all. Stands empty and hidden where there is nothing to mend. */
export function MendNotice(props: { lang: Lang; mends: Mends }) {
  const w = boxesWords[props.lang];
  const { rows, more } = props.mends;
  return (
    <section
      class="notice notice-attention"
      data-island="mends"
      hidden={rows.length === 0}
      aria-labelledby="mends-heading"
    >
      <h2 class="notice-heading" id="mends-heading">
        {w.mends}
      </h2>
      <div class="notice-text">
        <p>{w.mendsText}</p>
        <table class="mends">
          <thead>
            <tr>
              <th scope="col">{w.place}</th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.after}</th>
            </tr>
          </thead>
          <tbody data-island="mends-rows">
            {rows.map((row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td>{row.before}</td>
                <td lang="en">{row.after}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p data-island="mends-more" hidden={more === 0}>
          {more === 0 ? '' : w.mendsMore(more)}
        </p>
      </div>
      <div class="notice-action">
        <Button name="do" value="mend">
          {w.mend}
        </Button>
      </div>
    </section>
  );
}

/** Somebody saved first: what was typed stays in the form, what is saved now stands here where it differs. */
export function ConflictNotice(props: { lang: Lang; typed: Boxes; saved: Boxes }) {
  const { lang } = props;
  const w = boxesWords[lang];
  const items = differences(props.typed, props.saved).map(({ path, saved }) => ({
    key: labelOf(lang, path),
    value: saved === '' ? w.conflictEmpty : saved,
  }));
  return (
    <Notice tone="attention" heading={draftWords[lang].conflictHeading}>
      <p>{draftWords[lang].conflictText}</p>
      {items.length === 0 ? (
        <p>{w.conflictSame}</p>
      ) : (
        <>
          <p>
            {w.conflictDiffers} ({w.conflictSaved}):
          </p>
          <SummaryList items={items} />
        </>
      )}
    </Notice>
  );
}

/** The chamber took it while somebody was typing. */
export function ClosedNotice(props: { lang: Lang; applicationId: string }) {
  const w = boxesWords[props.lang];
  return (
    <Notice
      tone="attention"
      heading={w.closedHeading}
      action={<ButtonLink href={paths.application(props.applicationId)}>{w.closedLink}</ButtonLink>}
    >
      <p>{w.closedText}</p>
    </Notice>
  );
}

/** Every text that differs, by path, as it is saved. Both sides' rows count. */
export function differences(typed: Boxes, saved: Boxes): { path: string; saved: string }[] {
  const now = new Map(textsIn(saved, ''));
  const mine = new Map(textsIn(typed, ''));
  return [...new Set([...mine.keys(), ...now.keys()])]
    .filter((path) => (mine.get(path) ?? '') !== (now.get(path) ?? ''))
    .map((path) => ({ path, saved: now.get(path) ?? '' }));
}

function textsIn(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, path === '' ? key : `${path}.${key}`));
}
