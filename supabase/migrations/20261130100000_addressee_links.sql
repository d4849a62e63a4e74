-- Why: not everybody who is asked has an account: a local mayor answers once a year, a provider is asked what
-- became of a measure. A planner makes a link for one addressee and one duty. Who has it sees what is asked
-- and does that one thing, without signing in; nothing else opens with it.

create table private.link_duties (
	duty text primary key check (duty ~ '^[a-z]+(_[a-z]+)*$'),
	kind text references private.call_kinds on delete cascade
);
comment on table private.link_duties is
	'What can be done with a link: private.<duty>_asked(addressee) says what is asked, private.<duty>_by_link() '
	'does it. kind: only in these calls; null: in all.';
create index on private.link_duties (kind);
alter table private.link_duties enable row level security;
insert into private.link_duties (duty, kind) values ('receipt', null), ('answer', 'surveys');

create table private.addressee_links (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	duty text not null references private.link_duties on delete restrict,
	recipient text not null check (length(btrim(recipient)) between 2 and 160),
	token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
	made_by uuid references public.people on delete set null,
	made_in uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	expires_at timestamptz not null,
	revoked_at timestamptz,
	check (expires_at > created_at and expires_at < created_at + interval '91 days'),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade
);
comment on table private.addressee_links is
	'Links without sign-in, by SHA-256: for one addressee and one duty, ninety days at most. They end with the '
	'call, with the addressee, or when a planner ends them.';
comment on column private.addressee_links.recipient is 'To whom the planner gave it.';
create index on private.addressee_links (authority_id, call_id, addressee_id);
create index on private.addressee_links (authority_id, addressee_id);
create index on private.addressee_links (duty);
create index on private.addressee_links (made_by);
create index on private.addressee_links (made_in);
alter table private.addressee_links enable row level security;

create table private.addressee_link_uses (
	link_id uuid primary key references private.addressee_links on delete cascade,
	form_id uuid not null,
	name text not null check (length(btrim(name)) between 2 and 160),
	given jsonb not null check (jsonb_typeof(given) = 'object' and pg_column_size(given) < 10000),
	created_at timestamptz not null default now()
);
comment on table private.addressee_link_uses is
	'What a guest did with a link, once: under which name, and what was given. Never changed.';
alter table private.addressee_link_uses enable row level security;

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'addressee_links', 'Unbenutzte Links ohne Anmeldung', '30 days', 'delete', 'private.addressee_links',
		'least(revoked_at, expires_at) < $1 and not exists (select from private.addressee_link_uses u '
		'where u.link_id = id)',
		'Art. 5 Abs. 1 e DSGVO; benutzte gehören zum Beteiligungsnachweis'
	);
