// 貿易登録申請手続きのご案内: what somebody without an ID reads before beginning, chamber by chamber.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import { type RegistrationFees, registrationFees } from '../../../payments/registration-fees.ts';
import { procedureNames } from '../../../registrations/procedures/paper-names.ts';
import { procedureKinds } from '../../../registrations/procedures/procedure.ts';
import { type RegistrationGuide, readGuide } from '../../../registrations/procedures/registration-guide.ts';
import { blankReissueLetterPdf } from '../../../registrations/register/draw-reissue-letter.ts';
import { attachment } from '../../attachment.ts';
import { lastChamberCookie } from '../../cookies.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { type Env, openCtxOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatMoney } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { guideWords } from './guide-words.ts';

export const guideScreens = new Hono<Env>();

guideScreens.get(paths.registrationGuides, async (c) => {
  const asked = c.req.query('chamber')?.normalize('NFKC').trim().toUpperCase();
  if (asked === undefined) return c.html(choosePage(c, lastChamberCookie(c)));
  if (asked === '') return c.html(choosePage(c, asked, guideWords[c.var.lang].chamberMissing), 422);
  try {
    const { chamber } = await readGuide(openCtxOf(c), asked);
    return c.redirect(paths.registrationGuide(chamber.chamberId), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not_found') throw error;
    return c.html(choosePage(c, asked, guideWords[c.var.lang].chamberUnknown), 422);
  }
});

guideScreens.get(paths.blankReissueLetter(':chamber'), async (c) => {
  const drawn = await blankReissueLetterPdf(openCtxOf(c), c.req.param('chamber'));
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

guideScreens.get(paths.registrationGuide(':chamber'), async (c) => {
  const guide = await readGuide(openCtxOf(c), c.req.param('chamber'));
  const fees = await registrationFees(openCtxOf(c), guide.chamber.chamberId);
  return c.html(guidePage(c, guide, fees));
});

/** The frame of a page of one chamber, whoever is signed in. */
export const guideFrame = (c: Req, { chamber }: Pick<RegistrationGuide, 'chamber'>) => ({
  ...frameOf(c),
  chamber: c.var.lang === 'ja' ? chamber.nameJa : chamber.nameEn,
});

function choosePage(c: Req, typed: string, error?: string): string {
  const { lang } = c.var;
  const w = guideWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.chooseTitle}
      path={paths.registrationGuides}
      hasErrors={error !== undefined}
      back={{ href: paths.signIn }}
    >
      <p>{w.chooseLead}</p>
      <form method="get" action={paths.registrationGuides}>
        <TextField
          {...{ lang, name: 'chamber', label: w.chamber, help: w.chamberHelp, value: typed, width: 'tiny' }}
          {...{ required: true, maxlength: 10, spellcheck: false, error }}
        />
        <ButtonRow>
          <Button tone="primary">{w.choose}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

function guidePage(c: Req, guide: RegistrationGuide, fees: RegistrationFees): string {
  const { lang } = c.var;
  const w = guideWords[lang];
  const { nameJa, nameEn, telephone, mail } = guide.chamber;
  return page(
    <Layout {...guideFrame(c, guide)} title={w.title} back={{ href: paths.signIn }} indexed>
      <p>{w.lead}</p>
      {guide.rules ? null : <p>{w.closed}</p>}
      <Cannot lang={lang} guide={guide} />
      <Procedures lang={lang} />
      <h2>{w.kindsHeading}</h2>
      <ul>
        {[w.applicant, w.agent, w.both].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p>{w.sole}</p>
      <h2>{w.papersHeading}</h2>
      <ul>
        {[w.papersOwn, w.papersCorporation, w.papersSole, w.papersSome, w.papersSwitch].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <Fees lang={lang} fees={fees} online={guide.feeOnline} />
      <h2>{w.timeHeading}</h2>
      <ul>
        {[w.timeForm, w.timeDesk, w.timeValid].map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {guide.rules ? <Begin lang={lang} guide={guide} /> : null}
      <Lost lang={lang} guide={guide} />
      <h2>{w.contact}</h2>
      <p>
        {lang === 'ja' ? nameJa : nameEn}
        <br />
        {telephone}
        <br />
        {mail}
      </p>
    </Layout>,
  );
}

function Cannot({ lang, guide: { uploads, feeOnline } }: { lang: Lang; guide: RegistrationGuide }) {
  const w = guideWords[lang];
  const fee = feeOnline ? [] : [w.cannotFee];
  const papers = uploads ? w.cannotUploads : w.cannotPapers;
  const all = [w.cannotSeal, w.cannotOffice, papers, ...fee, w.cannotLapsed];
  return (
    <>
      <h2>{w.cannotHeading}</h2>
      <ul>
        {all.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </>
  );
}

function Procedures({ lang }: { lang: Lang }) {
  const w = guideWords[lang];
  const rows = procedureKinds.map((kind) => ({ kind, who: w[`${kind}Who`], how: w[`${kind}How`] }));
  type Row = (typeof rows)[number];
  return (
    <>
      <h2>{w.proceduresHeading}</h2>
      <Table
        {...{ lang, id: 'procedures', caption: w.proceduresHeading, captionUnseen: true, phone: 'stack', rows }}
        columns={[
          { key: 'kind', head: w.procedure, namesRow: true, cell: (row: Row) => procedureNames[row.kind][lang] },
          { key: 'who', head: w.who, cell: (row: Row) => row.who },
          { key: 'how', head: w.how, cell: (row: Row) => row.how },
        ]}
      />
    </>
  );
}

function Fees({ lang, fees, online }: { lang: Lang; fees: RegistrationFees; online: boolean }) {
  const w = guideWords[lang];
  const said = (yen: number | undefined): string => {
    if (yen === undefined) return w.feeUnset;
    return yen === 0 ? w.free : formatMoney(lang, yen);
  };
  return (
    <>
      <h2>{w.feeHeading}</h2>
      <SummaryList
        items={[
          { key: w.feeMember, value: said(fees.member) },
          { key: w.feeOther, value: said(fees.non_member) },
        ]}
      />
      <p>{w.feeNote}</p>
      <p>{online ? w.feeOnline : w.feeCounter}</p>
    </>
  );
}

/** For who has lost the administrator ID and the mail address behind it. */
function Lost({ lang, guide }: { lang: Lang; guide: RegistrationGuide }) {
  const w = guideWords[lang];
  return (
    <>
      <h2>{w.lostHeading}</h2>
      <p>{w.lostMail}</p>
      <p>{w.lostPapers}</p>
      <p>
        <a href={paths.blankReissueLetter(guide.chamber.chamberId)} download="">
          {w.lostLetter}
        </a>
      </p>
    </>
  );
}

function Begin({ lang, guide }: { lang: Lang; guide: RegistrationGuide }) {
  const w = guideWords[lang];
  const { chamberId } = guide.chamber;
  const start = paths.startRegistration(chamberId);
  return (
    <>
      <h2>{w.startHeading}</h2>
      <ButtonRow>
        <ButtonLink href={`${start}?kind=new`} tone="primary">
          {w.startNew}
        </ButtonLink>
        <ButtonLink href={`${start}?kind=switch`}>{w.startSwitch}</ButtonLink>
      </ButtonRow>
      <ul>
        <li>
          <a href={paths.registrationLink(chamberId)}>{w.again}</a>
        </li>
        <li>
          <a href={`${paths.signIn}?back=${encodeURIComponent(paths.requestProcedure)}`}>{w.signIn}</a>
        </li>
      </ul>
    </>
  );
}
