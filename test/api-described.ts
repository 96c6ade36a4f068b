// The API's own description as a test reads it: its operations, and a check of an answer against what it promises.
import { z } from 'zod';
import type { Example } from '../src/web/api/examples.ts';

type Content = Record<string, { schema: object }>;
type Answer = { content?: Content; headers?: Record<string, { required?: boolean }> };
export type Operation = {
  operationId: string;
  security?: object[];
  'x-example'?: Example[];
  'x-reads-only'?: boolean;
  responses: Record<string, Answer>;
};
export type Description = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
export type Step = { method: string; path: string; operation: Operation; example: Example };

/** Every example of every operation, in the order in which they are run. */
export function stepsOf({ paths }: Description): Step[] {
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, operation]) =>
        (operation['x-example'] ?? []).map((example) => ({ method, path, operation, example })),
      ),
    )
    .toSorted((a, b) => a.example.order - b.example.order);
}

/** What is wrong with an answer, in words; empty when it is as described. A field that is not described is wrong too. */
export async function answerProblems(
  description: Description,
  operation: Operation,
  answer: Response,
): Promise<string[]> {
  const described = operation.responses[String(answer.status)];
  if (!described) return [`status ${answer.status} is not described`];
  const missing = Object.entries(described.headers ?? {})
    .filter(([name, { required }]) => required && !answer.headers.has(name))
    .map(([name]) => `no header ${name}`);
  const type = answer.headers.get('content-type')?.split(';')[0];
  const bytes = await answer.clone().arrayBuffer();
  if (!described.content) return bytes.byteLength > 0 ? [...missing, 'a body where none is described'] : missing;
  const content = described.content[type ?? ''];
  if (!content) return [...missing, `content type ${type} is not described`];
  if (!type?.endsWith('json')) return bytes.byteLength === 0 ? [...missing, 'an empty file'] : missing;
  const schema = z.fromJSONSchema(inlined(content.schema, description) as Parameters<typeof z.fromJSONSchema>[0]);
  const checked = schema.safeParse(await answer.clone().json());
  return [...missing, ...(checked.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`)];
}

/** References filled in, and every object closed: what the description does not name, an answer may not hold. */
function inlined(schema: unknown, description: Description): unknown {
  if (Array.isArray(schema)) return schema.map((one) => inlined(one, description));
  if (typeof schema !== 'object' || schema === null) return schema;
  const { $ref, ...rest } = schema as { $ref?: string };
  const name = $ref?.replace('#/components/schemas/', '');
  if (name !== undefined) return inlined({ ...description.components.schemas[name], ...rest }, description);
  const filled = Object.fromEntries(Object.entries(rest).map(([key, part]) => [key, inlined(part, description)]));
  return 'properties' in filled ? { ...filled, additionalProperties: false } : filled;
}
