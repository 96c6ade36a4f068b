// A program with a key: what the tests of the API send.
import { expect } from 'vitest';
import { base, type World } from './world.ts';

export type Sent = {
  method?: string;
  json?: unknown;
  form?: Record<string, string | File>;
  /** As it is, with its content type. */
  raw?: { body: string | Uint8Array<ArrayBuffer>; type?: string };
  headers?: Record<string, string>;
};
export type Call = (path: string, sent?: Sent) => Promise<Response>;

/** @param key a bearer key; left out: none */
export function program(world: World, key?: string): Call {
  return async (path, { method, json, form, raw, headers: given = {} } = {}) => {
    const headers = new Headers(given);
    if (key) headers.set('authorization', `Bearer ${key}`);
    const body = json === undefined ? (raw?.body ?? formOf(form)) : JSON.stringify(json);
    if (json !== undefined) headers.set('content-type', 'application/json');
    if (raw?.type) headers.set('content-type', raw.type);
    const verb = method ?? (body === undefined ? 'GET' : 'POST');
    return world.house.app.request(`${base}/api/v1${path}`, { method: verb, headers, ...(body ? { body } : {}) });
  };
}

function formOf(form: Sent['form']): FormData | undefined {
  if (!form) return undefined;
  const data = new FormData();
  for (const [name, value] of Object.entries(form)) data.set(name, value);
  return data;
}

/** The program of a demo account. */
export const programOf = (world: World, as: string): Call => program(world, world.account(as).apiKey);

/** The JSON of an answer that has this status; what it says otherwise stands in the failure. */
export async function expectJson<T = Record<string, unknown>>(answer: Response, status: number): Promise<T> {
  const text = await answer.text();
  expect([answer.status, text]).toEqual([status, text]);
  return JSON.parse(text) as T;
}

/** A refusal: problem+json with its code. Returns the places that it names. */
export async function expectProblem(answer: Response, status: number, code: string): Promise<string[]> {
  const problem = await expectJson<{ code: string; status: number; fields: { field: string }[] }>(answer, status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect([problem.code, problem.status]).toEqual([code, status]);
  return problem.fields.map((one) => one.field);
}
