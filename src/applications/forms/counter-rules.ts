// What only the counter can do, because it is done by hand on printed paper: asked for on every request sheet (証明依頼書),
// explained, and refused online.
import type { Content, Facts } from './content.ts';
import { hitIf, type Rule, ruleOf } from './rule.ts';

const osakaOnline = '大阪商工会議所「オンライン発給の特徴」ご利用上の制約';

type Requested = Content & { request: { inkSignature: boolean; perforation: boolean; tallySeal: boolean } };
type CounterWork = keyof Requested['request'];

const counterRule =
  (name: string, work: CounterWork, words: { ja: string; en: string }) =>
  <C extends Requested>(): Rule<C, Facts> =>
    ruleOf({
      name,
      box: 'request',
      level: 'block',
      fixed: true,
      source: osakaOnline,
      find: ({ request }) =>
        hitIf(
          request[work],
          `request.${work}`,
          `${words.ja}は、印刷した紙に手で加える作業のため、オンラインではできません。窓口で申請するか、この指定を外してください。`,
          `${words.en} is done by hand on the printed paper and cannot be had online. Apply at the counter, or take this request back.`,
        ),
    });

export const inkSignatureAtCounter = counterRule('ink-signature-at-counter', 'inkSignature', {
  ja: '肉筆署名',
  en: 'A handwritten signature',
});
export const perforationAtCounter = counterRule('perforation-at-counter', 'perforation', {
  ja: 'パーフォレーター(穿孔)',
  en: 'Perforation',
});
export const tallySealAtCounter = counterRule('tally-seal-at-counter', 'tallySeal', {
  ja: '割り印',
  en: 'A tally seal across sheets',
});
