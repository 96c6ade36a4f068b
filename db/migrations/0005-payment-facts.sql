-- Which opening of the card company's page counts: a page that was never made is opened again with a later end, under a key
-- of its own.
alter table payment add column session_attempt integer not null default 1 check (session_attempt > 0);
grant update (session_attempt, session_expires_at) on payment to hakkyu_app;

-- What the card company said of a payment that does not fit what we asked, each thing once. Added, never changed; it matters
-- while the payment is pending.
create table payment_mismatch (
  chamber_id text not null references chamber,
  payment_id uuid not null,
  kind text not null check (kind in ('payment', 'amount', 'intent')),
  -- What it said instead of ours: `1 jpy`
  found text not null check (found <> ''),
  at timestamptz not null,
  primary key (chamber_id, payment_id, kind, found),
  foreign key (chamber_id, payment_id) references payment
);
alter table payment_mismatch enable row level security;
alter table payment_mismatch force row level security;
create policy chamber on payment_mismatch using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on payment_mismatch to hakkyu_app;

-- ご利用明細: names, registration number and tax rate as they were when the charge was paid. Never changed: an invoice that
-- was given out says the same for ever, whoever is renamed later.
create table usage_statement (
  chamber_id text not null references chamber,
  charge_id uuid not null,
  recipient_name_ja text not null,
  recipient_name_en text not null,
  chamber_name_ja text not null,
  chamber_name_en text not null,
  chamber_telephone text not null,
  chamber_mail text not null,
  -- 適格請求書発行事業者の登録番号; null: the chamber had none
  tax_number text,
  tax_percent integer not null check (tax_percent between 0 and 100),
  primary key (chamber_id, charge_id),
  foreign key (chamber_id, charge_id) references charge
);
alter table usage_statement enable row level security;
alter table usage_statement force row level security;
create policy chamber on usage_statement using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on usage_statement to hakkyu_app;

-- What was paid before: the names of today are the best that is known. The owner sees one chamber at a time, as everybody.
do $$
declare
  one text;
begin
  for one in select chamber_id from chamber loop
    perform set_config('app.chamber_id', one, true);
    insert into usage_statement
    select charge.chamber_id, charge.charge_id, registration.name_ja, registration.name_en, chamber.name_ja, chamber.name_en,
      chamber.telephone, chamber.mail, chamber_setting.settings ->> 'taxNumber',
      case when payment.settled_at >= '2019-10-01 00:00+09' then 10 else 8 end
    from charge
    join payment_charge using (chamber_id, charge_id)
    join payment using (chamber_id, payment_id)
    join application using (chamber_id, application_id)
    join registration using (chamber_id, registration_id)
    join chamber using (chamber_id)
    left join chamber_setting using (chamber_id)
    where payment_charge.holds and charge.status = 'paid' and payment.settled_at is not null
    on conflict do nothing;
  end loop;
  perform set_config('app.chamber_id', '', true);
end
$$;
