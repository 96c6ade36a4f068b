import type { z } from 'zod';
import { ApiError } from './api-error.ts';

type Tree = { [key: string]: Tree | string };

/**
 * Reads a form-encoded body whose names nest by brackets: `a[b][0]=x` is `{ a: { b: ['x'] } }`.
 * Throws `ApiError` (400) for a name that is broken, or that is a value in one place and a group in another.
 */
export function readBrackets(body: string): unknown {
  const root: Tree = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const steps = stepsOf(name);
    const last = steps.pop() ?? name;
    const group = steps.reduce((at: Tree, step) => groupAt(at, step, name), root);
    if (Object.hasOwn(group, last)) throw broken(name);
    group[last] = value;
  }
  return withLists(root);
}

function stepsOf(name: string): string[] {
  if (!/^[^[\]]+(\[[^[\]]+\])*$/.test(name)) throw broken(name);
  const steps = name.replaceAll(']', '').split('[');
  if (steps.includes('__proto__')) throw broken(name);
  return steps;
}

function groupAt(at: Tree, step: string, name: string): Tree {
  if (!Object.hasOwn(at, step)) at[step] = {};
  const group = at[step];
  if (typeof group !== 'object') throw broken(name);
  return group;
}

/** Groups numbered 0, 1, 2 … are lists. */
function withLists(node: Tree | string): unknown {
  if (typeof node === 'string') return node;
  const entries = Object.entries(node).map(([key, value]) => [key, withLists(value)] as const);
  const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
  return isList ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

function broken(name: string): ApiError {
  return new ApiError(`Invalid parameter name: ${name.slice(0, 100)}`, { param: name.slice(0, 100) });
}

/** The input as the schema has it; else `ApiError` (400) for the first problem, with the place in brackets. */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue?.code === 'unrecognized_keys') {
    const param = inBrackets([...issue.path, issue.keys[0] ?? '']);
    throw new ApiError(`Received unknown parameter: ${param} (this sandbox knows only what it was built for)`, {
      code: 'parameter_unknown',
      param,
    });
  }
  const param = inBrackets(issue?.path ?? []);
  throw new ApiError(`Invalid ${param}: ${issue?.message ?? 'invalid'}`, { code: 'parameter_invalid', param });
}

function inBrackets(path: readonly PropertyKey[]): string {
  return path.map((step, index) => (index === 0 ? String(step) : `[${String(step)}]`)).join('');
}
