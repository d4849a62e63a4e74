-- Why: a draft that councils comment on was a Word file in a mail. Nobody could say which sentence a
-- comment was made on once the
-- next version was out. A document consists of sections that keep their id from version to version; each
-- version holds the text of
-- each section, and says what became of the sections of the version before.

create table public.documents (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('draft', 'questions', 'theses')),
	slug text not null
		check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60 and slug not in ('neu', 'bilder')),
	title text not null check (length(btrim(title)) between 3 and 200),
	language text not null default 'de' check (language ~ '^[a-z]{2}(-[A-Za-z0-9]{2,8})*$'),
	is_numbered boolean not null default true,
	post_id uuid,
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	unique (authority_id, slug),
	unique (authority_id, id),
	foreign key (authority_id, post_id) references public.posts (authority_id, id) on delete restrict
);
comment on table public.documents is
	'A text that is worked on in versions: the draft of a plan, open questions before there is a draft, '
	'or the theses of somebody '
	'else''s paper.';
comment on column public.documents.is_numbered is
	'Sections are counted by their place. Otherwise they keep the numbers that came with the file.';
create index on public.documents (authority_id, created_at desc);
create index on public.documents (authority_id, post_id);
create index on public.documents (created_by);
alter table public.documents enable row level security;

create table public.document_versions (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	document_id uuid not null,
	number integer not null check (number >= 1),
	note text check (length(note) <= 500),
	file_name text check (length(file_name) <= 150),
	revision integer not null default 1,
	created_by uuid references public.people on delete set null,
	created_in uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	frozen_by uuid references public.people on delete set null,
	frozen_in uuid references public.posts on delete set null,
	frozen_at timestamptz,
	unique (document_id, number),
	unique (authority_id, id),
	foreign key (authority_id, document_id)
		references public.documents (authority_id, id) on delete cascade
);
comment on table public.document_versions is
	'A state of a document. One that is not frozen is worked on, and there is never more than one of '
	'them; a frozen one stays.';
comment on column public.document_versions.note is 'What this version is, in the planner''s words.';
comment on column public.document_versions.file_name is 'The file it was read from, where it was.';
comment on column public.document_versions.revision is 'Counts the changes of its sections and their order.';
create unique index document_versions_in_work on public.document_versions (document_id)
	where frozen_at is null;
create index on public.document_versions (authority_id, document_id);
create index on public.document_versions (created_by);
create index on public.document_versions (created_in);
create index on public.document_versions (frozen_by);
create index on public.document_versions (frozen_in);
alter table public.document_versions enable row level security;

create table public.sections (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	document_id uuid not null,
	key text not null unique references public.short_addresses on delete restrict,
	created_at timestamptz not null default now(),
	unique (authority_id, id),
	foreign key (authority_id, document_id)
		references public.documents (authority_id, id) on delete cascade
);
comment on table public.sections is
	'A part of a document with a heading of its own, the same from version to version whatever becomes '
	'of its number, place or words.';
comment on column public.sections.key is
	'Its short address, in QR codes, bookmarks of Word files and addresses of pages.';
create index on public.sections (authority_id, document_id);
alter table public.sections enable row level security;

create table public.section_texts (
	version_id uuid not null,
	section_id uuid not null,
	authority_id uuid not null references public.authorities on delete cascade,
	place integer not null check (place >= 1),
	level integer not null check (level between 1 and 9),
	number text check (length(number) <= 40),
	heading text not null check (length(btrim(heading)) between 1 and 300),
	body jsonb not null default '{"blocks": [], "notes": []}' check (pg_column_size(body) <= 2000000),
	words text not null default '',
	seconds integer not null default 0 check (seconds >= 0),
	summary text check (length(summary) <= 2000),
	concerns text[] not null default '{}' check (cardinality(concerns) <= 20),
	origins uuid[] not null default '{}',
	revision integer not null default 1,
	saved_by uuid references public.people on delete set null,
	saved_in uuid references public.posts on delete set null,
	saved_at timestamptz not null default now(),
	primary key (version_id, section_id),
	unique (authority_id, version_id, section_id),
	unique (version_id, place) deferrable initially deferred,
	foreign key (authority_id, version_id)
		references public.document_versions (authority_id, id) on delete cascade,
	foreign key (authority_id, section_id)
		references public.sections (authority_id, id) on delete cascade
);
comment on table public.section_texts is
	'What a section says in a version. Blocks as lib/text/block.ts describes them; words are the same '
	'without anything but words.';
comment on column public.section_texts.seconds is 'How long reading it takes.';
comment on column public.section_texts.summary is 'What it says, in a few plain words.';
comment on column public.section_texts.concerns is 'Target groups whose business it is, by key.';
comment on column public.section_texts.origins is
	'The sections of the version before that its words come from: itself; two where they were merged; '
	'the whole it was split from; '
	'none for what is new.';
