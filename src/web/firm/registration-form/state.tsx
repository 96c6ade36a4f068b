// 手続きの状況: what the state is, what comes next, and who does it. Also the ways out: cancel, close in this browser.
import { Hono } from 'hono';
import { findSeal } from '../../../certificates/store.ts';
import { cancelRegistration } from '../../../payments/end-registration.ts';
import { readOwnFee } from '../../../payments/pay-registration-fee.ts';
import { registrationCertificatePdf } from '../../../registrations/procedures/draw-letters.ts';
import { isOver } from '../../../registrations/procedures/procedure-lifecycle.ts';
import { forgetApplicant } from '../../../registrations/procedures/procedure-links.ts';
import { readAgreedRules, readForm, readFormOutcome } from '../../../registrations/procedures/read-procedure.ts';
import { readFormChamber } from '../../../registrations/procedures/registration-guide.ts';
import { attachment } from '../../attachment.ts';
import { clearFormCookie, formCookie } from '../../cookies.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { type Env, openCtxOf, type Req } from '../../request.ts';
import { ButtonLink, ButtonRow, PostButton } from '../../ui/button.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { nextOpening } from '../../ui/next-opening.ts';
import { formCtxOf } from './form-ctx.ts';
import { cancelFeeText, type FeeShown } from './own-fee.tsx';
import { RulesText } from './rules-text.tsx';
import { statePage } from './state-page.tsx';
import { stateWords } from './state-words.ts';

export const stateScreens = new Hono<Env>();

stateScreens.get(paths.form(':id'), async (c) =>
  c.html(await formState(c, { returned: c.req.query('returned') !== undefined })),
);

/** `returned`: the payer of its fee has come back from the card company. Refuses as `formCtxOf` and `readForm`. */
export async function formState(c: Req, shown: Pick<FeeShown, 'returned' | 'refused'>): Promise<string> {
  const ctx = await formCtxOf(c);
  const view = await readForm(ctx, ctx.procedureId);
  const outcome = await readFormOutcome(ctx, ctx.procedureId);
  const { chamber, uploads, calendar } = await readFormChamber(ctx, view.procedure);
  const desk = nextOpening(c.var.lang, c.var.now, calendar);
  const fee = { ...(await readOwnFee(ctx, ctx.procedureId)), ...shown };
  return statePage(c, { view, outcome, chamber, uploads, desk, fee, byLink: ctx.applicant.kind === 'link' });
}

stateScreens.get(paths.formRules(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const { lang } = c.var;
  const w = stateWords[lang];
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.rulesTitle} back={{ href: paths.form(ctx.procedureId), label: w.back }}>
        <RulesText lang={lang} rules={await readAgreedRules(ctx, ctx.procedureId)} />
      </Layout>,
    ),
  );
});

stateScreens.get(paths.formCertificate(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const drawn = await registrationCertificatePdf(ctx, ctx.procedureId, findSeal);
  return attachment(c, { ...drawn, mediaType: 'application/pdf', extension: '.pdf' });
});

stateScreens.get(paths.cancelForm(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  const { procedure } = await readForm(ctx, ctx.procedureId);
  if (isOver(procedure.status)) return c.redirect(paths.form(ctx.procedureId), 303);
  const w = stateWords[c.var.lang];
  const back = paths.form(ctx.procedureId);
  const ofFee = cancelFeeText(c.var.lang, procedure, await readOwnFee(ctx, ctx.procedureId));
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.cancelTitle} back={{ href: back, label: w.back }}>
        <p>{w.cancelText}</p>
        {ofFee === undefined ? null : <p>{ofFee}</p>}
        <ButtonRow>
          <PostButton action={paths.cancelForm(ctx.procedureId)} tone="danger">
            {w.cancelButton}
          </PostButton>
          <ButtonLink href={back}>{w.back}</ButtonLink>
        </ButtonRow>
      </Layout>,
    ),
  );
});

stateScreens.post(paths.cancelForm(':id'), async (c) => {
  const ctx = await formCtxOf(c);
  await cancelRegistration(ctx, { procedureId: ctx.procedureId });
  return c.redirect(paths.form(ctx.procedureId), 303);
});

/** On a computer that others use, too: the code in the mail opens it again. */
stateScreens.post(paths.leaveForm(':id'), async (c) => {
  const cookie = formCookie(c);
  clearFormCookie(c);
  if (cookie !== undefined) await forgetApplicant(openCtxOf(c), cookie);
  return c.redirect(paths.openRegistration, 303);
});
