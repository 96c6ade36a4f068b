// docs/rules.md, made from the rules of all kinds and their examples. scripts/make-rules.mjs writes it, a test compares.
import type { Finding } from '../../src/applications/finding.ts';
import {
  foreignContent,
  foreignFacts,
  foreignFixtures,
} from '../../src/applications/forms/foreign-origin/rules/fixtures.ts';
import { foreignRules } from '../../src/applications/forms/foreign-origin/rules/rules.ts';
import { type ApplicationKind, applicationKinds, formFor } from '../../src/applications/forms/forms.ts';
import { baseContent, baseFacts } from '../../src/applications/forms/origin/rules/fixtures/base.ts';
import { originFixtures } from '../../src/applications/forms/origin/rules/fixtures/fixtures.ts';
import { originRules } from '../../src/applications/forms/origin/rules/rules.ts';
import type { AboutRule } from '../../src/applications/forms/rule.ts';
import { leftToExaminer } from './left-to-examiner.ts';

/** What a rule says of its first bad example, and how many of each sort there are. */
type Examples = { said: Finding | undefined; good: number; bad: number };

/** A kind's rules with their examples: each changes a content that no rule objects to; with a path, so that it is bad. */
type Material<C, F, Example extends { change: (content: C, facts: F) => void; path?: string }> = {
  rules: readonly { name: string; find: (content: C, facts: F) => Finding[] }[];
  fixtures: Readonly<Record<string, readonly Example[]>>;
  content: (example: Example) => C;
  facts: () => F;
};

const examplesIn =
  <C, F, Example extends { change: (content: C, facts: F) => void; path?: string }>(of: Material<C, F, Example>) =>
  (name: string): Examples => {
    const all = of.fixtures[name] ?? [];
    const bad = all.filter(({ path }) => path !== undefined);
    const [first] = bad;
    if (first === undefined) return { said: undefined, good: all.length, bad: 0 };
    const [content, facts] = [of.content(first), of.facts()];
    first.change(content, facts);
    const rule = of.rules.find((one) => one.name === name);
    const said = rule?.find(content, facts).find(({ path }) => path === first.path);
    return { said, good: all.length - bad.length, bad: bad.length };
  };

const examplesOf: Record<ApplicationKind, (name: string) => Examples> = {
  origin: examplesIn({ rules: originRules, fixtures: originFixtures, content: baseContent, facts: baseFacts }),
  foreign_origin: examplesIn({
    ...{ rules: foreignRules, fixtures: foreignFixtures, content: foreignContent, facts: foreignFacts },
  }),
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const levelWords = { block: '止める block', warn: '注意 warn' } as const;

function ruleRow(kind: ApplicationKind, rule: AboutRule): string {
  const { said, good, bad } = examplesOf[kind](rule.name);
  if (said === undefined) throw new Error(`${kind}: no bad example of ${rule.name}`);
  const level = `${levelWords[rule.level]}${rule.fixed ? ' (固定 fixed)' : ''}`;
  return row([`\`${rule.name}\``, rule.box, level, `${said.ja}<br>${said.en}`, rule.source, `${good} / ${bad}`]);
}

/** What a kind shares with one before it, rule for rule, is told once. */
function kindTable(kind: ApplicationKind, index: number): string {
  const { name, rules } = formFor(kind);
  const before = applicationKinds.slice(0, index).map(formFor);
  const shared = (rule: AboutRule) => before.find((form) => form.rules.includes(rule));
  const own = rules.filter((rule) => shared(rule) === undefined);
  const said = [...Map.groupBy(rules, shared)].flatMap(([form, same]) =>
    form === undefined
      ? []
      : [`${form.name.ja}と同じ規則 ${same.length}件。 ${same.length} rules as for the ${form.name.en}.`, ''],
  );
  return [
    `## ${name.ja} / ${name.en} (${rules.length})`,
    '',
    ...said,
    row(['名前 name', '欄 box', '強さ level', '言うこと says', '出典 source', '良い例 / 悪い例 good / bad']),
    row(['---', '---', '---', '---', '---', '---']),
    ...own.map((rule) => ruleRow(kind, rule)),
    '',
  ].join('\n');
}

const leftTable = [
  '## 審査の担当者に任せること / Left to the examiner',
  '',
  row(['欄・書類 where', '見ること what', '規則にしない理由 why no rule decides it']),
  row(['---', '---', '---']),
  ...leftToExaminer.map(({ place, ja, en, why }) => row([place, `${ja}<br>${en}`, `${why.ja}<br>${why.en}`])),
  '',
].join('\n');

const intro = `# 規則の一覧 / The rules

このファイルは規則と、その良い例・悪い例から作られています。\`npm run rules\` で作り直します。手で直しません。
This file is made from the rules and their examples by \`npm run rules\`; it is not written by hand.

規則は、入力の間、申請のとき、審査の画面、認証の前、そして商品のファイルの検査(\`hakkyu check-goods\`、API)で同じものが働きます。
The same rules speak while somebody types, at submission, on the examiner's page, before certifying, and on a file of goods
(\`hakkyu check-goods\`, the API).

**強さ level.** block: このままでは申請できない。 warn: 申請できるが、申請者と審査の担当者に示す。商工会議所は設定 \`ruleLevels\` で規則ごとに
block、warn、off を選べます。固定の規則は証明書そのもの(収まるか、印刷できるか、だれの宣誓か)を守るため、弱められません。
A chamber may set block, warn or off for each rule (\`ruleLevels\` in its settings). A fixed rule protects the certificate itself —
what fits, what can be printed, who declares — and cannot be made softer. \`hakkyu check-goods\`, which knows no chamber, uses the levels below.

**言うこと says.** 初めの悪い例について規則が言う言葉。 What the rule says of its first bad example.
`;

export const rulesDoc = (): string => [intro, ...applicationKinds.map(kindTable), leftTable].join('\n');
