import type { FieldProblem } from '../src/lib/refusal.ts';
import { Button, ButtonLink, ButtonRow, PostButton } from '../src/web/ui/button.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from '../src/web/ui/choice-field.tsx';
import { formatDay, formatMoney } from '../src/web/ui/dates.ts';
import { Confirm, Dialog, DialogOpener } from '../src/web/ui/dialog.tsx';
import { EmptyState } from '../src/web/ui/empty-state.tsx';
import { ErrorSummary } from '../src/web/ui/error-summary.tsx';
import { problemFor } from '../src/web/ui/field-frame.tsx';
import { FileDrop } from '../src/web/ui/file-drop.tsx';
import { Layout, page } from '../src/web/ui/layout.tsx';
import { NextStep } from '../src/web/ui/next-step.tsx';
import { Notice } from '../src/web/ui/notice.tsx';
import { Pager } from '../src/web/ui/pager.tsx';
import { Progress } from '../src/web/ui/progress.tsx';
import { SelectField } from '../src/web/ui/select-field.tsx';
import { StatusTag, type StatusTone } from '../src/web/ui/status-tag.tsx';
import { Stepper } from '../src/web/ui/stepper.tsx';
import { SummaryList } from '../src/web/ui/summary-list.tsx';
import { type Column, Table } from '../src/web/ui/table.tsx';
import { DateField, NumberField, PasswordField, TextArea, TextField } from '../src/web/ui/text-field.tsx';
import type { Lang } from '../src/web/ui/words.ts';
import { galleryWords } from './ui-gallery-words.ts';

type Words = (typeof galleryWords)[Lang];
type Part = { lang: Lang; w: Words };
export type GallerySection = 'firm' | 'chamber' | 'public';

/** Every component in every state on one page, to look at and to test. */
export function galleryHtml(lang: Lang, section: GallerySection = 'firm'): string {
  const w = galleryWords[lang];
  const staff = section === 'chamber';
  const strangers = section === 'public';
  return page(
    <Layout
      lang={lang}
      title={w.title}
      path="/gallery?filter=a&b=<c>"
      section={section}
      chamber={w.chamber}
      contact={<p>{w.contact}</p>}
      hasErrors={!strangers}
      user={strangers ? undefined : { name: w.userName, id: '28010042-03', role: w.role }}
      menu={[
        { href: '/applications', label: w.menuApplications, current: true },
        { href: '/payments', label: w.menuPayments },
        { href: '/registration', label: w.menuRegistration },
      ]}
      back={{ href: '/' }}
      islands={['file-drop', 'dialog']}
    >
      <States lang={lang} w={w} section={section} />
      <Lists lang={lang} w={w} dense={staff} />
      <Forms lang={lang} w={w} />
    </Layout>,
  );
}

