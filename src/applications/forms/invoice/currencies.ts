// Currencies of prices (ISO 4217), and how many digits an amount in each has after the point. Pure.
import { currencyLines } from './currency-list.ts';

export type Currency = {
  /** ISO 4217: `USD`. */
  code: string;
  /** Digits after the point: 2, none for the yen, 3 for the dinar of Kuwait. */
  digits: number;
  ja: string;
  /** Before an amount in words: `US DOLLARS`. */
  words: string;
};

function currencyOf(line: string): Currency {
  const [code = '', digits = '', ja = '', words = ''] = line.split('|');
  return { code, digits: Number(digits), ja, words };
}

export const currencies: readonly Currency[] = currencyLines.trim().split('\n').map(currencyOf);

const byCode = new Map(currencies.map((currency) => [currency.code, currency]));

/** By its code as ISO writes it, in capital letters. */
export const findCurrency = (code: string): Currency | undefined => byCode.get(code);
