// What the chamber adds to what the firm declares: nothing yet (a specimen), or all that makes it a certificate.
import type { Form } from '../../../paper/page.ts';
import type { OriginWording } from './wording.ts';

/** A seal or a signature: a PNG's bytes, or drawn. */
export type Emblem = { kind: 'png'; png: Uint8Array } | { kind: 'form'; form: Form };

export type ChamberOnSheet = { nameEn: string; cityEn: string };

export type Specimen = {
  kind: 'specimen';
  wording: OriginWording;
  chamber: ChamberOnSheet;
  /** Who will sign for the firm, where known. */
  signatory?: { name: string; title: string };
};

export type Issued = {
  kind: 'issued';
  wording: OriginWording;
  chamber: ChamberOnSheet;
  version: 'ORIGINAL' | 'COPY';
  number: string;
  accessCode: string;
  /** Certificate date, YYYY-MM-DD, in Japan. */
  date: string;
  /** What the QR code says: upper case, letters, digits and `:/.-` only. */
  qrAddress: string;
  /** Where number, code and date may be typed: `reference.example.jp`. */
  referenceHost: string;
  certifier: { name: string; title: string };
  seal?: Emblem;
  signatory: { name: string; title: string; signature?: Emblem };
  /** Where a sub ID applied: that ID, and the signatory's. */
  appliedBy?: { id: string; under: string };
  /** Names the layout, as in the record. */
  template: 'origin/1';
};

export type Imprint = Specimen | Issued;
