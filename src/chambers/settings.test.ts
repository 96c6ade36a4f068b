import { describe, expect, test } from 'vitest';
import { defaultSettings, settingsOf, settingsProblems } from './settings.ts';
import { settingMends } from './settings-mends.ts';

const desk = (...windows: [string, string][]) => ({ deskHours: windows.map(([from, to]) => ({ from, to })) });
const places = (change: object) => settingsProblems({ ...defaultSettings, ...change });

describe('what a chamber may save', () => {
  test.each([
    ['the defaults', {}],
    ['one period', desk(['09:00', '17:00'])],
    ['desk hours as long as the system hours', desk(['08:30', '17:30'])],
    ['the least', { certifyPersons: 1, printWindowDays: 1, maxDeclarationAgeDays: 0, firmMayCancel: true }],
    ['a longer year end', { yearEnd: { from: '12-26', to: '01-07' } }],
    ['the number of the qualified invoice issuer', { taxNumber: 'T7000012050002' }],
    ['words for the sheet', { sheetWording: { declaration: 'The undersigned declares …' } }],
  ])('%s', (_, change) => expect(places(change)).toEqual([]));

  test.each([
    ['a setting that is none', { deskHuors: [] }, 'deskHuors', 'unknown'],
    [
      'a part that is none',
      { systemHours: { opens: '08:30', closes: '17:30', lunch: true } },
      'systemHours.lunch',
      'unknown',
    ],
    ['a time without its zero', { systemHours: { opens: '8:30', closes: '17:30' } }, 'systemHours.opens', 'time'],
    ['a time with seconds', { systemHours: { opens: '08:30:00', closes: '17:30' } }, 'systemHours.opens', 'time'],
    ['no time of the day', { systemHours: { opens: '08:30', closes: '24:00' } }, 'systemHours.closes', 'time'],
    ['a half of the hours', { systemHours: { opens: '08:30' } }, 'systemHours.closes', 'time'],
    ['hours backwards', { systemHours: { opens: '17:30', closes: '08:30' } }, 'systemHours.closes', 'endFirst'],
    ['a period that is empty', desk(['09:00', '12:00'], ['13:00', '13:00']), 'deskHours.1.to', 'endFirst'],
    ['a misspelt time in a period', desk(['09:00', '12:00'], ['13:00', '16.30']), 'deskHours.1.to', 'time'],
    ['no desk hours', desk(), 'deskHours', 'deskHours'],
    ['desk hours that are no list', { deskHours: '9-12' }, 'deskHours', 'deskHours'],
    ['the afternoon first', desk(['13:00', '16:30'], ['09:00', '12:00']), 'deskHours', 'deskHours'],
    ['periods that overlap', desk(['09:00', '13:30'], ['13:00', '16:30']), 'deskHours', 'deskHours'],
    ['periods that touch', desk(['09:00', '12:00'], ['12:00', '16:30']), 'deskHours', 'deskHours'],
    [
      'five periods',
      desk(...['09', '10', '11', '13', '14'].map((h): [string, string] => [`${h}:00`, `${h}:30`])),
      'deskHours',
      'deskHours',
    ],
    ['a desk before the system', desk(['08:00', '12:00']), 'deskHours', 'deskInSystem'],
    ['a desk after the system', desk(['09:00', '18:00']), 'deskHours', 'deskInSystem'],
    ['a year end from November', { yearEnd: { from: '11-29', to: '01-03' } }, 'yearEnd.from', 'yearEndFrom'],
    ['a year end to no day', { yearEnd: { from: '12-29', to: '01-32' } }, 'yearEnd.to', 'yearEndTo'],
    ['no year end', { yearEnd: null }, 'yearEnd', 'incomplete'],
    ['three persons', { certifyPersons: 3 }, 'certifyPersons', 'certifyPersons'],
    ['a number as text', { certifyPersons: '2' }, 'certifyPersons', 'certifyPersons'],
    ['no day to print', { printWindowDays: 0 }, 'printWindowDays', 'printWindowDays'],
    ['half a day to print', { printWindowDays: 0.5 }, 'printWindowDays', 'printWindowDays'],
    ['more than a year to print', { printWindowDays: 366 }, 'printWindowDays', 'printWindowDays'],
    ['neither yes nor no', { firmMayCancel: 'no' }, 'firmMayCancel', 'yesOrNo'],
    ['a declaration of tomorrow', { maxDeclarationAgeDays: -1 }, 'maxDeclarationAgeDays', 'maxDeclarationAgeDays'],
    ['empty words', { sheetWording: { title: '' } }, 'sheetWording.title', 'sheetWording'],
    ['words without a name', { sheetWording: { '': 'x' } }, 'sheetWording.', 'sheetWording'],
    ['a T number with two digits exchanged', { taxNumber: 'T7000012050020' }, 'taxNumber', 'taxNumber'],
    ['a T number without its T', { taxNumber: '7000012050002' }, 'taxNumber', 'taxNumber'],
    ['an empty T number', { taxNumber: '' }, 'taxNumber', 'taxNumber'],
    ['words that are a number', { sheetWording: { title: 1 } }, 'sheetWording.title', 'sheetWording'],
  ] as const)('not %s', (_, change, field, key) => {
    expect(places(change)).toEqual([{ field, ...settingMends[key] }]);
  });

  test('a setting left out is asked for, not reset to its default', () => {
    const { printWindowDays: _, ...rest } = defaultSettings;
    expect(settingsProblems(rest)).toEqual([{ field: 'printWindowDays', ...settingMends.printWindowDays }]);
    expect(settingsProblems(undefined)).toEqual([{ field: '', ...settingMends.incomplete }]);
  });

  test('all that is wrong is told at once', () => {
    const fields = places({ certifyPersons: 0, systemHours: { opens: '9', closes: '17' }, x: 1, y: 2 }).map(
      (one) => one.field,
    );
    expect(fields.sort()).toEqual(['certifyPersons', 'systemHours.closes', 'systemHours.opens', 'x', 'y']);
  });
});

describe('what was stored by another version', () => {
  test('nothing: the defaults, a copy that may be changed', () => {
    const settings = settingsOf({});
    expect(settings).toEqual(defaultSettings);
    settings.deskHours.pop();
    expect(settingsOf({})).toEqual(defaultSettings);
  });

  test('a setting it did not have is the default, one that is no more is dropped', () => {
    const settings = settingsOf({ printWindowDays: 30, faxNumber: '06-0000-0000', constructor: 1 });
    expect(settings).toEqual({ ...defaultSettings, printWindowDays: 30 });
  });

  test('a value that breaks a rule is not read as something else', () => {
    expect(() => settingsOf({ printWindowDays: '30' })).toThrow(/printWindowDays/);
  });
});
