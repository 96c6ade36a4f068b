import { defineLifecycle } from '../lib/lifecycle.ts';

export const applicationStatuses = [
  'draft', // 作成中
  'submitted', // 申請中
  'returned', // 修正
  'approved', // 審査済
  'rejected', // 却下
  'certified', // 承認(決済待ち)
  'paid', // 決済済
  'held', // 保留
  'issued', // 交付済
  'refunded', // 返金済
  'withdrawn', // 取下げ
  'cancelled', // 承認取消
  'lapsed', // 失効
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];

/** What somebody is to one application. system: a job, or the payment that settles. */
export type ApplicationRole = 'firm' | 'examiner' | 'certifier' | 'system';

export const applicationLifecycle = defineLifecycle<ApplicationStatus, ApplicationRole, ApplicationAction>({
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['firm'] },
  withdraw: { from: ['draft', 'submitted', 'returned', 'approved'], to: 'withdrawn', by: ['firm'] },
  send_back: { from: ['submitted'], to: 'returned', by: ['examiner'] },
  reject: { from: ['submitted'], to: 'rejected', by: ['examiner'], note: 'required' },
  approve: { from: ['submitted'], to: 'approved', by: ['examiner'] },
  hand_back: { from: ['approved'], to: 'submitted', by: ['certifier'], note: 'required' },
  certify: { from: ['approved'], to: 'certified', by: ['certifier'] },
  cancel: { from: ['certified'], to: 'cancelled', by: ['certifier', 'firm'], note: 'required' },
  lapse: { from: ['certified'], to: 'lapsed', by: ['system'] },
  settle: { from: ['certified'], to: 'paid', by: ['system'] },
  issue: { from: ['paid'], to: 'issued', by: ['system'] },
  hold: { from: ['paid'], to: 'held', by: ['system'], note: 'required' },
  resume: { from: ['held'], to: 'paid', by: ['certifier'] },
  refund: { from: ['held'], to: 'refunded', by: ['system'], note: 'required' },
});

export type ApplicationAction =
  | 'submit'
  | 'withdraw'
  | 'send_back'
  | 'reject'
  | 'approve'
  | 'hand_back'
  | 'certify'
  | 'cancel'
  | 'lapse'
  | 'settle'
  | 'issue'
  | 'hold'
  | 'resume'
  | 'refund';

/** What was typed may still change: while the firm holds it. */
export const isOpenToFirm = (status: ApplicationStatus): boolean => status === 'draft' || status === 'returned';
