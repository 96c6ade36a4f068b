// The table of inputs: one row a line of goods, one cell a field, every cell named for who cannot see the headings.
import { countries } from '../../../applications/countries.ts';
import type { Finding } from '../../../applications/finding.ts';
import { type GoodsColumn, type GoodsField, goodsColumns } from '../../../applications/forms/origin/goods-columns.ts';
import { packageKinds } from '../../../applications/forms/package-kinds.ts';
import { units } from '../../../applications/forms/units.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { formatCount } from '../../ui/dates.ts';
import { fieldId } from '../../ui/field-frame.tsx';
import { TableRegion } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { cellOf, type GoodsRow, goodsFieldName, isEmptyLine } from './goods-page.ts';
import { goodsWords } from './goods-words.ts';

const manyLines: ReadonlySet<GoodsField> = new Set(['marks', 'description']);
const listOf: Partial<Record<GoodsField, string>> = {
  ...{ packageKind: 'goods-kinds', origin: 'goods-countries', unit: 'goods-units' },
};
const keyboardOf: Partial<Record<GoodsField, 'numeric' | 'decimal'>> = { packages: 'numeric', quantity: 'decimal' };

/** `problems`: what keeps this very form from being saved (a cell too long); findings of the rules come with the rows. */
export function GoodsTable(props: { lang: Lang; rows: readonly GoodsRow[]; problems: readonly FieldProblem[] }) {
  const { lang, rows } = props;
  const w = goodsWords[lang];
  const [first, last] = [rows.at(0)?.at ?? 0, rows.at(-1)?.at ?? 0];
  return (
    <TableRegion lang={lang} id="goods" scrolls>
      <table class="table goods-grid">
        <caption id="goods-caption" class="unseen">
          {w.caption(formatCount(first + 1), formatCount(last + 1))}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="goods-row-head">
              {w.rowHead}
            </th>
            {goodsColumns.map((column) => (
              <th scope="col" class={`goods-${column.field}`}>
                {column[lang]}
              </th>
            ))}
            <th scope="col" class="goods-deeds">
              <span class="unseen">{w.deeds}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowAndSaid lang={lang} row={row} problems={props.problems} />
          ))}
        </tbody>
      </table>
      <Suggestions lang={lang} />
    </TableRegion>
  );
}

type Said = Pick<Finding, 'level' | 'ja' | 'en'>;

/** What is said about one cell: why the form was not saved, and what the rules found. */
function saidOf(row: GoodsRow, { field }: GoodsColumn, problems: readonly FieldProblem[]): Said[] {
  const name = goodsFieldName(row.at, field);
  return [
    ...problems.filter((problem) => problem.field === name).map((problem) => ({ level: 'block' as const, ...problem })),
    ...row.findings.filter((finding) => cellOf(finding)?.field === field),
  ];
}

const saidId = (row: GoodsRow, { field }: GoodsColumn): string => `${fieldId(goodsFieldName(row.at, field))}-error`;

/** What is wrong stands across the whole table below its row: in a cell it would be a column of single words. */
function RowAndSaid(props: { lang: Lang; row: GoodsRow; problems: readonly FieldProblem[] }) {
  const { lang, row } = props;
  const said = goodsColumns.flatMap((column) => {
    const words = saidOf(row, column, props.problems);
    return words.length === 0 ? [] : [{ column, words }];
  });
  return (
    <>
      <Row {...props} />
      {said.length === 0 ? null : (
        <tr class="goods-said-row">
          <td colspan={goodsColumns.length + 2}>
            {said.map(({ column, words }) => (
              <div id={saidId(row, column)} class="goods-said" data-of={column.field}>
                {words.map((one) => (
                  <p class={one.level === 'block' ? 'field-error' : 'goods-warning'}>
                    {goodsWords[lang].saidAt(column[lang], one[lang])}
                  </p>
                ))}
              </div>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** An empty row has nothing to delete; its buttons show when something is typed. */
function Row(props: { lang: Lang; row: GoodsRow; problems: readonly FieldProblem[] }) {
  const { lang, row } = props;
  const w = goodsWords[lang];
  return (
    <tr data-row={String(row.at)} class={isEmptyLine(row.line) ? 'goods-empty' : undefined}>
      <th scope="row" class="goods-row-head">
        {String(row.at + 1)}
      </th>
      {goodsColumns.map((column) => (
        <td>
          <Cell {...{ lang, row, column }} problems={props.problems} />
        </td>
      ))}
      <td class="goods-deeds">
        <button type="submit" class="button button-link" name="do" value={`insert:${row.at}`}>
          {w.insert}
          <span class="unseen"> ({w.ofRow(row.at + 1)})</span>
        </button>
        <button type="submit" class="button button-link" name="do" value={`delete:${row.at}`}>
          {w.remove}
          <span class="unseen"> ({w.ofRow(row.at + 1)})</span>
        </button>
      </td>
    </tr>
  );
}

function Cell(props: { lang: Lang; row: GoodsRow; column: GoodsColumn; problems: readonly FieldProblem[] }) {
  const { lang, row, column } = props;
  const name = goodsFieldName(row.at, column.field);
  const id = fieldId(name);
  const said = saidOf(row, column, props.problems);
  const attributes = {
    ...{ id, name, class: 'input', autocomplete: 'off', spellcheck: false, lang: 'en', maxlength: column.maxLength },
    'aria-label': goodsWords[lang].cell(row.at + 1, column[lang]),
    'aria-invalid': said.some(({ level }) => level === 'block') ? ('true' as const) : undefined,
    'aria-describedby': said.length > 0 ? saidId(row, column) : undefined,
    'data-field': column.field,
  };
  const value = row.line[column.field];
  return manyLines.has(column.field) ? (
    // A browser drops a line break right behind the tag.
    <textarea {...attributes} rows={1}>
      {value.startsWith('\n') ? `\n${value}` : value}
    </textarea>
  ) : (
    <input type="text" {...attributes} list={listOf[column.field]} inputmode={keyboardOf[column.field]} value={value} />
  );
}

/** What the rules know by name; anything else can be typed too. */
function Suggestions({ lang }: { lang: Lang }) {
  return (
    <>
      <datalist id="goods-kinds">
        {packageKinds.map((kind) => (
          <option value={kind.plural} label={lang === 'ja' ? kind.ja : undefined} />
        ))}
      </datalist>
      <datalist id="goods-countries">
        {countries.map((country) => (
          <option value={country.en} label={lang === 'ja' ? country.ja : undefined} />
        ))}
      </datalist>
      <datalist id="goods-units">
        {units.map((unit) => (
          <option value={unit.forms[0]} label={lang === 'ja' ? unit.ja : undefined} />
        ))}
      </datalist>
    </>
  );
}
