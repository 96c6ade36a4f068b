// docs/rights.md, made from the table of rights and the table of routes. scripts/make-rights.mjs writes it, a test compares.
import { type Right, type Role, roles } from '../../src/accounts/account.ts';
import { type Act, actNames, acts, type Scope } from '../../src/accounts/rights.ts';
import type { Guarded, Row, Rows } from './row.ts';

const roleNames: Record<Role, string> = {
  administrator: '管理者ID / administrator ID',
  user: 'ユーザーID / user ID',
  sub: 'サブID / sub ID',
  staff: '商工会議所の職員 / staff',
};

const scopeWords: Record<Scope, { short: string; ja: string; en: string }> = {
  self: { short: '自分 self', ja: 'そのID自身のもの', en: 'what belongs to the ID itself' },
  own: { short: 'このID own', ja: 'このIDで作成したもの', en: 'made under this very ID' },
  signatory: {
    ...{ short: '署名者 signatory', ja: 'この署名者の名義のもの(サブIDの分、引き継いだ分を含む)' },
    en: 'made under the signatory’s name, by him or a sub ID of his, and what he took over',
  },
  shared: {
    ...{ short: '署名者・共有 shared', ja: '同じ。会社が署名者どうしの閲覧を認めたときは会社のすべて' },
    en: 'the same; all of the firm’s where the firm lets its signatories see each other’s cases',
  },
  firm: { short: '会社 firm', ja: '会社(貿易登録)のすべて', en: 'all of the registration' },
  chamber: {
    ...{
      short: '会議所 chamber',
      ja: '商工会議所のすべて(作成中のものを除く)',
      en: 'all of the chamber, drafts left out',
    },
  },
};

const rightNames: Record<Right, string> = {
  ...{ examine: '審査 examine', certify: '認証 certify', revoke: '証明の取消し revoke' },
  ...{ manage_staff: '職員の管理 manage_staff', register: '貿易登録 register' },
};

const openWords: Record<Exclude<Row, Guarded>, string> = {
  public: 'だれでも / anybody',
  gateway: 'カード会社とその画面から戻る方 / the card company, and whoever comes back from its page',
  procedure:
    '貿易登録の手続きのリンクを受け取った方、またはその会社の管理者ID / whoever came by the link of a procedure, or the administrator whose firm it is',
  any_id: 'サインインしたすべてのID(内容は同じ) / every ID that has signed in; the answer is the same for all',
};

export function rightsDoc(table: Rows): string {
  return [head, actsTable(), scopesList(), routesList(table)].join('\n\n').concat('\n');
}

const head = `# 権限の表 / The table of rights

Made by \`npm run rights\` from \`src/accounts/rights.ts\`, which every deed asks and every page's links and buttons follow; do not
edit. \`test/rights/\` sends every route as every kind of ID, with its own things and with other people's.

作成元は \`src/accounts/rights.ts\` です。手で直さず、\`npm run rights\` で作り直してください。`;

function actsTable(): string {
  const head = ['操作', 'Act', ...roles.map((role) => roleNames[role]), '要る権限 / right needed'];
  return ['## 操作 / Acts', '', tableRow(head), tableRow(head.map(() => '---')), ...actNames.map(actRow)].join('\n');
}

function actRow(act: Act): string {
  const line: (typeof acts)[Act] & { needs?: Right } = acts[act];
  const scopes = roles.map((role) => {
    const scope: Scope | null = line[role];
    return scope === null ? '—' : scopeWords[scope].short;
  });
  return tableRow([line.ja, `${line.en} \`${act}\``, ...scopes, line.needs ? rightNames[line.needs] : '']);
}

const tableRow = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function scopesList(): string {
  const lines = Object.values(scopeWords).map(({ short, ja, en }) => `- **${short}**: ${ja} / ${en}`);
  return [
    '## だれのものか / Whose things',
    '',
    ...lines,
    '- —: できません / not at all',
    '',
    'A sub ID submits, withdraws, cancels and pays only where its signatory lets it (`submit`, `pay`). ' +
      'サブIDの申請・取下げ・承認取消と支払いは、署名者がそのサブIDに認めた場合に限ります。',
  ].join('\n');
}

function routesList(table: Rows): string {
  const ofActs = actNames.map((act) => section(act, (row) => typeof row === 'object' && row.act === act));
  const open = (['public', 'gateway', 'procedure', 'any_id'] as const).map((kind) =>
    section(`${kind}: ${openWords[kind]}`, (row) => row === kind),
  );
  return ['## アドレス / Routes', ...ofActs, ...open].join('\n\n');

  function section(title: string, isOf: (row: Row) => boolean): string {
    const routes = Object.entries(table).filter(([, row]) => isOf(row));
    const lines = routes.map(([route, row]) => `- \`${route}\`${besides(row)}`).sort();
    return `### ${title}\n\n${lines.length > 0 ? lines.join('\n') : 'まだありません / none yet'}`;
  }
}

function besides(row: Row): string {
  if (typeof row !== 'object') return '';
  const takes = row.takes ? [`サブIDには \`${row.takes}\` が要ります / a sub ID needs \`${row.takes}\``] : [];
  const only = row.only ? [`${roleNames[row.only]} のみ only`] : [];
  const said = [...takes, ...only];
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}
