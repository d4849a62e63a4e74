-- Why: the administrator has one evening a month. Organisations, posts, terms and invitations are on three
-- pages; each change is one call and one event in the record of rights.

create table public.administration_events (
	id bigint generated always as identity primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null,
	subject text not null,
	person_id uuid references public.people on delete set null,
	created_at timestamptz not null default now()
);
comment on table public.administration_events is
	'Who changed which right, without contents. Written by triggers only, changed by nobody.';
create index on public.administration_events (authority_id, id desc);
create index on public.administration_events (person_id);
alter table public.administration_events enable row level security;
