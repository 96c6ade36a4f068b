-- The shape of the database after all migrations; written by `node scripts/make-tables.mjs`.

create table account (
  chamber_id text not null,
  account_id uuid not null,
  login_id text not null,
  role text not null,
  name_ja text not null,
  name_en text not null,
  title_en text not null default ''::text,
  mail text not null,
  rights text[] not null default '{}'::text[],
  password_hash text,
  created_at timestamp with time zone not null,
  registration_id uuid,
  status text not null default 'active'::text,
  constraint account_chamber_id_login_id_key UNIQUE (chamber_id, login_id),
  constraint account_pkey PRIMARY KEY (chamber_id, account_id),
  constraint account_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint account_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint account_check CHECK (((role = 'staff'::text) OR (rights = '{}'::text[]))),
  constraint account_firm_check CHECK (((role = 'staff'::text) = (registration_id IS NULL))),
  constraint account_login_id_check CHECK ((login_id ~ '^[A-Z0-9-]{3,20}$'::text)),
  constraint account_mail_check CHECK ((mail ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)),
  constraint account_rights_check CHECK ((rights <@ ARRAY['examine'::text, 'certify'::text, 'revoke'::text, 'manage_staff'::text, 'register'::text])),
  constraint account_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'user'::text, 'sub'::text, 'staff'::text]))),
  constraint account_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text])))
);
CREATE INDEX account_of_registration ON public.account USING btree (chamber_id, registration_id, login_id);
CREATE UNIQUE INDEX account_one_administrator ON public.account USING btree (chamber_id, registration_id) WHERE ((role = 'administrator'::text) AND (status = 'active'::text));
alter table account row level security forced;
create policy chamber on account using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (mail, name_en, name_ja, password_hash, status) on account to hakkyu_app;

create table api_key (
  key_hash bytea not null,
  api_key_id uuid not null,
  chamber_id text not null,
  account_id uuid not null,
  name text not null,
  hint text not null,
  may text[] not null default '{}'::text[],
  status text not null,
  created_at timestamp with time zone not null,
  constraint api_key_api_key_id_key UNIQUE (api_key_id),
  constraint api_key_pkey PRIMARY KEY (key_hash),
  constraint api_key_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint api_key_key_hash_check CHECK ((length(key_hash) = 32)),
  constraint api_key_may_check CHECK ((may <@ ARRAY['certify'::text, 'revoke'::text, 'manage_staff'::text, 'register'::text])),
  constraint api_key_name_check CHECK ((name <> ''::text)),
  constraint api_key_status_check CHECK ((status = ANY (ARRAY['active'::text, 'revoked'::text])))
);
CREATE INDEX api_key_of_account ON public.api_key USING btree (chamber_id, account_id, created_at DESC);
grant insert, select, update (status) on api_key to hakkyu_app;

create table application (
  chamber_id text not null,
  application_id uuid not null,
  kind text not null,
  registration_id uuid not null,
  signatory_id uuid not null,
  receipt_number text,
  status text not null,
  content jsonb not null,
  goods jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  consignee text not null default ''::text,
  invoice_numbers text[] not null default '{}'::text[],
  goods_lines integer not null default 0,
  round integer not null default 0,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  submitted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  account_id uuid not null,
  prepared_at timestamp with time zone,
  constraint application_chamber_id_receipt_number_key UNIQUE (chamber_id, receipt_number),
  constraint application_pkey PRIMARY KEY (chamber_id, application_id),
  constraint application_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint application_chamber_id_claimed_by_fkey FOREIGN KEY (chamber_id, claimed_by) REFERENCES account(chamber_id, account_id),
  constraint application_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint application_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint application_chamber_id_signatory_id_fkey FOREIGN KEY (chamber_id, signatory_id) REFERENCES signatory(chamber_id, signatory_id),
  constraint application_check CHECK (((claimed_by IS NULL) = (claimed_at IS NULL))),
  constraint application_kind_check CHECK ((kind = ANY (ARRAY['origin'::text, 'foreign_origin'::text, 'invoice'::text, 'signature'::text, 'own_invoice'::text, 'own_signature'::text, 'membership'::text, 'corporation'::text]))),
  constraint application_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text, 'rejected'::text, 'certified'::text, 'paid'::text, 'held'::text, 'issued'::text, 'refunded'::text, 'withdrawn'::text, 'cancelled'::text, 'lapsed'::text])))
);
CREATE INDEX application_of_account ON public.application USING btree (chamber_id, account_id, changed_at DESC);
CREATE INDEX application_of_registration ON public.application USING btree (chamber_id, registration_id);
CREATE INDEX application_of_signatory ON public.application USING btree (chamber_id, signatory_id, changed_at DESC);
CREATE INDEX application_queue ON public.application USING btree (chamber_id, status, submitted_at);
alter table application row level security forced;
create policy chamber on application using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (account_id, changed_at, claimed_at, claimed_by, consignee, content, goods, goods_lines, invoice_numbers, prepared_at, receipt_number, round, signatory_id, status, submitted_at, version) on application to hakkyu_app;

create table certificate (
  chamber_id text not null,
  certificate_id uuid not null,
  application_id uuid not null,
  year integer not null,
  serial integer not null,
  number text not null,
  certificate_date date not null,
  record text not null,
  record_sha256 bytea not null,
  seal_sha256 bytea not null,
  signature_sha256 bytea not null,
  salt bytea not null,
  access_code_sealed bytea not null,
  token_sealed bytea not null,
  certified_by uuid not null,
  certified_at timestamp with time zone not null,
  void_at timestamp with time zone,
  void_reason text,
  status text,
  issued_at timestamp with time zone,
  print_until date,
  leaf_position bigint,
  constraint certificate_chamber_id_leaf_position_key UNIQUE (chamber_id, leaf_position),
  constraint certificate_chamber_id_number_key UNIQUE (chamber_id, number),
  constraint certificate_chamber_id_year_serial_key UNIQUE (chamber_id, year, serial),
  constraint certificate_pkey PRIMARY KEY (chamber_id, certificate_id),
  constraint certificate_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint certificate_chamber_id_certified_by_fkey FOREIGN KEY (chamber_id, certified_by) REFERENCES account(chamber_id, account_id),
  constraint certificate_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint certificate_chamber_id_seal_sha256_fkey FOREIGN KEY (chamber_id, seal_sha256) REFERENCES file(chamber_id, sha256),
  constraint certificate_chamber_id_signature_sha256_fkey FOREIGN KEY (chamber_id, signature_sha256) REFERENCES file(chamber_id, sha256),
  constraint certificate_check CHECK (((void_at IS NULL) = (void_reason IS NULL))),
  constraint certificate_check1 CHECK (((status IS NULL) OR (issued_at IS NOT NULL))),
  constraint certificate_check2 CHECK (((issued_at IS NULL) = (print_until IS NULL))),
  constraint certificate_check3 CHECK (((issued_at IS NULL) OR (leaf_position IS NOT NULL))),
  constraint certificate_salt_check CHECK ((length(salt) = 32)),
  constraint certificate_serial_check CHECK ((serial > 0)),
  constraint certificate_status_check CHECK ((status = ANY (ARRAY['issued'::text, 'revoked'::text, 'superseded'::text])))
);
CREATE UNIQUE INDEX certificate_live ON public.certificate USING btree (chamber_id, application_id) WHERE (void_at IS NULL);
alter table certificate row level security forced;
create policy chamber on certificate using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (issued_at, leaf_position, print_until, status, void_at, void_reason) on certificate to hakkyu_app;

