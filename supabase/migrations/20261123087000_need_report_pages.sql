-- Why: a page costs one call. Pages about one thing read a document (jsonb, camelCase, as the page needs
-- it); lists read rows. All run with the reader's own rights, and carry can… columns, so that no page
-- repeats a rule.

create table public.barrier_reports (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	number text not null unique,
	page text check (length(page) <= 500),
	message text not null check (not private.is_blank(message) and length(message) <= 5000),
	contact text check (length(contact) <= 300),
	received_at timestamptz not null default now(),
	due_on date not null,
	answer text check (length(answer) <= 5000),
	answered_at timestamptz,
	answered_by uuid references public.people on delete set null
);
comment on table public.barrier_reports is
	'Feedback on barriers, without sign-in; to be answered within one month (§ 16b Abs. 4 BGG LSA).';
create index on public.barrier_reports (authority_id, due_on) where answered_at is null;
create index on public.barrier_reports (authority_id, received_at desc);
create index on public.barrier_reports (answered_by);
alter table public.barrier_reports enable row level security;

-- Figures for everybody. Kept as a running tally, so that the public start page costs the same at any
-- number of reports.
create table private.report_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	field_of_action text not null references public.fields_of_action on delete restrict,
	reports bigint not null,
	answered bigint not null,
	primary key (authority_id, field_of_action)
);
comment on table private.report_tallies is
	'True counts of reports per field of action: only for the suppressing functions below. Kept by a '
	'trigger.';
create index on private.report_tallies (field_of_action);
alter table private.report_tallies enable row level security;

create table private.outcome_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('decision', 'gap')),
	outcome text not null,
	reports bigint not null,
	primary key (authority_id, kind, outcome)
);
comment on table private.outcome_tallies is
	'True counts of what became of reports: by decision word, and by verdict on the gap (silent: asked, '
	'no answer yet). See report_tallies.';
alter table private.outcome_tallies enable row level security;
