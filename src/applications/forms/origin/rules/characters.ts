// Characters in every box of a certificate of origin.
import { characterRules } from '../../character-rules.ts';
import { mapTexts } from './content-texts.ts';
import { tokyoGuide } from './rule.ts';

export const { charactersMendable, charactersAllowed, charactersDrawn } = characterRules(mapTexts, {
  box: '7',
  source: tokyoGuide('記載についての注意事項②使用言語'),
  drawnSource: '東京商工会議所「原産地証明:証明書の記載方法」第7欄(荷印は形・文字を問わない)',
});
