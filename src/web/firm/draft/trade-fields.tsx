// 外国産: how the goods are traded, on the request sheet of an application for foreign goods.
import type { OriginContent } from '../../../applications/forms/origin/content.ts';
import { intermediaryReasons, type Trade, tradeForms } from '../../../applications/forms/origin/trade.ts';
import type { FieldProblem } from '../../../lib/refusal.ts';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { problemFor } from '../../ui/field-frame.tsx';
import type { SummaryItem } from '../../ui/summary-list.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Lang } from '../../ui/words.ts';
import { tradeWords } from './trade-words.ts';

/** As posted; nothing where the form did not ask. */
export function tradeIn(form: Readonly<Record<string, string>>): Pick<OriginContent['request'], 'trade'> {
  const at = (name: string): string | undefined => form[`request.trade.${name}`];
  if (at('certificateNumber') === undefined) return {};
  return {
    trade: {
      form: tradeForms.find((one) => one === at('form')) ?? '',
      reason: intermediaryReasons.find((one) => one === at('reason')) ?? '',
      certificateNumber: (at('certificateNumber') ?? '').slice(0, 100),
      certificateIssuer: (at('certificateIssuer') ?? '').slice(0, 200),
    },
  };
}

export function tradeItems(lang: Lang, trade: Trade): SummaryItem[] {
  const w = tradeWords[lang];
  const { certificateNumber, certificateIssuer } = trade;
  const items: SummaryItem[] = [
    { key: w.form, value: trade.form === '' ? w.notChosen : w[trade.form] },
    { key: w.reason, value: trade.reason === '' ? '' : w[trade.reason] },
    { key: w.certificate, value: [certificateNumber, certificateIssuer].filter((part) => part !== '').join(', ') },
  ];
  return items.filter(({ value }) => value !== '');
}

/** A choice in words; undefined for what is none of these. */
export function tradeValue(lang: Lang, path: string, value: string): string | undefined {
  if (path !== 'request.trade.form' && path !== 'request.trade.reason') return undefined;
  const chosen = [...tradeForms, ...intermediaryReasons].find((one) => one === value);
  return chosen === undefined ? undefined : tradeWords[lang][chosen];
}

export function TradeFields(props: { lang: Lang; trade: Trade; problems: readonly FieldProblem[] }) {
  const { lang, trade, problems } = props;
  const w = tradeWords[lang];
  const field = (name: keyof Trade) => ({
    ...{ lang, name: `request.trade.${name}`, error: problemFor(problems, lang, `request.trade.${name}`) },
    value: trade[name],
  });
  return (
    <>
      <RadioGroup
        {...{ ...field('form'), label: w.form, help: w.formHelp, required: true }}
        options={tradeForms.map((value) => ({ value, label: w[value], help: w[`${value}-help`] }))}
      />
      <RadioGroup
        {...{ ...field('reason'), label: w.reason, help: w.reasonHelp }}
        options={intermediaryReasons.map((value) => ({ value, label: w[value] }))}
      />
      <TextField {...{ ...field('certificateNumber'), label: w.number, help: w.intermediaryOnly, valueLang: 'en' }} />
      <TextField {...{ ...field('certificateIssuer'), label: w.issuer, help: w.intermediaryOnly, valueLang: 'en' }} />
    </>
  );
}