create table certificate_lookup (
  token_hash bytea not null,
  number text not null,
  code_hash bytea not null,
  chamber_id text not null,
  certificate_id uuid not null,
  constraint certificate_lookup_certificate_id_key UNIQUE (certificate_id),
  constraint certificate_lookup_number_key UNIQUE (number),
  constraint certificate_lookup_pkey PRIMARY KEY (token_hash),
  constraint certificate_lookup_code_hash_check CHECK ((length(code_hash) = 32)),
  constraint certificate_lookup_token_hash_check CHECK ((length(token_hash) = 32))
);
grant insert, select on certificate_lookup to hakkyu_app;

create table chamber (
  chamber_id text not null,
  name_ja text not null,
  name_en text not null,
  city_en text not null,
  telephone text not null,
  mail text not null,
  created_at timestamp with time zone not null,
  constraint chamber_pkey PRIMARY KEY (chamber_id),
  constraint chamber_chamber_id_check CHECK ((chamber_id ~ '^[0-9A-Z]{4}$'::text)),
  constraint chamber_city_en_check CHECK ((city_en <> ''::text)),
  constraint chamber_name_en_check CHECK ((name_en <> ''::text)),
  constraint chamber_name_ja_check CHECK ((name_ja <> ''::text))
);
grant insert, select on chamber to hakkyu_app;

create table chamber_setting (
  chamber_id text not null,
  settings jsonb not null,
  changed_at timestamp with time zone not null,
  constraint chamber_setting_pkey PRIMARY KEY (chamber_id),
  constraint chamber_setting_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id)
);
alter table chamber_setting row level security forced;
create policy chamber on chamber_setting using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (changed_at, settings) on chamber_setting to hakkyu_app;

create table charge (
  chamber_id text not null,
  charge_id uuid not null,
  application_id uuid,
  yen integer not null,
  fee_kind text not null,
  fee_member_class text not null,
  fee_effective_from date not null,
  status text not null,
  created_at timestamp with time zone not null,
  procedure_id uuid,
  constraint charge_pkey PRIMARY KEY (chamber_id, charge_id),
  constraint charge_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint charge_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint charge_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint charge_check CHECK (((application_id IS NULL) <> (procedure_id IS NULL))),
  constraint charge_status_check CHECK ((status = ANY (ARRAY['open'::text, 'paid'::text, 'void'::text]))),
  constraint charge_yen_check CHECK ((yen >= 0))
);
CREATE UNIQUE INDEX charge_live ON public.charge USING btree (chamber_id, application_id) WHERE (status <> 'void'::text);
CREATE UNIQUE INDEX charge_live_procedure ON public.charge USING btree (chamber_id, procedure_id) WHERE (status <> 'void'::text);
alter table charge row level security forced;
create policy chamber on charge using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (status) on charge to hakkyu_app;

create table client_link (
  chamber_id text not null,
  account_id uuid not null,
  person_id uuid not null,
  linked_at timestamp with time zone not null,
  constraint client_link_pkey PRIMARY KEY (chamber_id, account_id),
  constraint client_link_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id)
);
CREATE INDEX client_link_of_person ON public.client_link USING btree (person_id, linked_at);
grant delete, insert, select, update (person_id) on client_link to hakkyu_app;

create table closed_day (
  chamber_id text not null,
  day date not null,
  name_ja text not null,
  name_en text not null,
  constraint closed_day_pkey PRIMARY KEY (chamber_id, day),
  constraint closed_day_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id)
);
alter table closed_day row level security forced;
create policy chamber on closed_day using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select on closed_day to hakkyu_app;

create table counter (
  chamber_id text not null,
  series text not null,
  year integer not null,
  last integer not null,
  constraint counter_pkey PRIMARY KEY (chamber_id, series, year),
  constraint counter_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id)
);
alter table counter row level security forced;
create policy chamber on counter using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (last) on counter to hakkyu_app;

create table download (
  chamber_id text not null,
  download_id uuid not null,
  certificate_id uuid not null,
  what text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint download_pkey PRIMARY KEY (chamber_id, download_id),
  constraint download_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint download_chamber_id_certificate_id_fkey FOREIGN KEY (chamber_id, certificate_id) REFERENCES certificate(chamber_id, certificate_id),
  constraint download_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint download_what_check CHECK ((what = ANY (ARRAY['ORIGINAL'::text, 'COPY'::text, 'statement'::text])))
);
CREATE INDEX download_of_certificate ON public.download USING btree (chamber_id, certificate_id, download_id);
alter table download row level security forced;
create policy chamber on download using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on download to hakkyu_app;

create table event (
  chamber_id text not null,
  event_id uuid not null,
  seq bigint not null generated always as identity,
  at timestamp with time zone not null,
  subject text not null,
  subject_id uuid not null,
  action text not null,
  from_status text,
  to_status text,
  actor_kind text not null,
  actor_id uuid,
  detail jsonb not null default '{}'::jsonb,
  constraint event_pkey PRIMARY KEY (chamber_id, event_id),
  constraint event_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'api_key'::text, 'applicant'::text, 'system'::text]))),
  constraint event_check CHECK (((actor_kind = 'system'::text) = (actor_id IS NULL)))
);
CREATE INDEX event_of_subject ON public.event USING btree (chamber_id, subject, subject_id, seq);
alter table event row level security forced;
create policy chamber on event using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on event to hakkyu_app;

