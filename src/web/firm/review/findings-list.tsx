// What the rules found, by the place on the paper; each point leads to its field.
import type { Finding, Place } from '../../../applications/finding.ts';
import { formFor } from '../../../applications/forms/forms.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { formatCount } from '../../ui/dates.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { findingHref, type Which } from './finding-link.ts';
import { reviewWords } from './review-words.ts';

/** A list of five thousand lines without unit would be a page of five thousand points. */
const shownOfARule = 3;

/** `next`: the first of those that are not shown. */
export type RuleFindings = { shown: readonly Finding[]; more: number; next: Finding | undefined };

/** The same of each row: `goods.12.unit` and `goods.40.unit` are, the port and the day of departure are not. */
const kindOf = ({ rule, path }: Finding): string => `${rule} ${path.replace(/\d+/g, '#')}`;

/**
 * What one rule says of one kind of field, in the order in which the rules spoke; of each the first few, and how many more.
 * A single one more is shown: to say that it is there would take as much room.
 */
export function byRule(findings: readonly Finding[]): RuleFindings[] {
  return [...Map.groupBy(findings, kindOf).values()].map((all) => {
    const shown = all.length === shownOfARule + 1 ? all : all.slice(0, shownOfARule);
    return { shown, more: all.length - shown.length, next: all[shown.length] };
  });
}

type Props = { lang: Lang; application: Which; findings: readonly Finding[] };

export function FindingsList(props: Props) {
  const { lang, application, findings } = props;
  const pages = pagesOf(application.kind);
  const found = Map.groupBy(findings, (finding) => finding.place);
  const inOrder = formFor(application.kind).places.flatMap((place) => {
    const here = found.get(place);
    return here === undefined ? [] : [{ place, here }];
  });
  return (
    <>
      <SummaryList
        items={inOrder.map(({ place, here }) => ({
          key: pages.placeName(lang, place),
          value: <FindingsHere {...props} findings={here} />,
        }))}
      />
      <Sources {...props} />
    </>
  );
}

function FindingsHere({ lang, application, findings }: Props) {
  const w = reviewWords[lang];
  return byRule(findings).map(({ shown, more, next }) => (
    <>
      {shown.map((finding) => (
        <div>
          <a href={findingHref(application, finding)}>
            {finding.row === undefined ? '' : w.row(finding.row)}
            {finding[lang]}
          </a>
        </div>
      ))}
      {next === undefined ? null : (
        <div>
          <a href={findingHref(application, next)}>{w.more(formatCount(more))}</a>
        </div>
      )}
    </>
  ));
}

/** Where the outside world states the rules that spoke; a check of ours (is an invoice attached?) has no such source. */
function Sources({ lang, application, findings }: Props) {
  const ruleSources = new Map(formFor(application.kind).rules.map(({ name, source }) => [name, source]));
  const sources = new Map<string, Place>();
  for (const { rule, place } of findings) {
    const source = ruleSources.get(rule);
    if (source !== undefined && !sources.has(source)) sources.set(source, place);
  }
  if (sources.size === 0) return null;
  return (
    <details class="field-rule">
      <summary>{reviewWords[lang].sources}</summary>
      <ul>
        {[...sources].map(([source, place]) => (
          <li>
            {pagesOf(application.kind).placeName(lang, place)}: <span lang="ja">{source}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
