// What a chamber sets for itself. Pure. Each setting says whose published practice its default is, or that it is our choice.
import { z } from 'zod';
import type { FieldProblem } from '../lib/refusal.ts';
import { type SettingMend, settingMends } from './settings-mends.ts';
import { isTaxNumber } from './tax-number.ts';

const mend = (key: SettingMend): SettingMend => key;
const days = (least: number, most: number, key: SettingMend) =>
  z
    .int({ error: mend(key) })
    .min(least, mend(key))
    .max(most, mend(key));

// `abort`: values are compared only where each is right by itself, so one slip is told once.

/** The clock in Japan, `00:00` to `23:59`: such texts sort as times do. */
const timeOfDay = z.iso.time({ precision: -1, error: mend('time'), abort: true });

const SystemHours = z
  .strictObject({ opens: timeOfDay, closes: timeOfDay })
  .refine(({ opens, closes }) => opens < closes, { error: mend('endFirst'), path: ['closes'], abort: true });

/** From `from` on, until just before `to`. */
const DeskWindow = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, { error: mend('endFirst'), path: ['to'], abort: true });

/** In order, with a break between each two: two that touch are one. */
const DeskHours = z
  .array(DeskWindow, { error: mend('deskHours') })
  .min(1, mend('deskHours'))
  .max(4, mend('deskHours'))
  .refine((windows) => windows.every((one, i) => i === 0 || (windows[i - 1]?.to ?? '') < one.from), {
    error: mend('deskHours'),
    abort: true,
  });

/** Days `MM-DD`, both closed. It always reaches over New Year. */
const YearEnd = z.strictObject({
  from: z.string({ error: mend('yearEndFrom') }).regex(/^12-(0[1-9]|[12]\d|3[01])$/, mend('yearEndFrom')),
  to: z.string({ error: mend('yearEndTo') }).regex(/^01-(0[1-9]|[12]\d|3[01])$/, mend('yearEndTo')),
});

/** block: may not be submitted so. warn: the applicant and the examiner see it. off: nothing is said. */
const RuleLevels = z.record(z.string().min(1).max(60), z.enum(['block', 'warn', 'off'], { error: mend('ruleLevel') }), {
  error: mend('ruleLevel'),
});
export type RuleLevels = Readonly<z.infer<typeof RuleLevels>>;

/** Complete: who saves says every setting, so that nothing left out falls back unseen to its default. */
export const ChamberSettings = z
  .strictObject({
    /** システム利用可能時間 of working days (Osaka CCI: 8:30-17:30). Said on pages; see calendar.ts for what it does not do. */
    systemHours: SystemHours,
    /** 窓口の営業時間, in which applications are examined (Osaka CCI: 9:00-12:00, 13:00-16:30). */
    deskHours: DeskHours,
    /** 年末年始 closed (usually 29 December to 3 January; chambers vary). */
    yearEnd: YearEnd,
    /** How many persons it takes to certify: 2, one examines and another certifies; 1, one act. The default is our choice. */
    certifyPersons: z.literal([1, 2], { error: mend('certifyPersons') }),
    /** 印刷期間: days in which an issued certificate may be printed, counted from the day after 交付済 (Osaka CCI: 14). */
    printWindowDays: days(1, 365, 'printWindowDays'),
    /** Whether a firm may itself cancel what is certified and unpaid (承認取消); else only the chamber. Our choice. */
    firmMayCancel: z.boolean({ error: mend('yesOrNo') }),
    /** How many days old the exporter's declaration in box 9 may be at most (Tokyo CCI: two weeks). */
    maxDeclarationAgeDays: days(0, 365, 'maxDeclarationAgeDays'),
    /** Whether scans of the papers of a trade registration may be uploaded instead of brought. Our choice. */
    registrationUploads: z.boolean({ error: mend('yesOrNo') }),
    /** Whether the fee of a registration may be paid by card, beside the counter, which always takes it. Our choice. */
    registrationFeeOnline: z.boolean({ error: mend('yesOrNo') }),
    /**
     * The chamber's own words on its sheets, by name, instead of the system's. Only the form that prints them knows the
     * names and whether they fit (`saveSettings` asks it); here they are texts, not interpreted.
     */
    sheetWording: z
      .record(
        z.string().min(1).max(60),
        z
          .string({ error: mend('sheetWording') })
          .min(1, mend('sheetWording'))
          .max(600, mend('sheetWording')),
        {
          error: mend('sheetWording'),
        },
      )
      .optional(),
    /**
     * How hard the rules of applications are, by a rule's name, where the chamber differs from the rule's own level. Only
     * the forms know the names, and which rules may not be made softer (`saveSettings` asks them).
     */
    ruleLevels: RuleLevels.optional(),
    /** 適格請求書発行事業者の登録番号 of the chamber, which sells the service; without it a ご利用明細 is no qualified invoice. */
    taxNumber: z
      .string({ error: mend('taxNumber') })
      .refine(isTaxNumber, mend('taxNumber'))
      .optional(),
  })
  .refine(
    ({ systemHours: { opens, closes }, deskHours }) => deskHours.every(({ from, to }) => opens <= from && to <= closes),
    {
      // 営業時間 lie inside 稼働時間 (Osaka CCI): who examines needs the system.
      error: mend('deskInSystem'),
      path: ['deskHours'],
    },
  );
export type ChamberSettings = z.infer<typeof ChamberSettings>;

/** Holds until the chamber has saved its own. */
export const defaultSettings: ChamberSettings = {
  systemHours: { opens: '08:30', closes: '17:30' },
  deskHours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '16:30' },
  ],
  yearEnd: { from: '12-29', to: '01-03' },
  certifyPersons: 2,
  printWindowDays: 14,
  firmMayCancel: false,
  maxDeclarationAgeDays: 14,
  registrationUploads: true,
  registrationFeeOnline: true,
};

/**
 * Settings as they were stored, by this or an earlier version: a setting that they do not have yet has its default, one
 * that is no more is dropped. Throws ZodError when a value breaks a rule.
 */
export function settingsOf(stored: Readonly<Record<string, unknown>>): ChamberSettings {
  const known = Object.entries(stored).filter(([key]) => Object.hasOwn(ChamberSettings.shape, key));
  return ChamberSettings.parse({ ...defaultSettings, ...Object.fromEntries(known) });
}

/** What is to mend before these settings may be saved; `field` is a path: `deskHours.1.to`. None: they may. */
export function settingsProblems(input: unknown): FieldProblem[] {
  const issues = ChamberSettings.safeParse(input).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const place = issue.path.map(String);
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: [...place, key].join('.'), ...settingMends.unknown }));
    return [{ field: place.join('.'), ...(settingMends[issue.message as SettingMend] ?? settingMends.incomplete) }];
  });
}