function Forms({ lang, w }: Part) {
  const both = (key: 'consigneeError' | 'kindError' | 'shipDayError' | 'oathError') => ({
    ja: galleryWords.ja[key],
    en: galleryWords.en[key],
  });
  const problems: FieldProblem[] = [
    { field: 'consignee.country', ...both('consigneeError') },
    { field: 'kind', ...both('kindError') },
    { field: 'shipment.day', ...both('shipDayError') },
    { field: 'oath', ...both('oathError') },
  ];
  const error = (name: string) => problemFor(problems, lang, name);
  return (
    <>
      <h2>{w.forms}</h2>
      <ErrorSummary lang={lang} problems={problems} />
      <form method="post" action="/gallery" enctype="multipart/form-data">
        <TextField
          lang={lang}
          name="invoice.number"
          label={w.invoiceNo}
          required
          help={w.invoiceNoHelp}
          rule={w.invoiceNoRule}
          width="middle"
          value={w.hostile}
        />
        <TextField
          lang={lang}
          name="consignee.country"
          label={w.consignee}
          required
          error={error('consignee.country')}
        />
        <TextArea
          lang={lang}
          name="consignee.address"
          label={w.address}
          required
          valueLang="en"
          rows={3}
          value={'ABC TRADING CO., LTD.\nHO CHI MINH CITY'}
        />
        <DateField
          lang={lang}
          name="shipment.day"
          label={w.shipDay}
          required={false}
          max="2026-11-22"
          error={error('shipment.day')}
          value="2026-12-01"
        />
        <NumberField
          lang={lang}
          name="copies"
          label={w.copies}
          required={false}
          unit={w.copiesUnit}
          width="tiny"
          value="2"
        />
        <SelectField
          lang={lang}
          name="origin"
          label={w.country}
          required
          options={[
            { value: 'JP', label: w.japan },
            { value: 'VN', label: w.vietnam },
          ]}
        />
        <RadioGroup
          lang={lang}
          name="kind"
          label={w.kind}
          required
          error={error('kind')}
          options={[
            { value: 'jp', label: w.kindJapanese },
            { value: 'foreign', label: w.kindForeign, help: w.kindForeignHelp },
          ]}
        />
        <CheckboxGroup
          lang={lang}
          name="documents"
          label={w.documents}
          required={false}
          help={w.invoiceNoHelp}
          values={['pl']}
          options={[
            { value: 'pl', label: w.packingList },
            { value: 'bl', label: w.billOfLading },
          ]}
        />
        <FileDrop
          lang={lang}
          name="invoice.file"
          label={w.invoiceFile}
          required
          accept=".pdf,application/pdf"
          types="PDF"
          maxBytes={10_000_000}
          multiple
          more={w.pagesLimit}
        />
        <TextField lang={lang} name="registration" label={w.registrationNo} value="28010042" readonly width="short" />
        <PasswordField
          lang={lang}
          name="password"
          label={w.password}
          required
          autocomplete="current-password"
          width="middle"
        />
        <Checkbox lang={lang} name="oath" label={w.oath} required error={error('oath')} />
        <ButtonRow>
          <Button tone="primary" name="do" value="apply">
            {w.apply}
          </Button>
          <Button name="do" value="save">
            {w.save}
          </Button>
          <Button tone="danger" name="do" value="withdraw">
            {w.withdraw}
          </Button>
          <Button tone="link" name="do" value="row">
            {w.moreRows}
          </Button>
        </ButtonRow>
      </form>
      <DialogOpener href="/gallery/withdraw" dialog="withdraw">
        {w.withdraw}
      </DialogOpener>
      <Dialog id="withdraw" heading={w.withdrawQuestion}>
        <Confirm
          lang={lang}
          action="/gallery/withdraw"
          values={{ version: '3' }}
          yes={w.withdraw}
          tone="danger"
          no="close"
        >
          <p>{w.withdrawMeaning}</p>
        </Confirm>
      </Dialog>
    </>
  );
}

function States({ lang, w, section }: Part & { section: GallerySection }) {
  const tones: [StatusTone, string][] = [
    ['neutral', w.draft],
    ['progress', w.examining],
    ['done', w.issued],
    ['attention', w.correction],
    ['stopped', w.revoked],
  ];
  return (
    <>
      {section === 'chamber' ? (
        <NextStep lang={lang} tone="progress" state={w.examining} since={w.received}>
          <p>{w.nextText}</p>
        </NextStep>
      ) : (
        <NextStep
          lang={lang}
          tone="attention"
          state={w.correction}
          action={
            <ButtonLink tone="primary" href="/gallery/edit">
              {w.correct}
            </ButtonLink>
          }
        >
          <p>{w.nextCorrect}</p>
        </NextStep>
      )}
      <Stepper
        lang={lang}
        label={w.stepsLabel}
        steps={[
          { label: w.menuApplications, state: 'done', note: w.received },
          { label: w.examining, state: 'done', href: '/gallery/examination' },
          { label: w.payment, state: 'now' },
          { label: w.issued, state: 'todo' },
        ]}
      />
      <h2>{w.states}</h2>
      <p>
        {tones.map(([tone, text]) => (
          <>
            <StatusTag tone={tone} text={text} />{' '}
          </>
        ))}
      </p>
      <Notice tone="info" heading={w.noticeInfo}>
        <p>{w.noticeInfoText}</p>
      </Notice>
      <Notice tone="success" heading={w.noticeSuccess}>
        <p>{w.noticeSuccessText}</p>
      </Notice>
      <Notice
        tone="attention"
        heading={w.noticeAttention}
        action={<a href="/registration/renew">{w.noticeAttentionAction}</a>}
      />
      <Notice tone="error" heading={w.noticeError}>
        <p>{w.noticeErrorText}</p>
      </Notice>
      <Progress id="certifying" text={w.progressText} done={12} total={40} />
    </>
  );
}

