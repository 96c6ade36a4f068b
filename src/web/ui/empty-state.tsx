import type { Child, PropsWithChildren } from 'hono/jsx';

/** A list with nothing in it: says why (nothing yet, or nothing that fits the filter) and the way on. */
export function EmptyState(props: PropsWithChildren<{ heading: string; action?: Child }>) {
  return (
    <div class="empty">
      <p class="empty-heading">{props.heading}</p>
      {props.children === undefined ? null : <div class="empty-text">{props.children}</div>}
      {props.action === undefined ? null : <div class="empty-action">{props.action}</div>}
    </div>
  );
}
