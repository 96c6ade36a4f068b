// What a firm is told beside its work: what it needs, what it pays for, when the system runs, whose its ID is.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitApplication } from '../src/applications/submit.ts';
import { defaultSettings } from '../src/chambers/settings.ts';
import { getSettings, saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { readyApplication } from './deeds.ts';
import { payAndIssue } from './issued.ts';
import { type PayingWorld, startPayingWorld } from './paying-world.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
let firm: Visitor;
beforeAll(async () => {
  world = await startPayingWorld();
  firm = world.visitor();
  await firm.signIn(world.account('user'));
}, 60_000);
afterAll(() => world.close());

/** Without its tags: words as one reads them. */
const read = async (visitor: Visitor, path: string, lang: 'ja' | 'en'): Promise<string> => {
  await visitor.post('/language', { lang, back: '/' });
  const answer = await visitor.get(path);
  expect(answer.status, path).toBe(200);
  return (await answer.text()).replace(/<[^>]*>/g, ' ');
};

describe('ご利用環境', () => {
  test('is there for everybody, signed in or not, from the foot of every page', async () => {
    for (const visitor of [world.visitor(), firm]) {
      const page = await (await visitor.get(visitor === firm ? '/payments' : '/sign-in')).text();
      expect(page).toMatch(/<footer[^>]*>.*href="\/help\/environment"/s);
      expect((await visitor.get('/help/environment')).status).toBe(200);
    }
  });

  test('says that pop-ups and autocomplete need no setting, and which browser, program, printer and paper one needs', async () => {
    const stranger = world.visitor();
    const ja = await read(stranger, '/help/environment', 'ja');
    for (const words of [
      ...['ブラウザーの設定を変える必要はありません', '最新版', '許可の設定は要りません', '切る設定は要りません'],
      ...[
        'PDFを表示し、印刷できるソフト',
        'カラーで印刷できるもの',
        'A4サイズの白上質紙',
        '偽造防止加工用紙は使えません',
      ],
    ])
      expect(ja).toContain(words);
    const en = await read(stranger, '/help/environment', 'en');
    for (const words of [
      ...['do not have to change any setting', 'newest version', 'Nothing to allow', 'Nothing to switch off'],
      ...['shows and prints them', 'prints in colour', 'Plain white A4 paper', 'security paper'],
    ])
      expect(en).toContain(words);
  });
});

describe('what is charged', () => {
  test('the certificate fee alone, nothing for the system, and whom to ask', async () => {
    await world.certified(1);
    expect(await read(firm, '/payments', 'ja')).toContain(
      'お支払いいただくのは証明料だけで、システムの利用料はかかりません。お問い合わせは、商工会議所が承ります。',
    );
    expect(await read(firm, '/payments', 'en')).toContain('there is no charge for using this system');
  });
});

describe('the paper', () => {
  test('is plain white: the security paper of the counter cannot be used', async () => {
    const [id = ''] = await world.certified(1);
    await payAndIssue(world, [id]);
    expect(await read(firm, `/applications/${id}/print`, 'ja')).toContain(
      '偽造防止加工用紙などの色の付いた用紙は使えません',
    );
    expect(await read(firm, `/applications/${id}/print`, 'en')).toContain('no coloured or security paper');
  });
});

describe('home', () => {
  const change = (systemHours: { opens: string; closes: string }) =>
    inChamber(world.house.db, '9901', async (trx) =>
      saveSettings(trx, '9901', { ...(await getSettings(trx, '9901')), systemHours }, world.now()),
    );

  test('says the hours of the system as the chamber has set them, and that nothing is refused outside of them', async () => {
    expect(await read(firm, '/', 'ja')).toContain('営業日の08:30から17:30までです。それ以外の時間も使えますが');
    await change({ opens: '07:00', closes: '19:00' });
    expect(await read(firm, '/', 'en')).toContain(
      'working days from 07:00 to 19:00 JST. You can use it at other times too',
    );
    await change(defaultSettings.systemHours);
  });

  test('outside of the hours everything answers as within them', async () => {
    world.turn({ hours: 13 }); // 23:00 in Japan
    const night = world.visitor();
    expect((await night.signIn(world.account('user'))).status).toBe(303);
    const applicationId = await readyApplication(await world.firm());
    await submitApplication(await world.firm(), { applicationId });
    expect(await read(night, `/applications/${applicationId}`, 'ja')).toContain('審査は次の営業時間');
    for (const path of ['/', '/applications', '/applications/new', '/payments', '/print', '/help/environment'])
      expect((await night.get(path)).status, path).toBe(200);
    world.turn({ hours: -13 });
  });

  test('says that a user ID is the signatory’s, to whoever signs in with one, and not to staff', async () => {
    expect(await read(firm, '/', 'ja')).toContain('ユーザーIDは、署名者がお使いになるIDです');
    expect(await read(firm, '/', 'en')).toContain('A user ID is for the signatory');
    const staff = world.visitor();
    await staff.signIn(world.account('examiner'));
    expect(await read(staff, '/', 'ja')).not.toContain('ユーザーID');
  });
});
