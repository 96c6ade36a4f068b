// The one table of rights: what each kind of ID may do, and with whose things. Every deed asks it (`may`, `requireAct`); the
// pages ask it which links and buttons to show; docs/rights.md is drawn from it; test/rights/ holds every route
// against it.
import { Refusal } from '../lib/refusal.ts';
import type { Account, Right, Role } from './account.ts';

/**
 * Whose things. self: what belongs to the ID itself. own: made under this very ID. signatory: made under the signatory's
 * name, by him or by a sub ID of his, and what he has taken over from another signatory. shared: the same, or all of the
 * firm's where the firm lets its signatories see each other's cases. firm: all of the registration. chamber: all of the
 * chamber, drafts left out.
 */
export type Scope = 'self' | 'own' | 'signatory' | 'shared' | 'firm' | 'chamber';

type Line = Readonly<Record<Role, Scope | null>> & {
  readonly ja: string;
  readonly en: string;
  /** Of a member of staff it takes this right, too. */
  readonly needs?: Right;
};

const nobody = { administrator: null, user: null, sub: null, staff: null } as const;
const everybody = { administrator: 'self', user: 'self', sub: 'self', staff: 'self' } as const;
const line = (ja: string, en: string, who: Partial<Record<Role, Scope>>, needs?: Right): Line => ({
  ...{ ja, en, ...nobody, ...who },
  ...(needs ? { needs } : {}),
});

export const acts = {
  // The ID itself
  'account.use': line(
    '自分のIDのサインイン状況とパスワードの管理',
    'One’s own ID: where it is signed in, its password',
    everybody,
  ),
  'account.keys': line('自分のIDのAPIキー', 'API keys of one’s own ID', everybody),

  'account.clients': line(
    '取引先の切替(自分のほかのサブIDを加え、切り替える)',
    'Switch among one’s own sub IDs of several firms',
    {
      sub: 'self',
    },
  ),

  // 発給申請
  'application.read': line('発給申請と履歴の閲覧', 'See applications and their history', {
    ...{ administrator: 'firm', user: 'shared', sub: 'own' },
  }),
  'application.write': line('貿易関係証明の作成・修正', 'Make and correct applications', {
    ...{ user: 'signatory', sub: 'own' },
  }),
  'application.submit': line('発給申請・取下げ', 'Submit and withdraw applications', {
    ...{ user: 'signatory', sub: 'own' },
  }),
  'application.release': line(
    'サブIDが準備した申請の確認(申請する、または戻す)',
    'Release or give back what a sub ID prepared',
    { user: 'signatory' },
  ),

  // 決済と印刷
  'payment.read': line('お支払いの閲覧', 'See payments', { administrator: 'firm', user: 'signatory', sub: 'own' }),
  'payment.pay': line('手数料のお支払い', 'Pay fees', { user: 'signatory', sub: 'own' }),
  'paper.print': line('証明書とご利用明細の印刷', 'Print certificates and usage statements', {
    ...{ user: 'signatory', sub: 'own' },
  }),

  // 貿易登録とID
  'registration.read': line('貿易登録の閲覧', 'See the trade registration', {
    administrator: 'firm',
    staff: 'chamber',
  }),
  'registration.set': line(
    '会社の設定(署名者どうしの閲覧、サブIDの申請前の確認)',
    'The firm’s own settings: who sees whose cases, release of what sub IDs prepare',
    { administrator: 'firm' },
  ),
  'registration.request': line('貿易登録の変更・更新の申請', 'Request changes and renewals of the registration', {
    administrator: 'firm',
  }),
  'signature_certificate.print': line('署名登録証の閲覧・出力', 'View and print signature registration certificates', {
    administrator: 'firm',
  }),
  'id.list': line('ユーザーIDとサブIDの閲覧', 'See user IDs and sub IDs', { administrator: 'firm' }),
  'id.reset': line(
    'ユーザーIDとサブIDのパスワード再設定の開始(パスワードは本人が決めます)',
    'Start a password reset of user IDs and sub IDs (their holders choose the password)',
    { administrator: 'firm' },
  ),
  'sub.manage': line('サブIDの生成・制限・引継ぎ・終了', 'Make, limit, hand over and end sub IDs', {
    user: 'signatory',
  }),

  // 商工会議所
  'desk.look': line('審査画面の閲覧', 'Look at the desk', { staff: 'chamber' }),
  'desk.examine': line(
    '審査(承認・修正依頼・却下)',
    'Examine: approve, send back, reject',
    { staff: 'chamber' },
    'examine',
  ),
  'desk.certify': line(
    '認証・認証前の差戻し・承認取消・保留の再開・印刷期間の再設定',
    'Certify, hand back, cancel, resume what is held, open printing again',
    { staff: 'chamber' },
    'certify',
  ),
  'desk.register': line(
    '貿易登録の手続きの審査と受理',
    'Examine and accept procedures of trade registration',
    { staff: 'chamber' },
    'register',
  ),
  'desk.sanction': line(
    '処分(発給停止・追加書類・登録抹消)とその解除',
    'Sanctions: suspend, ask for more documents, strike off; lift them',
    { staff: 'chamber' },
    'register',
  ),
} as const satisfies Record<string, Line>;

export type Act = keyof typeof acts;
export const actNames = Object.keys(acts) as readonly Act[];

/** With whose things this ID may do it; null: with nobody's. */
export function scopeOf(actor: Pick<Account, 'role' | 'rights'>, act: Act): Scope | null {
  const { [actor.role]: scope, needs }: Line = acts[act];
  return needs && !actor.rights.includes(needs) ? null : scope;
}

/** Whether a page shows the way there. The deed asks again. */
export const may = (actor: Pick<Account, 'role' | 'rights'>, act: Act): boolean => scopeOf(actor, act) !== null;

/** Refuses `not_allowed` where the table says no; returns with whose things it may be done. */
export function requireAct(actor: Pick<Account, 'role' | 'rights'>, act: Act): Scope {
  const scope = scopeOf(actor, act);
  if (scope === null) throw new Refusal('not_allowed');
  return scope;
}
