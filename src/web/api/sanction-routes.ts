// 処分 by a program: imposed, lifted, and what it leaves to people to decide; to the firm, what is on it.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { listStoppedCases, mostStopped, previewSanction } from '../../applications/sanctioned-cases.ts';
import { letGoOn } from '../../certificates/let-go-on.ts';
import { writeRemarks } from '../../registrations/register/write-remarks.ts';
import { answerMatch, listQuestions, mostCandidates } from '../../registrations/sanctions/answer-match.ts';
import { imposeSanction } from '../../registrations/sanctions/impose-sanction.ts';
import { liftSanction } from '../../registrations/sanctions/lift-sanction.ts';
import { readOwnSanctions } from '../../registrations/sanctions/read-sanction.ts';
import { ctxOf, type Env } from '../request.ts';
import { json, ofApplication, onceHeaders, refusals } from './answers.ts';
import { started } from './applications-routes.ts';
import { example } from './examples.ts';
import {
  FirmRemarks,
  OwnSanctions,
  ownSanctionShown,
  questionShown,
  SanctionKind,
  SanctionQuestion,
  StoppedCase,
  stoppedShown,
} from './sanction-schemas.ts';

const tags = ['Sanctions'];
const as = 'certifier';
const firm = { id: { from: 'searchRegister', at: 'firms.0.registrationId' } };
const ofFirm = z.object({ id: z.string().openapi({ description: 'The registration, as `searchRegister` names it.' }) });
const ofSanction = z.object({ id: z.string().openapi({ description: 'As `imposeSanction` names it.' }) });
const reason = z.string().max(2000).openapi({ description: 'Must not be empty.' });
const bodyOf = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const done = (description: string) => ({ 204: { description }, ...refusals(403, 404, 409, 422) });
const int = z.number().int();

const reach = createRoute({
  ...{ method: 'get', path: '/desk/register/{id}/sanctions/reach', operationId: 'previewSanction', tags },
  summary: 'What a sanction on this firm would touch; nothing is done',
  ...example({ order: 989, as, path: firm, status: 200 }),
  request: { params: ofFirm },
  responses: {
    200: json(
      'At all chambers by its corporate number; without one, this registration alone',
      z.object({
        chambers: int.openapi({ description: 'At which the firm is registered.' }),
        byNumber: z.boolean().openapi({ description: 'false: the firm has no corporate number.' }),
        cases: z
          .object({
            ...{ draft: int, returned: int, submitted: int, approved: int },
            ...{ certified: int, paid: int, held: int, issued: int },
          })
          .openapi({ description: 'How many of the firm’s cases are in each status.' }),
      }),
    ),
    ...refusals(403, 404),
  },
});

const impose = createRoute({
  ...{ method: 'post', path: '/desk/register/{id}/sanctions', operationId: 'imposeSanction', tags },
  summary: 'Impose a sanction (処分): it holds at every chamber at once',
  description: 'By a key that the chamber allowed to register. The firm’s administrator is mailed the reason.',
  ...example({
    ...{ order: 990, as, path: firm, status: 201 },
    body: { json: { kind: 'extra_documents', untilDay: '2030-03-31', reason: '記載内容の誤り(過失)のため。' } },
  }),
  request: {
    ...{ params: ofFirm, headers: onceHeaders },
    body: bodyOf(
      z.strictObject({
        ...{ kind: SanctionKind, reason },
        untilDay: z.string().max(10).optional().openapi({
          description: '`YYYY-MM-DD`, from today to ten years from now, the last day. Not of `struck_off`.',
        }),
      }),
    ),
  },
  responses: {
    201: json('Imposed; 409 `conflict`: the very same is in force already', z.object({ sanctionId: z.uuid() })),
    ...refusals(403, 404, 409, 422),
  },
});

const lift = createRoute({
  ...{ method: 'post', path: '/desk/sanctions/{id}/lift', operationId: 'liftSanction', tags },
  summary: 'Lift a sanction that this chamber imposed',
  ...example({
    ...{ order: 992, as, path: { id: { from: 'imposeSanction', at: 'sanctionId' } }, status: 204 },
    body: { json: { reason: '是正を確認したため。' } },
  }),
  request: { params: ofSanction, headers: onceHeaders, body: bodyOf(z.strictObject({ reason })) },
  responses: done('It no longer holds at any chamber'),
});

