// Left: what is declared. The sheets as they will be, and the same once more as text to copy.

import type { OriginContent } from '../../applications/forms/origin/content.ts';
import { boxText, type FittedBox } from '../../applications/forms/origin/sheet-boxes.ts';
import { a4 } from '../../paper/page.ts';
import { placeWords } from '../firm/review/finding-link.ts';
import { paths } from '../paths.ts';
import { formatCount } from '../ui/dates.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { CaseView } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { GoodsTable } from './goods-lines.tsx';

/** More lines than these have a page of their own. */
export const shownGoods = 50;

export function CaseDeclared(props: CaseView & { sheets: number }) {
  const { lang, view, sheets } = props;
  const w = caseWords[lang];
  const { applicationId, round } = view.application;
  return (
    <div class="desk-side">
      <div class="desk-side-head">
        <h2>{w.sheets(sheets)}</h2>
        <a href="#as-text">{w.asText}</a>
      </div>
      <section class="desk-pane" id="pane-left" aria-label={w.declared} tabindex={0}>
        {Array.from({ length: sheets }, (_, index) => index + 1).map((sheet) => (
          <a class="desk-picture" href={`${paths.deskSheet(applicationId, String(sheet))}?round=${round}`} data-page="">
            <img
              src={`${paths.deskSheet(applicationId, String(sheet))}?round=${round}`}
              alt={w.sheet(sheet, sheets)}
              width={String(Math.round(a4.width * 4))}
              height={String(Math.round(a4.height * 4))}
              loading={sheet === 1 ? 'eager' : 'lazy'}
            />
          </a>
        ))}
        <AsText {...props} />
      </section>
    </div>
  );
}

const textBoxes: readonly FittedBox[] = ['1', '2', '3', '4', '5', '6'];

function AsText({ lang, view }: CaseView) {
  const w = caseWords[lang];
  const { content, exporter } = view.submission;
  const { applicationId, goodsLines } = view.application;
  const box = (place: FittedBox) => ({
    ...{ key: placeWords[lang][place], value: boxText(place, content).join('\n') || w.nothing, valueLang: 'en' },
  });
  const registered = `${exporter.nameEn}\n${exporter.addressEn}`;
  return (
    <>
      <h3 id="as-text" tabindex={-1}>
        {w.asTextHeading}
      </h3>
      <SummaryList
        items={[
          box('1'),
          { key: w.exporterAsRegistered, value: registered, valueLang: 'en' },
          ...textBoxes.slice(1).map(box),
          { key: placeWords[lang]['7'], value: content.marks || w.nothing, valueLang: 'en' },
          { key: w.totals, value: totalsText(content) || w.nothing, valueLang: 'en' },
          box('9'),
        ]}
      />
      <GoodsTable {...{ lang, id: 'goods', from: 0, lines: content.goods.slice(0, shownGoods) }} />
      {goodsLines > shownGoods ? (
        <p>
          <a href={paths.deskGoods(applicationId)} target="_blank" rel="noopener">
            {w.allGoods(formatCount(goodsLines))}
          </a>
        </p>
      ) : null}
    </>
  );
}

function totalsText({ totals }: OriginContent): string {
  const quantities = totals.quantities.map(({ quantity, unit }) => `${quantity} ${unit}`.trim());
  return [totals.packages, ...quantities].filter((part) => part !== '').join('\n');
}
