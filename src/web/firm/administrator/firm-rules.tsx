// 会社の設定: who sees whose cases, and who releases what sub IDs prepare.
import { Hono } from 'hono';
import { setFirmRules } from '../../../registrations/firm-rules.ts';
import { readRegistration } from '../../../registrations/read-registration.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { firmRulesWords } from './firm-rules-words.ts';

export const firmRulesScreens = new Hono<Env>();

firmRulesScreens.get(paths.firmRules, async (c) => {
  const { registration } = await readRegistration(ctxOf(c));
  const { lang } = c.var;
  const w = firmRulesWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title} back={{ href: paths.registration, label: w.back }}>
        {c.req.query('saved') === undefined ? null : (
          <Notice tone="success" heading={w.savedHeading}>
            <p>{w.savedText}</p>
          </Notice>
        )}
        <p>{w.lead}</p>
        <form method="post" action={paths.firmRules}>
          <Checkbox
            {...{ lang, name: 'usersSeeAll', label: w.usersSeeAll, help: w.usersSeeAllHelp }}
            checked={registration.usersSeeAll}
          />
          <Checkbox
            {...{
              lang,
              name: 'releaseRequired',
              label: w.releaseRequired,
              help: w.releaseRequiredHelp,
            }}
            checked={registration.releaseRequired}
          />
          <ButtonRow>
            <Button tone="primary">{w.save}</Button>
          </ButtonRow>
        </form>
      </Layout>,
    ),
  );
});

firmRulesScreens.post(paths.firmRules, async (c) => {
  const form = await formOf(c);
  // A box without its tick is not sent.
  const isTicked = (name: string) => form[name] === 'yes';
  await setFirmRules(ctxOf(c), { usersSeeAll: isTicked('usersSeeAll'), releaseRequired: isTicked('releaseRequired') });
  return c.redirect(`${paths.firmRules}?saved`, 303);
});
