// What the chambers' rules ask and no rule here decides, with the reason: the examiner does.

type Left = { place: string; ja: string; en: string; why: { ja: string; en: string } };

const onPaper = {
  ja: '署名や書類の真偽は、目で見なければ分からない。画面に登録署名と書類を並べて見せる。',
  en: 'Whether a signature or a document is genuine is seen by eye; the desk shows them side by side.',
};
const onInvoice = {
  ja: 'PDFの文字との見比べは目安を示すだけで、文字の並びや画像のため、ないと言い切れない。',
  en: 'The comparison with the text in the PDF is a hint: from pictures and the order of text nobody can say that it is not there.',
};
const outside = {
  ja: 'システムの外の事実で、入力からは分からない。',
  en: 'A fact outside the system; what is typed does not tell.',
};
const meaning = {
  ja: '言葉の意味の判断で、決まった語句だけを規則が見る。',
  en: 'A judgement of meaning; rules look for certain phrases only.',
};

export const leftToExaminer: readonly Left[] = [
  {
    ...{ place: '典拠インボイス', why: onPaper },
    ja: '登録された署名のある商業送り状か。プロフォーマ、税関用、領事、船積用のインボイスは不可。',
    en: 'Is it a commercial invoice with a registered signature? Proforma, customs, consular and shipping invoices are refused.',
  },
  {
    ...{ place: '典拠インボイス', why: onInvoice },
    ja: 'インボイス(または補完書類)にない事項が記載されていないか。数量の単位はインボイスと同じか。',
    en: 'Does anything stand on the certificate that the invoice (or a complement) does not say? Is the unit the invoice’s?',
  },
  {
    ...{ place: '第3欄 / box 3', why: onInvoice },
    ja: '同じ番号で内容の違うインボイスでないか(番号の再使用は規則が注意する)。',
    en: 'Is it another invoice of the same number with other contents? (That the number was used before is warned of.)',
  },
  {
    ...{ place: '第3欄 / box 3', why: onInvoice },
    ja: '複数のインボイスのとき、買主・荷受人・船名・出港日がすべて同じか。',
    en: 'Of several invoices: are buyer, consignee, vessel and date all the same?',
  },
  {
    ...{ place: '第3欄 / box 3', why: outside },
    ja: '欄に線を引くとき、添付の信用状や買主の指示が、それを本当に求めているか(添付があることは規則が見る)。',
    en: 'Where the box is struck out: does the attached L/C or the buyer’s instruction really ask for it? (That one is attached, a rule sees.)',
  },
  {
    ...{ place: '第1欄 / box 1', why: outside },
    ja: '輸出申告者と同じ会社か。コンソーシアムの事前届はあるか。',
    en: 'Is the exporter who declares the export? Was a consortium announced before?',
  },
  {
    ...{ place: '第1欄 / box 1', why: onPaper },
    ja: '「on behalf of」の委任状・契約書の内容。',
    en: 'What the power of attorney or contract behind “on behalf of” says.',
  },
  {
    ...{ place: '第2欄 / box 2', why: meaning },
    ja: '荷受人が1社1住所か。語句で疑わしいものだけを規則が注意する(A & B は1社の名前でもありうる)。',
    en: 'One company, one address? Only telling phrases are warned of: “A & B” may be one company’s name.',
  },
  {
    ...{ place: '第4欄 / box 4', why: outside },
    ja: '原産地の基準(完全生産、HS4桁の変更など)を満たすか。輸出者の宣誓による。',
    en: 'Are the criteria of origin met (wholly obtained, change of HS heading)? The exporter declares it.',
  },
  {
    ...{ place: '第5欄 / box 5', why: outside },
    ja: '経由地が積替えの地か。便名・船名・日付が実際のものか。',
    en: 'Is the place named after “via” one of transhipment? Are vessel, flight and date true?',
  },
  {
    ...{ place: '第6欄 / box 6', why: meaning },
    ja: 'この取引にかかわり、輸出者自身の契約によるもので、他の欄に属さない事項か。',
    en: 'Does the remark belong to this trade, to the exporter’s own contract, and to no other box?',
  },
  {
    ...{ place: '第7欄 / box 7', why: meaning },
    ja: '商品名がHS6桁の程度に具体的な一般名か。ブランド名や品番だけでないか。',
    en: 'Is the goods’ name a common name as concrete as HS six digits, and not a brand or code alone?',
  },
  {
    ...{ place: '第7欄 / box 7', why: outside },
    ja: '中東向けの宣誓文を領事が実際に求めているか。仏語・西語を信用状や領事が求めているか。',
    en: 'Does the consulate require the sentence of the oath (Middle East)? Does L/C or consulate require French or Spanish?',
  },
  {
    ...{ place: '期限 / timing', why: onPaper },
    ja: '遅れた理由が具体的で本当か。船積みを証する書類、日本で作られたことを証する書類の内容。',
    en: 'Is the reason for a late application concrete and true? What the proofs of shipment and of make in Japan say.',
  },
  {
    ...{ place: '外国産 / foreign goods', why: onPaper },
    ja: '外国の原産地証明書、輸入許可通知書などの内容と、品名・数量・荷印が一致するか。',
    en: 'Do the foreign certificate of origin, the import permit and the like agree in goods, quantity and marks?',
  },
  {
    ...{ place: '特定の仕向国', why: outside },
    ja: 'タイ、マレーシア、アルゼンチン、中国・韓国向けのカニなど、国ごとの特別な扱い。',
    en: 'What single countries ask beyond this: Thailand, Malaysia, Argentina, crab for China and Korea.',
  },
];
