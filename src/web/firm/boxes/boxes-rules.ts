// The rules of each box in our own words, for whoever opens them on the page. Where they come from: the chambers' published
// guides to the form (Tokyo CCI's box-by-box guide, the notes on the Osaka and Nagoya forms, Fukui CCI's guide).
import type { Lang } from '../../ui/words.ts';

/** The boxes of this step, and the totals that are printed under the goods. */
export const stepBoxes = ['1', '2', '3', '4', '5', '6', '7', 'totals', '9', 'language'] as const;
export type StepBox = (typeof stepBoxes)[number];

type Texts = { name: string; help: string; rules: readonly string[] };

const ja: Record<StepBox, Texts> = {
  '1': {
    name: '輸出者',
    help: '貿易登録の内容が入っています。直すのは、インボイスに別の登録済み住所があるときだけです。',
    rules: [
      '輸出申告をした輸出者で、英文名は登録と句読点・空白まで同じにします。住所はインボイスと同じにします。',
      '国名 JAPAN は、インボイスになくても必ず入れます。P.O. Box は登録済みの場合だけ使えます。',
    ],
  },
  '2': {
    name: '荷受人',
    help: 'インボイスにある海外の荷受人を、1社・1住所だけ入れてください。',
    rules: [
      '名称だけでは発給できません。住所と国名を入れます。日本国内の荷受人は使えません。社名の前に To、M/S、Messrs は付けません。',
      '国名は正式名称か、認められた略称(U.S.A. など)にします。国コードは使えません。',
      'To order、To order of ~ Bank も使えます。そのときは第5欄を仕向地の入る書き方(a–d または s)にします。',
      '国名は第5欄の仕向国と同じにします。EU 域内と近隣国、中国・香港・マカオの間、内陸の荷受人(最終仕向地を書く場合)は違ってもかまいません。',
    ],
  },
  '3': {
    name: 'インボイスの番号と日付',
    help: '典拠インボイスのとおりに入れてください。日付は英語の月名で印刷されます。',
    rules: [
      '番号のないインボイスは NIL とします。日付は必ず入れ、第9欄の日付より後にはできません。',
      '買主・荷受人・船積みがすべて同じなら、複数のインボイスを1件にまとめられます。番号は省略せず、1行に1つずつ入れます。',
    ],
  },
  '4': {
    name: '原産国',
    help: '日本産は JAPAN のままです。',
    rules: ['正式な国名か、認められた略称にします。外国産の商品は、インボイスにも原産国の記載が必要です。'],
  },
  '5': {
    name: '輸送手段',
    help: '書き方を選ぶと、その書き方に要る項目だけを入れられます。',
    rules: [
      '決まっていることだけを入れます。「or」や「Train/Truck」のような書き方はできません。',
      '積出地は日本の港か空港です。経由地は積替えのあるときだけ入れます。',
      '船積みから6か月を超えると理由書などが要り、1年以上たつと発給できません(船積みの日を1日目と数えます)。',
    ],
  },
  '6': {
    name: '備考',
    help: '普通は空欄です。信用状番号など、要るものだけを見出しを付けて入れてください。',
    rules: [
      'インボイスにあり、この取引に関わり、ほかの欄に属さない事項だけを書けます。見出しが要ります。',
      'our order のような代名詞、We certify などの文、金額、輸入者とほかの会社との契約は書けません。',
      '製造者・買主・最終需要者などの会社は、名称・住所・国名をそろえます。',
    ],
  },
  '7': {
    name: '荷印・荷番号',
    help: '船積み全体の荷印をインボイスのとおりに入れてください。ないときは N/M とします。商品は次の手順で入れます。',
    rules: ['荷印には文字の決まりがありません。ないときは No Mark、N/M、Unmarked、No number のどれかにします。'],
  },
  totals: {
    name: '合計',
    help: 'インボイスに合計があれば入れてください。商品の明細の合計と照らし合わせます。空欄なら、明細の合計を印刷します。',
    rules: ['数量は、品目ごとと合計の両方を、インボイスと同じ単位で書きます。'],
  },
  '9': {
    name: '輸出者宣誓',
    help: '申請する日と場所です。署名と署名者名は、申請したときに登録のものが入ります。',
    rules: ['日付はインボイスの日付以降で、未来にはできません。何日前までよいかは商工会議所が決めています。'],
  },
  language: {
    name: '記載の言語',
    help: '普通は英語です。仏語・西語は、信用状や領事館が求めるときだけ選べます。',
    rules: [
      '英語以外で書くときは、それを求める信用状などを添付します。人名・社名・地名のつづりは、言語にかかわらずそのまま書けます。',
    ],
  },
};

