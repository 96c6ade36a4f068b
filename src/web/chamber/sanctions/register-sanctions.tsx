// In a firm's entry of the register: its sanctions, those of other chambers and past ones too, and the remarks of staff.
import type { Account } from '../../../accounts/account.ts';
import { may } from '../../../accounts/rights.ts';
import type { RegisterEntry } from '../../../registrations/register/read-register.ts';
import { isInForce } from '../../../registrations/sanctions/sanction.ts';
import type { SanctionView } from '../../../registrations/sanctions/sanctions-store.ts';
import { paths } from '../../paths.ts';
import { ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { formatDayTime } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Table } from '../../ui/table.tsx';
import type { Lang } from '../../ui/words.ts';
import { sanctionText, sanctionWords } from './sanction-words.ts';

type Of = { lang: Lang; entry: RegisterEntry; reader: Account; today: string };

export function RegisterSanctions(props: Of) {
  const { lang, entry, reader } = props;
  const w = sanctionWords[lang];
  const { registrationId } = entry.registration;
  return (
    <section aria-labelledby="sanctions">
      <h2 id="sanctions">{w.heading}</h2>
      {entry.sanctions.length === 0 ? <p>{w.none}</p> : <Sanctions {...props} />}
      {may(reader, 'desk.sanction') ? (
        <ButtonRow>
          <ButtonLink href={paths.imposeSanction(registrationId)}>{w.impose}</ButtonLink>
        </ButtonRow>
      ) : null}
    </section>
  );
}

function Sanctions({ lang, entry, reader, today }: Of) {
  const w = sanctionWords[lang];
  const mayLift = (one: SanctionView): boolean =>
    isInForce(one, today) && one.chamberId === reader.chamberId && may(reader, 'desk.sanction');
  return (
    <Table
      {...{ lang, id: 'sanction-list', caption: w.heading, captionUnseen: true, dense: true, phone: 'stack' }}
      rows={entry.sanctions}
      columns={[
        { key: 'kind', head: w.kind, namesRow: true, cell: (one: SanctionView) => sanctionText(lang, one) },
        { key: 'state', head: w.state, cell: (one: SanctionView) => <State {...{ lang, one, today }} /> },
        { key: 'chamber', head: w.chamber, cell: ({ chamber }: SanctionView) => chamberName(lang, chamber) },
        {
          ...{ key: 'at', head: w.imposedAt, kind: 'day' },
          cell: ({ imposedAt }: SanctionView) => formatDayTime(lang, imposedAt),
        },
        { key: 'reason', head: w.reason, cell: (one: SanctionView) => <Reasons one={one} /> },
        {
          ...{ key: 'lift', head: w.lift },
          cell: (one: SanctionView) =>
            mayLift(one) ? <a href={paths.liftSanction(one.sanctionId)}>{w.lift}</a> : null,
        },
      ]}
    />
  );
}

export const chamberName = (lang: Lang, { nameJa, nameEn }: { nameJa: string; nameEn: string }): string =>
  lang === 'ja' ? nameJa : nameEn;

function State({ lang, one, today }: { lang: Lang; one: SanctionView; today: string }) {
  const w = sanctionWords[lang];
  if (one.lifted) return <span>{w.liftedAt(formatDayTime(lang, one.lifted.at))}</span>;
  return isInForce(one, today) ? <StatusTag tone="stopped" text={w.inForce} /> : <span>{w.over}</span>;
}

function Reasons({ one }: { one: SanctionView }) {
  return (
    <>
      <p class="desk-said">{one.reason}</p>
      {one.lifted ? <p class="desk-said">{one.lifted.reason}</p> : null}
    </>
  );
}

export function RegisterRemarks({ lang, entry, reader }: Of) {
  const w = sanctionWords[lang];
  const { outOfDistrict, usedGoodsLicence, staffNote } = entry.remarks;
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{w.remarksHeading}</h2>
      <SummaryList
        items={[
          { key: w.outOfDistrict, value: outOfDistrict ? w.yesWord : w.noWord },
          { key: w.licence, value: usedGoodsLicence || '—' },
          { key: w.note, value: staffNote === '' ? '—' : <span class="desk-said">{staffNote}</span> },
        ]}
      />
      {may(reader, 'desk.register') ? (
        <ButtonRow>
          <ButtonLink href={paths.registerRemarks(entry.registration.registrationId)}>{w.remarksEdit}</ButtonLink>
        </ButtonRow>
      ) : null}
    </section>
  );
}

/** What has just been done, by `?done=`. */
export function SanctionDone({ lang, done }: { lang: Lang; done: string | undefined }) {
  const w = sanctionWords[lang];
  if (done === 'imposed')
    return (
      <Notice tone="success" heading={w.doneImposed}>
        <p>{w.doneImposedText}</p>
      </Notice>
    );
  if (done === 'lifted')
    return (
      <Notice tone="success" heading={w.doneLifted}>
        <p>{w.doneLiftedText}</p>
      </Notice>
    );
  return done === 'remarks' ? <Notice tone="success" heading={w.doneRemarks} /> : null;
}

/** Beside a procedure: the firm that asks is under a sanction. */
export function ProcedureSanctions({ lang, sanctions }: { lang: Lang; sanctions: readonly SanctionView[] }) {
  const w = sanctionWords[lang];
  return (
    <>
      {sanctions.map((one) => (
        <Notice tone="attention" heading={w.procedureNotice(sanctionText(lang, one))}>
          <p>{one.kind === 'struck_off' ? w.procedureStruck : w.procedureSuspended}</p>
          <p>
            {chamberName(lang, one.chamber)} {one.chamber.telephone}
          </p>
          <p class="desk-said">{one.reason}</p>
        </Notice>
      ))}
    </>
  );
}
