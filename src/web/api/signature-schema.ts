// The parts of a signature certificate in the API's words. Limits and choices are those of forms/signature/content.
import { z } from '@hono/zod-openapi';
import { SignatureContent as Content, SignatureGoods as Goods } from '../../applications/forms/signature/content.ts';
import { described, listOf } from './described.ts';

const { shape } = Content;
const counterOnly = 'Only the counter can do it, so it blocks an online application.';

const Request = described(shape.request.unwrap(), {
  document:
    'Which document: health certificate (衛生証明書), certificate of free sale (自由販売証明書), declaration on a ' +
    'translation (翻訳に関する申請者宣誓書), or another one (その他). Empty while not chosen.',
  destination: 'Country of destination (仕向国), ISO 3166-1 alpha-2, for statistics; not printed; may stay empty.',
  inkSignature: `A signature by hand (肉筆署名) is wanted. ${counterOnly}`,
  perforation: `Perforation (パーフォレーター) is wanted. ${counterOnly}`,
  tallySeal: `A tally seal (割り印) is wanted. ${counterOnly}`,
}).openapi('SignatureRequestSheet');

const Declarant = described(shape.declarant.unwrap(), {
  name: 'As registered.',
  address: 'As registered. Line breaks are kept.',
  country: '`JAPAN`.',
}).openapi('Declarant');

const Addressee = described(shape.addressee.unwrap(), {
  form: '`anyone` prints `To whom it may concern`, and the fields beside it are not printed.',
  name: 'Name of the addressee.',
  address: 'Line breaks are kept.',
  country: 'Name of the country as printed.',
}).openapi('Addressee');

const Maker = described(shape.maker.unwrap(), {
  name: 'Name of the manufacturer.',
  address: 'Line breaks are kept.',
  country: 'Official name of the country as printed, such as `JAPAN`.',
}).openapi('Maker');

const Plant = described(shape.plant.unwrap(), {
  name: 'Name of the place of manufacture.',
  address: 'Line breaks are kept.',
}).openapi('Plant');

const Translation = described(shape.translation.unwrap(), {
  original: 'What the original is, such as `Certificate of All Historical Matters`.',
  issuer: 'Who issued the original; empty where nobody is named there.',
  date: 'Day of the original, `YYYY-MM-DD`; empty where it bears none.',
  from: 'Language of the original, such as `Japanese`.',
  text: 'The translation itself, printed below the declaration. Line breaks are kept.',
}).openapi('Translation');

const Product = described(Goods, {
  description: 'Name of the product, with brand or model. Line breaks are kept.',
  lot: 'Lot number; may stay empty.',
  quantity: 'As typed, such as `1,200.5`; empty, or together with the unit.',
  unit: 'Unit of the quantity, such as `PCS`.',
}).openapi('Product');

const parts = {
  request: Request.openapi({ description: 'The request sheet (証明依頼書).' }),
  declarant: Declarant.openapi({ description: 'Box 1.' }),
  addressee: Addressee.openapi({ description: 'Box 2.' }),
  reference: shape.reference.unwrap().describe('Box 3: a number by which the document is known; may stay empty.'),
  language: shape.language.unwrap().describe('Language of the document; its headings follow.'),
  title: shape.title.unwrap().describe('Box 4, of another document only: its title.'),
  statement: shape.statement.unwrap().describe('Box 4: what is declared. Line breaks are kept.'),
  maker: Maker.openapi({ description: 'Box 4, of health and free sale: the manufacturer.' }),
  plant: Plant.openapi({ description: 'Box 4, of health: the place of manufacture.' }),
  translation: Translation.openapi({ description: 'Box 4, of a translation.' }),
  declaration: described(shape.declaration.unwrap(), {
    place: 'As printed, such as `Osaka, Japan`.',
    date: 'Day of the declaration, `YYYY-MM-DD`.',
  }).openapi({ description: 'Box 5. The signature is that of the signatory who submits.' }),
} satisfies Record<keyof Omit<z.infer<typeof Content>, 'goods'>, z.ZodType>;

/**
 * Not `.partial()` of the content's own schema: there a part that is left out would come back empty, by its default, and
 * wipe what is saved.
 */
export const SignatureParts = z
  .strictObject(parts)
  .partial()
  .refine((sent) => Object.keys(sent).length > 0, { error: 'Send one part at least.' })
  .openapi('SignatureParts');

export const Products = listOf(shape.goods.unwrap(), Product);

/** Complete, as it is answered. */
export const SignatureContent = z
  .strictObject({ ...parts, goods: Products.openapi({ description: 'The table of products, line by line.' }) })
  .openapi('SignatureContent');
