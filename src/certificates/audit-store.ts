// What the audit reads: every query finds what must not be, so that a clean chamber answers with nothing. Bounded, all of them.
import { type RawBuilder, sql } from 'kysely';
import type { Trx } from '../lib/db.ts';

/** A thing that breaks a rule: which one (a number, an id), and in what way. */
export type Breach = { subject: string; what: string };

/** More than anybody mends in one go; the next audit shows the next. */
const most = 1000;

async function breaches(trx: Trx, query: RawBuilder<Breach>): Promise<Breach[]> {
  return (await query.execute(trx)).rows;
}

/** No certificate is issued without its charge paid: by a settled payment, or free. */
export const issuedUnpaid = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select c.number as subject, 'issued without a paid charge' as what from certificate c
    where c.chamber_id = ${chamberId} and c.status is not null and not exists (
      select 1 from charge h where h.chamber_id = c.chamber_id and h.application_id = c.application_id and h.status = 'paid'
        and (h.yen = 0 or exists (
          select 1 from payment_charge pc join payment p on p.chamber_id = pc.chamber_id and p.payment_id = pc.payment_id
          where pc.chamber_id = h.chamber_id and pc.charge_id = h.charge_id and p.status in ('settled', 'refunded'))))
    order by 1 limit ${most}`,
  );

/** No application stays paid for over five minutes: it is issued, or on the list of held cases. */
export const paidAndWaiting = (trx: Trx, chamberId: string, before: Date): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select coalesce(a.receipt_number, a.application_id::text) as subject,
      'paid for over five minutes, neither issued nor held' as what
    from application a where a.chamber_id = ${chamberId} and a.status = 'paid' and exists (
      select 1 from event e where e.chamber_id = a.chamber_id and e.subject = 'application' and e.subject_id = a.application_id
        and e.to_status = 'paid' having max(e.at) < ${before})
    order by 1 limit ${most}`,
  );

/** Numbers of each year run from 1 without a gap up to the counter; void ones count. */
export const numberGaps = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select k.year || '-' || s as subject, 'a number that no certificate has' as what
    from counter k cross join lateral generate_series(1, k.last) as s
    where k.chamber_id = ${chamberId} and k.series = 'certificate' and not exists (
      select 1 from certificate c where c.chamber_id = k.chamber_id and c.year = k.year and c.serial = s)
    union all
    select c.number, 'a number beyond the counter' from certificate c
    where c.chamber_id = ${chamberId} and not exists (
      select 1 from counter k where k.chamber_id = c.chamber_id and k.series = 'certificate' and k.year = c.year
        and k.last >= c.serial)
    order by 1 limit ${most}`,
  );

/** The lines of each transaction add up to 0, and what came from the card company is what was settled. */
export const ledgerBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select transaction_id::text as subject, 'ledger lines add up to ' || sum(yen) || ' yen' as what
    from ledger_line where chamber_id = ${chamberId} group by transaction_id having sum(yen) <> 0
    union all
    select p.payment_id::text, 'settled ' || p.yen || ' yen, in the ledger ' || coalesce(l.yen, 0)
    from payment p left join lateral (
      select sum(yen) as yen from ledger_line l
      where l.chamber_id = p.chamber_id and l.payment_id = p.payment_id and l.book = 'card_company') l on true
    where p.chamber_id = ${chamberId} and p.status = 'settled' and coalesce(l.yen, 0) <> p.yen
    union all
    select p.payment_id::text, 'settled ' || p.yen || ' yen for charges of ' || coalesce(h.yen, 0)
    from payment p left join lateral (
      select sum(h.yen) as yen from payment_charge pc
      join charge h on h.chamber_id = pc.chamber_id and h.charge_id = pc.charge_id
      where pc.chamber_id = p.chamber_id and pc.payment_id = p.payment_id) h on true
    where p.chamber_id = ${chamberId} and p.status in ('settled', 'refunded') and coalesce(h.yen, 0) <> p.yen
    order by 1 limit ${most}`,
  );

