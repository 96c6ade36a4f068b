// What sanctions leave to people: certified cases to decide on, and firms of whom somebody has to say whether they are the same.
import { Hono } from 'hono';
import { may } from '../../../accounts/rights.ts';
import { listStoppedCases, type Stopped } from '../../../applications/sanctioned-cases.ts';
import {
  answerMatch,
  listQuestions,
  mostCandidates,
  type Question,
} from '../../../registrations/sanctions/answer-match.ts';
import { applicationStatusWords } from '../../firm/applications/application-status.ts';
import { frameOf } from '../../frame.ts';
import { paths } from '../../paths.ts';
import { ctxOf, type Env, formOf } from '../../request.ts';
import { ButtonLink, PostButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/dates.ts';
import { Layout, page } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { chamberName } from './register-sanctions.tsx';
import { sanctionText } from './sanction-words.ts';
import { sanctionsDeskWords } from './sanctions-desk-words.ts';

export const sanctionsDeskScreens = new Hono<Env>();

sanctionsDeskScreens.get(paths.sanctions, async (c) => {
  const { lang } = c.var;
  const w = sanctionsDeskWords[lang];
  const ctx = ctxOf(c);
  const { cases, total } = await listStoppedCases(ctx);
  const { questions, more } = await listQuestions(ctx);
  return c.html(
    page(
      <Layout {...frameOf(c)} title={w.title} back={{ href: paths.queue, label: w.back }}>
        {c.req.query('done') === undefined ? null : <Notice tone="success" heading={w.done} />}
        <h2>{w.casesHeading}</h2>
        {cases.length === 0 ? <p>{w.casesNone}</p> : <Cases {...{ lang, cases, total }} />}
        <h2>{w.questionsHeading}</h2>
        {questions.length === 0 ? (
          <p>{w.questionsNone}</p>
        ) : (
          <Questions {...{ lang, questions, more, mayAnswer: may(ctx.actor, 'desk.sanction') }} />
        )}
      </Layout>,
    ),
  );
});

sanctionsDeskScreens.post(paths.answerSanction(':id'), async (c) => {
  const { registrationId = '', same = '' } = await formOf(c);
  await answerMatch(ctxOf(c), { sanctionId: c.req.param('id'), registrationId, isSame: same === 'yes' });
  return c.redirect(`${paths.sanctions}?done`, 303);
});

function Cases({ lang, cases, total }: { lang: Lang; cases: readonly Stopped[]; total: number }) {
  const w = sanctionsDeskWords[lang];
  return (
    <>
      <p>{w.casesLead}</p>
      {total > cases.length ? <p>{w.more(formatCount(cases.length), formatCount(total))}</p> : null}
      <Table
        {...{ lang, id: 'stopped', caption: w.casesHeading, captionUnseen: true, dense: true, phone: 'stack' }}
        rows={cases}
        columns={[
          {
            ...{ key: 'receipt', head: w.receipt, namesRow: true, kind: 'day' },
            cell: (one: Stopped) => <a href={paths.deskCase(one.applicationId)}>{one.receiptNumber}</a>,
          },
          { key: 'firm', head: w.firm, cell: (one: Stopped) => (lang === 'ja' ? one.firmJa : one.firmEn) },
          { key: 'state', head: w.state, cell: ({ status }: Stopped) => applicationStatusWords[lang][status] },
          {
            ...{ key: 'sanction', head: w.sanction },
            cell: ({ inWay }: Stopped) =>
              inWay.map((one) => `${sanctionText(lang, one)} (${chamberName(lang, one.chamber)})`).join(' / '),
          },
        ]}
      />
    </>
  );
}

function Questions(props: { lang: Lang; questions: readonly Question[]; more: boolean; mayAnswer: boolean }) {
  const { lang, questions, more, mayAnswer } = props;
  const w = sanctionsDeskWords[lang];
  return (
    <>
      <p>{w.questionsLead}</p>
      {more ? <p>{w.questionsMore(formatCount(mostCandidates))}</p> : null}
      <Table
        {...{ lang, id: 'questions', caption: w.questionsHeading, captionUnseen: true, dense: true, phone: 'stack' }}
        rows={questions}
        columns={[
          {
            ...{ key: 'sanctioned', head: w.sanctioned, namesRow: true },
            cell: ({ sanction }: Question) => <Firm {...sanction} />,
          },
          {
            ...{ key: 'sanction', head: w.sanction },
            cell: ({ sanction }: Question) => (
              <>
                {sanctionText(lang, sanction)} ({chamberName(lang, sanction.chamber)} {sanction.chamber.telephone})
                <p class="desk-said">{sanction.reason}</p>
              </>
            ),
          },
          {
            ...{ key: 'ours', head: w.ours },
            cell: ({ registration }: Question) => (
              <>
                <a href={paths.registerEntry(registration.registrationId)}>{registration.number}</a>{' '}
                <Firm {...registration} />
              </>
            ),
          },
          {
            ...{ key: 'answer', head: w.answer },
            cell: (one: Question) => (mayAnswer ? <Answers lang={lang} one={one} /> : null),
          },
        ]}
      />
    </>
  );
}

function Firm({ nameJa, nameEn, addressEn }: { nameJa: string; nameEn: string; addressEn: string }) {
  return (
    <>
      <span lang="ja">{nameJa}</span>{' '}
      <span lang="en">
        {nameEn}, {addressEn}
      </span>
    </>
  );
}

function Answers({ lang, one }: { lang: Lang; one: Question }) {
  const w = sanctionsDeskWords[lang];
  const { registrationId } = one.registration;
  const action = paths.answerSanction(one.sanction.sanctionId);
  return (
    <div class="desk-actions">
      <PostButton action={action} values={{ registrationId, same: 'yes' }}>
        {w.same}
      </PostButton>
      <PostButton action={action} values={{ registrationId, same: 'no' }}>
        {w.other}
      </PostButton>
    </div>
  );
}

/** The same of firms to be confirmed. */
export function QuestionsNotice({ lang, count }: { lang: Lang; count: number }) {
  const w = sanctionsDeskWords[lang];
  if (count === 0) return null;
  return (
    <Notice
      tone="attention"
      heading={w.questionsWait(formatCount(count))}
      action={<ButtonLink href={paths.sanctions}>{w.toList}</ButtonLink>}
    >
      <p>{w.questionsWaitText}</p>
    </Notice>
  );
}

/** On the staff's home. Nothing when nothing waits. */
export function StoppedNotice({ lang, count }: { lang: Lang; count: number }) {
  const w = sanctionsDeskWords[lang];
  if (count === 0) return null;
  return (
    <Notice
      tone="attention"
      heading={w.waiting(formatCount(count))}
      action={<ButtonLink href={paths.sanctions}>{w.toList}</ButtonLink>}
    >
      <p>{w.waitingText}</p>
    </Notice>
  );
}
