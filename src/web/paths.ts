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
  /** The request sheet as the page's script saves it; answers JSON. */
  autosaveRequestSheet: <Id extends string>(id: Id) => `/applications/${id}/request/autosave` as const,
  /** The ten boxes but the goods. */
  boxes: <Id extends string>(id: Id) => `/applications/${id}/boxes` as const,
  /** The boxes as the page's script saves them while one types; answers JSON. */
  autosaveBoxes: <Id extends string>(id: Id) => `/applications/${id}/boxes/autosave` as const,
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
  /** The registered signature of one of the firm's signatories, as a picture. */
  signaturePicture: <S extends string>(signatory: S) => `/signatures/${signatory}` as const,
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
  /** お支払い: what waits for payment; posted to, it begins one. */
  payments: '/payments',
  /** Every payment so far: `?page=`. */
  paymentHistory: '/payments/history',
  payment: <Id extends string>(id: Id) => `/payments/${id}` as const,
  /** Where the card company sends the payer back to. Needs no session. */
  paymentReturn: <Id extends string>(id: Id) => `/payments/${id}/return` as const,
  continuePayment: <Id extends string>(id: Id) => `/payments/${id}/continue` as const,
  cancelPayment: <Id extends string>(id: Id) => `/payments/${id}/cancel` as const,
  /** 証明書印刷: what may be printed now. */
  printable: '/print',
  print: <Id extends string>(id: Id) => `/applications/${id}/print` as const,
  /** Posted to, since each fetching is written down; answers the PDF. */
  downloadPaper: <Id extends string, V extends string>(id: Id, version: V) =>
    `/applications/${id}/print/${version}` as const,
  usageStatement: <Id extends string>(id: Id) => `/applications/${id}/statement` as const,
  /** The desk: 審査待ちの一覧 */
  queue: '/desk',
  /** The case of a receipt number or a certificate number: `?number=`. */
  findCase: '/desk/find',
  /** Takes the oldest case that nobody holds. */
  nextCase: '/desk/next',
  /** Leads to the oldest examined case that the reader may certify. */
  nextToCertify: '/desk/next-to-certify',
  deskCase: <Id extends string>(id: Id) => `/desk/applications/${id}` as const,
  deskGoods: <Id extends string>(id: Id) => `/desk/applications/${id}/goods` as const,
  deskSheet: <Id extends string, K extends string>(id: Id, sheet: K) =>
    `/desk/applications/${id}/sheets/${sheet}` as const,
  deskEvidenceFile: <Id extends string, E extends string>(id: Id, evidence: E) =>
    `/desk/applications/${id}/evidence/${evidence}/file` as const,
  deskEvidencePage: <Id extends string, E extends string, P extends string>(id: Id, evidence: E, page: P) =>
    `/desk/applications/${id}/evidence/${evidence}/pages/${page}` as const,
  deskSignature: <Id extends string, S extends string>(id: Id, signatory: S) =>
    `/desk/applications/${id}/signatures/${signatory}` as const,
  claimCase: <Id extends string>(id: Id) => `/desk/applications/${id}/claim` as const,
  releaseCase: <Id extends string>(id: Id) => `/desk/applications/${id}/release` as const,
  approveCase: <Id extends string>(id: Id) => `/desk/applications/${id}/approve` as const,
  sendBackCase: <Id extends string>(id: Id) => `/desk/applications/${id}/send-back` as const,
  rejectCase: <Id extends string>(id: Id) => `/desk/applications/${id}/reject` as const,
  certifyCase: <Id extends string>(id: Id) => `/desk/applications/${id}/certify` as const,
  handBackCase: <Id extends string>(id: Id) => `/desk/applications/${id}/hand-back` as const,
  resumeCase: <Id extends string>(id: Id) => `/desk/applications/${id}/resume` as const,
  cancelCase: <Id extends string>(id: Id) => `/desk/applications/${id}/cancel` as const,
  /** Posted to: a new last day of the print window of an issued case. */
  reopenPrinting: <Id extends string>(id: Id) => `/desk/applications/${id}/reopen-printing` as const,
  /** Where the card company sends its notices. */
  gatewayNotice: '/gateway/notice',
  /** 証明書の確認: number, access code and date of a paper, typed. */
  check: '/check',
  /** The address in the QR code, which has it in capitals. */
  reference: <Token extends string>(token: Token) => `/r/${token}` as const,
  openApi: '/api/v1/openapi.json',
  health: '/health',
} as const;

/** An address on our own host, to return to after a deed; anything else becomes the home page. */
export function safeBack(asked: string | undefined): string {
  // `//host` and `/\host` would lead elsewhere.
  return asked && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : paths.home;
}
