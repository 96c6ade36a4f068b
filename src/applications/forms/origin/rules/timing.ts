// When a certificate may still be had after shipment. The day of shipment is the first day: of goods shipped on 2016-06-25
// it may be applied for as usual until 2016-12-24, with reasons until 2017-06-24, and never after.
import { addDays } from '../../../../lib/clock.ts';
import { addMonths, isDay } from '../../../../lib/day.ts';
import type { Facts } from '../../content.ts';
import { type Hit, hitIf, isBlank } from '../../rule.ts';
import type { OriginContent } from '../content.ts';
import { rule } from './rule.ts';

const source = '東京商工会議所「船積後6か月を超えた原産地証明申請」';

/** Of the forms of box 5, those that print the date of departure. */
const isPrinted = ({ form }: OriginContent['transport']): boolean => form === 'a' || form === 'c';

type Shipped = { day: string; path: string };

/** The day of shipment, real or planned: as box 5 has it, else as given beside it. */
export function shipmentOf({ transport, shipment }: OriginContent): Shipped | undefined {
  const given: Shipped = isPrinted(transport)
    ? { day: transport.date, path: 'transport.date' }
    : { day: shipment?.date ?? '', path: 'shipment.date' };
  return isDay(given.day) ? given : undefined;
}

/**
 * The first day after so many months that began with `day`. Where the last month has no such day, they end with its last one
 * (民法143条2項): six months from 31 August are over on 1 March.
 */
function overOn(day: string, months: number): string {
  const end = addMonths(day, months);
  return end.slice(-2) === day.slice(-2) ? end : addDays(end, 1);
}

const isYearOver = ({ day }: Shipped, today: string): boolean => today >= overOn(day, 12);

/** Six months count until the day of application: what is examined later has not become late by that. */
const appliedOnOf = ({ today, appliedOn = today }: Pick<Facts, 'today' | 'appliedOn'>): string => appliedOn;

/** Six months are over and a year is not: reasons and proofs are needed. */
export function isLate(content: OriginContent, facts: Pick<Facts, 'today' | 'appliedOn'>): boolean {
  const shipped = shipmentOf(content);
  const day = appliedOnOf(facts);
  return shipped !== undefined && day >= overOn(shipped.day, 6) && !isYearOver(shipped, day);
}

export const shipmentDateReal = rule({
  name: 'shipment-date-real',
  box: '5',
  level: 'block',
  source,
  find: ({ transport, shipment }) => {
    const date = shipment?.date ?? '';
    return hitIf(
      !isPrinted(transport) && !isBlank(date) && !isDay(date),
      'shipment.date',
      `「${date}」という日付はありません。船積日を入れ直してください。`,
      `There is no date "${date}". Enter the day of shipment again.`,
    );
  },
});

/** With invoices as old as that the goods have most likely gone, and nobody could say whether the limits are kept. */
export const shipmentDateWhenOld = rule({
  name: 'shipment-date-when-old',
  box: '5',
  level: 'block',
  source,
  find: (content, facts) => {
    const days = content.invoices.map(({ date }) => date).filter(isDay);
    const isOld = days.length > 0 && days.every((day) => appliedOnOf(facts) >= overOn(day, 6));
    return hitIf(
      isOld && shipmentOf(content) === undefined,
      isPrinted(content.transport) ? 'transport.date' : 'shipment.date',
      'インボイスの日付から6か月以上たっています。船積日(船積み前なら予定日)を入れてください。',
      'The invoice is six months old or older. Give the day of shipment, or the planned one.',
    );
  },
});

export const shippedWithinOneYear = rule({
  name: 'shipped-within-one-year',
  box: '5',
  level: 'block',
  fixed: true, // never, at no chamber
  source,
  find: (content, { today }) => {
    const shipped = shipmentOf(content);
    if (shipped === undefined) return [];
    return hitIf(
      isYearOver(shipped, today),
      shipped.path,
      '船積みから1年以上たった商品には発給できません。日付を確かめてください。',
      'No certificate is issued a year or more after shipment. Check the date.',
    );
  },
});

/** A warning, for the examiner too: what is needed then is asked for by rules of its own. */
export const shippedWithinSixMonths = rule({
  name: 'shipped-within-six-months',
  box: '5',
  level: 'warn',
  source,
  find: (content, facts) =>
    hitIf(
      isLate(content, facts),
      shipmentOf(content)?.path ?? 'transport.date',
      '船積みから6か月を超えています。遅れた理由と、理由書・輸出の事実を示す書類・日本で生産されたことを示す書類が要ります。',
      'More than six months have passed since shipment. The reason, a statement of reasons, proof of export and proof of make in Japan are needed.',
    ),
});

export const lateReasonGiven = rule({
  name: 'late-reason-given',
  box: '5',
  level: 'block',
  source,
  find: (content, facts) =>
    hitIf(
      isLate(content, facts) && isBlank(content.shipment?.lateReason ?? ''),
      'shipment.lateReason',
      '船積みから6か月を超えて申請する理由を、具体的に入れてください。',
      'Say in detail why you apply more than six months after shipment.',
    ),
});

// 「客先の要求」 alone is refused: it says who wants it, not why only now.
const whoAlone =
  /^(?:客先|顧客|得意先|取引先|買主|バイヤー|輸入者|荷受人)(?:から)?の?(?:要求|要望|要請|依頼|指示|都合)(?:が?あった|の)?(?:ため|による|により|です)*$/;
const whoAloneEn =
  /^(?:at|by|on|due to|because of)?\s*(?:the\s+)?(?:request|demand|instruction)s?\s+(?:of|by|from)\s+(?:the\s+|our\s+)?(?:buyer|customer|client|importer|consignee)s?$|^(?:the\s+|our\s+)?(?:buyer|customer|client|importer|consignee)'?s?'?\s+(?:request|demand|instruction)s?$/i;

export const lateReasonConcrete = rule({
  name: 'late-reason-concrete',
  box: '5',
  level: 'block',
  source, // 「『客先の要求』のみの理由は不可」
  find: (content, facts) => {
    const reason = (content.shipment?.lateReason ?? '').trim().replace(/[。..\s]+$/, '');
    return hitIf(
      isLate(content, facts) && (whoAlone.test(reason) || whoAloneEn.test(reason)),
      'shipment.lateReason',
      '「客先の要求」だけでは理由になりません。なぜ今になって必要になったかを、具体的に入れてください。',
      "The customer's demand alone is no reason. Say in detail why it is needed only now.",
    );
  },
});

export const invoiceBeforeShipment = rule({
  name: 'invoice-before-shipment',
  box: '3',
  level: 'warn',
  source,
  find: (content, { today }) => {
    const shipped = shipmentOf(content);
    if (shipped === undefined || shipped.day > today) return [];
    return content.invoices.flatMap(({ date }, index): Hit[] =>
      hitIf(
        isDay(date) && date > shipped.day,
        `invoices.${index}.date`,
        'インボイスの日付が船積日より後です。典拠インボイスのとおりか確かめてください。',
        'The invoice is dated after the shipment. Make sure that it is the one of this shipment.',
      ),
    );
  },
});
