import { Hono } from 'hono';
import type { Actor, Ctx } from '../accounts/context.ts';
import { hasOwnFactor } from '../accounts/own-factors.ts';
import { may } from '../accounts/rights.ts';
import { listSessions } from '../accounts/sessions.ts';
import { countDesk } from '../applications/count-desk.ts';
import { hasToCertify } from '../applications/next-to-certify.ts';
import { type OwnLimits, readOwnLimits } from '../applications/own-limits.ts';
import { countApplications, countToRelease } from '../applications/read.ts';
import type { ChamberSettings } from '../chambers/settings.ts';
import { getSettings } from '../chambers/settings-store.ts';
import { inChamber } from '../lib/db.ts';
import { countMismatches } from '../payments/mismatches.ts';
import { countProcedures } from '../registrations/procedures/procedure-desk.ts';
import { readOwnSanctions } from '../registrations/sanctions/read-sanction.ts';
import type { SanctionView } from '../registrations/sanctions/sanctions-store.ts';
import { RegistrationCounts } from './chamber/registrations/registration-counts.tsx';
import { type StaffCounts, StaffHome } from './chamber/staff-home.tsx';
import {
  AdministratorHome,
  type AdministratorView,
  administratorViewOf,
} from './firm/administrator/administrator-home.tsx';
import { FirmHome } from './firm/firm-home.tsx';
import { ToReleaseNotice } from './firm/release/release-state.tsx';
import { SanctionNotices } from './firm/sanction-notice.tsx';
import { SubHome } from './firm/sub-home.tsx';
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
  const ctx = ctxOf(c);
  const sessions = await listSessions(ctx);
  const counts = may(ctx.actor, 'application.read') ? await countApplications(ctx) : undefined;
  const administrator = may(ctx.actor, 'id.list') ? await administratorViewOf(ctx) : undefined;
  const desk = may(ctx.actor, 'desk.look') ? await staffCountsOf(ctx) : undefined;
  const procedures = may(ctx.actor, 'desk.register') ? await countProcedures(ctx) : undefined;
  const { chamberId } = ctx.actor;
  const sanctions = await readOwnSanctions(ctx);
  const settings = counts && (await inChamber(ctx.db, chamberId, (trx) => getSettings(trx, chamberId)));
  const needsFactor = may(ctx.actor, 'desk.certify') && !(await hasOwnFactor(ctx));
  const waiting = { toRelease: await countToRelease(ctx), limits: await readOwnLimits(ctx) };
  const shown = {
    ...waiting,
    sanctions,
    needsFactor,
    others: sessions.length - 1,
    counts,
    administrator,
    desk,
    procedures,
    hours: settings?.systemHours,
  };
  return c.html(homePage(c, ctx.actor, shown));
});

type Counts = Awaited<ReturnType<typeof countApplications>>;

const staffCountsOf = async (ctx: Ctx): Promise<StaffCounts> => ({
  ...(await countDesk(ctx)),
  mismatches: await countMismatches(ctx),
  toCertify: await hasToCertify(ctx),
});

type Shown = {
  /** 処分 on the reader's firm. */
  sanctions: readonly SanctionView[];
  /** Certifies, and has no second factor. */
  needsFactor: boolean;
  /** How many other browsers are signed in. */
  others: number;
  counts: Counts | undefined;
  /** How many wait for the reader's release. */
  toRelease: number;
  /** Of a sub ID. */
  limits: OwnLimits | undefined;
  administrator: AdministratorView | undefined;
  desk: StaffCounts | undefined;
  /** For who registers: procedures of 貿易登録 by state. */
  procedures: Awaited<ReturnType<typeof countProcedures>> | undefined;
  /** システム利用可能時間 of the firm's chamber. */
  hours: ChamberSettings['systemHours'] | undefined;
};

function homePage(
  c: Req,
  actor: Actor,
  { sanctions, needsFactor, others, counts, toRelease, limits, administrator, desk, procedures, hours }: Shown,
): string {
  const { lang } = c.var;
  const w = homeWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title}>
      {needsFactor ? (
        <Notice
          tone="attention"
          heading={w.factorNeeded}
          action={<ButtonLink href={paths.secondFactor}>{w.setUpFactor}</ButtonLink>}
        >
          <p>{w.factorNeededText}</p>
        </Notice>
      ) : null}
      {others > 0 ? (
        <Notice
          tone="attention"
          heading={w.others(others)}
          action={<ButtonLink href={paths.sessions}>{w.othersLink}</ButtonLink>}
        >
          <p>{w.othersText(others)}</p>
        </Notice>
      ) : null}
      <SanctionNotices lang={lang} sanctions={sanctions} />
      {counts === undefined ? null : (
        <>
          {administrator === undefined ? null : <AdministratorHome lang={lang} view={administrator} />}
          <ToReleaseNotice lang={lang} count={toRelease} />
          <FirmHome lang={lang} counts={counts} mayWrite={may(actor, 'application.write')} />
          {limits === undefined ? null : <SubHome lang={lang} limits={limits} />}
          {hours === undefined ? null : <p class="quiet">{w.hours(hours.opens, hours.closes)}</p>}
          <h2>{w.about}</h2>
          {actor.role === 'staff' ? null : <p>{w[actor.role]}</p>}
        </>
      )}
      {desk === undefined ? null : (
        <>
          <StaffHome lang={lang} counts={desk} reader={actor} />
          {procedures === undefined ? null : <RegistrationCounts lang={lang} counts={procedures} />}
          <h2>{w.about}</h2>
        </>
      )}
      <SummaryList items={whoItems(c)} />
      <p class="quiet">
        <a href={paths.password}>{w.password}</a>
      </p>
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