create table evidence (
  chamber_id text not null,
  evidence_id uuid not null,
  application_id uuid not null,
  kind text not null,
  file_name text not null,
  sha256 bytea not null,
  pages integer not null,
  added_at timestamp with time zone not null,
  added_in_round integer not null,
  removed_at timestamp with time zone,
  removed_in_round integer,
  text_cut boolean not null default false,
  constraint evidence_pkey PRIMARY KEY (chamber_id, evidence_id),
  constraint evidence_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint evidence_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint evidence_chamber_id_sha256_fkey FOREIGN KEY (chamber_id, sha256) REFERENCES file(chamber_id, sha256),
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'power_of_attorney'::text, 'lc_demand'::text, 'late_reason'::text, 'export_proof'::text, 'make_proof'::text, 'food_statement'::text, 'foreign_statement'::text, 'foreign_co'::text, 'import_permit'::text, 'import_invoice'::text, 'seller_certificate'::text, 'route_explanation'::text, 'shipment_proof'::text, 'other'::text]))),
  constraint evidence_pages_check CHECK ((pages > 0))
);
CREATE INDEX evidence_of_application ON public.evidence USING btree (chamber_id, application_id, evidence_id);
alter table evidence row level security forced;
create policy chamber on evidence using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (removed_at, removed_in_round) on evidence to hakkyu_app;

create table evidence_page (
  chamber_id text not null,
  evidence_id uuid not null,
  page integer not null,
  picture_sha256 bytea not null,
  width integer not null,
  height integer not null,
  words text not null,
  constraint evidence_page_pkey PRIMARY KEY (chamber_id, evidence_id, page),
  constraint evidence_page_chamber_id_evidence_id_fkey FOREIGN KEY (chamber_id, evidence_id) REFERENCES evidence(chamber_id, evidence_id),
  constraint evidence_page_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint evidence_page_chamber_id_picture_sha256_fkey FOREIGN KEY (chamber_id, picture_sha256) REFERENCES file(chamber_id, sha256),
  constraint evidence_page_page_check CHECK ((page > 0))
);
alter table evidence_page row level security forced;
create policy chamber on evidence_page using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on evidence_page to hakkyu_app;

create table examination (
  chamber_id text not null,
  application_id uuid not null,
  round integer not null,
  decision text not null,
  account_id uuid not null,
  invoice_signed_by uuid,
  note text not null default ''::text,
  at timestamp with time zone not null,
  constraint examination_pkey PRIMARY KEY (chamber_id, application_id, round, at),
  constraint examination_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint examination_chamber_id_application_id_round_fkey FOREIGN KEY (chamber_id, application_id, round) REFERENCES submission(chamber_id, application_id, round),
  constraint examination_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint examination_chamber_id_invoice_signed_by_fkey FOREIGN KEY (chamber_id, invoice_signed_by) REFERENCES signatory(chamber_id, signatory_id),
  constraint examination_check CHECK (((decision <> 'approved'::text) OR (invoice_signed_by IS NOT NULL))),
  constraint examination_decision_check CHECK ((decision = ANY (ARRAY['returned'::text, 'rejected'::text, 'approved'::text])))
);
alter table examination row level security forced;
create policy chamber on examination using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on examination to hakkyu_app;

create table fee (
  chamber_id text not null,
  kind text not null,
  member_class text not null,
  effective_from date not null,
  yen integer not null,
  constraint fee_pkey PRIMARY KEY (chamber_id, kind, member_class, effective_from),
  constraint fee_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint fee_kind_check CHECK ((kind <> ''::text)),
  constraint fee_member_class_check CHECK ((member_class = ANY (ARRAY['member'::text, 'non_member'::text]))),
  constraint fee_yen_check CHECK (((yen >= 0) AND (yen <= 10000000)))
);
alter table fee row level security forced;
create policy chamber on fee using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on fee to hakkyu_app;

create table file (
  chamber_id text not null,
  sha256 bytea not null,
  media_type text not null,
  size integer not null,
  added_at timestamp with time zone not null,
  unused_since timestamp with time zone,
  constraint file_pkey PRIMARY KEY (chamber_id, sha256),
  constraint file_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint file_sha256_check CHECK ((length(sha256) = 32)),
  constraint file_size_check CHECK ((size >= 0))
);
CREATE INDEX file_unused ON public.file USING btree (chamber_id, unused_since) WHERE (unused_since IS NOT NULL);
alter table file row level security forced;
create policy chamber on file using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (unused_since) on file to hakkyu_app;

create table gateway_message (
  event_id text not null,
  type text not null,
  payment_id uuid,
  body text not null,
  received_at timestamp with time zone not null,
  constraint gateway_message_pkey PRIMARY KEY (event_id)
);
grant insert, select on gateway_message to hakkyu_app;

create table goods_upload (
  chamber_id text not null,
  application_id uuid not null,
  file_name text not null,
  goods jsonb not null,
  problems jsonb not null,
  at timestamp with time zone not null,
  constraint goods_upload_pkey PRIMARY KEY (chamber_id, application_id),
  constraint goods_upload_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint goods_upload_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id)
);
alter table goods_upload row level security forced;
create policy chamber on goods_upload using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update on goods_upload to hakkyu_app;

create table idempotent_answer (
  chamber_id text not null,
  account_id uuid not null,
  key text not null,
  request_sha256 bytea not null,
  status integer,
  body text,
  headers jsonb,
  at timestamp with time zone not null,
  constraint idempotent_answer_pkey PRIMARY KEY (chamber_id, account_id, key),
  constraint idempotent_answer_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint idempotent_answer_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint idempotent_answer_key_check CHECK (((length(key) >= 1) AND (length(key) <= 255)))
);
CREATE INDEX idempotent_answer_age ON public.idempotent_answer USING btree (chamber_id, at);
alter table idempotent_answer row level security forced;
create policy chamber on idempotent_answer using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (body, headers, status) on idempotent_answer to hakkyu_app;

create table installation (
  key text not null,
  value jsonb not null,
  constraint installation_pkey PRIMARY KEY (key)
);
grant insert, select, update on installation to hakkyu_app;

create table ledger_line (
  chamber_id text not null,
  line_id uuid not null,
  transaction_id uuid not null,
  at timestamp with time zone not null,
  book text not null,
  yen integer not null,
  payment_id uuid,
  application_id uuid,
  procedure_id uuid,
  constraint ledger_line_pkey PRIMARY KEY (chamber_id, line_id),
  constraint ledger_line_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint ledger_line_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint ledger_line_chamber_id_payment_id_fkey FOREIGN KEY (chamber_id, payment_id) REFERENCES payment(chamber_id, payment_id),
  constraint ledger_line_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint ledger_line_book_check CHECK ((book = ANY (ARRAY['card_company'::text, 'counter'::text, 'fees'::text, 'consumption_tax'::text]))),
  constraint ledger_line_check CHECK (((payment_id IS NOT NULL) OR (procedure_id IS NOT NULL)))
);
CREATE INDEX ledger_of_payment ON public.ledger_line USING btree (chamber_id, payment_id);
CREATE INDEX ledger_of_procedure ON public.ledger_line USING btree (chamber_id, procedure_id) WHERE (procedure_id IS NOT NULL);
CREATE INDEX ledger_of_transaction ON public.ledger_line USING btree (chamber_id, transaction_id);
alter table ledger_line row level security forced;
create policy chamber on ledger_line using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on ledger_line to hakkyu_app;

