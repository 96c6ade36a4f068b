import type { ApplicationStatus } from '../../../applications/lifecycle.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { Lang } from '../../ui/words.ts';
import { applicationStatusTone, applicationStatusWords } from './application-status.ts';

/** The state of an application as the firm sees it, in one word. */
export function ApplicationStatusTag(props: { lang: Lang; status: ApplicationStatus }) {
  return (
    <StatusTag tone={applicationStatusTone[props.status]} text={applicationStatusWords[props.lang][props.status]} />
  );
}
