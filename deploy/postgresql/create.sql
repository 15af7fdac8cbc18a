-- Role and database of a HuiminCoord service. Run once, as a superuser: psql -f create.sql
-- Give the role a password afterwards: \password huimincoord
-- The servers create and upgrade their tables by themselves.

CREATE ROLE huimincoord LOGIN;
CREATE DATABASE huimincoord OWNER huimincoord ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE huimincoord FROM PUBLIC;

-- A server that hangs in the middle of a transaction must not hold up the others.
ALTER ROLE huimincoord SET idle_in_transaction_session_timeout = '15s';
-- An acknowledgement means: on the disk. This is PostgreSQL's default; nobody should change it for the whole server unnoticed.
ALTER ROLE huimincoord SET synchronous_commit = on;
ALTER ROLE huimincoord CONNECTION LIMIT 250;