create table log_leaf (
  position bigint not null,
  entry bytea not null,
  added_at timestamp with time zone not null,
  constraint log_leaf_pkey PRIMARY KEY ("position"),
  constraint log_leaf_position_check CHECK (("position" >= 0))
);
grant insert, select on log_leaf to hakkyu_app;

create table log_state (
  name text not null,
  size bigint not null,
  constraint log_state_pkey PRIMARY KEY (name),
  constraint log_state_name_check CHECK ((name = 'log'::text)),
  constraint log_state_size_check CHECK ((size >= 0))
);
grant select, update (size) on log_state to hakkyu_app;

create table one_time_link (
  link_hash bytea not null,
  chamber_id text not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_link_pkey PRIMARY KEY (link_hash),
  constraint one_time_link_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint one_time_link_link_hash_check CHECK ((length(link_hash) = 32))
);
CREATE INDEX one_time_link_end ON public.one_time_link USING btree (ends_at);
CREATE INDEX one_time_link_of_account ON public.one_time_link USING btree (chamber_id, account_id);
grant delete, insert, select, update (used_at) on one_time_link to hakkyu_app;

create table paper (
  chamber_id text not null,
  certificate_id uuid not null,
  version text not null,
  drawn_sha256 bytea not null,
  cms bytea not null,
  signed_at timestamp with time zone not null,
  pages integer not null,
  file_sha256 bytea,
  constraint paper_pkey PRIMARY KEY (chamber_id, certificate_id, version),
  constraint paper_chamber_id_certificate_id_fkey FOREIGN KEY (chamber_id, certificate_id) REFERENCES certificate(chamber_id, certificate_id),
  constraint paper_chamber_id_file_sha256_fkey FOREIGN KEY (chamber_id, file_sha256) REFERENCES file(chamber_id, sha256),
  constraint paper_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint paper_pages_check CHECK ((pages > 0)),
  constraint paper_version_check CHECK ((version = ANY (ARRAY['ORIGINAL'::text, 'COPY'::text])))
);
alter table paper row level security forced;
create policy chamber on paper using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (cms, drawn_sha256, file_sha256, pages, signed_at) on paper to hakkyu_app;

create table paper_registration (
  chamber_id text not null,
  paper_registration_id uuid not null,
  number text not null,
  name_ja text not null,
  name_en text not null,
  corporate_number text,
  valid_from date,
  valid_until date not null,
  signatories jsonb not null,
  registration_id uuid,
  imported_at timestamp with time zone not null,
  constraint paper_registration_chamber_id_number_key UNIQUE (chamber_id, number),
  constraint paper_registration_pkey PRIMARY KEY (chamber_id, paper_registration_id),
  constraint paper_registration_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint paper_registration_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint paper_registration_number_check CHECK ((number <> ''::text))
);
alter table paper_registration row level security forced;
create policy chamber on paper_registration using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (corporate_number, imported_at, name_en, name_ja, registration_id, signatories, valid_from, valid_until) on paper_registration to hakkyu_app;

create table payment (
  chamber_id text not null,
  payment_id uuid not null,
  account_id uuid,
  signatory_id uuid,
  yen integer not null,
  status text not null,
  description text not null,
  locale text not null,
  session_expires_at timestamp with time zone not null,
  session_id text,
  session_url text,
  payment_intent_id text,
  created_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  session_attempt integer not null default 1,
  procedure_id uuid,
  constraint payment_chamber_id_payment_intent_id_key UNIQUE (chamber_id, payment_intent_id),
  constraint payment_chamber_id_session_id_key UNIQUE (chamber_id, session_id),
  constraint payment_pkey PRIMARY KEY (chamber_id, payment_id),
  constraint payment_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint payment_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint payment_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint payment_chamber_id_signatory_id_fkey FOREIGN KEY (chamber_id, signatory_id) REFERENCES signatory(chamber_id, signatory_id),
  constraint payment_check CHECK (((status <> ALL (ARRAY['pending'::text, 'settled'::text, 'refunded'::text])) OR (session_id IS NOT NULL))),
  constraint payment_check1 CHECK (((status <> ALL (ARRAY['settled'::text, 'refunded'::text])) OR (settled_at IS NOT NULL))),
  constraint payment_check2 CHECK (((procedure_id IS NULL) = (signatory_id IS NOT NULL))),
  constraint payment_check3 CHECK (((procedure_id IS NOT NULL) OR (account_id IS NOT NULL))),
  constraint payment_locale_check CHECK ((locale = ANY (ARRAY['ja'::text, 'en'::text]))),
  constraint payment_session_attempt_check CHECK ((session_attempt > 0)),
  constraint payment_status_check CHECK ((status = ANY (ARRAY['created'::text, 'pending'::text, 'settled'::text, 'failed'::text, 'expired'::text, 'cancelled'::text, 'refunded'::text]))),
  constraint payment_yen_check CHECK ((yen > 0))
);
CREATE INDEX payment_of_account ON public.payment USING btree (chamber_id, account_id, created_at DESC);
CREATE INDEX payment_of_procedure ON public.payment USING btree (chamber_id, procedure_id, created_at DESC) WHERE (procedure_id IS NOT NULL);
CREATE INDEX payment_of_signatory ON public.payment USING btree (chamber_id, signatory_id, created_at DESC);
alter table payment row level security forced;
create policy chamber on payment using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (payment_intent_id, session_attempt, session_expires_at, session_id, session_url, settled_at, status) on payment to hakkyu_app;

create table payment_charge (
  chamber_id text not null,
  payment_id uuid not null,
  charge_id uuid not null,
  holds boolean not null,
  constraint payment_charge_pkey PRIMARY KEY (chamber_id, payment_id, charge_id),
  constraint payment_charge_chamber_id_charge_id_fkey FOREIGN KEY (chamber_id, charge_id) REFERENCES charge(chamber_id, charge_id),
  constraint payment_charge_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint payment_charge_chamber_id_payment_id_fkey FOREIGN KEY (chamber_id, payment_id) REFERENCES payment(chamber_id, payment_id)
);
CREATE UNIQUE INDEX payment_charge_once ON public.payment_charge USING btree (chamber_id, charge_id) WHERE holds;
alter table payment_charge row level security forced;
create policy chamber on payment_charge using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (holds) on payment_charge to hakkyu_app;

