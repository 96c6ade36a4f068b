// What an attached document proves. Which of them a case needs is asked of the form of its kind (forms/needed.ts).
export const evidenceKinds = [
  'invoice',
  'power_of_attorney',
  'lc_demand',
  'late_reason',
  'export_proof',
  'make_proof',
  'food_statement',
  'foreign_statement',
  'foreign_co',
  'import_permit',
  'import_invoice',
  'seller_certificate',
  'route_explanation',
  'shipment_proof',
  'other',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** In the chambers' own words. `other`: what completes the invoice (補完書類), a packing list for example. */
export const evidenceNames: Readonly<Record<EvidenceKind, { ja: string; en: string }>> = {
  invoice: { ja: '典拠インボイス', en: 'Commercial invoice' },
  power_of_attorney: { ja: '委任状または契約書(英文)', en: 'Power of attorney or contract, in English' },
  lc_demand: { ja: '信用状または買主の指示書', en: 'Letter of credit, or instruction of the buyer' },
  late_reason: {
    ja: '理由書(船積みから6か月を超えた申請)',
    en: 'Statement of reasons (more than six months after shipment)',
  },
  export_proof: { ja: '輸出の事実を示す書類', en: 'Proof of export' },
  make_proof: { ja: '日本で生産されたことを示す書類', en: 'Proof of make in Japan' },
  food_statement: { ja: '日本産食品に関する誓約書', en: 'Statement on Japanese food' },
  foreign_statement: { ja: '外国産品に関する誓約書', en: 'Statement on foreign goods' },
  foreign_co: { ja: '外国の公的機関の原産地証明書', en: 'Certificate of origin of a foreign public body' },
  import_permit: { ja: '輸入許可通知書(写し)', en: 'Import permit (copy)' },
  import_invoice: { ja: '輸入時のコマーシャル・インボイス(写し)', en: 'Commercial invoice of the import (copy)' },
  seller_certificate: { ja: '輸入元販売証明書', en: 'Certificate of sale by the importer' },
  route_explanation: { ja: '国内入手経路説明書', en: 'Explanation of how the goods were obtained in Japan' },
  shipment_proof: { ja: '船積地で発行された船積みの書類', en: 'Proof of shipment issued at the place of loading' },
  other: { ja: '補完書類', en: 'Complementary document' },
};
