-- Why: planners call the same need by two names, or find that one report of a need is about something else.
-- A need can now be renamed, merged into another and split. Each is a row with its reason; what a need was
-- called and where it went stays known.

alter table public.needs
	add column heir_id uuid,
	add foreign key (authority_id, heir_id) references public.needs (authority_id, id) on delete restrict,
	add check (heir_id <> id),
	add check (heir_id is null or settled_at is null);
comment on column public.needs.heir_id is
	'The need that this one was merged into. Its reports lead there now; its own page stays and says so.';
create index on public.needs (authority_id, heir_id);

create table public.need_changes (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	need_id uuid not null,
	kind text not null check (kind in ('renamed', 'merged', 'split')),
	other_id uuid,
	old_title text not null,
	new_title text not null check (length(btrim(new_title)) between 3 and 120),
	report_ids uuid[] not null default '{}',
	reason text not null check (not private.is_blank(reason) and length(reason) <= 2000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, need_id) references public.needs (authority_id, id) on delete cascade,
	foreign key (authority_id, other_id) references public.needs (authority_id, id) on delete cascade,
	check ((kind = 'renamed') = (other_id is null)),
	check (other_id <> need_id)
);
comment on table public.need_changes is 'How a need came to be another one: renamed, merged, split; and why.';
comment on column public.need_changes.other_id is
	'The need that it was merged into, or the new one that was split off.';
comment on column public.need_changes.old_title is 'What the need was called until then.';
comment on column public.need_changes.new_title is
	'What it is called from then on; of a merger and a split what the other need was called.';
comment on column public.need_changes.report_ids is 'The reports that went over to the other need.';
create index on public.need_changes (authority_id, need_id, created_at);
create index on public.need_changes (authority_id, other_id);
create index on public.need_changes (person_id);
create index on public.need_changes (post_id);
alter table public.need_changes enable row level security;

alter table public.need_report_assessments
	add column change_id uuid references public.need_changes on delete cascade;
comment on column public.need_report_assessments.change_id is
	'The merger or split that brought the report to its need; null where a planner assessed it.';
create index on public.need_report_assessments (change_id);
