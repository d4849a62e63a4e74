-- Why: a result that was published could not be corrected, and a mistake in it stood for good. A correction
-- is a new version with a note on what changed; the versions before it stay readable. And a result has files.

create table public.call_result_versions (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	call_id uuid not null,
	place integer not null check (place > 1),
	body text not null check (length(body) <= 10000 and not private.is_blank(body)),
	note text not null check (length(note) <= 1000 and not private.is_blank(note)),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	unique (call_id, place),
	foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade
);
comment on table public.call_result_versions is
	'Corrections of a published result, each a version of its own; the first is the summary of the step '
	'"published". Immutable.';
comment on column public.call_result_versions.place is
	'Which version it is: the first correction is the second.';
comment on column public.call_result_versions.note is 'What changed and why, for whoever reads the result.';
create index on public.call_result_versions (authority_id, call_id);
create index on public.call_result_versions (person_id);
create index on public.call_result_versions (post_id);
alter table public.call_result_versions enable row level security;

alter table public.attachments
	drop constraint attachments_check,
	add column call_id uuid,
	add foreign key (authority_id, call_id) references public.calls (authority_id, id) on delete cascade,
	add check (num_nonnulls(draft_id, report_id, call_id) = 1),
	add unique (call_id, sha256);
create index on public.attachments (authority_id, call_id) where call_id is not null;
comment on column public.attachments.call_id is 'The call whose result it stands beside.';
comment on table public.attachments is
	'Files that go with a report or with the result of a call, as sent. Immutable; of a draft, and of a call '
	'that is not published, they can be removed.';
