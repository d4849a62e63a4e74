-- Why: a council speaks with one voice only if it can show how it came to it: on which words, who was
-- entitled, who was there, how many said yes. A vote is on a frozen wording and its points, and knows no
-- more of what it is about. It is its body's own: nobody outside knows that there is one.

create table public.votes (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	subject_kind text not null check (subject_kind in ('statement')),
	subject_id uuid not null,
	title text not null check (length(btrim(title)) between 1 and 300),
	wording jsonb not null,
	wording_text text not null,
	points jsonb not null check (jsonb_typeof(points) = 'array'),
	wording_hash text not null check (length(wording_hash) = 64),
	mode text not null check (mode in ('session', 'circular')),
	is_secret boolean not null,
	is_by_points boolean not null,
	quorum integer check (quorum >= 1),
	majority text not null check (majority in ('simple', 'absolute', 'two_thirds', 'consensus')),
	vacant text[] not null,
	meeting_id uuid,
	opened_at timestamptz not null,
	closes_at timestamptz,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	post_title text,
	state text not null default 'open' check (state in ('open', 'closed')),
	outcome text
		check (outcome in ('carried', 'partly', 'rejected', 'no_quorum', 'cancelled', 'void')),
	closed_at timestamptz,
	reminded_at timestamptz,
	unique (authority_id, id),
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete restrict,
	foreign key (meeting_id) references public.meetings on delete set null,
	check ((mode = 'circular') = (closes_at is not null)),
	check (mode = 'session' or meeting_id is null),
	check (num_nonnulls(outcome, closed_at) = case state when 'closed' then 2 else 0 end)
);
comment on table public.votes is
	'What a body decides on: a frozen wording, as a whole or by its points. Read inside the body alone. '
	'What was opened stays as it is; only that and how it ended is added.';
comment on column public.votes.subject_id is
	'What the wording is of. subject_kind names the functions that know it: see private.vote_subjects.';
comment on column public.votes.wording_text is 'What is not in its points, in plain words; may be empty.';
comment on column public.votes.points is
	'Its points in order, in plain words: [{ref, title, quote, body, proposal}].';
comment on column public.votes.wording_hash is
	'SHA-256 of the wording as its subject gave it: a vote is on these words or on none.';
comment on column public.votes.quorum is
	'How many have to take part. Null: more than half of those entitled.';
comment on column public.votes.majority is
	'simple: more yes than no. absolute: yes of more than half of those entitled. two_thirds: of those who '
	'said yes or no. consensus: nobody said no. Abstentions are no votes.';
comment on column public.votes.vacant is 'Seats nobody held when the vote was opened: they have no vote.';
comment on column public.votes.meeting_id is 'The meeting in which it is to be decided, where one is named.';
comment on column public.votes.outcome is
	'Of the result that counts. partly: some points were carried. void: the wording was changed under it.';
create unique index votes_one_open on public.votes (subject_kind, subject_id) where state = 'open';
create index on public.votes (authority_id, organisation_id, opened_at desc);
create index votes_ending on public.votes (closes_at) where state = 'open' and mode = 'circular';
create index on public.votes (organisation_id, opened_at desc);
create index on public.votes (subject_id);
create index on public.votes (meeting_id);
create index on public.votes (person_id);
create index on public.votes (post_id);
alter table public.votes enable row level security;

create table public.vote_items (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	place integer not null check (place >= 1),
	ref uuid,
	unique (vote_id, place),
	unique (authority_id, id),
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade
);
comment on table public.vote_items is
	'What yes or no is said to: each point of the wording, or the whole of it as one.';
comment on column public.vote_items.ref is 'The point of the subject; null: the whole.';
create index on public.vote_items (authority_id, vote_id);
alter table public.vote_items enable row level security;

create table public.vote_electors (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	place integer not null,
	post_id uuid references public.posts on delete set null,
	seat text not null,
	is_association boolean not null,
	person_id uuid references public.people on delete set null,
	person_name text,
	unique (vote_id, place),
	unique (authority_id, id),
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade
);
comment on table public.vote_electors is
	'Who is entitled, frozen when the vote was opened: each holder of a seat, or each association of an '
	'umbrella.';
