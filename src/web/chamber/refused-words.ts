import { catalogue } from '../ui/words.ts';

/** Why a deed was not done, when somebody else was first. */
export const refusedWords = catalogue(
  {
    notDone: 'いまの操作は行われていません。いまの状態を確かめてください。',
    held: (name: string) => `先に${name}さんが担当しました`,
    notYours: 'この案件の担当を外れています',
    notYoursText: '審査の結果を入れるには、もう一度担当してください。',
    withdrawn: '申請者が先に取り下げました',
    resubmitted: (round: number) => `新しい申請(${round}回目)が届いています`,
    moved: (state: string) => `ほかの職員が先に処理しました。いまの状態: ${state}`,
    printingMoved: 'この証明書の印刷期間は、先にほかの職員が変えました',
    cannotCertify: '認証できません',
    cannotCertifyText: '審査は記録しました。次の点が片づくまで、認証はできません。',
    cannotCertifyLead: '次の点が片づくまで、認証はできません。申請者の修正が要るときは、審査に差し戻してください。',
  },
  {
    notDone: 'Your action was not carried out. Please check the present state.',
    held: (name) => `${name} took this case first`,
    notYours: 'You no longer hold this case',
    notYoursText: 'Take it again to enter a result.',
    withdrawn: 'The applicant has withdrawn it',
    resubmitted: (round) => `A new submission (${round}) has arrived`,
    moved: (state) => `A colleague was first. It is now: ${state}`,
    printingMoved: 'A colleague has changed the print window of this certificate first',
    cannotCertify: 'It cannot be certified',
    cannotCertifyText: 'The examination is recorded. The following stands in the way of certifying.',
    cannotCertifyLead:
      'The following stands in the way. If the applicant has to correct something, hand it back to the examiners.',
  },
);
