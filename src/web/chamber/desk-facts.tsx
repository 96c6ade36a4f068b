import type { Child } from 'hono/jsx';

export type DeskFact = { key: string; value: Child };

/** What stands at the head of a case: more beside each other than a summary has. */
export function DeskFacts({ facts }: { facts: readonly DeskFact[] }) {
  return (
    <dl class="desk-facts">
      {facts.map(({ key, value }) => (
        <div>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
