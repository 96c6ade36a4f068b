// Two at once, each signed in in a browser of his own: exactly one outcome, the other is told on a page, the audit stays clean.
// What one after the other does is in the tests of each screen; many at once by deeds in desk, payments and apply tests.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { putDemoTotp } from '../demo/second-factor.ts';
import type { Account } from '../src/accounts/account.ts';
import { hashPassword } from '../src/accounts/password.ts';
import { insertAccount } from '../src/accounts/store.ts';
import { approveApplication } from '../src/applications/examine.ts';
import { originKinds } from '../src/applications/forms/forms.ts';
import { readOfKind } from '../src/applications/read.ts';
import { readDeskCase } from '../src/applications/read-desk.ts';
import { submitApplication } from '../src/applications/submit.ts';
import { audit } from '../src/certificates/audit.ts';
import { inChamber } from '../src/lib/db.ts';
import { newId } from '../src/lib/ids.ts';
import { listOwnPayments } from '../src/payments/own-payments.ts';
import { codesOf } from './authenticator.ts';
import { contextOf, readyApplication } from './deeds.ts';
import { desk } from './desk-world.ts';
import { invoicePdf } from './fixtures-origin.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import type { Visitor } from './world.ts';

let world: PayingWorld;
/** Two browsers of the same person of the firm. */
let tabs: [Visitor, Visitor];
/** Two persons of the chamber who examine and certify. */
let clerks: [Visitor, Visitor];
beforeAll(async () => {
  world = await startPayingWorld();
  // Every invoice is the same: its pages are drawn once.
  const { outside } = world.house;
  const reading = outside.readEvidence(invoicePdf());
  outside.readEvidence = () => reading;
  const second = await secondCertifier();
  tabs = [await signedIn(world.account('user')), await signedIn(world.account('user'))];
  clerks = [await signedIn(world.account('certifier')), await signedIn(second)];
}, 60_000);
afterAll(() => world.close());
afterEach(async () => {
  await world.work();
  const found = await audit({ db: world.house.db, files: world.house.outside.files, now: world.now() });
  expect([...found.chambers.flatMap((one) => one.breaches), ...found.log]).toEqual([]);
});

async function signedIn(account: Parameters<Visitor['signIn']>[0]): Promise<Visitor> {
  const visitor = world.visitor();
  await visitor.signIn(account);
  return visitor;
}

async function secondCertifier(): Promise<Parameters<Visitor['signIn']>[0]> {
  const login = { chamber: '9901', id: 'S0003', password: 'second-certifier-s0003' };
  const passwordHash = await hashPassword(login.password);
  const account: Account = {
    ...{ chamberId: '9901', accountId: newId(world.now()), loginId: login.id, role: 'staff', status: 'active' },
    ...{ registrationId: null, mail: 's3@mihon.example', rights: ['examine', 'certify'] },
    ...{ nameJa: '認証 三郎(デモ)', nameEn: 'Saburo Ninsho (Demo)', titleEn: 'Certifier' },
  };
  await inChamber(world.house.db, '9901', (trx) => insertAccount(trx, { ...account, passwordHash }, world.now()));
  const secret = await putDemoTotp({ ...world.open(), now: world.now() }, account);
  return { ...login, code: codesOf(secret, world) };
}

const refused = (answer: Response): boolean => answer.status === 409;

/** Sends both at once. Exactly one is carried out (303); the other gets a page with 409, whose text comes back. */
async function oneOf(requests: readonly Promise<Response>[]): Promise<{ done: Response; told: string }> {
  const answers = await Promise.all(requests);
  expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409]);
  const [done, not] = [answers.find((answer) => !refused(answer)), answers.find(refused)];
  if (!done || !not) throw new Error('there is no such answer');
  expect(not.headers.get('content-type')).toContain('text/html');
  return { done, told: await not.text() };
}

async function submitted(): Promise<string> {
  const applicationId = await readyApplication(await world.firm());
  await submitApplication(await world.firm(), { applicationId });
  return applicationId;
}

async function approved(): Promise<string> {
  const applicationId = await submitted();
  const examiner = await contextOf(world, 'examiner');
  const { signatories } = await readDeskCase(examiner, applicationId);
  await approveApplication(examiner, {
    ...{ applicationId, round: 1, invoiceSignedBy: signatories[0]?.signatoryId ?? '' },
  });
  return applicationId;
}

const statusOf = async (id: string): Promise<string> =>
  (await readOfKind(await world.firm(), originKinds, id)).application.status;
