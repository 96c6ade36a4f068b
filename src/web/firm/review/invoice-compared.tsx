// インボイスとの見比べ: what of the entries stands on the attached invoice, what it says otherwise, what was not found there.
import type { Child } from 'hono/jsx';
import type { Compared, InvoiceComparison } from '../../../applications/comparison/compare-invoice.ts';
import type { Evidence } from '../../../applications/evidence-store.ts';
import type { ApplicationKind } from '../../../applications/forms/forms.ts';
import { isDay } from '../../../lib/day.ts';
import { pagesOf } from '../../kinds/kinds.ts';
import { formatCount, formatDay } from '../../ui/dates.ts';
import type { Lang } from '../../ui/words.ts';
import { invoiceComparedWords } from './invoice-compared-words.ts';

type Props = {
  lang: Lang;
  kind: ApplicationKind;
  comparison: InvoiceComparison;
  evidence: readonly Pick<Evidence, 'evidenceId' | 'fileName' | 'kind'>[];
  /** For who may mend: the address of the field. */
  hrefOf?: (value: Compared) => string;
  /** Who applies: it is a part of the page. At the desk it stands beside the invoice. */
  isHeading?: boolean;
};

/** So many at once: at the desk the invoice itself must stay in sight. More are folded away, and a page holds so many at most. */
const atOnce = { firm: 20, desk: 5 } as const;
const valuesAtMost = 200;

export function InvoiceCompared(props: Props) {
  const { lang, comparison } = props;
  const w = invoiceComparedWords[lang];
  if (comparison.state === 'nothing') return null;
  return (
    <section aria-labelledby="compared" class="compared">
      {props.isHeading ? <h2 id="compared">{w.heading}</h2> : <h3 id="compared">{w.heading}</h3>}
      {comparison.state === 'no_text' ? (
        <p>
          {w.noText}
          {w.noTextDo}
        </p>
      ) : (
        <Result {...props} comparison={comparison} />
      )}
    </section>
  );
}

type OfResult = Props & { comparison: Extract<InvoiceComparison, { state: 'compared' }> };

function Result(props: OfResult) {
  const { lang, comparison } = props;
  const w = invoiceComparedWords[lang];
  const { values } = comparison;
  const matched = values.filter(({ outcome }) => outcome.is === 'found' || outcome.is === 'beside');
  const unmatched = values.filter((value) => !matched.includes(value));
  const all = formatCount(values.length);
  const first = props.isHeading ? atOnce.firm : atOnce.desk;
  return (
    <>
      <p>{unmatched.length === 0 ? w.allFound(all) : w.count(formatCount(matched.length), all)}</p>
      <NotCompared {...props} />
      <Listed {...{ lang, values: unmatched.slice(0, first) }} show={(value) => <Point {...props} value={value} />} />
      <Folded
        {...{ lang, values: unmatched.slice(first) }}
        summary={w.moreUnmatched}
        show={(value) => <Point {...props} value={value} />}
      />
      <Folded {...{ lang, values: matched }} summary={w.matched} show={(value) => <Match {...props} value={value} />} />
      {unmatched.length === 0 ? null : <p class="field-help">{props.isHeading ? w.hint : w.hintDesk}</p>}
    </>
  );
}

/** What was not looked at must not seem to have been found. */
function NotCompared({ lang, comparison }: OfResult) {
  const w = invoiceComparedWords[lang];
  const { pagesWithoutText, textCut, leftOut } = comparison;
  return (
    <>
      {pagesWithoutText > 0 ? <p>{w.pages(formatCount(pagesWithoutText))}</p> : null}
      {textCut ? <p>{w.cut}</p> : null}
      {leftOut > 0 ? <p>{w.leftOut(formatCount(leftOut))}</p> : null}
    </>
  );
}

type List = { lang: Lang; values: readonly Compared[]; show: (value: Compared) => Child };

function Listed({ lang, values, show }: List) {
  if (values.length === 0) return null;
  const more = values.length - valuesAtMost;
  return (
    <ul>
      {values.slice(0, valuesAtMost).map((value) => (
        <li>{show(value)}</li>
      ))}
      {more > 0 ? <li class="quiet">{invoiceComparedWords[lang].more(formatCount(more))}</li> : null}
    </ul>
  );
}

function Folded(props: List & { summary: (n: string) => string }) {
  if (props.values.length === 0) return null;
  return (
    <details class="field-rule">
      <summary>{props.summary(formatCount(props.values.length))}</summary>
      <Listed {...props} />
    </details>
  );
}

type OfValue = Props & { value: Compared };

/** `商品の数量 3: 入力は「…」、インボイスは「…」です。`; for a firm it leads to the field. */
function Point(props: OfValue) {
  const { lang, value, hrefOf } = props;
  const w = invoiceComparedWords[lang];
  const typed = typedText(lang, value);
  const isOtherwise = value.outcome.is === 'otherwise';
  const words = value.outcome.is === 'otherwise' ? w.otherwise(typed, value.outcome.says) : w.missing(typed);
  return (
    <>
      {hrefOf ? <a href={hrefOf(value)}>{nameOf(props)}</a> : <strong>{nameOf(props)}</strong>}: <bdi>{words}</bdi>
      {hrefOf ? (isOtherwise ? w.otherwiseDo : w.missingDo) : null}
    </>
  );
}

function Match(props: OfValue) {
  const { lang, value } = props;
  return (
    <>
      {nameOf(props)}: <bdi>{typedText(lang, value)}</bdi> ({placeOf(props)})
    </>
  );
}

function placeOf({ lang, value, evidence }: OfValue): string {
  const w = invoiceComparedWords[lang];
  const { outcome } = value;
  if (outcome.is === 'missing') return '';
  const file = evidence.find((one) => one.evidenceId === outcome.evidenceId);
  return outcome.is === 'beside' ? w.onOther(file?.fileName ?? '', outcome.page) : w.onPage(outcome.page);
}

function nameOf({ lang, kind, value }: OfValue): string {
  const { path, row } = value;
  return pagesOf(kind).changedLabel(lang, { path, ...(row === undefined ? {} : { row }) });
}

function typedText(lang: Lang, value: Compared): string {
  const { value: typed } = value;
  if (value.kind === 'date' && isDay(typed)) return formatDay(lang, typed);
  const text = value.kind === 'quantity' ? `${typed} ${value.unit}` : typed;
  return text.replace(/\s+/g, ' ').trim();
}
