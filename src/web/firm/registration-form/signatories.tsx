// 署名者: the list of the form's signatories.
import { Hono } from 'hono';
import type { FieldProblem } from '../../../lib/refusal.ts';
import {
  type ContentSignatory,
  type RegistrationContent,
  signatoriesWithoutReasons,
} from '../../../registrations/content.ts';
import { needsSignatures, staying } from '../../../registrations/procedures/content-rules.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { type FormView, readForm } from '../../../registrations/procedures/read-procedure.ts';
import { errorStatus } from '../../errors.tsx';
import { paths } from '../../paths.ts';
import { type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { type SummaryItem, SummaryList } from '../../ui/summary-list.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { fieldHelps, fieldLabels } from './field-words.ts';
import { formCtxOf } from './form-ctx.ts';
import { FormFrame } from './form-frame.tsx';
import { formWords } from './form-words.ts';
import { saveStep } from './save-step.ts';
import { signatoryWords } from './signatory-words.ts';

export const signatoriesScreens = new Hono<Env>();

signatoriesScreens.get(paths.formSignatories(':id'), async (c) => {
  const view = await readForm(await formCtxOf(c), c.req.param('id'));
  if (!isOpenToApplicant(view.procedure.status)) return c.redirect(paths.form(view.procedure.procedureId), 303);
  return c.html(listPage(c, { view }));
});

/** Only the reason for many: each signatory has a page of his own. */
signatoriesScreens.post(paths.formSignatories(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const form = await formOf(c);
  const reason = (form['manySignatoriesReasonJa'] ?? '').replaceAll('\r\n', '\n');
  const saved = await saveStep(ctx, form, (content) => ({ ...content, manySignatoriesReasonJa: reason }));
  if (saved.kind === 'closed') return c.redirect(paths.form(ctx.procedureId), 303);
  if (saved.kind === 'saved') return c.redirect(paths.formSignatories(ctx.procedureId), 303);
  const status = saved.kind === 'conflict' ? errorStatus.conflict : errorStatus.invalid;
  return c.html(listPage(c, { ...saved, conflict: saved.kind === 'conflict' }), status);
});

type Shown = { view: FormView; typed?: RegistrationContent; problems?: readonly FieldProblem[]; conflict?: boolean };

function listPage(c: Req, { view, typed, problems = [], conflict = false }: Shown): string {
  const { lang } = c.var;
  const [w, f] = [signatoryWords[lang], formWords[lang]];
  const { procedureId, content } = view.procedure;
  const isNeeded = needsSignatures(content);
  return page(
    <FormFrame {...{ c, step: 'signatories', view, problems, fixedLanguage: typed !== undefined }}>
      {conflict ? (
        <Notice tone="error" heading={f.conflictHeading}>
          <p>{f.conflictText}</p>
        </Notice>
      ) : null}
      <p>{isNeeded ? w.lead : w.leadAgent}</p>
      {!isNeeded && content.signatories.length > 0 ? <p>{w.kept}</p> : null}
      {isNeeded && content.signatories.length === 0 ? <EmptyState heading={w.none}>{w.noneText}</EmptyState> : null}
      {content.signatories.map((row, index) => (
        <Person {...{ lang, view, row, index }} />
      ))}
      <ButtonRow>
        {isNeeded ? (
          <ButtonLink
            href={paths.newFormSignatory(procedureId)}
            tone={content.signatories.length === 0 ? 'primary' : 'secondary'}
          >
            {w.add}
          </ButtonLink>
        ) : null}
        <ButtonLink
          href={paths.formPapers(procedureId)}
          tone={isNeeded && content.signatories.length === 0 ? 'secondary' : 'primary'}
        >
          {w.nextStep}
        </ButtonLink>
      </ButtonRow>
      <Reason {...{ lang, view, problems, content: typed ?? content }} />
    </FormFrame>,
  );
}

/** From the sixteenth on. */
function Reason(props: {
  lang: Lang;
  view: FormView;
  content: RegistrationContent;
  problems: readonly FieldProblem[];
}) {
  const { lang, view, content, problems } = props;
  const w = signatoryWords[lang];
  const { procedureId, version } = view.procedure;
  if (!needsSignatures(content) || staying(content).length <= signatoriesWithoutReasons) return null;
  const name = 'manySignatoriesReasonJa';
  return (
    <section aria-labelledby="many">
      <h2 id="many">{w.reasonHeading}</h2>
      <form method="post" action={paths.formSignatories(procedureId)}>
        <input type="hidden" name="version" value={String(version)} />
        <TextArea
          {...{ lang, name, label: fieldLabels[name][lang], help: fieldHelps[name]?.[lang], required: true }}
          {...{ value: content[name], maxlength: 600, error: problemFor(problems, lang, name) }}
        />
        <ButtonRow>
          <Button>{w.saveReason}</Button>
        </ButtonRow>
      </form>
    </section>
  );
}

type PersonProps = { lang: Lang; view: FormView; row: ContentSignatory; index: number };

function Person({ lang, view, row, index }: PersonProps) {
  const w = signatoryWords[lang];
  const { procedureId, content } = view.procedure;
  const isWrong = view.problems.some(({ field }) => field.startsWith(`signatories.${index}.`));
  const name = row.nameEn || row.nameJa || w.noName;
  const id = `signatory-${index}`;
  return (
    <section aria-labelledby={id} class="attached">
      <h2 id={id}>
        <span lang={row.nameEn ? 'en' : undefined}>{name}</span> <State lang={lang} row={row} />{' '}
        {isWrong ? <StatusTag tone="attention" text={w.wrong} /> : null}
      </h2>
      <SummaryList items={itemsOf(lang, view, row)} />
      <ButtonRow>
        <ButtonLink href={`${paths.formSignatory(procedureId, row.key)}${isWrong ? '?checked' : ''}`}>
          {row.signatoryId === '' || row.leaves ? w.edit : w.leave}
          <span class="unseen">{w.of(name)}</span>
        </ButtonLink>
        {needsSignatures(content) && !row.withoutSignature && !row.leaves ? (
          <ButtonLink href={paths.formSignature(procedureId, row.key)}>
            {row.signatureSha256 === '' ? w.signatureSet : w.signatureChange}
            <span class="unseen">{w.of(name)}</span>
          </ButtonLink>
        ) : null}
        {row.signatoryId === '' ? (
          <ButtonLink href={paths.removeFormSignatory(procedureId, row.key)} tone="link">
            {w.remove}
            <span class="unseen">{w.of(name)}</span>
          </ButtonLink>
        ) : null}
      </ButtonRow>
    </section>
  );
}

function State({ lang, row }: { lang: Lang; row: ContentSignatory }) {
  const w = signatoryWords[lang];
  if (row.leaves) return <StatusTag tone="stopped" text={w.leaves} />;
  return row.signatoryId === '' ? null : <StatusTag tone="neutral" text={w.registered} />;
}

function itemsOf(lang: Lang, view: FormView, row: ContentSignatory): SummaryItem[] {
  const w = signatoryWords[lang];
  const { procedureId, content } = view.procedure;
  const title = [row.titleJa, row.titleEn].filter(Boolean).join(' / ');
  const successor = content.signatories.find(({ key }) => key === row.successorKey);
  return [
    ...(row.nameJa ? [{ key: w.nameJa, value: row.nameJa, valueLang: 'ja' }] : []),
    { key: lang === 'ja' ? '役職' : 'Title', value: title || '—' },
    { key: w.mail, value: row.mail || '—' },
    ...(row.leaves ? [{ key: w.successor, value: successor?.nameEn || '—' }] : []),
    ...(row.leaves ? [] : [{ key: w.signature, value: <Signature {...{ lang, procedureId, row }} /> }]),
  ];
}

/** The picture where there is one. */
export function Signature({ lang, procedureId, row }: { lang: Lang; procedureId: string; row: ContentSignatory }) {
  const w = signatoryWords[lang];
  if (row.withoutSignature) return <>{w.without}</>;
  if (row.signatureSha256 === '') return <>{w.signatureNone}</>;
  return (
    <span class="signature">
      <img
        src={paths.formSignaturePicture(procedureId, row.key)}
        alt={w.signatureOf(row.nameEn || w.noName)}
        loading="lazy"
      />
    </span>
  );
}
