// The mend that a page offers for the whole application at once: shown before and after, then taken with one click. Pure.
import type { CharacterChange } from '../../content.ts';
import { mendTexts } from '../../texts.ts';
import type { OriginContent } from '../content.ts';
import { mapTexts } from './content-texts.ts';

export const mendCharacters = (content: OriginContent): { content: OriginContent; changes: CharacterChange[] } =>
  mendTexts(mapTexts, content);
