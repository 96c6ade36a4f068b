import { catalogue } from '../../ui/words.ts';

export const specialWords = catalogue(
  {
    onBehalf: '他社のために輸出するとき(on behalf of)',
    onBehalfLead:
      '輸出者名の下に「on behalf of」とこの会社を印刷します。日本国外の会社に限ります。英文の委任状か契約書を添付し、インボイスにも同じ記載が要ります。',
    strike: '番号と日付を印刷しないとき',
    strikeLead:
      '信用状か買主の指示が求めるときだけ、第3欄に斜線を引けます。その書類を添付してください。上の番号と日付は商工会議所の審査だけに使い、証明書にも照会にも出ません。',
    strikeBox: '第3欄を空欄にして斜線を引く',
    shipmentHelp: '船積みの後に申請するときに入れます。印刷されません。',
    lateHelp: '船積みから6か月を超えた理由を、日本語か英語で具体的に書いてください。印刷されません。',
    food: '台湾・タイ向けの食品',
    foodLead:
      '食品の生産地の都道府県を備考に印刷します。台湾向けは定型文も印刷し、日本産食品に関する誓約書を添付します。',
    foodNone: '記載しない',
    taiwan: '台湾向け(定型文と生産地)',
    thailand: 'タイ向け(生産地)',
    prefectureHelp: '例: Hokkaido。複数のときは Hokkaido, Aomori のように書きます。',
    manufacture: '(製造地)',
    farming: '(農産地)',
    production: '(生産地)',
    catching: '(漁獲水域)',
    others: '備考に書ききれないとき(その他 / Others)',
    othersLead: '先頭に * を付けて、備考の続きを入れてください。商品の下、合計の上に印刷されます。',
    english: '英語',
    french: '仏語(Français)',
    spanish: '西語(Español)',
  },
  {
    onBehalf: 'Exporting on behalf of another company',
    onBehalfLead:
      'The words "on behalf of" and this company are printed under the exporter. It is outside Japan; the invoice says the same. Attach the power of attorney or the contract in English.',
    strike: 'When number and date are not to be printed',
    strikeLead:
      'Box 3 is struck out only where a letter of credit or the buyer demands it; attach that document. Number and date above are for the chamber alone and are neither on the certificate nor in the reference.',
    strikeBox: 'Leave box 3 empty and strike it out',
    shipmentHelp: 'For an application after shipment. Not printed.',
    lateHelp: 'Say in detail why more than six months have passed, in Japanese or English. Not printed.',
    food: 'Food to Taiwan or Thailand',
    foodLead:
      'The prefecture is printed in the remarks. For Taiwan the fixed sentence is printed too, and the statement on Japanese food is attached.',
    foodNone: 'Not printed',
    taiwan: 'To Taiwan (sentence and place)',
    thailand: 'To Thailand (place)',
    prefectureHelp: 'For example: Hokkaido. Several: Hokkaido, Aomori.',
    manufacture: '',
    farming: '',
    production: '',
    catching: '',
    others: 'When the remarks do not fit (Others)',
    othersLead: 'Go on from the remarks behind a *. Printed under the goods and above the total.',
    english: 'English',
    french: 'French',
    spanish: 'Spanish',
  },
);
