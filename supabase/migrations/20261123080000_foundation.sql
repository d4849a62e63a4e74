-- Why: everything later stands on three things. Who is asking (a person, nobody, or the system), which
-- authority a row belongs to (the wall between tenants), and what today is where our users live.

create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists btree_gin with schema extensions;
grant usage on schema extensions to anon, authenticated, service_role;

create schema private;
comment on schema private is 'Secrets and helpers. Never exposed by the data interface.';
grant usage on schema private to anon, authenticated, service_role;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated;
alter default privileges in schema public revoke all on functions from anon, authenticated;
alter default privileges in schema public revoke all on sequences from anon, authenticated;

create function private.is_blank(p_text text) returns boolean
language sql immutable set search_path = '' as $$
	select coalesce(btrim(p_text, E' \t\r\n\u00a0'), '') = ''
$$;
comment on function private.is_blank(text) is 'True for null, nothing, or white space only.';
grant execute on function private.is_blank(text) to anon, authenticated, service_role;

create table public.authorities (
	id uuid primary key default gen_random_uuid(),
	key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,40}$'),
	name text not null check (length(name) between 2 and 120),
	prefix text not null unique check (prefix ~ '^[A-Z]{1,4}$'),
	district_key text not null check (district_key ~ '^[0-9]{5}$'),
	hosts text[] not null default '{}',
	accent text check (accent ~ '^#[0-9a-f]{6}$'),
	postal_address text check (length(postal_address) <= 300),
	email text check (length(email) <= 254),
	phone text check (length(phone) <= 60),
	interim_days integer not null default 14 check (interim_days between 1 and 90),
	final_days integer not null default 60 check (final_days between 1 and 365),
	small_number integer not null default 5 check (small_number between 3 and 10),
	is_sample boolean not null default false,
	created_at timestamptz not null default now(),
	check (final_days >= interim_days)
);
comment on table public.authorities is
	'Planungsträger: the tenant. Its name, reply clock and threshold for small numbers are public.';
comment on column public.authorities.prefix is
	'First part of every number, e.g. HZ in HZ-2026-142; unique, so a number names its authority.';
comment on column public.authorities.interim_days is 'Days from receipt to the interim status.';
comment on column public.authorities.final_days is 'Days from receipt to the final reply.';
comment on column public.authorities.small_number is
	'Public counts below this stay hidden (Statistikgeheimnis).';
alter table public.authorities enable row level security;

create table public.short_addresses (
	short_id text primary key check (short_id ~ '^[2-9a-hjkmnp-z]{7}$'),
	path text not null
);
comment on table public.short_addresses is
	'Permanent short addresses /q/<id> for letters and QR codes. Granted to nobody: who could list them '
	'could count what is not public.';
alter table public.short_addresses enable row level security;

create table private.counters (
	authority_id uuid not null references public.authorities on delete cascade,
	name text not null,
	last integer not null,
	primary key (authority_id, name)
);
comment on table private.counters is
	'Last number given per authority and series (a year of reports, needs, barrier reports).';
alter table private.counters enable row level security;
