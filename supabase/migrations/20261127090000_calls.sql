-- Why: in 2024 nobody could show whom the district had asked, when, and what came back. A call is any
-- time-limited request to a circle of addressees: needs surveys today, comment rounds, workshops and
-- follow-ups later. The ledger keeps who was asked, by which letter, who asked for more time, who answered
-- in time, who late, and who never did.

create table public.circles (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	name text not null check (length(btrim(name)) between 2 and 120),
	created_at timestamptz not null default now(),
	unique (authority_id, name),
	unique (authority_id, id)
);
comment on table public.circles is 'Saved circles of addressees, e.g. "Alle Gemeinden". Planners'' own tool.';

create table public.circle_members (
	circle_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	primary key (circle_id, organisation_id),
	foreign key (authority_id, circle_id) references public.circles (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete cascade
);
comment on table public.circle_members is 'Organisations of a saved circle.';
create index on public.circle_members (authority_id, circle_id);
create index on public.circle_members (authority_id, organisation_id);

create table public.calls (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('needs_survey')),
	slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) between 3 and 60),
	title text not null check (length(btrim(title)) between 3 and 120),
	covering_text text not null check (length(btrim(covering_text)) between 10 and 5000),
	opens_at timestamptz not null,
	closes_at timestamptz not null,
	post_id uuid not null,
	purpose text not null check (length(btrim(purpose)) between 3 and 1000),
	legal_basis text not null check (length(btrim(legal_basis)) between 3 and 500),
	readers text not null check (length(btrim(readers)) between 3 and 1000),
	retention text not null check (length(btrim(retention)) between 3 and 500),
	form_version integer not null,
	previous_id uuid,
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	-- what became of it: written by triggers from call_steps
	state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'published')),
	opened_at timestamptz,
	closed_at timestamptz,
	published_at timestamptz,
	unique (authority_id, slug),
	unique (authority_id, id),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete restrict,
	foreign key (authority_id, previous_id) references public.calls (authority_id, id) on delete restrict,
	check (closes_at > opens_at)
);
comment on table public.calls is
	'Aufrufe: a request to a circle of addressees with a window, a covering text, a privacy sheet and a '
	'responsible post.';
comment on column public.calls.slug is 'Kurzname in the address, read aloud: bedarfsabfrage-2026.';
comment on column public.calls.opens_at is
	'Begin of the window. Before it addressees know of the call once it is open, and cannot answer yet.';
comment on column public.calls.closes_at is
	'End of the window. What comes later is late, and taken until the call is closed.';
comment on column public.calls.readers is 'Privacy sheet: who sees what.';
comment on column public.calls.form_version is 'Version of the form (survey_forms), frozen with the call.';
comment on column public.calls.previous_id is
	'The call before this one: its answers pre-fill those of this one.';
comment on column public.calls.state is
	'draft → open → closed → published. Announced (before opens_at) and over (after closes_at) follow '
	'from the clock.';
create index on public.calls (authority_id, created_at desc, id desc);
create index on public.calls (authority_id, post_id);
create index on public.calls (authority_id, previous_id);
create index on public.calls (created_by);
create index calls_open on public.calls (closes_at) where state = 'open';
create table public.call_addressees (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	organisation_id uuid not null,
	organisation_name text not null,
	-- what became of it: written by triggers
	due_at timestamptz,
	invited_at timestamptz,
	opened_at timestamptz,
	begun_at timestamptz,
	answered_at timestamptz,
	outcome text check (outcome in ('submitted', 'nil_return')),
	is_late boolean not null default false,
	extension text check (extension in ('asked', 'granted', 'refused')),
	check ((answered_at is null) = (outcome is null)),
	unique (call_id, organisation_id),
	unique (authority_id, id),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict
);
comment on table public.call_addressees is
	'Who was asked. The lower columns say what became of it and are written by triggers only.';
comment on column public.call_addressees.organisation_name is
	'The name as it was when the organisation was asked.';
comment on column public.call_addressees.due_at is
	'Until when this addressee has time: the end of the window, or its extension.';
