// The pages of firms.
import { ofCase, plain, type Rows, type Sent, thing } from './row.ts';

// A version that nothing has: it passes the rights and meets `conflict`, so that nothing is changed.
const elsewhere: Sent = { form: { version: '999', from: '0', count: '0' } };

const holder: Sent = { form: { nameJa: '次の人', nameEn: 'Next Person', mail: 'next@example.jp' } };

export const firmRoutes: Rows = {
  'GET /applications': plain('application.read'),
  'GET /applications/new': plain('application.write'),
  'POST /applications/new': ofCase('application.write', 'issued', {
    whose: 'application.read',
    send: (ids) => ({ form: { oath: 'yes', 'copy-of': ids['id'] ?? '' } }),
  }),
  'GET /applications/:id': ofCase('application.read', 'submitted'),
  'GET /applications/:id/request': ofCase('application.write', 'draft'),
  'POST /applications/:id/request': ofCase('application.write', 'draft', { send: elsewhere }),
  'POST /applications/:id/request/autosave': ofCase('application.write', 'draft', { send: elsewhere }),
  'GET /applications/:id/boxes': ofCase('application.write', 'draft'),
  'POST /applications/:id/boxes': ofCase('application.write', 'draft', { send: elsewhere }),
  'POST /applications/:id/boxes/autosave': ofCase('application.write', 'draft', { send: elsewhere }),
  'GET /applications/:id/goods': ofCase('application.read', 'draft'),
  'POST /applications/:id/goods': ofCase('application.write', 'draft', { send: elsewhere }),
  'POST /applications/:id/goods/lines': ofCase('application.write', 'draft', {
    send: { json: { version: 999, from: 0, count: 0, goods: [] } },
  }),
  'GET /applications/:id/goods.tsv': ofCase('application.read', 'draft'),
  'GET /applications/:id/goods/upload': ofCase('application.write', 'draft'),
  'POST /applications/:id/goods/upload': ofCase('application.write', 'submitted', { send: { file: {} } }),
  'POST /applications/:id/goods/upload/confirm': ofCase('application.write', 'draft', {
    send: { form: { version: '999', mode: 'replace' } },
  }),
  'POST /applications/:id/goods/upload/drop': ofCase('application.write', 'submitted', { send: { form: {} } }),
  'GET /goods-template.xlsx': 'public',
  'GET /goods-template.csv': 'public',
  'GET /applications/:id/evidence': ofCase('application.write', 'submitted'),
  'POST /applications/:id/evidence': ofCase('application.write', 'submitted', { send: { file: { as: 'invoice' } } }),
  'POST /applications/:id/evidence/:evidence/remove': ofCase('application.write', 'submitted', { send: { form: {} } }),
  'GET /applications/:id/evidence/:evidence/file': ofCase('application.read', 'submitted'),
  'GET /applications/:id/evidence/:evidence/pages/:page': ofCase('application.read', 'submitted'),
  'GET /signatures/:signatory': thing('application.read', 'signatory'),
  'GET /applications/:id/review': ofCase('application.write', 'draft'),
  'GET /applications/:id/preview/sheets/:sheet': ofCase('application.read', 'submitted'),
  'GET /applications/:id/preview.pdf': ofCase('application.read', 'submitted'),
  'POST /applications/:id/submit': ofCase('application.submit', 'draft', { send: elsewhere, takes: 'submit' }),
  'POST /applications/:id/prepare': ofCase('application.write', 'draft', { send: elsewhere, only: 'sub' }),
  'POST /applications/:id/take-back': ofCase('application.write', 'draft', { send: { form: {} }, only: 'sub' }),
  'GET /applications/to-release': plain('application.release'),
  'GET /applications/:id/release': ofCase('application.release', 'prepared'),
  'POST /applications/:id/release': ofCase('application.release', 'prepared', { send: elsewhere }),
  'GET /applications/:id/give-back': ofCase('application.release', 'prepared'),
  'POST /applications/:id/give-back': ofCase('application.release', 'prepared', { send: { form: {} } }), // no note: invalid
  'GET /applications/:id/withdraw': ofCase('application.submit', 'submitted', { takes: 'submit' }),
  'POST /applications/:id/withdraw': ofCase('application.submit', 'issued', { send: { form: {} }, takes: 'submit' }),

  'GET /registration': plain('registration.read', { only: 'administrator' }),
  'GET /registration/rules': plain('registration.set'),
  'POST /registration/rules': plain('registration.set', { send: { form: {} } }),
  'GET /registration/signatures': plain('signature_certificate.print'),
  'POST /registration/signatures': thing('signature_certificate.print', 'signatory', {
    send: (ids) => ({ form: { signatory: ids['signatory'] ?? '' } }),
  }),
  'GET /ids': plain('id.list'),
  'GET /ids/:accountId/reset': thing('id.reset', 'account'),
  'POST /ids/:accountId/reset': thing('id.reset', 'account', { send: { form: {} } }),
  'GET /sub-ids': plain('sub.manage'),
  'GET /sub-ids/new': plain('sub.manage'),
  'POST /sub-ids/new': plain('sub.manage', { send: { form: {} } }),
  'GET /sub-ids/:id': thing('sub.manage', 'sub_id'),
  'POST /sub-ids/:id/limits': thing('sub.manage', 'sub_id', { send: { form: {} } }),
  'POST /sub-ids/:id/link': thing('sub.manage', 'sub_id', { send: { form: {} } }),
  'GET /sub-ids/:id/hand-over': thing('sub.manage', 'sub_id'),
  'POST /sub-ids/:id/hand-over': thing('sub.manage', 'sub_id', { send: holder }),
  'GET /sub-ids/:id/end': thing('sub.manage', 'sub_id'),
  'GET /sub-ids/agents/:id/end': thing('sub.manage', 'agency'),
  'POST /sub-ids/agents/:id/end': thing('sub.manage', 'agency', { send: { form: {} } }),
  'POST /sub-ids/:id/end': thing('sub.manage', 'sub_id', { send: { form: {} } }),
  'GET /spend': plain('payment.read'),

  'GET /payments': plain('payment.pay'),
  'POST /payments': ofCase('payment.pay', 'certified', {
    ...{ takes: 'pay', send: (ids) => ({ form: { application: ids['id'] ?? '' } }) },
  }),
  'GET /payments/history': plain('payment.read'),
  'GET /payments/:id': thing('payment.read', 'payment'),
  'POST /payments/:id/continue': thing('payment.pay', 'payment', { takes: 'pay', send: { form: {} } }),
  'POST /payments/:id/cancel': thing('payment.pay', 'payment', { takes: 'pay', send: { form: {} } }),
  'GET /print': plain('paper.print'),
  'GET /applications/:id/print': ofCase('paper.print', 'issued'),
  'POST /applications/:id/print/:version': ofCase('paper.print', 'issued', { send: { form: {} } }),
  'POST /applications/:id/statement': ofCase('paper.print', 'issued', { send: { form: {} } }),
};