const paymentOf = async (): Promise<{ paymentId: string; status: string; yen: number }> => {
  const [newest] = (await listOwnPayments(await world.firm(), 1)).rows;
  if (!newest) throw new Error('there is no payment');
  return newest;
};
const events = (id: string, to: string): Promise<number> =>
  inChamber(world.house.db, '9901', async (trx) => {
    const rows = await trx
      .selectFrom('event')
      .select('seq')
      .where('subject_id', '=', id)
      .where('to_status', '=', to)
      .execute();
    return rows.length;
  });
/** A form that sends the same name more than once. */
async function choose(visitor: Visitor, ids: readonly string[]): Promise<Response> {
  return world.house.app.request('http://localhost:8080/payments', {
    ...{ method: 'POST', body: new URLSearchParams(ids.map((id): [string, string] => ['application', id])) },
    headers: { cookie: visitor.cookie, origin: 'http://localhost:8080', 'sec-fetch-site': 'same-origin' },
  });
}
const locationOf = (answer: Response): string => answer.headers.get('location') ?? '';
const rounds = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('two clerks', () => {
  test('certify the same application at once, twenty times: twenty certificates, numbered without a gap', async () => {
    const numbers = [];
    for (const _ of rounds(20)) {
      const id = await approved();
      const { done, told } = await oneOf(clerks.map((clerk) => clerk.post(desk(id, '/certify'), { round: '1' })));
      numbers.push(Number(/number=9901-2026-(\d{6})-/.exec(locationOf(done))?.[1]));
      expect(told).toContain('いまの状態: 承認(決済待ち)');
      expect(await events(id, 'certified')).toBe(1);
    }
    expect(numbers).toEqual(rounds(20));
  }, 60_000);

  test('one certifies while the other hands it back: the case is in one state, and whoever was second is told', async () => {
    for (const _ of rounds(5)) {
      const id = await approved();
      const [first, second] = clerks;
      const { done } = await oneOf([
        first.post(desk(id, '/certify'), { round: '1' }),
        second.post(desk(id, '/hand-back'), { round: '1', note: '数量をもう一度。' }),
      ]);
      expect(await statusOf(id)).toBe(locationOf(done).includes('number=') ? 'certified' : 'submitted');
    }
  });

  test('take the same case at once: one holds it, the other reads who', async () => {
    for (const _ of rounds(5)) {
      const id = await submitted();
      const { told } = await oneOf(clerks.map((clerk) => clerk.post(desk(id, '/claim'), { round: '1' })));
      expect(told).toMatch(/先に認証 [次三]郎\(デモ\)さんが担当しました/);
    }
  });
});

describe('the firm and the chamber', () => {
  test('one pays while the other cancels: never both', async () => {
    for (const round of rounds(6)) {
      const [id = ''] = await world.certified(1);
      const paying = () => choose(tabs[0], [id]);
      const cancelling = () => clerks[0].post(desk(id, '/cancel'), { round: '1', note: '申請者の依頼' });
      // Who is sent first is mostly first: both ways are tried.
      const { done } = await oneOf(round % 2 === 0 ? [paying(), cancelling()] : [cancelling(), paying()]);
      const isPaying = locationOf(done).startsWith(world.company.url);
      expect(await statusOf(id)).toBe(isPaying ? 'certified' : 'cancelled');
      if (isPaying)
        expect((await tabs[0].post(`/payments/${(await paymentOf()).paymentId}/cancel`, {})).status).toBe(303);
    }
  });

  test('the firm withdraws while the examiner rejects: one of the two, and the other is told', async () => {
    for (const _ of rounds(5)) {
      const id = await submitted();
      await clerks[0].post(desk(id, '/claim'), { round: '1' });
      const { done } = await oneOf([
        tabs[0].post(`/applications/${id}/withdraw`, {}),
        clerks[0].post(desk(id, '/reject'), { round: '1', note: '産品が日本産ではありません。' }),
      ]);
      expect(await statusOf(id)).toBe(locationOf(done).startsWith('/desk') ? 'rejected' : 'withdrawn');
    }
  });
});

