-- Why: a planner asks the same of the list every Monday ("overdue, care, Oberharz"). What was chosen is kept
-- under a name, for this person only.

create table public.saved_filters (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	person_id uuid not null references public.people on delete cascade,
	name text not null check (not private.is_blank(name) and length(name) <= 60),
	filter jsonb not null check (jsonb_typeof(filter) = 'object' and pg_column_size(filter) < 2000),
	created_at timestamptz not null default now()
);
comment on table public.saved_filters is
	'What somebody chose in the list of reports, under a name. It goes with its person.';
comment on column public.saved_filters.filter is
	'As the interface reads it from an address; words nobody knows any more are left out there.';
create unique index saved_filters_names on public.saved_filters (person_id, authority_id, lower(name));
create index on public.saved_filters (authority_id);
alter table public.saved_filters enable row level security;
