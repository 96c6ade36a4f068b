// 署名登録証: for each signatory, or all in one file.
import { Hono } from 'hono';
import { Refusal } from '../../../lib/refusal.ts';
import {
  type CertifiableSignatories,
  listCertifiable,
  signatureCertificates,
} from '../../../registrations/signature-certificates.ts';
import { attachment } from '../../attachment.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { ButtonRow, PostButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { signatureCertificatesWords } from './signature-certificates-words.ts';

export const signatureCertificateScreens = new Hono<Env>();

signatureCertificateScreens.get(paths.signatureCertificates, async (c) => c.html(await listPage(c)));

signatureCertificateScreens.post(paths.signatureCertificates, async (c) => {
  const { signatory = '' } = await formOf(c);
  try {
    const file = await signatureCertificates(ctxOf(c), signatory === '' ? undefined : signatory);
    return attachment(c, { ...file, mediaType: 'application/pdf', extension: '.pdf' });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict') throw error;
    return c.html(await listPage(c), errorStatus.conflict);
  }
});

async function listPage(c: Req): Promise<string> {
  const { isOver, signatories } = await listCertifiable(ctxOf(c));
  const { lang } = c.var;
  const w = signatureCertificatesWords[lang];
  return page(
    <Layout {...frameOf(c)} title={w.title} back={{ href: paths.registration, label: w.back }}>
      <p>{w.lead}</p>
      {isOver ? (
        <Notice tone="attention" heading={w.overHeading}>
          <p>{w.overText}</p>
        </Notice>
      ) : (
        <Certificates lang={lang} rows={signatories} />
      )}
    </Layout>,
  );
}

type Row = CertifiableSignatories['signatories'][number];

function Certificates({ lang, rows }: { lang: Lang; rows: readonly Row[] }) {
  const w = signatureCertificatesWords[lang];
  if (rows.length === 0)
    return (
      <EmptyState heading={w.none}>
        <p>{w.noneText}</p>
      </EmptyState>
    );
  return (
    <>
      <p>{w.note}</p>
      <ButtonRow>
        <PostButton action={paths.signatureCertificates} tone="primary">
          {w.all}
        </PostButton>
      </ButtonRow>
      <Table
        {...{ lang, id: 'certificates', caption: w.caption, captionUnseen: true, phone: 'stack', rows }}
        columns={columns(lang)}
      />
    </>
  );
}

function columns(lang: Lang): Column<Row>[] {
  const w = signatureCertificatesWords[lang];
  return [
    {
      ...{ key: 'name', head: w.signatory, namesRow: true },
      cell: (row) => (
        <>
          {lang === 'ja' && row.nameJa !== '' ? `${row.nameJa} ` : null}
          <span lang="en">{row.nameEn}</span>
        </>
      ),
    },
    { key: 'title', head: w.titleHead, cell: (row) => <span lang="en">{row.titleEn || '—'}</span> },
    { key: 'id', head: w.userId, cell: (row) => <span class="nowrap">{row.userId}</span> },
    { key: 'signature', head: w.signature, cell: (row) => (row.hasSignature ? w.registered : w.unregistered) },
    {
      ...{ key: 'pdf', head: w.pdf },
      cell: (row) => (
        <PostButton action={paths.signatureCertificates} values={{ signatory: row.signatoryId }} tone="link">
          {w.save}
          <span class="unseen">{w.of(row.nameEn)}</span>
        </PostButton>
      ),
    },
  ];
}
