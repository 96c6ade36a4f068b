// The answer to "is this paper real?": state, what was certified, chamber. A bare "valid" would let altered paper pass.
import { type ShownBox, type ShownGoods, shownFigures } from '../../applications/forms/shown.ts';
import type { CheckedCertificate } from '../../verification/find-certificate.ts';
import { paths } from '../paths.ts';
import { formatCount, formatDayTime } from '../ui/dates.ts';
import { Layout } from '../ui/layout.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Lang } from '../ui/words.ts';
import { referenceWords } from './reference-words.ts';

type ResultProps = {
  lang: Lang;
  /** Where a change of language leads. */
  path: string;
  found: CheckedCertificate;
  /** The host that strangers were told to expect. */
  host: string;
  now: Date;
};

export function ReferenceResult(props: ResultProps) {
  const { lang, path, found, host, now } = props;
  const w = referenceWords[lang];
  const chamber = lang === 'ja' ? found.chamber.nameJa : found.chamber.nameEn;
  const title = found.status === 'issued' ? w.issued(chamber) : w[found.status];
  return (
    <Layout lang={lang} path={path} section="public" site={w.site} title={title}>
      <div class={`check-state check-${found.status}`}>
        <p>{meaningOf(lang, found, chamber)}</p>
        <p class="check-compare">{w.compare}</p>
        <p>
          {w.host}{' '}
          <strong class="check-host" translate="no">
            {host}
          </strong>
        </p>
      </div>
      <SummaryList
        items={[
          { key: w.numberShort, value: <Printed text={found.number} /> },
          { key: w.dateShort, value: <Printed text={found.date} /> },
          { key: w.sheets, value: w.sheetCount(formatCount(found.sheets)) },
          { key: w.checkedAt, value: `${formatDayTime(lang, now, { zone: true })}\n${utcOf(now)}` },
        ]}
      />
      <h2>{w.content}</h2>
      <p class="quiet">{w.contentLead}</p>
      <Certified lang={lang} found={found} />
      <ContactOf lang={lang} found={found} name={chamber} />
      <p>
        <a href={paths.check}>{w.another}</a>
      </p>
    </Layout>
  );
}

function meaningOf(lang: Lang, found: CheckedCertificate, chamber: string): string {
  const w = referenceWords[lang];
  if (found.status === 'issued') return w.issuedMeaning;
  return found.status === 'revoked' ? w.revokedMeaning(chamber) : w.supersededMeaning(chamber);
}

/** `2026-11-22 05:03 UTC` */
const utcOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** As it stands on the paper: in English, and left alone by a browser that translates pages. */
function Printed(props: { text: string }) {
  return (
    <span lang="en" translate="no">
      {props.text}
    </span>
  );
}

function Certified(props: { lang: Lang; found: CheckedCertificate }) {
  const { lang, found } = props;
  return (
    <div class="check-paper">
      <p class="check-paper-title" lang="en" translate="no">
        {found.title}
      </p>
      {found.boxes.map((box) => (
        <Box box={box} />
      ))}
      {found.goods.lines.length + found.goods.totals.length === 0 ? null : <Goods lang={lang} goods={found.goods} />}
      <Box box={found.declaration} signed />
      <Box box={found.certification} signed />
    </div>
  );
}

/** @param props.signed a box that begins with a printed sentence */
function Box({ box, signed }: { box: ShownBox; signed?: boolean }) {
  return (
    <section class={signed ? 'check-box check-signed' : 'check-box'} lang="en" translate="no">
      <h3>{box.label}</h3>
      {box.lines.map((line) => (
        <p>{line}</p>
      ))}
    </section>
  );
}

type Row = ShownGoods & { isTotal: boolean };
const isText: ReadonlySet<keyof ShownGoods> = new Set(['marks', 'packages', 'description']);

function Goods(props: { lang: Lang; goods: CheckedCertificate['goods'] }) {
  const { lang, goods } = props;
  const w = referenceWords[lang];
  const rows: Row[] = [
    ...goods.lines.map((line) => ({ ...line, isTotal: false })),
    ...goods.totals.map((line) => ({ ...line, isTotal: true })),
  ];
  const column = (key: keyof ShownGoods, head: string): Column<Row> => ({
    ...{ key, head, kind: isText.has(key) ? 'text' : 'number', namesRow: key === 'description' },
    cell: (row) => <GoodsCell text={row[key] ?? ''} isTotal={row.isTotal} />,
  });
  const has = (key: keyof ShownGoods): boolean => rows.some((row) => (row[key] ?? '') !== '');
  return (
    <section class="check-box">
      <h3 lang="en" translate="no">
        {[goods.label, goods.quantityLabel].filter(Boolean).join(' / ')}
      </h3>
      {goods.marks === '' ? null : (
        <>
          <h4>{w.marks}</h4>
          <p lang="en" translate="no">
            {goods.marks}
          </p>
        </>
      )}
      <Table
        {...{ lang, id: 'goods', caption: w.goodsCount(formatCount(goods.lines.length)), rows, phone: 'stack' }}
        columns={[
          ...(has('marks') ? [column('marks', w.lineMarks)] : []),
          ...(has('packages') ? [column('packages', w.packages)] : []),
          column('description', w.description),
          ...(has('quantity') ? [column('quantity', w.quantity)] : []),
          ...shownFigures.filter(has).map((key) => column(key, w[key])),
        ]}
      />
      {goods.notes?.map((note) => (
        <p lang="en" translate="no">
          {note}
        </p>
      ))}
    </section>
  );
}

function GoodsCell(props: { text: string; isTotal: boolean }) {
  // An empty one leaves no line on a phone: the style sheet looks for nothing inside.
  if (props.text === '') return null;
  return props.isTotal ? (
    <strong lang="en" translate="no">
      {props.text}
    </strong>
  ) : (
    <Printed text={props.text} />
  );
}

function ContactOf(props: { lang: Lang; found: CheckedCertificate; name: string }) {
  const w = referenceWords[props.lang];
  const { telephone, mail } = props.found.contact;
  return (
    <section>
      <h2>{w.contact}</h2>
      <p>
        {props.name}
        <br />
        <Printed text={props.found.chamber.cityEn} />
        {telephone === '' ? null : (
          <>
            <br />
            {w.telephone}: <a href={`tel:${telephone}`}>{telephone}</a>
          </>
        )}
        {mail === '' ? null : (
          <>
            <br />
            {w.mail}: <a href={`mailto:${mail}`}>{mail}</a>
          </>
        )}
      </p>
    </section>
  );
}
