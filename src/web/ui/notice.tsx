import type { Child, PropsWithChildren } from 'hono/jsx';

export type NoticeTone = 'info' | 'success' | 'attention' | 'error';

const role = { info: undefined, success: 'status', attention: undefined, error: 'alert' } as const;

/** A message about the whole page: what is so, and (as children) what to do about it. One at a time where possible. */
export function Notice(props: PropsWithChildren<{ tone: NoticeTone; heading: string; action?: Child }>) {
  return (
    <div class={`notice notice-${props.tone}`} role={role[props.tone]}>
      <h2 class="notice-heading">{props.heading}</h2>
      {props.children === undefined ? null : <div class="notice-text">{props.children}</div>}
      {props.action === undefined ? null : <div class="notice-action">{props.action}</div>}
    </div>
  );
}
