-- Why: surveys that are not uniform lose their meaning. A needs survey is a call with fields of action and
-- one versioned form; "nothing to report" (Fehlanzeige) and "not ours to know" are answers. Two tables
-- keep the two promises again: what is being filled in (survey_answers) belongs to the addressee alone;
-- what was returned (survey_returns) can be changed by nobody.

create table public.survey_forms (
	version integer primary key,
	questions jsonb not null check (jsonb_typeof(questions) = 'array')
);
comment on table public.survey_forms is
	'Versions of the form asked per field of action: [{key, label, labelEn, hint, hintEn}]. A version '
	'is never changed: a call keeps the one it was made with.';

insert into public.survey_forms (version, questions)
values (
	1,
	'[
	{"key": "changes",
		"label": "Was hat sich in diesem Handlungsfeld seit der letzten Abfrage verändert?",
		"labelEn": "What has changed in this field since the last survey?",
		"hint": "Zum Beispiel: ein neues Angebot, eine geschlossene Praxis, ein Beschluss des Rates.",
		"hintEn": "For example: a new service, a surgery that closed, a decision of the council."},
	{"key": "offers",
		"label": "Welche Angebote gibt es bei Ihnen?",
		"labelEn": "Which services are there?",
		"hint": "Stichworte genügen: was, wo, für wen.",
		"hintEn": "Keywords will do: what, where, for whom."},
	{"key": "plans",
		"label": "Was planen Sie selbst in den nächsten zwei Jahren?",
		"labelEn": "What do you plan yourselves for the next two years?",
		"hint": "Auch Ideen sind willkommen. Sie verpflichten sich damit zu nichts.",
		"hintEn": "Ideas are welcome too. They bind you to nothing."}
]'
);

alter table public.calls add foreign key (form_version) references public.survey_forms on delete restrict;
create index on public.calls (form_version);

create table public.call_fields (
	call_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	field_of_action text not null references public.fields_of_action on delete restrict,
	primary key (call_id, field_of_action),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade
);
comment on table public.call_fields is 'The fields of action a needs survey asks about.';
create index on public.call_fields (authority_id, call_id);
create index on public.call_fields (field_of_action);

create table public.survey_answers (
	addressee_id uuid not null,
	field_of_action text not null references public.fields_of_action on delete restrict,
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	choice text check (choice in ('nil_return', 'needs', 'not_competent')),
	answers jsonb not null default '{}'
		check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 600000),
	unknown text[] not null default '{}',
	revision integer not null default 0,
	saved_by uuid references public.people on delete set null,
	saved_at timestamptz not null default now(),
	primary key (addressee_id, field_of_action),
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete cascade
);
comment on table public.survey_answers is
	'What an addressee is filling in, per field of action, as typed. Its own until it is released.';
comment on column public.survey_answers.unknown is
	'Questions answered with "weiß nicht / nicht zuständig".';
create index on public.survey_answers (authority_id, addressee_id);
create index on public.survey_answers (authority_id, organisation_id);
create index on public.survey_answers (field_of_action);
create index on public.survey_answers (saved_by);

create table public.survey_returns (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	addressee_id uuid not null,
	organisation_id uuid not null,
	field_of_action text not null references public.fields_of_action on delete restrict,
	outcome text not null check (outcome in ('nil_return', 'needs', 'not_competent')),
	answers jsonb not null default '{}'
		check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 600000),
	unknown text[] not null default '{}',
	is_late boolean not null,
	corrects_id uuid references public.survey_returns on delete restrict,
	channel text not null default 'online'
		check (channel in ('online', 'email', 'letter', 'fax', 'phone', 'in_person', 'workshop', 'import')),
	given_by text check (length(given_by) <= 160),
	received_on date,
	entered_by uuid references public.people on delete set null,
	entered_in uuid references public.posts on delete set null,
	released_by uuid references public.people on delete set null,
	released_in uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	foreign key (authority_id, addressee_id)
		references public.call_addressees (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict
);
comment on table public.survey_returns is
	'Rücklauf: what an addressee returned for one field of action. Immutable; a later one corrects the '
	'one before. A nil return is an answer, a late one too.';
comment on column public.survey_returns.given_by is
	'Who said or signed it, when it came on paper or by phone.';
comment on column public.survey_returns.received_on is
	'The day it came in, when it came on paper or by phone: what counts for in time or late.';
create index on public.survey_returns (authority_id, call_id, addressee_id, field_of_action, created_at desc);
create index on public.survey_returns (addressee_id, field_of_action, created_at desc);
create index on public.survey_returns (authority_id, addressee_id);
create index on public.survey_returns (authority_id, organisation_id);
create index on public.survey_returns (field_of_action);
create unique index survey_returns_corrected_once on public.survey_returns (corrects_id);
create unique index survey_returns_first on public.survey_returns (addressee_id, field_of_action)
	where corrects_id is null;
create index on public.survey_returns (entered_by);
create index on public.survey_returns (entered_in);
create index on public.survey_returns (released_by);
create index on public.survey_returns (released_in);

alter table public.need_report_drafts add column addressee_id uuid;

alter table public.need_report_drafts add foreign key (authority_id, addressee_id)
	references public.call_addressees (authority_id, id) on delete set null (addressee_id);
create index on public.need_report_drafts (authority_id, addressee_id) where addressee_id is not null;
comment on column public.need_report_drafts.addressee_id is 'Begun in answer to a call.';

alter table public.need_reports add column addressee_id uuid;

alter table public.need_reports add foreign key (authority_id, addressee_id)
	references public.call_addressees (authority_id, id) on delete restrict;
create index on public.need_reports (authority_id, addressee_id) include (field_of_action, final_at)
	where addressee_id is not null;
comment on column public.need_reports.addressee_id is 'Made in answer to a call; null: of its own accord.';
alter table public.survey_forms enable row level security;
alter table public.call_fields enable row level security;
alter table public.survey_answers enable row level security;
alter table public.survey_returns enable row level security;
