// 備考: what staff should have before them at each case of a firm.
import { Hono } from 'hono';
import { requireAct } from '../../../accounts/rights.ts';
import { longestWords } from '../../../lib/plain-words.ts';
import { Refusal } from '../../../lib/refusal.ts';
import { readRegisterEntry } from '../../../registrations/register/read-register.ts';
import type { RegistrationRemarks } from '../../../registrations/register/remarks-store.ts';
import { licenceLength, writeRemarks } from '../../../registrations/register/write-remarks.ts';
import { errorStatus } from '../../errors.tsx';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf, type Req } from '../../request.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice-field.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { Layout, page } from '../../ui/layout.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { sanctionWords } from './sanction-words.ts';

export const remarksScreens = new Hono<Env>();

remarksScreens.get(paths.registerRemarks(':id'), async (c) => {
  requireAct(ctxOf(c).actor, 'desk.register');
  return c.html(await remarksPage(c, c.req.param('id')));
});

remarksScreens.post(paths.registerRemarks(':id'), async (c) => {
  const id = c.req.param('id');
  const form = await formOf(c);
  const typed: RegistrationRemarks = {
    outOfDistrict: form['outOfDistrict'] === 'yes',
    usedGoodsLicence: form['usedGoodsLicence'] ?? '',
    staffNote: form['staffNote'] ?? '',
  };
  try {
    await writeRemarks(ctxOf(c), { registrationId: id, ...typed });
    return c.redirect(`${paths.registerEntry(id)}?done=remarks`, 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await remarksPage(c, id, { typed, refused: error }), errorStatus.invalid);
  }
});

async function remarksPage(
  c: Req,
  id: string,
  shown?: { typed: RegistrationRemarks; refused: Refusal },
): Promise<string> {
  const { lang } = c.var;
  const w = sanctionWords[lang];
  const { registration, remarks } = await readRegisterEntry(ctxOf(c), id);
  const { outOfDistrict, usedGoodsLicence, staffNote } = shown?.typed ?? remarks;
  const problems = shown?.refused.fields ?? [];
  const back = paths.registerEntry(id);
  return page(
    <Layout {...frameOf(c)} title={w.remarksTitle} back={{ href: back, label: w.back }} hasErrors={problems.length > 0}>
      <ErrorSummary lang={lang} problems={problems} />
      <p class="desk-case-name">
        {registration.number} {lang === 'ja' ? registration.nameJa : registration.nameEn}
      </p>
      <p>{w.remarksLead}</p>
      <form method="post" action={paths.registerRemarks(id)} class="confirm">
        <Checkbox {...{ lang, name: 'outOfDistrict', label: w.outOfDistrict, checked: outOfDistrict }} />
        <TextField
          {...{ lang, name: 'usedGoodsLicence', label: w.licence, width: 'middle', value: usedGoodsLicence }}
          {...{ maxlength: licenceLength, error: problemFor(problems, lang, 'usedGoodsLicence') }}
        />
        <TextArea
          {...{ lang, name: 'staffNote', label: w.note, rows: 5, value: staffNote, maxlength: longestWords }}
          error={problemFor(problems, lang, 'staffNote')}
        />
        <ButtonRow>
          <Button tone="primary">{w.save}</Button>
          <ButtonLink href={back}>{w.stop}</ButtonLink>
        </ButtonRow>
      </form>
    </Layout>,
  );
}
