// The way to the server and back. What cannot be reached or read is an answer too: nothing here throws.
import type { GoodsLine } from '../../../applications/forms/origin/content.ts';

export type Lines = { version: number; from: number; count: number; goods: readonly GoodsLine[] };
export type Answer =
  | { kind: 'saved'; version: number; time: string; total: number }
  | { kind: 'conflict'; version: number; status: string }
  | { kind: 'invalid'; problems: readonly string[] }
  | { kind: 'too-large' }
  | { kind: 'signed-out' }
  | { kind: 'failed' };

export async function sendLines(address: string, lines: Lines): Promise<Answer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(lines),
    });
    if (response.status === 401) return { kind: 'signed-out' };
    if (response.status === 413) return { kind: 'too-large' };
    if (!response.headers.get('content-type')?.includes('json')) return { kind: 'failed' };
    const body = await response.json();
    if (response.ok) return { kind: 'saved', ...body };
    if (response.status === 409) return { kind: 'conflict', ...body };
    if (response.status === 422) return { kind: 'invalid', problems: body.problems };
    return { kind: 'failed' };
  } catch {
    // No network, or an answer that was cut off: the page keeps what was typed and offers to try again.
    return { kind: 'failed' };
  }
}
