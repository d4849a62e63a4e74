-- Why: a need reported by a municipality or a council, and what became of it. Two tables keep two
-- promises: what is being written (need_report_drafts) is the organisation's own and invisible to
-- everybody else; what was submitted (need_reports) can be changed by nobody. Everything that happens
-- afterwards is a row of its own.

create table public.need_report_drafts (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	answers jsonb not null default '{}'
		check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 600000),
	revision integer not null default 0,
	field_revisions jsonb not null default '{}',
	joins_report_id uuid,
	written_by uuid references public.people on delete set null,
	written_in uuid references public.posts on delete set null,
	handed_in_at timestamptz,
	returned_at timestamptz,
	return_reason text check (length(return_reason) <= 2000),
	created_at timestamptz not null default now(),
	saved_at timestamptz not null default now(),
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete cascade
);
comment on table public.need_report_drafts is
	'Reports being written. Answers are kept as typed, valid or not, so that nothing is lost; they are '
	'checked on release.';
comment on column public.need_report_drafts.field_revisions is
	'Revision in which each answer was last changed: two tabs collide only over the same answer.';
create index on public.need_report_drafts (organisation_id, saved_at desc);
create index on public.need_report_drafts (authority_id, organisation_id);
create index on public.need_report_drafts (written_by);
create index on public.need_report_drafts (written_in);

create table public.needs (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	number text not null unique,
	title text not null check (length(btrim(title)) between 3 and 120),
	field_of_action text not null references public.fields_of_action on delete restrict,
	opened_by uuid references public.people on delete set null,
	opened_at timestamptz not null default now(),
	settled_at timestamptz,
	unique (authority_id, id)
);
comment on table public.needs is
	'The pool: a need to which one or more reports lead. settled_at mirrors the newest settlement or '
	'reopening.';
create index on public.needs (authority_id, settled_at, opened_at desc);
create index on public.needs (field_of_action);
create index on public.needs (opened_by);
create table public.need_reports (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	number text not null unique,
	short_id text not null unique references public.short_addresses on delete restrict,
	form_version integer not null default 1,
	channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	-- as submitted: never changes
	organisation_name text not null,
	title text not null check (length(btrim(title)) between 3 and 120),
	field_of_action text not null references public.fields_of_action on delete restrict,
	target_groups text[] not null check (cardinality(target_groups) between 1 and 16),
	municipality_ags text references public.municipalities on delete restrict,
	municipality_name text,
	locality text not null check (length(btrim(locality)) between 2 and 120),
	description text not null check (length(btrim(description)) between 10 and 5000),
	noticed_source text
		check (noticed_source in ('council_debate', 'advisory_council', 'provider', 'residents_meeting',
			'statistics', 'other')),
	noticed_body text check (length(noticed_body) <= 160),
	noticed_on date,
	noticed_item text check (length(noticed_item) <= 60),
	noticed_since text check (length(noticed_since) <= 300),
	evidence text check (length(evidence) <= 1000),
	evidence_year integer check (evidence_year between 1990 and 2100),
	evidence_source text check (length(evidence_source) <= 300),
	affected_range text not null
		check (affected_range in ('under_5', '5_to_20', '20_to_50', '50_to_100', 'over_100', 'unknown')),
	urgency text not null check (urgency in ('acute', 'this_year', 'medium_term')),
	urgency_reason text check (length(urgency_reason) <= 1000),
	existing_offer text check (length(existing_offer) <= 2000),
	proposed_solution text check (length(proposed_solution) <= 2000),
	own_contribution text check (length(own_contribution) <= 2000),
	responsible_levels text[] not null default '{}'
		check (responsible_levels <@ array['municipality', 'district', 'provider', 'state', 'other', 'unknown']),
	cost_idea text check (length(cost_idea) <= 1000),
	visibility text not null check (visibility in ('district', 'participants', 'public')),
	joins_report_id uuid references public.need_reports on delete restrict,
	written_by uuid references public.people on delete set null,
	written_in uuid references public.posts on delete set null,
	released_by uuid references public.people on delete set null,
	released_in uuid references public.posts on delete set null,
	received_at timestamptz not null default now(),
	interim_due_on date not null,
	final_due_on date not null,
	search tsvector generated always as (to_tsvector('pg_catalog.german'::regconfig,
		title || ' ' || locality || ' ' || coalesce(municipality_name, '') || ' ' || description || ' '
			|| coalesce(proposed_solution, ''))) stored,
	-- what became of it: written by triggers from the rows below
	state text not null default 'received'
		check (state in ('received', 'in_progress', 'clarification', 'answered', 'settled', 'closed')),
	assessed_field text not null references public.fields_of_action on delete restrict,
	responsible_level text
		check (responsible_level in ('municipality', 'district', 'provider', 'state', 'other')),
	need_id uuid,
	office_id uuid,
	office_due_on date,
	interim_at timestamptz,
	final_at timestamptz,
	decision text references public.decision_words on delete restrict,
	gap_verdict text check (gap_verdict in ('yes', 'partly', 'no')),
	gap_asked_at timestamptz,
	gap_answered_at timestamptz,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict,
	foreign key (authority_id, office_id) references public.organisations (authority_id, id) on delete restrict,
	foreign key (authority_id, need_id) references public.needs (authority_id, id) on delete restrict
);
comment on table public.need_reports is
	'Submitted reports. The upper columns are the organisation''s words and immutable; the lower ones '
	'say what became of them.';
