// The end of a sub ID: asked once more, since it cannot be undone.
import { Hono } from 'hono';
import { endSubId } from '../../../registrations/sub-ids/end-sub-id.ts';
import { getOwnSubId } from '../../../registrations/sub-ids/list-own-sub-ids.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { formatCount } from '../../ui/dates.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { refused } from './sub-id.tsx';
import { holderName } from './sub-ids.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const endSubIdScreens = new Hono<Env>();

endSubIdScreens.get(paths.endSubId(':id'), async (c) => {
  const row = await getOwnSubId(ctxOf(c), c.req.param('id'));
  const { accountId, loginId } = row;
  if (row.status === 'ended') return c.redirect(paths.subId(accountId), 303);
  const { lang } = c.var;
  const w = subIdsWords[lang];
  return c.html(
    page(
      <Layout
        {...frameOf(c)}
        title={w.endTitle(loginId)}
        back={{ href: paths.subId(accountId), label: w.subTitle(loginId) }}
      >
        <p>
          {w.holder}: {holderName(lang, row)}
        </p>
        <Confirm
          {...{ lang, action: paths.endSubId(accountId), yes: w.endYes, tone: 'danger' }}
          no={{ href: paths.subId(accountId) }}
        >
          <ul>
            <li>{w.endSignsOut}</li>
            <li>{w.endKeeps(formatCount(row.cases))}</li>
            <li>{w.endNoWay}</li>
          </ul>
        </Confirm>
      </Layout>,
    ),
  );
});

endSubIdScreens.post(paths.endSubId(':id'), async (c) => {
  const accountId = c.req.param('id');
  try {
    await endSubId(ctxOf(c), { accountId });
    return c.redirect(paths.subId(accountId), 303);
  } catch (error) {
    return refused(c, accountId, error);
  }
});
