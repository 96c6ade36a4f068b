// Versions as HTTP says them: ETag on what is read and written, If-Match on what is about to be written.
import { Refusal } from '../../lib/refusal.ts';
import type { Req } from '../request.ts';

export const etagOf = (version: number): string => `"v${version}"`;

/**
 * The version that the caller has seen; none for `*`, and where it was left out and may be. Refuses `invalid` otherwise.
 * A weak tag is taken too: a proxy that compresses answers weakens their tags.
 */
export function ifMatchOf(c: Req, need: 'required' | 'optional'): { version?: number } {
  const sent = c.req.header('if-match')?.trim();
  if (sent === '*' || (sent === undefined && need === 'optional')) return {};
  const version = /^(?:W\/)?"v([1-9]\d{0,8})"$/.exec(sent ?? '')?.[1];
  if (version === undefined) throw ifMatchNeeded;
  return { version: Number(version) };
}

const ifMatchNeeded = new Refusal('invalid', {
  fields: [
    {
      field: 'If-Match',
      ja: '読み取ったときの ETag を、If-Match ヘッダーにそのまま入れてください(例: "v7")。確かめずに上書きする場合は * を入れてください。',
      en: 'Send the ETag that you have read as If-Match, as it is (such as "v7"), or * to write over whatever is there.',
    },
  ],
});
