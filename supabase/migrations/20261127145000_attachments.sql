-- Why: a report says more with a photo of the stop or the paper of the session. A file belongs to the draft while that is
-- written, so only to its organisation; on release it becomes the report's, as it is, for good. Files may hold personal
-- data: the two sides always read them, others only where the organisation ticked that who sees the report sees the file.
-- The bytes lie outside the database under their hash (lib/server/files.ts); who may fetch them is decided by this row.

create table public.attachments (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	draft_id uuid references public.need_report_drafts on delete cascade,
	report_id uuid references public.need_reports on delete cascade,
	file_name text not null check (length(file_name) between 1 and 150 and file_name !~ '[[:cntrl:]/\\\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]'),
	media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/webp',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.oasis.opendocument.text')),
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
comment on table public.attachments is 'Files that go with a report, as sent. Immutable; of a draft they can be removed, of a report they cannot.';
comment on column public.attachments.draft_id is 'The draft it belongs to; on release this empties and report_id fills.';
comment on column public.attachments.media_type is 'As found in the content, never as the sender said.';
comment on column public.attachments.is_tagged_pdf is 'Whether a PDF carries the structure that screen readers need; null for everything else and where it cannot be told.';
comment on column public.attachments.is_shared is 'Whoever may see the report may see the file. Otherwise only the two sides do.';
create index on public.attachments (authority_id);
create index on public.attachments (sha256);
create index on public.attachments (uploaded_by);
create index on public.attachments (uploaded_in);

alter table public.attachments enable row level security;

create function private.is_public(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and r.visibility = 'public')
$$;
comment on function private.is_public(uuid) is 'Is this a report for everybody? Definer: asked by the policy for those who have not signed in and read no report.';
grant execute on function private.is_public(uuid) to anon, authenticated;

create function private.may_write_draft(p_draft uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_report_drafts d where d.id = p_draft and case
		when d.is_transcription then d.authority_id in (select private.my_authorities('{planner}'))
		else d.organisation_id in (select private.my_organisations(private.writing_kinds())) end)
$$;
comment on function private.may_write_draft(uuid) is
	'May the person write this draft: its organisation, or the planning where it transcribes a letter or a call? Definer: asked by policies of the rows below a draft.';
grant execute on function private.may_write_draft(uuid) to authenticated;

create policy "people read the files of what they see" on public.attachments for select to authenticated using (
	case when draft_id is not null then exists (select from public.need_report_drafts d where d.id = draft_id)
	else private.is_side_of(report_id)
		or is_shared and (exists (select from public.need_reports r where r.id = report_id) or private.is_public(report_id)) end);
create policy "everybody reads the shared files of a public report" on public.attachments for select to anon
	using (is_shared and report_id is not null and private.is_public(report_id));
create policy "whoever writes a draft adds files to it" on public.attachments for insert to authenticated
	with check (private.may_write_draft(draft_id));
create policy "whoever writes a draft removes files from it" on public.attachments for delete to authenticated
	using (draft_id is not null and private.may_write_draft(draft_id));
grant select (id, authority_id, report_id, file_name, media_type, size_bytes, sha256, alt_text, description, is_tagged_pdf, is_shared, uploaded_at)
	on public.attachments to anon;
grant select, delete on public.attachments to authenticated;
grant insert (draft_id, file_name, media_type, size_bytes, sha256, alt_text, description, is_tagged_pdf, is_shared) on public.attachments to authenticated;

create function private.stamp_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = new.draft_id;
	new.authority_id := v.authority_id;
	new.uploaded_by := private.person_id();
	new.uploaded_in := case when v.is_transcription then private.planning_post(v.authority_id)
		else private.acting_post(v.organisation_id, private.writing_kinds()) end;
	new.uploaded_at := clock_timestamp();
	return new;
end
$$;
comment on function private.stamp_attachment() is 'Notes tenant, person, post and time of a file. Definer: fills what a caller may not choose.';
create trigger stamp before insert on public.attachments for each row execute function private.stamp_attachment();

create function private.after_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_count integer; v_bytes bigint;
begin
	update public.need_report_drafts set revision = revision + 1, saved_at = now() where id = coalesce(new.draft_id, old.draft_id);
	if tg_op = 'INSERT' then
		select count(*), sum(size_bytes) into v_count, v_bytes from public.attachments where draft_id = new.draft_id;
		if v_count > 10 then
			raise exception 'attachments_error_too_many' using errcode = 'RULED';
		elsif v_bytes > 30 * 1024 * 1024 then
			raise exception 'attachments_error_too_large_together' using errcode = 'RULED';
		end if;
	end if;
	return null;
end
$$;
comment on function private.after_attachment() is
	'A file more or less is a new revision: nobody releases a file that was not seen. The changed draft is locked, so that two files at once are counted one after the other. Definer: the revision is granted to nobody.';
