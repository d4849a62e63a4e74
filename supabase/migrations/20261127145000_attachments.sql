-- Why: a report says more with a photo of the stop or the paper of the session. A file belongs to the
-- draft while that is written, so only to its organisation; on release it becomes the report's, as it is,
-- for good. Files may hold personal data: the two sides always read them, others only where the
-- organisation ticked that who sees the report sees the file. The bytes lie outside the database under
-- their hash (lib/server/files.ts); who may fetch them is decided by this row.

create table public.attachments (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	draft_id uuid references public.need_report_drafts on delete cascade,
	report_id uuid references public.need_reports on delete cascade,
	file_name text not null
		check (
			length(file_name) between 1 and 150
			and file_name !~ '[[:cntrl:]/\\\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
		),
	media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.oasis.opendocument.text')),
	size_bytes integer not null check (size_bytes between 1 and 10 * 1024 * 1024),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	alt_text text check (length(alt_text) <= 500),
	description text check (length(description) <= 500),
	is_tagged_pdf boolean,
	is_shared boolean not null default false,
	uploaded_by uuid references public.people on delete set null,
	uploaded_in uuid references public.posts on delete set null,
	uploaded_at timestamptz not null default now(),
	check (num_nonnulls(draft_id, report_id) = 1),
	check (media_type not like 'image/%' or not private.is_blank(alt_text)),
	unique (draft_id, sha256),
	unique (report_id, sha256)
);
comment on table public.attachments is
	'Files that go with a report, as sent. Immutable; of a draft they can be removed, of a report they '
	'cannot.';
comment on column public.attachments.draft_id is
	'The draft it belongs to; on release this empties and report_id fills.';
comment on column public.attachments.media_type is 'As found in the content, never as the sender said.';
comment on column public.attachments.is_tagged_pdf is
	'Whether a PDF carries the structure that screen readers need; null for everything else and where '
	'it cannot be told.';
comment on column public.attachments.is_shared is
	'Whoever may see the report may see the file. Otherwise only the two sides do.';
create index on public.attachments (authority_id);
create index on public.attachments (sha256);
create index on public.attachments (uploaded_by);
create index on public.attachments (uploaded_in);
alter table public.attachments enable row level security;
