import { catalogue } from '../ui/words.ts';

export const firmHomeWords = catalogue(
  {
    yours: 'ご対応をお待ちしているもの',
    yoursNone: 'ご対応をお待ちしている発給申請はありません。',
    signatories: '署名者・サブIDの対応を待っているもの',
    signatoriesNone: '署名者・サブIDの対応を待っている発給申請はありません。',
    chambers: '商工会議所で手続き中のもの',
    over: '完了したもの',
    count: (n: string) => `${n}件`,
    start: '発給申請をはじめる',
    all: '発給申請の一覧を見る',
  },
  {
    yours: 'Waiting for you',
    yoursNone: 'No application is waiting for you.',
    signatories: 'Waiting for signatories and sub IDs',
    signatoriesNone: 'No application is waiting for a signatory or sub ID.',
    chambers: 'With the chamber',
    over: 'Finished',
    count: (n) => `${n} application${n === '1' ? '' : 's'}`,
    start: 'Start an application',
    all: 'See all applications',
  },
);
