// Words that help somebody who typed a code where a country's name must stand.
import { guessCountry, suggestedName } from '../../../countries.ts';

/** What to write instead of `USA`; empty when nothing is near. */
export function countryHint(text: string): { ja: string; en: string } {
  const guess = guessCountry(text);
  if (guess === undefined) return { ja: '', en: '' };
  const name = suggestedName(guess);
  return { ja: `(例: ${name})`, en: ` (${name}, for example)` };
}
