// Words in a description of goods that a chamber refuses or asks about each time (Tokyo CCI「商品名に使用できない文言・あいまい
// な表現を含む場合」; Fukui CCI, box 7). Data: one entry a kind of phrase.

export type Phrase = { pattern: RegExp; ja: string; en: string };

/** Not goods: a certificate of origin is for what can be touched. */
export const notGoods: readonly RegExp[] = [
  /\b(?:installation|training|technical consultation|consult(?:ation|ing)|inspection|handling|service|license|licence|engineering)\s*\(?(?:fees?|charges?|costs?|expenses?)\)?/i,
  /^\W*(?:installation|training|technical consultation|consultation|consulting|services?)\W*$/i,
  /\btravel(?:l?ing)? expenses?\b/i,
  /\b(?:ocean |air |sea )?freight(?: charges?| costs?)\b|^\W*(?:ocean |air |sea )?freight\W*$/i,
  /\bdiscounts?\b/i,
  /\binsurance (?:premium|fee|charge)\b/i,
];

/** Software is goods only on a carrier: `CD-R(ABCD Software)`. */
export const softwareAlone =
  /\bsoftware(?:\s+(?:licen[cs]e|program|package|key))?s?[\s).,]*(?:ver(?:sion)?\.?\s*[\d.]+)?\s*$/i;
export const carrier =
  /\b(?:CD|CD-R|CD-ROM|DVD|DVD-R|BLU-RAY|DISC|DISK|USB|TAPE|SD CARD|MEMORY|DRIVE|ROM)\b|\b(?:with|incl(?:uding|\.)?|and|for)\b/i;

const quality = { ja: '品質・状態を表す表現です', en: 'speaks of quality or condition' };
const doubt = { ja: '内容に疑いを残す表現です', en: 'leaves the contents in doubt' };
const beyond = { ja: '原産地の証明と関係のない表現です', en: 'is beside the purpose of a certificate of origin' };

/** The examiner asks: delete the words, or explain them in writing. */
export const questioned: readonly Phrase[] = [
  { pattern: /\bsaid to (?:contain|be)\b|\bS\.?T\.?C\.?(?=\s|$)/i, ...doubt },
  { pattern: /\bapprox(?:imately|\.)?(?=\W|$)|\babout \d/i, ...doubt },
  { pattern: /\bE\.?\s*&\s*O\.?\s*E\.?(?=\W|$)/i, ...doubt },
  {
    pattern: /\bfirst[- ]class\b|\b(?:[1-3](?:st|nd|rd)|first|second|third|top|high(?:est)?)[- ](?:grade|quality)\b/i,
    ...quality,
  },
  {
    pattern: /\bbrand[- ]?new\b|\bprime (?:quality|grade)\b|\bexcellent\b|\bsuperior\b|\bpremium quality\b/i,
    ...quality,
  },
  {
    pattern: /\b(?:good|normal|perfect) (?:working )?(?:order|condition)\b|\bas is\b|\bas[- ]is[- ]where[- ]is\b/i,
    ...quality,
  },
  { pattern: /\b(?:fair|reasonable|market|correct) price\b|\bprice is\b|\bonly invoice\b/i, ...beyond },
  { pattern: /\bas (?:contracted|agreed|ordered)\b|\baccording to (?:the )?contract\b/i, ...beyond },
];

/** Other papers that the description leans on. */
export const references: readonly Phrase[] = [
  {
    pattern: /\bas per\b.{0,40}\b(?:invoice|contract|order|attach\w*|list|sheet)/i,
    ja: '他の書類を参照しています',
    en: 'refers to another paper',
  },
  {
    pattern: /\bpro\s*-?\s*forma\b|\bdetails as per\b|\bsee (?:the )?attach\w*/i,
    ja: '他の書類を参照しています',
    en: 'refers to another paper',
  },
];

/** Prefectures and big cities of Japan, as makers print them; a certificate names the country only. */
export const placesInJapan =
  /\b(?:Hokkaido|Aomori|Iwate|Miyagi|Akita|Yamagata|Fukushima|Ibaraki|Tochigi|Gunma|Saitama|Chiba|Tokyo|Kanagawa|Niigata|Toyama|Ishikawa|Fukui|Yamanashi|Nagano|Gifu|Shizuoka|Aichi|Mie|Shiga|Kyoto|Osaka|Hyogo|Nara|Wakayama|Tottori|Shimane|Okayama|Hiroshima|Yamaguchi|Tokushima|Kagawa|Ehime|Kochi|Fukuoka|Saga|Nagasaki|Kumamoto|Oita|Miyazaki|Kagoshima|Okinawa|Sapporo|Sendai|Yokohama|Nagoya|Kobe)\b/i;
