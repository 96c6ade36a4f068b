// What a form is filled in with: the oath as it is shown before each application, and the words that may be printed.
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { countries, regions } from '../../applications/countries.ts';
import { transportForms } from '../../applications/forms/origin/content.ts';
import { remarkTitles } from '../../applications/forms/origin/rules/remark-titles.ts';
import { optionalFields, requiredFields } from '../../applications/forms/origin/rules/transport-forms.ts';
import { packageKinds } from '../../applications/forms/package-kinds.ts';
import { units } from '../../applications/forms/units.ts';
import { oath, oathVersion } from '../../applications/oath.ts';
import { ctxOf, type Env } from '../request.ts';
import { json, refusals } from './answers.ts';
import { example } from './examples.ts';

const tags = ['Applications'];
const texts = z.array(z.string());
const ja = z.string();

const readOath = createRoute({
  ...{ method: 'get', path: '/oath', operationId: 'getOath', tags },
  summary: 'The oath (誓約事項) that `startApplication` agrees to',
  ...example({ order: 90, as: 'user', status: 200 }),
  responses: {
    200: json('Point by point', z.object({ version: z.string(), ja: texts, en: texts })),
    ...refusals(),
  },
});

const Choices = z
  .object({
    regions: z.array(z.object({ code: z.string(), ja, en: z.string() })),
    countries: z
      .array(
        z.object({
          ...{ code: z.string().openapi({ description: 'ISO 3166-1 alpha-2, as `destination` takes it.' }) },
          ...{ region: z.string(), ja, en: z.string(), otherNames: texts },
        }),
      )
      .openapi({ description: '`en` and `otherNames` may be printed, a code may not.' }),
    transportForms: z
      .array(z.object({ form: z.enum(transportForms), required: texts, optional: texts }))
      .openapi({ description: 'Box 5: which fields each wording asks for, and which it prints when they are given.' }),
    remarkTitles: z
      .array(z.object({ title: z.string(), ja, party: z.boolean() }))
      .openapi({ description: 'Box 6. `party`: name, address and country of a company must follow.' }),
    packageKinds: z
      .array(z.object({ code: z.string(), ja, plural: z.string(), forms: texts, loose: z.boolean() }))
      .openapi({ description: 'Box 7, UN/CEFACT Rec. 21. `loose`: not packed, no number is asked.' }),
    units: z
      .array(z.object({ code: z.string(), ja, forms: texts, whole: z.boolean() }))
      .openapi({ description: 'Box 8, UN/CEFACT Rec. 20. `whole`: counted in whole numbers.' }),
  })
  .openapi('Choices');

const listChoices = createRoute({
  ...{ method: 'get', path: '/choices', operationId: 'listChoices', tags },
  summary: 'The countries, units, kinds of package and wordings that the forms offer',
  ...example({ order: 95, as: 'user', status: 200 }),
  responses: { 200: json('The same for everybody', Choices), ...refusals() },
});

const choices = (): z.infer<typeof Choices> => ({
  regions: [...regions],
  countries: countries.map((country) => ({ ...country, otherNames: [...country.otherNames] })),
  transportForms: transportForms.map((form) => ({
    ...{ form, required: [...(requiredFields[form] ?? [])], optional: [...(optionalFields[form] ?? [])] },
  })),
  remarkTitles: [...remarkTitles],
  packageKinds: packageKinds.map((kind) => ({ ...kind, forms: [...kind.forms] })),
  units: units.map((unit) => ({ ...unit, forms: [...unit.forms] })),
});

export function addChoicesRoutes(api: OpenAPIHono<Env>): void {
  api.openapi(readOath, (c) => {
    ctxOf(c);
    const { ja: inJapanese = [], en = [] } = oath[oathVersion] ?? {};
    return c.json({ version: oathVersion, ja: [...inJapanese], en: [...en] }, 200);
  });
  api.openapi(listChoices, (c) => {
    ctxOf(c);
    return c.json(choices(), 200);
  });
}
