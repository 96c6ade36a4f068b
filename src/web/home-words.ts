import { catalogue } from './ui/words.ts';

export const homeWords = catalogue(
  {
    title: 'ホーム',
    about: 'サインイン中のID',
    chamber: '商工会議所',
    chamberCode: '商工会議所コード',
    id: 'ID',
    name: '氏名',
    role: 'IDの種類',
    others: (n: number) => `このIDは、ほかに${n}か所でサインインしています`,
    othersText: (_n: number) =>
      '心当たりがないときは、一覧を確かめてサインアウトしてください。同時に使っても、どちらも締め出されません。',
    othersLink: 'サインイン中の端末を見る',
    factorNeeded: '認証には、2段階認証の設定が必要です',
    factorNeededText: '証明書の認証と、それに伴う操作は、設定が済むとできるようになります。',
    setUpFactor: '2段階認証を設定する',
    password: 'パスワードを変更する',
    rights: '権限',
    examine: '審査',
    certify: '認証',
    revoke: '取消',
    manage_staff: '職員の管理',
    register: '貿易登録',
    none: '閲覧のみ',
    administrator:
      '管理者IDは、貿易登録の管理者がお使いになるIDです。会社のIDと発給申請を見ることができ、申請・お支払い・印刷はできません。',
    sub: 'サブIDは、署名者から渡されたIDです。このIDで作る証明書には、IDを作った署名者のサインを印刷します。',
    user: 'ユーザーIDは、署名者がお使いになるIDです。このIDで作る証明書には、この署名者のサインを印刷します。',
    hours: (opens: string, closes: string) =>
      `システムの利用可能時間は、商工会議所の営業日の${opens}から${closes}までです。それ以外の時間も使えますが、保守のため止まることがあります。`,
  },
  {
    title: 'Home',
    about: 'The ID you are signed in with',
    chamber: 'Chamber',
    chamberCode: 'Chamber code',
    id: 'ID',
    name: 'Name',
    role: 'Kind of ID',
    others: (n: number) => `This ID is signed in at ${n} other place${n === 1 ? '' : 's'}`,
    othersText: (n: number) =>
      `If you do not know ${n === 1 ? 'it' : 'them'}, look at the list and sign ${n === 1 ? 'it' : 'them'} out. Several people can use one ID at once; nobody is locked out.`,
    othersLink: 'See active sessions',
    factorNeeded: 'To certify you need a second factor',
    factorNeededText: 'You can certify, and do what goes with it, once it is set up.',
    setUpFactor: 'Set up a second factor',
    password: 'Change your password',
    rights: 'Rights',
    examine: 'Examine',
    certify: 'Certify',
    revoke: 'Revoke',
    manage_staff: 'Manage staff',
    register: 'Trade registration',
    none: 'View only',
    administrator:
      'An administrator ID is for whoever looks after the trade registration: it sees the firm’s IDs and applications, and does not apply, pay or print.',
    sub: 'A sub ID was given to you by a signatory: certificates made with it bear that signatory’s signature.',
    user: 'A user ID is for the signatory: certificates made with it bear this signatory’s signature.',
    hours: (opens, closes) =>
      `The system is available on the chamber’s working days from ${opens} to ${closes} JST. You can use it at other times too, but it may be down for maintenance.`,
  },
);
