import { Hono } from 'hono';
import { type KeyRight, keyRights } from '../../accounts/account.ts';
import { listApiKeys, makeApiKey, revokeApiKey } from '../../accounts/api-keys.ts';
import type { ApiKey } from '../../accounts/api-keys-store.ts';
import { type FieldProblem, Refusal } from '../../lib/refusal.ts';
import { frameOf } from '../frame.ts';
import { paths } from '../paths.ts';
import { ctxOf, type Env, type Req } from '../request.ts';
import { Button, ButtonRow, PostButton } from '../ui/button.tsx';
import { CheckboxGroup } from '../ui/choice-field.tsx';
import { formatDayTime } from '../ui/dates.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { problemFor } from '../ui/field-frame.tsx';
import { Layout, page } from '../ui/layout.tsx';
import { Notice } from '../ui/notice.tsx';
import { StatusTag } from '../ui/status-tag.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { Lang } from '../ui/words.ts';
import { apiKeysWords } from './api-keys-words.ts';

export const apiKeyScreens = new Hono<Env>();

apiKeyScreens.get(paths.apiKeys, async (c) => c.html(await apiKeysPage(c, {})));

apiKeyScreens.post(paths.apiKeys, async (c) => {
  const body = await c.req.parseBody({ all: true });
  const name = typeof body['name'] === 'string' ? body['name'] : '';
  const ticked = [body['may'] ?? []].flat();
  const may = keyRights.filter((right) => ticked.includes(right));
  try {
    const { key } = await makeApiKey(ctxOf(c), { name, may });
    // Shown in the answer to the post itself: a secret must not pass through an address, nor be kept to be shown again.
    return c.html(await apiKeysPage(c, { key }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid') throw error;
    return c.html(await apiKeysPage(c, { problems: error.fields, name, may }), 422);
  }
});

apiKeyScreens.post(paths.revokeApiKey(':apiKeyId'), async (c) => {
  await revokeApiKey(ctxOf(c), c.req.param('apiKeyId'));
  return c.redirect(paths.apiKeys, 303);
});

type Shown = { key?: string; problems?: readonly FieldProblem[]; name?: string; may?: readonly KeyRight[] };

async function apiKeysPage(c: Req, shown: Shown): Promise<string> {
  const ctx = ctxOf(c);
  const keys = await listApiKeys(ctx);
  const { lang } = c.var;
  const w = apiKeysWords[lang];
  const problems = shown.problems ?? [];
  return page(
    <Layout {...frameOf(c)} title={w.title} hasErrors={problems.length > 0}>
      <ErrorSummary lang={lang} problems={problems} />
      {shown.key === undefined ? null : (
        <Notice tone="success" heading={w.made1}>
          <p>{w.madeText}</p>
          <p>
            {w.key}: <code class="secret">{shown.key}</code>
          </p>
        </Notice>
      )}
      <p>{w.lead}</p>
      <p>
        <a href={paths.openApi}>{w.reference}</a>
      </p>
      <h2>{w.listHeading}</h2>
      {keys.length === 0 ? (
        <EmptyState heading={w.emptyHeading} />
      ) : (
        <Table
          {...{ lang, id: 'api-keys', caption: w.caption, captionUnseen: true, phone: 'stack' }}
          columns={columns(lang, ctx.actor.role === 'staff')}
          rows={keys}
        />
      )}
      <h2>{w.makeHeading}</h2>
      <form method="post" action={paths.apiKeys}>
        <TextField
          {...{ lang, name: 'name', label: w.name, help: w.nameHelp, required: true, maxlength: 60, width: 'middle' }}
          value={shown.name}
          error={problemFor(problems, lang, 'name')}
        />
        <MayField lang={lang} rights={ctx.actor.rights} values={shown.may ?? []} />
        <ButtonRow>
          <Button tone="primary">{w.make}</Button>
        </ButtonRow>
      </form>
    </Layout>,
  );
}

/** Asked of those alone who may allow it (staff who manage staff), and only what they hold themselves. */
function MayField(props: { lang: Lang; rights: readonly string[]; values: readonly KeyRight[] }) {
  const { lang, rights, values } = props;
  const w = apiKeysWords[lang];
  if (!rights.includes('manage_staff')) return null;
  const label = { certify: w.certify, revoke: w.revokeRight, manage_staff: w.manage_staff, register: w.register };
  return (
    <CheckboxGroup
      {...{ lang, name: 'may', label: w.may, help: w.mayHelp, required: false, values }}
      options={keyRights.filter((right) => rights.includes(right)).map((value) => ({ value, label: label[value] }))}
    />
  );
}

function columns(lang: Lang, staff: boolean): Column<ApiKey>[] {
  const w = apiKeysWords[lang];
  const label = { certify: w.certify, revoke: w.revokeRight, manage_staff: w.manage_staff, register: w.register };
  const allowed: Column<ApiKey> = {
    key: 'may',
    head: w.allowed,
    cell: (key) => key.may.map((right) => label[right]).join(lang === 'ja' ? '、' : ', ') || '—',
  };
  return [
    { key: 'name', head: w.name, namesRow: true, cell: (key) => key.name },
    { key: 'hint', head: w.hint, cell: (key) => <code>{key.hint}…</code> },
    ...(staff ? [allowed] : []),
    { key: 'made', head: w.made, kind: 'day', cell: (key) => formatDayTime(lang, key.createdAt) },
    {
      key: 'status',
      head: w.status,
      cell: (key) =>
        key.status === 'active' ? (
          <StatusTag tone="done" text={w.active} />
        ) : (
          <StatusTag tone="stopped" text={w.revoked} />
        ),
    },
    {
      key: 'deed',
      head: w.deed,
      cell: (key) =>
        key.status === 'active' ? (
          <PostButton action={paths.revokeApiKey(key.apiKeyId)} tone="link">
            {w.revoke}
            <span class="unseen">{w.of(key.name)}</span>
          </PostButton>
        ) : (
          '—'
        ),
    },
  ];
}
