import { Hono } from 'hono';
import { endAllSessions, endSession, listSessions } from '../../accounts/sessions.ts';
import type { SessionRow } from '../../accounts/sessions-store.ts';
import { clearSessionCookie } from '../cookies.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env } from '../request.ts';
import { PostButton } from '../ui/button.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { Layout, page } from '../ui/layout.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { browserName } from './browser-name.ts';
import { sessionsWords } from './sessions-words.ts';

export const sessionScreens = new Hono<Env>();

sessionScreens.get(paths.sessions, async (c) => {
  const ctx = ctxOf(c);
  const sessions = await listSessions(ctx);
  const { lang } = c.var;
  const w = sessionsWords[lang];
  const own = ctx.actor.via.kind === 'session' ? ctx.actor.via.sessionId : '';
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title}>
        <p>{w.lead}</p>
        <Table
          {...{ lang, id: 'sessions', caption: w.caption, captionUnseen: true, phone: 'stack' }}
          columns={columns(lang, own)}
          rows={sessions}
        />
        <p>{w.endAllHelp}</p>
        <PostButton action={paths.endAllSessions}>{w.endAll}</PostButton>
        <h2>{w.unknownHeading}</h2>
        <p>{w.unknownText}</p>
        <p>
          <a href={paths.password}>{w.password}</a>
        </p>
      </Layout>,
    ),
  );
});

sessionScreens.post(paths.endAllSessions, async (c) => {
  await endAllSessions(ctxOf(c));
  clearSessionCookie(c);
  return c.redirect(`${paths.signIn}?signed-out`, 303);
});

sessionScreens.post(paths.endSession(':sessionId'), async (c) => {
  await endSession(ctxOf(c), c.req.param('sessionId'));
  return c.redirect(paths.sessions, 303);
});

function columns(lang: Lang, own: string): Column<SessionRow>[] {
  const w = sessionsWords[lang];
  const name = (session: SessionRow) => browserName(session.browser) ?? w.unknown;
  return [
    { key: 'browser', head: w.browser, namesRow: true, cell: name },
    { key: 'address', head: w.address, cell: (session) => session.address },
    { key: 'since', head: w.since, kind: 'day', cell: (session) => formatDayTime(lang, session.startedAt) },
    { key: 'seen', head: w.seen, kind: 'day', cell: (session) => formatDayTime(lang, session.lastSeenAt) },
    {
      key: 'deed',
      head: w.deed,
      cell: (session) =>
        session.sessionId === own ? (
          <StatusTag tone="neutral" text={w.here} />
        ) : (
          <PostButton action={paths.endSession(session.sessionId)} tone="link">
            {w.end}
            <span class="unseen">{w.endOf(name(session))}</span>
          </PostButton>
        ),
    },
  ];
}
