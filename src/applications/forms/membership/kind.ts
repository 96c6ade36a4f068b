// 会員証明: that a company is a member of the chamber. No fee may be unpaid (Tokyo and Osaka CCI).
import type { ChamberMadeKind } from '../chamber-made/kind.ts';
import { chamberMadeWording } from '../chamber-made/wording.ts';

export const membership: ChamberMadeKind = {
  name: { ja: '会員証明書', en: 'Certificate of membership' },
  paperTitle: 'Certificate of Membership',
  template: 'membership/1',
  recordSchema: 'hakkyu/certificate-of-membership/1',
  wording: chamberMadeWording({
    title: 'CERTIFICATE OF MEMBERSHIP',
    titles: {
      en: 'CERTIFICATE OF MEMBERSHIP',
      fr: "CERTIFICAT D'ADHÉSION",
      es: 'CERTIFICADO DE AFILIACIÓN',
    },
    basis: 'Made by the chamber from its register of members, at the request of the company named in box 1.',
  }),
  text: {
    en: 'This is to certify that the company named below is a member in good standing of {chamber}.',
    fr: "Nous certifions que l'entreprise nommée ci-dessous est membre de {chamber} et à jour de ses cotisations.",
    es: 'Por la presente se certifica que la empresa indicada a continuación es miembro de {chamber} y está al corriente de sus cuotas.',
  },
  facts: [
    { name: { en: 'Company', fr: 'Entreprise', es: 'Empresa' }, from: ({ nameEn }) => nameEn },
    {
      name: { en: 'Registered address', fr: 'Siège social', es: 'Domicilio social' },
      from: ({ addressEn }) => addressEn,
    },
    { name: { en: 'Member No.', fr: 'N° de membre', es: 'N° de miembro' }, from: () => '' },
    { name: { en: 'Member since', fr: 'Membre depuis', es: 'Miembro desde' }, from: () => '' },
  ],
  evidence: [],
  lookUp: { ja: '会員名簿の記載と、会費の滞納がないこと', en: 'the register of members, and that no fee is unpaid' },
};