const answer = createRoute({
  ...{ method: 'post', path: '/desk/sanctions/{id}/answer', operationId: 'answerSanctionQuestion', tags },
  summary: 'Say whether a registration without a corporate number is of the sanctioned firm',
  // No other chamber has sanctioned anybody in a fresh demo world: the example shows the answer to one of one's own.
  ...example({
    ...{ order: 991, as, path: { id: { from: 'imposeSanction', at: 'sanctionId' } }, status: 409 },
    body: { json: { registrationId: firm.id, isSame: true } },
  }),
  request: {
    ...{ params: ofSanction, headers: onceHeaders },
    body: bodyOf(z.strictObject({ registrationId: z.string(), isSame: z.boolean() })),
  },
  responses: done('Recorded; on a yes the sanction is on that registration from now on'),
});

const questions = createRoute({
  ...{ method: 'get', path: '/desk/sanction-questions', operationId: 'listSanctionQuestions', tags },
  summary: 'Registrations of the same name as a sanctioned firm, where no corporate number says whether it is the same',
  ...example({ order: 993, as: 'examiner', status: 200 }),
  responses: {
    200: json(
      `The oldest sanction first, ${mostCandidates} at most; \`more\`: there are others`,
      z.object({ questions: z.array(SanctionQuestion), more: z.boolean() }),
    ),
    ...refusals(403),
  },
});

const stopped = createRoute({
  ...{ method: 'get', path: '/desk/stopped-cases', operationId: 'listStoppedCases', tags },
  summary: 'Certified cases that a sanction stops until staff have decided: `letGoOn`, or `cancelCertification`',
  ...example({ order: 994, as: 'examiner', status: 200 }),
  responses: {
    200: json(
      `The oldest first, ${mostStopped} at most; \`total\` counts all`,
      z.object({ cases: z.array(StoppedCase), total: int }),
    ),
    ...refusals(403),
  },
});

const goOn = createRoute({
  ...{ method: 'post', path: '/desk/applications/{id}/go-on', operationId: 'letGoOn', tags },
  summary: 'Let a certified case go on in spite of the sanctions on its firm; a held one is issued',
  description:
    'By a key that the chamber allowed to certify. A sanction that is imposed later needs a decision of its own.',
  // Nothing stands in the way in a fresh demo world: the example shows the answer to that.
  ...example({
    ...{ order: 995, as, path: { id: started }, status: 409 },
    body: { json: { reason: '船積み済みの貨物のため。' } },
  }),
  request: { params: ofApplication, headers: onceHeaders, body: bodyOf(z.strictObject({ reason })) },
  responses: done('Decided'),
});

const remarks = createRoute({
  ...{ method: 'put', path: '/desk/register/{id}/remarks', operationId: 'writeFirmRemarks', tags: ['Register'] },
  summary: 'Write the remarks of staff (備考) on a firm, as a whole',
  ...example({
    ...{ order: 996, as, path: firm, status: 204 },
    body: { json: { outOfDistrict: true, usedGoodsLicence: '第301110000000号', staffNote: '中古車の輸出が主。' } },
  }),
  request: { params: ofFirm, headers: onceHeaders, body: bodyOf(FirmRemarks) },
  responses: { 204: { description: 'Saved; what stood there before is in the history' }, ...refusals(403, 404, 422) },
});

const own = createRoute({
  ...{ method: 'get', path: '/sanctions', operationId: 'listOwnSanctions', tags },
  summary:
    'Sanctions in force on the firm of this ID, of whichever chamber: what is stopped, until when, why, whom to ask',
  ...example({ order: 997, as: 'user', status: 200 }),
  responses: { 200: json('Usually none; of staff always none', OwnSanctions), ...refusals(403) },
});

export function addSanctionRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(reach, async (c) =>
    c.json(await previewSanction(ctxOf(c), { registrationId: c.req.valid('param').id }), 200),
  );
  api.openapi(impose, async (c) => {
    const { untilDay = '', ...said } = c.req.valid('json');
    return c.json(await imposeSanction(ctxOf(c), { registrationId: c.req.valid('param').id, untilDay, ...said }), 201);
  });
  api.openapi(lift, async (c) => {
    await liftSanction(ctxOf(c), { sanctionId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(answer, async (c) => {
    await answerMatch(ctxOf(c), { sanctionId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(questions, async (c) => {
    const found = await listQuestions(ctxOf(c));
    return c.json({ questions: found.questions.map(questionShown), more: found.more }, 200);
  });
  api.openapi(stopped, async (c) => {
    const { cases, total } = await listStoppedCases(ctxOf(c));
    return c.json({ cases: cases.map(stoppedShown), total }, 200);
  });
  api.openapi(goOn, async (c) => {
    await letGoOn(ctxOf(c), { applicationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(remarks, async (c) => {
    await writeRemarks(ctxOf(c), { registrationId: c.req.valid('param').id, ...c.req.valid('json') });
    return c.body(null, 204);
  });
  api.openapi(own, async (c) => c.json({ sanctions: (await readOwnSanctions(ctxOf(c))).map(ownSanctionShown) }, 200));
}
