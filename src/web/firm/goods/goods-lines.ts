// Goods as the page's own script saves them: a page of lines, or a page and what was pasted beyond it, in one deed.

import { Hono } from 'hono';
import { z } from 'zod';
import { originKinds } from '../../../applications/forms/forms.ts';
import { GoodsLine } from '../../../applications/forms/origin/content.ts';
import { readOfKind } from '../../../applications/read.ts';
import { saveGoods } from '../../../applications/save.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { formatTime } from '../../ui/dates.ts';
import { isEmptyLine, tooLong } from './goods-page.ts';

export const goodsLinesScreens = new Hono<Env>();

const Input = z.object({
  version: z.int().positive(),
  from: z.int().nonnegative(),
  count: z.int().nonnegative(),
  goods: z.array(z.record(z.string(), z.string())),
});
/** Lengths are asked by `tooLong`, which names the row and column. */
const AnyLine = z.object(
  Object.fromEntries(Object.keys(GoodsLine.shape).map((field) => [field, z.string().default('')])),
);

/**
 * Answers `{ version, time, total }`: the version and the clock in Japan of this save, and how many lines there are now.
 * A refusal is `{ code, problems }`, with `version` where somebody else saved first, so that the page can ask whose is to stay.
 */
goodsLinesScreens.post(paths.goodsLines(':id'), async (c) => {
  const applicationId = c.req.param('id');
  try {
    const ctx = ctxOf(c);
    const input = Input.safeParse(await c.req.json().catch(() => undefined));
    if (!input.success) throw new Refusal('invalid');
    const { version, from, count } = input.data;
    const rows = input.data.goods.map((line, index) => ({ at: from + index, line: AnyLine.parse(line) as GoodsLine }));
    const problems = tooLong(rows);
    if (problems.length > 0) throw new Refusal('invalid', { fields: problems });
    const goods = rows.map(({ line }) => line).filter((line) => !isEmptyLine(line));
    const saved = await saveGoods(ctx, { kinds: originKinds, applicationId, version, from, count, goods });
    return c.json({ version: saved.version, time: formatTime(saved.savedAt), total: saved.content.goods.length });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(c, applicationId, error);
  }
});

async function refused(c: Req, applicationId: string, { code, fields }: Refusal): Promise<Response> {
  const { application } =
    code === 'conflict' ? await readOfKind(ctxOf(c), originKinds, applicationId) : { application: undefined };
  const body = { code, problems: fields.map((problem) => problem[c.var.lang]) };
  return c.json({ ...body, version: application?.version, status: application?.status }, errorStatus[code]);
}
