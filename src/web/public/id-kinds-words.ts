import { catalogue } from '../ui/words.ts';

/** 3種類のIDについて. What each may do is not written here: it is read from the table of rights. */
export const idKindsWords = catalogue(
  {
    title: '3種類のIDについて',
    lead: 'ご利用になるIDは、管理者ID、ユーザーID、サブIDの3種類です。どのIDも、商工会議所コードとあわせてサインインします。',
    administrator: '管理者ID',
    user: 'ユーザーID',
    sub: 'サブID',
    purpose: '役割',
    holder: '使う方',
    stands: '番号の記載',
    made: '作成と終了',
    may: 'できること',
    forgotten: 'パスワードを忘れたとき',
    administratorPurpose:
      '会社の貿易登録と、会社のIDを見守るためのIDです。発給申請、お支払い、証明書の印刷には使えません。',
    administratorHolder: '貿易登録の担当者。会社に1つです。',
    administratorStands: '貿易登録証に「A0001」のように記載されています。',
    administratorMade: '商工会議所が、貿易登録ごとに1つ発行し、終了します。担当者のメールアドレスと結び付いています。',
    administratorForgotten:
      'サインイン画面の「パスワードを忘れたとき」から、ご自分で再設定します。メールを受け取れないときは、商工会議所へお問い合わせください。',
    userPurpose: '署名者が発給申請をするためのIDです。証明書には、この署名者のサインを印刷します。',
    userHolder: '署名登録をした署名者。1人に1つです。会社ごとに15人までを目安とし、16人からは理由書が必要です。',
    userStands: '署名登録証に「U0001」のように記載されています。署名登録証は、管理者IDで閲覧・出力できます。',
    userMade: '商工会議所が、署名登録のたびに発行し、終了します。',
    userForgotten:
      'サインイン画面の「パスワードを忘れたとき」から、ご自分で再設定します。会社の管理者に、再設定を始めてもらうこともできます。',
    subPurpose: '署名者に代わって発給申請を準備するためのIDです。証明書には、IDを作った署名者のサインを印刷します。',
    subHolder: '会社の担当者、または代行業者の担当者。数の制限はありません。',
    subStands:
      '「U0001-01」のように、署名者のユーザーIDに続く番号です。IDを作った署名者がお知らせします。登録証には記載されません。',
    subMade: '署名者が、ユーザーIDで作成し、制限し、引き継ぎ、終了します。',
    subForgotten:
      'サインイン画面の「パスワードを忘れたとき」から、ご自分で再設定します。会社の管理者に、再設定を始めてもらうこともできます。',
    subMay: '申請とお支払いは、署名者が認めたサブIDだけができます。',
    passwords: 'パスワードについて',
    passwordsText:
      'どのIDのパスワードも、使う方がご自分で決めます。商工会議所や管理者が、パスワードを知ることや決めることはありません。はじめてのときと再設定のときは、1回だけ使えるリンクをメールでお送りするか、コードをお渡しします。',
    toForgotten: 'パスワードを忘れたとき',
    toLink: '手渡されたコードを入れる',
    factors: '2段階認証について',
    factorsText:
      'パスワードに加えて、お手元の端末でもご本人であることを確かめます。どのIDでも、サインインしたあとの「2段階認証」の画面で、ご自分で設定できます。',
    factorTotp:
      '認証アプリ: スマートフォンなどのアプリに、30秒ごとに新しい6桁のコードが表示されます。サインインのときに入れます。',
    factorPasskey: 'パスキー: 端末の指紋・顔・暗証番号や、セキュリティキーで確かめます。',
    factorRecovery:
      '回復コード: 認証アプリもパスキーも使えないときのための、10個のコードです。はじめて設定したときに、一度だけ表示します。',
    factorsWho:
      '管理者ID、ユーザーID、サブIDでは任意です。商工会議所の職員が証明書を認証するには、2段階認証の設定が必要です。',
    factorsProof:
      '証明書の認証、手続きの受理、署名者の変更、サブIDの終了や引継ぎ、パスワードの再設定の開始、APIキーの作成、2段階認証の変更の前には、サインインの確認から30分が過ぎていると、もう一度ご本人であることを確かめます。',
    factorsLost:
      '認証アプリもパスキーも回復コードもなくしたときは、ユーザーIDとサブIDは会社の管理者が、パスワードの再設定とあわせて2段階認証を解除できます。管理者IDは商工会議所へ、職員は商工会議所のシステム担当者へお申し出ください。',
    own: 'このIDの申請',
    signatory: 'この署名者の名義の申請',
    shared: 'この署名者の名義の申請。会社の設定により、会社のすべての申請',
    withScope: (act: string, scope: string) => `${act}(${scope})`,
  },
  {
    title: 'The three kinds of ID',
    lead: 'There are administrator IDs, user IDs and sub IDs. With each of them you sign in together with the chamber code.',
    administrator: 'Administrator ID',
    user: 'User ID',
    sub: 'Sub ID',
    purpose: 'What it is for',
    holder: 'Who holds it',
    stands: 'Where its number stands',
    made: 'Who makes and ends it',
    may: 'What it may do',
    forgotten: 'Password forgotten',
    administratorPurpose:
      'Looks after the firm’s trade registration and IDs. It does not apply, pay or print certificates.',
    administratorHolder: 'The contact of the trade registration. One for each firm.',
    administratorStands: 'On the trade registration certificate, as in “A0001”.',
    administratorMade:
      'The chamber issues one for each trade registration, and ends it. It belongs to the contact’s mail address.',
    administratorForgotten:
      'Choose a new one yourself at “Forgot your password?” on the sign-in page. If you receive no mail, ask the chamber.',
    userPurpose: 'With it a signatory applies for certificates, which bear this signatory’s signature.',
    userHolder:
      'A signatory whose signature is registered; one each. Up to 15 for a firm as a rule; from the 16th with a statement of reasons.',
    userStands:
      'On the signature registration certificate, as in “U0001”. The administrator ID can view and print that certificate.',
    userMade: 'The chamber issues one for each registered signature, and ends it.',
    userForgotten:
      'Choose a new one yourself at “Forgot your password?” on the sign-in page. The firm’s administrator can also start it for you.',
    subPurpose:
      'Prepares applications for a signatory. Certificates bear the signature of the signatory who made the ID.',
    subHolder: 'Staff of the firm or of its agent. Any number.',
    subStands:
      'The signatory’s user ID with a number behind it, as in “U0001-01”. The signatory who made it tells you. It is on no certificate.',
    subMade: 'The signatory makes, limits, hands over and ends it with the user ID.',
    subForgotten:
      'Choose a new one yourself at “Forgot your password?” on the sign-in page. The firm’s administrator can also start it for you.',
    subMay: 'Submitting and paying only where the signatory allows it.',
    passwords: 'About passwords',
    passwordsText:
      'Whoever holds an ID chooses its password. Neither the chamber nor an administrator knows or chooses it. For the first time and after it was forgotten, you get a link that works once by mail, or a code is handed to you.',
    toForgotten: 'Forgot your password?',
    toLink: 'Enter a code that was handed to you',
    factors: 'About second factors',
    factorsText:
      'Beside the password a device of yours shows who you are. With every kind of ID you can set one up yourself: after signing in, on the page “Second factor”.',
    factorTotp:
      'Authenticator app: an app on your phone shows a new code of six digits every 30 seconds, which you enter when you sign in.',
    factorPasskey: 'Passkey: the fingerprint, face or PIN of your device, or a security key.',
    factorRecovery:
      'Recovery codes: ten codes for when you can use neither app nor passkey. They are shown once, when you set up the first.',
    factorsWho: 'Administrator, user and sub IDs may have one. Staff of the chamber who certify must have one.',
    factorsProof:
      'Certifying, accepting a procedure, changing signatories, ending or handing over sub IDs, starting a password reset, making an API key, changing second factors: when you last showed who you are more than 30 minutes ago, you are asked once more.',
    factorsLost:
      'If app, passkey and recovery codes are all lost: for user and sub IDs the firm’s administrator can take the second factor away, together with a password reset. Holders of an administrator ID ask the chamber, staff ask whoever runs the chamber’s system.',
    own: 'applications of this ID',
    signatory: 'applications in this signatory’s name',
    shared: 'applications in this signatory’s name; all of the firm’s where the firm allows it',
    withScope: (act: string, scope: string) => `${act} (${scope})`,
  },
);
