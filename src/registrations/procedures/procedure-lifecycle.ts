import { defineLifecycle } from '../../lib/lifecycle.ts';

export const procedureStatuses = [
  'draft', // 入力中
  'submitted', // 書類待ち: the form is with the chamber, its papers are not complete
  'received', // 書類受領: every paper has come
  'examining', // 審査中
  'returned', // 修正
  'rejected', // 却下
  'cancelled', // 取消: by the firm (「申請キャンセル」)
  'accepted', // 受理
] as const;
export type ProcedureStatus = (typeof procedureStatuses)[number];

/** firm: whoever holds its link, or the administrator ID. desk: staff who register. */
export type ProcedureRole = 'firm' | 'desk';

export const procedureLifecycle = defineLifecycle<ProcedureStatus, ProcedureRole, ProcedureAction>({
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['firm'] },
  cancel: { from: ['draft', 'submitted', 'received', 'examining', 'returned'], to: 'cancelled', by: ['firm'] },
  receive: { from: ['submitted'], to: 'received', by: ['desk', 'firm'] },
  // A paper was ticked by mistake.
  miss: { from: ['received'], to: 'submitted', by: ['desk'] },
  examine: { from: ['received'], to: 'examining', by: ['desk'] },
  send_back: { from: ['submitted', 'received', 'examining'], to: 'returned', by: ['desk'] },
  reject: { from: ['submitted', 'received', 'examining'], to: 'rejected', by: ['desk'], note: 'required' },
  accept: { from: ['examining'], to: 'accepted', by: ['desk'] },
});

export type ProcedureAction = 'submit' | 'cancel' | 'receive' | 'miss' | 'examine' | 'send_back' | 'reject' | 'accept';

/** What was typed may still change: while the firm holds it. */
export const isOpenToApplicant = (status: ProcedureStatus): boolean => status === 'draft' || status === 'returned';

/** It is over, one way or the other. */
export const isOver = (status: ProcedureStatus): boolean =>
  status === 'rejected' || status === 'cancelled' || status === 'accepted';
