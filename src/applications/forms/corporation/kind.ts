// 日本法人証明: that a company is a corporation registered in Japan, by an extract of the company register (履歴事項全部証明書) not
// older than three months (Osaka CCI).
import type { ChamberMadeKind } from '../chamber-made/kind.ts';
import { chamberMadeWording } from '../chamber-made/wording.ts';

const osaka = '大阪商工会議所「日本法人証明」必要書類';

export const corporation: ChamberMadeKind = {
  name: { ja: '日本法人証明書', en: 'Certificate of Japanese corporation' },
  paperTitle: 'Certificate of Japanese Corporation',
  template: 'corporation/1',
  recordSchema: 'hakkyu/certificate-of-japanese-corporation/1',
  wording: chamberMadeWording({
    title: 'CERTIFICATE OF JAPANESE CORPORATION',
    titles: {
      en: 'CERTIFICATE OF JAPANESE CORPORATION',
      fr: 'CERTIFICAT DE SOCIÉTÉ JAPONAISE',
      es: 'CERTIFICADO DE SOCIEDAD JAPONESA',
    },
    basis:
      'Made by the chamber on the basis of a certificate of all historical matters of the commercial register, presented by ' +
      'the company named in box 1.',
  }),
  text: {
    en: 'This is to certify that the company named below is a corporation duly registered under the laws of Japan.',
    fr: "Nous certifions que l'entreprise nommée ci-dessous est une société dûment immatriculée selon le droit japonais.",
    es: 'Por la presente se certifica que la empresa indicada a continuación es una sociedad debidamente registrada conforme a las leyes de Japón.',
  },
  facts: [
    { name: { en: 'Company', fr: 'Société', es: 'Sociedad' }, from: ({ nameEn }) => nameEn },
    {
      name: { en: 'Registered address', fr: 'Siège social', es: 'Domicilio social' },
      from: ({ addressEn }) => addressEn,
    },
    {
      name: { en: 'Corporate Number', fr: 'Numéro de société', es: 'Número de sociedad' },
      from: ({ corporateNumber }) => corporateNumber ?? '',
    },
    { name: { en: 'Date of establishment', fr: 'Date de constitution', es: 'Fecha de constitución' }, from: () => '' },
    { name: { en: 'Representative', fr: 'Représentant', es: 'Representante' }, from: () => '' },
  ],
  evidence: [
    {
      ...{ rule: 'extract-attached', kinds: ['other'], source: osaka },
      because: {
        ja: '登記の内容を確かめるため、履歴事項全部証明書(発行から3か月以内)が要ります。',
        en: 'The register is compared with a certificate of all historical matters not older than three months.',
      },
    },
  ],
  extractMonths: 3,
  lookUp: { ja: '履歴事項全部証明書の記載', en: 'the certificate of all historical matters' },
};
