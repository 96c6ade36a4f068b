// What a chamber sets for itself, on a real database: kept, read with defaults, and nobody else's.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { originWordingProblems } from '../src/applications/forms/origin/chamber-wording.ts';
import { isWorkingDay, nextDeskOpening } from '../src/chambers/calendar.ts';
import { addClosedDays, listClosedDays, loadCalendar, removeClosedDay } from '../src/chambers/calendar-store.ts';
import { nationalHolidays } from '../src/chambers/holidays.ts';
import { type ChamberSettings, defaultSettings } from '../src/chambers/settings.ts';
import { settingMends } from '../src/chambers/settings-mends.ts';
import { getSettings, saveSettings } from '../src/chambers/settings-store.ts';
import { insertChamber } from '../src/chambers/store.ts';
import { inChamber, inInstallation, sqlState, type Trx } from '../src/lib/db.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  for (const chamberId of ['9902', '9903', '9904'])
    await inInstallation(world.house.db, (trx) =>
      insertChamber(
        trx,
        { chamberId, nameJa: '他', nameEn: 'Other', cityEn: 'Other, Japan', telephone: '-', mail: '-' },
        world.now(),
      ),
    );
});
afterAll(() => world.close());

const within = <T>(chamberId: string, work: (trx: Trx) => Promise<T>): Promise<T> =>
  inChamber(world.house.db, chamberId, work);
const own: ChamberSettings = {
  ...defaultSettings,
  ...{ deskHours: [{ from: '09:00', to: '16:00' }], certifyPersons: 1, printWindowDays: 30, firmMayCancel: true },
  sheetWording: { declaration: 'The undersigned declares.' },
};

describe('settings', () => {
  test('a chamber that has saved none has the defaults', async () => {
    expect(await within('9902', (trx) => getSettings(trx, '9902'))).toEqual(defaultSettings);
  });

  test('saved and read, then saved anew; the other chamber sees none of it', async () => {
    await within('9901', (trx) => saveSettings(trx, '9901', own, world.now(), originWordingProblems));
    expect(await within('9901', (trx) => getSettings(trx, '9901'))).toEqual(own);
    const later = new Date('2026-11-20T00:00:00Z');
    await within('9901', (trx) =>
      saveSettings(trx, '9901', { ...own, printWindowDays: 7 }, later, originWordingProblems),
    );
    expect(await within('9901', (trx) => getSettings(trx, '9901'))).toEqual({ ...own, printWindowDays: 7 });
    const changed = (trx: Trx) => trx.selectFrom('chamber_setting').select(['chamber_id', 'changed_at']).execute();
    expect(await within('9901', changed)).toEqual([{ chamber_id: '9901', changed_at: later }]);
    expect(await within('9902', changed)).toEqual([]);
    expect(await within('9902', (trx) => getSettings(trx, '9901'))).toEqual(defaultSettings);
  });

  test('one chamber cannot save for another', async () => {
    await expect(
      within('9902', (trx) => saveSettings(trx, '9901', own, world.now(), originWordingProblems)),
    ).rejects.toSatisfy((error) => sqlState(error) === '42501');
  });

  test('an unknown or missing setting is refused by its name, and nothing is written', async () => {
    const { firmMayCancel: _, ...missing } = own;
    const wrong = { ...missing, firmMayCancle: true } as unknown as ChamberSettings;
    await expect(within('9903', (trx) => saveSettings(trx, '9903', wrong, world.now()))).rejects.toMatchObject({
      code: 'invalid',
      fields: [
        { field: 'firmMayCancel', ...settingMends.yesOrNo },
        { field: 'firmMayCancle', ...settingMends.unknown },
      ],
    });
    expect(await within('9903', (trx) => getSettings(trx, '9903'))).toEqual(defaultSettings);
  });

  test('a stored row that breaks a rule is told with its chamber, not read as the defaults', async () => {
    const values = { chamber_id: '9904', settings: JSON.stringify({ printWindowDays: 0 }), changed_at: world.now() };
    await within('9904', (trx) => trx.insertInto('chamber_setting').values(values).execute());
    await expect(within('9904', (trx) => getSettings(trx, '9904'))).rejects.toThrow('settings of chamber 9904');
  });
});