create table payment_lookup (
  payment_id uuid not null,
  chamber_id text not null,
  open boolean not null,
  created_at timestamp with time zone not null,
  constraint payment_lookup_pkey PRIMARY KEY (payment_id)
);
CREATE INDEX payment_lookup_open ON public.payment_lookup USING btree (created_at) WHERE open;
grant insert, select, update (open) on payment_lookup to hakkyu_app;

create table payment_mismatch (
  chamber_id text not null,
  payment_id uuid not null,
  kind text not null,
  found text not null,
  at timestamp with time zone not null,
  constraint payment_mismatch_pkey PRIMARY KEY (chamber_id, payment_id, kind, found),
  constraint payment_mismatch_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint payment_mismatch_chamber_id_payment_id_fkey FOREIGN KEY (chamber_id, payment_id) REFERENCES payment(chamber_id, payment_id),
  constraint payment_mismatch_found_check CHECK ((found <> ''::text)),
  constraint payment_mismatch_kind_check CHECK ((kind = ANY (ARRAY['payment'::text, 'amount'::text, 'intent'::text])))
);
alter table payment_mismatch row level security forced;
create policy chamber on payment_mismatch using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on payment_mismatch to hakkyu_app;

create table procedure (
  chamber_id text not null,
  procedure_id uuid not null,
  kind text not null,
  status text not null,
  receipt_number text,
  registration_id uuid,
  paper_registration_id uuid,
  mail text not null,
  account_id uuid,
  rules_version integer not null,
  agreed_at timestamp with time zone not null,
  content jsonb not null,
  version integer not null default 1,
  round integer not null default 0,
  claimed_by uuid,
  claimed_at timestamp with time zone,
  fee_yen integer,
  fee_paid text,
  kept_until timestamp with time zone not null,
  submitted_at timestamp with time zone,
  accepted_on date,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  fee_member_class text,
  fee_returned_at timestamp with time zone,
  uploads integer not null default 0,
  uploaded_bytes bigint not null default 0,
  constraint procedure_chamber_id_receipt_number_key UNIQUE (chamber_id, receipt_number),
  constraint procedure_pkey PRIMARY KEY (chamber_id, procedure_id),
  constraint procedure_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint procedure_chamber_id_claimed_by_fkey FOREIGN KEY (chamber_id, claimed_by) REFERENCES account(chamber_id, account_id),
  constraint procedure_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint procedure_chamber_id_paper_registration_id_fkey FOREIGN KEY (chamber_id, paper_registration_id) REFERENCES paper_registration(chamber_id, paper_registration_id),
  constraint procedure_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint procedure_chamber_id_rules_version_fkey FOREIGN KEY (chamber_id, rules_version) REFERENCES rules_text(chamber_id, version),
  constraint procedure_check CHECK (((claimed_by IS NULL) = (claimed_at IS NULL))),
  constraint procedure_check1 CHECK (((status <> 'accepted'::text) OR (accepted_on IS NOT NULL))),
  constraint procedure_check2 CHECK (((kind = ANY (ARRAY['new'::text, 'switch'::text])) OR (registration_id IS NOT NULL))),
  constraint procedure_check3 CHECK (((kind = 'switch'::text) = (paper_registration_id IS NOT NULL))),
  constraint procedure_check4 CHECK (((fee_returned_at IS NULL) OR ((fee_paid IS NOT NULL) AND (status = ANY (ARRAY['rejected'::text, 'cancelled'::text]))))),
  constraint procedure_fee_member_class_check CHECK ((fee_member_class = ANY (ARRAY['member'::text, 'non_member'::text]))),
  constraint procedure_fee_paid_check CHECK ((fee_paid = ANY (ARRAY['counter'::text, 'card'::text]))),
  constraint procedure_fee_yen_check CHECK (((fee_yen >= 0) AND (fee_yen <= 10000000))),
  constraint procedure_kind_check CHECK ((kind = ANY (ARRAY['new'::text, 'switch'::text, 'renewal'::text, 'change'::text]))),
  constraint procedure_mail_check CHECK ((mail ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text)),
  constraint procedure_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'received'::text, 'examining'::text, 'returned'::text, 'rejected'::text, 'cancelled'::text, 'accepted'::text]))),
  constraint procedure_uploaded_bytes_check CHECK ((uploaded_bytes >= 0)),
  constraint procedure_uploads_check CHECK ((uploads >= 0))
);
CREATE INDEX procedure_fee_to_return ON public.procedure USING btree (chamber_id, submitted_at) WHERE ((fee_paid IS NOT NULL) AND (fee_returned_at IS NULL) AND (status = ANY (ARRAY['rejected'::text, 'cancelled'::text])));
CREATE INDEX procedure_kept ON public.procedure USING btree (chamber_id, kept_until) WHERE (status = 'draft'::text);
CREATE INDEX procedure_of_mail ON public.procedure USING btree (chamber_id, lower(mail));
CREATE INDEX procedure_queue ON public.procedure USING btree (chamber_id, status, submitted_at);
CREATE UNIQUE INDEX procedure_open ON public.procedure USING btree (chamber_id, registration_id) WHERE (status <> ALL (ARRAY['rejected'::text, 'cancelled'::text, 'accepted'::text]));
CREATE UNIQUE INDEX procedure_switch_open ON public.procedure USING btree (chamber_id, paper_registration_id) WHERE ((status <> ALL (ARRAY['rejected'::text, 'cancelled'::text, 'accepted'::text])) AND (round > 0));
alter table procedure row level security forced;
create policy chamber on procedure using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (accepted_on, agreed_at, changed_at, claimed_at, claimed_by, content, fee_member_class, fee_paid, fee_returned_at, fee_yen, mail, receipt_number, registration_id, round, rules_version, status, submitted_at, uploaded_bytes, uploads, version) on procedure to hakkyu_app;

create table procedure_link (
  link_hash bytea not null,
  chamber_id text not null,
  procedure_id uuid not null,
  made_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint procedure_link_pkey PRIMARY KEY (link_hash),
  constraint procedure_link_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id) ON DELETE CASCADE,
  constraint procedure_link_link_hash_check CHECK ((length(link_hash) = 32))
);
CREATE INDEX procedure_link_end ON public.procedure_link USING btree (ends_at);
CREATE INDEX procedure_link_of_procedure ON public.procedure_link USING btree (chamber_id, procedure_id);
grant delete, insert, select on procedure_link to hakkyu_app;

