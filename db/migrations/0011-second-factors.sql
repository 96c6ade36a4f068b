-- Second factors: what the holder of an ID has beside the password. Codes of an authenticator app (TOTP, RFC 6238) and
-- passkeys (WebAuthn). A factor that is removed leaves no row: nothing of a secret outlives its use, and the events tell
-- what there was.
create table second_factor (
  chamber_id text not null references chamber,
  factor_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('totp', 'passkey')),
  -- By which its holder tells one from another
  name text not null check (name <> ''),
  made_at timestamptz not null,
  last_used_at timestamptz,
  -- Of an authenticator app. Encrypted with the installation's key
  secret_sealed bytea,
  -- The time step (of 30 seconds, from 1970) of the newest code that was accepted: none is accepted twice
  last_step integer,
  -- Of a passkey, base64url as the browser says it
  credential_id text,
  public_key bytea,
  -- As the authenticator counts its uses; 0 where it does not count
  counter bigint,
  transports text[],
  primary key (chamber_id, factor_id),
  unique (chamber_id, credential_id),
  foreign key (chamber_id, account_id) references account,
  check (num_nonnulls(secret_sealed, last_step) = case kind when 'totp' then 2 else 0 end),
  check (num_nonnulls(credential_id, public_key, counter, transports) = case kind when 'passkey' then 4 else 0 end)
);
create index second_factor_of_account on second_factor (chamber_id, account_id, made_at);
alter table second_factor enable row level security;
alter table second_factor force row level security;
create policy chamber on second_factor using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, delete, update (name, last_step, counter, last_used_at) on second_factor to hakkyu_app;

-- For who has lost the second factor: ten codes, each for one sign-in. Never the code, only its keyed hash.
create table recovery_code (
  chamber_id text not null references chamber,
  account_id uuid not null,
  code_mac bytea not null check (length(code_mac) = 32),
  used_at timestamptz,
  primary key (chamber_id, account_id, code_mac),
  foreign key (chamber_id, account_id) references account
);
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy chamber on recovery_code using (chamber_id = nullif(current_setting('app.chamber_id', true), ''));
grant select, insert, delete, update (used_at) on recovery_code to hakkyu_app;

-- A sign-in whose password was right and whose second factor is still to come. An installation table: it is found by the
-- hash of its cookie, before anybody's chamber is known.
create table sign_in_step (
  step_hash bytea primary key check (length(step_hash) = 32),
  chamber_id text not null,
  account_id uuid not null,
  ends_at timestamptz not null,
  -- Wrong answers so far
  tries integer not null default 0,
  -- What a passkey has to sign, base64url; for one answer
  challenge text,
  foreign key (chamber_id, account_id) references account
);
create index sign_in_step_of_account on sign_in_step (chamber_id, account_id);
create index sign_in_step_end on sign_in_step (ends_at);
grant select, insert, delete, update (tries, challenge) on sign_in_step to hakkyu_app;

-- When and by what somebody has last shown in this session who he is; null: not since it began, as after switching clients
alter table session add column proven_at timestamptz;
alter table session add column proven_by text check (proven_by in ('password', 'totp', 'passkey', 'recovery'));
alter table session add check ((proven_at is null) = (proven_by is null));
-- Whether a second factor opened it: its own, or that of another client from which one has switched here
alter table session add column second_factor boolean not null default false;
alter table session add column challenge text;
alter table session add column challenged_at timestamptz;
grant update (proven_at, proven_by, second_factor, challenge, challenged_at) on session to hakkyu_app;
