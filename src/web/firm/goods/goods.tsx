import { Hono } from 'hono';
import type { Ctx } from '../../../accounts/context.ts';
import { isChangeable } from '../../../applications/application.ts';
import { readRuleLevels } from '../../../applications/facts.ts';
import type { Finding } from '../../../applications/finding.ts';
// 商品: the lines of boxes 7 and 8 as a table that is typed on, 50 lines a page.
import { originKinds } from '../../../applications/forms/forms.ts';
import type { GoodsLine, OriginContent } from '../../../applications/forms/origin/content.ts';
import { mendCharacters } from '../../../applications/forms/origin/rules/mend-characters.ts';
import { readGoodsUpload } from '../../../applications/import-goods.ts';
import { type FirmView, readOfKind, readToWriteOfKind } from '../../../applications/read.ts';
import { changeContent, type Saved, saveGoods } from '../../../applications/save.ts';
import { checkApplication } from '../../../applications/submit.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { page } from '../../ui/layout.tsx';
import { GoodsClosedPage } from './goods-closed.tsx';
import { goodsFileScreens } from './goods-files.ts';
import { goodsFormOf } from './goods-form.ts';
import {
  emptyLine,
  goodsFieldName,
  goodsPageSize,
  isEmptyLine,
  pageOfGoods,
  rowsOfPage,
  tooLong,
} from './goods-page.ts';
import { GoodsScreen, type GoodsView } from './goods-screen.tsx';
import { goodsUploadScreens } from './goods-upload.tsx';

/** Everything about the goods of an application: the table, what its script saves, files in and out. */
export const goodsScreens = new Hono<Env>();
goodsScreens.route('/', goodsUploadScreens);
goodsScreens.route('/', goodsFileScreens);

goodsScreens.get(paths.goods(':id'), async (c) => {
  const ctx = ctxOf(c);
  const id = c.req.param('id');
  const { application, allowed } = await readOfKind(ctx, originKinds, id);
  const { goods } = application.content;
  const number = (name: string) => Number(c.req.query(name) ?? 'NaN');
  const at = pageOfGoods(goods.length, number('page'));
  const mayWrite = allowed.has('application.write');
  if (!mayWrite || !isChangeable(application))
    return c.html(page(<GoodsClosedPage {...{ c, application, at, mayWrite }} />));
  const findings = await checkApplication(ctx, id);
  const rows = rowsOfPage(goods, findings, at, { insert: number('insert'), rows: number('rows') });
  return c.html(
    await screen(c, application, { page: at, rows, findings, focused: c.req.query('saved') !== undefined }),
  );
});

goodsScreens.post(paths.goods(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const form = goodsFormOf(await formOf(c));
  const goods = form.rows.filter(({ line }) => !isEmptyLine(line)).map(({ line }) => line);
  try {
    const problems = tooLong(form.rows);
    if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
    const { content } = await saveForm(ctx, applicationId, form, goods);
    return c.redirect(afterwards(applicationId, form, goods.length, content.goods.length), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return c.html(await typedPage(c, applicationId, form, error), errorStatus[error.code]);
  }
});

type Typed = ReturnType<typeof goodsFormOf>;

/** What was typed, as it was typed; after the button that corrects characters, with those of the whole application. */
function saveForm(ctx: Ctx, applicationId: string, form: Typed, goods: GoodsLine[]): Promise<Saved> {
  const { version, from, count, deed } = form;
  if (deed.do !== 'mend') return saveGoods(ctx, { kinds: originKinds, applicationId, version, from, count, goods });
  return changeContent(
    ctx,
    { kinds: originKinds, applicationId, version },
    (content) => mendCharacters({ ...content, goods: content.goods.toSpliced(from, count, ...goods) }).content,
  );
}

/** Where the button that was pressed leads. `saved`: how many lines of this form were kept; `total`: of all. */
function afterwards(id: string, form: Typed, saved: number, total: number): string {
  const { deed } = form;
  const here = Math.floor(form.from / goodsPageSize) + 1;
  const goods = (number: number, rest: string) => `${paths.goods(id)}?page=${number}${rest}`;
  const end = Math.max(1, Math.ceil(total / goodsPageSize));
  if (deed.do === 'next') return paths.evidence(id);
  if (deed.do === 'page') return goods(deed.to, '');
  if (deed.do === 'rows') return goods(end, `&rows=20#f-${goodsFieldName(total, 'marks')}`);
  if (deed.do === 'insert') {
    const before = form.rows.filter(({ at, line }) => at < deed.at && !isEmptyLine(line)).length;
    return goods(here, `&insert=${form.from + before}#f-${goodsFieldName(form.from + before, 'marks')}`);
  }
  // Lines typed below the fiftieth stand on the next page: that is where the person was typing.
  return goods(saved > goodsPageSize ? end : here, deed.do === 'delete' || deed.do === 'mend' ? '' : '&saved');
}

/** The same page with everything as it was typed, and why it could not be saved. Nothing is filtered or put in order. */
async function typedPage(c: Req, id: string, form: Typed, refusal: Refusal): Promise<string> {
  const { application } = await readToWriteOfKind(ctxOf(c), originKinds, id);
  const rows = (form.rows.length > 0 ? form.rows : [{ at: form.from, line: emptyLine() }]).map((row) => ({
    ...row,
    findings: [] as Finding[],
  }));
  const total = application.content.goods.length;
  const at = { ...pageOfGoods(total, Math.floor(form.from / goodsPageSize) + 1), from: form.from, count: form.count };
  if (!isChangeable(application))
    return page(<GoodsClosedPage c={c} application={application} at={at} typed={rows.map(({ line }) => line)} />);
  const problems: readonly FieldProblem[] = refusal.fields.map((problem) =>
    problem.field === 'goods' ? { ...problem, field: '' } : problem,
  );
  return screen(c, application, {
    ...{ page: at, rows, findings: [], focused: false, problems },
    conflict: refusal.code === 'conflict',
  });
}

async function screen(
  c: Req,
  application: FirmView<OriginContent>['application'],
  view: Omit<GoodsView, 'waiting' | 'ruleLevels'>,
): Promise<string> {
  const upload = await readGoodsUpload(ctxOf(c), originKinds, application.applicationId);
  const around = { waiting: upload !== undefined, ruleLevels: await readRuleLevels(ctxOf(c)) };
  return page(<GoodsScreen c={c} application={application} view={{ ...view, ...around }} />);
}
