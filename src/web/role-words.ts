import { catalogue } from './ui/words.ts';

export const roleWords = catalogue(
  {
    administrator: '管理者ID',
    user: 'ユーザーID(署名者)',
    sub: 'サブID',
    staff: '商工会議所職員',
    home: 'ホーム',
    applications: '発給申請',
    payments: 'お支払い',
    printable: '証明書印刷',
    desk: '審査',
    sessions: 'サインイン中の端末',
    apiKeys: 'APIキー',
  },
  {
    administrator: 'Administrator ID',
    user: 'User ID (signatory)',
    sub: 'Sub ID',
    staff: 'Chamber staff',
    home: 'Home',
    applications: 'Applications',
    payments: 'Payment',
    printable: 'Print certificates',
    desk: 'Examination',
    sessions: 'Active sessions',
    apiKeys: 'API keys',
  },
);
