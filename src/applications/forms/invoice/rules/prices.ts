// Box 7: what things cost, and that it adds up.
import { compareDecimals, type Decimal, formatDecimal, parseDecimal, sameDecimal } from '../../decimal.ts';
import { eachLine } from '../../goods-line-rules.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import { mendNumber } from '../../texts.ts';
import type { InvoiceContent, InvoiceLine } from '../content.ts';
import { findCurrency } from '../currencies.ts';
import { hasAmounts, hasPrices } from '../document-kinds.ts';
import { adjustmentAmount, amountsOf, digitsOf, isWithinLimit, productOf } from '../money.ts';
import { isLumpSum } from './goods.ts';
import { formOf, ours, ownArithmetic, rule, tokyoInvoice } from './rule.ts';

const parsed = (text: string): Decimal | undefined => parseDecimal(mendNumber(text));
const zero: Decimal = { units: 0n, scale: 0 };

export const currencyKnown = rule({
  name: 'currency-known',
  box: '7',
  level: 'block',
  source: 'ISO 4217',
  fixed: true,
  find: (content) => {
    const { currency } = content;
    return hitIf(
      hasPrices(formOf(content)) && findCurrency(currency.trim()) === undefined,
      'currency',
      isBlank(currency)
        ? '通貨を選んでください(例: USD)。'
        : `通貨「${currency.trim()}」は一覧にありません。3文字の符号で選んでください(例: USD)。`,
      isBlank(currency)
        ? 'Choose the currency (USD).'
        : `The currency "${currency.trim()}" is not on the list. Give its code of three letters (USD).`,
    );
  },
});

export const priceGiven = rule({
  name: 'price-given',
  box: '7',
  level: 'block',
  source: tokyoInvoice,
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      hitIf(
        formOf(content).asked.includes('unitPrice') && isBlank(line.unitPrice) && !isLumpSum(content, line),
        `${path}.unitPrice`,
        '単価を入れてください。',
        'Give the unit price.',
      ),
    ),
});

const notNumber = (name: { ja: string; en: string }, text: string): { ja: string; en: string } => ({
  ja: `${name.ja}「${text.trim()}」は使えません。数字だけを半角で入力してください(例: 1,200.50)。通貨は別の欄にあります。`,
  en: `${name.en} "${text.trim()}" must be a number in plain digits (1,200.50). The currency has its own field.`,
});

function numberHits(content: InvoiceContent, field: 'unitPrice' | 'amount', name: { ja: string; en: string }): Hit[] {
  return eachLine(content.goods, (line, path) => {
    const { ja, en } = notNumber(name, line[field]);
    return hitIf(!isBlank(line[field]) && parsed(line[field]) === undefined, `${path}.${field}`, ja, en);
  });
}

export const priceNumber = rule({
  name: 'price-number',
  box: '7',
  level: 'block',
  source: tokyoInvoice,
  fixed: true,
  find: (content) =>
    hasPrices(formOf(content)) ? numberHits(content, 'unitPrice', { ja: '単価', en: 'The unit price' }) : [],
});

export const amountNumber = rule({
  name: 'amount-number',
  box: '7',
  level: 'block',
  source: tokyoInvoice,
  fixed: true,
  find: (content) =>
    hasAmounts(formOf(content)) ? numberHits(content, 'amount', { ja: '金額', en: 'The amount' }) : [],
});

export const priceAboveZero = rule({
  name: 'price-above-zero',
  box: '7',
  level: 'warn', // samples and spare parts free of charge are usual
  source: ours,
  find: (content) =>
    eachLine(content.goods, ({ unitPrice }, path) => {
      const price = parsed(unitPrice);
      return hitIf(
        hasPrices(formOf(content)) && price !== undefined && compareDecimals(price, zero) === 0,
        `${path}.unitPrice`,
        '単価が0です。無償の品でも、税関への申告には価額が要ります。確かめてください。',
        'The unit price is zero. Goods that are free have a value for customs all the same: check it.',
      );
    }),
});

export const lumpSumGiven = rule({
  name: 'lump-sum-given',
  box: '7',
  level: 'block',
  source: ours,
  fixed: true,
  find: (content) =>
    eachLine(content.goods, (line, path) =>
      hitIf(
        isLumpSum(content, line) && isBlank(line.amount),
        `${path}.amount`,
        '数量と単価、または金額を入れてください。',
        'Give quantity and unit price, or the amount.',
      ),
    ),
});

/** An amount of more digits than the currency has cannot be paid. */
const tooFine = (text: string, currency: string): boolean => {
  const amount = parsed(text);
  return amount !== undefined && amount.scale > digitsOf(currency);
};

const finer = (text: string, { currency }: InvoiceContent): { ja: string; en: string } => ({
  ja: `金額「${text.trim()}」は、${currency} の小数点以下の桁数(${digitsOf(currency)}桁)より細かくなっています。丸めてください。`,
  en: `The amount "${text.trim()}" has more digits after the point than ${currency} has (${digitsOf(currency)}). Round it.`,
});

export const amountsInCurrency = rule({
  name: 'amounts-in-currency',
  box: '7',
  level: 'block',
  source: 'ISO 4217',
  fixed: true,
  find: (content) => {
    if (!hasAmounts(formOf(content)) || findCurrency(content.currency.trim()) === undefined) return [];
    const hitAt = (path: string, text: string): Hit[] => {
      const { ja, en } = finer(text, content);
      return hitIf(tooFine(text, content.currency), path, ja, en);
    };
    return [
      ...eachLine(content.goods, ({ amount }, path) => hitAt(`${path}.amount`, amount)),
      ...content.adjustments.flatMap(({ amount }, index) => hitAt(`adjustments.${index}.amount`, amount)),
      ...hitAt('totals.amount', content.totals.amount),
    ];
  },
});

