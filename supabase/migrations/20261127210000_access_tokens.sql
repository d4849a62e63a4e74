-- Why: what is discussed on site shall reach the planning by itself. A program acts for a person with a
-- token that this person made: it may do less than the person, never more, for a limited time, and the
-- person sees when it was last used.

create table private.access_tokens (
	id uuid primary key default gen_random_uuid(),
	person_id uuid not null references public.people on delete cascade,
	name text not null check (length(btrim(name)) between 2 and 80),
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	scopes text[] not null
		check (cardinality(scopes) between 1 and 3 and scopes <@ array['read', 'reports', 'calls']),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	used_at timestamptz,
	revoked_at timestamptz,
	check (expires_at <= created_at + interval '366 days')
);
comment on table private.access_tokens is
	'Personal access tokens by SHA-256. read: whatever the person may read; reports: write and release '
	'reports; calls: nil returns.';
create index on private.access_tokens (person_id, created_at desc);
alter table private.access_tokens enable row level security;

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'access_tokens', 'Abgelaufene und beendete Zugriffe von Programmen', '30 days', 'delete',
		'private.access_tokens', 'least(revoked_at, expires_at) < $1', 'Art. 5 Abs. 1 e DSGVO'
	);
