// The state of an application, as a firm and the chamber say it.
import { type ApplicationStatus, applicationStatuses } from '../../../applications/lifecycle.ts';
import type { StatusTone } from '../../ui/status-tag.tsx';
import { catalogue } from '../../ui/words.ts';

export const applicationStatusWords = catalogue<Record<ApplicationStatus, string>>(
  {
    draft: '作成中',
    submitted: '申請中',
    returned: '修正',
    approved: '審査済',
    rejected: '却下',
    certified: '承認(決済待ち)',
    paid: '決済済',
    held: '保留',
    issued: '交付済',
    refunded: '返金済',
    withdrawn: '取下げ',
    cancelled: '承認取消',
    lapsed: '失効',
  },
  {
    draft: 'Draft',
    submitted: 'Submitted',
    returned: 'To be corrected',
    approved: 'Examined',
    rejected: 'Rejected',
    certified: 'Certified (payment due)',
    paid: 'Paid',
    held: 'On hold',
    issued: 'Issued',
    refunded: 'Refunded',
    withdrawn: 'Withdrawn',
    cancelled: 'Certification cancelled',
    lapsed: 'Lapsed',
  },
);

/** As the firm sees it: `attention` where it is the firm's turn, `progress` where it is the chamber's. */
export const applicationStatusTone: Readonly<Record<ApplicationStatus, StatusTone>> = {
  draft: 'neutral',
  submitted: 'progress',
  returned: 'attention',
  approved: 'progress',
  rejected: 'stopped',
  certified: 'attention',
  paid: 'progress',
  held: 'stopped',
  issued: 'done',
  refunded: 'neutral',
  withdrawn: 'neutral',
  cancelled: 'stopped',
  lapsed: 'stopped',
};

/** What an address or a form says, when it is one. */
export function statusOf(asked: string | undefined): ApplicationStatus | undefined {
  return applicationStatuses.find((status) => status === asked);
}
