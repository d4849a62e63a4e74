-- Why: calendar programs cannot sign in, so a secret address stands for the person.

create table private.feeds (
	person_id uuid primary key references public.people on delete cascade,
	secret_hash text not null unique check (length(secret_hash) = 64),
	created_at timestamptz not null default now(),
	used_at timestamptz
);
comment on table private.feeds is
	'The secret address of a person''s calendar feed, as SHA-256. A new one ends the old one.';
alter table private.feeds enable row level security;
