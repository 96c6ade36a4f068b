// A registration as an invented firm types it, to the last field.
import { RegistrationContent } from '../src/registrations/content.ts';

/** Its check digit holds, and nobody's: a 法人番号 does not begin its serial with twelve zeros. */
export const inventedCorporateNumber = '9000000000000';
/** Another one, for a second firm. */
export const otherCorporateNumber = '8000000000001';

/** A form that no rule holds up. `signatories` without a signature unless one is given. */
export function legalRegistration(change: Partial<RegistrationContent> = {}): RegistrationContent {
  return RegistrationContent.parse({
    ...{ kind: 'applicant', legalForm: 'corporation', corporateNumber: inventedCorporateNumber },
    ...{ nameJa: '株式会社試験(デモ)', nameKana: 'シケン', nameEn: 'SHIKEN CO., LTD. (DEMO)' },
    ...{ postalCode: '000-0000', addressJa: '見本県見本市1-1', addressEn: '1-1 Mihon-shi, Mihon 000-0000' },
    ...{ placeEn: 'Mihon, Japan', telephone: '00-0000-0000', memberClass: 'member', memberNumber: '1' },
    ...{ representativeTitleJa: '代表取締役', representativeNameJa: '試験 一郎(デモ)' },
    business: {
      ...{ since: '1987-04', capitalYen: '10000000', employees: '20' },
      ...{ descriptionJa: '機械部品の輸出', goodsJa: 'ゴムパッキン', destinationsJa: 'タイ' },
    },
    contact: {
      ...{ departmentJa: '貿易課', nameJa: '連絡 太郎(デモ)', nameEn: 'Taro Renraku (Demo)' },
      ...{ telephone: '00-0000-0001', mail: 'renraku@shiken.example' },
    },
    signatories: [signatoryRow('11111111-1111-4111-8111-111111111111', 'Ichiro Shiken', 'ichiro@shiken.example')],
    ...change,
  });
}

/** A row of the form: サイン登録なし. */
export const signatoryRow = (
  key: string,
  nameEn: string,
  mail: string,
): RegistrationContent['signatories'][number] => ({
  ...{ key, signatoryId: '', nameJa: '試験 署名(デモ)', nameEn, titleJa: '課長', titleEn: 'Manager', mail },
  ...{ withoutSignature: true, signatureSha256: '', signatureSourceSha256: '', leaves: false, successorKey: '' },
});
