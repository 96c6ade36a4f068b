-- 貿易登録 as the chamber accepted it. `content` is the whole form; what is asked often stands in columns of its own.
alter table registration add column kind text not null default 'applicant' check (kind in ('applicant', 'agent', 'both'));
alter table registration add column legal_form text not null default 'corporation'
  check (legal_form in ('corporation', 'sole_trader'));
-- 法人番号; a sole trader has none
alter table registration add column corporate_number text check (corporate_number ~ '^[0-9]{13}$');
alter table registration add column content jsonb not null default '{}';
-- The number of its paper registration, where it was switched from one (登録切替)
alter table registration add column paper_number text;
alter table registration add check (legal_form = 'corporation' or corporate_number is null);
-- One standing registration per legal person and chamber; sole traders are told apart by hand.
create unique index registration_standing on registration (chamber_id, corporate_number)
  where status in ('active', 'expired') and corporate_number is not null;
grant update (
  name_ja, name_en, address_en, place_en, member_class, valid_from, valid_until, kind, legal_form, corporate_number, content,
  paper_number
) on registration to hakkyu_app;

-- Who is reminded, and who lapses
create index registration_end on registration (chamber_id, valid_until) where status = 'active';

-- 認証規程・罰則規程 as firms agree to them: a version is never changed, so an agreement keeps its text by naming it.
create table rules_text (
  chamber_id text not null references chamber,
  version integer not null check (version > 0),
  text_ja text not null check (text_ja <> ''),
  text_en text not null check (text_en <> ''),
  published_at timestamptz not null,
  primary key (chamber_id, version)
);
alter table rules_text enable row level security;
alter table rules_text force row level security;
create policy chamber on rules_text using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on rules_text to hakkyu_app;

-- The paper register from before (登録台帳), as the chamber imported it: from it a firm switches (登録切替).
create table paper_registration (
  chamber_id text not null references chamber,
  paper_registration_id uuid not null,
  number text not null check (number <> ''),
  name_ja text not null,
  name_en text not null,
  corporate_number text,
  valid_from date,
  valid_until date not null,
  -- [{nameEn, titleEn}]
  signatories jsonb not null,
  -- What it became
  registration_id uuid,
  imported_at timestamptz not null,
  primary key (chamber_id, paper_registration_id),
  unique (chamber_id, number),
  foreign key (chamber_id, registration_id) references registration
);
alter table paper_registration enable row level security;
alter table paper_registration force row level security;
create policy chamber on paper_registration using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (name_ja, name_en, corporate_number, valid_from, valid_until, signatories, registration_id, imported_at)
  on paper_registration to hakkyu_app;

-- 新規登録 / 登録切替 / 登録更新 / 登録変更: a case that the chamber examines. It touches the registration only when accepted.
create table procedure (
  chamber_id text not null references chamber,
  procedure_id uuid not null,
  kind text not null check (kind in ('new', 'switch', 'renewal', 'change')),
  status text not null check (status in (
    'draft', 'submitted', 'received', 'examining', 'returned', 'rejected', 'cancelled', 'accepted')),
  -- 受付番号, given at the first submission
  receipt_number text,
  -- Renewal and change: of which registration. New and switch: what its acceptance made.
  registration_id uuid,
  paper_registration_id uuid,
  -- Where its link and its mails go
  mail text not null check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  -- The administrator ID that began it; null: somebody without an ID, by a link
  account_id uuid,
  rules_version integer not null,
  agreed_at timestamptz not null,
  content jsonb not null,
  version integer not null default 1,
  round integer not null default 0,
  claimed_by uuid,
  claimed_at timestamptz,
  -- 登録料, tax included, as the chamber set it for this case; null: not yet
  fee_yen integer check (fee_yen between 0 and 10000000),
  -- How it was paid; null: not yet
  fee_paid text check (fee_paid in ('counter', 'card')),
  -- A form that was never submitted is kept until then (60 days from its first operation)
  kept_until timestamptz not null,
  submitted_at timestamptz,
  accepted_on date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (chamber_id, procedure_id),
  unique (chamber_id, receipt_number),
  foreign key (chamber_id, registration_id) references registration,
  foreign key (chamber_id, paper_registration_id) references paper_registration,
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, claimed_by) references account,
  foreign key (chamber_id, rules_version) references rules_text,
  check ((claimed_by is null) = (claimed_at is null)),
  check (status <> 'accepted' or accepted_on is not null),
  check (kind in ('new', 'switch') or registration_id is not null),
  check ((kind = 'switch') = (paper_registration_id is not null))
);
-- A pending change blocks the renewal, and the other way round, until it is finished or cancelled.
create unique index procedure_open on procedure (chamber_id, registration_id)
  where status not in ('rejected', 'cancelled', 'accepted');
create unique index procedure_switch_open on procedure (chamber_id, paper_registration_id)
  where status not in ('rejected', 'cancelled', 'accepted') and round > 0;
