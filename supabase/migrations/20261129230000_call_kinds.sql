-- Why: comment rounds, workshops and follow-ups will ask as a survey does, and differ in who is responsible,
-- in what stands in the way of a step and in what fills a return. What differs is said in rows, so that a new
-- kind adds rows and functions of its own and changes none that is there.

create table private.call_kinds (
	kind text primary key check (kind ~ '^[a-z]+(_[a-z]+)*$'),
	owner_kinds text[] not null check (cardinality(owner_kinds) > 0),
	has_form boolean not null
);
comment on table private.call_kinds is
	'Kinds of calls: which posts may be responsible for one, and whether it asks by a versioned form.';
alter table private.call_kinds enable row level security;
insert into private.call_kinds (kind, owner_kinds, has_form) values ('needs_survey', '{planner}', true);

alter table public.calls drop constraint calls_kind_check;
alter table public.calls
	add foreign key (kind) references private.call_kinds on delete restrict,
	alter column form_version drop not null;
create index on public.calls (kind);

create table private.call_step_rules (
	step text primary key,
	from_state text not null,
	to_state text not null,
	otherwise_code text not null check (otherwise_code in ('FINAL', 'RULED')),
	otherwise_words text not null
);
comment on table private.call_step_rules is
	'The steps of every call: from which state to which, and what is said when it is in another.';
alter table private.call_step_rules enable row level security;
insert into private.call_step_rules (step, from_state, to_state, otherwise_code, otherwise_words) values
	('opened', 'draft', 'open', 'FINAL', 'errors_already_done'),
	('prolonged', 'open', 'open', 'FINAL', 'errors_call_is_closed'),
	('closed', 'open', 'closed', 'FINAL', 'errors_already_done'),
	('published', 'closed', 'published', 'RULED', 'errors_call_is_not_closed');

create table private.call_obstacles (
	step text not null references private.call_step_rules on delete cascade,
	position integer not null,
	kind text references private.call_kinds on delete cascade,
	obstacle text not null check (obstacle ~ '^[a-z]+(_[a-z]+)*$'),
	words text not null,
	primary key (step, position)
);
comment on table private.call_obstacles is
	'What stands in the way of a step, asked in this order: the function private.is_<obstacle>(calls) says '
	'whether it does. kind: only of these calls; null: of all.';
alter table private.call_obstacles enable row level security;
create index on private.call_obstacles (kind);
insert into private.call_obstacles (step, position, kind, obstacle, words) values
	('opened', 1, null, 'without_addressees', 'errors_call_without_addressees'),
	('opened', 2, 'needs_survey', 'without_fields', 'errors_call_without_fields'),
	('opened', 3, null, 'past_its_window', 'errors_call_window_is_past'),
	('closed', 1, null, 'within_its_window', 'errors_call_window_is_open'),
	('closed', 2, null, 'extended_for_somebody', 'errors_call_extension_runs'),
	('closed', 3, null, 'undecided_on_more_time', 'errors_call_extension_undecided'),
	('closed', 4, 'needs_survey', 'without_answers', 'errors_call_has_unanswered_reports'),
	('published', 1, 'needs_survey', 'without_answers', 'errors_call_has_unanswered_reports');

create table private.call_reminders (
	notice text primary key,
	first_day integer not null,
	last_day integer not null check (last_day >= first_day),
	escalates boolean not null,
	asked_before interval not null
);
comment on table private.call_reminders is
	'When one is reminded of a call, in days after its due date; whoever was asked later than asked_before '
	'is not. escalates: the deputies too.';
alter table private.call_reminders enable row level security;
insert into private.call_reminders (notice, first_day, last_day, escalates, asked_before) values
	('reminder_week', -7, -1, false, '3 days'),
	('reminder_day', 0, 0, false, '0 days'),
	('reminder_late', 14, 28, true, '0 days');
