-- Why: a comment round is a call like a survey: a circle, a window, reminders, proof. It shows a version
-- of a document, and what
-- fills a return is a statement. After its end come weighing, decision and publication, which surveys do
-- not have.

alter table private.call_step_rules
	add column kind text references private.call_kinds on delete cascade,
	drop constraint call_step_rules_pkey cascade,
	add unique nulls not distinct (step, kind);
create index on private.call_step_rules (kind);
comment on column private.call_step_rules.kind is
	'Only of these calls, before the rule that all have; null: of all.';

alter table private.call_kinds add column asks_associations boolean not null default false;
comment on column private.call_kinds.asks_associations is
	'Whoever is asked as an umbrella is asked with its member associations: they read what it is asked.';
insert into private.call_kinds (kind, owner_kinds, asks_associations) values ('rounds', '{planner}', true);
insert into private.call_step_rules (step, kind, from_state, to_state, otherwise_code, otherwise_words) values
	('weighing', 'rounds', 'closed', 'weighing', 'RULED', 'errors_call_is_not_closed'),
	('decided', 'rounds', 'weighing', 'decided', 'RULED', 'errors_round_is_not_weighed'),
	('published', 'rounds', 'decided', 'published', 'RULED', 'errors_round_is_not_decided');
alter table public.calls drop constraint calls_state_check;
alter table public.calls add constraint calls_state_check
	check (state in ('draft', 'open', 'closed', 'weighing', 'decided', 'published'));
alter table public.call_steps drop constraint call_steps_step_check;
alter table public.call_steps add constraint call_steps_step_check
	check (step in ('opened', 'prolonged', 'closed', 'weighing', 'decided', 'published'));

alter table public.call_addressees
	add column legal_basis text check (length(btrim(legal_basis)) between 2 and 300);
comment on column public.call_addressees.legal_basis is
	'Why this organisation has to be asked. Null: it is asked because one wants to know.';

create table public.rounds (
	call_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	version_id uuid,
	is_public boolean not null default false,
	reading text not null default 'after_closing' check (reading in ('own', 'after_closing', 'among')),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, version_id)
		references public.document_versions (authority_id, id) on delete restrict
);
comment on table public.rounds is
	'What a comment round adds to its call: the version of a document it is about, and who reads what.';
comment on column public.rounds.is_public is
	'Everybody may read the document while the round runs and afterwards.';
comment on column public.rounds.reading is
	'Which statements an addressee reads besides its own: none, those of all others once the round is '
	'closed, or those of all others '
	'from the hour they were submitted. Planners read every submitted statement at once.';
create index on public.rounds (authority_id, version_id);
alter table public.rounds enable row level security;

insert into private.call_obstacles (step, position, kind, obstacle, words) values
	('opened', 12, 'rounds', 'without_document', 'errors_round_without_document'),
	('opened', 13, 'rounds', 'about_a_version_in_work', 'errors_round_version_in_work'),
	('decided', 11, 'rounds', 'without_decisions', 'errors_round_has_open_points');

create table public.round_notes (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	organisation_id uuid not null,
	version_id uuid,
	section_id uuid,
	answers_id uuid,
	kind text not null
		check (kind in ('suggestion', 'note', 'concern', 'objection', 'question', 'support', 'answer')),
	body text not null check (length(body) <= 20000),
	quote text check (length(quote) <= 5000),
	quote_before text check (length(quote_before) <= 100),
	quote_after text check (length(quote_after) <= 100),
	is_on_twin boolean not null default false,
	proposal jsonb check (pg_column_size(proposal) <= 500000),
	proposal_words text,
	revision integer not null default 1,
	source text check (source in ('typed', 'word')) default 'typed' not null,
	source_author text check (length(source_author) <= 160),
	source_at timestamptz,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	written_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	changed_at timestamptz,
	withdrawn_at timestamptz,
	unique (authority_id, id),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict,
	foreign key (authority_id, version_id, section_id)
		references public.section_texts (authority_id, version_id, section_id) on delete restrict,
	foreign key (authority_id, answers_id)
		references public.round_notes (authority_id, id) on delete cascade,
	check ((kind = 'answer') = (answers_id is not null)),
	check ((version_id is null) = (section_id is null)),
	check (not private.is_blank(body) or proposal is not null)
);
comment on table public.round_notes is
	'What a member notes at a section, in the private room of its organisation: read by its members '
	'alone, never by the planning. '
	'Without a section: about the whole.';
comment on column public.round_notes.quote is
	'The words it was made on, kept as they were, with a few before and after them to find the place again.';
