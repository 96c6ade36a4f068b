import { Hono } from 'hono';
import { listSessions } from '../accounts/sessions.ts';
import { frameOf } from './frame.ts';
import { homeWords } from './home-words.ts';
import { paths } from './paths.ts';
import { ctxOf, type Env, type Req } from './request.ts';
import { roleWords } from './role-words.ts';
import { ButtonLink } from './ui/button.tsx';
import { Layout, page } from './ui/layout.tsx';
import { Notice } from './ui/notice.tsx';
import { type SummaryItem, SummaryList } from './ui/summary-list.tsx';

export const homeScreens = new Hono<Env>();

homeScreens.get(paths.home, async (c) => {
  const sessions = await listSessions(ctxOf(c));
  return c.html(homePage(c, sessions.length - 1));
});

function homePage(c: Req, others: number): string {
  const { lang } = c.var;
  const w = homeWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      {others > 0 ? (
        <Notice
          tone="attention"
          heading={w.others(others)}
          action={<ButtonLink href={paths.sessions}>{w.othersLink}</ButtonLink>}
        >
          <p>{w.othersText}</p>
        </Notice>
      ) : null}
      <SummaryList items={whoItems(c)} />
    </Layout>,
  );
}

function whoItems(c: Req): SummaryItem[] {
  const { lang, actor, chamber } = c.var;
  const w = homeWords[lang];
  if (!actor || !chamber) return [];
  const items: SummaryItem[] = [
    { key: w.chamber, value: lang === 'ja' ? chamber.nameJa : chamber.nameEn },
    { key: w.chamberCode, value: chamber.chamberId },
    { key: w.id, value: actor.loginId },
    { key: w.name, value: lang === 'ja' ? actor.nameJa : actor.nameEn },
    { key: w.role, value: roleWords[lang][actor.role] },
  ];
  if (actor.role !== 'staff') return items;
  const held = actor.rights.map((right) => w[right]).join(lang === 'ja' ? '、' : ', ');
  return [...items, { key: w.rights, value: held || w.none }];
}
