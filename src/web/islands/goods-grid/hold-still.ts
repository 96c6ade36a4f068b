// Nothing may move under the pointer: a click meant for a cell would press what has come there instead.

/** Makes a change above `what` and scrolls by as much as it moved, so that it stays where it is on the screen. */
export function holdStill(what: Element | null, change: () => void): void {
  const before = what?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (what?.getBoundingClientRect().top ?? 0) - before;
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
}
