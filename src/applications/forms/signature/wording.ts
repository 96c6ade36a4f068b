// Every word that is printed on a signature certificate before a firm types one. `Signature verified by …` is the sentence in
// use (Tokyo and Nagoya CCI); the rest of the sentences is this system's own choice. Frozen into each record.
import { z } from 'zod';
import { documentLanguages, signatureDocuments } from './content.ts';

export const signatureBoxes = ['1', '2', '3', '4', '5', '6'] as const;
export type SignatureBox = (typeof signatureBoxes)[number];

const words = (max: number) => z.string().min(1).max(max);

/** What the document's own parts are called, in its language. */
const DocumentWords = z.object({
  /** The free form has its own. */
  titles: z.record(z.enum(signatureDocuments).exclude(['other']), words(60)),
  maker: words(40),
  plant: words(40),
  original: words(40),
  issuer: words(40),
  date: words(40),
  translatedFrom: words(40),
  translatedInto: words(40),
  /** The document's own language. */
  language: words(40),
  translation: words(40),
  goods: z.object({ no: words(10), description: words(40), lot: words(40), quantity: words(40) }),
});
export type DocumentWords = z.infer<typeof DocumentWords>;

/** Whether the sentences of boxes 5 and 6 fit their boxes is asked of `imprintFit`. */
export const SignatureWording = z.object({
  title: words(40),
  issuedBy: words(40),
  labels: z.record(z.enum(signatureBoxes), words(80)),
  /** Box 5. */
  declaration: words(600),
  /** Box 6; `{chamber}` is the chamber's name. */
  certification: words(600),
  toBeContinued: words(40),
  /** Followed by the number of the sheet before. */
  continuedFrom: words(40),
  document: z.record(z.enum(documentLanguages), DocumentWords),
});
export type SignatureWording = z.infer<typeof SignatureWording>;

const english: DocumentWords = {
  titles: {
    health: 'HEALTH CERTIFICATE',
    'free-sale': 'CERTIFICATE OF FREE SALE',
    translation: 'DECLARATION ON A TRANSLATION',
  },
  maker: 'Manufacturer',
  plant: 'Place of manufacture',
  original: 'Original document',
  issuer: 'Issued by',
  date: 'Dated',
  translatedFrom: 'Translated from',
  translatedInto: 'Translated into',
  language: 'English',
  translation: 'Translation',
  goods: { no: 'No.', description: 'Products', lot: 'Lot No.', quantity: 'Quantity' },
};

const french: DocumentWords = {
  titles: {
    health: 'CERTIFICAT SANITAIRE',
    'free-sale': 'CERTIFICAT DE LIBRE VENTE',
    translation: 'DÉCLARATION RELATIVE À UNE TRADUCTION',
  },
  maker: 'Fabricant',
  plant: 'Lieu de fabrication',
  original: 'Document original',
  issuer: 'Délivré par',
  date: 'En date du',
  translatedFrom: "Langue d'origine",
  translatedInto: 'Langue de la traduction',
  language: 'français',
  translation: 'Traduction',
  goods: { no: 'N°', description: 'Produits', lot: 'N° de lot', quantity: 'Quantité' },
};

const spanish: DocumentWords = {
  titles: {
    health: 'CERTIFICADO SANITARIO',
    'free-sale': 'CERTIFICADO DE LIBRE VENTA',
    translation: 'DECLARACIÓN SOBRE UNA TRADUCCIÓN',
  },
  maker: 'Fabricante',
  plant: 'Lugar de fabricación',
  original: 'Documento original',
  issuer: 'Expedido por',
  date: 'Fecha',
  translatedFrom: 'Idioma original',
  translatedInto: 'Idioma de la traducción',
  language: 'español',
  translation: 'Traducción',
  goods: { no: 'N°', description: 'Productos', lot: 'N° de lote', quantity: 'Cantidad' },
};

/** The title names what the chamber does, never what the firm declares: the chamber issues no health certificate. */
export const signatureWording: SignatureWording = {
  title: 'SIGNATURE CERTIFICATE',
  issuedBy: 'signature verified by',
  labels: {
    '1': '1. Declarant (Name, address, country)',
    '2': '2. Addressee (Name, address, country)',
    '3': '3. Reference',
    '4': '4. Declaration, made by the declarant named in box 1',
    '5': '5. Signature of the Declarant',
    '6': '6. Verification of the Signature',
  },
  declaration:
    'The undersigned, as an authorized signatory of the declarant, declares what is stated in box 4. The declarant alone ' +
    'answers for it.',
  certification:
    'Signature verified by {chamber}: the signature in box 5 agrees with the one registered. The contents of this document ' +
    'are not certified.',
  toBeContinued: 'To be continued',
  continuedFrom: 'Continued from sheet',
  document: { en: english, fr: french, es: spanish },
};
