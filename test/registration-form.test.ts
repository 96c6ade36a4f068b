// 貿易登録の手続き on its pages, without script: from the link in the mail to the submission.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findActorByKey } from '../src/accounts/api-keys.ts';
import type { Ctx } from '../src/accounts/context.ts';
import { newId } from '../src/lib/ids.ts';
import { sendBackProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { readForm } from '../src/registrations/procedures/read-procedure.ts';
import { changeForm } from '../src/registrations/procedures/save-procedure.ts';
import { sweepForms } from '../src/registrations/procedures/sweep-forms.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { legalRegistration } from './fixtures-registration.ts';
import { type Forms, formsOf } from './registration-forms.ts';
import { unescaped } from './unescaped.ts';
import { base, startWorld, type World } from './world.ts';

let world: World;
let forms: Forms;
beforeAll(async () => {
  world = await startWorld();
  forms = formsOf(world);
});
afterAll(() => world.close());

const htmlOf = async (answer: Response): Promise<string> => unescaped(await answer.text());

const company = {
  ...{ kind: 'applicant', legalForm: 'corporation', memberClass: 'member', memberNumber: '' },
  ...{ corporateNumber: '9000000000000', nameJa: '株式会社試験(デモ)', nameKana: 'シケン' },
  ...{ nameEn: 'SHIKEN CO., LTD. (DEMO)', postalCode: '000-0000', addressJa: '見本県見本市1-1' },
  ...{ addressEn: '1-1 Mihon-shi\r\nMihon 000-0000', placeEn: 'Mihon, Japan', telephone: '00-0000-0000' },
  ...{ representativeTitleJa: '代表取締役', representativeNameJa: '試験 一郎' },
  ...{ 'asked.foreignNational': '1', 'asked.outOfDistrict': '1', outOfDistrictReasonJa: '' },
};
const business = {
  ...{ 'business.since': '1987-04', 'business.capitalYen': '10,000,000', 'business.employees': '20' },
  ...{ 'business.descriptionJa': '機械部品の輸出', 'business.goodsJa': 'ゴムパッキン' },
  ...{ 'business.destinationsJa': '', 'asked.usedGoods': '1', antiqueLicence: '' },
};
const contact = {
  ...{ 'contact.departmentJa': '貿易課', 'contact.nameJa': '連絡 太郎', 'contact.nameEn': 'Taro Renraku' },
  ...{ 'contact.telephone': '00-0000-0001', 'contact.mail': 'renraku@shiken.example' },
};
const signatory = {
  ...{ nameJa: '試験 一郎', nameEn: 'Ichiro Shiken', titleJa: '', titleEn: '', mail: 'ichiro@shiken.example' },
  withoutSignature: 'yes',
};

describe('the link', () => {
  test('a code that is none, or has ended, opens nothing and says how to get another', async () => {
    const [visitor, mail] = [world.visitor(), forms.nextMail()];
    await forms.begin(visitor, mail);
    const code = await forms.codeTo(mail);
    for (const wrong of ['', 'ABCD', code.slice(0, -2)]) {
      const answer = await visitor.post('/registration/open', { code: wrong });
      expect(answer.status).toBe(422);
      expect(await htmlOf(answer)).toContain('href="/registration/guide"');
    }
    expect(visitor.cookie).not.toContain('hakkyu-form');
    world.turn({ hours: 24 });
    expect((await visitor.post('/registration/open', { code })).status).toBe(422);
  });

  test('opens one form in this browser: another form is not there, and no other browser has it', async () => {
    const [one, other] = [await forms.began(), await forms.began()];
    expect((await one.visitor.get(`/registration/forms/${one.id}/company`)).status).toBe(200);
    for (const path of ['', '/company', '/signatories', '/papers', '/review', '/letters.pdf', '/certificate.pdf'])
      expect([path, (await one.visitor.get(`/registration/forms/${other.id}${path}`)).status]).toEqual([path, 404]);
    expect((await one.visitor.post(`/registration/forms/${other.id}/company`, company)).status).toBe(404);
    const stranger = world.visitor();
    const answer = await stranger.get(`/registration/forms/${one.id}/company`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/registration/open?form=${one.id}`]);
  });

  test('somebody signed in with another ID than the administrator’s sees no form', async () => {
    const { id } = await forms.began();
    for (const [as, status] of [
      ['user', 403],
      ['administrator', 404],
      ['examiner', 403],
    ] as const) {
      const visitor = world.visitor();
      await visitor.signIn(world.account(as));
      expect([as, (await visitor.get(`/registration/forms/${id}`)).status]).toEqual([as, status]);
    }
  });

  test('after twelve hours the browser has to open it again; what was typed is carried in the page, and is saved then', async () => {
    const { visitor, id, mail } = await forms.began();
    world.turn({ hours: 12 });
    const answer = await visitor.post(`/registration/forms/${id}/company`, { ...company, version: '1' });
    expect(answer.status).toBe(401);
    const html = await htmlOf(answer);
    expect(html).toContain('value="SHIKEN CO., LTD. (DEMO)"');
    await visitor.post('/registration/9901/link', { mail });
    await forms.open(visitor, await forms.codeTo(mail));
    const fields = [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const again = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]));
    expect((await visitor.post(`/registration/forms/${id}/company`, again)).status).toBe(303);
    expect((await readForm(forms.asForm(id), id)).procedure.content.nameEn).toBe('SHIKEN CO., LTD. (DEMO)');
  });

  test('closed in this browser, it is closed', async () => {
    const { visitor, id } = await forms.began();
    const cookie = visitor.cookie;
    await visitor.post(`/registration/forms/${id}/leave`, {});
    const answer = await world.house.app.request(`${base}/registration/forms/${id}`, { headers: { cookie } });
    expect(answer.status).toBe(303);
  });

  test('a form that is not sent is kept for 60 days from its beginning, and forgotten then with its links', async () => {
    const { visitor, id, mail } = await forms.began();
    const day = 86_400_000;
    const { db } = world.house;
    const { procedure } = await readForm(forms.asForm(id), id);
    expect(procedure.keptUntil.getTime() - procedure.createdAt.getTime()).toBe(60 * day);
    await sweepForms({ db, now: new Date(procedure.createdAt.getTime() + 60 * day - 1) });
    expect((await readForm(forms.asForm(id), id)).procedure.status).toBe('draft');
    await sweepForms({ db, now: new Date(procedure.createdAt.getTime() + 60 * day) });
    await expect(readForm(forms.asForm(id), id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await visitor.get(`/registration/forms/${id}`)).status).toBe(303);
    await world.work();
    const mails = world.mails.length;
    await visitor.post('/registration/9901/link', { mail });
    await world.work();
    expect(world.mails).toHaveLength(mails);
  });
});

describe('the form', () => {
  test('from the first step to 書類待ち, a step at a time', async () => {
    const { visitor, id } = await forms.began();
    const at = (step: string): string => `/registration/forms/${id}/${step}`;
    const first = await visitor.post(at('company'), {
      ...{ version: '1', kind: 'applicant', legalForm: 'corporation', memberClass: 'member', memberNumber: '' },
    });
    // What follows from the legal form is asked next, and is not yet "missing".
    expect([first.status, first.headers.get('location')]).toEqual([303, at('company')]);
    const asked = await htmlOf(await visitor.get(at('company')));
    expect(asked).toContain('id="f-corporateNumber"');
    expect(asked).not.toContain('class="error-summary"');
    const next = async (step: string, form: Record<string, string>): Promise<string | null> => {
      const answer = await visitor.post(at(step), { ...form, version: await forms.versionOf(id) });
      expect([step, answer.status]).toEqual([step, 303]);
      return answer.headers.get('location');
    };
    expect(await next('company', company)).toBe(at('business'));
    expect(await next('business', business)).toBe(at('contact'));
    expect(await next('contact', contact)).toBe(at('signatories'));
    expect(await htmlOf(await visitor.get(at('review')))).toContain('署名者を1人以上登録してください');
    expect(await next('signatories/new', { ...signatory, key: newId(world.now()) })).toBe(at('signatories'));
    const papers = await htmlOf(await visitor.get(at('papers')));
    for (const paper of ['誓約書(申請者)', '業態内容届', '履歴事項全部証明書', '印鑑証明書'])
      expect(papers).toContain(paper);
    const letters = await visitor.get(at('letters.pdf'));
    expect([letters.status, letters.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await visitor.post(at('submit'), { version: '1' })).status).toBe(409);
    expect(await htmlOf(await visitor.get(at('review')))).toContain('送信できます');
    expect(await next('submit', {})).toBe(`/registration/forms/${id}`);
    const state = await htmlOf(await visitor.get(`/registration/forms/${id}`));
    expect(state).toContain('書類待ち');
    expect(state).toMatch(/T2026-\d{6}/);
    expect(state).toContain('まだ届いていない書類');
    // With the chamber: nothing can be typed any more.
    const late = await visitor.post(at('contact'), { ...contact, version: await forms.versionOf(id) });
    expect([late.status, late.headers.get('location')]).toEqual([303, `/registration/forms/${id}`]);
  });

  test('what breaks a rule is said at its field and stays as typed; it is saved all the same', async () => {
    const { visitor, id } = await forms.began();
    const answer = await visitor.post(`/registration/forms/${id}/company`, {
      ...{ ...company, version: '1', corporateNumber: '9000000000001', nameEn: '株式会社' },
    });
    expect(answer.status).toBe(422);
    const html = await htmlOf(answer);
    expect(html).toContain('href="#f-corporateNumber"');
    expect(html).toContain('証明書に印刷できません');
    expect(html).toContain('value="9000000000001"');
    expect((await readForm(forms.asForm(id), id)).procedure.content.nameEn).toBe('株式会社');
  });

  test('what cannot be stored is not lost: it comes back to be shortened', async () => {
    const { visitor, id } = await forms.began();
    const long = 'A'.repeat(200);
    const answer = await visitor.post(`/registration/forms/${id}/company`, { ...company, version: '1', nameEn: long });
    expect(answer.status).toBe(422);
    expect(await htmlOf(answer)).toContain(`value="${long}"`);
    expect((await readForm(forms.asForm(id), id)).procedure.version).toBe(1);
  });

  test('two windows: the second sees what the first saved, beside its own typing; the same twice is no conflict', async () => {
    const { visitor, id } = await forms.began();
    const path = `/registration/forms/${id}/company`;
    expect((await visitor.post(path, { ...company, version: '1' })).status).toBe(303);
    expect((await visitor.post(path, { ...company, version: '1' })).status).toBe(303);
    const other = await visitor.post(path, { ...company, version: '1', nameEn: 'OTHER CO., LTD. (DEMO)' });
    expect(other.status).toBe(409);
    const html = await htmlOf(other);
    expect(html).toContain('SHIKEN CO., LTD. (DEMO)');
    expect(html).toContain('value="OTHER CO., LTD. (DEMO)"');
    expect(html).toContain(`name="version" value="${await forms.versionOf(id)}"`);
  });

  test('個人事業主: no 法人番号, a 屋号, other papers', async () => {
    const { visitor, id } = await forms.began();
    const path = `/registration/forms/${id}`;
    const sole = {
      ...{ ...company, legalForm: 'sole_trader', tradeNameJa: '見本屋', corporateNumber: '', version: '1' },
    };
    expect((await visitor.post(`${path}/company`, sole)).status).toBe(303);
    const html = await htmlOf(await visitor.get(`${path}/company`));
    expect(html).toContain('id="f-tradeNameJa"');
    expect(html).not.toContain('id="f-corporateNumber"');
    expect(html).not.toContain('id="f-representativeTitleJa"');
    expect(await htmlOf(await visitor.get(`${path}/business`))).not.toContain('id="f-business.capitalYen"');
    const papers = await htmlOf(await visitor.get(`${path}/papers`));
    for (const paper of ['住民票', '印鑑登録証明書', '開業届の控えまたは納税証明書']) expect(papers).toContain(paper);
    expect(papers).not.toContain('履歴事項全部証明書');
  });

  test('a signatory is added once however often the form is sent, corrected, and taken out', async () => {
    const { visitor, id } = await forms.began();
    const path = `/registration/forms/${id}/signatories`;
    await visitor.post(`/registration/forms/${id}/company`, { ...company, version: '1' });
    const key = newId(world.now());
    for (let i = 0; i < 2; i++) await visitor.post(`${path}/new`, { ...signatory, key });
    const rows = async () => (await readForm(forms.asForm(id), id)).procedure.content.signatories;
    expect(await rows()).toHaveLength(1);
    const wrong = await visitor.post(`${path}/${key}`, {
      ...signatory,
      nameEn: 'Ichiro',
      version: await forms.versionOf(id),
    });
    expect(wrong.headers.get('location')).toBe(`${path}/${key}?checked`);
    const html = await htmlOf(await visitor.get(`${path}/${key}?checked`));
    expect(html).toContain('姓と名を略さずに入れてください');
    expect(html).toContain('value="Ichiro"');
    expect((await visitor.get(`${path}/${newId(world.now())}`)).status).toBe(404);
    await visitor.post(`${path}/${key}/remove`, {});
    expect(await rows()).toEqual([]);
  });

  test('a scan takes the place of a paper, is shown as pictures, and can be taken back', async () => {
    const { visitor, id } = await forms.began();
    await changeForm(forms.asForm(id), { procedureId: id }, () => legalRegistration());
    const upload = async (bytes: Buffer): Promise<Response> => {
      const body = new FormData();
      body.set('kind', 'business_details');
      body.set('signatory', '');
      body.set('business_details', new File([new Uint8Array(bytes)], 'scan.pdf', { type: 'application/pdf' }));
      const headers = { cookie: visitor.cookie, origin: base, 'sec-fetch-site': 'same-origin' };
      return world.house.app.request(`${base}/registration/forms/${id}/papers`, { method: 'POST', body, headers });
    };
    const bad = await upload(Buffer.from('no PDF'));
    expect(bad.status).toBe(422);
    expect(await htmlOf(bad)).toContain('id="f-business_details-error"');
    expect((await upload(invoicePdf())).status).toBe(303);
    const html = await htmlOf(await visitor.get(`/registration/forms/${id}/papers`));
    const [picture = ''] = /\/registration\/forms\/[^"]*\/pages\/1/.exec(html) ?? [];
    expect((await visitor.get(picture)).headers.get('content-type')).toBe('image/png');
    expect((await visitor.post(picture.replace('/pages/1', '/remove'), {})).status).toBe(303);
    expect((await visitor.get(picture)).status).toBe(404);
  });

  test('sent back, the remarks lead to their places, and it is sent again under its number', async () => {
    const { visitor, id } = await forms.began();
    await changeForm(forms.asForm(id), { procedureId: id }, () => legalRegistration());
    await visitor.post(`/registration/forms/${id}/submit`, { version: '2' });
    const actor = await findActorByKey(world.house.db, world.account('certifier').apiKey);
    if (!actor) throw new Error('no certifier');
    const { applicant: _, ...house } = forms.asForm(id);
    const desk: Ctx = { ...house, actor: { ...actor, rights: [...actor.rights, 'register'] } };
    await sendBackProcedure(desk, {
      ...{ procedureId: id, round: 1, remarks: [{ place: 'contact.nameEn', words: 'ローマ字の綴り' }] },
    });
    const state = await htmlOf(await visitor.get(`/registration/forms/${id}`));
    expect(state).toContain('ローマ字の綴り');
    expect(state).toContain(`href="/registration/forms/${id}/contact#f-contact.nameEn"`);
    expect(await htmlOf(await visitor.get(`/registration/forms/${id}/contact`))).toContain('ローマ字の綴り');
    const again = await visitor.post(`/registration/forms/${id}/submit`, { version: await forms.versionOf(id) });
    expect(again.status).toBe(303);
    expect((await readForm(forms.asForm(id), id)).procedure).toMatchObject({ round: 2, status: 'submitted' });
  });

  test('申請キャンセル asks first, and then it is over', async () => {
    const { visitor, id } = await forms.began();
    const html = await htmlOf(await visitor.get(`/registration/forms/${id}/cancel`));
    expect(html).toContain('元に戻せません');
    expect((await visitor.post(`/registration/forms/${id}/cancel`, {})).status).toBe(303);
    expect(await htmlOf(await visitor.get(`/registration/forms/${id}`))).toContain('取り消されました');
    expect((await visitor.get(`/registration/forms/${id}/company`)).status).toBe(303);
  });
});

describe('登録変更 by the administrator ID', () => {
  test('begins with what is registered, is his alone, and one at a time; too early for a renewal', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('administrator'));
    const asked = { version: '1', agreed: 'yes' };
    const early = await visitor.post('/registration/request', { ...asked, kind: 'renewal' });
    expect(early.status).toBe(422);
    const answer = await visitor.post('/registration/request', { ...asked, kind: 'change' });
    expect(answer.status).toBe(303);
    const path = (answer.headers.get('location') ?? '').replace(/\/company$/, '');
    expect(await htmlOf(await visitor.get(`${path}/company`))).toContain('MIHON TRADING CO., LTD. (DEMO)');
    const list = await htmlOf(await visitor.get(`${path}/signatories`));
    expect(list).toContain('Hanako Mihon');
    const [picture = ''] = /\/registration\/forms\/[^"]*\/picture/.exec(list) ?? [];
    expect((await visitor.get(picture)).headers.get('content-type')).toBe('image/png');
    expect((await visitor.post('/registration/request', { ...asked, kind: 'change' })).status).toBe(409);
    const other = world.visitor();
    await other.signIn(world.account('user'));
    expect((await other.get(path)).status).toBe(403);
    expect((await other.get('/registration/request')).status).toBe(403);
  });

  test('a registered name is not typed over, and a registered signatory is not taken out', async () => {
    const visitor = world.visitor();
    await visitor.signIn(world.account('administrator'));
    const html = await htmlOf(await visitor.get('/registration/request'));
    const [, id = ''] = /href="\/registration\/forms\/([^"/]+)"/.exec(html) ?? [];
    const list = await htmlOf(await visitor.get(`/registration/forms/${id}/signatories`));
    const [path = ''] = /\/registration\/forms\/[^"]*\/signatories\/[0-9a-f-]{36}/.exec(list) ?? [];
    expect((await visitor.post(`${path}/remove`, {})).status).toBe(404);
    await visitor.post(path, { nameEn: 'Another Name', titleEn: 'Director', mail: 'hanako@mihon.example' });
    const after = await htmlOf(await visitor.get(`/registration/forms/${id}/signatories`));
    expect(after).toContain('Hanako Mihon');
    expect(after).toContain('Director');
    expect(after).not.toContain('Another Name');
  });
});
