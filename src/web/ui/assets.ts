/** Where the browser finds what pages need besides themselves. Everything comes from our own host (CSP `default-src 'none'`). */
const folder = '/assets';

/** In this order: the design tokens, the faces, then our own rules from the general to the particular. */
export const styleSheets = [
  'tokens.css',
  'fonts.css',
  'base.css',
  'shell.css',
  'forms.css',
  'components.css',
  'tables.css',
  'goods.css',
  'boxes.css',
  'signature.css',
  'payments.css',
  'reference.css',
  'staff.css',
  'desk.css',
  'case.css',
  'registrations.css',
  'print.css',
] as const;

/** The address of a file of `public/` (and of the tokens): `assetPath('base.css')`. */
export function assetPath(file: string): string {
  return `${folder}/${file}`;
}

/** The address of an island built from `src/web/islands/<name>.ts`. */
export function islandPath(name: string): string {
  return `${folder}/islands/${name}.js`;
}
