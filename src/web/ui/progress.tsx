/**
 * Work that takes over a second, and what is being done: 「認証済み 12 / 40」. Stands still without script; the page
 * that holds it offers a link to itself. `text` is read out when an island changes it.
 */
export function Progress(props: { id: string; text: string; done: number; total: number }) {
  return (
    <div class="progress">
      <p class="progress-text" id={`${props.id}-text`} role="status">
        {props.text}
      </p>
      <progress
        id={props.id}
        aria-labelledby={`${props.id}-text`}
        value={String(props.done)}
        max={String(props.total)}
      />
    </div>
  );
}
