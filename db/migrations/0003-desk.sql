-- What the examiner decided about one round, and whose signature he found on the invoice. Added, never changed.
create table examination (
  chamber_id text not null references chamber,
  application_id uuid not null,
  round integer not null,
  decision text not null check (decision in ('returned', 'rejected', 'approved')),
  account_id uuid not null,
  -- Whose registered signature the invoice bears, as the examiner marked it
  invoice_signed_by uuid,
  note text not null default '',
  at timestamptz not null,
  primary key (chamber_id, application_id, round, at),
  foreign key (chamber_id, application_id, round) references submission,
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, invoice_signed_by) references signatory,
  check (decision <> 'approved' or invoice_signed_by is not null)
);
alter table examination enable row level security;
alter table examination force row level security;
create policy chamber on examination using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on examination to hakkyu_app;

-- 公印: the chamber's seal as it is printed, from a day on. The newest is used; a certificate keeps the one of its day.
create table seal (
  chamber_id text not null references chamber,
  seal_id uuid not null,
  sha256 bytea not null,
  added_at timestamptz not null,
  primary key (chamber_id, seal_id),
  foreign key (chamber_id, sha256) references file
);
alter table seal enable row level security;
alter table seal force row level security;
create policy chamber on seal using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on seal to hakkyu_app;

-- What was certified. Number, date and record never change; a number is used once, and a void one stays with its reason.
create table certificate (
  chamber_id text not null references chamber,
  certificate_id uuid not null,
  application_id uuid not null,
  year integer not null,
  serial integer not null check (serial > 0),
  number text not null,
  certificate_date date not null,
  -- The record, byte for byte as it was frozen
  record text not null,
  record_sha256 bytea not null,
  seal_sha256 bytea not null,
  signature_sha256 bytea not null,
  -- 256 random bits that go with the record into the public log, so that nobody can guess a record from its digest
  salt bytea not null check (length(salt) = 32),
  -- For drawing, under the installation's key; for look-up see certificate_lookup
  access_code_sealed bytea not null,
  token_sealed bytea not null,
  certified_by uuid not null,
  certified_at timestamptz not null,
  void_at timestamptz,
  void_reason text,
  primary key (chamber_id, certificate_id),
  unique (chamber_id, number),
  unique (chamber_id, year, serial),
  foreign key (chamber_id, application_id) references application,
  foreign key (chamber_id, certified_by) references account,
  foreign key (chamber_id, seal_sha256) references file,
  foreign key (chamber_id, signature_sha256) references file,
  check ((void_at is null) = (void_reason is null))
);
-- One live certificate for an application: two clerks who certify at once make one.
create unique index certificate_live on certificate (chamber_id, application_id) where void_at is null;
alter table certificate enable row level security;
alter table certificate force row level security;
create policy chamber on certificate using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (void_at, void_reason) on certificate to hakkyu_app;

-- An installation table: who comes with a token or a number is led to the chamber. Hashes only.
create table certificate_lookup (
  token_hash bytea primary key check (length(token_hash) = 32),
  number text not null unique,
  code_hash bytea not null check (length(code_hash) = 32),
  chamber_id text not null,
  certificate_id uuid not null unique
);
grant select, insert on certificate_lookup to hakkyu_app;
