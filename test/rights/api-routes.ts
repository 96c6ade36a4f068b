// /api/v1: the same acts, by programs.
import { ofCase, plain, type Rows, type Sent, thing } from './row.ts';

// What passes the description of the API and the rights, and meets `conflict` or `invalid` then: nothing is changed.
const version = { 'if-match': '"v999"' };
const json = (body: unknown): Sent => ({ json: body, headers: version });
const step = { json: { round: 999, note: 'x' } };

const limits = { may: [], validUntil: null };
const holder = { nameJa: '次の人', nameEn: 'Next Person', mail: 'next@example.jp' };
const nobody = { nameJa: '', nameEn: '', mail: '' };

export const apiRoutes: Rows = {
  'POST /api/v1/check': 'public',
  'GET /api/v1/openapi.json': 'public',
  'GET /api/v1/oath': 'any_id',
  'GET /api/v1/choices': 'any_id',
  'GET /api/v1/desk-hours': 'any_id',
  'GET /api/v1/goods-template': 'any_id',
  'POST /api/v1/check-goods': 'any_id',

  'GET /api/v1/me': plain('account.use'),
  'GET /api/v1/sessions': plain('account.use'),
  'DELETE /api/v1/sessions/:sessionId': thing('account.use', 'session'),
  'DELETE /api/v1/sessions': plain('account.use', { last: true }),
  'GET /api/v1/api-keys': plain('account.keys'),
  'POST /api/v1/api-keys/:apiKeyId/revoke': thing('account.keys', 'api_key'),

  'GET /api/v1/counts': plain('application.read'),
  'GET /api/v1/applications': plain('application.read'),
  'POST /api/v1/applications': ofCase('application.write', 'issued', {
    whose: 'application.read',
    send: (ids) => ({ json: { kind: 'origin', oath: true, copyOf: ids['id'] } }),
  }),
  'GET /api/v1/applications/:id': ofCase('application.read', 'draft'),
  'GET /api/v1/applications/:id/findings': ofCase('application.read', 'draft'),
  'GET /api/v1/applications/:id/history': ofCase('application.read', 'submitted'),
  'PATCH /api/v1/applications/:id/boxes': ofCase('application.write', 'draft', { send: json({ marks: 'N/M' }) }),
  'PUT /api/v1/applications/:id/goods': ofCase('application.write', 'draft', { send: json({ goods: [] }) }),
  'GET /api/v1/applications/:id/goods.tsv': ofCase('application.read', 'draft'),
  'POST /api/v1/applications/:id/goods/upload': ofCase('application.write', 'submitted', { send: { file: {} } }),
  'GET /api/v1/applications/:id/goods/upload': ofCase('application.write', 'draft'),
  'POST /api/v1/applications/:id/goods/upload/confirm': ofCase('application.write', 'draft', {
    send: json({ mode: 'replace' }),
  }),
  'DELETE /api/v1/applications/:id/goods/upload': ofCase('application.write', 'submitted'),
  'GET /api/v1/applications/:id/mend': ofCase('application.read', 'draft'),
  'POST /api/v1/applications/:id/mend': ofCase('application.write', 'draft', { send: json({}) }),
  'POST /api/v1/applications/:id/evidence': ofCase('application.write', 'submitted', {
    send: { file: { fields: { kind: 'invoice' } } },
  }),
  'GET /api/v1/applications/:id/evidence': ofCase('application.read', 'submitted'),
  'DELETE /api/v1/applications/:id/evidence/:evidenceId': ofCase('application.write', 'submitted'),
  'GET /api/v1/applications/:id/evidence/:evidenceId/file': ofCase('application.read', 'submitted'),
  'GET /api/v1/applications/:id/evidence/:evidenceId/pages/:page': ofCase('application.read', 'submitted'),
  'GET /api/v1/signatures/:signatoryId': thing('application.read', 'signatory'),
  'GET /api/v1/applications/:id/preview.pdf': ofCase('application.read', 'submitted'),
  'GET /api/v1/applications/:id/preview/sheets/:sheet': ofCase('application.read', 'submitted'),
  'POST /api/v1/applications/:id/submit': ofCase('application.submit', 'draft', { send: json({}), takes: 'submit' }),
  'POST /api/v1/applications/:id/withdraw': ofCase('application.submit', 'issued', { takes: 'submit' }),
  'POST /api/v1/applications/:id/cancel': ofCase('application.submit', 'certified', {
    send: { json: { note: '' } },
    takes: 'submit',
  }),

  'GET /api/v1/payable': plain('payment.pay'),
  'POST /api/v1/payments': ofCase('payment.pay', 'certified', {
    ...{ takes: 'pay', send: (ids) => ({ json: { applicationIds: [ids['id']], locale: 'en' } }) },
  }),
  'GET /api/v1/payments': plain('payment.read'),
  'GET /api/v1/payments/:id': thing('payment.read', 'payment'),
  'POST /api/v1/payments/:id/open': thing('payment.pay', 'payment', { takes: 'pay' }),
  'POST /api/v1/payments/:id/cancel': thing('payment.pay', 'payment', { takes: 'pay' }),
  'GET /api/v1/printable': plain('paper.print'),
  'GET /api/v1/applications/:id/print': ofCase('paper.print', 'issued'),
  'GET /api/v1/applications/:id/papers/:version': ofCase('paper.print', 'issued'),
  'GET /api/v1/applications/:id/statement': ofCase('paper.print', 'issued'),

  'POST /api/v1/applications/:id/prepare': ofCase('application.write', 'draft', { send: json({}), only: 'sub' }),
  'POST /api/v1/applications/:id/take-back': ofCase('application.write', 'draft', { only: 'sub' }),
  'POST /api/v1/applications/:id/give-back': ofCase('application.release', 'prepared', {
    send: { json: { note: '' } },
  }),

  'GET /api/v1/sub-ids': plain('sub.manage'),
  'POST /api/v1/sub-ids': plain('sub.manage', { send: { json: { ...nobody, ...limits } } }),
  'PUT /api/v1/sub-ids/:id/limits': thing('sub.manage', 'sub_id', { send: { json: limits } }),
  'POST /api/v1/sub-ids/:id/link': thing('sub.manage', 'sub_id'),
  'POST /api/v1/sub-ids/:id/hand-over': thing('sub.manage', 'sub_id', { send: { json: holder } }),
  'POST /api/v1/sub-ids/agents/:id/end': thing('sub.manage', 'agency'),
  'POST /api/v1/sub-ids/:id/end': thing('sub.manage', 'sub_id'),

  'GET /api/v1/firm/ids': plain('id.list'),
  'POST /api/v1/firm/ids/:accountId/reset': thing('id.reset', 'account'),
  'GET /api/v1/firm/registration': plain('registration.read', { only: 'administrator' }),
  'PUT /api/v1/firm/rules': plain('registration.set', {
    send: { json: { usersSeeAll: false, releaseRequired: false } },
  }),
  'GET /api/v1/firm/spend': plain('payment.read', { send: { query: '?from=2026-04&to=2026-11' } }),
  'POST /api/v1/firm/signature-certificates': thing('signature_certificate.print', 'signatory', {
    send: (ids) => ({ json: { signatoryId: ids['signatoryId'] } }),
  }),

  'GET /api/v1/desk/applications': plain('desk.look'),
  'GET /api/v1/desk/counts': plain('desk.look'),
  'GET /api/v1/desk/next-to-certify': plain('desk.certify'),
  'GET /api/v1/desk/find': plain('desk.look', { send: { query: '?number=R2026-999999' } }),
  'GET /api/v1/desk/payment-mismatches': plain('desk.look'),
  'GET /api/v1/desk/applications/:id': ofCase('desk.look', 'submitted'),
  'GET /api/v1/desk/applications/:id/evidence/:evidenceId/file': ofCase('desk.look', 'submitted'),
  'GET /api/v1/desk/applications/:id/evidence/:evidenceId/pages/:page': ofCase('desk.look', 'submitted'),
  'GET /api/v1/desk/applications/:id/signatures/:signatoryId': ofCase('desk.look', 'submitted'),
  'GET /api/v1/desk/applications/:id/preview/sheets/:sheet': ofCase('desk.look', 'submitted'),
  'GET /api/v1/desk/applications/:id/print': ofCase('desk.look', 'issued'),
  'POST /api/v1/desk/claim-next': plain('desk.examine'),
  'POST /api/v1/desk/applications/:id/claim': ofCase('desk.examine', 'issued', { send: { json: {} } }),
  'POST /api/v1/desk/applications/:id/release': ofCase('desk.examine', 'issued'),
  'POST /api/v1/desk/applications/:id/send-back': ofCase('desk.examine', 'submitted', {
    send: { json: { round: 999, remarks: [{ place: '2', words: 'x' }] } },
  }),
  'POST /api/v1/desk/applications/:id/reject': ofCase('desk.examine', 'submitted', { send: step }),
  'POST /api/v1/desk/applications/:id/approve': ofCase('desk.examine', 'submitted', {
    send: (ids) => ({ json: { round: 999, invoiceSignedBy: ids['signatoryId'] } }),
  }),
  'POST /api/v1/desk/applications/:id/hand-back': ofCase('desk.certify', 'submitted', { send: step }),
  'POST /api/v1/desk/applications/:id/certify': ofCase('desk.certify', 'submitted', { send: { json: { round: 999 } } }),
  'POST /api/v1/desk/applications/:id/go-on': ofCase('desk.certify', 'certified', { send: { json: { reason: 'x' } } }),
  'POST /api/v1/desk/applications/:id/resume': ofCase('desk.certify', 'submitted'),
  'POST /api/v1/desk/applications/:id/cancel': ofCase('desk.certify', 'certified', { send: { json: { note: '' } } }),
  'POST /api/v1/desk/applications/:id/reopen-printing': ofCase('desk.certify', 'issued', {
    send: { json: { note: '' } },
  }),
};
