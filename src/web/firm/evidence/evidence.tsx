// 添付書類: the signed commercial invoice (典拠インボイス) and what completes it (補完書類).
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { isChangeable } from '../../../applications/application.ts';
import { attachEvidence, removeEvidence } from '../../../applications/evidence.ts';
import { type EvidenceKind, evidenceKinds } from '../../../applications/evidence-kinds.ts';
import { getFirmEvidenceFile, getFirmEvidencePicture, readFirmEvidence } from '../../../applications/firm-evidence.ts';
import { readToWrite } from '../../../applications/read.ts';
import { getSignaturePicture } from '../../../applications/signature-picture.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { evidenceWords } from '../../../outside/evidence-pdf-words.ts';
import { attachment } from '../../attachment.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { evidencePage } from './evidence-page.tsx';
import { evidenceScreenWords } from './evidence-words.ts';

export const evidenceScreens = new Hono<Env>();

/** One PDF of 10 MB with the form around it, or several small ones. */
const uploadLimit = 12_000_000;

evidenceScreens.get(paths.evidence(':id'), async (c) => {
  await readToWrite(ctxOf(c), c.req.param('id'));
  const view = await readFirmEvidence(ctxOf(c), c.req.param('id'));
  if (!isChangeable(view.application)) return c.redirect(paths.application(view.application.applicationId), 303);
  return c.html(evidencePage(c, view, []));
});

const { ja, en } = evidenceScreenWords;

const limitUploads = bodyLimit({
  maxSize: uploadLimit,
  // Which of the two fields it was cannot be known without reading what is too large to be read.
  onError: async (c: Req) => {
    const view = await readFirmEvidence(ctxOf(c), c.req.param('id') ?? '');
    return c.html(evidencePage(c, view, [{ field: 'other', ja: ja.tooLarge, en: en.tooLarge }]), 413);
  },
});

evidenceScreens.post(paths.evidence(':id'), limitUploads, async (c) => {
  const id = c.req.param('id');
  await readToWrite(ctxOf(c), id);
  const { field, kind, files } = await filesOf(c);
  const attached = await attachAll(c, { id, field, kind, files });
  if (attached === 'closed') return c.html(evidencePage(c, await readFirmEvidence(ctxOf(c), id), [], true), 409);
  const problems = files.length === 0 ? [{ field, ja: ja.none, en: en.none }] : attached;
  if (problems.length === 0) return c.redirect(`${paths.evidence(id)}#${field}`, 303);
  return c.html(evidencePage(c, await readFirmEvidence(ctxOf(c), id), problems), 422);
});

evidenceScreens.post(paths.removeEvidence(':id', ':evidence'), async (c) => {
  const { id, evidence } = c.req.param();
  await removeEvidence(ctxOf(c), { applicationId: id, evidenceId: evidence });
  return c.redirect(paths.evidence(id), 303);
});

evidenceScreens.get(paths.evidenceFile(':id', ':evidence'), async (c) => {
  const { id, evidence: evidenceId } = c.req.param();
  const { evidence, bytes } = await getFirmEvidenceFile(ctxOf(c), { applicationId: id, evidenceId });
  return attachment(c, { bytes, mediaType: 'application/pdf', fileName: evidence.fileName, extension: '.pdf' });
});

evidenceScreens.get(paths.evidencePage(':id', ':evidence', ':page'), async (c) => {
  const { id, evidence: evidenceId, page } = c.req.param();
  const number = /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 0;
  return picture(c, await getFirmEvidencePicture(ctxOf(c), { applicationId: id, evidenceId, page: number }));
});

evidenceScreens.get(paths.signaturePicture(':signatory'), async (c) =>
  picture(c, await getSignaturePicture(ctxOf(c), c.req.param('signatory'))),
);

function picture(c: Req, png: Buffer): Response {
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
}

type Sent = { field: EvidenceKind; kind: EvidenceKind; files: File[] };

/** The files of the one field that was sent, and their kind. An untouched field is a file without name and content. */
async function filesOf(c: Req): Promise<Sent> {
  const body = await c.req.parseBody({ all: true });
  const field = evidenceKinds.find((each) => body[each] !== undefined) ?? 'other';
  const kind = evidenceKinds.find((each) => each === body[`${field}.kind`]) ?? field;
  const files = [body[field] ?? []].flat().filter((sent): sent is File => sent instanceof File);
  return { field, kind, files: files.filter((file) => file.name !== '' || file.size > 0) };
}

/** One after the other, since each is a deed of its own: those that are good stay, for the others it says why not. */
async function attachAll(c: Req, input: Sent & { id: string }): Promise<FieldProblem[] | 'closed'> {
  const problems: FieldProblem[] = [];
  for (const file of input.files) {
    try {
      const bytes = Buffer.from(await file.arrayBuffer());
      await attachEvidence(ctxOf(c), { applicationId: input.id, kind: input.kind, fileName: file.name, bytes });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code === 'conflict') return 'closed';
      problems.push(...problemsWith(error, input.field, file.name));
    }
  }
  return problems;
}

/** What is said at the field; several files share it, so each sentence names its file. */
function problemsWith(refusal: Refusal, field: EvidenceKind, name: string): FieldProblem[] {
  const said = refusal.code === 'too_many' ? [evidenceWords.busy] : refusal.fields;
  if (said.length === 0) throw refusal;
  return said.map((words) => ({ field, ja: ja.inFile(name, words.ja), en: en.inFile(name, words.en) }));
}
