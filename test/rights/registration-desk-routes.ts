// The chamber's side of 貿易登録. What is about one procedure or one firm is asked of one that is nobody's here; who may do
// what with one that is there: test/registration-desk.test.ts.
import { plain, type Row, type Rows, type Sent } from './row.ts';

const empty: Sent = { form: {} };
const ofNobody = (routes: readonly string[]): Rows =>
  Object.fromEntries(routes.map((route): [string, Row] => [route, 'procedure']));

const pages = [
  ...['GET', 'POST'].flatMap((method) => [`${method} :id/reject`, `${method} :id/accept`]),
  ...['GET :id', 'POST :id/claim', 'POST :id/examine', 'POST :id/return', 'POST :id/papers'],
  ...['POST :id/papers/:paper/tick', 'POST :id/papers/:paper/untick', 'GET :id/papers/:paper/pages/:page'],
  ...['GET :id/signatures/:key/now', 'GET :id/signatures/:key/registered'],
  ...['GET :id/signatures/:key/cut', 'GET :id/signatures/:key/page'],
  ...['GET :id/letters.pdf', 'GET :id/certificate.pdf'],
  ...['POST :id/fee', 'POST :id/fee/counter', 'POST :id/fee/returned'],
].map((route) => route.replace(' ', ' /desk/registrations/'));

const api = [
  ...['GET :id', 'POST :id/claim', 'POST :id/examine', 'POST :id/return', 'POST :id/reject', 'POST :id/accept'],
  ...['POST :id/papers', 'POST :id/papers/:paperId/tick', 'POST :id/papers/:paperId/untick'],
  ...['GET :id/papers/:paperId/pages/:page', 'GET :id/signatures/:key/:state'],
  ...['GET :id/letters.pdf', 'GET :id/certificate.pdf'],
  ...['GET :id/fee', 'POST :id/fee', 'POST :id/fee/counter', 'POST :id/fee/returned'],
].map((route) => route.replace(' ', ' /api/v1/desk/registrations/'));

export const registrationDeskRoutes: Rows = {
  'GET /desk/registrations': plain('desk.look'),
  'GET /desk/register': plain('desk.look'),
  'GET /desk/register/import': plain('desk.register'),
  'POST /desk/register/import': plain('desk.register', { send: empty }),
  'GET /desk/register/template.csv': plain('desk.register'),
  'GET /desk/register/template.tsv': plain('desk.register'),
  'GET /api/v1/desk/registrations': plain('desk.look'),
  'GET /api/v1/desk/registrations/counts': plain('desk.look'),
  'GET /api/v1/desk/register': plain('desk.look'),
  'POST /api/v1/desk/register/import': plain('desk.register', { send: { file: {} } }),
  'GET /desk/sanctions': plain('desk.look'),
  'GET /api/v1/desk/sanction-questions': plain('desk.look'),
  'GET /api/v1/desk/stopped-cases': plain('desk.look'),
  'GET /api/v1/sanctions': plain('account.use'),
  ...ofNobody([
    ...['GET', 'POST'].flatMap((method) => [
      ...[`${method} /desk/register/:id/sanction`, `${method} /desk/register/:id/remarks`],
      `${method} /desk/sanctions/:id/lift`,
    ]),
    ...['POST /desk/sanctions/:id/answer', 'GET /api/v1/desk/register/:id/sanctions/reach'],
    ...['POST /api/v1/desk/register/:id/sanctions', 'PUT /api/v1/desk/register/:id/remarks'],
    ...['POST /api/v1/desk/sanctions/:id/lift', 'POST /api/v1/desk/sanctions/:id/answer'],
    ...pages,
    ...api,
    'GET /desk/register/:id',
    'GET /desk/register/:id/administrator',
    'POST /desk/register/:id/administrator',
    'GET /desk/register/:id/reissue-letter.pdf',
    'GET /desk/register/:id/certificate.pdf',
    'POST /api/v1/desk/register/:id/administrator',
    'GET /api/v1/desk/register/:id/reissue-letter.pdf',
    'GET /api/v1/desk/register/:id/certificate.pdf',
    'GET /desk/register/:id/signatures/:signatory',
    'GET /api/v1/desk/register/:id',
    'GET /api/v1/desk/register/:id/signatures/:signatoryId',
  ]),
};
