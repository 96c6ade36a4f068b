// 登録料: one charge at most, by card or at the counter, and nothing that was paid is ever lost.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getSettings, saveSettings } from '../src/chambers/settings-store.ts';
import { inChamber } from '../src/lib/db.ts';
import { acceptRegistration } from '../src/payments/accept-registration.ts';
import { cancelRegistration, rejectRegistration } from '../src/payments/end-registration.ts';
import { listMismatches } from '../src/payments/mismatches.ts';
import { readOwnPayment } from '../src/payments/own-payments.ts';
import { cancelFeePayment, payRegistrationFee, readOwnFee } from '../src/payments/pay-registration-fee.ts';
import { reconcilePayment, sweepPayments } from '../src/payments/reconcile.ts';
import {
  noteFeeReturned,
  readDeskFee,
  receiveFeeAtCounter,
  tellRegistrationFee,
} from '../src/payments/registration-fee-desk.ts';
import { rejectProcedure, sendBackProcedure } from '../src/registrations/procedures/procedure-desk.ts';
import { type PayingWorld, pay, startPayingWorld } from './paying-world.ts';
import { chamberId, registrar } from './registration-desk-world.ts';
import {
  applicant,
  booksOf,
  breachesOf,
  chargesOf,
  examinedForm,
  feeYen,
  type Owing,
  owing,
  procedureOf,
  stepsOf,
} from './registration-fee-world.ts';

let world: PayingWorld;
beforeAll(async () => {
  world = await startPayingWorld();
});
afterAll(() => world.close());

const begin = (form: Owing) =>
  payRegistrationFee(applicant(world, form), { procedureId: form.procedureId, locale: 'ja' });
const conflict = { code: 'conflict' };
const paidByCard = [
  ['card_company', 16_500, true],
  ['consumption_tax', -1500, true],
  ['fees', -15_000, true],
];

async function paidOnline(): Promise<Owing> {
  const form = await owing(world);
  const { paymentId, url } = await begin(form);
  await pay(url);
  expect(await reconcilePayment(world.open(), paymentId)).toBe('settled');
  return form;
}

describe('the chamber tells the fee', () => {
  test('by the member class that it finds: one open charge, one mail that names sum and both ways', async () => {
    const form = await examinedForm(world);
    const desk = await registrar(world);
    expect(await tellRegistrationFee(desk, { ...form, memberClass: 'non_member', feeSeenYen: feeYen })).toEqual({
      feeYen,
    });
    expect(await tellRegistrationFee(desk, { ...form, memberClass: 'non_member' })).toEqual({ feeYen });
    await world.work();
    const told = world.mails.filter(({ to, subject }) => to === form.mail && subject.includes('登録料'));
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('16,500円(税込)');
    expect(told[0]?.text).toMatch(/クレジットカード.*窓口/);
    expect(await chargesOf(world, form)).toEqual([[feeYen, 'open']]);
    expect((await stepsOf(desk, form)).filter((step) => step === 'set_fee')).toHaveLength(1);
  });

  test('another class before it is paid: the old charge is void, a new one stands; free of charge, none', async () => {
    const form = await owing(world);
    const desk = await registrar(world);
    expect(await tellRegistrationFee(desk, { ...form, memberClass: 'member' })).toEqual({ feeYen: 0 });
    expect(await chargesOf(world, form)).toEqual([[feeYen, 'void']]);
    await expect(begin(form)).rejects.toMatchObject(conflict);
    await tellRegistrationFee(desk, { ...form, memberClass: 'non_member' });
    expect(await chargesOf(world, form)).toEqual([
      [feeYen, 'void'],
      [feeYen, 'open'],
    ]);
  });

  test('not for another round, not by another than who holds it, not at a sum that was not seen', async () => {
    const form = await examinedForm(world);
    const desk = await registrar(world);
    const input = { ...form, memberClass: 'non_member' as const };
    await expect(tellRegistrationFee(desk, { ...input, round: 2 })).rejects.toMatchObject(conflict);
    await expect(tellRegistrationFee(desk, { ...input, feeSeenYen: 1 })).rejects.toMatchObject(conflict);
    const other = { ...desk, actor: { ...desk.actor, accountId: (await world.firm()).actor.accountId } };
    await expect(tellRegistrationFee(other, input)).rejects.toMatchObject(conflict);
    const examiner = { ...desk, actor: { ...desk.actor, rights: ['examine' as const] } };
    await expect(tellRegistrationFee(examiner, input)).rejects.toMatchObject({ code: 'not_allowed' });
    expect(await chargesOf(world, form)).toEqual([]);
  });
});

