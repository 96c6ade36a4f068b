// Characters on a signature certificate: it is written in English, French or Spanish, never in Japanese.
import { characterRules } from '../../character-rules.ts';
import { mapTexts } from './content-texts.ts';
import { osakaSign } from './rule.ts';

export const { charactersMendable, charactersAllowed, charactersDrawn } = characterRules(mapTexts, {
  box: '4',
  source: osakaSign('使用言語(英語・仏語・西語)'),
  drawnSource: osakaSign('使用言語(英語・仏語・西語)'),
});
