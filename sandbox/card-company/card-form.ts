import type { HostedWords } from './hosted-words.ts';
import { findTestCard, luhnHolds, type TestCard } from './test-cards.ts';

export type CardField = 'number' | 'expiry' | 'cvc' | 'name';
/** What was typed, without number and security code: those are never sent back to the page. */
export type CardKept = { expiry: string; name: string };
export type CardProblems = Partial<Record<CardField, string>>;
export type CardForm =
  | { ok: true; card: TestCard; kept: CardKept; formNumber: number }
  | { ok: false; problems: CardProblems; kept: CardKept };

/** Reads the payment page's form as of `now`; each problem says what to do, at its field. */
export function readCardForm(form: Record<string, unknown>, words: HostedWords, now: Date): CardForm {
  const typed = (name: string) => asText(form[name]).normalize('NFKC').trim();
  const kept = { expiry: typed('expiry').slice(0, 20), name: typed('name').slice(0, 100) };
  const digits = typed('number').replace(/[\s-]/g, '');
  const card = findTestCard(digits);
  const numberProblem = luhnHolds(digits) ? words.unknownNumber : words.badNumber;
  const expiryProblem = problemOfExpiry(kept.expiry, words, now);
  const problems: CardProblems = {
    ...(card === undefined ? { number: numberProblem } : {}),
    ...(expiryProblem === undefined ? {} : { expiry: expiryProblem }),
    ...(/^\d{3,4}$/.test(typed('cvc')) ? {} : { cvc: words.badCvc }),
    ...(kept.name === '' ? { name: words.noName } : {}),
  };
  if (card === undefined || Object.keys(problems).length > 0) return { ok: false, problems, kept };
  return { ok: true, card, kept, formNumber: readFormNumber(form) };
}

/** The number of the form that was sent; -1, which is never true, when it is missing. */
export function readFormNumber(form: Record<string, unknown>): number {
  const text = asText(form['form_number']);
  return /^\d{1,6}$/.test(text) ? Number(text) : -1;
}

/** A form field's text; a file or nothing is empty. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A card is good to the end of its month. Months are counted in Japan's time, where the payers are. */
function problemOfExpiry(text: string, words: HostedWords, now: Date): string | undefined {
  const match = /^(\d{1,2})\s*\/\s*(?:20)?(\d{2})$/.exec(text);
  const month = Number(match?.[1]);
  if (match === null || month < 1 || month > 12) return words.badExpiry;
  const [year = 0, thisMonth = 0] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' })
    .format(now)
    .split('-')
    .map(Number);
  const over = (2000 + Number(match[2])) * 12 + month < year * 12 + thisMonth;
  return over ? words.pastExpiry : undefined;
}
