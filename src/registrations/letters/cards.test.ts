// 貿易登録証 and 署名登録証: which ID they name, and that they name no password.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type PictureShape, shapesOf } from '../../paper/page.ts';
import { demoChamber, readPages } from './letter-fixture.ts';
import { type RegistrationCertificateFacts, registrationCertificatePages } from './registration-certificate.ts';
import { type CertifiedSignatory, signatureCertificatePages } from './signature-certificate.ts';

const png = readFileSync(join(import.meta.dirname, '../../../demo/seal.png'));
const firm = { nameJa: '株式会社見本貿易', nameEn: 'MIHON TRADING CO., LTD.' };

const registration: RegistrationCertificateFacts = {
  ...{ chamber: demoChamber, firm: { ...firm, kind: 'both' }, number: '990100123', administratorId: 'A00123' },
  ...{ validFrom: '2026-11-23', validUntil: '2028-11-22', issuedOn: '2026-11-24' },
};

describe('貿易登録証', () => {
  test('number, chamber code, administrator ID, firm, kind, term, day, chamber; the password comes otherwise', async () => {
    const [text = '', ...more] = await readPages(registrationCertificatePages(registration));
    expect(more).toEqual([]);
    const said = [
      ...[
        '貿易登録証',
        '990100123',
        '9901',
        'A00123',
        '株式会社見本貿易',
        'MIHONTRADINGCO.,LTD.',
        '申請者かつ代行業者',
      ],
      ...['2026年11月23日から2028年11月22日まで', 'From23November2026until22November2028', '2026年11月24日'],
      ...[
        '浪速商工会議所',
        '06-0000-0000',
        'boeki@naniwa-cci.example',
        'パスワードは記載しません',
        'Nopasswordisinthispaper',
      ],
    ];
    for (const words of said) expect(text).toContain(words);
  });

  test('the seal, where the chamber has one, 27 mm as on its certificates', () => {
    const pictures = (seal?: Uint8Array): PictureShape[] =>
      shapesOf(registrationCertificatePages({ ...registration, seal })[0]?.parts ?? []).filter(
        (shape) => shape.kind === 'picture',
      );
    expect(pictures()).toEqual([]);
    const [seal, ...more] = pictures(png);
    expect(more).toEqual([]);
    expect(seal?.width).toBeCloseTo(27);
    expect(seal?.height).toBeCloseTo(27);
    expect(() => pictures(Buffer.from('GIF89a'))).toThrow('PNG');
  });
});

const person = (n: number, more: Partial<CertifiedSignatory> = {}): CertifiedSignatory => ({
  ...{
    nameJa: `山田 太郎${n}`,
    nameEn: `Taro YAMADA ${n}`,
    titleJa: '',
    titleEn: 'Export Manager',
    userId: `U0012${n}`,
  },
  ...more,
});
const signature = { chamber: demoChamber, firm, number: '990100123', validUntil: '2028-11-22', issuedOn: '2026-11-24' };

describe('署名登録証', () => {
  test('a page for each signatory: chamber code, user ID, name, title, term; no password', async () => {
    const pages = signatureCertificatePages(signature, [person(1, { signature: png }), person(2)]);
    const [first = '', second = '', ...more] = await readPages(pages);
    expect(more).toEqual([]);
    const said = ['9901', 'U00121', 'TaroYAMADA1', '山田太郎1', 'ExportManager', '990100123', '2028年11月22日'];
    for (const words of [...said, 'パスワードは記載しません']) expect(first).toContain(words);
    expect(first).not.toContain('U00122');
    expect(second).toContain('U00122');
  });

  test('shows the signature as registered, or says that there is none', async () => {
    const pages = signatureCertificatePages(signature, [person(1, { signature: png }), person(2)]);
    const [withOne, without] = pages.map(
      ({ parts }) => shapesOf(parts).filter(({ kind }) => kind === 'picture').length,
    );
    expect([withOne, without]).toEqual([1, 0]);
    const [first = '', second = ''] = await readPages(pages);
    expect(first).not.toContain('サイン登録なし');
    expect(second).toContain('サイン登録なし');
    expect(second).toContain('申請の準備はできますが、申請はできません');
  });
});
