import type { Child } from 'hono/jsx';

export type SummaryItem = {
  key: string;
  value: Child;
  /** The language of the value, where it differs from the page's. */
  valueLang?: string | undefined;
  /** A link to change it. Its text must say what it changes: 「荷受人を直す」. */
  action?: Child;
};

/** Names and values: a case at a glance, an answer to check before it is sent. */
export function SummaryList(props: { items: readonly SummaryItem[] }) {
  return (
    <dl class="summary">
      {props.items.map((item) => (
        <div class="summary-item">
          <dt>{item.key}</dt>
          <dd class="summary-value" lang={item.valueLang}>
            {item.value}
          </dd>
          {item.action === undefined ? null : <dd class="summary-action">{item.action}</dd>}
        </div>
      ))}
    </dl>
  );
}
