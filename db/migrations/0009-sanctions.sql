-- 処分 (罰則規程): issuance stopped until a day, extra papers until a day, or struck off. It holds at every chamber of the
-- installation, so it is no chamber's row: whoever reads a registration reads it along, and no job stands between. Rows are
-- added and lifted, never changed.
create table sanction (
  sanction_id uuid primary key,
  kind text not null check (kind in ('suspended', 'extra_documents', 'struck_off')),
  -- Null: a sole trader, or registered before it was asked for. Other chambers then know the firm again by hand
  corporate_number text check (corporate_number ~ '^\d{13}$'),
  -- Where it was imposed, and on which registration; alone this chamber lifts it
  chamber_id text not null references chamber,
  registration_id uuid not null,
  name_ja text not null check (name_ja <> ''),
  name_en text not null check (name_en <> ''),
  address_en text not null check (address_en <> ''),
  name_key text not null generated always as (lower(regexp_replace(normalize(name_ja, NFKC), '\s', '', 'g'))) stored,
  -- Staff of every chamber and the firm read it
  reason text not null check (length(reason) between 1 and 2000),
  imposed_by uuid not null,
  imposed_at timestamptz not null,
  -- The last day on which it holds, in Japan
  until_day date,
  lifted_at timestamptz,
  lifted_by uuid,
  lift_reason text check (length(lift_reason) between 1 and 2000),
  foreign key (chamber_id, registration_id) references registration,
  foreign key (chamber_id, imposed_by) references account,
  foreign key (chamber_id, lifted_by) references account,
  check ((kind = 'struck_off') = (until_day is null)),
  check (num_nonnulls(lifted_at, lifted_by, lift_reason) in (0, 3))
);
create index sanction_of_corporation on sanction (corporate_number, imposed_at);
create index sanction_by_name on sanction (name_key);
grant select, insert, update (lifted_at, lifted_by, lift_reason) on sanction to hakkyu_app;

-- Which registrations a sanction is on beside those with its corporate number: the one on which it was imposed, and those
-- of which somebody has said that it is the same firm. A no is kept, so that nobody is asked twice.
create table sanction_match (
  sanction_id uuid not null references sanction,
  chamber_id text not null,
  registration_id uuid not null,
  is_same boolean not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (sanction_id, chamber_id, registration_id),
  foreign key (chamber_id, registration_id) references registration,
  foreign key (chamber_id, answered_by) references account
);
create index sanction_match_of_registration on sanction_match (chamber_id, registration_id);
grant select, insert, update (is_same, answered_by, answered_at) on sanction_match to hakkyu_app;

-- A case that was certified before: staff let it go on, for each sanction that stood in its way then.
create table sanction_decision (
  chamber_id text not null references chamber,
  application_id uuid not null,
  sanction_id uuid not null references sanction,
  reason text not null check (length(reason) between 1 and 2000),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (chamber_id, application_id, sanction_id),
  foreign key (chamber_id, application_id) references application,
  foreign key (chamber_id, decided_by) references account
);
alter table sanction_decision enable row level security;
alter table sanction_decision force row level security;
create policy chamber on sanction_decision using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on sanction_decision to hakkyu_app;

-- Until when issuance is stopped is read from the sanctions from now on. No deed has ever written this column.
drop index registration_register;
alter table registration drop column suspended_until;
create index registration_register on registration (chamber_id, number) include (
  registration_id, name_ja, name_en, corporate_number, kind, member_class, status, valid_from, valid_until
);
-- Every registration of a corporation, those that ended too
create index registration_of_corporation on registration (chamber_id, corporate_number) where corporate_number is not null;
-- By which a firm without a corporate number is found again
alter table registration add column name_key text not null
  generated always as (lower(regexp_replace(normalize(name_ja, NFKC), '\s', '', 'g'))) stored;
create index registration_by_name on registration (chamber_id, name_key);

-- 備考: what staff should have before them at each case of the firm
alter table registration
  add column out_of_district boolean not null default false,
  add column used_goods_licence text not null default '' check (length(used_goods_licence) <= 100),
  add column staff_note text not null default '' check (length(staff_note) <= 2000);
grant update (out_of_district, used_goods_licence, staff_note) on registration to hakkyu_app;
-- As the accepted forms say it. The owner sees one chamber at a time.
do $$
declare
  one text;
begin
  for one in select chamber_id from chamber loop
    perform set_config('app.chamber_id', one, true);
    update registration set
      out_of_district = coalesce((content ->> 'outOfDistrict')::boolean, false),
      used_goods_licence = case when (content ->> 'usedGoods')::boolean
        then left(trim(content ->> 'antiqueLicence'), 100) else '' end
    where chamber_id = one and content ? 'kind';
  end loop;
  perform set_config('app.chamber_id', '', true);
end
$$;
