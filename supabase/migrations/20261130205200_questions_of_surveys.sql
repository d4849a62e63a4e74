-- Why: the form asks the same of every field in every survey, and planners had questions of their own: how
-- many places there are, whether an office is open. They stood in the covering text, where nobody could count
-- the answers. A survey may now ask up to twenty questions besides, answered once, as one thing more.

create table public.survey_questions (
	call_id uuid not null,
	key uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	place integer not null check (place between 1 and 20),
	kind text not null check (kind in ('short_text', 'long_text', 'number', 'one', 'several', 'yes_no')),
	label text not null check (length(btrim(label)) between 3 and 300),
	hint text not null default '' check (length(hint) <= 500),
	options text[] not null default '{}'
		check (cardinality(options) <= 20 and array_position(options, null) is null),
	is_required boolean not null default false,
	is_published boolean not null default false,
	revision integer not null default 1,
	primary key (call_id, key),
	unique (call_id, place) deferrable,
	unique (call_id, label),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	check ((kind in ('one', 'several')) = (cardinality(options) >= 2)),
	check (not is_published or kind not in ('short_text', 'long_text'))
);
comment on table public.survey_questions is
	'Questions of a survey besides the form, twenty at most: its version of them, which stays once it is open.';
comment on column public.survey_questions.key is
	'The same in each survey that took the question over from the one before; answers are kept by it.';
comment on column public.survey_questions.is_published is
	'Do the numbers of its answers stand on the page of the result? Words never do.';
create index on public.survey_questions (authority_id, call_id);
alter table public.survey_questions enable row level security;

-- Their answers are filled in, handed in and returned like those of a field of action, as one more. So the
-- column says a field of action, or 'own_questions'; that it is asked is a rule, as before.
alter table public.survey_answers
	drop constraint survey_answers_field_of_action_fkey,
	drop constraint survey_answers_choice_check,
	add constraint survey_answers_choice_check
		check (choice in ('nil_return', 'needs', 'not_competent', 'answered')),
	add check ((field_of_action = 'own_questions') = (choice is not distinct from 'answered'));
comment on column public.survey_answers.field_of_action is
	'A field of action, or own_questions: the questions of the survey besides the form.';
comment on column public.survey_answers.answers is
	'What was typed, by the key of the question: text, or a list where several could be chosen.';

alter table public.survey_return_fields
	drop constraint survey_returns_field_of_action_fkey,
	drop constraint survey_returns_outcome_check,
	add constraint survey_returns_outcome_check
		check (outcome in ('nil_return', 'needs', 'not_competent', 'answered')),
	add check ((field_of_action = 'own_questions') = (outcome = 'answered'));
comment on column public.survey_return_fields.field_of_action is
	'A field of action, or own_questions: the questions of the survey besides the form.';
