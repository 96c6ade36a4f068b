// What a firm may begin its statement with: offered, never put in unasked, since it is the firm that declares it.
import type { DocumentLanguage, SignatureDocument } from './content.ts';

type Offered = Exclude<SignatureDocument, 'other'>;

const offered: Readonly<Record<Offered, Record<DocumentLanguage, string>>> = {
  health: {
    en: 'We hereby declare that the products listed below were manufactured under hygienic conditions at the place of manufacture named below, that they are fit for human consumption, and that they contain nothing harmful to health.',
    fr: "Nous déclarons par la présente que les produits énumérés ci-dessous ont été fabriqués dans des conditions d'hygiène au lieu de fabrication indiqué ci-dessous, qu'ils sont propres à la consommation humaine et qu'ils ne contiennent rien de nuisible à la santé.",
    es: 'Por la presente declaramos que los productos enumerados a continuación han sido fabricados en condiciones higiénicas en el lugar de fabricación indicado, que son aptos para el consumo humano y que no contienen nada nocivo para la salud.',
  },
  'free-sale': {
    en: 'We hereby declare that the products listed below are manufactured by the manufacturer named below and are freely sold in Japan.',
    fr: 'Nous déclarons par la présente que les produits énumérés ci-dessous sont fabriqués par le fabricant indiqué ci-dessous et sont en vente libre au Japon.',
    es: 'Por la presente declaramos que los productos enumerados a continuación son fabricados por el fabricante indicado y se venden libremente en Japón.',
  },
  translation: {
    en: 'I hereby declare that the text below is a true and complete translation into English of the original document named below.',
    fr: 'Je déclare par la présente que le texte ci-dessous est une traduction fidèle et complète en français du document original indiqué ci-dessous.',
    es: 'Por la presente declaro que el texto que sigue es una traducción fiel y completa al español del documento original indicado a continuación.',
  },
};

/** Empty for the free form: nobody can know what it is to say. */
export const offeredStatement = (document: SignatureDocument | '', language: DocumentLanguage): string =>
  document === '' || document === 'other' ? '' : offered[document][language];
