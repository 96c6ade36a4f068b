// What was read of a file of goods, and the three ways to go on.
import type { Finding } from '../../../applications/finding.ts';
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { maxTableLines } from '../../../applications/forms/origin/goods-columns.ts';
import type { GoodsUpload } from '../../../applications/goods-upload-store.ts';
import { isReadable } from '../../../applications/import-goods.ts';
import type { FirmView } from '../../../applications/read.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import type { Req } from '../../request.ts';
import { ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { formatCount, formatDayTime } from '../../ui/dates.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { GoodsLines } from './goods-closed.tsx';
import { FileForm } from './goods-file-form.tsx';
import { goodsUploadWords } from './goods-upload-words.ts';
import { goodsWords } from './goods-words.ts';

const shownFindings = 500;
const shownLines = 50;

type Props = {
  c: Req;
  application: FirmView<OriginContent>['application'];
  upload: GoodsUpload<OriginContent> | undefined;
  open: boolean;
  problems?: readonly FieldProblem[];
  conflict?: boolean;
};

export function GoodsUploadScreen(props: Props) {
  const { c, application, upload, open, problems = [] } = props;
  const { lang } = c.var;
  const w = goodsUploadWords[lang];
  const id = application.applicationId;
  return (
    <Layout
      {...frameOf(c)}
      title={w.title}
      hasErrors={problems.length > 0}
      back={{ href: paths.goods(id), label: w.back }}
    >
      <ErrorSummary lang={lang} problems={problems} />
      {open ? null : <Closed lang={lang} id={id} />}
      {props.conflict && open ? (
        <Notice tone="attention" heading={w.conflictHeading}>
          <p>{w.conflictText}</p>
        </Notice>
      ) : null}
      {upload && open ? <Read {...{ lang, application, upload }} /> : null}
      {open ? <FileForm {...{ lang, id }} heading={upload ? w.againHeading : goodsWords[lang].fileHeading} /> : null}
    </Layout>
  );
}

function Closed({ lang, id }: { lang: Lang; id: string }) {
  return (
    <Notice
      tone="attention"
      heading={goodsWords[lang].closedHeading}
      action={<ButtonLink href={paths.application(id)}>{goodsWords[lang].overview}</ButtonLink>}
    >
      <p>{goodsUploadWords[lang].closedText}</p>
    </Notice>
  );
}

type ReadProps = {
  lang: Lang;
  application: FirmView<OriginContent>['application'];
  upload: GoodsUpload<OriginContent>;
};

function Read({ lang, application, upload }: ReadProps) {
  const w = goodsUploadWords[lang];
  const { goods, findings } = upload;
  const blocking = findings.filter((finding) => finding.level === 'block').length;
  return (
    <>
      <Outcome lang={lang} upload={upload} blocking={blocking} />
      <SummaryList
        items={[
          { key: w.file, value: upload.fileName },
          { key: w.readAt, value: formatDayTime(lang, upload.at) },
          { key: w.lines, value: w.lineCount(formatCount(goods.length)) },
          { key: w.blocking, value: w.places(formatCount(blocking)) },
          { key: w.warnings, value: w.places(formatCount(findings.length - blocking)) },
        ]}
      />
      <Ways {...{ lang, application, upload, blocking }} />
      {findings.length === 0 ? null : <Findings lang={lang} findings={findings} />}
      {goods.length === 0 ? null : (
        <>
          <h2>{w.previewHeading}</h2>
          {goods.length > shownLines ? (
            <p>{w.previewShown(formatCount(shownLines), formatCount(goods.length))}</p>
          ) : null}
          <GoodsLines lang={lang} id="preview" lines={goods.slice(0, shownLines)} from={0} />
        </>
      )}
    </>
  );
}

function Outcome({ lang, upload, blocking }: { lang: Lang; upload: GoodsUpload; blocking: number }) {
  const w = goodsUploadWords[lang];
  const [tone, heading, text] = !isReadable(upload)
    ? (['error', w.unreadableHeading, w.unreadableText] as const)
    : blocking > 0
      ? (['attention', w.problemsHeading, w.problemsText] as const)
      : (['info', w.goodHeading, w.goodText] as const);
  return (
    <Notice tone={tone} heading={heading}>
      <p>{text}</p>
    </Notice>
  );
}

/** With places to correct no way is the recommended one: to correct the file first may be better. */
function Ways({ lang, application, upload, blocking }: ReadProps & { blocking: number }) {
  const w = goodsUploadWords[lang];
  const id = application.applicationId;
  const now = application.content.goods.length;
  const together = now + upload.goods.length;
  const version = String(application.version);
  const readable = isReadable(upload);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{w.howHeading}</h2>
      <p>
        {w.now(now)} {readable && now > 0 ? w.replaces(upload.goods.length) : ''}
      </p>
      {readable && blocking > 0 ? <p>{w.problemsStay(blocking)}</p> : null}
      {readable && together > maxTableLines ? <p>{w.tooMany(formatCount(together))}</p> : null}
      <ButtonRow>
        {readable ? (
          <PostButton
            action={paths.confirmGoods(id)}
            values={{ version, mode: 'replace' }}
            tone={blocking === 0 ? 'primary' : 'secondary'}
          >
            {now === 0 ? w.take : w.replace}
          </PostButton>
        ) : null}
        {readable && now > 0 && together <= maxTableLines ? (
          <PostButton action={paths.confirmGoods(id)} values={{ version, mode: 'append' }}>
            {w.append}
          </PostButton>
        ) : null}
        <PostButton action={paths.dropGoodsUpload(id)}>{w.drop}</PostButton>
      </ButtonRow>
    </section>
  );
}

/** Blocking ones first: who mends the file mends those in any case. */
function Findings({ lang, findings }: { lang: Lang; findings: readonly Finding[] }) {
  const w = goodsUploadWords[lang];
  const ordered = [...findings].sort((a, b) => Number(a.level === 'warn') - Number(b.level === 'warn'));
  const shown = ordered.slice(0, shownFindings);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{w.findingsHeading}</h2>
      {findings.length > shown.length ? (
        <p>{w.findingsShown(formatCount(shown.length), formatCount(findings.length))}</p>
      ) : null}
      <Table
        {...{ lang, id: 'findings-list', caption: w.findingsCaption, captionUnseen: true, dense: true, phone: 'stack' }}
        columns={[
          {
            ...{ key: 'row', head: w.where, namesRow: true },
            cell: ({ row }) => (row === undefined ? w.wholeFile : formatCount(row)),
          },
          { key: 'column', head: w.column, cell: ({ column }) => column ?? '—' },
          {
            ...{ key: 'level', head: w.level },
            cell: ({ level }) =>
              level === 'block' ? (
                <StatusTag tone="stopped" text={w.block} />
              ) : (
                <StatusTag tone="attention" text={w.warn} />
              ),
          },
          { key: 'what', head: w.what, cell: (finding) => finding[lang] },
        ]}
        rows={shown}
      />
    </section>
  );
}
