// The schemas of the trade, as the API shows them: every field with its words, and no field that is not among them.
import { z } from '@hono/zod-openapi';

/** A field without its words does not compile. Unknown fields are refused: a slip of the pen must not be lost unseen. */
export function described<Shape extends z.core.$ZodShape>(
  object: z.ZodObject<Shape>,
  texts: { [Field in keyof Shape]: string },
): z.ZodObject<Shape, z.core.$strict> {
  // `describe` is zod's own: these schemas may be older than what this room's library adds to zod.
  const fields = Object.entries(object.shape).map(([field, schema]) => {
    return [field, (schema as unknown as z.ZodType).describe(texts[field as keyof Shape])];
  });
  return z.strictObject(Object.fromEntries(fields) as Shape);
}

/** The same list with its limits, of described elements. */
export function listOf<Element extends z.ZodType>(list: z.ZodArray, element: Element): z.ZodArray<Element> {
  return new z.ZodArray({ ...list.def, element }) as z.ZodArray<Element>;
}
