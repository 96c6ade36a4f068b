// Everything that a form says, to be read, and what differs from the register.
import type { RegistrationContent } from '../../../registrations/content.ts';
import { needsSignatures } from '../../../registrations/procedures/content-rules.ts';
import {
  formDifferences,
  plainValues,
  type SignatoryDifference,
} from '../../../registrations/procedures/form-differences.ts';
import { isOpenToApplicant } from '../../../registrations/procedures/procedure-lifecycle.ts';
import type { FormView } from '../../../registrations/procedures/read-procedure.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { fieldLabels, isFieldName, shownValue } from './field-words.ts';
import { type FieldsStep, fieldsOfStep, isShown } from './form-fields.ts';
import { stepHref } from './form-steps.ts';
import { formWords } from './form-words.ts';
import { reviewWords } from './review-words.ts';
import { Signature } from './signatories.tsx';
import { signatoryFieldName, signatoryWords } from './signatory-words.ts';

type Props = { lang: Lang; view: FormView };

export function Contents({ lang, view }: Props) {
  const { content } = view.procedure;
  return (
    <>
      {(['company', 'business', 'contact'] as const).map((step) => (
        <Step {...{ lang, view, step }} />
      ))}
      {needsSignatures(content) ? <Signatories lang={lang} view={view} /> : null}
    </>
  );
}

function Step({ lang, view, step }: Props & { step: FieldsStep }) {
  const f = formWords[lang];
  const { content } = view.procedure;
  const values = plainValues(content);
  return (
    <section aria-labelledby={`read-${step}`}>
      <h2 id={`read-${step}`}>{f[step]}</h2>
      <SummaryList
        items={fieldsOfStep[step]
          .filter((field) => isShown(field, content))
          .map(({ path, english }) => ({
            key: fieldLabels[path][lang],
            value: shownValue(lang, values.get(path) ?? ''),
            valueLang: english ? 'en' : undefined,
          }))}
      />
      <ToChange {...{ lang, view, step }} />
    </section>
  );
}

function ToChange({ lang, view, step }: Props & { step: FieldsStep | 'signatories' }) {
  const { procedureId, status } = view.procedure;
  if (!isOpenToApplicant(status)) return null;
  return (
    <p>
      <a href={stepHref(procedureId, step)}>{reviewWords[lang].change(formWords[lang][step])}</a>
    </p>
  );
}

function Signatories({ lang, view }: Props) {
  const [w, s] = [reviewWords[lang], signatoryWords[lang]];
  const { procedureId, content } = view.procedure;
  return (
    <section aria-labelledby="read-signatories">
      <h2 id="read-signatories">{formWords[lang].signatories}</h2>
      {content.signatories.length === 0 ? <p>{w.signatoriesNone}</p> : null}
      {content.signatories.map((row, index) => (
        <>
          <h3>{s.person(String(index + 1))}</h3>
          <SummaryList
            items={[
              { key: s.nameJa, value: row.nameJa || '—', valueLang: 'ja' },
              { key: s.nameEn, value: row.nameEn || '—', valueLang: 'en' },
              { key: w.title, value: [row.titleJa, row.titleEn].filter(Boolean).join(' / ') || '—' },
              { key: s.mail, value: row.mail || '—' },
              {
                key: s.signature,
                value: row.leaves ? (
                  w.leaves(nameOf(content, row.successorKey))
                ) : (
                  <Signature {...{ lang, procedureId, row }} />
                ),
              },
            ]}
          />
        </>
      ))}
      <ToChange {...{ lang, view, step: 'signatories' }} />
    </section>
  );
}

const nameOf = (content: RegistrationContent, key: string): string =>
  content.signatories.find((one) => one.key === key)?.nameEn || '—';

type Row = { key: string; name: string; before: string; after: string };

/** Renewal and change: what differs from today. Nothing for a new registration. */
export function Changes({ lang, view }: Props) {
  const w = reviewWords[lang];
  const { kind, content } = view.procedure;
  if (kind === 'new' || kind === 'switch') return null;
  const rows = view.registered === undefined ? [] : rowsOf(lang, view.registered, content);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{w.changes}</h2>
      {view.registered === undefined ? <p>{w.changesUnknown}</p> : null}
      {view.registered !== undefined && rows.length === 0 ? <p>{w.changesNone}</p> : null}
      {rows.length === 0 ? null : (
        <Table
          {...{ lang, id: 'changes-table', caption: w.changes, captionUnseen: true, phone: 'stack', rows }}
          columns={[
            { key: 'field', head: w.field, namesRow: true, cell: (row: Row) => row.name },
            { key: 'was', head: w.was, cell: (row: Row) => row.before },
            { key: 'becomes', head: w.becomes, cell: (row: Row) => row.after },
          ]}
        />
      )}
    </section>
  );
}

function rowsOf(lang: Lang, before: RegistrationContent, content: RegistrationContent): Row[] {
  const { fields, signatories } = formDifferences(before, content);
  return [
    ...fields.map(({ path, before: was, after }) => ({
      ...{ key: path, name: isFieldName(path) ? fieldLabels[path][lang] : path },
      ...{ before: shownValue(lang, was), after: shownValue(lang, after) },
    })),
    ...signatories.flatMap((one) => signatoryRows(lang, content, one)),
  ];
}

function signatoryRows(lang: Lang, content: RegistrationContent, one: SignatoryDifference): Row[] {
  const w = reviewWords[lang];
  const { key, nameEn, successorKey } = one.row;
  if (one.what !== 'changes') {
    const after = one.what === 'comes' ? w.comes : w.leaves(nameOf(content, successorKey));
    return [{ key, name: nameEn || '—', before: '—', after }];
  }
  return one.fields.map(({ path, before, after }) => {
    const field = path.split('.').at(-1) ?? '';
    const row = { key: path, name: `${nameEn}: ${signatoryFieldName(lang, field)}` };
    // Two signatures differ to the eye, not by their sums.
    if (field === 'signatureSha256')
      return { ...row, before: before && w.signatureWas, after: after && w.signatureNew };
    return { ...row, before: shownValue(lang, before), after: shownValue(lang, after) };
  });
}
