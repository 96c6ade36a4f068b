// 証明書の印刷: ORIGINAL and COPY of one certificate, its statement, and who fetched what.
import { Hono } from 'hono';
import { type Version, versions } from '../../../certificates/papers-store.ts';
import { downloadPaper, type PrintView, readPrint } from '../../../certificates/print.ts';
import { usageStatement } from '../../../certificates/usage-statement.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { attachment } from '../../attachment.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatDay, formatDayTime } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { printWords } from './print-words.ts';

export const printScreens = new Hono<Env>();

printScreens.get(paths.print(':id'), async (c) => c.html(await printPage(c, c.req.param('id'))));

printScreens.post(paths.downloadPaper(':id', ':version'), async (c) => {
  const version = versions.find((one) => one === c.req.param('version'));
  if (version === undefined) throw new Refusal('not_found');
  const applicationId = c.req.param('id');
  return pdfOr(c, applicationId, downloadPaper(ctxOf(c), { applicationId, version }));
});

printScreens.post(paths.usageStatement(':id'), (c) =>
  pdfOr(c, c.req.param('id'), usageStatement(ctxOf(c), c.req.param('id'))),
);

/** The file to save; where it may not be had, the page that says why. */
async function pdfOr(c: Req, applicationId: string, file: Promise<{ bytes: Buffer; fileName: string }>) {
  try {
    return attachment(c, { ...(await file), mediaType: 'application/pdf', extension: '.pdf' });
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return c.html(await printPage(c, applicationId), errorStatus[error.code]);
  }
}

async function printPage(c: Req, applicationId: string): Promise<string> {
  const view = await readPrint(ctxOf(c), applicationId);
  const { lang } = c.var;
  const w = printWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title(view.print.number)}
      back={{ href: paths.application(applicationId), label: w.application }}
    >
      <State lang={lang} view={view} />
      {view.isOpen ? <HowToPrint lang={lang} /> : null}
      {view.hasStatement ? (
        <>
          <h2>{w.statementHeading}</h2>
          <p>{w.statementText}</p>
          <ButtonRow>
            <PostButton action={paths.usageStatement(applicationId)}>{w.statement}</PostButton>
          </ButtonRow>
        </>
      ) : null}
      {view.print.status === null ? null : <Downloads lang={lang} view={view} />}
    </Layout>,
  );
}

function State({ lang, view }: { lang: Lang; view: PrintView }) {
  const w = printWords[lang];
  const { status, printUntil, applicationId } = view.print;
  if (status === null || printUntil === null)
    return (
      <NextStep lang={lang} tone="neutral" state={w.notIssued}>
        <p>{w.notIssuedText}</p>
      </NextStep>
    );
  if (status !== 'issued')
    return (
      <NextStep lang={lang} tone="stopped" state={w.revoked}>
        <p>{w.revokedText}</p>
      </NextStep>
    );
  const day = formatDay(lang, printUntil);
  if (!view.isOpen)
    return (
      <NextStep lang={lang} tone="neutral" state={w.over}>
        <p>{w.overText(day)}</p>
      </NextStep>
    );
  return (
    <NextStep lang={lang} tone="done" state={w.open} action={<PaperButtons lang={lang} id={applicationId} />}>
      <p>{w.until(day)}</p>
      {view.reopened ? <p>{w.reopened(formatDay(lang, dayInJapan(view.reopened.at)), view.reopened.note)}</p> : null}
      <p>{w.both}</p>
    </NextStep>
  );
}

/** Two of the same weight: a firm that needs the COPY must not overlook it. */
function PaperButtons({ lang, id }: { lang: Lang; id: string }) {
  const w = printWords[lang];
  const label: Record<Version, string> = { ORIGINAL: w.original, COPY: w.copy };
  return (
    <ButtonRow>
      {versions.map((version) => (
        <PostButton action={paths.downloadPaper(id, version)} tone="primary">
          {label[version]}
        </PostButton>
      ))}
    </ButtonRow>
  );
}

function HowToPrint({ lang }: { lang: Lang }) {
  const w = printWords[lang];
  return (
    <>
      <h2>{w.paperHeading}</h2>
      <ul>
        <li>{w.paper}</li>
        <li>{w.colour}</li>
        <li>{w.scale}</li>
        <li>{w.oneSided}</li>
      </ul>
      <p>{w.afterPrint}</p>
    </>
  );
}

type Download = PrintView['downloads']['rows'][number];

function Downloads({ lang, view }: { lang: Lang; view: PrintView }) {
  const w = printWords[lang];
  const { rows, total } = view.downloads;
  return (
    <>
      <h2>{w.downloadsHeading}</h2>
      {total > rows.length ? <p>{w.newest(rows.length, total)}</p> : null}
      {rows.length === 0 ? (
        <p>{w.noDownloads}</p>
      ) : (
        <Table
          {...{ lang, id: 'downloads', caption: w.downloadsCaption, captionUnseen: true, phone: 'stack', rows }}
          columns={[
            { key: 'at', head: w.at, kind: 'day', cell: (row: Download) => formatDayTime(lang, row.at) },
            {
              ...{ key: 'what', head: w.what, namesRow: true },
              cell: ({ what }: Download) => (what === 'statement' ? w.statementWord : what),
            },
            {
              ...{ key: 'who', head: w.who },
              cell: (row: Download) => `${lang === 'ja' ? row.nameJa : row.nameEn} (${row.loginId})`,
            },
          ]}
        />
      )}
      {/* A download answers with the file and leaves this page as it was. */}
      <p>
        {w.asOfOpening} <a href={paths.print(view.print.applicationId)}>{w.refresh}</a>
      </p>
    </>
  );
}
