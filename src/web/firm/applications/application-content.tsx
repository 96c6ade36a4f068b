// An application at a glance: what is asked for, and what is attached.
import { evidenceNames } from '../../../applications/evidence-kinds.ts';
import type { Evidence } from '../../../applications/evidence-store.ts';
import type { Content } from '../../../applications/forms/content.ts';
import { type ApplicationKind, formFor } from '../../../applications/forms/forms.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { paths } from '../../paths.ts';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { applicationOverviewWords } from './application-overview-words.ts';

/** As typed, in English, since that is what is printed; only the statistical answers are in the page's language. */
export function ContentSummary(props: {
  lang: Lang;
  kind: ApplicationKind;
  content: Content;
  /** What stands above: who made it. */
  above?: readonly SummaryItem[];
  /** Where the goods can be read, where they are not typed. */
  goodsHref?: string | undefined;
}) {
  const { lang, kind, content } = props;
  const w = applicationOverviewWords[lang];
  const lines = formatCount(content.goods.length);
  const { before, after } = pagesOf(kind).summary(lang, content);
  const items: SummaryItem[] = [
    ...(props.above ?? []),
    { key: w.kind, value: formFor(kind).name[lang] },
    ...before,
    {
      key: w.goods,
      value: props.goodsHref === undefined ? w.lines(lines) : <a href={props.goodsHref}>{w.goodsToRead(lines)}</a>,
    },
    ...after,
  ];
  return (
    <SummaryList
      items={items.map((item) => (item.value === '' ? { key: item.key, value: <Nothing lang={lang} /> } : item))}
    />
  );
}

function Nothing({ lang }: { lang: Lang }) {
  return <span class="quiet">{applicationOverviewWords[lang].none}</span>;
}

export function EvidenceSummary(props: { lang: Lang; applicationId: string; evidence: readonly Evidence[] }) {
  const { lang, evidence } = props;
  const w = applicationOverviewWords[lang];
  if (evidence.length === 0) return <p>{w.noEvidence}</p>;
  return (
    <ul>
      {evidence.map((one) => (
        <li>
          <a href={paths.evidenceFile(props.applicationId, one.evidenceId)}>{one.fileName}</a>
          <br />
          <span class="quiet">
            {[evidenceNames[one.kind][lang], w.pages(formatCount(one.pages)), formatDayTime(lang, one.addedAt)].join(
              lang === 'ja' ? '、' : ', ',
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
