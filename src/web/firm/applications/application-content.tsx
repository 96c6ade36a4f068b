// An application at a glance: what is asked for, and what is attached.
import { keysOf } from '../../../applications/application.ts';
import type { Evidence } from '../../../applications/evidence-store.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { isDay } from '../../../applications/forms/origin/rules/day.ts';
import { paths } from '../../paths.ts';
import { formatCount, formatDay, formatDayTime } from '../../ui/dates.ts';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { countryName } from '../draft/request-sheet-form.tsx';
import { applicationOverviewWords } from './application-overview-words.ts';

/** As typed, in English, since that is what is printed; only the statistical answers are in the page's language. */
export function ContentSummary(props: {
  lang: Lang;
  content: OriginContent;
  /** What stands above: who made it. */
  above?: readonly SummaryItem[];
  /** Where the goods can be read, where they are not typed. */
  goodsHref?: string | undefined;
}) {
  const { lang, content } = props;
  const w = applicationOverviewWords[lang];
  const { consignee, transport } = content;
  const invoices = content.invoices
    .map(({ number, date }) => joined([number, dayText(lang, date)], ', '))
    .filter(Boolean);
  const route = joined([joined([transport.from], ''), joined([transport.to, transport.toCountry], ', ')], ' → ');
  const printed: SummaryItem[] = [
    { key: w.consignee, value: joined([keysOf(content).consignee, consignee.country], ', '), valueLang: 'en' },
    { key: w.invoices, value: invoices.join('\n') },
    { key: w.origin, value: joined(content.originCountries, ', '), valueLang: 'en' },
    { key: w.route, value: route, valueLang: 'en' },
  ];
  const lines = formatCount(content.goods.length);
  const items: SummaryItem[] = [
    ...(props.above ?? []),
    { key: w.kind, value: w.kindOrigin },
    { key: w.destination, value: countryName(lang, content.request.destination) },
    ...printed,
    {
      key: w.goods,
      value: props.goodsHref === undefined ? w.lines(lines) : <a href={props.goodsHref}>{w.goodsToRead(lines)}</a>,
    },
    { key: w.declared, value: dayText(lang, content.declaration.date) },
  ];
  return (
    <SummaryList
      items={items.map((item) => (item.value === '' ? { key: item.key, value: <Nothing lang={lang} /> } : item))}
    />
  );
}

const joined = (parts: readonly string[], by: string): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(by);

/** What was typed may be no day at all; then it is shown as typed. */
const dayText = (lang: Lang, typed: string): string => (isDay(typed) ? formatDay(lang, typed) : typed);

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
            {[w[one.kind], w.pages(formatCount(one.pages)), formatDayTime(lang, one.addedAt)].join(
              lang === 'ja' ? '、' : ', ',
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
