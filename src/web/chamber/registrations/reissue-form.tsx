import type { FieldProblem } from '../../../lib/refusal.ts';
import { reissueLetterName } from '../../../registrations/letters/reissue-letter.ts';
import { paperNames } from '../../../registrations/procedures/paper-names.ts';
import type { ReissueView } from '../../../registrations/register/reissue-administrator.ts';
import { sealCertificateOf } from '../../../registrations/register/reissue-papers.ts';
import { paths } from '../../paths.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { Checkbox, RadioGroup } from '../../ui/choice-field.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { DateField, TextArea, TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import type { ReissueField, ReissueTyped } from './reissue-typed.ts';
import { reissueWords } from './reissue-words.ts';

type Props = {
  lang: Lang;
  view: ReissueView;
  typed: ReissueTyped;
  problems: readonly FieldProblem[];
  /** YYYY-MM-DD in Japan. */
  today: string;
};

/** Papers, reason, new contact; then the page that asks once more. */
export function ReissueForm(props: Props) {
  const { lang, view, typed } = props;
  const w = reissueWords[lang];
  const { registrationId, legalForm } = view.registration;
  const certificate = paperNames[sealCertificateOf(legalForm)][lang];
  return (
    <form method="post" action={paths.reissueAdministrator(registrationId)} class="confirm">
      <input type="hidden" name="formerId" value={typed.formerId} />
      <h2>{w.papers}</h2>
      <Tick {...props} name="letter" label={w.letter} />
      <Came {...props} paper="letter" paperName={reissueLetterName[lang]} />
      <Tick {...props} name="certificate" label={w.certificate(certificate)} />
      <Came {...props} paper="certificate" paperName={certificate} />
      <DateField
        {...{ lang, name: 'certificate.issuedOn', label: w.issuedOn, help: w.issuedHelp, required: true }}
        {...{ max: props.today, ...shown(props, 'certificate.issuedOn') }}
      />
      <TextArea
        {...{ lang, name: 'reason', label: w.reason, help: w.reasonHelp, required: true, rows: 3 }}
        {...shown(props, 'reason')}
      />
      <Contact {...props} />
      <ButtonRow>
        <Button tone="primary" name="step" value="check">
          {w.check}
        </Button>
        <ButtonLink href={paths.registerEntry(registrationId)}>{w.stop}</ButtonLink>
      </ButtonRow>
    </form>
  );
}

const shown = ({ typed, problems, lang }: Props, name: ReissueField) => ({
  value: typed[name],
  error: problemFor(problems, lang, name),
});

function Tick(props: Props & { name: 'letter' | 'certificate'; label: string }) {
  const { lang, name, label } = props;
  const { value, error } = shown(props, name);
  return <Checkbox {...{ lang, name, label, error, required: true, checked: value === 'yes' }} />;
}

/** On which day, and how. */
function Came(props: Props & { paper: 'letter' | 'certificate'; paperName: string }) {
  const { lang, paper, paperName, today } = props;
  const w = reissueWords[lang];
  const how = `${paper}.how` as const;
  return (
    <>
      <DateField
        {...{ lang, name: `${paper}.day`, label: w.ofPaper(w.came, paperName), required: true, max: today }}
        {...shown(props, `${paper}.day`)}
      />
      <RadioGroup
        {...{ lang, name: how, label: w.ofPaper(w.how, paperName), required: true, ...shown(props, how) }}
        options={[
          { value: 'counter', label: w.counter },
          { value: 'post', label: w.post },
        ]}
      />
    </>
  );
}

function Contact(props: Props) {
  const { lang } = props;
  const w = reissueWords[lang];
  return (
    <>
      <h2>{w.contact}</h2>
      <p>{w.contactLead}</p>
      <TextField
        {...{ lang, name: 'contact.departmentJa', label: w.department, required: false, maxlength: 60 }}
        {...shown(props, 'contact.departmentJa')}
      />
      <TextField
        {...{ lang, name: 'contact.nameJa', label: w.nameJa, required: true, maxlength: 60 }}
        {...shown(props, 'contact.nameJa')}
      />
      <TextField
        {...{ lang, name: 'contact.nameEn', label: w.nameEn, required: true, maxlength: 70, valueLang: 'en' }}
        {...shown(props, 'contact.nameEn')}
      />
      <TextField
        {...{ lang, name: 'contact.telephone', label: w.telephone, required: true, type: 'tel', width: 'middle' }}
        {...{ maxlength: 30, ...shown(props, 'contact.telephone') }}
      />
      <TextField
        {...{ lang, name: 'contact.mail', label: w.mail, help: w.mailHelp, required: true, type: 'email' }}
        {...{ maxlength: 254, spellcheck: false, valueLang: 'en', ...shown(props, 'contact.mail') }}
      />
    </>
  );
}
