-- What hosted Supabase has before the first migration: the roles of requests and the schemas beside `public`.
-- Unlike there, nobody is granted anything by default: every right is written in a migration.
-- Runs at every start and on databases whose owner is no superuser, so each statement may be repeated.
do $$
begin
  if to_regrole('anon') is null then create role anon nologin noinherit; end if;
  if to_regrole('authenticated') is null then create role authenticated nologin noinherit; end if;
  if to_regrole('service_role') is null then create role service_role nologin noinherit bypassrls; end if;
  -- sessions of the interface start as this role, which may do nothing until a request's role is set
  if to_regrole('authenticator') is null then create role authenticator nologin noinherit; end if;
  execute format('grant anon, authenticated, service_role, authenticator to %I', current_user);
  execute format('alter database %I set search_path = "$user", public, extensions', current_database());
end $$;

create schema if not exists extensions;
create schema if not exists auth;

revoke all on schema public from public;
grant usage on schema public, extensions, auth to anon, authenticated, service_role;

alter default privileges revoke execute on functions from public;
alter default privileges in schema extensions grant execute on functions to public;
alter default privileges in schema public grant all on tables to service_role;
alter default privileges in schema public grant all on sequences to service_role;
alter default privileges in schema public grant execute on functions to service_role;

create or replace function auth.uid() returns uuid language sql stable as $$
  select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role'
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select nullif(current_setting('request.jwt.claims', true), '')::jsonb
$$;
grant execute on function auth.uid(), auth.role(), auth.jwt() to anon, authenticated, service_role;
