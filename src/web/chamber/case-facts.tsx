// A case at a glance, in one strip, so that the sheet and the invoice stand high on the page.

import { dayInJapan } from '../../lib/clock.ts';
import { standingOf } from '../../registrations/registration.ts';
import { pagesOf } from '../kinds/kinds.ts';
import { formatCount, formatDay } from '../ui/dates.ts';
import { StatusTag } from '../ui/status-tag.tsx';
import { standingTagWords } from './case-state-words.ts';
import { type CaseView, nameOf } from './case-view.ts';
import { caseWords } from './case-words.ts';
import { type DeskFact, DeskFacts } from './desk-facts.tsx';
import { invoicesText } from './queue-columns.tsx';
import { queueWords } from './queue-words.ts';
import { sanctionsDeskWords } from './sanctions/sanctions-desk-words.ts';

export function CaseFacts(props: CaseView) {
  const { lang, view } = props;
  const w = caseWords[lang];
  const { submission, application } = view;
  const facts: DeskFact[] = [
    { key: queueWords[lang].consignee, value: <span lang="en">{application.consignee}</span> },
    { key: queueWords[lang].invoices, value: invoicesText(lang, application.invoiceNumbers) },
    ...pagesOf(application.kind).deskFacts(lang, submission.content),
    { key: queueWords[lang].goods, value: queueWords[lang].lines(formatCount(application.goodsLines)) },
    { key: w.appliedBy, value: <AppliedBy {...props} /> },
    { key: w.signatory, value: <span lang="en">{submission.signatory.nameEn}</span> },
    { key: w.registration, value: <Registration {...props} /> },
    ...remarksOf(props),
  ];
  return <DeskFacts facts={facts} />;
}

/** 備考 of the firm; nothing where staff have written none. */
function remarksOf({ lang, view }: CaseView): DeskFact[] {
  const w = sanctionsDeskWords[lang];
  const { outOfDistrict, usedGoodsLicence, staffNote } = view.firmRemarks;
  const said = [outOfDistrict ? w.outOfDistrict : '', usedGoodsLicence && w.licence(usedGoodsLicence), staffNote];
  const shown = said.filter((one) => one !== '').join(' / ');
  return shown === '' ? [] : [{ key: w.remark, value: <span class="desk-said">{shown}</span> }];
}

/** Who submitted it; where the signatory released what a sub ID had prepared, that ID too. */
function AppliedBy({ lang, view }: CaseView) {
  const { people, submission, application } = view;
  const named = (id: string): string => {
    const account = people.get(id);
    return account ? `${account.loginId} ${nameOf(lang, account)}` : '—';
  };
  const maker = people.get(application.accountId);
  const isReleased = maker?.role === 'sub' && maker.accountId !== submission.accountId;
  const prepared = isReleased ? caseWords[lang].preparedBy(named(application.accountId)) : '';
  return (
    <>
      {named(submission.accountId)}
      {prepared}
    </>
  );
}

/** Its number, until when it is valid, and in words when it does not let the firm apply today: it will not be certified. */
function Registration({ lang, view, now }: CaseView) {
  const { registration } = view;
  const standing = standingOf(registration, dayInJapan(now));
  return (
    <>
      {registration.number} {caseWords[lang].validUntil(formatDay(lang, registration.validUntil))}{' '}
      {standing === 'good' ? null : <StatusTag tone="stopped" text={standingTagWords[lang][standing]} />}
    </>
  );
}
