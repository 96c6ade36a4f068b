// The form of the 証明依頼書: its fields, how a posted one is read, and how an answer is said in words.
import { destinationsIn, findCountry, regions } from '../../../applications/countries.ts';
import { goodsClasses, type OriginContent } from '../../../applications/forms/origin/content.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { FieldFrame, fieldAria, fieldId, GroupFrame, problemFor } from '../../ui/field-frame.tsx';
import { shellWords } from '../../ui/shell-words.ts';
import type { SummaryItem } from '../../ui/summary-list.tsx';
import type { Lang } from '../../ui/words.ts';
import { goodsClassWords, requestSheetWords } from './request-sheet-words.ts';
import { TradeFields, tradeIn, tradeItems } from './trade-fields.tsx';

export type RequestSheet = OriginContent['request'];

/** What only the counter can do. */
const counterWork = ['inkSignature', 'perforation', 'tallySeal'] as const;

export const needsCounter = (request: RequestSheet): boolean => counterWork.some((work) => request[work]);

/** A choice that is none of the list's is no answer; the rules then ask for one. */
export function readRequestSheet(form: Readonly<Record<string, string>>): RequestSheet {
  const ticked = (work: (typeof counterWork)[number]): boolean => form[`request.${work}`] === 'yes';
  return {
    goodsClass: goodsClasses.find((one) => one === form['request.goodsClass']) ?? '',
    destination: findCountry(form['request.destination'] ?? '')?.code ?? '',
    ...{ inkSignature: ticked('inkSignature'), perforation: ticked('perforation'), tallySeal: ticked('tallySeal') },
    ...tradeIn(form),
  };
}

/** `US` in words; empty for none. */
export const countryName = (lang: Lang, code: string): string => findCountry(code)?.[lang] ?? '';

/** The answers in words, to compare with what is typed. */
export function requestSheetItems(lang: Lang, request: RequestSheet): SummaryItem[] {
  const w = requestSheetWords[lang];
  const asked = counterWork.filter((work) => request[work]).map((work) => w[work]);
  return [
    {
      key: w.goodsClass,
      value: request.goodsClass === '' ? w.notChosen : goodsClassWords[lang][request.goodsClass],
    },
    { key: w.destination, value: countryName(lang, request.destination) || w.notChosen },
    ...(request.trade === undefined ? [] : tradeItems(lang, request.trade)),
    { key: w.counter, value: asked.join(lang === 'ja' ? '、' : ', ') || w.nothing },
  ];
}

export function RequestSheetFields(props: { lang: Lang; request: RequestSheet; problems: readonly FieldProblem[] }) {
  const { lang, request, problems } = props;
  const w = requestSheetWords[lang];
  const words = goodsClassWords[lang];
  return (
    <>
      <RadioGroup
        {...{ lang, name: 'request.goodsClass', label: w.goodsClass, help: w.goodsClassHelp, required: true }}
        options={goodsClasses.map((value) => ({ value, label: words[value] }))}
        value={request.goodsClass}
        error={problemFor(problems, lang, 'request.goodsClass')}
      />
      <DestinationField {...props} />
      {request.trade === undefined ? null : <TradeFields {...{ lang, trade: request.trade, problems }} />}
      <CounterWork {...props} />
    </>
  );
}

/** 地域 → 国名 as the groups of one list. */
function DestinationField(props: { lang: Lang; request: RequestSheet; problems: readonly FieldProblem[] }) {
  const { lang, request } = props;
  const w = requestSheetWords[lang];
  const field = {
    ...{ lang, name: 'request.destination', label: w.destination, help: w.destinationHelp, required: true },
    error: problemFor(props.problems, lang, 'request.destination'),
  };
  return (
    <FieldFrame {...field}>
      <select {...fieldAria(field)} class="input select" autocomplete="off">
        <option value="">{shellWords[lang].choose}</option>
        {regions.map((region) => (
          <optgroup label={region[lang]}>
            {destinationsIn(region.code)
              .toSorted((a, b) => a[lang].localeCompare(b[lang], lang))
              .map((country) => (
                <option value={country.code} selected={country.code === request.destination}>
                  {country[lang]}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Each is a question of its own in the content, so each has its own name, and its own error beside it. */
function CounterWork(props: { lang: Lang; request: RequestSheet; problems: readonly FieldProblem[] }) {
  const { lang, request, problems } = props;
  const w = requestSheetWords[lang];
  const help = { inkSignature: w.inkSignatureHelp, perforation: w.perforationHelp, tallySeal: w.tallySealHelp };
  return (
    <GroupFrame {...{ lang, name: 'request.counter', label: w.counter, help: w.counterHelp, required: false }}>
      {counterWork.map((work) => {
        const name = `request.${work}`;
        const error = problemFor(problems, lang, name);
        return (
          <>
            <div class="choice">
              <input
                type="checkbox"
                {...{ id: fieldId(name), name, value: 'yes', checked: request[work] }}
                aria-describedby={
                  error === undefined ? `${fieldId(name)}-about` : `${fieldId(name)}-about ${fieldId(name)}-error`
                }
                aria-invalid={error === undefined ? undefined : 'true'}
              />
              <label for={fieldId(name)}>{w[work]}</label>
            </div>
            <p class="choice-help" id={`${fieldId(name)}-about`}>
              {help[work]}
            </p>
            {error === undefined ? null : (
              <p class="choice-help field-error" id={`${fieldId(name)}-error`}>
                <span class="unseen">{shellWords[lang].errorPrefix}</span>
                {error}
              </p>
            )}
          </>
        );
      })}
    </GroupFrame>
  );
}
