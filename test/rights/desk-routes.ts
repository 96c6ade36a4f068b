// The pages of the chamber, and what belongs to whoever has signed in.
import { ofCase, plain, type Rows, type Sent, thing } from './row.ts';

// A round that there is not: it passes the rights and meets `conflict`, so that nothing is changed.
const elsewhere: Sent = { form: { round: '999', note: 'x', invoiceSignedBy: 'x', 'remark.2': 'x' } };
const empty: Sent = { form: {} };

export const deskRoutes: Rows = {
  'GET /desk': plain('desk.look'),
  'POST /desk/next': plain('desk.examine', { send: empty }),
  'GET /desk/next-to-certify': plain('desk.certify'),
  'GET /desk/find': plain('desk.look', { send: { query: '?number=R2026-999999' } }),
  'GET /desk/applications/:id': ofCase('desk.look', 'submitted'),
  'GET /desk/applications/:id/goods': ofCase('desk.look', 'submitted'),
  'GET /desk/applications/:id/sheets/:sheet': ofCase('desk.look', 'submitted'),
  'GET /desk/applications/:id/evidence/:evidence/file': ofCase('desk.look', 'submitted'),
  'GET /desk/applications/:id/evidence/:evidence/pages/:page': ofCase('desk.look', 'submitted'),
  'GET /desk/applications/:id/signatures/:signatory': ofCase('desk.look', 'submitted'),
  'POST /desk/applications/:id/claim': ofCase('desk.examine', 'issued', { send: empty }),
  'POST /desk/applications/:id/release': ofCase('desk.examine', 'issued', { send: empty }),
  'POST /desk/applications/:id/send-back': ofCase('desk.examine', 'submitted', { send: elsewhere }),
  'POST /desk/applications/:id/approve': ofCase('desk.examine', 'submitted', { send: elsewhere }),
  'GET /desk/applications/:id/reject': ofCase('desk.examine', 'submitted'),
  'POST /desk/applications/:id/reject': ofCase('desk.examine', 'submitted', { send: elsewhere }),
  'GET /desk/applications/:id/certify': ofCase('desk.certify', 'submitted'),
  'POST /desk/applications/:id/certify': ofCase('desk.certify', 'submitted', { send: elsewhere }),
  'GET /desk/applications/:id/hand-back': ofCase('desk.certify', 'submitted'),
  'POST /desk/applications/:id/hand-back': ofCase('desk.certify', 'submitted', { send: elsewhere }),
  'GET /desk/applications/:id/cancel': ofCase('desk.certify', 'certified'),
  'POST /desk/applications/:id/cancel': ofCase('desk.certify', 'certified', { send: empty }), // no reason: invalid
  'POST /desk/applications/:id/resume': ofCase('desk.certify', 'submitted', { send: empty }),
  'POST /desk/applications/:id/reopen-printing': ofCase('desk.certify', 'issued', { send: empty }),

  'GET /': plain('account.use'),
  'GET /account/sessions': plain('account.use'),
  'POST /account/sessions/:sessionId/end': thing('account.use', 'session', { send: empty }),
  'GET /account/clients': plain('account.clients'),
  'POST /account/clients': plain('account.clients', { send: empty }),
  'POST /account/clients/switch': plain('account.clients', { send: empty }),
  'POST /account/clients/remove': plain('account.clients', { send: empty }),
  'POST /account/sessions/end-all': plain('account.use', { send: empty, last: true }),
  'GET /account/password': plain('account.use'),
  'POST /account/password': plain('account.use', { send: empty }),
  'GET /account/api-keys': plain('account.keys'),
  'POST /account/api-keys': plain('account.keys', { send: empty }),
  'POST /account/api-keys/:apiKeyId/revoke': thing('account.keys', 'api_key', { send: empty }),
};

export const openRoutes: Rows = {
  'GET /assets/tokens.css': 'public',
  'GET /assets/islands/*': 'public',
  'GET /assets/*': 'public',
  'GET /favicon.ico': 'public',
  'GET /health': 'public',
  'GET /check': 'public',
  'POST /check': 'public',
  'GET /r/:token': 'public',
  'GET /R/:token': 'public',
  'GET /sign-in': 'public',
  'POST /sign-in': 'public',
  'POST /sign-out': 'public',
  'POST /language': 'public',
  'GET /help/environment': 'public',
  'GET /help/ids': 'public',
  'GET /forgotten': 'public',
  'POST /forgotten': 'public',
  'GET /link': 'public', // who comes with a code has not signed in
  'POST /link': 'public',
  'GET /link/password': 'public',
  'POST /link/password': 'public',
  'POST /gateway/notice': 'gateway',
  'GET /payments/:id/return': 'gateway',
};
