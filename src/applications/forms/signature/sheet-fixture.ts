// For tests and the gallery: what an issued signature certificate carries.
import type { Issued } from '../imprint.ts';
import { demoIssued } from '../origin/sheet-fixture.ts';
import { type SignatureWording, signatureWording } from './wording.ts';

export const issuedSignature: Issued<SignatureWording> = {
  ...demoIssued,
  wording: signatureWording,
  template: 'signature/1',
};
