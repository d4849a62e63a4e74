-- Why: an account belongs to its person. The address can move, the account can go, and an account nobody
-- uses goes by itself. What an office-holder did in a post stays, because the procedure has to be
-- documented: under the post's name.

-- Proof that it is still the same person: signing in is one, a fresh code another.

alter table private.sessions add column proven_at timestamptz;
comment on column private.sessions.proven_at is
	'When the person last proved within the session who it is; signing in (created_at) is such a proof '
	'too.';

create function private.is_email(p_text text) returns boolean language sql immutable
set search_path = '' as $$
	select length(p_text) <= 254 and p_text ~ '^[^@\s<>(),:;]+@[^@\s<>(),:;]+\.[^@\s<>(),:;.]+$'
$$;
comment on function private.is_email(text) is
	'Looks like an e-mail address, without what is pasted around one. The forms ask the same '
	'(emailPattern).';
grant execute on function private.is_email(text) to authenticated, service_role;

-- Another address. The new one proves itself by a link, the old one can object; nobody learns whose
-- address is known.
create table private.address_changes (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	old_email text not null,
	new_email text not null check (private.is_email(new_email)),
	token_hash text not null unique check (length(token_hash) = 64),
	objection_hash text not null unique check (length(objection_hash) = 64),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '24 hours',
	confirmed_at timestamptz,
	objected_at timestamptz
);
comment on table private.address_changes is
	'Changes of an e-mail address: asked for, confirmed from the new one within a day, objected to from '
	'the old one within seven. Secrets as SHA-256; gone after 30 days.';
create index on private.address_changes (person_id);
create index on private.address_changes (created_at);
alter table private.address_changes enable row level security;

-- An account nobody uses: two years without use; a letter 30 days ahead. Signing in is a use (visited_at),
-- and so is going on in a session that never ended, or a program with a token: who works every week on one
-- device signs in once in years.
alter table public.people add column used_at timestamptz;
comment on column public.people.used_at is
	'When a session went on or a program came last, to the day: it decides whether the account is in '
	'use, nothing else. No visit: visited_at stays, and with it what is new.';

alter table public.people add column dormancy_noticed_at timestamptz;
comment on column public.people.dormancy_noticed_at is
	'When we wrote that the account, unused for so long, is going to be deleted; any use after that '
	'keeps it.';
