-- A charge is for a certificate, by its application, or for a registration, by the procedure that asks for it.
alter table charge alter column application_id drop not null;
alter table charge add column procedure_id uuid;
alter table charge add foreign key (chamber_id, procedure_id) references procedure;
alter table charge add check ((application_id is null) <> (procedure_id is null));
create unique index charge_live_procedure on charge (chamber_id, procedure_id) where status <> 'void';

-- 会員区分 as the chamber found it when it set the fee; and when the chamber gave back what was paid for a procedure that
-- then came to nothing.
alter table procedure
  add column fee_member_class text check (fee_member_class in ('member', 'non_member')),
  add column fee_returned_at timestamptz,
  add check (fee_returned_at is null or (fee_paid is not null and status in ('rejected', 'cancelled')));
grant update (fee_member_class, fee_returned_at) on procedure to hakkyu_app;
create index procedure_fee_to_return on procedure (chamber_id, submitted_at)
  where fee_paid is not null and fee_returned_at is null and status in ('rejected', 'cancelled');

-- Who pays: an ID for its signatory's applications; or whoever asks for a registration, with or without an ID.
alter table payment alter column account_id drop not null;
alter table payment alter column signatory_id drop not null;
alter table payment add column procedure_id uuid;
alter table payment add foreign key (chamber_id, procedure_id) references procedure;
alter table payment add check ((procedure_id is null) = (signatory_id is not null));
alter table payment add check (procedure_id is not null or account_id is not null);
create index payment_of_procedure on payment (chamber_id, procedure_id, created_at desc) where procedure_id is not null;

-- What was received at the chamber's counter (窓口) is a book of its own: no payment of the card company is behind it.
alter table ledger_line alter column payment_id drop not null;
alter table ledger_line add column procedure_id uuid;
alter table ledger_line add foreign key (chamber_id, procedure_id) references procedure;
alter table ledger_line drop constraint ledger_line_book_check;
alter table ledger_line add constraint ledger_line_book_check
  check (book in ('card_company', 'counter', 'fees', 'consumption_tax'));
alter table ledger_line add check (payment_id is not null or procedure_id is not null);
create index ledger_of_procedure on ledger_line (chamber_id, procedure_id) where procedure_id is not null;

-- Fees that were received at the counter before there were charges for them. The owner sees one chamber at a time.
do $$
declare
  one text;
begin
  for one in select chamber_id from chamber loop
    perform set_config('app.chamber_id', one, true);
    update procedure set fee_member_class = registration.member_class
    from registration
    where registration.chamber_id = procedure.chamber_id and registration.registration_id = procedure.registration_id
      and procedure.chamber_id = one and procedure.status = 'accepted' and procedure.fee_yen is not null;

    insert into charge (
      chamber_id, charge_id, procedure_id, yen, fee_kind, fee_member_class, fee_effective_from, status, created_at)
    select p.chamber_id, gen_random_uuid(), p.procedure_id, p.fee_yen, 'registration', p.fee_member_class,
      coalesce((
        select max(effective_from) from fee
        where fee.chamber_id = p.chamber_id and fee.kind = 'registration' and fee.member_class = p.fee_member_class
          and fee.effective_from <= p.accepted_on), p.accepted_on),
      'paid', p.accepted_on::timestamp at time zone 'Asia/Tokyo'
    from procedure p
    where p.chamber_id = one and p.status = 'accepted' and p.fee_yen > 0 and p.fee_paid = 'counter';

    with paid as (
      select chamber_id, procedure_id, yen, created_at, gen_random_uuid() as transaction_id, yen * 10 / 110 as tax
      from charge where chamber_id = one and procedure_id is not null
    )
    insert into ledger_line (chamber_id, line_id, transaction_id, at, book, yen, procedure_id)
    select chamber_id, gen_random_uuid(), transaction_id, created_at, line.book, line.yen, procedure_id
    from paid cross join lateral (
      values ('counter', yen), ('fees', tax - yen), ('consumption_tax', -tax)) as line (book, yen);
  end loop;
  perform set_config('app.chamber_id', '', true);
end
$$;
