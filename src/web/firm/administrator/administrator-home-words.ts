import { catalogue } from '../../ui/words.ts';

export const administratorHomeWords = catalogue(
  {
    heading: '貿易登録とID',
    registration: '貿易登録',
    ids: 'パスワード未設定のID',
    idCount: (n: string) => `${n}件`,
    idsNone: 'ありません',
    toIds: 'IDの管理を開く',
    spend: '今月のお支払い',
    toRegistration: '貿易登録を開く',
    toSpend: 'お支払いの集計を開く',
    cases: (n: string, money: string) => `${money}(${n}件)`,
  },
  {
    heading: 'Registration and IDs of your firm',
    registration: 'Trade registration',
    ids: 'IDs without a password yet',
    idCount: (n) => n,
    idsNone: 'None',
    toIds: 'Open the IDs',
    spend: 'Paid this month',
    toRegistration: 'Open the registration',
    toSpend: 'Open the spend',
    cases: (n, money) => `${money} (${n} application${n === '1' ? '' : 's'})`,
  },
);
