// The fields of a sub ID's forms, and how they come back.
import type { FieldProblem } from '../../../lib/refusal.ts';
import { type SubMay, subMays } from '../../../registrations/registration.ts';
import { agentNumberField, agentNumberLength } from '../../../registrations/sub-ids/agents.ts';
import {
  type HolderAgent,
  type SubIdHolder,
  type SubIdLimits,
  subIdLengths,
} from '../../../registrations/sub-ids/sub-ids-input.ts';
import type { Req } from '../../request.ts';
import { CheckboxGroup } from '../../ui/choice-field.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import { DateField, TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { subIdsWords } from './sub-ids-words.ts';

type Fields<T> = { lang: Lang; typed: T; problems: readonly FieldProblem[] };

export type TypedHolder = SubIdHolder & HolderAgent;
export const noHolder: TypedHolder = { nameJa: '', nameEn: '', mail: '', agentNumber: '' };

export function HolderFields({ lang, typed, problems }: Fields<TypedHolder>) {
  const w = subIdsWords[lang];
  const error = (name: string) => problemFor(problems, lang, name);
  const { name, mail } = subIdLengths;
  return (
    <>
      <TextField
        {...{ lang, name: 'nameJa', label: w.nameJa, required: true, maxlength: name, width: 'middle' }}
        {...{ value: typed.nameJa, valueLang: 'ja', error: error('nameJa') }}
      />
      <TextField
        {...{ lang, name: 'nameEn', label: w.nameEn, help: w.nameEnHelp, required: true, maxlength: name }}
        {...{ width: 'middle', value: typed.nameEn, valueLang: 'en', error: error('nameEn') }}
      />
      <TextField
        {...{ lang, name: 'mail', label: w.mail, help: w.mailHelp, required: true, maxlength: mail, type: 'email' }}
        {...{ width: 'middle', value: typed.mail, error: error('mail'), spellcheck: false }}
      />
      <TextField
        {...{ lang, name: agentNumberField, label: w.agentNumber, help: w.agentNumberHelp, required: false }}
        {...{ maxlength: agentNumberLength, width: 'short', value: typed.agentNumber, spellcheck: false }}
        error={error(agentNumberField)}
      />
    </>
  );
}

/** `today`: YYYY-MM-DD in Japan; the first day that may be the last. */
export function LimitFields({ lang, typed, problems, today }: Fields<SubIdLimits> & { today: string }) {
  const w = subIdsWords[lang];
  const help = { submit: w.submitHelp, pay: w.payHelp };
  return (
    <>
      <CheckboxGroup
        {...{ lang, name: 'may', label: w.mayLabel, help: w.mayHelp, values: typed.may }}
        options={subMays.map((value) => ({ value, label: w[value], help: help[value] }))}
      />
      <DateField
        {...{ lang, name: 'validUntil', label: w.untilLabel, help: w.untilHelp, required: false, min: today }}
        {...{ value: typed.validUntil ?? '', error: problemFor(problems, lang, 'validUntil') }}
      />
    </>
  );
}

/** What a form says of the holder and of the limits; a box that is not ticked is not sent. */
export async function typedIn(c: Req): Promise<TypedHolder & SubIdLimits> {
  const body = await c.req.parseBody({ all: true });
  const text = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : '';
  };
  const ticked = [body['may'] ?? []].flat();
  return {
    ...{ nameJa: text('nameJa'), nameEn: text('nameEn'), mail: text('mail') },
    agentNumber: text(agentNumberField),
    may: subMays.filter((one): one is SubMay => ticked.includes(one)),
    validUntil: text('validUntil').trim() || null,
  };
}
