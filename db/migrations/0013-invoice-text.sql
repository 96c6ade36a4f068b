-- The text of a page stands in evidence_page.words since the beginning; '' where there is none (a scan). From now on at most
-- 200,000 characters of a file are read, and a file that has more says so. Of what was attached before nothing was cut.
alter table evidence add column text_cut boolean not null default false;
