// What the first page says to somebody who works with a sub ID.
import type { OwnLimits } from '../../applications/own-limits.ts';
import { formatDay } from '../ui/dates.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import { catalogue, type Lang } from '../ui/words.ts';

export const subHomeWords = catalogue(
  {
    heading: 'このサブIDについて',
    signatory: '署名者',
    submit: '発給申請',
    submitFree: 'このIDで申請できます。',
    submitRelease: '準備した申請を署名者が確認してから、署名者が申請します。',
    submitNot: 'このIDでは申請と取下げができません。準備したら、署名者の確認へ回してください。',
    pay: 'お支払い',
    payFree: 'このIDで作った申請の手数料を支払えます。',
    payNot: (name: string) => `このIDではお支払いできません。署名者 ${name} のIDでお支払いください。`,
    until: '最終日',
  },
  {
    heading: 'About this sub ID',
    signatory: 'Signatory',
    submit: 'Submitting',
    submitFree: 'This ID may submit.',
    submitRelease: 'The signatory checks what you prepared, and submits it.',
    submitNot: 'This ID may not submit or withdraw. When you have finished, ask the signatory for release.',
    pay: 'Paying',
    payFree: 'This ID may pay the fees of what was made with it.',
    payNot: (name) => `This ID may not pay. Please pay with the ID of the signatory, ${name}.`,
    until: 'Last day',
  },
);

export const signatoryName = (lang: Lang, { signatory }: Pick<OwnLimits, 'signatory'>): string =>
  lang === 'ja' ? signatory.nameJa || signatory.nameEn : signatory.nameEn;

export function SubHome({ lang, limits }: { lang: Lang; limits: OwnLimits }) {
  const w = subHomeWords[lang];
  const name = signatoryName(lang, limits);
  return (
    <>
      <h2>{w.heading}</h2>
      <SummaryList
        items={[
          { key: w.signatory, value: name },
          { key: w.submit, value: submitText(lang, limits) },
          { key: w.pay, value: limits.may.includes('pay') ? w.payFree : w.payNot(name) },
          ...(limits.validUntil === null ? [] : [{ key: w.until, value: formatDay(lang, limits.validUntil) }]),
        ]}
      />
    </>
  );
}

function submitText(lang: Lang, { may, releaseRequired }: OwnLimits): string {
  const w = subHomeWords[lang];
  if (!may.includes('submit')) return w.submitNot;
  return releaseRequired ? w.submitRelease : w.submitFree;
}
