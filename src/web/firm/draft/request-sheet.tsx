// 証明依頼書: the first step of a draft.
import { Hono } from 'hono';
import { isOpenToFirm } from '../../../applications/lifecycle.ts';
import { type FirmView, readApplication } from '../../../applications/read.ts';
import { saveBoxes } from '../../../applications/save.ts';
import { checkApplication } from '../../../applications/submit.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
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
import { seenIn } from './seen-version.ts';

export const requestSheetScreens = new Hono<Env>();

requestSheetScreens.get(paths.requestSheet(':id'), async (c) => {
  const { application } = await readApplication(ctxOf(c), c.req.param('id'));
  if (!isOpenToFirm(application.status)) return c.redirect(paths.application(application.applicationId), 303);
  return c.html(sheetPage(c, application, { request: application.content.request }));
});

requestSheetScreens.post(paths.requestSheet(':id'), async (c) => {
  const ctx = ctxOf(c);
  const applicationId = c.req.param('id');
  const form = await formOf(c);
  const request = readRequestSheet(form);
  try {
    await saveBoxes(ctx, { applicationId, ...seenIn(form), boxes: { request } });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return conflictAnswer(c, applicationId, request);
  }
  if (form['then'] === 'save') return c.redirect(paths.requestSheet(applicationId), 303);
  // It is saved whatever the rules say; they are asked so that the next step is not begun in vain.
  const findings = (await checkApplication(ctx, applicationId)).filter((one) => one.place === 'request');
  if (findings.length === 0) return c.redirect(paths.boxes(applicationId), 303);
  const problems = findings.map(({ path, ja, en }) => ({ field: path, ja, en }));
  const { application } = await readApplication(ctx, applicationId);
  return c.html(sheetPage(c, application, { request, problems }), errorStatus.invalid);
});

/** Somebody saved first: what was typed stays, beside what is saved now. With the chamber: nothing can be typed at all. */
async function conflictAnswer(c: Req, applicationId: string, request: RequestSheet): Promise<Response> {
  const { application } = await readApplication(ctxOf(c), applicationId);
  if (!isOpenToFirm(application.status)) return c.redirect(paths.application(applicationId), 303);
  return c.html(sheetPage(c, application, { request, conflict: true }), errorStatus.conflict);
}

type Shown = { request: RequestSheet; problems?: readonly FieldProblem[]; conflict?: boolean };

function sheetPage(c: Req, application: FirmView['application'], shown: Shown): string {
  const { lang } = c.var;
  const w = requestSheetWords[lang];
  const d = draftWords[lang];
  const { applicationId, version, content } = application;
  const problems = shown.problems ?? [];
  return page(
    <DraftFrame c={c} step="request" application={application} problems={problems}>
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
      <form method="post" action={paths.requestSheet(applicationId)}>
        <input type="hidden" name="version" value={String(version)} />
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
function Registered(props: { c: Req; application: FirmView['application'] }) {
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
