-- Why: a draft comes as a Word or ODT file. Reading it takes a while, what it holds that a text cannot is to
-- be seen before anything changes, and what was only printed bold is a heading if the planner says so.

create table public.document_readings (
	id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	version_id uuid not null,
	file_name text not null check (length(file_name) between 1 and 150),
	size_bytes integer not null check (size_bytes between 1 and 50 * 1024 * 1024),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	view text not null default 'after' check (view in ('before', 'after')),
	state text not null default 'reading' check (state in ('reading', 'read', 'failed', 'taken', 'discarded')),
	done integer not null default 0,
	of_all integer not null default 0,
	failure text,
	content jsonb,
	uploaded_by uuid references public.people on delete set null,
	uploaded_in uuid references public.posts on delete set null,
	uploaded_at timestamptz not null default now(),
	read_at timestamptz,
	settled_at timestamptz,
	foreign key (authority_id, version_id)
		references public.document_versions (authority_id, id) on delete cascade,
	check ((state in ('read', 'taken')) <= (content is not null))
);
comment on table public.document_readings is
	'A file that is read into a version: how far it has come, what was found in it, and what became of that.';
comment on column public.document_readings.view is
	'Whether tracked changes are taken over (after) or left out (before).';
comment on column public.document_readings.content is
	'Text, offered headings, comments, changes and losses, as lib/server/text/document.ts describes them.';
create index on public.document_readings (authority_id, version_id, uploaded_at desc);
create index on public.document_readings (sha256);
create index on public.document_readings (uploaded_by);
create index on public.document_readings (uploaded_in);
alter table public.document_readings enable row level security;
