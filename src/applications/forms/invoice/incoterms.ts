// Incoterms® 2020 (ICC publication 723E): the eleven rules, what each asks of its named place, and which travel by water only.

export type Incoterm = {
  ja: string;
  /** What the place behind the rule is. */
  place: 'delivery' | 'port-of-shipment' | 'destination' | 'port-of-destination';
  /** For sea and inland waterway transport only. */
  waterOnly: boolean;
  /** The seller pays the carriage, so its cost is in the price. */
  carriagePaid: boolean;
};

export const incotermCodes = ['EXW', 'FCA', 'CPT', 'CIP', 'DAP', 'DPU', 'DDP', 'FAS', 'FOB', 'CFR', 'CIF'] as const;
export type IncotermCode = (typeof incotermCodes)[number];

export const incoterms: Readonly<Record<IncotermCode, Incoterm>> = {
  EXW: { ja: '工場渡し', place: 'delivery', waterOnly: false, carriagePaid: false },
  FCA: { ja: '運送人渡し', place: 'delivery', waterOnly: false, carriagePaid: false },
  CPT: { ja: '輸送費込み', place: 'destination', waterOnly: false, carriagePaid: true },
  CIP: { ja: '輸送費保険料込み', place: 'destination', waterOnly: false, carriagePaid: true },
  DAP: { ja: '仕向地持込渡し', place: 'destination', waterOnly: false, carriagePaid: true },
  DPU: { ja: '荷卸込持込渡し', place: 'destination', waterOnly: false, carriagePaid: true },
  DDP: { ja: '関税込持込渡し', place: 'destination', waterOnly: false, carriagePaid: true },
  FAS: { ja: '船側渡し', place: 'port-of-shipment', waterOnly: true, carriagePaid: false },
  FOB: { ja: '本船渡し', place: 'port-of-shipment', waterOnly: true, carriagePaid: false },
  CFR: { ja: '運賃込み', place: 'port-of-destination', waterOnly: true, carriagePaid: true },
  CIF: { ja: '運賃保険料込み', place: 'port-of-destination', waterOnly: true, carriagePaid: true },
};
