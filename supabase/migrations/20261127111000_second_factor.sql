-- Why: planners see everything of their authority and administrators give out rights. A letterbox alone
-- must not open that: they need a second factor, six digits from a device of their own (TOTP, RFC 6238).
-- Without it their posts give no rights (my_posts), and without passing it no session is made
-- (session_create): the database holds both.

create table private.second_factors (
	person_id uuid primary key references public.people on delete cascade,
	secret text not null check (secret ~ '^[A-Z2-7]{32}$'),
	last_step bigint not null,
	confirmed_at timestamptz not null default now()
);
comment on table private.second_factors is
	'The second factor of a person: its key (base 32) and the last time step used, so that no code '
	'counts twice.';
alter table private.second_factors enable row level security;

create table private.second_factor_offers (
	person_id uuid primary key references public.people on delete cascade,
	secret text not null check (secret ~ '^[A-Z2-7]{32}$'),
	created_at timestamptz not null default now()
);
comment on table private.second_factor_offers is
	'A key shown to its person and not yet confirmed by a code; an hour. What is set goes on counting '
	'until then.';
create index on private.second_factor_offers (created_at);
alter table private.second_factor_offers enable row level security;

create table private.recovery_codes (
	person_id uuid not null references public.people on delete cascade,
	code_hash text not null check (length(code_hash) = 64),
	used_at timestamptz,
	primary key (person_id, code_hash)
);
comment on table private.recovery_codes is
	'For the day the device is lost: 60 random bits each, as SHA-256, each once.';
alter table private.recovery_codes enable row level security;

create table private.challenges (
	token_hash text primary key check (length(token_hash) = 64),
	person_id uuid not null references public.people on delete cascade,
	return_to text not null default '/start' check (return_to ~ '^/([^/\\]|$)' and length(return_to) <= 500),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '10 minutes',
	passed_at timestamptz,
	used_at timestamptz
);
comment on table private.challenges is
	'Somebody typed the code of the mail and has to show the second factor: no session, no rights, ten '
	'minutes.';
create index on private.challenges (person_id);
create index on private.challenges (expires_at);
alter table private.challenges enable row level security;