const differs = (stated: Decimal | undefined, reckoned: Decimal | undefined): boolean =>
  stated !== undefined && reckoned !== undefined && !sameDecimal(stated, reckoned);

export const amountAgrees = rule({
  name: 'amount-agrees',
  box: '7',
  level: 'block',
  source: ownArithmetic, // quantity × unit price, rounded half up to the digits of the currency
  fixed: true,
  find: (content) => {
    if (!hasAmounts(formOf(content))) return [];
    const digits = digitsOf(content.currency);
    return eachLine(content.goods, (line: InvoiceLine, path) => {
      const product = productOf(line, digits);
      const right = product === undefined ? '' : formatDecimal(product);
      return hitIf(
        differs(parsed(line.amount), product),
        `${path}.amount`,
        `金額「${line.amount.trim()}」が数量×単価(${right})と違います。直すか、空にしてください(空なら計算した金額を印刷します)。`,
        `The amount "${line.amount.trim()}" is not quantity × unit price (${right}). Mend it, or leave it empty: then the product is printed.`,
      );
    });
  },
});

export const adjustmentWhole = rule({
  name: 'adjustment-whole',
  box: '7',
  level: 'block',
  source: ours,
  fixed: true,
  find: (content) => {
    if (!hasAmounts(formOf(content))) return [];
    return content.adjustments.flatMap(({ label, percent, amount }, index) => {
      const at = (field: string, ja: string, en: string): Hit[] => [
        { path: `adjustments.${index}.${field}`, row: index + 1, ja, en },
      ];
      if (isBlank(label))
        return at(
          'label',
          '費用・値引きの名前を入れてください(例: FREIGHT、DISCOUNT)。',
          'Name the charge or discount (FREIGHT, DISCOUNT).',
        );
      if (isBlank(percent) && isBlank(amount))
        return at('amount', '金額か割合(%)を入れてください。', 'Give the amount or the percentage.');
      const wrong = (['percent', 'amount'] as const).find((field) => {
        const text = content.adjustments[index]?.[field] ?? '';
        return !isBlank(text) && parsed(text) === undefined;
      });
      if (wrong === undefined) return [];
      return at(wrong, '数字だけを半角で入力してください(例: 120.00)。', 'Give a number in plain digits (120.00).');
    });
  },
});

export const adjustmentAgrees = rule({
  name: 'adjustment-agrees',
  box: '7',
  level: 'block',
  source: ownArithmetic,
  fixed: true,
  find: (content) => {
    if (!hasAmounts(formOf(content))) return [];
    const { goods } = amountsOf(content);
    return content.adjustments.flatMap((adjustment, index) => {
      const share = adjustmentAmount({ ...adjustment, amount: '' }, goods, digitsOf(content.currency));
      const right = share === undefined ? '' : formatDecimal(share);
      return hitIf(
        differs(parsed(adjustment.amount), share),
        `adjustments.${index}.amount`,
        `金額「${adjustment.amount.trim()}」が小計の${adjustment.percent.trim()}%(${right})と違います。どちらかを直すか、空にしてください。`,
        `The amount "${adjustment.amount.trim()}" is not ${adjustment.percent.trim()}% of the subtotal (${right}). Mend one of them, or leave it empty.`,
      ).map((hit) => ({ ...hit, row: index + 1 }));
    });
  },
});

export const totalReckoned = rule({
  name: 'total-reckoned',
  box: '7',
  level: 'block',
  source: ownArithmetic,
  fixed: true,
  find: (content) => {
    if (!hasAmounts(formOf(content)) || content.goods.length === 0) return [];
    const { total } = amountsOf(content);
    if (total === undefined)
      return hitIf(
        true,
        'adjustments',
        '値引きが合計を超えています。金額を確かめてください。',
        'The discounts are more than all the rest. Check the amounts.',
      );
    return hitIf(
      !isWithinLimit(total),
      'totals.amount',
      '合計が大きすぎて印刷できません(15桁まで)。数量と単価を確かめてください。',
      'The total is too large to be printed (15 digits at most). Check quantities and prices.',
    );
  },
});

export const totalAmountAgrees = rule({
  name: 'total-amount-agrees',
  box: '7',
  level: 'block',
  source: ownArithmetic,
  fixed: true,
  find: (content) => {
    const stated = content.totals.amount;
    if (!hasAmounts(formOf(content)) || isBlank(stated)) return [];
    const { total } = amountsOf(content);
    const right = total === undefined ? '-' : formatDecimal(total);
    const value = parsed(stated);
    return hitIf(
      value === undefined || differs(value, total),
      'totals.amount',
      `合計「${stated.trim()}」が明細・費用・値引きの合計(${right})と違います。見比べて直してください。`,
      `The total "${stated.trim()}" is not what lines, charges and discounts come to (${right}). Compare and mend.`,
    );
  },
});

export const noCommercialValueValued = rule({
  name: 'no-commercial-value-valued',
  box: '7',
  level: 'block',
  source: ours,
  find: (content) => {
    const { total } = amountsOf(content);
    return hitIf(
      content.noCommercialValue &&
        hasAmounts(formOf(content)) &&
        total !== undefined &&
        compareDecimals(total, zero) === 0,
      'noCommercialValue',
      '「NO COMMERCIAL VALUE」は税関のための価額を示す表示です。単価を入れてください。',
      'NO COMMERCIAL VALUE states a value for customs: give the unit prices.',
    );
  },
});
