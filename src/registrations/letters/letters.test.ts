// The letters of a registration: what each must say, and on how many sheets.
import { describe, expect, test } from 'vitest';
import { drawPdf } from '../../paper/draw-pdf.ts';
import { papersNeeded } from '../procedures/papers.ts';
import { businessDetailsPages, businessDetailsTitle } from './business-details.ts';
import { demoContent, demoFacts, demoSignatory, readPages } from './letter-fixture.ts';
import { oathPages, oathParts, oathTitle } from './oath.ts';
import { papersListPages, papersListTitle } from './papers-list.ts';
import { manySignatoriesPages, manySignatoriesTitle, outOfDistrictPages, outOfDistrictTitle } from './reasons.ts';
import { registrationCertificateTitle } from './registration-certificate.ts';
import { signatureCertificateTitle } from './signature-certificate.ts';
import { signatureSheetTitle } from './signature-sheet.ts';

const bare = (text: string): string => text.replace(/\s/g, '');
const soleTrader = { legalForm: 'sole_trader', nameJa: '佐藤 花子', representativeNameJa: '佐藤 花子' };

describe('誓約書', () => {
  test('one sheet with addressee, day, four points, who swears, places for two seals, and whose case it is', async () => {
    const [text = '', ...more] = await readPages(oathPages(demoFacts(), 'applicant'));
    expect(more).toEqual([]);
    const said = [
      ...['浪速商工会議所会頭殿', '2026年11月23日', '誓約書', '(申請者)', '1.', '2.', '3.', '4.'],
      ...[
        'すべて真実かつ正確',
        '申請者として登録',
        '紛争',
        '一切の責任',
        '代行業者に申請を行わせるときは、認証規程を守らせます',
      ],
      ...['〒540-0029', '大阪府大阪市中央区本町橋2番8号', '株式会社見本貿易', '代表取締役髙﨑花子'],
      ...['社印(角印)', '代表者印', '規程の版:2020年9月16日', '受付番号T2026-000123', '9901浪速商工会議所', '1/1'],
    ];
    for (const words of said) expect(text).toContain(words);
  });

  test('申請者かつ代行業者 swears two, each for its part', async () => {
    const facts = demoFacts({ kind: 'both' });
    expect(oathParts(facts)).toEqual(['applicant', 'agent']);
    expect(oathParts(demoFacts({ kind: 'agent' }))).toEqual(['agent']);
    const [agent = ''] = await readPages(oathPages(facts, 'agent'));
    expect(agent).toContain('代行業者として登録');
    expect(agent).not.toContain('申請者として登録');
  });

  test('a sole trader swears as a person, with the seal of the 屋号 where there is one', async () => {
    const [named = ''] = await readPages(oathPages(demoFacts({ ...soleTrader, tradeNameJa: '花子商店' }), 'applicant'));
    for (const words of ['私は', '屋号花子商店', '佐藤花子', '屋号印', '実印']) expect(named).toContain(words);
    expect(named).not.toContain('社印');
    const [unnamed = ''] = await readPages(oathPages(demoFacts(soleTrader), 'applicant'));
    expect(unnamed).toContain('実印');
    expect(unnamed).not.toContain('屋号');
  });

  test('a foreign representative finds a translation, said to be for reference', async () => {
    const [text = ''] = await readPages(oathPages(demoFacts({ foreignNational: true }), 'applicant'));
    expect(text).toContain(bare('The Japanese text is what is sworn.'));
    const [without = ''] = await readPages(oathPages(demoFacts(), 'applicant'));
    expect(without).not.toContain('Translation');
  });

  test('an edition that is no day is named as the chamber names it', async () => {
    const facts = demoFacts();
    const procedure = { ...facts.procedure, rulesVersion: '第4版' };
    const [text] = await readPages(oathPages({ ...facts, procedure }, 'applicant'));
    expect(text).toContain('規程の版:第4版');
  });
});