create table procedure_paper (
  chamber_id text not null,
  paper_id uuid not null,
  procedure_id uuid not null,
  kind text not null,
  signatory_key uuid,
  how text not null,
  day date not null,
  sha256 bytea,
  file_name text not null default ''::text,
  pictures jsonb not null default '[]'::jsonb,
  account_id uuid,
  at timestamp with time zone not null,
  removed_at timestamp with time zone,
  constraint procedure_paper_pkey PRIMARY KEY (chamber_id, paper_id),
  constraint procedure_paper_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint procedure_paper_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint procedure_paper_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint procedure_paper_chamber_id_sha256_fkey FOREIGN KEY (chamber_id, sha256) REFERENCES file(chamber_id, sha256),
  constraint procedure_paper_check CHECK (((how = 'upload'::text) = (sha256 IS NOT NULL))),
  constraint procedure_paper_how_check CHECK ((how = ANY (ARRAY['counter'::text, 'post'::text, 'upload'::text]))),
  constraint procedure_paper_kind_check CHECK ((kind <> ''::text))
);
CREATE INDEX paper_of_procedure ON public.procedure_paper USING btree (chamber_id, procedure_id, paper_id);
alter table procedure_paper row level security forced;
create policy chamber on procedure_paper using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (account_id, day, removed_at) on procedure_paper to hakkyu_app;

create table procedure_remark (
  chamber_id text not null,
  remark_id uuid not null,
  procedure_id uuid not null,
  round integer not null,
  place text not null,
  words text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint procedure_remark_pkey PRIMARY KEY (chamber_id, remark_id),
  constraint procedure_remark_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint procedure_remark_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint procedure_remark_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint procedure_remark_words_check CHECK ((words <> ''::text))
);
CREATE INDEX remark_of_procedure ON public.procedure_remark USING btree (chamber_id, procedure_id, remark_id);
alter table procedure_remark row level security forced;
create policy chamber on procedure_remark using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on procedure_remark to hakkyu_app;

create table procedure_session (
  session_hash bytea not null,
  chamber_id text not null,
  procedure_id uuid not null,
  started_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint procedure_session_pkey PRIMARY KEY (session_hash),
  constraint procedure_session_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id) ON DELETE CASCADE,
  constraint procedure_session_session_hash_check CHECK ((length(session_hash) = 32))
);
CREATE INDEX procedure_session_end ON public.procedure_session USING btree (ends_at);
CREATE INDEX procedure_session_of_procedure ON public.procedure_session USING btree (chamber_id, procedure_id);
grant delete, insert, select on procedure_session to hakkyu_app;

create table procedure_submission (
  chamber_id text not null,
  procedure_id uuid not null,
  round integer not null,
  at timestamp with time zone not null,
  content jsonb not null,
  findings jsonb not null,
  constraint procedure_submission_pkey PRIMARY KEY (chamber_id, procedure_id, round),
  constraint procedure_submission_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint procedure_submission_chamber_id_procedure_id_fkey FOREIGN KEY (chamber_id, procedure_id) REFERENCES procedure(chamber_id, procedure_id),
  constraint procedure_submission_round_check CHECK ((round > 0))
);
alter table procedure_submission row level security forced;
create policy chamber on procedure_submission using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on procedure_submission to hakkyu_app;

create table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_expire ON public.rate_limit USING btree (expire);
grant delete, insert, select, update on rate_limit to hakkyu_app;

create table recovery_code (
  chamber_id text not null,
  account_id uuid not null,
  code_mac bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (chamber_id, account_id, code_mac),
  constraint recovery_code_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint recovery_code_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint recovery_code_code_mac_check CHECK ((length(code_mac) = 32))
);
alter table recovery_code row level security forced;
create policy chamber on recovery_code using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (used_at) on recovery_code to hakkyu_app;

create table registration (
  chamber_id text not null,
  registration_id uuid not null,
  number text not null,
  name_ja text not null,
  name_en text not null,
  address_en text not null,
  place_en text not null,
  member_class text not null,
  valid_from date not null,
  valid_until date not null,
  status text not null,
  created_at timestamp with time zone not null,
  users_see_all boolean not null default false,
  release_required boolean not null default false,
  kind text not null default 'applicant'::text,
  legal_form text not null default 'corporation'::text,
  corporate_number text,
  content jsonb not null default '{}'::jsonb,
  paper_number text,
  name_key text not null generated always as (lower(regexp_replace(NORMALIZE(name_ja, NFKC), '\s'::text, ''::text, 'g'::text))) stored,
  out_of_district boolean not null default false,
  used_goods_licence text not null default ''::text,
  staff_note text not null default ''::text,
  constraint registration_chamber_id_number_key UNIQUE (chamber_id, number),
  constraint registration_pkey PRIMARY KEY (chamber_id, registration_id),
  constraint registration_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint registration_address_en_check CHECK ((address_en <> ''::text)),
  constraint registration_check CHECK ((valid_until >= valid_from)),
  constraint registration_check1 CHECK (((legal_form = 'corporation'::text) OR (corporate_number IS NULL))),
  constraint registration_corporate_number_check CHECK ((corporate_number ~ '^[0-9]{13}$'::text)),
  constraint registration_kind_check CHECK ((kind = ANY (ARRAY['applicant'::text, 'agent'::text, 'both'::text]))),
  constraint registration_legal_form_check CHECK ((legal_form = ANY (ARRAY['corporation'::text, 'sole_trader'::text]))),
  constraint registration_member_class_check CHECK ((member_class = ANY (ARRAY['member'::text, 'non_member'::text]))),
  constraint registration_name_en_check CHECK ((name_en <> ''::text)),
  constraint registration_name_ja_check CHECK ((name_ja <> ''::text)),
  constraint registration_number_check CHECK ((number <> ''::text)),
  constraint registration_place_en_check CHECK ((place_en <> ''::text)),
  constraint registration_staff_note_check CHECK ((length(staff_note) <= 2000)),
  constraint registration_status_check CHECK ((status = ANY (ARRAY['active'::text, 'expired'::text, 'ended'::text, 'struck_off'::text]))),
  constraint registration_used_goods_licence_check CHECK ((length(used_goods_licence) <= 100))
);
CREATE INDEX registration_by_name ON public.registration USING btree (chamber_id, name_key);
CREATE INDEX registration_end ON public.registration USING btree (chamber_id, valid_until) WHERE (status = 'active'::text);
CREATE INDEX registration_of_corporation ON public.registration USING btree (chamber_id, corporate_number) WHERE (corporate_number IS NOT NULL);
CREATE INDEX registration_register ON public.registration USING btree (chamber_id, number) INCLUDE (registration_id, name_ja, name_en, corporate_number, kind, member_class, status, valid_from, valid_until);
CREATE UNIQUE INDEX registration_standing ON public.registration USING btree (chamber_id, corporate_number) WHERE ((status = ANY (ARRAY['active'::text, 'expired'::text])) AND (corporate_number IS NOT NULL));
alter table registration row level security forced;
create policy chamber on registration using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (address_en, content, corporate_number, kind, legal_form, member_class, name_en, name_ja, out_of_district, paper_number, place_en, release_required, staff_note, status, used_goods_licence, users_see_all, valid_from, valid_until) on registration to hakkyu_app;

