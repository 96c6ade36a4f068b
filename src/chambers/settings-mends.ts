// What to say about a setting that breaks a rule: how to mend it.
type Mend = { ja: string; en: string };

export const settingMends = {
  unknown: {
    ja: 'この名前の設定はありません。名前を確かめるか、取り除いてください。',
    en: 'There is no setting of this name. Check the name, or remove it.',
  },
  incomplete: {
    ja: '設定の値が足りないか、形が違います。すべての値を入れてください。',
    en: 'A value is missing here, or has the wrong shape. Give every value.',
  },
  time: {
    ja: '時刻を 09:00 のように、時2桁と分2桁で入れてください。',
    en: 'Give a time as 09:00: two digits of the hour, two of the minute.',
  },
  endFirst: {
    ja: '終わりの時刻を、始まりの時刻より後にしてください。',
    en: 'Give an end that is later than the beginning.',
  },
  deskHours: {
    ja: '窓口の時間は1つから4つまで、早い順に、重ならず間を空けて入れてください。',
    en: 'Give one to four periods of desk hours, earliest first, with a break between each two.',
  },
  deskInSystem: {
    ja: '窓口の時間は、システム利用可能時間の中にしてください。',
    en: 'Keep the desk hours inside the system hours.',
  },
  yearEndFrom: {
    ja: '年末の休みの初日を、12月の日付で 12-29 のように入れてください。',
    en: 'Give the first closed day of the year end as a day in December: 12-29.',
  },
  yearEndTo: {
    ja: '年始の休みの最終日を、1月の日付で 01-03 のように入れてください。',
    en: 'Give the last closed day of the New Year as a day in January: 01-03.',
  },
  certifyPersons: {
    ja: '認証に必要な人数は、1 か 2 にしてください。',
    en: 'The number of persons who certify is 1 or 2.',
  },
  printWindowDays: {
    ja: '印刷期間は、1日から365日までの整数にしてください。',
    en: 'Give the print window as a whole number of days from 1 to 365.',
  },
  yesOrNo: { ja: '「はい」(true)か「いいえ」(false)を選んでください。', en: 'Choose yes (true) or no (false).' },
  maxDeclarationAgeDays: {
    ja: '宣誓の日付からの日数は、0日から365日までの整数にしてください。',
    en: 'Give the greatest age of a declaration as a whole number of days from 0 to 365.',
  },
  sheetWording: {
    ja: '証明書の文言は、1字から600字までで入れてください。使わない文言は取り除いてください。',
    en: 'Give words for the sheet of 1 to 600 characters each. Remove those that are not used.',
  },
  ruleLevel: {
    ja: '規則の強さは block(申請を止める)、warn(注意を促す)、off(何も言わない)のどれかにしてください。',
    en: 'A rule’s level is block (stops submission), warn (told to applicant and examiner) or off (nothing is said).',
  },
  taxNumber: {
    ja: '適格請求書発行事業者の登録番号を、T と13桁の数字で入れてください。数字の誤りがないかも確かめてください。',
    en: 'Give the registration number of the qualified invoice issuer: T and 13 digits. Check the digits for a slip.',
  },
} as const satisfies Record<string, Mend>;
export type SettingMend = keyof typeof settingMends;
