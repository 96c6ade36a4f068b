// 証明依頼書: the first step of a draft.

import { isDeepStrictEqual } from 'node:util';
import { Hono } from 'hono';
import { isChangeable } from '../../../applications/application.ts';
import type { Finding } from '../../../applications/finding.ts';
import { originKinds } from '../../../applications/forms/forms.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { type FirmView, readOfKind, readToWriteOfKind } from '../../../applications/read.ts';
import { saveBoxes } from '../../../applications/save.ts';
import { checkApplication } from '../../../applications/submit.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { formatTime } from '../../ui/dates.ts';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { autosaveTo } from './autosave.ts';
import { DraftFrame } from './draft-frame.tsx';
import { draftWords } from './draft-words.ts';
import {
  needsCounter,
  type RequestSheet,
  RequestSheetFields,
  readRequestSheet,
  requestSheetItems,
} from './request-sheet-form.tsx';
import { requestSheetWords } from './request-sheet-words.ts';
import type { StripForm } from './save-strip.tsx';
import { seenIn } from './seen-version.ts';

export const requestSheetScreens = new Hono<Env>();

requestSheetScreens.get(paths.requestSheet(':id'), async (c) => {
  const { application } = await readToWriteOfKind(ctxOf(c), originKinds, c.req.param('id'));
  if (!isChangeable(application)) return c.redirect(paths.application(application.applicationId), 303);
  return c.html(sheetPage(c, application, { request: application.content.request }));
});

requestSheetScreens.post(paths.requestSheet(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const form = await formOf(c);
  const request = readRequestSheet(form);
  const saved = await saveOr(c, applicationId, form);
  if (saved === 'conflict') return conflictAnswer(c, applicationId, request);
  if (form['then'] === 'save') return c.redirect(paths.requestSheet(applicationId), 303);
  // It is saved whatever the rules say; they are asked so that the next step is not begun in vain.
  const findings = await checkApplication(ctx, applicationId);
  const problems = findings.filter(ofSheet).map(({ path, ja, en }) => ({ field: path, ja, en }));
  if (problems.length === 0) return c.redirect(paths.boxes(applicationId), 303);
  const { application } = await readOfKind(ctx, originKinds, applicationId);
  return c.html(sheetPage(c, application, { request, problems, findings }), errorStatus.invalid);
});

/** What the form's script posts at each choice: the same fields, answered with what there is to show. */
requestSheetScreens.post(paths.autosaveRequestSheet(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const form = await formOf(c);
  const saved = await saveOr(c, applicationId, form);
  if (saved === 'conflict') throw new Refusal('conflict');
  const found = (await checkApplication(ctx, applicationId)).filter(ofSheet);
  // What is missing is said when somebody goes on, what stands in the way as soon as it is chosen.
  const shown = form['checked'] === '1' ? found : found.filter(({ path }) => form[path] === 'yes');
  const { lang } = c.var;
  return c.json({
    ...{ version: saved.version, saved: draftWords[lang].saved(formatTime(saved.savedAt)), mends: [], more: '' },
    findings: shown.map((one) => ({ path: one.path, level: one.level, text: one[lang] })),
  });
});

const ofSheet = (finding: Finding): boolean => finding.place === 'request';

/** Saves, or says `conflict`. The same answers sent twice (an answer that was lost, a double click) are no conflict. */
async function saveOr(
  c: Req,
  applicationId: string,
  form: Readonly<Record<string, string>>,
): Promise<{ version: number; savedAt: Date } | 'conflict'> {
  const request = readRequestSheet(form);
  try {
    return await saveBoxes(ctxOf(c), { kinds: originKinds, applicationId, ...seenIn(form), boxes: { request } });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    const { application } = await readOfKind(ctxOf(c), originKinds, applicationId);
    const isSame = isChangeable(application) && isDeepStrictEqual(request, application.content.request);
    return isSame ? { version: application.version, savedAt: application.changedAt } : 'conflict';
  }
}

/** Somebody saved first: what was typed stays, beside what is saved now. With the chamber: nothing can be typed at all. */
async function conflictAnswer(c: Req, applicationId: string, request: RequestSheet): Promise<Response> {
  const { application } = await readOfKind(ctxOf(c), originKinds, applicationId);
  if (!isChangeable(application)) return c.redirect(paths.application(applicationId), 303);
  return c.html(sheetPage(c, application, { request, conflict: true }), errorStatus.conflict);
}

type Shown = {
  request: RequestSheet;
  problems?: readonly FieldProblem[];
  findings?: readonly Finding[];
  conflict?: boolean;
};

const stripForm: StripForm = { id: 'request-sheet', button: 'then' };

function sheetPage(c: Req, application: FirmView<OriginContent>['application'], shown: Shown): string {
  const { lang } = c.var;
  const w = requestSheetWords[lang];
  const d = draftWords[lang];
  const { applicationId, version, content } = application;
  const problems = shown.problems ?? [];
  return page(
    <DraftFrame
      {...{ c, application, problems, step: 'request', findings: shown.findings }}
      {...{ islands: ['draft'], save: stripForm, standing: shown.conflict ? 'conflict' : 'saved' }}
    >
      {shown.conflict ? (
        <Notice tone="error" heading={d.conflictHeading}>
          <p>{d.conflictText}</p>
          <h3>{w.savedNow}</h3>
          <SummaryList items={requestSheetItems(lang, content.request)} />
        </Notice>
      ) : null}
      {needsCounter(content.request) && !shown.conflict ? (
        <Notice tone="attention" heading={w.counterHeading}>
          <p>{w.counterText}</p>
        </Notice>
      ) : null}
      <p>{w.lead}</p>
      <Registered c={c} application={application} />
      <form
        {...{ id: stripForm.id, method: 'post', action: paths.requestSheet(applicationId), autocomplete: 'off' }}
        {...autosaveTo(paths.autosaveRequestSheet(applicationId), lang)}
      >
        <input type="hidden" name="version" value={String(version)} />
        <input type="hidden" name="checked" value={problems.length > 0 ? '1' : ''} />
        <RequestSheetFields lang={lang} request={shown.request} problems={problems} />
        <ButtonRow>
          <Button tone="primary">{d.next}</Button>
          <Button name="then" value="save">
            {d.save}
          </Button>
        </ButtonRow>
      </form>
    </DraftFrame>,
  );
}

/** What the chamber has of the firm: to be read here, changed only by the registration. */
function Registered(props: { c: Req; application: FirmView<OriginContent>['application'] }) {
  const { lang } = props.c.var;
  const w = requestSheetWords[lang];
  const { registration, signatory } = props.application;
  const title = signatory.titleEn === '' ? '' : `, ${signatory.titleEn}`;
  return (
    <>
      <h2>{w.firmHeading}</h2>
      <SummaryList
        items={[
          { key: w.firm, value: registration.nameEn, valueLang: 'en' },
          { key: w.registration, value: registration.number },
          { key: w.address, value: registration.addressEn, valueLang: 'en' },
          { key: w.signatory, value: `${signatory.nameEn}${title}`, valueLang: 'en' },
        ]}
      />
    </>
  );
}