comment on column public.need_reports.affected_range is
	'Numbers of persons only as ranges (small numbers stay hidden).';
comment on column public.need_reports.state is
	'received → in_progress ⇄ clarification → answered → settled (gap asked) → closed (gap answered).';
-- Included: what the policy asks, so that a list is counted without touching the rows.
create index
	on public.need_reports (authority_id, received_at desc, id desc) include (organisation_id, visibility);
create index on public.need_reports (authority_id, final_due_on, id);
create index need_reports_open_final on public.need_reports (authority_id, final_due_on)
	where final_at is null;
create index need_reports_open_interim
	on public.need_reports (authority_id,
		interim_due_on) include (final_due_on) where interim_at is null and final_at is null;
create index need_reports_new on public.need_reports (authority_id, received_at) where state = 'received';
create index on public.need_reports (organisation_id, received_at desc, id desc);
create index on public.need_reports (authority_id, assessed_field, received_at desc, id desc);
-- Included: what the map counts and the policy asks.
create index on public.need_reports (authority_id, municipality_ags, received_at desc, id desc)
	include (organisation_id, visibility, interim_due_on, interim_at, final_due_on, final_at);
create index on public.need_reports (authority_id, need_id);
create index need_reports_on_desk on public.need_reports (office_id, office_due_on)
	where office_id is not null and final_at is null;
create index need_reports_waiting on public.need_reports (authority_id, organisation_id)
	where state = 'clarification' or gap_asked_at is not null and gap_answered_at is null;
create index need_reports_gaps on public.need_reports (authority_id, gap_answered_at desc)
	where gap_verdict in ('partly', 'no');
create index need_reports_public on public.need_reports (authority_id, received_at desc, id desc)
	where visibility = 'public';
create index on public.need_reports using gin (authority_id, search);
create index need_reports_words
	on public.need_reports using gin (authority_id, (title || ' ' || locality) extensions.gin_trgm_ops);
create index on public.need_reports (field_of_action);
create index on public.need_reports (assessed_field);
create index on public.need_reports (municipality_ags);
create index on public.need_reports (decision);
create index on public.need_reports (office_id);
create index on public.need_reports (joins_report_id);
create index on public.need_reports (written_by);
create index on public.need_reports (written_in);
create index on public.need_reports (released_by);
create index on public.need_reports (released_in);

alter table public.need_report_drafts add foreign key (joins_report_id)
	references public.need_reports on delete set null;
create index on public.need_report_drafts (joins_report_id);

create table public.need_report_contacts (
	report_id uuid primary key references public.need_reports on delete cascade,
	contact text not null check (length(contact) <= 300)
);
comment on table public.need_report_contacts is
	'Whom to ask about a report: for the two sides only, whatever the report''s visibility.';

create table public.need_report_assessments (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	field_of_action text not null references public.fields_of_action on delete restrict,
	responsible_level text not null
		check (responsible_level in ('municipality', 'district', 'provider', 'state', 'other')),
	need_id uuid not null,
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, need_id) references public.needs (authority_id, id) on delete restrict
);
comment on table public.need_report_assessments is
	'The planner''s assessment: which need, which field, whose job. The newest counts, the older stay.';
