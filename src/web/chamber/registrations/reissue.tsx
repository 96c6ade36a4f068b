// 管理者IDの再発行: asks for the papers and the new contact, says what will happen, does it, and prints the new 貿易登録証.
import { Hono } from 'hono';
import { sealedCurrentCertificate } from '../../../certificates/registration-certificate.ts';
import { dayInJapan } from '../../../lib/clock.ts';
import { type FieldProblem, Refusal } from '../../../lib/refusal.ts';
import { reissueLetterPdf } from '../../../registrations/register/draw-reissue-letter.ts';
import {
  checkReissue,
  isReissuable,
  type ReissueView,
  readReissue,
  reissueAdministrator,
} from '../../../registrations/register/reissue-administrator.ts';
import { attachment } from '../../attachment.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, type Req } from '../../request.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { ReissueConfirm } from './reissue-confirm.tsx';
import { ReissueForm } from './reissue-form.tsx';
import { emptyReissue, type ReissueTyped, reissueOf, reissueTypedIn } from './reissue-typed.ts';
import { reissueWords } from './reissue-words.ts';

export const reissueScreens = new Hono<Env>();

reissueScreens.get(paths.reissueAdministrator(':id'), async (c) => {
  const view = await readReissue(ctxOf(c), c.req.param('id'));
  // Told by the address alone which ID was made: it is shown only while it is the present one.
  const made = c.req.query('made');
  return c.html(
    made !== undefined && view.administrator?.loginId === made ? donePage(c, view, made) : formPage(c, view),
  );
});

reissueScreens.post(paths.reissueAdministrator(':id'), async (c) => {
  const ctx = ctxOf(c);
  const id = c.req.param('id');
  const { typed, step } = await reissueTypedIn(c);
  const input = reissueOf(id, typed);
  try {
    if (step === 'edit') return c.html(formPage(c, await readReissue(ctx, id), { typed }));
    if (step === 'check') return c.html(confirmPage(c, await checkReissue(ctx, input), typed));
    const { loginId } = await reissueAdministrator(ctx, input);
    return c.redirect(`${paths.reissueAdministrator(id)}?made=${loginId}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    const { code, fields = [] } = error;
    return c.html(formPage(c, await readReissue(ctx, id), { typed, code, problems: fields }), errorStatus[code]);
  }
});

reissueScreens.get(paths.reissueLetter(':id'), async (c) => {
  const drawn = await reissueLetterPdf(ctxOf(c), c.req.param('id'));
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

reissueScreens.get(paths.currentCertificate(':id'), async (c) => {
  const drawn = await sealedCurrentCertificate(ctxOf(c), c.req.param('id'));
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

type Shown = { typed: ReissueTyped; code?: 'invalid' | 'conflict'; problems?: readonly FieldProblem[] };

function formPage(c: Req, view: ReissueView, shown?: Shown): string {
  const { lang } = c.var;
  const w = reissueWords[lang];
  const id = view.registration.registrationId;
  const today = dayInJapan(c.var.now);
  const problems = shown?.problems ?? [];
  const present = view.administrator?.loginId ?? '';
  // After a conflict it is about the ID that is there now.
  const typed = shown ? { ...shown.typed, formerId: present } : emptyReissue(present, today);
  return page(
    <Layout
      {...frameOf(c)}
      title={w.title}
      back={{ href: paths.registerEntry(id), label: w.back }}
      hasErrors={problems.length > 0 || shown?.code === 'conflict'}
    >
      {shown?.code === 'conflict' ? <Notice tone="error" heading={w.conflict} /> : null}
      <ErrorSummary lang={lang} problems={problems} />
      <Present lang={lang} view={view} />
      <p>{w.lead}</p>
      {isReissuable(view) ? (
        <>
          <p>
            <a href={paths.reissueLetter(id)} download="">
              {w.letterPdf}
            </a>
          </p>
          <ReissueForm {...{ lang, view, typed, problems, today }} />
        </>
      ) : (
        <Notice tone="attention" heading={view.administrator === null ? w.noAdministrator : w.over} />
      )}
    </Layout>,
  );
}

function confirmPage(c: Req, view: ReissueView, typed: ReissueTyped): string {
  const { lang } = c.var;
  const w = reissueWords[lang];
  const { registrationId } = view.registration;
  return page(
    <Layout {...frameOf(c)} title={w.confirmTitle} back={{ href: paths.registerEntry(registrationId), label: w.back }}>
      <ReissueConfirm {...{ lang, view, typed }} />
    </Layout>,
  );
}

function donePage(c: Req, view: ReissueView, loginId: string): string {
  const { lang } = c.var;
  const w = reissueWords[lang];
  const { registrationId } = view.registration;
  const print = (
    <a href={paths.currentCertificate(registrationId)} download="">
      {w.certificatePdf}
    </a>
  );
  return page(
    <Layout {...frameOf(c)} title={w.title} back={{ href: paths.registerEntry(registrationId), label: w.back }}>
      <Notice tone="success" heading={w.doneHeading} action={print}>
        <p>{w.done(loginId)}</p>
      </Notice>
      <Present lang={lang} view={view} />
    </Layout>,
  );
}

function Present({ lang, view }: { lang: Lang; view: ReissueView }) {
  const w = reissueWords[lang];
  const { number, nameJa, nameEn } = view.registration;
  const holder = view.administrator;
  return (
    <SummaryList
      items={[
        { key: w.firm, value: `${number} ${lang === 'ja' ? nameJa : nameEn}` },
        { key: w.present, value: holder?.loginId ?? '—' },
        { key: w.holder, value: holder ? `${lang === 'ja' ? holder.nameJa : holder.nameEn} ${holder.mail}` : '—' },
      ]}
    />
  );
}