describe('業態内容届', () => {
  test('says every fact, on two sheets', async () => {
    const pages = await readPages(businessDetailsPages(demoFacts({ usedGoods: true, antiqueLicence: '第6210号' })));
    expect(pages).toHaveLength(2);
    const said = [
      ...['7000012050002', 'MIHONTRADINGCO.,LTD.', 'Osaka,Japan', '1987年4月', '30,000,000円', '125名', '会員'],
      ...['古物商許可証第6210号', 'sato@mihon.example', '署名者(2名)', 'TaroYAMADA1', 'サイン登録なし'],
    ];
    for (const words of said) expect(pages.join('')).toContain(words);
  });

  test('many signatories go on over sheets, the head of their table with them', async () => {
    const signatories = Array.from({ length: 60 }, (_, n) => demoSignatory(n + 1));
    const pages = await readPages(businessDetailsPages(demoFacts({ signatories })));
    expect(pages.length).toBeGreaterThan(3);
    for (let n = 1; n <= 60; n++) expect(pages.join('')).toContain(`TaroYAMADA${n}`);
    for (const page of pages.slice(2)) expect(page).toMatch(/^No\.氏名役職メールアドレス署名/);
    expect(pages.at(-1)).toContain(`${pages.length}/${pages.length}`);
  });

  test('who leaves is said to, with the successor; an agent has no signatories', async () => {
    const leaving = demoSignatory(2, { leaves: true, successorKey: String(demoSignatory(1)['key']) });
    const signatories = [demoSignatory(1), leaving];
    const text = (await readPages(businessDetailsPages(demoFacts({ signatories })))).join('');
    expect(text).toContain('登録終了後任山田太郎1');
    expect(text).toContain('署名者(1名)');
    expect((await readPages(businessDetailsPages(demoFacts({ kind: 'agent' })))).join('')).not.toContain('署名者');
  });

  test('what is not told is a dash, and what is no number stays as typed', async () => {
    const business = { since: '昭和62年', capitalYen: '3千万', employees: '' };
    const text = (await readPages(businessDetailsPages(demoFacts({ business })))).join('');
    for (const words of ['設立年月昭和62年', '資本金3千万', '従業員数—']) expect(text).toContain(words);
  });
});

describe('理由書', () => {
  test('多人数: counts who stays, and tells the reason as typed', async () => {
    const signatories = Array.from({ length: 17 }, (_, n) => demoSignatory(n + 1, { leaves: n === 0 }));
    const facts = demoFacts({
      signatories,
      manySignatoriesReasonJa: '工場が十七か所あるため。\n\n\n\n毎日の船積みのため。',
    });
    const [text = '', ...more] = await readPages(manySignatoriesPages(facts));
    expect(more).toEqual([]);
    for (const words of ['16名の登録', '工場が十七か所あるため。毎日の船積みのため。', '以上', '代表者印'])
      expect(text).toContain(words);
    expect(text).not.toContain('社印');
  });

  test('地区外', async () => {
    const facts = demoFacts({ outOfDistrict: true, outOfDistrictReasonJa: '通関業者が貴所の地区にあるため。' });
    const [text = ''] = await readPages(outOfDistrictPages(facts));
    for (const words of ['地区外登録理由書', '通関業者が貴所の地区にあるため。', '浪速商工会議所会頭殿'])
      expect(text).toContain(words);
  });

  test('six hundred characters and line breaks go on over sheets, the seal never apart from 以上', async () => {
    const pages = await readPages(manySignatoriesPages(demoFacts({ manySignatoriesReasonJa: '理由。\n'.repeat(150) })));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.join('').match(/理由。/g)).toHaveLength(150);
    expect(pages.at(-1)).toContain('以上');
    expect(pages.at(-1)).toContain('代表者印');
  });
});

describe('必要書類一覧', () => {
  test('lists what is needed, whose 署名届 it is, and how old a certificate may be', async () => {
    const facts = demoFacts({ usedGoods: true });
    const [text = '', ...more] = await readPages(
      papersListPages(facts, papersNeeded(facts.content, 'new', { newSignatureKeys: [] })),
    );
    expect(more).toEqual([]);
    const said = [
      '誓約書(申請者)',
      '業態内容届',
      '署名届山田太郎1',
      '履歴事項全部証明書',
      '印鑑証明書',
      '古物商許可証の写し',
    ];
    for (const words of [...said, '提出前3か月以内に発行', bare('within 3 months')]) expect(text).toContain(words);
    for (const words of ['山田太郎2', '住民票', '在留カード', '理由書']) expect(text).not.toContain(words);
  });

  test('a switch lists no public certificate', async () => {
    const content = demoContent();
    const [text = ''] = await readPages(
      papersListPages(demoFacts(), papersNeeded(content, 'switch', { newSignatureKeys: [] })),
    );
    expect(text).toContain('署名届');
    expect(text).not.toContain('役所');
    expect(text).not.toContain('印鑑証明書');
  });
});

test('the same facts give the same bytes', async () => {
  const drawn = () =>
    drawPdf(businessDetailsPages(demoFacts()), { title: 'x', lang: 'ja', createdAt: new Date('2026-11-23T00:00:00Z') });
  expect((await drawn()).equals(await drawn())).toBe(true);
});

test('every title can be the title of a PDF, and names its paper in both languages', () => {
  const titles = [
    ...[oathTitle('applicant'), oathTitle('agent'), businessDetailsTitle, manySignatoriesTitle, outOfDistrictTitle],
    ...[papersListTitle, registrationCertificateTitle, signatureCertificateTitle, signatureSheetTitle],
  ];
  for (const title of titles) expect(title).toMatch(/^[^<>&A-Z]+ [A-Z][^<>&]+$/);
  expect(new Set(titles).size).toBe(9);
});
