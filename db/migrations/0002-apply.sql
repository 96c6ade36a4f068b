-- What a chamber sets for itself: hours, number of persons who certify, print window. Read with defaults by chambers/settings.
create table chamber_setting (
  chamber_id text primary key references chamber,
  settings jsonb not null,
  changed_at timestamptz not null
);
alter table chamber_setting enable row level security;
alter table chamber_setting force row level security;
create policy chamber on chamber_setting using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (settings, changed_at) on chamber_setting to hakkyu_app;

-- Days on which the desk is closed besides Saturdays and Sundays: 国民の祝日, 年末年始, その他本会議所が定めた休日.
create table closed_day (
  chamber_id text not null references chamber,
  day date not null,
  name_ja text not null,
  name_en text not null,
  primary key (chamber_id, day)
);
alter table closed_day enable row level security;
alter table closed_day force row level security;
create policy chamber on closed_day using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, delete on closed_day to hakkyu_app;

-- Files by content: what is stored under a SHA-256 never changes. The bytes lie in the file store.
create table file (
  chamber_id text not null references chamber,
  sha256 bytea not null check (length(sha256) = 32),
  media_type text not null,
  size integer not null check (size >= 0),
  added_at timestamptz not null,
  primary key (chamber_id, sha256)
);
alter table file enable row level security;
alter table file force row level security;
create policy chamber on file using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on file to hakkyu_app;

-- 貿易登録: who may apply at this chamber, and under which exact English name.
create table registration (
  chamber_id text not null references chamber,
  registration_id uuid not null,
  number text not null check (number <> ''),
  name_ja text not null check (name_ja <> ''),
  name_en text not null check (name_en <> ''),
  address_en text not null check (address_en <> ''),
  -- Where its declarations are made: `Osaka, Japan`
  place_en text not null check (place_en <> ''),
  member_class text not null check (member_class in ('member', 'non_member')),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  status text not null check (status in ('active', 'expired', 'ended', 'struck_off')),
  suspended_until date,
  created_at timestamptz not null,
  primary key (chamber_id, registration_id),
  unique (chamber_id, number)
);
alter table registration enable row level security;
alter table registration force row level security;
create policy chamber on registration using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (status, suspended_until) on registration to hakkyu_app;

-- 署名者: a person whose signature is registered; signs in with the user ID of this account. A name never changes.
create table signatory (
  chamber_id text not null references chamber,
  signatory_id uuid not null,
  registration_id uuid not null,
  account_id uuid not null,
  name_en text not null check (name_en <> ''),
  title_en text not null,
  -- サインの画像; without it (サイン登録なし) one may prepare, not sign
  signature_sha256 bytea,
  created_at timestamptz not null,
  primary key (chamber_id, signatory_id),
  unique (chamber_id, account_id),
  foreign key (chamber_id, registration_id) references registration,
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, signature_sha256) references file
);
create index signatory_of_registration on signatory (chamber_id, registration_id);
alter table signatory enable row level security;
alter table signatory force row level security;
create policy chamber on signatory using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on signatory to hakkyu_app;

-- 発給申請. `content` is what was typed, without the goods; `goods` apart, as they may be 5,000 lines and change seldom.
create table application (
  chamber_id text not null references chamber,
  application_id uuid not null,
  kind text not null check (kind in ('origin')),
  registration_id uuid not null,
  signatory_id uuid not null,
  -- 受付番号, given at the first submission
  receipt_number text,
  status text not null check (status in (
    'draft', 'submitted', 'returned', 'approved', 'rejected', 'certified', 'paid', 'held', 'issued',
    'refunded', 'withdrawn', 'cancelled', 'lapsed')),
  content jsonb not null,
  goods jsonb not null default '[]',
  -- Counts every change of what was typed: who saves names the version that he has seen.
  version integer not null default 1,
  -- For lists and searches, kept with the content: 荷受人, インボイス番号, 仕向国.
  consignee text not null default '',
  invoice_numbers text[] not null default '{}',
  goods_lines integer not null default 0,
  round integer not null default 0,
  claimed_by uuid,
  claimed_at timestamptz,
  submitted_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (chamber_id, application_id),
  unique (chamber_id, receipt_number),
  foreign key (chamber_id, registration_id) references registration,
  foreign key (chamber_id, signatory_id) references signatory,
  foreign key (chamber_id, claimed_by) references account,
  check ((claimed_by is null) = (claimed_at is null))
);
-- The firm's list, newest first; the desk's queue, oldest submission first.
create index application_of_signatory on application (chamber_id, signatory_id, changed_at desc);
create index application_queue on application (chamber_id, status, submitted_at);
create index application_of_registration on application (chamber_id, registration_id);
alter table application enable row level security;
alter table application force row level security;
create policy chamber on application using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (
  receipt_number, status, content, goods, version, consignee, invoice_numbers, goods_lines, round,
  claimed_by, claimed_at, submitted_at, changed_at
) on application to hakkyu_app;

