-- Why: some members read, type or travel with somebody's help. Until now that meant sharing a letterbox. A
-- member names an assistant, who signs in with an own account and acts visibly for the member: reads what
-- the member reads, writes where the member writes, and never speaks for the organisation. Each entry
-- keeps both names.

alter table public.holdings add unique (authority_id, id);

create table public.assistances (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	holding_id uuid not null,
	salutation text check (salutation in ('Frau', 'Herr')),
	given_name text not null check (length(btrim(given_name)) between 1 and 80),
	family_name text not null check (length(btrim(family_name)) between 1 and 80),
	email text not null check (private.is_email(email)),
	ends_on date not null,
	token_hash text unique check (length(token_hash) = 64),
	created_at timestamptz not null default now(),
	expires_at timestamptz not null default now() + interval '14 days',
	accepted_at timestamptz,
	assistant_id uuid references public.people on delete set null,
	revoked_at timestamptz,
	foreign key (authority_id, holding_id) references public.holdings (authority_id, id) on delete cascade
);
comment on table public.assistances is
	'Whom a member named to assist in a post, until when. It belongs to the holding: when that ends, it '
	'ends. Begins when the invitation is accepted; the link''s secret is granted to nobody.';
comment on column public.assistances.ends_on is 'Last day, included.';
create index on public.assistances (authority_id, holding_id);
create index on public.assistances (holding_id);
create index on public.assistances (assistant_id);
create unique index assistances_open_once on public.assistances (holding_id, lower(email))
	where revoked_at is null;
alter table public.assistances enable row level security;

-- Each entry keeps both.
alter table public.need_report_drafts add column written_for uuid references public.people on delete set null;

alter table public.need_reports add column written_for uuid references public.people on delete set null;

alter table public.need_report_messages add column for_person_id uuid
	references public.people on delete set null;

alter table public.need_report_gap_answers add column for_person_id uuid
	references public.people on delete set null;

alter table public.events add column for_person_id uuid references public.people on delete set null;
comment on column public.need_report_drafts.written_for is 'The member whom the writer assists.';
comment on column public.need_reports.written_for is 'The member whom the writer assists.';
comment on column public.need_report_messages.for_person_id is 'The member whom the writer assists.';
comment on column public.need_report_gap_answers.for_person_id is 'The member whom the writer assists.';
comment on column public.events.for_person_id is
	'The member whom the person assists; the name of the time is in detail (forPerson).';
create index on public.need_report_drafts (written_for);
create index on public.need_reports (written_for);
create index on public.need_report_messages (for_person_id);
create index on public.need_report_gap_answers (for_person_id);
create index on public.events (for_person_id);

-- Naming an assistant.
insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'assistances', 'Beendete Assistenzen und Einladungen dazu', '12 months', 'delete',
		'public.assistances',
		'least(revoked_at, ends_on, case when accepted_at is null then expires_at end) < $1',
		'Art. 5 Abs. 1 e DSGVO; eine Assistenz kann auf eine Behinderung hinweisen'
	);