comment on column public.vote_electors.is_association is
	'One vote of an association: whoever holds its post at the time may cast it.';
create index on public.vote_electors (authority_id, vote_id);
create index on public.vote_electors (person_id);
create index on public.vote_electors (post_id);
alter table public.vote_electors enable row level security;

create table public.vote_substitutions (
	elector_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	post_title text not null,
	named_by uuid references public.people on delete set null,
	created_at timestamptz not null,
	unique (vote_id, person_id),
	foreign key (authority_id, elector_id)
		references public.vote_electors (authority_id, id) on delete cascade,
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade
);
comment on table public.vote_substitutions is
	'Who steps in for a member in a circular vote, said before that member voted. Each steps in for one.';
create index on public.vote_substitutions (authority_id, elector_id);
create index on public.vote_substitutions (authority_id, vote_id);
create index on public.vote_substitutions (person_id);
create index on public.vote_substitutions (post_id);
create index on public.vote_substitutions (named_by);
alter table public.vote_substitutions enable row level security;

create table public.vote_casts (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	elector_id uuid not null unique,
	person_id uuid references public.people on delete set null,
	person_name text,
	created_at timestamptz not null,
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade,
	foreign key (authority_id, elector_id)
		references public.vote_electors (authority_id, id) on delete cascade
);
comment on table public.vote_casts is
	'That somebody voted in a circular vote, and when. How stands elsewhere, and in a secret vote nothing '
	'leads there.';
create index on public.vote_casts (authority_id, vote_id);
create index on public.vote_casts (authority_id, elector_id);
create index on public.vote_casts (person_id);
alter table public.vote_casts enable row level security;

create table public.vote_choices (
	elector_id uuid not null,
	item_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	choice text not null check (choice in ('yes', 'no', 'abstain')),
	primary key (elector_id, item_id),
	foreign key (authority_id, elector_id)
		references public.vote_electors (authority_id, id) on delete cascade,
	foreign key (authority_id, item_id) references public.vote_items (authority_id, id) on delete cascade,
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade
);
comment on table public.vote_choices is 'How somebody voted in an open circular vote.';
create index on public.vote_choices (authority_id, elector_id);
create index on public.vote_choices (authority_id, item_id);
create index on public.vote_choices (authority_id, vote_id);
alter table public.vote_choices enable row level security;

create table private.secret_ballots (
	id uuid primary key default gen_random_uuid(),
	vote_id uuid not null references public.votes on delete cascade,
	item_id uuid not null references public.vote_items on delete cascade,
	choice text not null check (choice in ('yes', 'no', 'abstain'))
);
comment on table private.secret_ballots is
	'The urn: what was said in secret votes, by item, so that several items of one hand are not joined. No '
	'time, no order, no hand: see private.put_into_urn. Granted to nobody.';
create index on private.secret_ballots (vote_id);
create index on private.secret_ballots (item_id);
alter table private.secret_ballots enable row level security;

create table public.vote_results (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	corrects_id uuid unique,
	reason text check (length(btrim(reason)) between 1 and 2000),
	held_on date not null,
	agenda_item text check (length(btrim(agenda_item)) between 1 and 120),
	entitled integer not null,
	present integer not null,
	outcome text not null
		check (outcome in ('carried', 'partly', 'rejected', 'no_quorum', 'cancelled', 'void')),
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	post_title text,
	created_at timestamptz not null,
	unique (authority_id, id),
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade,
	foreign key (authority_id, corrects_id)
		references public.vote_results (authority_id, id) on delete cascade,
	check (corrects_id is null or reason is not null)
);
comment on table public.vote_results is
	'How a vote ended. What was entered wrongly of a session is corrected by a new one, and both stay.';
comment on column public.vote_results.held_on is 'The day of the session, or on which the vote ended.';
comment on column public.vote_results.reason is 'Why it was corrected, or why the vote was cancelled.';
comment on column public.vote_results.person_id is 'Who entered it; null: it was counted at the end.';
create index on public.vote_results (authority_id, vote_id, created_at);
create index on public.vote_results (authority_id, corrects_id);
create index on public.vote_results (person_id);
create index on public.vote_results (post_id);
alter table public.vote_results enable row level security;