create index procedure_of_mail on procedure (chamber_id, lower(mail));
create index procedure_queue on procedure (chamber_id, status, submitted_at);
create index procedure_kept on procedure (chamber_id, kept_until) where status = 'draft';
alter table procedure enable row level security;
alter table procedure force row level security;
create policy chamber on procedure using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, delete, update (
  status, receipt_number, registration_id, mail, rules_version, agreed_at, content, version, round, claimed_by, claimed_at,
  fee_yen, fee_paid, submitted_at, accepted_on, changed_at
) on procedure to hakkyu_app;

-- Each submission as it was: the chamber compares rounds, and a change with what is registered today.
create table procedure_submission (
  chamber_id text not null references chamber,
  procedure_id uuid not null,
  round integer not null check (round > 0),
  at timestamptz not null,
  content jsonb not null,
  findings jsonb not null,
  primary key (chamber_id, procedure_id, round),
  foreign key (chamber_id, procedure_id) references procedure
);
alter table procedure_submission enable row level security;
alter table procedure_submission force row level security;
create policy chamber on procedure_submission using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on procedure_submission to hakkyu_app;

-- What the chamber asked to mend, place by place, with the round in which it asked.
create table procedure_remark (
  chamber_id text not null references chamber,
  remark_id uuid not null,
  procedure_id uuid not null,
  round integer not null,
  place text not null,
  words text not null check (words <> ''),
  account_id uuid not null,
  at timestamptz not null,
  primary key (chamber_id, remark_id),
  foreign key (chamber_id, procedure_id) references procedure,
  foreign key (chamber_id, account_id) references account
);
create index remark_of_procedure on procedure_remark (chamber_id, procedure_id, remark_id);
alter table procedure_remark enable row level security;
alter table procedure_remark force row level security;
create policy chamber on procedure_remark using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on procedure_remark to hakkyu_app;

-- Papers as they came: at the counter, by post, or uploaded as a scan.
create table procedure_paper (
  chamber_id text not null references chamber,
  paper_id uuid not null,
  procedure_id uuid not null,
  kind text not null check (kind <> ''),
  -- 署名届: of which row of the form
  signatory_key uuid,
  how text not null check (how in ('counter', 'post', 'upload')),
  -- The day on which it came, in Japan
  day date not null,
  -- Only of an upload
  sha256 bytea,
  file_name text not null default '',
  -- Its pages as pictures, as which alone it is shown: [{sha256, width, height}]
  pictures jsonb not null default '[]',
  -- The member of staff who ticked it; null: uploaded and not looked at yet
  account_id uuid,
  at timestamptz not null,
  removed_at timestamptz,
  primary key (chamber_id, paper_id),
  foreign key (chamber_id, procedure_id) references procedure,
  foreign key (chamber_id, sha256) references file,
  foreign key (chamber_id, account_id) references account,
  check ((how = 'upload') = (sha256 is not null))
);
create index paper_of_procedure on procedure_paper (chamber_id, procedure_id, paper_id);
alter table procedure_paper enable row level security;
alter table procedure_paper force row level security;
create policy chamber on procedure_paper using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, delete, update (account_id, day, removed_at) on procedure_paper to hakkyu_app;

-- The code in the mail with which somebody without an ID comes to his form, until it ends; and the browser that has come
-- with it. Installation tables, since nobody has signed in. Only SHA-256 is kept.
create table procedure_link (
  link_hash bytea primary key check (length(link_hash) = 32),
  chamber_id text not null,
  procedure_id uuid not null,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  foreign key (chamber_id, procedure_id) references procedure on delete cascade
);
create index procedure_link_of_procedure on procedure_link (chamber_id, procedure_id);
create index procedure_link_end on procedure_link (ends_at);
grant select, insert, delete on procedure_link to hakkyu_app;

create table procedure_session (
  session_hash bytea primary key check (length(session_hash) = 32),
  chamber_id text not null,
  procedure_id uuid not null,
  started_at timestamptz not null,
  ends_at timestamptz not null,
  foreign key (chamber_id, procedure_id) references procedure on delete cascade
);
create index procedure_session_of_procedure on procedure_session (chamber_id, procedure_id);
create index procedure_session_end on procedure_session (ends_at);
grant select, insert, delete on procedure_session to hakkyu_app;

-- Accepting registrations makes IDs: a bearer key does so only where the chamber says so for that key.
alter table api_key drop constraint api_key_may_check;
alter table api_key add constraint api_key_may_check
  check (may <@ array['certify', 'revoke', 'manage_staff', 'register']);

-- Somebody without an ID, who holds the link of a procedure: its id is his.
alter table event drop constraint event_actor_kind_check;
alter table event add constraint event_actor_kind_check check (actor_kind in ('account', 'api_key', 'applicant', 'system'));

-- 登録台帳: a name is searched anywhere in it, and under row level security no other kind of index helps; so the chamber's
-- lines are read through, from this index alone and never from the table, whose rows hold the whole form.
create index registration_register on registration (chamber_id, number) include (
  registration_id, name_ja, name_en, corporate_number, kind, member_class, status, valid_from, valid_until, suspended_until
);
