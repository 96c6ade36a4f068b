// All lines of goods of one case, where there are more than its page shows.
import { Hono } from 'hono';
import { readDeskDetails } from '../../applications/read-desk-details.ts';
import { frameOf } from '../frame.ts';
import { pagesOf } from '../kinds/kinds.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env } from '../request.ts';
import { Layout, page } from '../ui/layout.tsx';
import { Pager } from '../ui/pager.tsx';
import { caseWords } from './case-words.ts';

export const deskGoodsScreens = new Hono<Env>();

const perPage = 200;

deskGoodsScreens.get(paths.deskGoods(':id'), async (c) => {
  const id = c.req.param('id');
  const { submission, application } = await readDeskDetails(ctxOf(c), id);
  const { goods } = submission.content;
  const last = Math.max(1, Math.ceil(goods.length / perPage));
  const typed = c.req.query('page') ?? '';
  const at = Math.min(last, /^[1-9]\d{0,3}$/.test(typed) ? Number(typed) : 1);
  const from = (at - 1) * perPage;
  const { lang } = c.var;
  const w = caseWords[lang];
  return c.html(
    page(
      <Layout
        {...frameOf(c)}
        title={w.goodsTitle(application.receiptNumber ?? '')}
        back={{ href: paths.deskCase(id), label: w.backToCase }}
      >
        <Pager
          {...{ lang, total: goods.length, perPage, page: at }}
          hrefOf={(to) => `${paths.deskGoods(id)}?page=${to}`}
        />
        {pagesOf(application.kind).goodsTable({ lang, id: 'goods', from, lines: goods.slice(from, from + perPage) })}
      </Layout>,
    ),
  );
});