describe('by card', () => {
  test('paid, settled once however often it is asked; accepted; the books and the audit agree', async () => {
    const form = await owing(world);
    const desk = await registrar(world);
    const { paymentId, url } = await begin(form);
    expect(await readOwnFee(applicant(world, form), form.procedureId)).toMatchObject({
      ...{ byCard: true, payment: { status: 'pending', yen: feeYen, accountId: null } },
    });
    await expect(pay(url)).resolves.toMatchObject({ returnedTo: expect.stringContaining(paymentId) });
    const statuses = await Promise.all(Array.from({ length: 8 }, () => reconcilePayment(world.open(), paymentId)));
    expect(new Set(statuses)).toEqual(new Set(['settled']));
    expect(await procedureOf(desk, form)).toMatchObject({ feePaid: 'card', feeYen });
    expect(await booksOf(world, form)).toEqual(paidByCard);
    await world.work();
    expect(world.mails.filter(({ to, subject }) => to === form.mail && subject.includes('確認'))).toHaveLength(1);
    await acceptRegistration(desk, { ...form, memberClass: 'non_member', feePaidAtCounter: false });
    expect(await procedureOf(desk, form)).toMatchObject({ status: 'accepted', feePaid: 'card' });
    expect(await chargesOf(world, form)).toEqual([[feeYen, 'paid']]);
    await expect(begin(form)).rejects.toMatchObject(conflict);
    expect(await breachesOf(world)).toEqual([]);
  });

  test('a double click, two tabs, many with the same link: one payment, one page at the card company', async () => {
    const form = await owing(world);
    const begun = await Promise.all(Array.from({ length: 6 }, () => begin(form)));
    const [first] = begun;
    expect(new Set(begun.map(({ paymentId }) => paymentId)).size).toBe(1);
    expect(new Set(begun.map(({ url }) => url)).size).toBe(1);
    expect(world.pagesOf(first?.paymentId ?? '')).toHaveLength(1);
  });

  test('a browser that was closed, a notice that is lost: the sweep asks', async () => {
    const form = await owing(world);
    await pay((await begin(form)).url);
    world.turn({ minutes: 3 });
    await sweepPayments(world.open());
    await world.work();
    expect(await procedureOf(await registrar(world), form)).toMatchObject({ feePaid: 'card' });
    expect(await booksOf(world, form)).toEqual(paidByCard);
  });

  test('given up, or its page left to expire: the fee is owed as before, and can be paid anew', async () => {
    const form = await owing(world);
    const first = await begin(form);
    expect(await cancelFeePayment(applicant(world, form), form.procedureId)).toBe('cancelled');
    await expect(cancelFeePayment(applicant(world, form), form.procedureId)).rejects.toMatchObject(conflict);
    const second = await begin(form);
    expect(second.paymentId).not.toBe(first.paymentId);
    world.turn({ minutes: 61 });
    expect(await reconcilePayment(world.open(), second.paymentId)).toBe('expired');
    await pay((await begin(form)).url);
    world.turn({ minutes: 3 });
    await sweepPayments(world.open());
    await world.work();
    expect(await booksOf(world, form)).toEqual(paidByCard);
  });

  test('a form that was sent back can be paid meanwhile; nobody else finds fee or payment', async () => {
    const form = await owing(world);
    const desk = await registrar(world);
    await sendBackProcedure(desk, { ...form, remarks: [{ place: 'nameEn', words: 'コンマ' }] });
    const { paymentId } = await begin(form);
    const stranger = applicant(world, await owing(world));
    await expect(payRegistrationFee(stranger, { ...form, locale: 'ja' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(readOwnFee(stranger, form.procedureId)).rejects.toMatchObject({ code: 'not_found' });
    // The payment is no signatory's, so no ID reads or ends it among its own.
    await expect(readOwnPayment(await world.firm(), paymentId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a chamber that takes the fee at its counter only', async () => {
    const form = await owing(world);
    const set = (registrationFeeOnline: boolean) =>
      inChamber(world.house.db, chamberId, async (trx) =>
        saveSettings(trx, chamberId, { ...(await getSettings(trx, chamberId)), registrationFeeOnline }, world.now()),
      );
    await set(false);
    expect(await readOwnFee(applicant(world, form), form.procedureId)).toMatchObject({ byCard: false });
    await expect(begin(form)).rejects.toMatchObject(conflict);
    await set(true);
    await begin(form);
  });

  test('what the card company says and does not fit settles nothing, and the desk is led to the procedure', async () => {
    const form = await owing(world);
    const { paymentId, url } = await begin(form);
    await pay(url);
    const open = world.open();
    const { gateway } = open.outside;
    const retrieveSession: typeof gateway.retrieveSession = async (id) => ({
      ...{ ...(await gateway.retrieveSession(id)), amountYen: 1 },
    });
    const lying = { ...open, outside: { ...open.outside, gateway: { ...gateway, retrieveSession } } };
    expect(await reconcilePayment(lying, paymentId)).toBe('pending');
    expect(await procedureOf(await registrar(world), form)).toMatchObject({ feePaid: null });
    expect(await listMismatches(await registrar(world))).toMatchObject([
      {
        ...{ paymentId, found: '1 jpy', procedure: { procedureId: form.procedureId }, applications: [] },
        firm: { nameJa: expect.stringMatching(/^株式会社登録/) },
      },
    ]);
    expect(await reconcilePayment(open, paymentId)).toBe('settled');
    expect(await listMismatches(await registrar(world))).toEqual([]);
  });

  test('paid for one class, it is not accepted as the other', async () => {
    const form = await paidOnline();
    const desk = await registrar(world);
    const accept = { ...form, memberClass: 'member' as const, feePaidAtCounter: false };
    await expect(acceptRegistration(desk, accept)).rejects.toMatchObject({
      ...{ code: 'invalid', fields: [{ field: 'memberClass' }] },
    });
    await expect(tellRegistrationFee(desk, { ...form, memberClass: 'member' })).rejects.toMatchObject({
      code: 'invalid',
    });
    expect(await procedureOf(desk, form)).toMatchObject({ status: 'examining', feeYen, feePaid: 'card' });
  });
});

describe('at the counter', () => {
  test('received with the acceptance: the charge is paid, the money is the counter’s and not the card company’s', async () => {
    const form = await examinedForm(world);
    const desk = await registrar(world);
    const accept = { ...form, memberClass: 'non_member' as const, feeSeenYen: feeYen };
    await expect(acceptRegistration(desk, { ...accept, feePaidAtCounter: false })).rejects.toMatchObject({
      ...{ code: 'invalid', fields: [{ field: 'feePaidAtCounter' }] },
    });
    expect(await chargesOf(world, form)).toEqual([]); // refused, it leaves no trace
    await acceptRegistration(desk, { ...accept, feePaidAtCounter: true });
    expect(await chargesOf(world, form)).toEqual([[feeYen, 'paid']]);
    expect(await booksOf(world, form)).toEqual([
      ['counter', 16_500, false],
      ['consumption_tax', -1500, false],
      ['fees', -15_000, false],
    ]);
    expect(await procedureOf(desk, form)).toMatchObject({ status: 'accepted', feePaid: 'counter' });
    expect(await breachesOf(world)).toEqual([]);
  });

  test('before the acceptance, once, at the sum that was told', async () => {
    const form = await owing(world);
    const desk = await registrar(world);
    await expect(receiveFeeAtCounter(desk, { ...form, feeSeenYen: 1 })).rejects.toMatchObject(conflict);
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => receiveFeeAtCounter(desk, { ...form, feeSeenYen: feeYen })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await booksOf(world, form)).filter(([book]) => book === 'counter')).toHaveLength(1);
    await expect(begin(form)).rejects.toMatchObject(conflict);
    await acceptRegistration(desk, { ...form, memberClass: 'non_member', feePaidAtCounter: false });
  });

  test('refused while somebody pays online; given up, it goes', async () => {
    const form = await owing(world);
    const desk = await registrar(world);
    await begin(form);
    expect((await readDeskFee(desk, form.procedureId)).paying).toMatchObject({ status: 'pending' });
    await expect(receiveFeeAtCounter(desk, { ...form, feeSeenYen: feeYen })).rejects.toMatchObject(conflict);
    await expect(tellRegistrationFee(desk, { ...form, memberClass: 'member' })).rejects.toMatchObject(conflict);
    const accept = { ...form, memberClass: 'non_member' as const, feePaidAtCounter: true };
    await expect(acceptRegistration(desk, accept)).rejects.toMatchObject(conflict);
    await cancelFeePayment(applicant(world, form), form.procedureId);
    await acceptRegistration(desk, accept);
    expect(await breachesOf(world)).toEqual([]);
  });

  test('counter and card at the same moment: one of them', async () => {
    for (const _ of [1, 2, 3]) {
      const form = await owing(world);
      const desk = await registrar(world);
      const tries = await Promise.allSettled([begin(form), receiveFeeAtCounter(desk, { ...form, feeSeenYen: feeYen })]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject(conflict);
    }
  });
});

describe('it comes to nothing', () => {
  test('rejected while it is owed: nothing is owed any more; rejected while it is being paid: the page is closed first', async () => {
    const desk = await registrar(world);
    const form = await owing(world);
    await rejectRegistration(desk, { ...form, note: '登録できません。' });
    expect(await chargesOf(world, form)).toEqual([[feeYen, 'void']]);

    const other = await owing(world);
    const { paymentId, url } = await begin(other);
    await expect(rejectRegistration(desk, { ...other, note: '' })).rejects.toMatchObject({ code: 'invalid' });
    expect(world.pagesOf(paymentId)).toMatchObject([{ status: 'open' }]); // a refusal disturbs nobody
    await rejectRegistration(desk, { ...other, note: '登録できません。' });
    expect(world.pagesOf(paymentId)).toMatchObject([{ status: 'expired' }]);
    await expect(pay(url)).rejects.toThrow(/expected a form/);
    expect(await chargesOf(world, other)).toEqual([[feeYen, 'void']]);
    expect(await booksOf(world, other)).toEqual([]);
  });

  test('rejected after it was paid, or paid at that very moment: to be given back, until the chamber says that it was', async () => {
    const desk = await registrar(world);
    const known = await paidOnline();
    const unknown = await owing(world);
    await pay((await begin(unknown)).url); // the card company knows, we do not yet
    for (const form of [known, unknown]) {
      await rejectRegistration(desk, { ...form, note: '登録できません。' });
      expect(await procedureOf(desk, form)).toMatchObject({ status: 'rejected', feePaid: 'card', feeReturnedAt: null });
      expect(await stepsOf(desk, form)).toContain('owe_fee_back');
      expect(await booksOf(world, form)).toEqual(paidByCard);
    }
    await noteFeeReturned(desk, known);
    expect((await procedureOf(desk, known)).feeReturnedAt).not.toBeNull();
    await expect(noteFeeReturned(desk, known)).rejects.toMatchObject(conflict);
    expect(await breachesOf(world)).toEqual([]);
  });

  test('cancelled by the firm after it was paid at the counter: the same', async () => {
    const desk = await registrar(world);
    const form = await owing(world);
    await receiveFeeAtCounter(desk, { ...form, feeSeenYen: feeYen });
    await cancelRegistration(applicant(world, form), form);
    expect(await stepsOf(desk, form)).toContain('owe_fee_back');
    await noteFeeReturned(desk, form);
    const accepted = await owing(world);
    await acceptRegistration(desk, { ...accepted, memberClass: 'non_member', feePaidAtCounter: true });
    await expect(noteFeeReturned(desk, accepted)).rejects.toMatchObject(conflict);
  });

  test('a procedure with a fee is not ended past its fee', async () => {
    const form = await owing(world);
    const rejected = rejectProcedure(await registrar(world), { ...form, note: 'x' });
    await expect(rejected).rejects.toThrow(/has a fee/);
    expect(await procedureOf(await registrar(world), form)).toMatchObject({ status: 'examining' });
  });
});

describe('the audit finds', () => {
  const tampered = async (query: (id: string) => ReturnType<typeof sql>) => {
    const form = await owing(world);
    await acceptRegistration(await registrar(world), {
      ...{ ...form, memberClass: 'non_member', feePaidAtCounter: true },
    });
    const before = await breachesOf(world);
    await inChamber(world.house.db, chamberId, (trx) => query(form.procedureId).execute(trx));
    const known = new Set(before.map(({ subject }) => subject));
    const found = (await breachesOf(world)).filter(({ subject }) => !known.has(subject));
    return found.map(({ what }) => what);
  };

  test('a registration that was accepted without its fee', async () => {
    const what = await tampered((id) => sql`update procedure set fee_paid = null where procedure_id = ${id}`);
    expect(what).toContainEqual('accepted without its fee of 16500 yen paid');
  });

  test('a fee that is marked as paid by card, and was not', async () => {
    const what = await tampered((id) => sql`update procedure set fee_paid = 'card' where procedure_id = ${id}`);
    expect(what[0]).toContain('marked as paid (card)');
  });

  test('a fee that the books know nothing of', async () => {
    const what = await tampered((id) => sql`update procedure set fee_yen = 1000 where procedure_id = ${id}`);
    expect(what[0]).toContain('marked as paid (counter)');
  });
});
