// An authenticator app is set up: scanned or typed, and confirmed by a code.
import { Hono } from 'hono';
import { factorNameLength } from '../../accounts/second-factor.ts';
import { addTotp, offerTotp, offerTotpAgain, type TotpOffer } from '../../accounts/set-up-totp.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { errorStatus } from '../errors.tsx';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../request.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { QrPicture } from './qr-picture.tsx';
import { recoveryCodesPage } from './recovery-codes-page.tsx';
import { secondFactorWords } from './second-factor-words.ts';

export const newTotpScreens = new Hono<Env>();

newTotpScreens.get(paths.newTotp, (c) => {
  const offer = offerTotp(ctxOf(c));
  return c.html(totpPage(c, offer, { name: secondFactorWords[c.var.lang].totpName }));
});

newTotpScreens.post(paths.newTotp, async (c) => {
  const ctx = ctxOf(c);
  // Names with `totp` in them are never carried through a sign-in (kept-form).
  const { 'totp-sealed': sealed = '', totp: code = '', name = '' } = await formOf(c);
  try {
    const { recoveryCodes } = await addTotp(ctx, { sealed, code, name });
    if (recoveryCodes) return c.html(recoveryCodesPage(c, recoveryCodes, true));
    return c.redirect(`${paths.secondFactor}?added`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'invalid')
      return c.html(totpPage(c, offerTotpAgain(ctx, sealed), { name, problems: error.fields }), 422);
    if (error.code !== 'conflict') throw error;
    // Of a session before, or ten are there: with a new secret one sees where one is.
    return c.html(totpPage(c, offerTotp(ctx), { name, isOver: true }), errorStatus.conflict);
  }
});

type Shown = { name: string; problems?: readonly FieldProblem[]; isOver?: boolean };

function totpPage(c: Req, offer: TotpOffer, { name, problems = [], isOver = false }: Shown): string {
  const { lang } = c.var;
  const w = secondFactorWords[lang];
  const back = { href: paths.secondFactor, label: w.back };
  return page(
    <Layout {...frameOf(c)} {...{ back, title: w.totpTitle, hasErrors: problems.length > 0 }}>
      <ErrorSummary lang={lang} problems={problems} />
      {isOver ? <Notice tone="attention" heading={w.again} /> : null}
      <form method="post" action={paths.newTotp}>
        <input type="hidden" name="totp-sealed" value={offer.sealed} />
        <ol>
          <li>{w.stepApp}</li>
          <li>
            {w.stepScan}
            <div>
              <QrPicture text={offer.uri} label={w.qr} />
            </div>
            <p>{w.stepType}</p>
            <p>
              {w.secret}:{' '}
              <code class="secret" translate="no">
                {offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}
              </code>
            </p>
            <p class="quiet">{w.secretKeep}</p>
          </li>
          <li>{w.stepCode}</li>
        </ol>
        <TextField
          {...{ lang, name: 'totp', label: w.code, help: w.codeHelp, width: 'tiny', required: true, maxlength: 12 }}
          {...{ autocomplete: 'one-time-code', inputmode: 'numeric', spellcheck: false }}
          error={problemFor(problems, lang, 'totp')}
        />
        <TextField
          {...{ lang, name: 'name', label: w.name, help: w.nameHelp, width: 'middle', required: true, value: name }}
          maxlength={factorNameLength}
          error={problemFor(problems, lang, 'name')}
        />
        <ButtonRow>
          <Button tone="primary">{w.confirm}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