create table remark (
  chamber_id text not null,
  remark_id uuid not null,
  application_id uuid not null,
  round integer not null,
  place text not null,
  words text not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  constraint remark_pkey PRIMARY KEY (chamber_id, remark_id),
  constraint remark_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint remark_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint remark_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint remark_words_check CHECK ((words <> ''::text))
);
CREATE INDEX remark_of_application ON public.remark USING btree (chamber_id, application_id, remark_id);
alter table remark row level security forced;
create policy chamber on remark using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on remark to hakkyu_app;

create table rules_text (
  chamber_id text not null,
  version integer not null,
  text_ja text not null,
  text_en text not null,
  published_at timestamp with time zone not null,
  constraint rules_text_pkey PRIMARY KEY (chamber_id, version),
  constraint rules_text_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint rules_text_text_en_check CHECK ((text_en <> ''::text)),
  constraint rules_text_text_ja_check CHECK ((text_ja <> ''::text)),
  constraint rules_text_version_check CHECK ((version > 0))
);
alter table rules_text row level security forced;
create policy chamber on rules_text using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on rules_text to hakkyu_app;

create table sanction (
  sanction_id uuid not null,
  kind text not null,
  corporate_number text,
  chamber_id text not null,
  registration_id uuid not null,
  name_ja text not null,
  name_en text not null,
  address_en text not null,
  name_key text not null generated always as (lower(regexp_replace(NORMALIZE(name_ja, NFKC), '\s'::text, ''::text, 'g'::text))) stored,
  reason text not null,
  imposed_by uuid not null,
  imposed_at timestamp with time zone not null,
  until_day date,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  lift_reason text,
  constraint sanction_pkey PRIMARY KEY (sanction_id),
  constraint sanction_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint sanction_chamber_id_imposed_by_fkey FOREIGN KEY (chamber_id, imposed_by) REFERENCES account(chamber_id, account_id),
  constraint sanction_chamber_id_lifted_by_fkey FOREIGN KEY (chamber_id, lifted_by) REFERENCES account(chamber_id, account_id),
  constraint sanction_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint sanction_address_en_check CHECK ((address_en <> ''::text)),
  constraint sanction_check CHECK (((kind = 'struck_off'::text) = (until_day IS NULL))),
  constraint sanction_check1 CHECK ((num_nonnulls(lifted_at, lifted_by, lift_reason) = ANY (ARRAY[0, 3]))),
  constraint sanction_corporate_number_check CHECK ((corporate_number ~ '^\d{13}$'::text)),
  constraint sanction_kind_check CHECK ((kind = ANY (ARRAY['suspended'::text, 'extra_documents'::text, 'struck_off'::text]))),
  constraint sanction_lift_reason_check CHECK (((length(lift_reason) >= 1) AND (length(lift_reason) <= 2000))),
  constraint sanction_name_en_check CHECK ((name_en <> ''::text)),
  constraint sanction_name_ja_check CHECK ((name_ja <> ''::text)),
  constraint sanction_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
CREATE INDEX sanction_by_name ON public.sanction USING btree (name_key);
CREATE INDEX sanction_of_corporation ON public.sanction USING btree (corporate_number, imposed_at);
grant insert, select, update (lift_reason, lifted_at, lifted_by) on sanction to hakkyu_app;

create table sanction_decision (
  chamber_id text not null,
  application_id uuid not null,
  sanction_id uuid not null,
  reason text not null,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  constraint sanction_decision_pkey PRIMARY KEY (chamber_id, application_id, sanction_id),
  constraint sanction_decision_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint sanction_decision_chamber_id_decided_by_fkey FOREIGN KEY (chamber_id, decided_by) REFERENCES account(chamber_id, account_id),
  constraint sanction_decision_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint sanction_decision_sanction_id_fkey FOREIGN KEY (sanction_id) REFERENCES sanction(sanction_id),
  constraint sanction_decision_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
alter table sanction_decision row level security forced;
create policy chamber on sanction_decision using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on sanction_decision to hakkyu_app;

create table sanction_match (
  sanction_id uuid not null,
  chamber_id text not null,
  registration_id uuid not null,
  is_same boolean not null,
  answered_by uuid not null,
  answered_at timestamp with time zone not null,
  constraint sanction_match_pkey PRIMARY KEY (sanction_id, chamber_id, registration_id),
  constraint sanction_match_chamber_id_answered_by_fkey FOREIGN KEY (chamber_id, answered_by) REFERENCES account(chamber_id, account_id),
  constraint sanction_match_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint sanction_match_sanction_id_fkey FOREIGN KEY (sanction_id) REFERENCES sanction(sanction_id)
);
CREATE INDEX sanction_match_of_registration ON public.sanction_match USING btree (chamber_id, registration_id);
grant insert, select, update (answered_at, answered_by, is_same) on sanction_match to hakkyu_app;

create table seal (
  chamber_id text not null,
  seal_id uuid not null,
  sha256 bytea not null,
  added_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (chamber_id, seal_id),
  constraint seal_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint seal_chamber_id_sha256_fkey FOREIGN KEY (chamber_id, sha256) REFERENCES file(chamber_id, sha256)
);
alter table seal row level security forced;
create policy chamber on seal using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on seal to hakkyu_app;

create table second_factor (
  chamber_id text not null,
  factor_id uuid not null,
  account_id uuid not null,
  kind text not null,
  name text not null,
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  secret_sealed bytea,
  last_step integer,
  credential_id text,
  public_key bytea,
  counter bigint,
  transports text[],
  constraint second_factor_chamber_id_credential_id_key UNIQUE (chamber_id, credential_id),
  constraint second_factor_pkey PRIMARY KEY (chamber_id, factor_id),
  constraint second_factor_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint second_factor_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint second_factor_check CHECK ((num_nonnulls(secret_sealed, last_step) =
CASE kind
    WHEN 'totp'::text THEN 2
    ELSE 0
END)),
  constraint second_factor_check1 CHECK ((num_nonnulls(credential_id, public_key, counter, transports) =
CASE kind
    WHEN 'passkey'::text THEN 4
    ELSE 0
END)),
  constraint second_factor_kind_check CHECK ((kind = ANY (ARRAY['totp'::text, 'passkey'::text]))),
  constraint second_factor_name_check CHECK ((name <> ''::text))
);
CREATE INDEX second_factor_of_account ON public.second_factor USING btree (chamber_id, account_id, made_at);
alter table second_factor row level security forced;
create policy chamber on second_factor using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant delete, insert, select, update (counter, last_step, last_used_at, name) on second_factor to hakkyu_app;

create table session (
  session_hash bytea not null,
  session_id uuid not null,
  chamber_id text not null,
  account_id uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  browser text not null,
  address text not null,
  proven_at timestamp with time zone,
  proven_by text,
  second_factor boolean not null default false,
  challenge text,
  challenged_at timestamp with time zone,
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_pkey PRIMARY KEY (session_hash),
  constraint session_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint session_check CHECK (((proven_at IS NULL) = (proven_by IS NULL))),
  constraint session_proven_by_check CHECK ((proven_by = ANY (ARRAY['password'::text, 'totp'::text, 'passkey'::text, 'recovery'::text]))),
  constraint session_session_hash_check CHECK ((length(session_hash) = 32))
);
CREATE INDEX session_end ON public.session USING btree (ends_at);
CREATE INDEX session_of_account ON public.session USING btree (chamber_id, account_id, started_at DESC);
grant delete, insert, select, update (challenge, challenged_at, ended_at, last_seen_at, proven_at, proven_by, second_factor) on session to hakkyu_app;

create table sign_in_step (
  step_hash bytea not null,
  chamber_id text not null,
  account_id uuid not null,
  ends_at timestamp with time zone not null,
  tries integer not null default 0,
  challenge text,
  constraint sign_in_step_pkey PRIMARY KEY (step_hash),
  constraint sign_in_step_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint sign_in_step_step_hash_check CHECK ((length(step_hash) = 32))
);
CREATE INDEX sign_in_step_end ON public.sign_in_step USING btree (ends_at);
CREATE INDEX sign_in_step_of_account ON public.sign_in_step USING btree (chamber_id, account_id);
grant delete, insert, select, update (challenge, tries) on sign_in_step to hakkyu_app;

create table signatory (
  chamber_id text not null,
  signatory_id uuid not null,
  registration_id uuid not null,
  account_id uuid not null,
  name_en text not null,
  title_en text not null,
  signature_sha256 bytea,
  created_at timestamp with time zone not null,
  name_ja text not null default ''::text,
  status text not null default 'active'::text,
  successor_id uuid,
  constraint signatory_chamber_id_account_id_key UNIQUE (chamber_id, account_id),
  constraint signatory_pkey PRIMARY KEY (chamber_id, signatory_id),
  constraint signatory_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint signatory_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint signatory_chamber_id_registration_id_fkey FOREIGN KEY (chamber_id, registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint signatory_chamber_id_signature_sha256_fkey FOREIGN KEY (chamber_id, signature_sha256) REFERENCES file(chamber_id, sha256),
  constraint signatory_chamber_id_successor_id_fkey FOREIGN KEY (chamber_id, successor_id) REFERENCES signatory(chamber_id, signatory_id),
  constraint signatory_check CHECK (((successor_id IS NULL) OR ((status = 'ended'::text) AND (successor_id <> signatory_id)))),
  constraint signatory_name_en_check CHECK ((name_en <> ''::text)),
  constraint signatory_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text])))
);
CREATE INDEX signatory_of_registration ON public.signatory USING btree (chamber_id, registration_id);
CREATE INDEX signatory_successor ON public.signatory USING btree (chamber_id, successor_id);
alter table signatory row level security forced;
create policy chamber on signatory using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (signature_sha256, status, successor_id, title_en) on signatory to hakkyu_app;

