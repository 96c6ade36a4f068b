// 証明書の記載: the boxes of the certificate but the goods, typed beside the paper.

import { isDeepStrictEqual } from 'node:util';
import { Hono } from 'hono';
import type { Ctx } from '../../../accounts/context.ts';
import { isChangeable } from '../../../applications/application.ts';
import type { Finding } from '../../../applications/finding.ts';
import { originKinds } from '../../../applications/forms/forms.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { mendCharacters } from '../../../applications/forms/origin/rules/mend-characters.ts';
import { isLate } from '../../../applications/forms/origin/rules/timing.ts';
import { type FirmView, readOfKind, readToWriteOfKind } from '../../../applications/read.ts';
import { changeContent, saveBoxes } from '../../../applications/save.ts';
import { checkApplication } from '../../../applications/submit.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { formatTime } from '../../ui/dates.ts';
import { page } from '../../ui/layout.tsx';
import { DraftFrame } from '../draft/draft-frame.tsx';
import { draftWords } from '../draft/draft-words.ts';
import type { Standing } from '../draft/save-strip.tsx';
import { boxFindings, problemOf, visibleFindings } from './boxes-findings.ts';
import { BoxesForm, boxesStripForm } from './boxes-form.tsx';
import {
  type Boxes,
  boxesOf,
  noSpecial,
  type Press,
  pressOf,
  tooLong,
  withoutEmptyRows,
  withoutRow,
  withRow,
} from './boxes-input.ts';
import { ClosedNotice, ConflictNotice, mendsOf } from './boxes-notices.tsx';
import { Paper } from './boxes-paper.tsx';
import { boxesWords } from './boxes-words.ts';

export const boxesScreens = new Hono<Env>();

type OriginView = FirmView<OriginContent>;

boxesScreens.get(paths.boxes(':id'), async (c) => {
  const id = c.req.param('id');
  const view = await readToWriteOfKind(ctxOf(c), originKinds, id);
  if (!isChangeable(view.application)) return c.redirect(paths.application(id), 303);
  return c.html(await boxesPage(c, view, { checked: c.req.query('checked') !== undefined }));
});

boxesScreens.post(paths.boxes(':id'), async (c) => {
  const id = c.req.param('id');
  const form = await formOf(c);
  const typed = boxesOf(form);
  const press = pressOf(form['do']);
  const problems = tooLong(typed);
  const version = versionOf(form);
  if (problems.length > 0) {
    const view = await readToWriteOfKind(ctxOf(c), originKinds, id);
    return c.html(await boxesPage(c, view, { typed, problems, version }), 422);
  }
  const saved = await saveOr(c, id, { typed, press, version });
  if (saved !== 'conflict')
    return c.redirect(await addressAfter(ctxOf(c), id, press, typed, form['checked'] === '1'), 303);
  return c.html(await boxesPage(c, await readOfKind(ctxOf(c), originKinds, id), { typed, conflict: true }), 409);
});

/** What the form's script posts while one types: the same fields, answered with what there is to show. */
boxesScreens.post(paths.autosaveBoxes(':id'), async (c) => {
  const id = c.req.param('id');
  const { lang } = c.var;
  const form = await formOf(c);
  const typed = boxesOf(form);
  const problems = tooLong(typed);
  if (problems.length > 0)
    return c.json({ findings: problems.map((one) => ({ path: one.field, level: 'block', text: one[lang] })) }, 422);
  const saved = await saveOr(c, id, { typed, press: { kind: 'save' }, version: versionOf(form) });
  if (saved === 'conflict') throw new Refusal('conflict');
  const { application } = await readOfKind(ctxOf(c), originKinds, id);
  const findings = await checkApplication(ctxOf(c), id);
  const shown = visibleFindings(application.content, findings, form['checked'] === '1');
  const { rows, more } = mendsOf(lang, application.content);
  return c.json({
    version: saved.version,
    saved: draftWords[lang].saved(formatTime(saved.savedAt)),
    findings: shown.map((finding) => ({ path: finding.path, level: finding.level, text: finding[lang] })),
    mends: rows,
    more: more === 0 ? '' : boxesWords[lang].mendsMore(more),
  });
});

/** The version that the form was made from; a form without one is older than anything saved. */
function versionOf(form: Record<string, string>): number {
  const typed = form['version'] ?? '';
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0;
}

function changedBy(press: Press, typed: Boxes): Boxes {
  if (press.kind === 'add') return withRow(typed, press.list);
  if (press.kind === 'remove') return withoutRow(typed, press.list, press.row);
  return press.kind === 'next' ? withoutEmptyRows(typed) : typed;
}

type Saving = { typed: Boxes; press: Press; version: number };

