-- Why: people dislike passwords and share letterboxes. One signs in with a code or a link sent by mail; a
-- password is possible, never needed. Nobody learns from us who has an account. Every secret is stored
-- only as a hash, in the unexposed schema, and reached by functions that only the server's own role may
-- execute.

create table private.sessions (
	id_hash text primary key check (length(id_hash) = 64),
	public_id uuid not null unique default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	device text check (length(device) <= 120),
	created_at timestamptz not null default now(),
	used_at timestamptz not null default now(),
	expires_at timestamptz not null,
	ended_at timestamptz
);
comment on table private.sessions is
	'Sessions by SHA-256 of their id. Expired ones are kept for a while: whoever returns gets the typed '
	'text back.';
create index on private.sessions (person_id);
create index on private.sessions (expires_at);
alter table private.sessions enable row level security;

create table private.sign_ins (
	id uuid primary key default gen_random_uuid(),
	person_id uuid references public.people on delete cascade,
	account_hash text not null check (length(account_hash) = 64),
	code_hash text not null,
	link_hash text not null unique,
	return_to text not null default '/start' check (return_to ~ '^/([^/\\]|$)' and length(return_to) <= 500),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '20 minutes',
	attempts integer not null default 0,
	used_at timestamptz
);
comment on table private.sign_ins is
	'One attempt to sign in. Made for unknown addresses too (without a person), so that nobody can tell '
	'the difference.';
comment on column private.sign_ins.account_hash is
	'SHA-256 of the address as typed, in small letters: what limits are counted by.';
create index on private.sign_ins (person_id);
create index on private.sign_ins (expires_at);
alter table private.sign_ins enable row level security;

create table private.passwords (
	person_id uuid primary key references public.people on delete cascade,
	hash text not null,
	changed_at timestamptz not null default now()
);
comment on table private.passwords is 'Optional passwords (scrypt with salt, made by the server).';
alter table private.passwords enable row level security;

create table private.throttles (
	key text primary key,
	started_at timestamptz not null default now(),
	count integer not null default 1
);
comment on table private.throttles is
	'Attempts per window; keys are hashes of an account or a network address, never the thing itself.';
alter table private.throttles enable row level security;

create table private.kept_forms (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	path text not null check (length(path) <= 500),
	fields jsonb not null check (jsonb_typeof(fields) = 'object' and pg_column_size(fields) < 1000000),
	created_at timestamptz not null default now(),
	unique (person_id, path)
);
comment on table private.kept_forms is
	'Forms sent after the session had expired: given back once the same person has signed in again. 30 '
	'days.';
alter table private.kept_forms enable row level security;

create function private.account_hash(p_email text) returns text
language sql immutable set search_path = '' as $$
	select encode(extensions.digest(lower(btrim(p_email)), 'sha256'), 'hex')
$$;
comment on function private.account_hash(text) is
	'What attempts of an account are counted by; no address is kept for it.';
grant execute on function private.account_hash(text) to authenticated;

-- Mail: one row per letter, so that delivery can be shown later. Texts are blanked once sent.
create table private.mails (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid references public.authorities on delete cascade,
	person_id uuid references public.people on delete cascade,
	occasion text,
	kind text not null,
	recipient text not null,
	subject text not null,
	body_text text,
	body_html text,
	queued_at timestamptz not null default now(),
	sent_at timestamptz,
	attempts integer not null default 0,
	error text,
	unique (occasion, recipient)
);
comment on table private.mails is
	'Mails to send and sent. `occasion` (an event, a day''s reminder) makes a second job for the same '
	'mail harmless.';
create index on private.mails (queued_at desc);
create index on private.mails (authority_id);
create index on private.mails (person_id);
alter table private.mails enable row level security;
