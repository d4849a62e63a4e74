-- Why: what a file holds and its rows do not (cells beside the table, sheets, columns nobody knows, the
-- example of the template) was dropped in silence. It is kept with the file and shown with it. And whoever
-- began to take over a large file could not stop it.

alter table public.imports
	add column remarks jsonb not null default '[]'
		check (jsonb_typeof(remarks) = 'array' and pg_column_size(remarks) < 200000),
	add column cancelled_at timestamptz;
comment on column public.imports.remarks is
	'What of the file is in no row, and what looks odd in it, as [{number, field, problem, value}].';
comment on column public.imports.cancelled_at is
	'When its person stopped the taking over; the job sees it after some rows and takes nothing over.';
