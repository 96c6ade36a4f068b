import { draftWords } from '../firm/draft/draft-words.ts';
import { paths } from '../paths.ts';
import { roleWords } from '../role-words.ts';
import { catalogue, type Lang } from '../ui/words.ts';

export const keptFormWords = catalogue(
  {
    title: '入力した内容があります',
    lead: 'サインインが切れていたため、次の画面からの送信は、まだ行われていません。「続ける」を押すと、入力した内容のまま、もう一度送信します。',
    page: '画面',
    at: '送信した日時',
    files: '次のファイルは残っていません。画面で、もう一度選んでください。',
    fileTitle: 'ファイルをもう一度選んでください',
    goOn: '続ける',
    drop: '使わない',
    toPage: '元の画面へ',
    start: '発給申請の開始',
    application: '発給申請',
    withdraw: '申請の取下げ',
    upload: '商品のファイル取り込み',
    payment: 'お支払いの状況',
    case: '案件の審査',
    reject: '却下',
    certify: '認証',
    handBack: '審査への差し戻し',
    cancel: '認証の取消し',
  },
  {
    title: 'There is something you typed',
    lead: 'Your session had ended, so what you sent from the following page has not been done yet. “Continue” sends it again as you typed it.',
    page: 'Page',
    at: 'Sent at',
    files: 'The following files are not kept. Please choose them again on the page.',
    fileTitle: 'Please choose the file again',
    goOn: 'Continue',
    drop: 'Do not use it',
    toPage: 'Go back to the page',
    start: 'New application',
    application: 'Application',
    withdraw: 'Withdrawal of an application',
    upload: 'Goods from a file',
    payment: 'State of a payment',
    case: 'Examination of a case',
    reject: 'Rejection',
    certify: 'Certification',
    handBack: 'Handing back to the examiners',
    cancel: 'Cancellation of a certification',
  },
);

/** What a page with a form is called, by its address as written in `paths`; undefined where it has no name. */
export function pageName(lang: Lang, pattern: string): string | undefined {
  const [own, step, shell] = [keptFormWords[lang], draftWords[lang], roleWords[lang]];
  const names: ReadonlyMap<string, string> = new Map([
    [paths.newApplication, own.start],
    [paths.application(':id'), own.application],
    [paths.withdrawApplication(':id'), own.withdraw],
    [paths.requestSheet(':id'), step.request],
    [paths.boxes(':id'), step.boxes],
    [paths.goods(':id'), step.goods],
    [paths.goodsUpload(':id'), own.upload],
    [paths.evidence(':id'), step.evidence],
    [paths.payments, shell.payments],
    [paths.payment(':id'), own.payment],
    [paths.print(':id'), shell.printable],
    [paths.sessions, shell.sessions],
    [paths.apiKeys, shell.apiKeys],
    [paths.queue, shell.desk],
    [paths.deskCase(':id'), own.case],
    [paths.rejectCase(':id'), own.reject],
    [paths.certifyCase(':id'), own.certify],
    [paths.handBackCase(':id'), own.handBack],
    [paths.cancelCase(':id'), own.cancel],
  ]);
  return names.get(pattern);
}
