// The end of a draft: it goes to the chamber, or first to the signatory who releases what a sub ID prepared.
import { catalogue } from '../../ui/words.ts';

export const reviewWayWords = {
  submit: catalogue(
    {
      ready: '申請できます',
      readyText: '見本の記載を確かめてから、この画面の一番下で申請してください。',
      heading: '発給申請',
      lead: '申請すると、商工会議所から修正の依頼があるまで、内容を変えられません。',
      button: '発給申請する',
      toButton: '申請のボタンへ移る',
    },
    {
      ready: 'Ready to submit',
      readyText: 'Check the specimen below, then submit at the end of this page.',
      heading: 'Submit',
      lead: 'Once submitted, the content cannot be changed unless the chamber asks you to correct it.',
      button: 'Submit the application',
      toButton: 'Go to the submit button',
    },
  ),
  prepare: catalogue(
    {
      ready: '署名者の確認へ回せます',
      readyText: '見本の記載を確かめてから、この画面の一番下で署名者の確認へ回してください。',
      heading: '署名者の確認へ回す',
      lead: '署名者にメールで知らせます。署名者が内容を確かめて申請すると、商工会議所の審査が始まります。それまで内容は変えられませんが、申請の画面で取り戻せます。',
      button: '署名者の確認へ回す',
      toButton: '確認へ回すボタンへ移る',
    },
    {
      ready: 'Ready for the signatory',
      readyText: 'Check the specimen below, then ask the signatory for release at the end of this page.',
      heading: 'Ask the signatory for release',
      lead: 'The signatory is told by mail, checks it and submits it; then the chamber examines it. Until then it cannot be changed, but you can take it back on the page of the application.',
      button: 'Ask the signatory for release',
      toButton: 'Go to the button',
    },
  ),
} as const;
export type ReviewWay = keyof typeof reviewWayWords;
