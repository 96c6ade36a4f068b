// What was typed, of whichever kind: a line for each.
import { z } from '@hono/zod-openapi';
import type { Content } from '../../applications/forms/content.ts';
import type { ApplicationKind } from '../../applications/forms/forms.ts';
import { OriginContent } from './origin-schema.ts';

const contents = {
  origin: OriginContent,
  foreign_origin: OriginContent,
} satisfies Record<ApplicationKind, z.ZodType<Content>>;

/** Complete, as it is answered; `kind` beside it says which. */
export const AnyContent: z.ZodType<Content> = z.union(Object.values(contents));