/** What the card company says of a payment fits what we asked of it; what does not waits until somebody has looked. */
export const mismatchBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select p.payment_id::text as subject, 'paid at the card company and not settled: ' || case m.kind
        when 'payment' then 'its page is of payment ' || m.found
        when 'amount' then m.found || ' were paid instead of ' || p.yen || ' jpy'
        else 'it has no payment intent' end as what
    from payment_mismatch m join payment p on p.chamber_id = m.chamber_id and p.payment_id = m.payment_id
    where m.chamber_id = ${chamberId} and p.status = 'pending' order by m.at, 1 limit ${most}`,
  );

/**
 * A registration that cost something was accepted with its fee paid: by a settled payment, or at the counter, as the books
 * say too. The same of a fee that was paid for a procedure that is not accepted, or not yet.
 */
export const registrationFeeBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select coalesce(p.receipt_number, p.procedure_id::text) as subject,
      case when p.fee_paid is null then 'accepted without its fee of ' || p.fee_yen || ' yen paid'
        else 'its fee of ' || p.fee_yen || ' yen is marked as paid (' || p.fee_paid || '), which charge and books do not say'
      end as what
    from procedure p
    where p.chamber_id = ${chamberId} and p.fee_yen > 0 and (p.status = 'accepted' or p.fee_paid is not null)
      and not exists (
        select 1 from charge h
        where h.chamber_id = p.chamber_id and h.procedure_id = p.procedure_id and h.status = 'paid' and h.yen = p.fee_yen
          and case p.fee_paid
            when 'card' then exists (
              select 1 from payment_charge pc
              join payment y on y.chamber_id = pc.chamber_id and y.payment_id = pc.payment_id
              where pc.chamber_id = h.chamber_id and pc.charge_id = h.charge_id and pc.holds
                and y.status in ('settled', 'refunded'))
            when 'counter' then h.yen = (
              select coalesce(sum(l.yen), 0) from ledger_line l
              where l.chamber_id = h.chamber_id and l.procedure_id = h.procedure_id and l.book = 'counter')
            else false end)
    union all
    select coalesce(p.receipt_number, p.procedure_id::text), 'paid, and not marked as paid'
    from charge h join procedure p on p.chamber_id = h.chamber_id and p.procedure_id = h.procedure_id
    where h.chamber_id = ${chamberId} and h.status = 'paid' and p.fee_paid is null
    order by 1 limit ${most}`,
  );

/** Whatever was paid for by card has the facts that its usage statement says for ever; the counter gives receipts of its own. */
export const statementBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select coalesce(a.receipt_number, p.receipt_number, h.charge_id::text) as subject,
      'paid, and its usage statement has no facts' as what
    from charge h left join application a on a.chamber_id = h.chamber_id and a.application_id = h.application_id
    left join procedure p on p.chamber_id = h.chamber_id and p.procedure_id = h.procedure_id
    where h.chamber_id = ${chamberId} and h.status = 'paid' and h.yen > 0
      and coalesce(p.fee_paid, 'card') = 'card' and not exists (
      select 1 from usage_statement u where u.chamber_id = h.chamber_id and u.charge_id = h.charge_id)
    order by 1 limit ${most}`,
  );

/** A status is what the last event says, and there is one live certificate behind each application that needs one. */
export const statusBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    select coalesce(a.receipt_number, a.application_id::text) as subject,
      'is ' || a.status || ', its last event says ' || coalesce(e.to_status, 'nothing') as what
    from application a left join lateral (
      select to_status from event e where e.chamber_id = a.chamber_id and e.subject = 'application'
        and e.subject_id = a.application_id and e.to_status is not null order by e.seq desc limit 1) e on true
    where a.chamber_id = ${chamberId} and e.to_status is distinct from a.status
    union all
    select coalesce(a.receipt_number, a.application_id::text), 'is ' || a.status || ' and has no live certificate'
    from application a
    where a.chamber_id = ${chamberId} and a.status in ('certified', 'paid', 'held', 'issued') and not exists (
      select 1 from certificate c where c.chamber_id = a.chamber_id and c.application_id = a.application_id
        and c.void_at is null)
    union all
    select c.number, 'has no entry in the look-up' from certificate c
    where c.chamber_id = ${chamberId} and not exists (
      select 1 from certificate_lookup l where l.certificate_id = c.certificate_id and l.number = c.number
        and l.chamber_id = c.chamber_id)
    order by 1 limit ${most}`,
  );