describe('two tabs of the firm', () => {
  test('pay overlapping choices at once: one payment, the other tab is shown the way on', async () => {
    const [a = '', b = '', c = ''] = await world.certified(3);
    const { told } = await oneOf([choose(tabs[0], [a, b]), choose(tabs[1], [b, c])]);
    expect(told).toContain('お支払いを始められませんでした');
    const { paymentId } = await paymentOf();
    expect(told).toContain(`action="/payments/${paymentId}/continue"`);
  });

  test('both type their card at the card company at once: charged once, settled once, issued once', async () => {
    const ids = await world.certified(2);
    const [first, second] = await Promise.all(tabs.map((tab) => choose(tab, ids)));
    const url = locationOf(first ?? new Response());
    expect(locationOf(second ?? new Response())).toBe(url);
    const paid = await Promise.all([pay(url).catch(String), pay(url).catch(String)]);
    expect(paid.filter((one) => typeof one === 'object' && 'returnedTo' in one).length).toBeGreaterThan(0);
    const { paymentId } = await paymentOf();
    const back = await Promise.all([...tabs, ...tabs].map((tab) => tab.get(`/payments/${paymentId}/return`)));
    expect(back.map((answer) => answer.status)).toEqual([303, 303, 303, 303]);
    await world.work();
    for (const id of ids) {
      expect(await statusOf(id)).toBe('issued');
      expect([await events(id, 'paid'), await events(id, 'issued')]).toEqual([1, 1]);
    }
    expect(await paymentOf()).toMatchObject({ status: 'settled', yen: 2200 });
  });

  test('one gives up while the other pays: cancelled and not charged, or settled and issued', async () => {
    for (const _ of rounds(5)) {
      const [id = ''] = await world.certified(1);
      const url = locationOf(await choose(tabs[0], [id]));
      const { paymentId } = await paymentOf();
      const [paid, given] = await Promise.all([
        pay(url).catch(String),
        tabs[1].post(`/payments/${paymentId}/cancel`, {}),
      ]);
      expect(given.status).toBe(303);
      await tabs[0].get(`/payments/${paymentId}/return`);
      await world.work();
      const isPaid = typeof paid === 'object' && 'returnedTo' in paid;
      expect([(await paymentOf()).status, await statusOf(id)]).toEqual(
        isPaid ? ['settled', 'issued'] : ['cancelled', 'certified'],
      );
      expect(await (await tabs[1].get(`/payments/${paymentId}`)).text()).toContain(
        isPaid ? '交付済み 1 / 1' : '取りやめました',
      );
    }
  });

  test('back in the browser after paying, and every button pressed again: nothing is charged again, and it is said', async () => {
    const [id = ''] = await world.certified(1);
    const url = locationOf(await choose(tabs[0], [id]));
    await pay(url);
    const { paymentId } = await paymentOf();
    await tabs[0].get(`/payments/${paymentId}/return`);
    const again = await choose(tabs[0], [id]);
    expect(again.status).toBe(409);
    expect(await again.text()).toContain('お支払いを始められませんでした');
    const on = await tabs[0].post(`/payments/${paymentId}/continue`, {});
    expect(on.status).toBe(409);
    expect(await on.text()).toContain('お支払いが済みました');
    const given = await tabs[0].post(`/payments/${paymentId}/cancel`, {});
    expect([given.status, locationOf(given)]).toEqual([303, `/payments/${paymentId}`]);
    // The card company's page itself is over as well.
    const late = await pay(url).catch(String);
    expect(typeof late === 'object' && 'status' in late ? late.status : late).not.toBe(200);
    expect(await paymentOf()).toMatchObject({ paymentId, status: 'settled' });
    expect(await events(id, 'paid')).toBe(1);
  });

  test('submit at once: one receipt number, both are led to the overview', async () => {
    const id = await readyApplication(await world.firm());
    const page = await (await tabs[0].get(`/applications/${id}/review`)).text();
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const answers = await Promise.all(tabs.map((tab) => tab.post(`/applications/${id}/submit`, { version })));
    expect(answers.map(locationOf)).toEqual([`/applications/${id}`, `/applications/${id}`]);
    expect(await events(id, 'submitted')).toBe(1);
  });

  test('save the same draft at once: one is kept, the other sees both and loses nothing', async () => {
    const id = await readyApplication(await world.firm());
    const { application } = await readOfKind(await world.firm(), originKinds, id);
    const form = (marks: string) => ({ version: String(application.version), marks, do: 'save' });
    const { told } = await oneOf([
      tabs[0].post(`/applications/${id}/boxes`, form('FIRST')),
      tabs[1].post(`/applications/${id}/boxes`, form('SECOND')),
    ]);
    expect(told).toContain('ほかの画面で先に保存されています');
    for (const marks of ['FIRST', 'SECOND']) expect(told).toContain(marks);
    const kept = (await readOfKind(await world.firm(), originKinds, id)).application;
    expect(kept.version).toBe(application.version + 1);
    expect(['FIRST', 'SECOND']).toContain(kept.content.marks);
  });
});
