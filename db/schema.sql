-- The shape of the database after all migrations; written by `node scripts/make-tables.mjs`.

create table account (
  chamber_id text not null,
  account_id uuid not null,
  login_id text not null,
  role text not null,
  name_ja text not null,
  name_en text not null,
  rights text[] not null default '{}'::text[],
  password_hash text not null,
  created_at timestamp with time zone not null,
  constraint account_chamber_id_login_id_key UNIQUE (chamber_id, login_id),
  constraint account_pkey PRIMARY KEY (chamber_id, account_id),
  constraint account_chamber_id_fkey FOREIGN KEY (chamber_id) REFERENCES chamber(chamber_id),
  constraint account_check CHECK (((role = 'staff'::text) OR (rights = '{}'::text[]))),
  constraint account_login_id_check CHECK ((login_id ~ '^[A-Z0-9-]{3,20}$'::text)),
  constraint account_rights_check CHECK ((rights <@ ARRAY['examine'::text, 'certify'::text, 'revoke'::text, 'manage_staff'::text])),
  constraint account_role_check CHECK ((role = ANY (ARRAY['user'::text, 'staff'::text])))
);
alter table account row level security forced;
create policy chamber on account using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on account to hakkyu_app;

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
  constraint api_key_may_check CHECK ((may <@ ARRAY['certify'::text, 'revoke'::text, 'manage_staff'::text])),
  constraint api_key_name_check CHECK ((name <> ''::text)),
  constraint api_key_status_check CHECK ((status = ANY (ARRAY['active'::text, 'revoked'::text])))
);
CREATE INDEX api_key_of_account ON public.api_key USING btree (chamber_id, account_id, created_at DESC);
grant insert, select, update (status) on api_key to hakkyu_app;

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

create table event (
  chamber_id text not null,
  event_id uuid not null,
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
  constraint event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['account'::text, 'api_key'::text, 'system'::text]))),
  constraint event_check CHECK (((actor_kind = 'system'::text) = (actor_id IS NULL)))
);
CREATE INDEX event_of_subject ON public.event USING btree (chamber_id, subject, subject_id, event_id);
alter table event row level security forced;
create policy chamber on event using (chamber_id = NULLIF(current_setting('app.chamber_id'::text, true), ''::text));
grant insert, select on event to hakkyu_app;

create table installation (
  key text not null,
  value jsonb not null,
  constraint installation_pkey PRIMARY KEY (key)
);
grant insert, select, update on installation to hakkyu_app;

create table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limit_expire ON public.rate_limit USING btree (expire);
grant delete, insert, select, update on rate_limit to hakkyu_app;

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
  constraint session_session_id_key UNIQUE (session_id),
  constraint session_pkey PRIMARY KEY (session_hash),
  constraint session_chamber_id_account_id_fkey FOREIGN KEY (chamber_id, account_id) REFERENCES account(chamber_id, account_id),
  constraint session_session_hash_check CHECK ((length(session_hash) = 32))
);
CREATE INDEX session_end ON public.session USING btree (ends_at);
CREATE INDEX session_of_account ON public.session USING btree (chamber_id, account_id, started_at DESC);
grant delete, insert, select, update (ended_at, last_seen_at) on session to hakkyu_app;
