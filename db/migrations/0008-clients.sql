-- 取引先の切替: the sub IDs that one person (an agent's clerk, as a rule) has put together, each with its own password, to
-- switch among them. An installation table, since the chambers may differ. It says which IDs belong together, and
-- nothing of what they hold: every request is still of one account, in one chamber.
create table client_link (
  chamber_id text not null,
  account_id uuid not null,
  -- Random; names nobody
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (chamber_id, account_id),
  foreign key (chamber_id, account_id) references account
);
create index client_link_of_person on client_link (person_id, linked_at);
grant select, insert, update (person_id), delete on client_link to hakkyu_app;