describe('closed days', () => {
  const year = (trx: Trx, chamberId: string) => listClosedDays(trx, chamberId, '2026-01-01', '2026-12-31');
  const seed = nationalHolidays(2026, 2027);
  const founding = { day: '2026-12-01', nameJa: '創立記念日', nameEn: 'Foundation Day' };

  test('the seed comes back day by day, whatever the zone of the machine, and only in its chamber', async () => {
    // The demo chamber was seeded when it was made, by the same seed.
    expect(await within('9901', (trx) => addClosedDays(trx, '9901', seed))).toBe(0);
    expect(await within('9904', (trx) => addClosedDays(trx, '9904', seed))).toBe(seed.length);
    expect(await within('9901', (trx) => year(trx, '9901'))).toEqual(nationalHolidays(2026, 2026));
    const oneDay = (trx: Trx) => listClosedDays(trx, '9901', '2026-11-23', '2026-11-23');
    expect((await within('9901', oneDay)).map(({ day }) => day)).toEqual(['2026-11-23']);
    expect(await within('9902', (trx) => year(trx, '9901'))).toEqual([]);
    await expect(within('9902', (trx) => addClosedDays(trx, '9901', [founding]))).rejects.toSatisfy(
      (error) => sqlState(error) === '42501',
    );
    await expect(within('9902', (trx) => removeClosedDay(trx, '9901', '2026-11-23'))).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('added again, a day keeps the name that the chamber gave it', async () => {
    await within('9903', async (trx) => {
      expect(await addClosedDays(trx, '9903', [{ ...founding, nameJa: ' 創立記念日 ' }])).toBe(1);
      expect(await addClosedDays(trx, '9903', [{ ...founding, nameJa: '別名' }])).toBe(0);
      expect(await addClosedDays(trx, '9903', [])).toBe(0);
      expect(await year(trx, '9903')).toEqual([founding]);
    });
  });

  test('a bad row is named with its place, and none is added', async () => {
    const bad = [
      { ...founding, day: '2026-12-02' },
      { ...founding, day: '2026-02-29' },
      { ...founding, nameEn: ' ' },
    ];
    await expect(within('9902', (trx) => addClosedDays(trx, '9902', bad))).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ field: '1.day' }, { field: '2.nameEn' }],
    });
    expect(await within('9902', (trx) => year(trx, '9902'))).toEqual([]);
  });

  test('removed, and refused where there is none', async () => {
    const remove = (day: string) => within('9903', (trx) => removeClosedDay(trx, '9903', day));
    await remove(founding.day);
    expect(await within('9903', (trx) => year(trx, '9903'))).toEqual([]);
    await expect(remove(founding.day)).rejects.toMatchObject({ code: 'not_found' });
    await expect(remove('2026-02-30')).rejects.toMatchObject({ code: 'not_found' });
  });
});

test('the calendar of a chamber has its hours and its closed days, and knows a month back and a year on', async () => {
  const friday = new Date('2026-11-20T16:30:00+09:00');
  const tuesday = new Date('2026-11-24T09:00:00+09:00');
  await within('9902', (trx) => addClosedDays(trx, '9902', nationalHolidays(2026, 2027)));
  const calendar = await within('9902', (trx) => loadCalendar(trx, '9902', friday));
  expect(nextDeskOpening(friday, calendar)).toEqual(tuesday);
  expect([calendar.from, calendar.to]).toEqual(['2026-10-20', '2027-12-25']);
  expect(['2026-11-03', '2027-11-23'].map((day) => isWorkingDay(day, calendar))).toEqual([false, false]);
  // The same instant at a chamber without closed days of its own: Monday the 23rd is then as any other.
  const without = await within('9903', (trx) => loadCalendar(trx, '9903', friday));
  expect(nextDeskOpening(friday, without)).toEqual(new Date('2026-11-23T09:00:00+09:00'));
});
