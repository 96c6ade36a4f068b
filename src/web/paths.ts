import { shellPaths } from './ui/shell-paths.ts';

/** Every address of the pages. A link or a redirect takes it from here, so that a moved page is moved once. */
export const paths = {
  ...shellPaths,
  sessions: '/account/sessions',
  endSession: <Id extends string>(sessionId: Id) => `/account/sessions/${sessionId}/end` as const,
  endAllSessions: '/account/sessions/end-all',
  apiKeys: '/account/api-keys',
  revokeApiKey: <Id extends string>(apiKeyId: Id) => `/account/api-keys/${apiKeyId}/revoke` as const,
  applications: '/applications',
  /** The oath, and the form that begins a draft. `?copy-of=` an earlier application. */
  newApplication: '/applications/new',
  application: <Id extends string>(id: Id) => `/applications/${id}` as const,
  /** 証明依頼書 */
  requestSheet: <Id extends string>(id: Id) => `/applications/${id}/request` as const,
  /** The ten boxes but the goods. */
  boxes: <Id extends string>(id: Id) => `/applications/${id}/boxes` as const,
  /** Goods, 50 lines a page: `?page=`. */
  goods: <Id extends string>(id: Id) => `/applications/${id}/goods` as const,
  /** Lines as the page's script saves them, JSON. */
  goodsLines: <Id extends string>(id: Id) => `/applications/${id}/goods/lines` as const,
  goodsUpload: <Id extends string>(id: Id) => `/applications/${id}/goods/upload` as const,
  confirmGoods: <Id extends string>(id: Id) => `/applications/${id}/goods/upload/confirm` as const,
  dropGoodsUpload: <Id extends string>(id: Id) => `/applications/${id}/goods/upload/drop` as const,
  /** `?format=xlsx|tsv` is not in the address: the extension is. */
  goodsTemplate: <Extension extends string>(extension: Extension) => `/goods-template.${extension}` as const,
  goodsExport: <Id extends string>(id: Id) => `/applications/${id}/goods.tsv` as const,
  evidence: <Id extends string>(id: Id) => `/applications/${id}/evidence` as const,
  removeEvidence: <Id extends string, E extends string>(id: Id, evidence: E) =>
    `/applications/${id}/evidence/${evidence}/remove` as const,
  evidenceFile: <Id extends string, E extends string>(id: Id, evidence: E) =>
    `/applications/${id}/evidence/${evidence}/file` as const,
  evidencePage: <Id extends string, E extends string, P extends string>(id: Id, evidence: E, page: P) =>
    `/applications/${id}/evidence/${evidence}/pages/${page}` as const,
  /** What the rules say, the sheets as they will be, and the button that submits. */
  review: <Id extends string>(id: Id) => `/applications/${id}/review` as const,
  /** One sheet as a picture (SVG), from 1. */
  previewSheet: <Id extends string, K extends string>(id: Id, sheet: K) =>
    `/applications/${id}/preview/sheets/${sheet}` as const,
  previewPdf: <Id extends string>(id: Id) => `/applications/${id}/preview.pdf` as const,
  submitApplication: <Id extends string>(id: Id) => `/applications/${id}/submit` as const,
  withdrawApplication: <Id extends string>(id: Id) => `/applications/${id}/withdraw` as const,
  /** The desk: 審査待ちの一覧 */
  queue: '/desk',
  openApi: '/api/v1/openapi.json',
  health: '/health',
} as const;

/** An address on our own host, to return to after a deed; anything else becomes the home page. */
export function safeBack(asked: string | undefined): string {
  // `//host` and `/\host` would lead elsewhere.
  return asked && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : paths.home;
}
