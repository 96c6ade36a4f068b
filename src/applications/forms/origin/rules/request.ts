// 証明依頼書: what the chamber counts in its statistics, and what only its counter can do.
import { findCountry } from '../../../countries.ts';
import { hitIf } from '../../rule.ts';
import { rule } from './rule.ts';

const osakaOnline = '大阪商工会議所「オンライン発給の特徴」ご利用上の制約';
const requestSheet = '静岡商工会議所「原産地証明オンライン申請」証明依頼書';

export const goodsClassGiven = rule({
  name: 'goods-class-given',
  box: 'request',
  level: 'block',
  source: requestSheet,
  find: ({ request }) =>
    hitIf(
      request.goodsClass === '',
      'request.goodsClass',
      '主な品目を選んでください。',
      'Choose the main class of goods.',
    ),
});

export const destinationGiven = rule({
  name: 'destination-given',
  box: 'request',
  level: 'block',
  source: requestSheet,
  find: ({ request }) =>
    hitIf(
      findCountry(request.destination) === undefined || request.destination === 'JP',
      'request.destination',
      '仕向国を選んでください。',
      'Choose the country of destination.',
    ),
});

const counterOnly = (work: { ja: string; en: string }): { ja: string; en: string } => ({
  ja: `${work.ja}は、印刷した紙に手で加える作業のため、オンラインではできません。窓口で申請するか、この指定を外してください。`,
  en: `${work.en} is done by hand on the printed paper and cannot be had online. Apply at the counter, or take this request back.`,
});

export const inkSignatureAtCounter = rule({
  name: 'ink-signature-at-counter',
  box: 'request',
  level: 'block',
  source: osakaOnline,
  find: ({ request }) => {
    const { ja, en } = counterOnly({ ja: '肉筆署名', en: 'A handwritten signature' });
    return hitIf(request.inkSignature, 'request.inkSignature', ja, en);
  },
});

export const perforationAtCounter = rule({
  name: 'perforation-at-counter',
  box: 'request',
  level: 'block',
  source: osakaOnline,
  find: ({ request }) => {
    const { ja, en } = counterOnly({ ja: 'パーフォレーター(穿孔)', en: 'Perforation' });
    return hitIf(request.perforation, 'request.perforation', ja, en);
  },
});

export const tallySealAtCounter = rule({
  name: 'tally-seal-at-counter',
  box: 'request',
  level: 'block',
  source: osakaOnline,
  find: ({ request }) => {
    const { ja, en } = counterOnly({ ja: '割り印', en: 'A tally seal across sheets' });
    return hitIf(request.tallySeal, 'request.tallySeal', ja, en);
  },
});
