// The end of an agency: says which sub IDs end, before they do.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import { endSubIdsOfAgent } from '../../../registrations/sub-ids/end-sub-ids-of-agent.ts';
import { listSubIdsOfAgent } from '../../../registrations/sub-ids/list-own-sub-ids.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env } from '../../request.ts';
import { formatCount } from '../../ui/dates.ts';
import { Confirm } from '../../ui/dialog.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { AgentName, agentName } from './agent-name.tsx';
import { holderName } from './sub-ids.tsx';
import { subIdsWords } from './sub-ids-words.ts';

export const endAgencyScreens = new Hono<Env>();

endAgencyScreens.get(paths.endAgency(':id'), async (c) => {
  const { agent, rows } = await listSubIdsOfAgent(ctxOf(c), c.req.param('id'));
  const ending = rows.filter((row) => row.status === 'active');
  if (ending.length === 0) return c.redirect(paths.subIds, 303);
  const { lang } = c.var;
  const w = subIdsWords[lang];
  const cases = ending.reduce((sum, row) => sum + row.cases, 0);
  return c.html(
    page(
      <Layout
        {...frameOf(c)}
        title={w.endAgencyTitle(agentName(lang, agent))}
        back={{ href: paths.subIds, label: w.list }}
      >
        <p>
          {w.agent}: <AgentName lang={lang} agent={agent} />
        </p>
        <h2>{w.endAgencyWhich}</h2>
        <ul>
          {ending.map((row) => (
            <li>
              <span translate="no">{row.loginId}</span> {holderName(lang, row)}
            </li>
          ))}
        </ul>
        <h2>{w.endAgencyWhat}</h2>
        <Confirm
          {...{ lang, action: paths.endAgency(agent.registrationId), yes: w.endAgencyYes, tone: 'danger' }}
          no={{ href: paths.subIds }}
        >
          <ul>
            <li>{w.endAgencySignsOut}</li>
            <li>{w.endAgencyKeeps(formatCount(cases))}</li>
            <li>{w.endNoWay}</li>
          </ul>
        </Confirm>
      </Layout>,
    ),
  );
});

endAgencyScreens.post(paths.endAgency(':id'), async (c) => {
  const agentRegistrationId = c.req.param('id');
  try {
    await endSubIdsOfAgent(ctxOf(c), { agentRegistrationId });
  } catch (error) {
    // Pressed twice, or each ended meanwhile: what was asked for is so.
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
  }
  return c.redirect(`${paths.subIds}?agency-ended=${agentRegistrationId}`, 303);
});