const en: Record<StepBox, Texts> = {
  '1': {
    name: 'Exporter',
    help: 'This is your trade registration. Change the address only if the invoice shows another registered one.',
    rules: [
      'The exporter who made the export declaration. The name is as registered, to the last full stop and space; the address is as on the invoice.',
      'The country JAPAN is given even if the invoice leaves it out. A P.O. Box may stand here only if it is registered.',
    ],
  },
  '2': {
    name: 'Consignee',
    help: 'One company abroad with one address, as on the invoice.',
    rules: [
      'A name alone is not enough: address and country are needed. The consignee is not in Japan. No To, M/S or Messrs before the name.',
      'The country has its official name or a listed short form (U.S.A.); no country code.',
      'To order and To order of ~ Bank may stand here. Box 5 then has a form that shows the destination (a–d or s).',
      'The country is the destination of box 5. It may differ within the EU and its neighbours, between China, Hong Kong and Macao, and for a consignee inland when the final destination is given.',
    ],
  },
  '3': {
    name: 'Number and date of the invoice',
    help: 'As on the attached invoice. The month is printed in letters.',
    rules: [
      'An invoice without a number has NIL. The date is always given and is not later than the date in box 9.',
      'Several invoices may be one case if buyer, consignee and shipment are the same. Give each number in full, one a row.',
    ],
  },
  '4': {
    name: 'Country of origin',
    help: 'JAPAN for goods made in Japan.',
    rules: ['The official name of the country or a listed short form. A foreign origin must be on the invoice too.'],
  },
  '5': {
    name: 'Transport details',
    help: 'Choose a form; only what it needs is asked.',
    rules: [
      'Only what is fixed: no "or", no "Train/Truck".',
      'The port or airport of loading is in Japan. Give a port of transhipment only if the goods are transhipped.',
      'More than six months after shipment a statement of reasons is needed; after a year no certificate is issued. The day of shipment is day one.',
    ],
  },
  '6': {
    name: 'Remarks',
    help: 'Usually empty. Give only what is needed, such as the L/C number, with its title.',
    rules: [
      'Only what is on the invoice, belongs to this trade and has no box of its own. Each remark has a title.',
      'No "our order", no "We certify", no amounts, no contracts between the importer and others.',
      'A company (manufacturer, buyer, end user) is named with its address and country.',
    ],
  },
  '7': {
    name: 'Shipping marks and numbers',
    help: 'The marks of the whole shipment, as on the invoice; N/M if there are none. Goods are the next step.',
    rules: ['Marks may be in any script. If there are none: No Mark, N/M, Unmarked or No number.'],
  },
  totals: {
    name: 'Totals',
    help: 'If the invoice states totals, give them: they are compared with the goods. Empty, the sums are printed.',
    rules: ['Quantities stand for each item and in total, in the units of the invoice.'],
  },
  '9': {
    name: 'Declaration by the exporter',
    help: 'Where and when you apply. The registered signature and name are added when you submit.',
    rules: ['Not before the date of the invoice and not in the future. The chamber sets how far back it may lie.'],
  },
  language: {
    name: 'Language of the certificate',
    help: 'Usually English. French or Spanish only where a letter of credit or a consulate demands it.',
    rules: ['For another language attach the document that demands it. Names keep their spelling in any language.'],
  },
};

export const boxTexts: Record<Lang, Record<StepBox, Texts>> = { ja, en };
