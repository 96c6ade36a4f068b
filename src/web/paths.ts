import { shellPaths } from './ui/shell-paths.ts';

/** Every address of the pages. A link or a redirect takes it from here, so that a moved page is moved once. */
export const paths = {
  ...shellPaths,
  sessions: '/account/sessions',
  endSession: <Id extends string>(sessionId: Id) => `/account/sessions/${sessionId}/end` as const,
  endAllSessions: '/account/sessions/end-all',
  apiKeys: '/account/api-keys',
  revokeApiKey: <Id extends string>(apiKeyId: Id) => `/account/api-keys/${apiKeyId}/revoke` as const,
  openApi: '/api/v1/openapi.json',
  health: '/health',
} as const;

/** An address on our own host, to return to after a deed; anything else becomes the home page. */
export function safeBack(asked: string | undefined): string {
  // `//host` and `/\host` would lead elsewhere.
  return asked && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : paths.home;
}
