import { shellPaths } from './ui/shell-paths.ts';

/** Every address of the pages. A link or a redirect takes it from here, so that a moved page is moved once. */
export const paths = {
  ...shellPaths,
  sessions: '/account/sessions',
  endSession: <Id extends string>(sessionId: Id) => `/account/sessions/${sessionId}/end` as const,
  endAllSessions: '/account/sessions/end-all',
  /** パスワードの変更 */
  password: '/account/password',
  /** 2段階認証 of one's own ID. */
  secondFactor: '/account/second-factor',
  /** An authenticator app is set up: secret and QR code, and a code to confirm. */
  newTotp: '/account/second-factor/totp',
  newPasskey: '/account/second-factor/passkey',
  /** What the browser is asked to make, JSON; posted to by the page's script. */
  askPasskey: '/account/second-factor/passkey/ask',
  /** Posted to: new ones in the place of the old. */
  recoveryCodes: '/account/second-factor/recovery-codes',
  /** One factor: its name, and taking it away. */
  factor: <Id extends string>(factorId: Id) => `/account/second-factor/factors/${factorId}` as const,
  removeFactor: <Id extends string>(factorId: Id) => `/account/second-factor/factors/${factorId}/remove` as const,
  /** Shows again who one is, before what counts most: `?back=`. */
  prove: '/prove',
  /** What the browser is asked to show, JSON; posted to by the page's script. */
  provePasskey: '/prove/passkey',
  /** The second half of a sign-in: `?back=`. */
  secondStep: '/sign-in/second',
  secondStepPasskey: '/sign-in/second/passkey',
  switchClient: '/account/clients/switch',
  removeClient: '/account/clients/remove',
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
  /** What sub IDs prepared and waits for the signatory. */
  toRelease: '/applications/to-release',
  /** Posted to by a sub ID: asks the signatory to submit. */
  prepareApplication: <Id extends string>(id: Id) => `/applications/${id}/prepare` as const,
  /** Posted to by a sub ID: takes it back from the signatory. */
  takeBackApplication: <Id extends string>(id: Id) => `/applications/${id}/take-back` as const,
  /** The signatory checks what a sub ID prepared; posted to, it is submitted. */
  releaseApplication: <Id extends string>(id: Id) => `/applications/${id}/release` as const,
  /** The signatory gives it back with a note. */
  giveBackApplication: <Id extends string>(id: Id) => `/applications/${id}/give-back` as const,
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
  /** The firm's user and sub IDs: `?of=` a signatory, `?page=` of the sub IDs. */
  firmIds: '/ids',
  /** Asks before a password reset is begun; posted to, it begins it. */
  resetId: <Id extends string>(accountId: Id) => `/ids/${accountId}/reset` as const,
  /** 貿易登録 as the firm's administrator reads it. */
  registration: '/registration',
  /** What the firm sets for itself. */
  firmRules: '/registration/rules',
  /** 署名登録証. Posted to, since each printing is written down; answers the PDF, of `signatory` or of all. */
  signatureCertificates: '/registration/signatures',
  /** 貿易登録申請手続き, for somebody without an ID: which chamber? `?chamber=9901`. */
  registrationGuides: '/registration/guide',
  /** The guide of one chamber. */
  registrationGuide: <Chamber extends string>(chamber: Chamber) => `/registration/${chamber}` as const,
  /** Rules, agreement and mail address; `?kind=new|switch`, `?sent` when the mail is on its way. */
  startRegistration: <Chamber extends string>(chamber: Chamber) => `/registration/${chamber}/start` as const,
  /** 管理者ID再発行届 to fill in by hand. */
  blankReissueLetter: <Chamber extends string>(chamber: Chamber) =>
    `/registration/${chamber}/reissue-letter.pdf` as const,
  /** The mail once more. */
  registrationLink: <Chamber extends string>(chamber: Chamber) => `/registration/${chamber}/link` as const,
  /** Where the mail leads, with the code behind `#`. `?form=` the form that somebody came from. */
  openRegistration: '/registration/open',
  /** 登録更新 or 登録変更 begun by the administrator: `?kind=renewal|change`. */
  requestProcedure: '/registration/request',
  /** One procedure as its firm sees it: its state and what comes next. */
  form: <Id extends string>(id: Id) => `/registration/forms/${id}` as const,
  formCompany: <Id extends string>(id: Id) => `/registration/forms/${id}/company` as const,
  formBusiness: <Id extends string>(id: Id) => `/registration/forms/${id}/business` as const,
  formContact: <Id extends string>(id: Id) => `/registration/forms/${id}/contact` as const,
  formSignatories: <Id extends string>(id: Id) => `/registration/forms/${id}/signatories` as const,
  newFormSignatory: <Id extends string>(id: Id) => `/registration/forms/${id}/signatories/new` as const,
  formSignatory: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}` as const,
  /** Asks before a row is taken out; posted to, it is. */
  removeFormSignatory: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/remove` as const,
  /** The signature itself: drawn on screen, or out of a scan. */
  formSignature: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/signature` as const,
  /** Posted to: the strokes of the pen. */
  drawFormSignature: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/signature/drawn` as const,
  /** The scan with a box to draw by hand, `?page=`; posted to, the signature is taken from there. */
  cropFormSignature: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/signature/crop` as const,
  /** Posted to: takes back what was put. */
  removeFormSignature: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/signature/remove` as const,
  /** The signature's place as it was scanned. */
  formSignatureBefore: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/signature/before` as const,
  formSignaturePage: <Id extends string, K extends string, N extends string>(id: Id, key: K, page: N) =>
    `/registration/forms/${id}/signatories/${key}/signature/pages/${page}` as const,
  formSignaturePicture: <Id extends string, K extends string>(id: Id, key: K) =>
    `/registration/forms/${id}/signatories/${key}/picture` as const,
  formPapers: <Id extends string>(id: Id) => `/registration/forms/${id}/papers` as const,
  removeFormPaper: <Id extends string, P extends string>(id: Id, paper: P) =>
    `/registration/forms/${id}/papers/${paper}/remove` as const,
  formPaperPage: <Id extends string, P extends string, N extends string>(id: Id, paper: P, page: N) =>
    `/registration/forms/${id}/papers/${paper}/pages/${page}` as const,
  formReview: <Id extends string>(id: Id) => `/registration/forms/${id}/review` as const,
  /** Posted to: hands the form to the chamber. */
  submitForm: <Id extends string>(id: Id) => `/registration/forms/${id}/submit` as const,
  /** 「申請キャンセル」: asks; posted to, it is given up. */
  cancelForm: <Id extends string>(id: Id) => `/registration/forms/${id}/cancel` as const,
  /** Posted to: this browser forgets the form. */
  leaveForm: <Id extends string>(id: Id) => `/registration/forms/${id}/leave` as const,
  formLetters: <Id extends string>(id: Id) => `/registration/forms/${id}/letters.pdf` as const,
  /** Posted to: leads to the card company's page for the fee. */
  payFormFee: <Id extends string>(id: Id) => `/registration/forms/${id}/fee` as const,
  cancelFormFee: <Id extends string>(id: Id) => `/registration/forms/${id}/fee/cancel` as const,
  /** ご利用明細 of the fee. */
  formStatement: <Id extends string>(id: Id) => `/registration/forms/${id}/statement.pdf` as const,
  /** The rules as they were agreed to. */
  formRules: <Id extends string>(id: Id) => `/registration/forms/${id}/rules` as const,
  /** 貿易登録証 */
  formCertificate: <Id extends string>(id: Id) => `/registration/forms/${id}/certificate.pdf` as const,
  /** What was paid, by month and by ID: `?from=2026-04&to=2026-11`. */
  spend: '/spend',
  /** サブIDの一覧, of the signatory who signs in. */
  subIds: '/sub-ids',
  newSubId: '/sub-ids/new',
  /** `?done=made`, `saved`, `sent`: what has just been done with it. */
  subId: <Id extends string>(accountId: Id) => `/sub-ids/${accountId}` as const,
  limitSubId: <Id extends string>(accountId: Id) => `/sub-ids/${accountId}/limits` as const,
  sendSubIdLink: <Id extends string>(accountId: Id) => `/sub-ids/${accountId}/link` as const,
  handOverSubId: <Id extends string>(accountId: Id) => `/sub-ids/${accountId}/hand-over` as const,
  /** Ends all that clerks of this agent hold; the id is the agent's registration. */
  endAgency: <Id extends string>(registrationId: Id) => `/sub-ids/agents/${registrationId}/end` as const,
  endSubId: <Id extends string>(accountId: Id) => `/sub-ids/${accountId}/end` as const,
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
  /** 貿易登録の手続き at the desk: `?list=`, `?kind=`, `?words=`, `?page=`. */
  deskProcedures: '/desk/registrations',
  deskProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}` as const,
  claimProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}/claim` as const,
  examineProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}/examine` as const,
  /** Posted to: a paper has come, at the counter or by post. */
  tickPaper: <Id extends string>(id: Id) => `/desk/registrations/${id}/papers` as const,
  /** Posted to: an upload was looked at. */
  tickUpload: <Id extends string, P extends string>(id: Id, paper: P) =>
    `/desk/registrations/${id}/papers/${paper}/tick` as const,
  untickPaper: <Id extends string, P extends string>(id: Id, paper: P) =>
    `/desk/registrations/${id}/papers/${paper}/untick` as const,
  deskPaperPage: <Id extends string, P extends string, N extends string>(id: Id, paper: P, page: N) =>
    `/desk/registrations/${id}/papers/${paper}/pages/${page}` as const,
  /** A signature as picture: `state` now, registered, cut (as it was scanned), page (of the scan). */
  deskProcedureSignature: <Id extends string, K extends string, S extends string>(id: Id, key: K, state: S) =>
    `/desk/registrations/${id}/signatures/${key}/${state}` as const,
  returnProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}/return` as const,
  rejectProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}/reject` as const,
  acceptProcedure: <Id extends string>(id: Id) => `/desk/registrations/${id}/accept` as const,
  /** Posted to: tells the firm its fee. */
  tellFee: <Id extends string>(id: Id) => `/desk/registrations/${id}/fee` as const,
  /** Posted to: the fee was received at the counter. */
  receiveFee: <Id extends string>(id: Id) => `/desk/registrations/${id}/fee/counter` as const,
  /** Posted to: what was paid for nothing was given back. */
  returnFee: <Id extends string>(id: Id) => `/desk/registrations/${id}/fee/returned` as const,
  deskLetters: <Id extends string>(id: Id) => `/desk/registrations/${id}/letters.pdf` as const,
  /** 貿易登録証 */
  deskCertificate: <Id extends string>(id: Id) => `/desk/registrations/${id}/certificate.pdf` as const,
  /** 登録台帳: `?words=`, `?kind=`, `?member=`, `?standing=`, `?page=`. */
  register: '/desk/register',
  /** The register from before, out of a file. */
  importRegister: '/desk/register/import',
  registerTemplate: <Extension extends string>(extension: Extension) => `/desk/register/template.${extension}` as const,
  registerEntry: <Id extends string>(id: Id) => `/desk/register/${id}` as const,
  /** 管理者IDの再発行, on papers. */
  reissueAdministrator: <Id extends string>(id: Id) => `/desk/register/${id}/administrator` as const,
  /** 管理者ID再発行届, with what the register knows. */
  reissueLetter: <Id extends string>(id: Id) => `/desk/register/${id}/reissue-letter.pdf` as const,
  /** 貿易登録証, as the registration stands today. */
  currentCertificate: <Id extends string>(id: Id) => `/desk/register/${id}/certificate.pdf` as const,
  /** Asks what sanction (処分) is imposed, then once more with what it does; then it is. */
  imposeSanction: <Id extends string>(id: Id) => `/desk/register/${id}/sanction` as const,
  /** 備考 of a firm, for staff. */
  registerRemarks: <Id extends string>(id: Id) => `/desk/register/${id}/remarks` as const,
  /** Cases that wait for a decision, and firms that may be a sanctioned one. */
  sanctions: '/desk/sanctions',
  liftSanction: <Id extends string>(sanctionId: Id) => `/desk/sanctions/${sanctionId}/lift` as const,
  /** Posted to: whether this registration is of the sanctioned firm. */
  answerSanction: <Id extends string>(sanctionId: Id) => `/desk/sanctions/${sanctionId}/answer` as const,
  /** Asks why a certified case goes on in spite of a sanction; posted to, it does. */
  letGoOn: <Id extends string>(id: Id) => `/desk/applications/${id}/go-on` as const,
  registeredSignature: <Id extends string, S extends string>(id: Id, signatory: S) =>
    `/desk/register/${id}/signatures/${signatory}` as const,
  /** Where the card company sends its notices. */
  gatewayNotice: '/gateway/notice',
  /** 証明書の確認: number, access code and date of a paper, typed. */
  check: '/check',
  /** The address in the QR code, which has it in capitals. */
  reference: <Token extends string>(token: Token) => `/r/${token}` as const,
  /** Where the mail's link leads, with the code behind `#`; posted to, it shows whose ID the code is for. */
  oneTimeLink: '/link',
  choosePassword: '/link/password',
  /** パスワードを忘れたとき */
  forgotten: '/forgotten',
  openApi: '/api/v1/openapi.json',
  health: '/health',
} as const;

/** An address on our own host, to return to after a deed; anything else becomes the home page. */
export function safeBack(asked: string | undefined): string {
  // `//host` and `/\host` would lead elsewhere.
  return asked && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : paths.home;
}
