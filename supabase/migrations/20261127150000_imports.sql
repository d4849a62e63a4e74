-- Why: what lies in lists (reports of past years, members after an election) comes in by file. A file is
-- read once and its rows are kept: the preview shows every mistake, and what is then taken over is exactly
-- what was seen, all of it or nothing.

create table public.imports (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	ordinal bigint generated always as identity unique,
	kind text not null check (kind in ('need_reports', 'members')),
	file_name text not null check (length(file_name) between 1 and 200),
	digest text not null check (digest ~ '^[0-9a-f]{64}$'),
	uploaded_by uuid references public.people on delete set null,
	uploaded_at timestamptz not null default now(),
	read_at timestamptz,
	requested_at timestamptz,
	committed_at timestamptz,
	failure text,
	unique (authority_id, id)
);
comment on table public.imports is
	'Files read in: uploaded, read (checked), requested, committed. Kept for 30 days, seen by those in '
	'the uploader''s role.';
comment on column public.imports.digest is
	'SHA-256 of the file: the same file sent twice within ten minutes is one import.';
comment on column public.imports.failure is
	'Why nothing was taken over although it was requested; a message key.';
create index on public.imports (authority_id, kind, uploaded_at desc);
create index on public.imports (uploaded_by);

create table public.import_rows (
	import_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	number integer not null check (number between 1 and 100000),
	answers jsonb not null check (jsonb_typeof(answers) = 'object' and pg_column_size(answers) < 100000),
	organisation_id uuid,
	post_id uuid,
	problems jsonb not null default '[]',
	warnings jsonb not null default '[]',
	result text,
	primary key (import_id, number),
	foreign key (authority_id, import_id) references public.imports (authority_id, id) on delete cascade,
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete set null (organisation_id),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete set null (post_id)
);
comment on table public.import_rows is
	'The rows of a file by their number in it. Answers: words already turned into keys where they are '
	'known, else as they stand. problems keep a row out, warnings do not; result is what became of it '
	'(a report''s number, an invitation''s id).';
create index on public.import_rows (authority_id, import_id);
create index on public.import_rows (authority_id, organisation_id);
create index on public.import_rows (authority_id, post_id);
-- Never undone with its transaction: so a page can see how far an import has come that is not visible yet.
create sequence private.import_progress;
comment on sequence private.import_progress is
	'Rows done of the import that is just being taken over: its ordinal × 100,000 + rows.';
alter table public.imports enable row level security;
alter table public.import_rows enable row level security;
