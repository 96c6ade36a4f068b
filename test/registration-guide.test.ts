// 貿易登録の手続き before there is a form, on its pages without script: the guide, the agreement, the mail.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inChamber } from '../src/lib/db.ts';
import { publishRules } from '../src/registrations/procedures/rules-text-store.ts';
import { type Forms, formsOf, startPath as start } from './registration-forms.ts';
import { unescaped } from './unescaped.ts';
import { startWorld, type World } from './world.ts';

const chamberId = '9901';
let world: World;
let forms: Forms;
beforeAll(async () => {
  world = await startWorld();
  forms = formsOf(world);
});
afterAll(() => world.close());

const htmlOf = async (answer: Response): Promise<string> => unescaped(await answer.text());

describe('the guide', () => {
  test('says the four procedures, what online cannot do, the fee by member class, in both languages', async () => {
    const visitor = world.visitor();
    for (const [lang, words] of [
      [
        'ja',
        [
          '新規登録',
          '登録切替',
          '登録更新',
          '登録変更',
          'オンラインではできないこと',
          '16,500円(税込)',
          '無料',
          '窓口での申請だけを代行する方は、登録が要りません',
        ],
      ],
      [
        'en',
        [
          'New registration',
          'Switch-over',
          'what cannot be done online',
          '16,500 yen (incl. tax)',
          'Free',
          'Who files at the counter only needs no registration',
        ],
      ],
    ] as const) {
      await visitor.post('/language', { lang, back: '/' });
      const html = await htmlOf(await visitor.get('/registration/9901'));
      for (const one of words) expect(html).toContain(one);
    }
  });

  test('is found by the chamber’s code from the sign-in; another code has none', async () => {
    const visitor = world.visitor();
    expect(await htmlOf(await visitor.get('/sign-in'))).toContain('href="/registration/guide"');
    const found = await visitor.get('/registration/guide?chamber=9901');
    expect([found.status, found.headers.get('location')]).toEqual([303, '/registration/9901']);
    expect((await visitor.get('/registration/guide?chamber=9999')).status).toBe(422);
    expect((await visitor.get('/registration/9999')).status).toBe(404);
    expect((await visitor.get('/registration/nowhere')).status).toBe(404);
  });
});

describe('to begin', () => {
  test('agreed and posted, the mail brings a code that opens the form', async () => {
    const [visitor, mail] = [world.visitor(), forms.nextMail()];
    const answer = await forms.begin(visitor, mail);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `${start}?sent`]);
    const sent = await htmlOf(await visitor.get(`${start}?sent`));
    expect(sent).toContain('24時間有効');
    const id = await forms.open(visitor, await forms.codeTo(mail));
    expect(visitor.cookie).toContain('hakkyu-form=');
    expect(await htmlOf(await visitor.get(`/registration/forms/${id}`))).toContain('入力を続ける');
  });

  test('takes agreement to the text that stood on the page, and one mail address; what was typed stays', async () => {
    const visitor = world.visitor();
    const html = await htmlOf(await visitor.get(`${start}?kind=new`));
    expect(html).toContain('第1条 この商工会議所は');
    for (const wrong of [{ agreed: '' }, { version: '7' }, { mail: 'a@b' }, { kind: '' }]) {
      const answer = await forms.begin(visitor, 'typed@shiken.example', { paperNumber: '77', ...wrong });
      expect([JSON.stringify(wrong), answer.status]).toEqual([JSON.stringify(wrong), 422]);
      expect(await htmlOf(answer)).toContain('value="77"');
    }
    await world.work();
    expect(world.mails.filter(({ to }) => to === 'typed@shiken.example')).toEqual([]);
  });

  test('nobody’s mailbox is filled: after six mails to one address it says how long to wait', async () => {
    const [visitor, mail] = [world.visitor(), forms.nextMail()];
    const answers: number[] = [];
    for (let i = 0; i < 7; i++) answers.push((await visitor.post('/registration/9901/link', { mail })).status);
    expect(answers).toEqual([303, 303, 303, 303, 303, 303, 429]);
    expect((await forms.begin(visitor, mail.toUpperCase())).status).toBe(429);
  });

  test('登録切替 begins with what the paper register knows; a number that has run out or is none does not', async () => {
    const { visitor, id } = await forms.began('100002');
    expect(await htmlOf(await visitor.get(`/registration/forms/${id}/company`))).toContain('MIHON MACHINE TOOLS, INC.');
    // Persons are told to nobody who knows a number only.
    expect(await htmlOf(await visitor.get(`/registration/forms/${id}/signatories`))).not.toContain('Koki');
    for (const paperNumber of ['100003', '999', ''])
      expect((await forms.begin(world.visitor(), forms.nextMail(), { kind: 'switch', paperNumber })).status).toBe(422);
  });
});

describe('同意', () => {
  test('the agreement keeps its text when another is published', async () => {
    const { visitor, id } = await forms.began();
    const at = world.now();
    await inChamber(world.house.db, chamberId, (trx) =>
      publishRules(trx, { chamberId, textJa: '改めた規程', textEn: 'Another text', at }),
    );
    const agreed = await htmlOf(await visitor.get(`/registration/forms/${id}/rules`));
    expect(agreed).toContain('第1条 この商工会議所は');
    expect(agreed).not.toContain('改めた規程');
    expect((await forms.begin(world.visitor(), forms.nextMail())).status).toBe(422);
    expect((await forms.begin(world.visitor(), forms.nextMail(), { version: '2' })).status).toBe(303);
  });
});
