-- Why: rights come from holding a post, not from being somebody. Organisations have posts; a holding ties
-- a person to a post for a term, as holder or as deputy; when the term ends the access ends with it,
-- without anybody doing anything.

create table public.organisations (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('authority', 'office', 'municipality', 'association', 'advisory_council',
		'welfare_umbrella', 'member_association', 'provider')),
	parent_id uuid,
	name text not null check (length(btrim(name)) between 2 and 160),
	place text check (length(place) <= 120),
	phone text check (length(phone) <= 60),
	email text check (length(email) <= 254),
	created_at timestamptz not null default now(),
	unique (authority_id, name),
	unique (authority_id, id),
	foreign key (authority_id, parent_id) references public.organisations (authority_id, id) on delete restrict,
	check (parent_id <> id),
	check ((kind in ('office', 'member_association')) = (parent_id is not null))
);
comment on table public.organisations is
	'Authority and offices, municipal administrations (unitary, or association with members), councils, '
	'welfare umbrella and members, providers.';
create index on public.organisations (authority_id, parent_id);

create table public.municipalities (
	ags text primary key check (ags ~ '^[0-9]{8}$'),
	authority_id uuid not null references public.authorities on delete cascade,
	ars text not null unique check (ars ~ '^[0-9]{12}$'),
	name text not null,
	kind text not null check (kind in ('Stadt', 'Gemeinde')),
	administration_id uuid not null,
	foreign key (authority_id, administration_id)
		references public.organisations (authority_id, id) on delete restrict
);
comment on table public.municipalities is
	'The municipalities by official key (AGS as text: leading zeros). Source: BKG VG250.';
create index on public.municipalities (authority_id, name);
create index on public.municipalities (authority_id, administration_id);

create table public.people (
	id uuid primary key default gen_random_uuid(),
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (length(email) <= 254 and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
	locale text not null default 'de' check (locale in ('de', 'en', 'de-x-leicht')),
	text_size text not null default 'normal' check (text_size in ('normal', 'large', 'larger')),
	contrast text not null default 'normal' check (contrast in ('normal', 'high')),
	visited_at timestamptz,
	visited_before_at timestamptz,
	created_at timestamptz not null default now()
);
comment on table public.people is
	'Persons admitted by invitation. The address is readable by the person and the administrator only.';
comment on column public.people.visited_before_at is
	'Start of the visit before this one: what came since then is new.';
create unique index people_email_key on public.people (lower(email));

create table public.posts (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	kind text not null
		check (kind in ('planner', 'clerk', 'releasing_head', 'council_chair', 'council_voting',
			'council_advisory',
		'council_substitute', 'council_office', 'committee_officer', 'administrator')),
	title text not null check (length(btrim(title)) between 2 and 120),
	phone text check (length(phone) <= 60),
	created_at timestamptz not null default now(),
	abolished_on date,
	unique (organisation_id, title),
	unique (authority_id, id),
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict
);
comment on table public.posts is
	'Stellen: they hold the rights and the duties. A post without a holder is vacant and shows as such.';
create index on public.posts (authority_id, kind);
create index on public.posts (authority_id, organisation_id);

create table public.holdings (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	post_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	capacity text not null check (capacity in ('holder', 'deputy')),
	starts_on date not null,
	ends_on date,
	ended_at timestamptz,
	created_at timestamptz not null default now(),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete restrict,
	check (ends_on >= starts_on)
);
comment on table public.holdings is
	'Who holds a post, as holder or deputy, from when to when (both days included); ended_at ends it at '
	'once.';
create index on public.holdings (authority_id, post_id);
create index on public.holdings (post_id);
create index on public.holdings (person_id);

create table public.invitations (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	post_id uuid not null,
	capacity text not null check (capacity in ('holder', 'deputy')),
	starts_on date not null,
	ends_on date,
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (length(email) <= 254 and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'),
	token_hash text unique check (length(token_hash) = 64),
	invited_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	accepted_by uuid references public.people on delete set null,
	revoked_at timestamptz,
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete cascade,
	check (ends_on >= starts_on)
);
comment on table public.invitations is
	'Members are admitted by invitation to a post only. The link''s secret is drawn by the server, '
	'mailed, stored as SHA-256 and granted to nobody: whoever invites never learns it.';
create index on public.invitations (authority_id, created_at desc);
create index on public.invitations (authority_id, post_id);
create index on public.invitations (post_id);
create index on public.invitations (invited_by);
create index on public.invitations (accepted_by);
alter table public.organisations enable row level security;
alter table public.municipalities enable row level security;
alter table public.people enable row level security;
alter table public.posts enable row level security;
alter table public.holdings enable row level security;
alter table public.invitations enable row level security;