comment on column public.round_notes.proposal is
	'Other wording for the section or the quoted words, as blocks.';
comment on column public.round_notes.written_by is 'The assistant who typed it for the member.';
create index on public.round_notes (authority_id, addressee_id, section_id, created_at);
create index round_notes_counted on public.round_notes (addressee_id, section_id, person_id)
	where kind <> 'answer' and withdrawn_at is null;
create index on public.round_notes (authority_id, call_id);
create index on public.round_notes (authority_id, organisation_id);
create index on public.round_notes (authority_id, version_id, section_id);
create index on public.round_notes (authority_id, answers_id);
create index on public.round_notes (person_id);
create index on public.round_notes (post_id);
create index on public.round_notes (written_by);
alter table public.round_notes enable row level security;

create table public.round_note_drafts (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	addressee_id uuid not null,
	person_id uuid not null references public.people on delete cascade,
	version_id uuid,
	section_id uuid,
	form jsonb not null check (pg_column_size(form) <= 200000),
	saved_at timestamptz not null default now(),
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, section_id)
		references public.sections (authority_id, id) on delete set null (section_id)
);
comment on table public.round_note_drafts is
	'What somebody typed and has not noted yet, for that person alone: nothing typed is lost.';
create index on public.round_note_drafts (authority_id, addressee_id);
create index on public.round_note_drafts (person_id, saved_at desc);
create index on public.round_note_drafts (authority_id, section_id);
alter table public.round_note_drafts enable row level security;

create table public.statements (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	organisation_id uuid not null,
	kind text not null check (kind in ('joint', 'individual', 'no_objections')),
	state text not null default 'draft'
		check (state in ('draft', 'frozen', 'decided', 'signed', 'submitted', 'discarded')),
	intro text not null default '' check (length(intro) <= 20000),
	intro_revision integer not null default 1,
	revision integer not null default 1,
	corrects_id uuid,
	wording jsonb,
	wording_hash text check (length(wording_hash) = 64),
	frozen_by uuid references public.people on delete set null,
	frozen_at timestamptz,
	decision text check (decision in ('session', 'circular', 'board', 'chair', 'head')),
	decided_on date,
	vote_id uuid,
	signed_by uuid references public.people on delete set null,
	signed_in uuid references public.posts on delete set null,
	signed_at timestamptz,
	return_id uuid unique,
	submitted_at timestamptz,
	is_late boolean,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	unique (authority_id, id),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict,
	foreign key (authority_id, return_id)
		references public.call_returns (authority_id, id) on delete restrict,
	foreign key (authority_id, corrects_id)
		references public.statements (authority_id, id) on delete restrict,
	check ((state in ('frozen', 'decided', 'signed', 'submitted')) <= (wording_hash is not null)),
	check ((state = 'submitted') = (submitted_at is not null)),
	check ((state = 'submitted') = (is_late is not null))
);
comment on table public.statements is
	'What an organisation says of a draft with one voice (joint), or a member beside it (individual). '
	'Drafts are read in the room '
	'alone; once submitted it stays as it is.';
comment on column public.statements.wording is
	'What was frozen for the vote: intro and points, exactly as they are signed and submitted.';
comment on column public.statements.wording_hash is
	'SHA-256 of the wording: a vote is on these words or on none.';
comment on column public.statements.revision is
	'Counts every change of its intro, its points and where notes went: what is frozen is what was seen.';
comment on column public.statements.corrects_id is 'The submitted one in whose place it stands; both stay.';
comment on column public.statements.decision is
	'How the organisation decided: by vote in a session or a circular one, by its board, by its chair, or, '
	'where there is no body to ask, by the word of its head.';
comment on column public.statements.vote_id is
	'The vote that is under way or has carried it; of one that failed nothing is said here.';
create unique index statements_one_joint on public.statements (addressee_id)
	where kind <> 'individual' and state not in ('submitted', 'discarded');
create index on public.statements (authority_id, call_id, submitted_at);
create index on public.statements (authority_id, addressee_id);
create index on public.statements (authority_id, organisation_id);
create index on public.statements (authority_id, return_id);
create index on public.statements (authority_id, corrects_id);
create index on public.statements (vote_id);
create index on public.statements (person_id);
create index on public.statements (post_id);
create index on public.statements (frozen_by);
create index on public.statements (signed_by);
create index on public.statements (signed_in);
alter table public.statements enable row level security;

