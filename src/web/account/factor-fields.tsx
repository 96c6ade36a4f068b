// What one fills in to show a second factor: a code of the app, a passkey (by its island), or a recovery code.
import type { FactorKind, GivenFactor } from '../../accounts/second-factor.ts';
import type { FieldProblem } from '../../lib/refusal.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { factorWords } from './factor-words.ts';

type FieldsProps = {
  lang: Lang;
  /** Those that the ID has. */
  kinds: readonly FactorKind[];
  problems: readonly FieldProblem[];
  /** Where the island gets what it asks the browser. */
  askAt: string;
};

/** The fields with their buttons, to stand in a form. */
export function FactorFields({ lang, kinds, problems, askAt }: FieldsProps) {
  const w = factorWords[lang];
  const hasTotp = kinds.includes('totp');
  return (
    <>
      {kinds.includes('passkey') ? <PasskeyPlace {...{ lang, askAt, way: 'show', isMain: !hasTotp }} /> : null}
      {hasTotp ? (
        <>
          <TextField
            {...{ lang, name: 'totp', label: w.totp, help: w.totpHelp, width: 'tiny', spellcheck: false }}
            {...{ autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 12 }}
            error={problemFor(problems, lang, 'totp')}
          />
          <ButtonRow>
            <Button tone="primary">{w.check}</Button>
          </ButtonRow>
        </>
      ) : null}
      <details open={!hasTotp || problemFor(problems, lang, 'recovery') !== undefined}>
        <summary>{w.lost}</summary>
        <TextField
          {...{ lang, name: 'recovery', label: w.recovery, help: w.recoveryHelp, width: 'short', spellcheck: false }}
          maxlength={40}
          error={problemFor(problems, lang, 'recovery')}
        />
        <ButtonRow>
          <Button>{w.useRecovery}</Button>
        </ButtonRow>
        <p class="quiet">{w.recoveryLost}</p>
      </details>
    </>
  );
}

type PlaceProps = { lang: Lang; askAt: string; way: 'show' | 'make'; isMain: boolean; words?: readonly string[] };

/** Where the island `passkey` puts its button; its answer comes with the form as `passkey`. Without script it says why. */
export function PasskeyPlace({ lang, askAt, way, isMain, words }: PlaceProps) {
  const w = factorWords[lang];
  const said = words ?? [w.passkey, w.waiting, w.failed, w.unsupported];
  return (
    <div
      class="passkey"
      data-island="passkey"
      data-way={way}
      data-ask={askAt}
      data-tone={isMain ? 'primary' : 'secondary'}
      data-words={JSON.stringify(said)}
    >
      <input type="hidden" name="passkey" value="" />
      <noscript>
        <p>{w.needsScript}</p>
      </noscript>
    </div>
  );
}

/** What was filled in; undefined: nothing. */
export function givenIn(form: Readonly<Record<string, string>>): GivenFactor | undefined {
  const { passkey: answer = '', recovery = '', totp = '' } = form;
  if (answer !== '') return { kind: 'passkey', answer };
  if (recovery.trim() !== '') return { kind: 'recovery', code: recovery };
  return totp.trim() === '' ? undefined : { kind: 'totp', code: totp };
}

const { ja, en } = factorWords;

/** The field at which a problem is shown: the one that was filled in; of a passkey, one that is there. */
const placeOf = (given: GivenFactor | undefined, kinds: readonly FactorKind[]): 'totp' | 'recovery' => {
  if (given?.kind === 'recovery') return 'recovery';
  return kinds.includes('totp') ? 'totp' : 'recovery';
};

export function factorProblem(
  why: 'missing' | 'wrong' | { waitSeconds: number },
  given: GivenFactor | undefined,
  kinds: readonly FactorKind[],
): FieldProblem {
  const field = placeOf(given, kinds);
  if (typeof why === 'object') return { field, ja: ja.wait(why.waitSeconds), en: en.wait(why.waitSeconds) };
  return { field, ja: ja[why], en: en[why] };
}
