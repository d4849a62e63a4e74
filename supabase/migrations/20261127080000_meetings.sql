-- Why: whoever sets a deadline must know whether a council meets before it. Bodies keep their meetings
-- here, by hand or from a calendar file; what has taken place stays as it was announced. "No meeting
-- known" and "no meeting" are two things: an organisation says whether it keeps its calendar.

create table public.meetings (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	starts_at timestamptz not null check (starts_at between '2000-01-01' and '2100-01-01'),
	ends_at timestamptz,
	is_all_day boolean not null default false,
	title text not null check (length(btrim(title)) between 3 and 200 and title !~ '[[:cntrl:]]'),
	body text check (length(btrim(body)) between 2 and 160 and body !~ '[[:cntrl:]]'),
	place text check (length(btrim(place)) between 1 and 200 and place !~ '[[:cntrl:]]'),
	is_public boolean not null default true,
	uid text not null check (length(uid) between 1 and 300 and uid !~ '[[:cntrl:]]'),
	sequence integer not null default 0,
	source text not null default 'hand' check (source in ('hand', 'ics')),
	file_sequence integer not null default 0,
	cancelled_at timestamptz,
	is_cancelled_by_file boolean not null default false,
	created_at timestamptz not null default now(),
	entered_by uuid references public.people on delete set null,
	entered_in uuid references public.posts on delete set null,
	changed_at timestamptz,
	changed_by uuid references public.people on delete set null,
	unique (organisation_id, uid),
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict,
	check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
	check (ends_at is not null or not is_all_day)
);
comment on table public.meetings is
	'Sitzungen of councils and other bodies ("session" means a signed-in session here). Cancelled ones '
	'stay; those of the past cannot be changed.';
comment on column public.meetings.body is
	'Gremium, e.g. Ortschaftsrat Hasselfelde; null: the organisation itself.';
comment on column public.meetings.uid is
	'Names the meeting in calendar programs (RFC 5545): the same in each export, and the key of an '
	'import.';
comment on column public.meetings.sequence is
	'Raised with each change, so that calendar programs take the newer one.';
comment on column public.meetings.file_sequence is
	'SEQUENCE of the calendar file that was read in last; a lower one is older.';
comment on column public.meetings.is_cancelled_by_file is
	'What a file called off takes place again when a file says so; what was called off by hand does '
	'not.';
comment on column public.meetings.entered_in is
	'The post of whoever entered it: the organisation''s own, or a planner''s who did it for them.';
create index on public.meetings (organisation_id, starts_at, id);
create index on public.meetings (authority_id, starts_at, id);
create index on public.meetings (authority_id, organisation_id);
create index on public.meetings (entered_by);
create index on public.meetings (entered_in);
create index on public.meetings (changed_by);

create table public.meeting_calendars (
	organisation_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	state text not null check (state in ('kept', 'none', 'unknown')),
	updated_at timestamptz not null default now(),
	updated_by uuid references public.people on delete set null,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete cascade
);
comment on table public.meeting_calendars is
	'What an organisation says of its calendar: kept (a gap means no meeting), none (meetings on '
	'demand), unknown. No row: unknown.';
create index on public.meeting_calendars (authority_id, organisation_id);
create index on public.meeting_calendars (updated_by);
alter table public.meetings enable row level security;
alter table public.meeting_calendars enable row level security;
