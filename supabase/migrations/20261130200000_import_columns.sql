-- Why: a file of 5,000 rows was checked while its sender waited, and one whose headings are not those of the
-- template was refused or lost its columns. The file is now kept as it stands, a job reads and checks it, and
-- whoever sent it says what its columns mean. Their word is remembered for the next file.

alter table public.imports
	add column headings jsonb not null default '[]' check (jsonb_typeof(headings) = 'array'),
	add column columns jsonb
		check (jsonb_typeof(columns) = 'array' and jsonb_array_length(columns) = jsonb_array_length(headings)),
	add column closed_at timestamptz,
	add column read_through integer not null default 0,
	add column findings jsonb not null default '[]' check (jsonb_typeof(findings) = 'array'),
	add column found_count integer not null default 0;
comment on column public.imports.headings is 'The headings of the file, as they stand.';
comment on column public.imports.columns is
	'What each heading means: the key of a field, or null for a column that is not taken over. Null as long as '
	'nobody has said so.';
comment on column public.imports.closed_at is 'When all lines of the file were kept.';
comment on column public.imports.read_through is
	'The number of the last line that the job has read and checked; it goes on behind it.';
comment on column public.imports.findings is
	'The first 200 remarks of the reading, as [{number, field, problem, value}]; found_count counts all.';
update public.imports set closed_at = read_at;

create table public.import_lines (
	import_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	number integer not null check (number between 1 and 100000),
	cells jsonb not null check (jsonb_typeof(cells) = 'array' and pg_column_size(cells) < 1000000),
	primary key (import_id, number),
	foreign key (authority_id, import_id) references public.imports (authority_id, id) on delete cascade
);
comment on table public.import_lines is
	'The lines of a file as they stand, by their number in it, until it is taken over. import_rows holds what '
	'was understood of them.';
create index on public.import_lines (authority_id, import_id);

create table public.import_headings (
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	kind text not null check (kind in ('need_reports', 'members')),
	heading text not null check (length(heading) between 1 and 200),
	field text check (length(field) between 1 and 40),
	primary key (organisation_id, kind, heading),
	foreign key (authority_id, organisation_id)
		references public.organisations (authority_id, id) on delete cascade
);
comment on table public.import_headings is
	'What an organisation said that a heading of its files means: a field, or null for "not taken over".';
create index on public.import_headings (authority_id, organisation_id);

alter table public.import_lines enable row level security;
alter table public.import_headings enable row level security;

-- A row of a file is compared with the reports of its organisation.
create index on public.need_reports (organisation_id, lower(title));
