-- 証明料, tax included, from a day on.
create table fee (
  chamber_id text not null references chamber,
  kind text not null check (kind <> ''),
  member_class text not null check (member_class in ('member', 'non_member')),
  effective_from date not null,
  yen integer not null check (yen between 0 and 10000000),
  primary key (chamber_id, kind, member_class, effective_from)
);
alter table fee enable row level security;
alter table fee force row level security;
create policy chamber on fee using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on fee to hakkyu_app;

-- What is owed for one application, made when it is certified.
create table charge (
  chamber_id text not null references chamber,
  charge_id uuid not null,
  application_id uuid not null,
  yen integer not null check (yen >= 0),
  -- The fee that was in force: kind, 会員区分 and its first day
  fee_kind text not null,
  fee_member_class text not null,
  fee_effective_from date not null,
  status text not null check (status in ('open', 'paid', 'void')),
  created_at timestamptz not null,
  primary key (chamber_id, charge_id),
  foreign key (chamber_id, application_id) references application
);
create unique index charge_live on charge (chamber_id, application_id) where status <> 'void';
alter table charge enable row level security;
alter table charge force row level security;
create policy chamber on charge using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (status) on charge to hakkyu_app;

-- One payment at the card company for any number of charges.
create table payment (
  chamber_id text not null references chamber,
  payment_id uuid not null,
  account_id uuid not null,
  signatory_id uuid not null,
  yen integer not null check (yen > 0),
  status text not null check (status in ('created', 'pending', 'settled', 'failed', 'expired', 'cancelled', 'refunded')),
  description text not null,
  locale text not null check (locale in ('ja', 'en')),
  session_expires_at timestamptz not null,
  session_id text,
  session_url text,
  payment_intent_id text,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (chamber_id, payment_id),
  unique (chamber_id, session_id),
  unique (chamber_id, payment_intent_id),
  foreign key (chamber_id, account_id) references account,
  foreign key (chamber_id, signatory_id) references signatory,
  check (status not in ('pending', 'settled', 'refunded') or session_id is not null),
  check (status not in ('settled', 'refunded') or settled_at is not null)
);
create index payment_of_signatory on payment (chamber_id, signatory_id, created_at desc);
alter table payment enable row level security;
alter table payment force row level security;
create policy chamber on payment using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (status, session_id, session_url, payment_intent_id, settled_at) on payment to hakkyu_app;

-- A charge is in one open payment at most: `holds` is true while the payment may still be paid, or was.
create table payment_charge (
  chamber_id text not null references chamber,
  payment_id uuid not null,
  charge_id uuid not null,
  holds boolean not null,
  primary key (chamber_id, payment_id, charge_id),
  foreign key (chamber_id, payment_id) references payment,
  foreign key (chamber_id, charge_id) references charge
);
create unique index payment_charge_once on payment_charge (chamber_id, charge_id) where holds;
alter table payment_charge enable row level security;
alter table payment_charge force row level security;
create policy chamber on payment_charge using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (holds) on payment_charge to hakkyu_app;

-- Double entry: the lines of one transaction add up to 0. Never changed.
create table ledger_line (
  chamber_id text not null references chamber,
  line_id uuid not null,
  transaction_id uuid not null,
  at timestamptz not null,
  book text not null check (book in ('card_company', 'fees', 'consumption_tax')),
  yen integer not null,
  payment_id uuid not null,
  application_id uuid,
  primary key (chamber_id, line_id),
  foreign key (chamber_id, payment_id) references payment,
  foreign key (chamber_id, application_id) references application
);
create index ledger_of_payment on ledger_line (chamber_id, payment_id);
create index ledger_of_transaction on ledger_line (chamber_id, transaction_id);
alter table ledger_line enable row level security;
alter table ledger_line force row level security;
create policy chamber on ledger_line using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on ledger_line to hakkyu_app;

-- An installation table: whoever comes with a payment's id (the card company, the sweep) is led to the chamber.
-- `open`: there is something to ask the card company about.
create table payment_lookup (
  payment_id uuid primary key,
  chamber_id text not null,
  open boolean not null,
  created_at timestamptz not null
);
create index payment_lookup_open on payment_lookup (created_at) where open;
grant select, insert, update (open) on payment_lookup to hakkyu_app;

-- An installation table: what the card company has told us, as it came. A hint, kept for whoever looks into a case.
create table gateway_message (
  event_id text primary key,
  type text not null,
  payment_id uuid,
  body text not null,
  received_at timestamptz not null
);
grant select, insert on gateway_message to hakkyu_app;

-- A certificate has no status of its own before it is issued; the application's says all until then.
alter table certificate
  add column status text check (status in ('issued', 'revoked', 'superseded')),
  add column issued_at timestamptz,
  -- The last day of the print window, in Japan: it ends at 24:00 of that day
  add column print_until date,
  add column leaf_position bigint,
  add unique (chamber_id, leaf_position),
  add check (status is null or issued_at is not null),
  add check ((issued_at is null) = (print_until is null)),
  add check (issued_at is null or leaf_position is not null);
grant update (status, issued_at, print_until, leaf_position) on certificate to hakkyu_app;

-- The public log's first entries, an installation table. Entries name nobody: a digest of record and salt, and a day.
create table log_leaf (
  position bigint primary key check (position >= 0),
  entry bytea not null,
  added_at timestamptz not null
);
grant select, insert on log_leaf to hakkyu_app;
-- How many entries there are: one locked row, so that positions have no gap.
create table log_state (
  name text primary key check (name = 'log'),
  size bigint not null check (size >= 0)
);
insert into log_state (name, size) values ('log', 0);
grant select, update (size) on log_state to hakkyu_app;

-- A paper: ORIGINAL or COPY. The signature is made once and stored, as ECDSA gives other bytes each time; then the file.
create table paper (
  chamber_id text not null references chamber,
  certificate_id uuid not null,
  version text not null check (version in ('ORIGINAL', 'COPY')),
  drawn_sha256 bytea not null,
  cms bytea not null,
  signed_at timestamptz not null,
  pages integer not null check (pages > 0),
  file_sha256 bytea,
  primary key (chamber_id, certificate_id, version),
  foreign key (chamber_id, certificate_id) references certificate,
  foreign key (chamber_id, file_sha256) references file
);
alter table paper enable row level security;
alter table paper force row level security;
create policy chamber on paper using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, update (drawn_sha256, cms, signed_at, pages, file_sha256) on paper to hakkyu_app;

-- Who fetched which paper when. Added, never changed.
create table download (
  chamber_id text not null references chamber,
  download_id uuid not null,
  certificate_id uuid not null,
  what text not null check (what in ('ORIGINAL', 'COPY', 'statement')),
  account_id uuid not null,
  at timestamptz not null,
  primary key (chamber_id, download_id),
  foreign key (chamber_id, certificate_id) references certificate,
  foreign key (chamber_id, account_id) references account
);
create index download_of_certificate on download (chamber_id, certificate_id, download_id);
alter table download enable row level security;
alter table download force row level security;
create policy chamber on download using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert on download to hakkyu_app;