/**
 * Nothing is certified while a sanction (処分) stops the firm. A minute is left between the two: who certifies and who imposes
 * at the same moment are not made to wait for each other, and such a case waits for a decision like any other.
 */
export const sanctionBreaches = (trx: Trx, chamberId: string): Promise<Breach[]> =>
  breaches(
    trx,
    sql<Breach>`
    with under as (
      select r.registration_id, s.kind, s.until_day, s.lifted_at, s.imposed_at as since
      from sanction s join registration r on r.corporate_number = s.corporate_number
      where r.chamber_id = ${chamberId} and s.kind in ('suspended', 'struck_off')
      union all
      select m.registration_id, s.kind, s.until_day, s.lifted_at, greatest(s.imposed_at, m.answered_at)
      from sanction s join sanction_match m on m.sanction_id = s.sanction_id
      where m.chamber_id = ${chamberId} and m.is_same and s.kind in ('suspended', 'struck_off'))
    select distinct c.number as subject, 'was certified under a sanction (' || u.kind || ' since ' || u.since || ')' as what
    from under u join application a on a.chamber_id = ${chamberId} and a.registration_id = u.registration_id
    join certificate c on c.chamber_id = a.chamber_id and c.application_id = a.application_id
    where c.certified_at > u.since + interval '1 minute' and (u.lifted_at is null or c.certified_at < u.lifted_at)
      and (u.until_day is null or c.certificate_date <= u.until_day)
    order by 1 limit ${most}`,
  );

export type AuditedCertificate = {
  number: string;
  date: string;
  record: string;
  recordSha256: Buffer;
  salt: Buffer;
  status: string | null;
  entry: Buffer | null;
  /** Stored files of its papers. */
  papers: number;
};

/** Certificates in the order of their numbers, `size` after `after`, with their log entry. */
export async function listForAudit(
  trx: Trx,
  of: { chamberId: string; after: string; size: number },
): Promise<AuditedCertificate[]> {
  const found = await sql<AuditedCertificate>`
    select c.number, c.certificate_date::text as date, c.record, c.record_sha256 as "recordSha256", c.salt, c.status,
      l.entry, (select count(*)::int from paper p where p.chamber_id = c.chamber_id
        and p.certificate_id = c.certificate_id and p.file_sha256 is not null) as papers
    from certificate c left join log_leaf l on l.position = c.leaf_position
    where c.chamber_id = ${of.chamberId} and c.number > ${of.after} order by c.number limit ${of.size}`.execute(trx);
  return found.rows;
}

/** Files in the order of their hashes, `size` after `after`; `paper`: the certificate's number where it is a paper. */
export async function listFilesForAudit(
  trx: Trx,
  of: { chamberId: string; after: Buffer; size: number },
): Promise<{ sha256: Buffer; size: number; paper: string | null }[]> {
  const found = await sql<{ sha256: Buffer; size: number; paper: string | null }>`
    select f.sha256, f.size, (
      select c.number || ' ' || p.version from paper p
      join certificate c on c.chamber_id = p.chamber_id and c.certificate_id = p.certificate_id
      where p.chamber_id = f.chamber_id and p.file_sha256 = f.sha256 limit 1) as paper
    from file f where f.chamber_id = ${of.chamberId} and f.sha256 > ${of.after} order by f.sha256 limit ${of.size}`.execute(
    trx,
  );
  return found.rows;
}

/** The log has as many entries as it says, from 0 without a gap. */
export async function logBreaches(trx: Trx): Promise<Breach[]> {
  return breaches(
    trx,
    sql<Breach>`
    select 'log' as subject, 'says ' || s.size || ' entries, has ' || l.n || ', the last at ' || coalesce(l.last, -1) as what
    from log_state s cross join (select count(*) as n, max(position) as last from log_leaf) l
    where s.size <> l.n or coalesce(l.last, -1) <> s.size - 1`,
  );
}
