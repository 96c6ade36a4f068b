// 証明依頼書: what the chamber counts in its statistics, and what only its counter can do.
import { findCountry } from '../../../countries.ts';
import * as counter from '../../counter-rules.ts';
import { hitIf } from '../../rule.ts';
import { rule } from './rule.ts';

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

export const inkSignatureAtCounter = counter.inkSignatureAtCounter();
export const perforationAtCounter = counter.perforationAtCounter();
export const tallySealAtCounter = counter.tallySealAtCounter();