type Case = { no: string; consignee: string; day: string; fee: number; tone: StatusTone; state: string };

function Lists({ lang, w, dense }: Part & { dense: boolean }) {
  const rows: Case[] = [
    {
      no: '2801-2026-004217',
      consignee: 'ABC TRADING CO., LTD.',
      day: '2026-11-20',
      fee: 1100,
      tone: 'progress',
      state: w.examining,
    },
    {
      no: '2801-2026-004216',
      consignee: w.hostile,
      day: '2026-11-20',
      fee: 22_000,
      tone: 'attention',
      state: w.correction,
    },
    {
      no: '2801-2026-004198',
      consignee: 'SOCIÉTÉ GÉNÉRALE DE COMMERCE ET D’INDUSTRIE DU MÉKONG S.A.R.L.',
      day: '2026-11-18',
      fee: 1100,
      tone: 'done',
      state: w.issued,
    },
  ];
  const columns: Column<Case>[] = [
    {
      key: 'no',
      head: w.receiptNo,
      namesRow: true,
      kind: 'day',
      cell: (row) => <a href={`/gallery/${row.no}`}>{row.no}</a>,
    },
    { key: 'consignee', head: w.consigneeName, cell: (row) => <span lang="en">{row.consignee}</span> },
    {
      key: 'day',
      head: w.day,
      kind: 'day',
      cell: (row) => formatDay(lang, row.day),
      sort: { href: '?sort=day', now: 'descending' },
    },
    { key: 'fee', head: w.fee, kind: 'number', cell: (row) => formatMoney(lang, row.fee) },
    { key: 'state', head: w.state, cell: (row) => <StatusTag tone={row.tone} text={row.state} /> },
  ];
  return (
    <>
      <h2>{w.lists}</h2>
      <Table
        lang={lang}
        id="cases"
        caption={w.caption}
        columns={columns}
        rows={rows}
        rowId={(row) => `case-${row.no}`}
        rowMarked={(row) => row.no.endsWith('198')}
        dense={dense}
        phone={dense ? 'scroll' : 'stack'}
      />
      <Pager lang={lang} total={312} perPage={50} page={2} hrefOf={(n) => `?page=${n}`} />
      <Pager lang={lang} total={3} perPage={50} page={1} hrefOf={(n) => `?page=${n}`} />
      <EmptyState heading={w.emptyHeading} action={<ButtonLink href="/applications">{w.clear}</ButtonLink>}>
        <p>{w.emptyText}</p>
      </EmptyState>
      <h2>{w.summary}</h2>
      <SummaryList
        items={[
          { key: w.invoiceNo, value: 'A-101, A-102' },
          {
            key: w.consigneeName,
            value: 'ABC TRADING CO., LTD.\nHO CHI MINH CITY',
            valueLang: 'en',
            action: <a href="#f-consignee.address">{w.changeConsignee}</a>,
          },
          { key: w.shipDay, value: formatDay(lang, '2026-11-22') },
          { key: w.fee, value: formatMoney(lang, 1100) },
        ]}
      />
      <PostButton action="/gallery/withdraw" values={{ id: w.hostile }} tone="link">
        {w.withdraw}
      </PostButton>
    </>
  );
}