create index on public.need_report_assessments (report_id);
create index on public.need_report_assessments (authority_id, need_id);
create index on public.need_report_assessments (field_of_action);
create index on public.need_report_assessments (person_id);
create index on public.need_report_assessments (post_id);

create table public.need_report_messages (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	kind text not null check (kind in ('question', 'reply', 'addition', 'interim_status')),
	body text not null check (not private.is_blank(body) and length(body) <= 5000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now()
);
comment on table public.need_report_messages is
	'The clarification thread: the planner''s questions and interim statuses; the reporter''s replies, '
	'additions and corrections.';
create index on public.need_report_messages (report_id, created_at);
create index on public.need_report_messages (authority_id);
create index on public.need_report_messages (person_id);
create index on public.need_report_messages (post_id);

create table public.need_report_handovers (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	office_id uuid not null,
	due_on date not null,
	note text check (length(note) <= 2000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, office_id) references public.organisations (authority_id, id) on delete restrict
);
comment on table public.need_report_handovers is 'Hand-over to another office of the authority with a date.';
create index on public.need_report_handovers (report_id);
create index on public.need_report_handovers (authority_id, office_id);
create index on public.need_report_handovers (person_id);
create index on public.need_report_handovers (post_id);

create table public.need_report_answers (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	decision text not null references public.decision_words on delete restrict,
	reason text not null check (not private.is_blank(reason) and length(reason) <= 5000),
	forwarded_to text check (length(forwarded_to) <= 200),
	corrects_id uuid references public.need_report_answers on delete restrict,
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	check ((decision = 'out_of_scope_forwarded') <= (not private.is_blank(forwarded_to)))
);
comment on table public.need_report_answers is
	'Final answers: decision and reason, always both. A changed answer is a new row that names the one '
	'it corrects.';
create unique index need_report_answers_first on public.need_report_answers (report_id)
	where corrects_id is null;
create unique index need_report_answers_corrected_once on public.need_report_answers (corrects_id);
create index on public.need_report_answers (report_id);
create index on public.need_report_answers (authority_id);
create index on public.need_report_answers (decision);
create index on public.need_report_answers (person_id);
create index on public.need_report_answers (post_id);

create table public.need_report_follow_ups (
	report_id uuid primary key references public.need_reports on delete cascade,
	authority_id uuid not null references public.authorities on delete cascade,
	due_on date not null,
	note text check (length(note) <= 1000)
);
comment on table public.need_report_follow_ups is
	'Wiedervorlage: the planner''s own reminder, seen by planners only.';
create index on public.need_report_follow_ups (authority_id, due_on);

create table public.need_settlements (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	need_id uuid not null,
	outcome text not null check (outcome in ('settled', 'reopened')),
	body text not null check (not private.is_blank(body) and length(body) <= 2000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, need_id) references public.needs (authority_id, id) on delete cascade
);
comment on table public.need_settlements is 'What was done about a need, or why it is open again.';
create index on public.need_settlements (authority_id, need_id, created_at desc);
create index on public.need_settlements (person_id);
create index on public.need_settlements (post_id);

create table public.need_report_gap_answers (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid not null references public.need_reports on delete cascade,
	asked_at timestamptz not null,
	verdict text not null check (verdict in ('yes', 'partly', 'no')),
	sentence text check (length(sentence) <= 1000),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	unique (report_id, asked_at)
);
comment on table public.need_report_gap_answers is
	'The reporter''s word on "Is the gap closed?", once per time it was asked.';
create index on public.need_report_gap_answers (authority_id);
create index on public.need_report_gap_answers (person_id);
create index on public.need_report_gap_answers (post_id);

create table public.events (
	id bigint generated always as identity primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	report_id uuid references public.need_reports on delete cascade,
	need_id uuid references public.needs on delete cascade,
	organisation_id uuid references public.organisations on delete cascade,
	kind text not null,
	subject_id uuid,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	post_title text,
	detail jsonb not null default '{}',
	created_at timestamptz not null default now()
);
comment on table public.events is
	'The chronicle: who in which post did what and when, with name and title as they were then. Written '
	'by triggers only.';
create index on public.events (report_id, id);
create index on public.events (need_id, id);
create index on public.events (authority_id, created_at desc);
create index on public.events (organisation_id, created_at desc);
create index on public.events (person_id);
create index on public.events (post_id);