-- Each submission as it was, with the signature that stood under it and what the rules said: the examiner compares rounds.
create table submission (
  chamber_id text not null references chamber,
  application_id uuid not null,
  round integer not null check (round > 0),
  at timestamptz not null,
  account_id uuid not null,
  content jsonb not null,
  goods jsonb not null,
  findings jsonb not null,
  exporter jsonb not null,
  signatory jsonb not null,
  signature_sha256 bytea not null,
  primary key (chamber_id, application_id, round),
  foreign key (chamber_id, application_id) references application,
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, signature_sha256) references file
);
alter table submission enable row level security;
alter table submission force row level security;
create policy chamber on submission using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on submission to hakkyu_app;

-- What the examiner asked to mend, box by box, with the round in which he asked.
create table remark (
  chamber_id text not null references chamber,
  remark_id uuid not null,
  application_id uuid not null,
  round integer not null,
  place text not null,
  words text not null check (words <> ''),
  account_id uuid not null,
  at timestamptz not null,
  primary key (chamber_id, remark_id),
  foreign key (chamber_id, application_id) references application,
  foreign key (chamber_id, account_id) references account
);
create index remark_of_application on remark (chamber_id, application_id, remark_id);
alter table remark enable row level security;
alter table remark force row level security;
create policy chamber on remark using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on remark to hakkyu_app;

-- 典拠インボイス and 補完書類, as PDF. Shown only as pictures of their pages. A removed one stays for the rounds that had it.
create table evidence (
  chamber_id text not null references chamber,
  evidence_id uuid not null,
  application_id uuid not null,
  kind text not null check (kind in ('invoice', 'other')),
  file_name text not null,
  sha256 bytea not null,
  pages integer not null check (pages > 0),
  added_at timestamptz not null,
  added_in_round integer not null,
  removed_at timestamptz,
  removed_in_round integer,
  primary key (chamber_id, evidence_id),
  foreign key (chamber_id, application_id) references application,
  foreign key (chamber_id, sha256) references file
);
create index evidence_of_application on evidence (chamber_id, application_id, evidence_id);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy chamber on evidence using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (removed_at, removed_in_round) on evidence to hakkyu_app;

create table evidence_page (
  chamber_id text not null references chamber,
  evidence_id uuid not null,
  page integer not null check (page > 0),
  picture_sha256 bytea not null,
  width integer not null,
  height integer not null,
  words text not null,
  primary key (chamber_id, evidence_id, page),
  foreign key (chamber_id, evidence_id) references evidence,
  foreign key (chamber_id, picture_sha256) references file
);
alter table evidence_page enable row level security;
alter table evidence_page force row level security;
create policy chamber on evidence_page using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on evidence_page to hakkyu_app;

-- A file of goods that was uploaded and not yet confirmed: nothing of it is in the application until then.
create table goods_upload (
  chamber_id text not null references chamber,
  application_id uuid not null,
  file_name text not null,
  goods jsonb not null,
  problems jsonb not null,
  at timestamptz not null,
  primary key (chamber_id, application_id),
  foreign key (chamber_id, application_id) references application
);
alter table goods_upload enable row level security;
alter table goods_upload force row level security;
create policy chamber on goods_upload using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update, delete on goods_upload to hakkyu_app;

-- Gapless numbers, a row for each series of a chamber and year: a locked row gives the next, and a rollback gives it back.
create table counter (
  chamber_id text not null references chamber,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (chamber_id, series, year)
);
alter table counter enable row level security;
alter table counter force row level security;
create policy chamber on counter using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (last) on counter to hakkyu_app;

-- The answer to a program's request that may be sent twice: the second gets the first's answer.
create table idempotent_answer (
  chamber_id text not null references chamber,
  account_id uuid not null,
  key text not null check (length(key) between 1 and 255),
  request_sha256 bytea not null,
  status integer,
  body text,
  headers jsonb,
  at timestamptz not null,
  primary key (chamber_id, account_id, key),
  foreign key (chamber_id, account_id) references account
);
create index idempotent_answer_age on idempotent_answer (chamber_id, at);
alter table idempotent_answer enable row level security;
alter table idempotent_answer force row level security;
create policy chamber on idempotent_answer using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (status, body, headers), delete on idempotent_answer to hakkyu_app;
