// Characters in every box. Documents with Japanese in them are refused (Shizuoka CCI); marks are free, as on a certificate of origin.
import { characterRules } from '../../character-rules.ts';
import { mapTexts } from './content-texts.ts';
import { shizuokaInvoice } from './rule.ts';

export const { charactersMendable, charactersAllowed, charactersDrawn } = characterRules(mapTexts, {
  box: '7',
  source: `${shizuokaInvoice}(日本語の記載は不可)`,
  drawnSource: '東京商工会議所「原産地証明:証明書の記載方法」第7欄(荷印は形・文字を問わない)',
});