create table public.vote_counts (
	result_id uuid not null,
	item_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	yes integer not null check (yes >= 0),
	no integer not null check (no >= 0),
	abstained integer not null check (abstained >= 0),
	entitled integer not null,
	present integer not null,
	excluded integer not null,
	needed integer not null,
	outcome text not null check (outcome in ('carried', 'rejected', 'no_quorum')),
	primary key (result_id, item_id),
	foreign key (authority_id, result_id) references public.vote_results (authority_id, id) on delete cascade,
	foreign key (authority_id, item_id) references public.vote_items (authority_id, id) on delete cascade,
	check (yes + no + abstained = present)
);
comment on table public.vote_counts is 'The votes on each item, and whether enough took part in it.';
comment on column public.vote_counts.entitled is 'Without who was excluded for a conflict of interest.';
create index on public.vote_counts (authority_id, result_id);
create index on public.vote_counts (authority_id, item_id);
alter table public.vote_counts enable row level security;

create table public.vote_attendances (
	result_id uuid not null,
	elector_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	person_id uuid references public.people on delete set null,
	person_name text,
	post_id uuid references public.posts on delete set null,
	is_substitute boolean not null,
	primary key (result_id, elector_id),
	foreign key (authority_id, result_id) references public.vote_results (authority_id, id) on delete cascade,
	foreign key (authority_id, elector_id)
		references public.vote_electors (authority_id, id) on delete cascade
);
comment on table public.vote_attendances is
	'Who was there, or voted, on which seat: the member or who stepped in.';
create index on public.vote_attendances (authority_id, result_id);
create index on public.vote_attendances (authority_id, elector_id);
create index on public.vote_attendances (person_id);
create index on public.vote_attendances (post_id);
alter table public.vote_attendances enable row level security;

create table public.vote_conflicts (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	vote_id uuid not null,
	elector_id uuid not null,
	item_id uuid not null,
	result_id uuid,
	reason text not null check (not private.is_blank(reason) and length(reason) <= 1000),
	noted_by uuid references public.people on delete set null,
	created_at timestamptz not null,
	unique nulls not distinct (elector_id, item_id, result_id),
	foreign key (authority_id, vote_id) references public.votes (authority_id, id) on delete cascade,
	foreign key (authority_id, elector_id)
		references public.vote_electors (authority_id, id) on delete cascade,
	foreign key (authority_id, item_id) references public.vote_items (authority_id, id) on delete cascade,
	foreign key (authority_id, result_id) references public.vote_results (authority_id, id) on delete cascade
);
comment on table public.vote_conflicts is
	'Befangenheit: who neither votes on an item nor counts, and why. The reason stays inside the body.';
comment on column public.vote_conflicts.result_id is
	'The entry of a session it was said with; null: said during a circular vote.';
create index on public.vote_conflicts (authority_id, vote_id);
create index on public.vote_conflicts (authority_id, elector_id);
create index on public.vote_conflicts (authority_id, item_id);
create index on public.vote_conflicts (authority_id, result_id);
create index on public.vote_conflicts (noted_by);
alter table public.vote_conflicts enable row level security;

insert into private.mail_kinds (kind, kind_group, is_duty, is_bundled) values
	('vote_asked', 'calls', true, true), ('vote_reminder', 'calls', true, false),
	('vote_result', 'calls', false, true);
insert into private.notice_kinds (noun, kind, mail_kind) values
	('votes', 'vote_opened', 'vote_asked'), ('votes', 'vote_reminder', 'vote_reminder'),
	('votes', 'vote_result', 'vote_result');

insert into private.retention_rules (key, label, keeps, consequence, relation, is_over, source) values
	(
		'votes', 'Abstimmungen der Gremien, mit ihren Stellungnahmen zur Abgabe an das Archiv anzubieten',
		'10 years', 'offer', 'public.votes', 'closed_at < $1',
		'Aktenordnung, zehn Jahre; Anbietungspflicht nach dem Archivgesetz des Landes'
	);
