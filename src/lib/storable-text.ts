// What PostgreSQL cannot keep as text, found before it is asked to: its error would be a fault of ours (500). Pure.

/** Where in a value, `goods.3.description`, stands which sign, `U+0000`. */
export type UnstorableText = { path: string; sign: string };

/**
 * The texts that neither `text` nor `jsonb` takes: with a NUL, or with half of a surrogate pair
 * (PostgreSQL manual, 8.14 JSON Types). At most `limit`, in the order of the value.
 */
export function unstorableTexts(value: unknown, limit = 20): UnstorableText[] {
  const found: UnstorableText[] = [];
  // A stack of our own: a hostile value may be nested deeper than the language's.
  const todo: { path: string; value: unknown }[] = [{ path: '', value }];
  for (let next = todo.pop(); next !== undefined && found.length < limit; next = todo.pop()) {
    const { path, value: part } = next;
    if (typeof part === 'string') {
      const sign = unstorableSign(part);
      if (sign !== undefined) found.push({ path, sign });
    } else if (typeof part === 'object' && part !== null) {
      const inner = Object.entries(part).map(([key, one]) => ({
        path: path === '' ? key : `${path}.${key}`,
        value: one,
      }));
      for (const one of inner.reverse()) todo.push(one);
    }
  }
  return found;
}

function unstorableSign(text: string): string | undefined {
  if (text.includes('\0')) return 'U+0000';
  const half = text.isWellFormed() ? undefined : /\p{Surrogate}/u.exec(text)?.[0];
  return half && `U+${half.charCodeAt(0).toString(16).toUpperCase()}`;
}