create table public.statement_points (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	statement_id uuid not null,
	place integer not null check (place >= 1),
	version_id uuid,
	section_id uuid,
	kind text not null check (kind in ('suggestion', 'note', 'concern', 'objection', 'question', 'support')),
	body text not null check (length(body) <= 20000),
	quote text check (length(quote) <= 5000),
	quote_before text check (length(quote_before) <= 100),
	quote_after text check (length(quote_after) <= 100),
	proposal jsonb check (pg_column_size(proposal) <= 500000),
	proposal_words text,
	revision integer not null default 1,
	created_at timestamptz not null default now(),
	unique (authority_id, id),
	unique (statement_id, place) deferrable initially deferred,
	foreign key (authority_id, statement_id)
		references public.statements (authority_id, id) on delete cascade,
	foreign key (authority_id, version_id, section_id)
		references public.section_texts (authority_id, version_id, section_id) on delete restrict,
	check ((version_id is null) = (section_id is null)),
	check (not private.is_blank(body) or proposal is not null)
);
comment on table public.statement_points is
	'One point of a statement, at a section or about the whole. It gets an answer of its own.';
create index on public.statement_points (authority_id, statement_id, place);
create index on public.statement_points (authority_id, version_id, section_id);
alter table public.statement_points enable row level security;

create table public.statement_notes (
	statement_id uuid not null,
	note_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	point_id uuid,
	reason text check (length(reason) <= 2000),
	person_id uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	primary key (statement_id, note_id),
	foreign key (authority_id, statement_id)
		references public.statements (authority_id, id) on delete cascade,
	foreign key (authority_id, note_id)
		references public.round_notes (authority_id, id) on delete cascade,
	foreign key (authority_id, point_id)
		references public.statement_points (authority_id, id) on delete cascade,
	check (num_nonnulls(point_id, nullif(btrim(reason), '')) >= 1)
);
comment on table public.statement_notes is
	'Where each note went: into which point, or why into none.';
create index on public.statement_notes (authority_id, note_id);
create index on public.statement_notes (authority_id, point_id);
create index on public.statement_notes (person_id);
alter table public.statement_notes enable row level security;

create table public.statement_remarks (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	statement_id uuid not null,
	point_id uuid,
	body text not null check (not private.is_blank(body) and length(body) <= 5000),
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	written_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, statement_id)
		references public.statements (authority_id, id) on delete cascade,
	foreign key (authority_id, point_id)
		references public.statement_points (authority_id, id) on delete set null (point_id)
);
comment on table public.statement_remarks is
	'What members say among themselves of a wording before it is decided. Read in the room alone.';
create index on public.statement_remarks (authority_id, statement_id, created_at);
create index on public.statement_remarks (authority_id, point_id);
create index on public.statement_remarks (person_id);
create index on public.statement_remarks (post_id);
create index on public.statement_remarks (written_by);
alter table public.statement_remarks enable row level security;

create table public.statement_dissents (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	statement_id uuid not null,
	wording_hash text not null check (length(wording_hash) = 64),
	body text not null check (not private.is_blank(body) and length(body) <= 20000),
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	written_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, statement_id)
		references public.statements (authority_id, id) on delete cascade
);
comment on table public.statement_dissents is
	'Sondervotum: what a member says beside a joint statement it did not agree with. It goes out with '
	'the statement.';
comment on column public.statement_dissents.wording_hash is
	'The wording it is about. Where that is taken back for changes, the dissent stays in the room and '
	'does not go out with another one.';
create index on public.statement_dissents (authority_id, statement_id);
create index on public.statement_dissents (person_id);
create index on public.statement_dissents (post_id);
create index on public.statement_dissents (written_by);
alter table public.statement_dissents enable row level security;

create table public.statement_steps (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	statement_id uuid not null,
	step text not null check (step in ('frozen', 'unfrozen', 'decided', 'signed', 'submitted', 'discarded')),
	seen text not null check (length(seen) <= 64),
	decision text check (decision in ('board', 'chair')),
	decided_on date,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	written_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, statement_id)
		references public.statements (authority_id, id) on delete cascade,
	check ((step = 'decided') = (decision is not null)),
	check ((step = 'decided') = (decided_on is not null))
);
comment on table public.statement_steps is
	'What was done with a statement on its way, by whom and when. Read in the room alone; what a vote did '
	'stands with the vote.';
comment on column public.statement_steps.seen is
	'What the person had before them: the revision that was frozen, afterwards the hash of the wording.';
create index on public.statement_steps (authority_id, statement_id, created_at);
create index on public.statement_steps (person_id);
create index on public.statement_steps (post_id);
create index on public.statement_steps (written_by);
alter table public.statement_steps enable row level security;
