/** A box as printed: its label, and its lines as they were typed. */
export type ShownBox = { label: string; lines: string[] };

/** A line of boxes 7 and 8. Amount and unit stand together: `10 CARTONS`, `1,200 PCS`. */
export type ShownGoods = { marks: string; packages: string; description: string; quantity: string };

/** What stands on a paper, in its order, for whoever checks it; nothing of the record that is not printed. */
export type Shown = {
  title: string;
  boxes: ShownBox[];
  goods: {
    label: string;
    quantityLabel: string;
    /** 荷印 of the whole shipment. */
    marks: string;
    lines: ShownGoods[];
    totals: ShownGoods[];
  };
  /** Who declares, and who certifies, with their printed sentences. */
  declaration: ShownBox;
  certification: ShownBox;
};
