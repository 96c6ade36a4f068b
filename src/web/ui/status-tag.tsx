/**
 * `neutral`: not begun or over. `progress`: with the chamber. `done`: as wished. `attention`: the reader's turn.
 * `stopped`: blocked, refused, revoked. The words always say it too; colour is never the only sign.
 */
export type StatusTone = 'neutral' | 'progress' | 'done' | 'attention' | 'stopped';

/** The state of one thing in one word. */
export function StatusTag(props: { tone: StatusTone; text: string }) {
  return <span class={`status status-${props.tone}`}>{props.text}</span>;
}
