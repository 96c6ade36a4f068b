// What the chamber adds to what the firm declares: nothing yet (a specimen), or all that makes it a certificate.
import type { Form as DrawnForm } from '../../paper/page.ts';

/** A seal or a signature: a PNG's bytes, or drawn. */
export type Emblem = { kind: 'png'; png: Uint8Array } | { kind: 'form'; form: DrawnForm };

export type ChamberOnSheet = { nameEn: string; cityEn: string };

/** What chamber and registration put on the sheet, whatever was declared. `Wording`: the words printed on this kind of sheet. */
export type Printed<Wording = unknown> = {
  wording: Wording;
  chamber: ChamberOnSheet;
  certifier: { name: string; title: string };
  signatory: { name: string; title: string };
};

export type Specimen<Wording = unknown> = {
  kind: 'specimen';
  wording: Wording;
  chamber: ChamberOnSheet;
  /** Who will sign for the firm, where known. */
  signatory?: { name: string; title: string };
};

export type Issued<Wording = unknown> = Printed<Wording> & {
  kind: 'issued';
  version: 'ORIGINAL' | 'COPY';
  number: string;
  accessCode: string;
  /** Certificate date, YYYY-MM-DD, in Japan. */
  date: string;
  /** What the QR code says: upper case, letters, digits and `:/.-` only. */
  qrAddress: string;
  /** Where number, code and date may be typed: `reference.example.jp`. */
  referenceHost: string;
  seal?: Emblem;
  signatory: { name: string; title: string; signature?: Emblem };
  /** Where a sub ID applied: that ID, and the signatory's. */
  appliedBy?: { id: string; under: string };
  /** Names the layout, as in the record. */
  template: string;
};

export type Imprint<Wording = unknown> = Specimen<Wording> | Issued<Wording>;
