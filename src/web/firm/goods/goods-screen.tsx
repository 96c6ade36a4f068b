// The page on which goods are typed.

import type { Finding } from '../../../applications/finding.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { RuleLevels } from '../../../chambers/settings.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Lang } from '../../ui/words.ts';
import { MendNotice, mendsOf } from '../boxes/boxes-notices.tsx';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { draftWords } from '../draft/draft-words.ts';
import { GoodsPager, GoodsProblems, GoodsTotals } from './goods-around.tsx';
import { FileForm } from './goods-file-form.tsx';
import { type GoodsPage, type GoodsRow, type GridState, sumsAsLines } from './goods-page.ts';
import { GoodsTable } from './goods-table.tsx';
import { goodsWords } from './goods-words.ts';

export type GoodsView = {
  page: GoodsPage;
  rows: readonly GoodsRow[];
  findings: readonly Finding[];
  /** Puts the list of what is to be mended first: after a save that was asked for. */
  focused: boolean;
  /** Why this form was not saved. */
  problems?: readonly FieldProblem[];
  conflict?: boolean;
  /** A file was read and waits for a word. */
  waiting: boolean;
  ruleLevels: RuleLevels;
};

type Props = { c: Req; application: FirmView<OriginContent>['application']; view: GoodsView };

export function GoodsScreen({ c, application, view }: Props) {
  const { lang } = c.var;
  const w = goodsWords[lang];
  const id = application.applicationId;
  const { goods } = application.content;
  const hrefOf = (number: number) => `${paths.goods(id)}?page=${number}`;
  return (
    <DraftFrame c={c} step="goods" application={application} problems={view.problems ?? []} islands={['goods-grid']}>
      {view.conflict ? <Conflict lang={lang} href={hrefOf(view.page.page)} /> : null}
      <GoodsProblems
        {...{ lang, hrefOf, findings: view.findings, rows: view.rows }}
        page={view.page}
        focused={view.focused}
      />
      <p>
        {w.lead} {w.originHelp}
      </p>
      {goods.length === 0 ? (
        <p data-part="empty">
          <strong>{w.emptyHeading}</strong>
          {lang === 'ja' ? '。' : '. '}
          {w.emptyText} <a href="#f-file">{w.fileHeading}</a>
        </p>
      ) : null}
      <Grid c={c} application={application} view={view} />
      <FileForm {...{ lang, id, waiting: view.waiting }} heading={w.fileHeading} />
      <h2>{w.templates}</h2>
      <ul>
        <li>
          <a href={paths.goodsTemplate('xlsx')}>{w.templateXlsx}</a>
        </li>
        <li>
          <a href={paths.goodsTemplate('csv')}>{w.templateCsv}</a>
        </li>
        {goods.length === 0 ? null : (
          <li>
            <a href={paths.goodsExport(id)}>{w.export}</a>
          </li>
        )}
      </ul>
    </DraftFrame>
  );
}

/** The first button of the form is what the Enter key presses without script: it must be the one that saves. */
function Grid({ c, application, view }: Props) {
  const { lang } = c.var;
  const w = goodsWords[lang];
  const { page } = view;
  const { goods } = application.content;
  const state: GridState = {
    ...{ from: page.from, count: page.count, total: page.total, version: application.version },
    linesAddress: paths.goodsLines(application.applicationId),
    ruleLevels: view.ruleLevels,
    before: sumsAsLines(goods.slice(0, page.from)),
    after: sumsAsLines(goods.slice(page.from + page.count)),
  };
  return (
    <form
      method="post"
      action={paths.goods(application.applicationId)}
      id="goods-form"
      data-island={view.conflict ? undefined : 'goods-grid'}
      data-grid={JSON.stringify(state)}
    >
      <input type="hidden" name="version" value={String(application.version)} />
      <input type="hidden" name="from" value={String(page.from)} />
      <input type="hidden" name="count" value={String(page.count)} />
      <div class="goods-bar">
        <Button name="do" value="save">
          {w.save}
        </Button>
        <GoodsPager id="pager-top" lang={lang} page={page} />
      </div>
      <div class="goods-news">
        <div data-part="say" role="status" />
        <p class="field-help" data-part="help" hidden>
          {w.scriptHelp} <span class="goods-keys">{w.keysHelp}</span>
        </p>
      </div>
      <div data-part="mends">
        {view.problems === undefined ? <MendNotice lang={lang} mends={mendsOf(lang, application.content)} /> : null}
      </div>
      <p class="field-help goods-sideways">{w.sideways}</p>
      <GoodsTable lang={lang} rows={view.rows} problems={view.problems ?? []} />
      <ButtonRow>
        <Button name="do" value="rows">
          {w.addRows}
        </Button>
        {page.pages > 1 ? <GoodsPager id="pager-end" lang={lang} page={page} /> : <div data-part="pager-end" />}
      </ButtonRow>
      <GoodsTotals lang={lang} goods={goods} />
      <ButtonRow>
        <Button name="do" value="next" tone="primary">
          {draftWords[lang].next}
        </Button>
      </ButtonRow>
    </form>
  );
}

function Conflict({ lang, href }: { lang: Lang; href: string }) {
  const w = draftWords[lang];
  return (
    <Notice tone="attention" heading={w.conflictHeading}>
      <p>{w.conflictText}</p>
      <p>
        <a href={href} target="_blank" rel="noreferrer">
          {goodsWords[lang].latest}
        </a>
      </p>
    </Notice>
  );
}
