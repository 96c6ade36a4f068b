-- Installation tables: no firm's content. Who comes with only a cookie or a key is resolved here, then works in one chamber.

create table installation (
  key text primary key,
  value jsonb not null
);
grant select, insert, update on installation to hakkyu_app;

-- 商工会議所. Its code is its id: it stands in the sign-in, in every key and in the certificate number.
create table chamber (
  chamber_id text primary key check (chamber_id ~ '^[0-9A-Z]{4}$'),
  name_ja text not null check (name_ja <> ''),
  name_en text not null check (name_en <> ''),
  city_en text not null check (city_en <> ''),
  telephone text not null,
  mail text not null,
  created_at timestamptz not null
);
grant select, insert on chamber to hakkyu_app;

-- Tenant tables: chamber_id in every key, row level security forced.

-- An ID with which somebody signs in. user: a firm's signatory (ユーザーID). staff: of the chamber.
create table account (
  chamber_id text not null references chamber,
  account_id uuid not null,
  login_id text not null check (login_id ~ '^[A-Z0-9-]{3,20}$'),
  role text not null check (role in ('user', 'staff')),
  name_ja text not null,
  name_en text not null,
  -- As printed under a certificate: `Manager, Certification Section`
  title_en text not null default '',
  -- Where mails about its cases go
  mail text not null check (mail ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  rights text[] not null default '{}' check (rights <@ array['examine', 'certify', 'revoke', 'manage_staff']),
  password_hash text not null,
  created_at timestamptz not null,
  primary key (chamber_id, account_id),
  unique (chamber_id, login_id),
  check (role = 'staff' or rights = '{}')
);
alter table account enable row level security;
alter table account force row level security;
create policy chamber on account using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on account to hakkyu_app;

-- What happened, for ever: no UPDATE, no DELETE is granted to anybody but the owner.
create table event (
  chamber_id text not null references chamber,
  event_id uuid not null,
  -- The order in which they were written. A time is that at which a deed began, and a deed may wait for another's lock.
  seq bigint generated always as identity,
  at timestamptz not null,
  subject text not null,
  subject_id uuid not null,
  action text not null,
  from_status text,
  to_status text,
  actor_kind text not null check (actor_kind in ('account', 'api_key', 'system')),
  actor_id uuid,
  detail jsonb not null default '{}',
  primary key (chamber_id, event_id),
  check ((actor_kind = 'system') = (actor_id is null))
);
create index event_of_subject on event (chamber_id, subject, subject_id, seq);
alter table event enable row level security;
alter table event force row level security;
create policy chamber on event using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on event to hakkyu_app;

-- A browser that has signed in. Only the SHA-256 of the cookie is kept.
create table session (
  session_hash bytea primary key check (length(session_hash) = 32),
  session_id uuid not null unique,
  chamber_id text not null,
  account_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  browser text not null,
  address text not null,
  foreign key (chamber_id, account_id) references account
);
create index session_of_account on session (chamber_id, account_id, started_at desc);
create index session_end on session (ends_at);
grant select, insert, delete, update (last_seen_at, ended_at) on session to hakkyu_app;

-- A program that comes with a bearer key has the rights of its ID; `may` adds what the chamber allows this key besides.
create table api_key (
  key_hash bytea primary key check (length(key_hash) = 32),
  api_key_id uuid not null unique,
  chamber_id text not null,
  account_id uuid not null,
  name text not null check (name <> ''),
  hint text not null,
  may text[] not null default '{}' check (may <@ array['certify', 'revoke', 'manage_staff']),
  status text not null check (status in ('active', 'revoked')),
  created_at timestamptz not null,
  foreign key (chamber_id, account_id) references account
);
create index api_key_of_account on api_key (chamber_id, account_id, created_at desc);
grant select, insert, update (status) on api_key to hakkyu_app;

-- Counters of rate-limiter-flexible, which writes its own SQL.
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
create index rate_limit_expire on rate_limit (expire);
grant select, insert, update, delete on rate_limit to hakkyu_app;
