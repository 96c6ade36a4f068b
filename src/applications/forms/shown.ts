/** A box as printed: its label, and its lines as they were typed. */
export type ShownBox = { label: string; lines: string[] };

/**
 * A line of goods. A number stands beside its unit: `10 CARTONS`, `1,200 PCS`, `USD 616.17`. What the kind of paper does not
 * print, or prints for no line, is empty or left out.
 */
export type ShownGoods = { marks: string; packages: string; description: string; quantity: string } & Partial<
  Record<ShownFigure, string>
>;
export const shownFigures = ['unitPrice', 'amount', 'netWeight', 'grossWeight', 'measurement'] as const;
export type ShownFigure = (typeof shownFigures)[number];

/** What stands on a paper, in its order, for whoever checks it; nothing of the record that is not printed. */
export type Shown = {
  title: string;
  boxes: ShownBox[];
  goods: {
    label: string;
    /** Of a box of its own beside that of the goods; empty where there is none. */
    quantityLabel: string;
    /** 荷印 of the whole shipment. */
    marks: string;
    lines: ShownGoods[];
    totals: ShownGoods[];
    /** Lines below them: an amount in words. */
    notes?: string[];
  };
  /** Who declares, and who certifies, with their printed sentences. */
  declaration: ShownBox;
  certification: ShownBox;
};