comment on column public.section_texts.revision is 'Counts changes of its words.';
create index on public.section_texts (authority_id, version_id, place);
create index on public.section_texts (authority_id, section_id);
create index on public.section_texts (saved_by);
create index on public.section_texts (saved_in);
alter table public.section_texts enable row level security;

create table public.section_revisions (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	version_id uuid not null,
	section_id uuid not null,
	base integer not null,
	revision integer,
	heading text not null check (length(btrim(heading)) between 1 and 300),
	body jsonb not null check (pg_column_size(body) <= 2000000),
	words text not null,
	seconds integer not null check (seconds >= 0),
	outcome text check (outcome in ('taken', 'left')),
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, version_id, section_id)
		references public.section_texts (authority_id, version_id, section_id) on delete cascade,
	check (num_nonnulls(revision, outcome) <= 1)
);
comment on table public.section_revisions is
	'Every wording that was saved of a section while its version was worked on. Nothing that two people '
	'wrote at once is lost.';
comment on column public.section_revisions.base is 'The revision its writer had before them.';
comment on column public.section_revisions.revision is
	'Which revision it became. None for a wording that came when another one had been saved already: it '
	'lies beside until '
	'somebody says what becomes of it.';
comment on column public.section_revisions.outcome is 'What became of a wording that lay beside.';
create index on public.section_revisions (authority_id, version_id, section_id, created_at desc);
create index on public.section_revisions (person_id);
create index on public.section_revisions (post_id);
alter table public.section_revisions enable row level security;

create table public.section_twins (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	version_id uuid not null,
	section_id uuid not null,
	body jsonb not null check (pg_column_size(body) <= 500000),
	words text not null check (not private.is_blank(words)),
	of_text text not null check (length(of_text) = 32),
	checked_by text check (length(btrim(checked_by)) between 2 and 160),
	checked_on date,
	person_id uuid references public.people on delete set null,
	post_id uuid references public.posts on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, version_id, section_id)
		references public.section_texts (authority_id, version_id, section_id) on delete cascade,
	check ((checked_by is null) = (checked_on is null))
);
comment on table public.section_twins is
	'What a section says in plain language (Einfache Sprache). The newest holds; those before stay. '
	'Checked means: by a group of '
	'people it is for, who they are and when.';
comment on column public.section_twins.of_text is
	'MD5 of the words it was written on: another one now says that the section has changed since.';
create index on public.section_twins (authority_id, version_id, section_id, created_at desc);
create index on public.section_twins (person_id);
create index on public.section_twins (post_id);
alter table public.section_twins enable row level security;

create table public.section_lineage (
	id bigint generated always as identity primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	version_id uuid not null,
	from_section uuid,
	to_section uuid,
	fate text not null check (fate in ('kept', 'moved', 'split', 'merged', 'removed', 'added')),
	is_changed boolean not null,
	reason text check (length(reason) <= 1000),
	foreign key (authority_id, version_id)
		references public.document_versions (authority_id, id) on delete cascade,
	foreign key (authority_id, from_section)
		references public.sections (authority_id, id) on delete cascade,
	foreign key (authority_id, to_section)
		references public.sections (authority_id, id) on delete cascade,
	unique nulls not distinct (version_id, from_section, to_section),
	check (num_nonnulls(from_section, to_section) >= 1),
	check ((fate = 'added') = (from_section is null)),
	check ((fate = 'removed') = (to_section is null)),
	check (fate <> 'removed' or not private.is_blank(reason))
);
comment on table public.section_lineage is
	'What became of the sections of the version before: one row for each heir of a split, one for each '
	'ancestor of a merger. '
	'A change of number alone is no change.';
comment on column public.section_lineage.version_id is 'The version in which it became so.';
create index on public.section_lineage (authority_id, version_id);
create index on public.section_lineage (authority_id, from_section);
create index on public.section_lineage (authority_id, to_section);
alter table public.section_lineage enable row level security;

create table public.document_files (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	document_id uuid not null,
	media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
	size_bytes integer not null check (size_bytes between 1 and 10 * 1024 * 1024),
	sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
	created_by uuid references public.people on delete set null,
	created_at timestamptz not null default now(),
	foreign key (authority_id, document_id)
		references public.documents (authority_id, id) on delete cascade,
	unique (document_id, sha256)
);
comment on table public.document_files is
	'Pictures in the texts of a document; the bytes lie outside under their hash. What they show is '
	'said where they stand.';
create index on public.document_files (authority_id, document_id);
create index on public.document_files (sha256);
create index on public.document_files (created_by);
alter table public.document_files enable row level security;

alter table public.short_addresses
	drop constraint short_addresses_subject_kind_check,
	add constraint short_addresses_subject_kind_check check (subject_kind in ('need_report', 'section'));
comment on column public.short_addresses.subject_key is
	'The number of a need report; of a section the short name of its document.';
