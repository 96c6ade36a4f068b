// Left: what the firm typed, in the order of the letters that it prints, so that the eye goes down both.
import type { Child } from 'hono/jsx';
import { needsSignatures, staying } from '../../../registrations/procedures/content-rules.ts';
import { formDifferences, plainValues } from '../../../registrations/procedures/form-differences.ts';
import type { FieldName } from '../../firm/registration-form/field-words.ts';
import { fieldLabels } from '../../firm/registration-form/field-words.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { langOfPlace, valueShown } from './place-names.ts';
import { ProcedureSignatory } from './procedure-signatory.tsx';
import { procedureWords } from './procedure-words.ts';
import { RemarkBox, type RemarkProps } from './remark-box.tsx';

type Group = { name: 'groupKind' | 'groupCompany' | 'groupBusiness' | 'groupReasons' | 'groupContact' } & {
  fields: readonly FieldName[];
};

const groups: readonly Group[] = [
  { name: 'groupKind', fields: ['kind', 'legalForm', 'memberClass', 'memberNumber', 'corporateNumber'] },
  {
    name: 'groupCompany',
    fields: [
      ...(['nameJa', 'nameKana', 'tradeNameJa', 'nameEn', 'postalCode', 'addressJa', 'addressEn'] as const),
      ...(['placeEn', 'telephone', 'representativeTitleJa', 'representativeNameJa', 'foreignNational'] as const),
    ],
  },
  {
    name: 'groupBusiness',
    fields: [
      ...(['business.since', 'business.capitalYen', 'business.employees', 'business.descriptionJa'] as const),
      ...(['business.goodsJa', 'business.destinationsJa', 'usedGoods', 'antiqueLicence'] as const),
    ],
  },
  { name: 'groupReasons', fields: ['outOfDistrict', 'outOfDistrictReasonJa', 'manySignatoriesReasonJa'] },
  {
    name: 'groupContact',
    fields: [
      ...(['contact.departmentJa', 'contact.nameJa', 'contact.nameEn', 'contact.telephone'] as const),
      'contact.mail',
    ],
  },
];

/** Shown where it says something, or once said something. */
const maybe: ReadonlySet<FieldName> = new Set<FieldName>([
  ...(['memberNumber', 'corporateNumber', 'tradeNameJa', 'representativeTitleJa', 'antiqueLicence'] as const),
  ...(['outOfDistrictReasonJa', 'manySignatoriesReasonJa', 'business.destinationsJa'] as const),
  ...(['contact.departmentJa', 'business.capitalYen'] as const),
]);

export function ProcedureData(props: RemarkProps) {
  const { lang, view } = props;
  const w = procedureWords[lang];
  const { content } = view.procedure;
  const before = view.registered ?? view.before;
  const changed = new Set(before ? formDifferences(before, content).fields.map(({ path }) => path) : []);
  const values = plainValues(content);
  return (
    <div class="desk-side">
      <div class="desk-side-head">
        <h2>{w.data}</h2>
      </div>
      <section class="desk-pane" id="pane-left" aria-label={w.data} tabindex={0}>
        {groups.map(({ name, fields }) => (
          <>
            <h3>{w[name]}</h3>
            <dl class="reg-fields">
              {fields
                .filter((field) => !maybe.has(field) || changed.has(field) || (values.get(field) ?? '').trim() !== '')
                .map((field) => (
                  <Line {...props} field={field} value={values.get(field) ?? ''} isChanged={changed.has(field)} />
                ))}
            </dl>
          </>
        ))}
        <Signatories {...props} />
      </section>
    </div>
  );
}

function Line(props: RemarkProps & { field: FieldName; value: string; isChanged: boolean }) {
  const { lang, field, value } = props;
  const w = procedureWords[lang];
  return (
    <div class={props.isChanged ? 'reg-line reg-line-changed' : 'reg-line'}>
      <dt>{fieldLabels[field][lang]}</dt>
      <dd>
        <span class="desk-text" lang={langOfPlace(field)}>
          {valueShown(lang, value)}
        </span>{' '}
        {props.isChanged ? <StatusTag tone="attention" text={w.changed} /> : null}
        <RemarkBox {...props} place={field} />
      </dd>
    </div>
  );
}

function Signatories(props: RemarkProps): Child {
  const { lang, view } = props;
  const w = procedureWords[lang];
  const { content } = view.procedure;
  if (!needsSignatures(content))
    return (
      <>
        <h3>{w.groupSignatories}</h3>
        <p>{w.noSignatories}</p>
      </>
    );
  return (
    <>
      <h3>{w.signatoriesOf(staying(content).length)}</h3>
      {content.signatories.map((row, index) => (
        <ProcedureSignatory {...props} row={row} index={index} />
      ))}
    </>
  );
}
