// Which passwords are good enough, by NIST SP 800-63B-4 (3.1.1.2) and OWASP ASVS 5.0 (6.2): long where there is no second
// factor; any characters; no rule of composition and no change by the calendar; nothing that is guessed first.
import { type FeedbackType, type MatchExtended, ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import japanese from '@zxcvbn-ts/language-ja';

/** Characters as Unicode counts them. 15: the least where a password is all there is. 128: no less than ASVS 6.2.9 asks for. */
export const passwordLength = { min: 15, max: 128 } as const;

export type PasswordFault = 'short' | 'long' | 'common' | 'context' | 'repeat' | 'sequence' | 'date' | 'guessable';

/** Who guesses by known words and patterns must need at least so many attempts (as a power of ten). */
const leastGuesses = 10;

/** Guessing takes time that grows with the square of the length. What begins (or ends) well in so many is good as a whole. */
const looksAt = 40;

/** Words that are guessed first, whoever it is. */
const ourOwn = ['hakkyu', '発給', 'はっきゅう', 'password', 'パスワード', 'ぱすわーど', 'passphrase'];

/** What is wrong with it; undefined: it is good. @param context what strangers know of this ID, by `contextWords` */
export function passwordFault(password: string, context: readonly string[]): PasswordFault | undefined {
  const symbols = [...password.normalize('NFC')];
  if (symbols.length < passwordLength.min) return 'short';
  if (symbols.length > passwordLength.max) return 'long';
  const known = [...ourOwn, ...context];
  const first = guessed(symbols.slice(0, looksAt), known);
  if (first === undefined || symbols.length <= looksAt) return first;
  return guessed(symbols.slice(-looksAt), known) && first;
}

function guessed(symbols: readonly string[], known: string[]): PasswordFault | undefined {
  const text = symbols.join('');
  // A guesser puts the same words together with and without something between them.
  const joined = text.replace(/[^\p{L}\p{N}]/gu, '');
  return faultOf(text, known) ?? (joined === text || joined === '' ? undefined : faultOf(joined, known));
}

function faultOf(text: string, known: string[]): PasswordFault | undefined {
  const found = judge().check(text, known);
  if (found.guessesLog10 >= leastGuesses) return undefined;
  return faultByWarning(found.feedback) ?? faultByPart(found.sequence);
}

const warnings: Readonly<Record<string, PasswordFault>> = {
  ...{ straightRow: 'sequence', keyPattern: 'sequence', sequences: 'sequence' },
  ...{ simpleRepeat: 'repeat', extendedRepeat: 'repeat', recentYears: 'date', dates: 'date' },
  ...{ topTen: 'common', topHundred: 'common', common: 'common', similarToCommon: 'common', userInputs: 'context' },
};

const faultByWarning = ({ warning }: FeedbackType): PasswordFault | undefined =>
  warning === null ? undefined : warnings[warning];

function faultByPart(parts: readonly MatchExtended[]): PasswordFault {
  if (parts.some((part) => part.pattern === 'dictionary' && part.dictionaryName === 'userInputs')) return 'context';
  return parts.some((part) => part.pattern === 'date') ? 'date' : 'guessable';
}

let made: ZxcvbnFactory | undefined;

/** Made when the first password is chosen: unpacking the lists takes a tenth of a second. */
function judge(): ZxcvbnFactory {
  made ??= new ZxcvbnFactory({ dictionary: { ...common, ...japanese.dictionary }, graphs: adjacencyGraphs });
  return made;
}

/** Names, IDs and addresses as a guesser uses them: whole, joined, and word by word. A mail address: what is before its @. */
export function contextWords(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => {
    const plain = text.normalize('NFKC').toLowerCase().replace(/@.*$/, '');
    const parts = plain.split(/[^\p{L}\p{N}]+/u);
    return [plain, parts.join(''), ...parts];
  });
  // One or two letters are in every password.
  return [...new Set(words)].filter((word) => word.length >= (/^[\p{ASCII}]*$/u.test(word) ? 3 : 2));
}
