// What is said of food (大阪商工会議所「台湾向け日本産食品」): a fixed sentence for Taiwan, and the place for both.
import type { OriginContent } from './content.ts';

type Food = OriginContent['food'];

const taiwanSentence =
  'This certificate of origin is issued by the Chamber of Commerce and Industry in accordance with the Chambers of ' +
  'Commerce and Industry Act under the jurisdiction of the METI.';

export const foodSentence = (food: Food): string => (food?.to === 'taiwan' ? taiwanSentence : '');

/** `Place of Manufacture: Hokkaido`; empty while it is not given. */
export function foodPlace(food: Food): string {
  const prefecture = food?.prefecture.trim() ?? '';
  return food === undefined || food.to === '' || food.place === '' || prefecture === ''
    ? ''
    : `${food.place}: ${prefecture}`;
}
