// What differs, field by field: from the register (更新・変更), and from the round before.
import type { RegistrationContent } from '../../../registrations/content.ts';
import {
  type Difference,
  formDifferences,
  type RoundSignatoryDifference,
  roundDifferences,
} from '../../../registrations/procedures/form-differences.ts';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { differenceName, langOfPlace, valueShown } from './place-names.ts';
import type { ProcedureView } from './procedure-view.ts';
import { procedureWords } from './procedure-words.ts';

export function ProcedureDifferences({ lang, view }: ProcedureView) {
  const w = procedureWords[lang];
  const { procedure, registered, before } = view;
  const { content, kind } = procedure;
  return (
    <>
      {kind === 'renewal' || kind === 'change' ? (
        <section aria-labelledby="against-register">
          <h2 id="against-register">{w.againstRegister}</h2>
          {registered ? (
            <Differences
              {...{ lang, content, id: 'from-register', none: w.againstRegisterNone }}
              found={formDifferences(registered, content)}
            />
          ) : (
            <p>{w.noRegistered}</p>
          )}
        </section>
      ) : null}
      {before ? (
        <section aria-labelledby="against-round">
          <h2 id="against-round">{w.againstRound}</h2>
          <Differences
            {...{ lang, content, id: 'from-round', none: w.againstRoundNone }}
            found={roundDifferences(before, content)}
          />
        </section>
      ) : null}
    </>
  );
}

type Shown = { place: string; path: string; before: string; after: string };

function Differences(props: {
  lang: Lang;
  content: RegistrationContent;
  id: string;
  none: string;
  found: { fields: Difference[]; signatories: RoundSignatoryDifference[] };
}) {
  const { lang, content, id, none, found } = props;
  const w = procedureWords[lang];
  const rows: Shown[] = [
    ...found.fields.map((one) => shown(lang, content, one)),
    ...found.signatories.flatMap((one) => signatoryRows(lang, content, one)),
  ];
  if (rows.length === 0) return <p>{none}</p>;
  const caption = id === 'from-register' ? w.againstRegister : w.againstRound;
  return (
    <Table
      {...{ lang, id, caption, captionUnseen: true, dense: true, phone: 'stack', rows }}
      columns={[
        { key: 'place', head: w.place, namesRow: true, cell: (row: Shown) => row.place },
        {
          ...{ key: 'before', head: w.before },
          cell: ({ path, before }: Shown) => (
            <del class="desk-text" lang={langOfPlace(path)}>
              {before}
            </del>
          ),
        },
        {
          ...{ key: 'after', head: w.after },
          cell: ({ path, after }: Shown) => (
            <ins class="desk-text" lang={langOfPlace(path)}>
              {after}
            </ins>
          ),
        },
      ]}
    />
  );
}

const shown = (lang: Lang, content: RegistrationContent, { path, before, after }: Difference): Shown => ({
  ...{ path, place: differenceName(lang, content, path) },
  ...{ before: valueAt(lang, path, before, 'before'), after: valueAt(lang, path, after, 'after') },
});

/** A signature is a picture, which stands beside its signatory: here it is said to be another one. */
function valueAt(lang: Lang, path: string, value: string, side: 'before' | 'after'): string {
  if (!path.endsWith('.signatureSha256')) return valueShown(lang, value);
  const w = procedureWords[lang];
  if (value === '') return '—';
  return side === 'before' ? w.pictureBefore : w.pictureAfter;
}

function signatoryRows(lang: Lang, content: RegistrationContent, one: RoundSignatoryDifference): Shown[] {
  const w = procedureWords[lang];
  const { row } = one;
  const name = row.nameEn || row.nameJa;
  if (one.what === 'changes')
    return one.fields.map((field) => {
      const line = shown(lang, content, field);
      return { ...line, place: `${name}: ${line.place}` };
    });
  const place = `${w.groupSignatories}: ${name}`;
  if (one.what === 'comes') return [{ place, path: '', before: '—', after: w.comes }];
  const successor = content.signatories.find(({ key }) => key === row.successorKey)?.nameEn ?? '';
  const after =
    one.what === 'gone' ? w.gone : [w.leaves, successor && w.successor(successor)].filter(Boolean).join(' ');
  return [{ place, path: '', before: w.registered, after }];
}