create table sub_id (
  chamber_id text not null,
  account_id uuid not null,
  signatory_id uuid not null,
  holder_registration_id uuid,
  may text[] not null,
  valid_until date,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint sub_id_pkey PRIMARY KEY (chamber_id, account_id),
  constraint sub_id_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint sub_id_chamber_id_created_by_fkey FOREIGN KEY (chamber_id, created_by) REFERENCES account(chamber_id, account_id),
  constraint sub_id_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint sub_id_chamber_id_holder_registration_id_fkey FOREIGN KEY (chamber_id, holder_registration_id) REFERENCES registration(chamber_id, registration_id),
  constraint sub_id_chamber_id_signatory_id_fkey FOREIGN KEY (chamber_id, signatory_id) REFERENCES signatory(chamber_id, signatory_id),
  constraint sub_id_may_check CHECK ((may <@ ARRAY['submit'::text, 'pay'::text]))
);
CREATE INDEX sub_id_of_holder ON public.sub_id USING btree (chamber_id, holder_registration_id);
CREATE INDEX sub_id_of_signatory ON public.sub_id USING btree (chamber_id, signatory_id, created_at);
alter table sub_id row level security forced;
create policy chamber on sub_id using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select, update (may, signatory_id, valid_until) on sub_id to hakkyu_app;

create table submission (
  chamber_id text not null,
  application_id uuid not null,
  round integer not null,
  at timestamp with time zone not null,
  account_id uuid not null,
  content jsonb not null,
  goods jsonb not null,
  findings jsonb not null,
  exporter jsonb not null,
  signatory jsonb not null,
  signature_sha256 bytea not null,
  constraint submission_pkey PRIMARY KEY (chamber_id, application_id, round),
  constraint submission_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint submission_chamber_id_application_id_fkey FOREIGN KEY (chamber_id, application_id) REFERENCES application(chamber_id, application_id),
  constraint submission_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint submission_chamber_id_signature_sha256_fkey FOREIGN KEY (chamber_id, signature_sha256) REFERENCES file(chamber_id, sha256),
  constraint submission_round_check CHECK ((round > 0))
);
alter table submission row level security forced;
create policy chamber on submission using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on submission to hakkyu_app;

create table usage_statement (
  chamber_id text not null,
  charge_id uuid not null,
  recipient_name_ja text not null,
  recipient_name_en text not null,
  chamber_name_ja text not null,
  chamber_name_en text not null,
  chamber_telephone text not null,
  chamber_mail text not null,
  tax_number text,
  tax_percent integer not null,
  constraint usage_statement_pkey PRIMARY KEY (chamber_id, charge_id),
  constraint usage_statement_chamber_id_charge_id_fkey FOREIGN KEY (chamber_id, charge_id) REFERENCES charge(chamber_id, charge_id),
  constraint usage_statement_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint usage_statement_tax_percent_check CHECK (((tax_percent >= 0) AND (tax_percent <= 100)))
);
alter table usage_statement row level security forced;
create policy chamber on usage_statement using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on usage_statement to hakkyu_app;
