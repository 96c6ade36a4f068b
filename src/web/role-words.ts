import { catalogue } from './ui/words.ts';

export const roleWords = catalogue(
  {
    user: 'ユーザーID(署名者)',
    staff: '商工会議所職員',
    home: 'ホーム',
    sessions: 'サインイン中の端末',
    apiKeys: 'APIキー',
  },
  {
    user: 'User ID (signatory)',
    staff: 'Chamber staff',
    home: 'Home',
    sessions: 'Where you are signed in',
    apiKeys: 'API keys',
  },
);