comment on column public.call_addressees.opened_at is
	'When somebody of the organisation first opened the call after signing in: no pixel, no counting of '
	'letters.';
comment on column public.call_addressees.answered_at is
	'When the last open part was answered; a nil return is an answer.';
create index on public.call_addressees (authority_id, call_id, organisation_name, id);
create index on public.call_addressees (authority_id, organisation_id);
create index on public.call_addressees (organisation_id, call_id);
create index call_addressees_open on public.call_addressees (call_id, due_at) where answered_at is null;

create table public.call_steps (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	step text not null check (step in ('opened', 'prolonged', 'closed', 'published')),
	closes_at timestamptz,
	body text check (length(body) <= 2000),
	meetings jsonb,
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	check ((step = 'prolonged') <= (closes_at is not null and not private.is_blank(body)))
);
comment on table public.call_steps is
	'What was done with a call: opened, prolonged, closed, published. Never changed.';
comment on column public.call_steps.body is
	'Why: at the opening the answer to "no session lies inside the window", at a prolongation its '
	'reason.';
comment on column public.call_steps.meetings is
	'The session check as it was then: [{organisationName, firstInside, firstAfter, keepsCalendar}]. So '
	'that it can be shown later what was known.';
create index on public.call_steps (authority_id, call_id, created_at);
create unique index call_steps_once on public.call_steps (call_id, step) where step <> 'prolonged';
create index on public.call_steps (person_id);
create index on public.call_steps (post_id);

create table public.call_extensions (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	addressee_id uuid not null,
	asked_until timestamptz not null,
	reason text not null check (not private.is_blank(reason) and length(reason) <= 2000),
	channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	unique (authority_id, id),
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade
);
comment on table public.call_extensions is
	'Fristverlängerung: an addressee asks for more time, or a planner writes down that it did '
	'(channel).';
create index on public.call_extensions (authority_id, addressee_id, created_at);
create index on public.call_extensions (person_id);
create index on public.call_extensions (post_id);

create table public.call_extension_decisions (
	extension_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	outcome text not null check (outcome in ('granted', 'refused')),
	due_at timestamptz,
	reason text check (length(reason) <= 2000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, extension_id)
		references public.call_extensions (authority_id, id) on delete cascade,
	check (
		case outcome
			when 'granted' then due_at is not null
			else due_at is null and not private.is_blank(reason)
		end
	)
);
comment on table public.call_extension_decisions is
	'Granted with a date, or refused with a reason. Decided once.';
create index on public.call_extension_decisions (authority_id, extension_id);
create index on public.call_extension_decisions (person_id);
create index on public.call_extension_decisions (post_id);

create table public.call_notices (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	kind text not null
		check (kind in ('invitation', 'prolongation', 'extension_asked', 'extension_granted',
			'extension_refused', 'reminder_week',
		'reminder_day', 'reminder_late', 'reminder', 'receipt', 'answered', 'result', 'letter', 'handed_in')),
	due_on date,
	body text check (length(body) <= 2000),
	escalates boolean not null default false,
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default clock_timestamp(),
	written_at timestamptz,
	letters integer,
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade
);
comment on table public.call_notices is
	'What was sent about a call: to the addressee, or (extension_asked, answered) to the planning. A '
	'job writes the mails; a letter on paper is noted by hand.';
comment on column public.call_notices.escalates is 'Goes to the deputies too.';
comment on column public.call_notices.letters is
	'How many mails it became; 0: nobody could be reached, a letter is needed.';
create index on public.call_notices (authority_id, call_id, created_at);
create index on public.call_notices (authority_id, addressee_id, created_at);
create index call_notices_to_write on public.call_notices (call_id, created_at, id) where written_at is null;
create unique index call_notices_once on public.call_notices (addressee_id, kind, due_on)
	where kind in ('reminder_week', 'reminder_day', 'reminder_late');
create index on public.call_notices (person_id);
create index on public.call_notices (post_id);

alter table public.events add column call_id uuid;

alter table public.events add foreign key (authority_id, call_id)
	references public.calls (authority_id, id) on delete cascade;
create index on public.events (call_id, id) where call_id is not null;
