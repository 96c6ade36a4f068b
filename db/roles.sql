-- Who may do what in the database. Run once by a superuser, before the first `hakkyu migrate`; our own PostgreSQL
-- (`npm start` without DATABASE_URL) runs it by itself. Give both roles a password where they come over TCP.
--
-- hakkyu_owner owns every table and runs the migrations. hakkyu_app is the server: it owns nothing, passes no row level
-- security, and has only what each migration grants it. The server refuses to start as anything stronger.
create role hakkyu_owner login nosuperuser nobypassrls nocreatedb nocreaterole;
create role hakkyu_app login nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