create trigger after_attachment after insert or delete on public.attachments for each row execute function private.after_attachment();

create function private.keep_attachment() returns trigger
language plpgsql set search_path = '' as $$
declare v_links text[] := array['uploaded_by', 'uploaded_in'];
begin
	if to_jsonb(new) - v_links - array['draft_id', 'report_id'] <> to_jsonb(old) - v_links - array['draft_id', 'report_id']
		or (new.draft_id, new.report_id) is distinct from (old.draft_id, old.report_id)
			and (new.draft_id is not null or old.draft_id is null or new.report_id is distinct from old.draft_id) then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_attachment() is
	'A file stays as it was sent, for the owner of the database too. It moves once, from a draft to the report that the draft became; the link to a person or post may go when that is deleted.';
create trigger keep_attachment before update on public.attachments for each row execute function private.keep_attachment();

create function private.adopt_attachments() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.attachments set report_id = new.id, draft_id = null where draft_id = new.id;
	return null;
end
$$;
comment on function private.adopt_attachments() is 'The files of a draft become those of the report, before the draft goes. Definer: nobody may move a file.';
create trigger adopt_attachments after insert on public.need_reports for each row execute function private.adopt_attachments();

create function public.attach(p_draft uuid, p_file_name text, p_media_type text, p_size integer, p_sha256 text, p_is_tagged_pdf boolean default null,
	p_text text default null, p_is_shared boolean default false) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid; v_is_image boolean := p_media_type like 'image/%'; v_text text := nullif(btrim(p_text, E' \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff'), '');
begin
	perform from public.need_report_drafts where id = p_draft for update;
	perform private.require(private.may_write_draft(p_draft));
	if v_is_image and private.is_blank(v_text) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["text"]';
	end if;
	select a.id into v_id from public.attachments a where a.draft_id = p_draft and a.sha256 = p_sha256
		and (coalesce(a.alt_text, a.description), a.is_shared) is not distinct from (v_text, p_is_shared);
	if found then
		return v_id;
	end if;
	delete from public.attachments where draft_id = p_draft and sha256 = p_sha256;
	insert into public.attachments (draft_id, file_name, media_type, size_bytes, sha256, is_tagged_pdf, alt_text, description, is_shared)
	values (p_draft, p_file_name, p_media_type, p_size, p_sha256, p_is_tagged_pdf, case when v_is_image then v_text end,
		case when not v_is_image then v_text end, p_is_shared)
	returning id into v_id;
	return v_id;
end
$$;
comment on function public.attach(uuid, text, text, integer, text, boolean, text, boolean) is
	'Puts a file that lies in the store to a draft. p_text is the alternative text of an image and the description of everything else. The same bytes twice are one file, with the words that came last; RULED beyond 10 files or 30 MB.';

create function public.detach(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.attachments where id = p_id and draft_id is not null;
	perform private.require(found);
end
$$;
comment on function public.detach(uuid) is 'Removes a file from a draft; what was submitted stays.';

create function private.report_numbered(p_number text) returns uuid
language sql stable security definer set search_path = '' as $$
	select id from public.need_reports where number = p_number
$$;
comment on function private.report_numbered(text) is 'The id behind a number. Definer: asked for those who read no report; it opens nothing by itself.';
grant execute on function private.report_numbered(text) to anon, authenticated;

create function public.attachments_of_report(p_number text) returns table (id uuid, file_name text, media_type text, size_bytes integer, alt_text text,
	description text, is_tagged_pdf boolean, is_shared boolean)
language sql stable set search_path = '' as $$
	select a.id, a.file_name, a.media_type, a.size_bytes, a.alt_text, a.description, a.is_tagged_pdf, a.is_shared
	from public.attachments a where a.report_id = (select private.report_numbered(p_number)) order by a.uploaded_at, a.id
$$;
comment on function public.attachments_of_report(text) is 'The files of a report that the reader may see, signed in or not.';

create function public.unattached(p_hashes text[]) returns setof text
language sql stable set search_path = '' as $$
	select h from unnest(p_hashes) as h where not exists (select from public.attachments a where a.sha256 = h)
$$;
comment on function public.unattached(text[]) is 'Those of these hashes that no row refers to: their bytes may go. For the nightly job.';

revoke execute on function public.attach(uuid, text, text, integer, text, boolean, text, boolean), public.detach(uuid), public.attachments_of_report(text),
	public.unattached(text[]) from public;
grant execute on function public.attach(uuid, text, text, integer, text, boolean, text, boolean), public.detach(uuid) to authenticated;
grant execute on function public.attachments_of_report(text) to anon, authenticated;
grant execute on function public.unattached(text[]) to service_role;
