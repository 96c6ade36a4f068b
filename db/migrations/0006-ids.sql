-- Three kinds of ID of a firm: 管理者ID, ユーザーID, サブID. What each may do stands in src/accounts/rights.ts.
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in ('administrator', 'user', 'sub', 'staff'));
alter table account drop constraint account_rights_check;
alter table account add constraint account_rights_check
  check (rights <@ array['examine', 'certify', 'revoke', 'manage_staff', 'register']);
-- The firm whose ID it is; staff have none.
alter table account add column registration_id uuid;
alter table account add foreign key (chamber_id, registration_id) references registration;
-- ended: signs in no more; its history stays
alter table account add column status text not null default 'active' check (status in ('active', 'ended'));
-- null: nobody has chosen one yet; a one-time link lets its holder do so
alter table account alter column password_hash drop not null;

-- 署名者 who left: who takes over what stood under the name. The name never changes, so there is no grant for it.
alter table signatory add column name_ja text not null default '';
alter table signatory add column status text not null default 'active' check (status in ('active', 'ended'));
alter table signatory add column successor_id uuid;
alter table signatory add foreign key (chamber_id, successor_id) references signatory;
alter table signatory add check (successor_id is null or (status = 'ended' and successor_id <> signatory_id));
create index signatory_successor on signatory (chamber_id, successor_id);
grant update (title_en, signature_sha256, status, successor_id) on signatory to hakkyu_app;

-- サブID: made by a signatory for somebody of the firm or of its agent; signs with the signatory's signature.
create table sub_id (
  chamber_id text not null references chamber,
  account_id uuid not null,
  signatory_id uuid not null,
  -- The agent (代行業者) whose clerk holds it; null: somebody of the firm itself
  holder_registration_id uuid,
  -- What it may do beside preparing
  may text[] not null check (may <@ array['submit', 'pay']),
  -- The last day of its use; null: until it is ended
  valid_until date,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (chamber_id, account_id),
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, signatory_id) references signatory,
  foreign key (chamber_id, holder_registration_id) references registration,
  foreign key (chamber_id, created_by) references account
);
create index sub_id_of_signatory on sub_id (chamber_id, signatory_id, created_at);
create index sub_id_of_holder on sub_id (chamber_id, holder_registration_id);
alter table sub_id enable row level security;
alter table sub_id force row level security;
create policy chamber on sub_id using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (signatory_id, may, valid_until) on sub_id to hakkyu_app;

-- What a firm sets for itself: signatories see each other's cases; what a sub ID prepared is released by its signatory.
alter table registration add column users_see_all boolean not null default false;
alter table registration add column release_required boolean not null default false;
grant update (users_see_all, release_required) on registration to hakkyu_app;

-- The ID under which an application is made, beside the signatory whose signature it bears.
alter table application add column account_id uuid;
alter table application add foreign key (chamber_id, account_id) references account;
-- A sub ID has finished it and its signatory has not released it yet; meanwhile nobody changes it.
alter table application add column prepared_at timestamptz;
grant update (account_id, signatory_id, prepared_at) on application to hakkyu_app;

-- What was there before: every ID of a firm was a signatory's. The owner sees one chamber at a time, as everybody.
do $$
declare
  one text;
begin
  for one in select chamber_id from chamber loop
    perform set_config('app.chamber_id', one, true);
    update account set registration_id = signatory.registration_id from signatory
    where account.chamber_id = signatory.chamber_id and account.account_id = signatory.account_id;
    update application set account_id = signatory.account_id from signatory
    where application.chamber_id = signatory.chamber_id and application.signatory_id = signatory.signatory_id;
  end loop;
  perform set_config('app.chamber_id', '', true);
end
$$;
alter table application alter column account_id set not null;
alter table account add constraint account_firm_check check ((role = 'staff') = (registration_id is null));
-- 1つの法人または個人事業主に対して1ID
create unique index account_one_administrator on account (chamber_id, registration_id)
  where role = 'administrator' and status = 'active';
create index account_of_registration on account (chamber_id, registration_id, login_id);
create index application_of_account on application (chamber_id, account_id, changed_at desc);
create index payment_of_account on payment (chamber_id, account_id, created_at desc);
grant update (name_ja, name_en, mail, password_hash, status) on account to hakkyu_app;

-- A code that is mailed or handed over and works once: with it the holder of an ID chooses the password. An installation
-- table, since whoever comes with it has not signed in. Only the code's SHA-256 is kept.
create table one_time_link (
  link_hash bytea primary key check (length(link_hash) = 32),
  chamber_id text not null,
  account_id uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  foreign key (chamber_id, account_id) references account
);
create index one_time_link_of_account on one_time_link (chamber_id, account_id);
create index one_time_link_end on one_time_link (ends_at);
grant select, insert, update (used_at), delete on one_time_link to hakkyu_app;
