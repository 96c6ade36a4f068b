// 紙の登録台帳: taken in from a file as a whole, or not at all with every place to correct.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { requireAct } from '../../../accounts/rights.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { tableBytes, writeCsv, writeTsv } from '../../../lib/table-write.ts';
import { importPaperRegister } from '../../../registrations/register/import-paper-register.ts';
import { type RegisterProblem, registerHeadings } from '../../../registrations/register/paper-register-file.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { formatCount } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { importWords } from './import-words.ts';

export const importRegisterScreens = new Hono<Env>();

const maxBytes = 5_000_000;
/** A file with what a form puts around it. */
const maxBody = maxBytes + 100_000;
const shownProblems = 500;

importRegisterScreens.use(
  paths.importRegister,
  bodyLimit({
    maxSize: maxBody,
    onError: () => {
      throw new Refusal('too_large');
    },
  }),
);

importRegisterScreens.get(paths.importRegister, (c) => {
  requireAct(ctxOf(c).actor, 'desk.register');
  return c.html(importPage(c, {}));
});

importRegisterScreens.post(paths.importRegister, async (c) => {
  const ctx = ctxOf(c);
  requireAct(ctx.actor, 'desk.register');
  const { file } = await c.req.parseBody();
  if (!(file instanceof File) || file.name === '') return c.html(importPage(c, { wrong: [noFile] }), 422);
  const bytes = Buffer.from(await file.arrayBuffer());
  const done = await importPaperRegister(ctx, { bytes, fileName: file.name });
  if (!done.ok) return c.html(importPage(c, { problems: done.problems }), 422);
  // Nothing is kept of the result but its counts: the address says them.
  return c.redirect(`${paths.importRegister}?read=${done.read}&written=${done.written}`, 303);
});

const noFile: FieldProblem = { field: 'file', ja: 'ファイルを選んでください。', en: 'Choose a file.' };

const templates = {
  csv: { type: 'text/csv; charset=utf-8', write: writeCsv },
  tsv: { type: 'text/tab-separated-values; charset=utf-8', write: writeTsv },
} as const;

for (const extension of ['csv', 'tsv'] as const)
  importRegisterScreens.get(paths.registerTemplate(extension), (c) => {
    requireAct(ctxOf(c).actor, 'desk.register');
    const { type, write } = templates[extension];
    return c.body(new Uint8Array(tableBytes(write([registerHeadings]))), 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="register-template.${extension}"`,
    });
  });

type Shown = { problems?: readonly RegisterProblem[]; wrong?: readonly FieldProblem[] };

function importPage(c: Req, { problems = [], wrong = [] }: Shown): string {
  const { lang } = c.var;
  const w = importWords[lang];
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      back={{ href: paths.register, label: w.back }}
      hasErrors={problems.length + wrong.length > 0}
      islands={['file-drop']}
    >
      <ErrorSummary lang={lang} problems={wrong} />
      {problems.length > 0 ? <Problems lang={lang} problems={problems} /> : <Done c={c} />}
      <p>{w.lead}</p>
      <ul>
        <li>{w.rules}</li>
        <li>{w.again}</li>
      </ul>
      <p>
        <a href={paths.registerTemplate('csv')}>{w.templateCsv}</a>{' '}
        <a href={paths.registerTemplate('tsv')}>{w.templateTsv}</a>
      </p>
      <form method="post" action={paths.importRegister} enctype="multipart/form-data">
        <FileDrop
          {...{ lang, name: 'file', label: w.file, required: true, types: w.types, maxBytes }}
          accept=".xlsx,.csv,.tsv,.txt"
          error={problemFor(wrong, lang, 'file')}
        />
        <ButtonRow>
          <Button tone="primary">{w.take}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

const countIn = (c: Req, name: string): number | undefined =>
  /^\d{1,7}$/.test(c.req.query(name) ?? '') ? Number(c.req.query(name)) : undefined;

function Done({ c }: { c: Req }) {
  const { lang } = c.var;
  const w = importWords[lang];
  const [read, written] = [countIn(c, 'read'), countIn(c, 'written')];
  if (read === undefined || written === undefined) return null;
  return (
    <Notice tone="success" heading={w.doneHeading}>
      <p>
        {w.done(formatCount(read), formatCount(written))}
        {read > written ? ` ${w.skipped(formatCount(read - written))}` : ''}
      </p>
    </Notice>
  );
}

function Problems({ lang, problems }: { lang: Lang; problems: readonly RegisterProblem[] }) {
  const w = importWords[lang];
  const rows = problems.slice(0, shownProblems);
  return (
    <>
      <Notice tone="error" heading={w.problemsHeading(formatCount(problems.length))}>
        <p>{w.problemsText}</p>
        {rows.length < problems.length ? (
          <p>{w.shown(formatCount(rows.length), formatCount(problems.length))}</p>
        ) : null}
      </Notice>
      <Table
        {...{ lang, id: 'problems', caption: w.problems, captionUnseen: true, dense: true, phone: 'stack', rows }}
        columns={[
          {
            ...{ key: 'row', head: w.row, kind: 'number', namesRow: true },
            cell: (one: RegisterProblem) => (one.row === 0 ? w.whole : formatCount(one.row)),
          },
          { key: 'column', head: w.column, cell: (one: RegisterProblem) => one.column || '—' },
          { key: 'what', head: w.what, cell: (one: RegisterProblem) => one[lang] },
        ]}
      />
    </>
  );
}