/** Saves, or says `conflict`. The same input sent twice (an answer that was lost, a double click) is no conflict. */
async function saveOr(c: Req, id: string, input: Saving): Promise<{ version: number; savedAt: Date } | 'conflict'> {
  const ctx = ctxOf(c);
  const boxes = changedBy(input.press, input.typed);
  const of = { applicationId: id, kinds: originKinds, version: input.version };
  try {
    if (input.press.kind !== 'mend') return await saveBoxes(ctx, { ...of, boxes: { ...noSpecial, ...boxes } });
    return await changeContent(ctx, of, (content) => mendCharacters({ ...content, ...noSpecial, ...boxes }).content);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    const { application } = await readOfKind(ctx, originKinds, id);
    const { content } = application;
    const meant =
      input.press.kind === 'mend' ? boxesIn(mendCharacters({ ...content, ...noSpecial, ...boxes }).content) : boxes;
    const isSame = isChangeable(application) && isDeepStrictEqual(stored(meant), stored(boxesIn(content)));
    return isSame ? { version: application.version, savedAt: application.changedAt } : 'conflict';
  }
}

/** As it is kept: a part that is undefined is none. */
const stored = (boxes: Boxes): unknown => JSON.parse(JSON.stringify(boxes));

function boxesIn({ goods: _goods, request: _request, ...boxes }: OriginContent): Boxes {
  return boxes;
}

/** Back to where one was typing; on to the goods when nothing in the boxes blocks. */
async function addressAfter(ctx: Ctx, id: string, press: Press, typed: Boxes, checked: boolean): Promise<string> {
  const here = checked ? `${paths.boxes(id)}?checked` : paths.boxes(id);
  if (press.kind === 'next') {
    const blocks = boxFindings(await checkApplication(ctx, id)).some(({ level }) => level === 'block');
    return blocks ? `${paths.boxes(id)}?checked` : paths.goods(id);
  }
  if (press.kind === 'transport') return `${here}#box-5`;
  if (press.kind === 'remove') return `${here}#${boxOf[press.list]}`;
  if (press.kind === 'add') return `${here}#f-${firstFieldOfNew(press.list, typed)}`;
  return here;
}

const boxOf = {
  invoices: 'box-3',
  originCountries: 'box-4',
  remarks: 'box-6',
  'totals.quantities': 'box-totals',
} as const;

function firstFieldOfNew(list: keyof typeof boxOf, typed: Boxes): string {
  if (list === 'invoices') return `invoices.${typed.invoices.length}.number`;
  if (list === 'originCountries') return `originCountries.${typed.originCountries.length}`;
  if (list === 'remarks') return `remarks.${typed.remarks.length}.title`;
  return `totals.quantities.${typed.totals.quantities.length}.quantity`;
}

type Shown = {
  typed?: Boxes;
  /** The version that was seen when these were typed, where a newer one has not been shown. */
  version?: number;
  problems?: readonly FieldProblem[];
  conflict?: boolean;
  checked?: boolean;
};

async function boxesPage(c: Req, { application, remarks }: OriginView, say: Shown): Promise<string> {
  const { lang } = c.var;
  const { applicationId } = application;
  const version = say.version ?? application.version;
  const saved = boxesIn(application.content);
  const content = {
    ...application.content,
    ...(say.typed && { ...noSpecial, ...say.typed }),
    exporter: exporterOf(application, say.typed),
  };
  const closed = !isChangeable(application);
  const checked = say.checked ?? false;
  // Findings speak about what is saved; over other, unsaved words they would mislead.
  const found = say.typed ? undefined : await checkApplication(ctxOf(c), applicationId);
  const findings = visibleFindings(content, found ?? [], checked);
  const errors = say.problems ?? problemsAt(findings, 'block');
  return page(
    <DraftFrame
      {...{ c, application, step: 'boxes', problems: checked || say.problems ? errors : [], findings: found }}
      {...{ islands: ['draft'], save: boxesStripForm, standing: standingOf(say, closed) }}
    >
      {say.conflict && closed ? <ClosedNotice {...{ lang, applicationId }} /> : null}
      {say.conflict && !closed && say.typed ? <ConflictNotice {...{ lang, saved, typed: say.typed }} /> : null}
      <p>{boxesWords[lang].lead}</p>
      <div class="beside-paper">
        <BoxesForm
          {...{ applicationId, version, checked, closed, mends: mendsOf(lang, application.content) }}
          view={{
            lang,
            content,
            errors,
            hints: problemsAt(findings, 'warn'),
            remarks,
            late: isLate(content, { today: dayInJapan(ctxOf(c).now) }),
          }}
        />
        <Paper {...{ lang, applicationId, version }} />
      </div>
    </DraftFrame>,
  );
}

function standingOf(say: Shown, closed: boolean): Standing {
  if (say.conflict) return closed ? 'closed' : 'conflict';
  return say.problems ? 'refused' : 'saved';
}

const problemsAt = (findings: readonly Finding[], level: Finding['level']): FieldProblem[] =>
  findings.filter((finding) => finding.level === level).map(problemOf);

/** Name and country as registered today: a draft older than a change of the registration is put right when it is saved. */
function exporterOf({ content, registration }: OriginView['application'], typed: Boxes | undefined): Boxes['exporter'] {
  return { ...(typed ?? content).exporter, name: registration.nameEn, country: 'JAPAN' };
}
