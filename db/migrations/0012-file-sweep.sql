-- What a form of registration has taken by upload, replaced and removed ones included: what is unlimited fills the disk.
alter table procedure add column uploads integer not null default 0 check (uploads >= 0);
alter table procedure add column uploaded_bytes bigint not null default 0 check (uploaded_bytes >= 0);
grant update (uploads, uploaded_bytes) on procedure to hakkyu_app;

-- Since when no row has pointed to a file. One for which that is so for a day is forgotten with its bytes; one to which a
-- row points cannot be: its foreign key forbids it.
alter table file add column unused_since timestamptz;
create index file_unused on file (chamber_id, unused_since) where unused_since is not null;
grant delete, update (unused_since) on file to hakkyu_app;
