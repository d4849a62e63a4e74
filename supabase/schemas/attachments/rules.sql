-- Rules of attachments: who may, what must be true, what follows.

create function private.is_public(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and r.visibility = 'public')
$$;
comment on function private.is_public(uuid) is
	'Is this a report for everybody? Definer: asked by the policy for those who have not signed in and '
	'read no report.';
grant execute on function private.is_public(uuid) to anon, authenticated;

create function private.has_result(p_call uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.calls c where c.id = p_call and c.state = 'published')
$$;
comment on function private.has_result(uuid) is
	'Is this call published? Then its files stay. Definer: calls are granted to who is asked only.';
grant execute on function private.has_result(uuid) to authenticated;

create function private.may_attach_to_call(p_call uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.calls c
		where c.id = p_call
			and (c.state = 'closed' or c.audience is not null)
			and private.plans_call(c.id)
	)
$$;
comment on function private.may_attach_to_call(uuid) is
	'May the person put a file beside the result? Planners, once the call is closed. Definer: see has_result.';
grant execute on function private.may_attach_to_call(uuid) to authenticated;

create function private.stamp_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = new.draft_id;
	new.authority_id := coalesce(
		v.authority_id, (select c.authority_id from public.calls c where c.id = new.call_id)
	);
	new.uploaded_by := private.person_id();
	new.uploaded_in := case
		when new.call_id is not null then private.planning_post(new.authority_id)
		when v.is_transcription then private.planning_post(v.authority_id)
		else private.acting_post(v.organisation_id, private.writing_kinds()) end;
	new.uploaded_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_attachment() is
	'Notes tenant, person, post and time of a file. Definer: fills what a caller may not choose.';

create function private.after_attachment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_count integer; v_bytes bigint;
begin
	update public.need_report_drafts
	set revision = revision + 1, saved_at = private.now()
	where id = coalesce(new.draft_id, old.draft_id);
	if tg_op = 'INSERT' then
		select count(*), sum(size_bytes)
		into v_count, v_bytes
		from public.attachments
		where draft_id = new.draft_id or call_id = new.call_id;
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
	'A file more or less is a new revision: nobody releases a file that was not seen. The changed draft '
	'is locked, so that two files at once are counted one after the other. Definer: the revision is '
	'granted to nobody.';

create function private.keep_attachment() returns trigger
language plpgsql set search_path = '' as $$
declare v_links text[] := array['uploaded_by', 'uploaded_in'];
begin
	if to_jsonb(new) - v_links - array[
		'draft_id', 'report_id'
	] <> to_jsonb(old) - v_links - array['draft_id', 'report_id']
		or (new.draft_id, new.report_id) is distinct from (old.draft_id, old.report_id)
			and (
				new.draft_id is not null or old.draft_id is null or new.report_id is distinct from old.draft_id
			)
			and (
				new.report_id is not null or old.report_id is null or new.draft_id is distinct from old.report_id
			) then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_attachment() is
	'A file stays as it was sent, for the owner of the database too. It moves from a draft to the report that '
	'the draft became, and back with it; the link to a person or post may go when that is deleted.';

grant select (id, authority_id, report_id, file_name, media_type, size_bytes, sha256, alt_text,
		description, is_tagged_pdf, is_shared, uploaded_at)
on public.attachments to anon;
grant select, delete on public.attachments to authenticated;
grant insert (draft_id, call_id, file_name, media_type, size_bytes, sha256, alt_text, description,
		is_tagged_pdf,
		is_shared)
on public.attachments to authenticated;
create policy "people read the files of what they see" on public.attachments
	for select to authenticated
	using (
		case
			when draft_id is not null
				then exists (select from public.need_report_drafts d where d.id = draft_id)
			when call_id is not null then private.reads_what_came(call_id)
			else private.is_side_of(report_id)
				or is_shared
					and (
						exists (select from public.need_reports r where r.id = report_id)
							or private.is_public(report_id)
					)
		end
	);
create policy "everybody reads the files of what is public" on public.attachments for select to anon
	using (
		case
			when call_id is not null then private.reads_what_came(call_id)
			else is_shared and report_id is not null and private.is_public(report_id)
		end
	);
create policy "writers put files to a draft, planners beside a result" on public.attachments
	for insert to authenticated
	with check (
		case
			when call_id is not null then private.may_attach_to_call(call_id)
			else private.may_write_draft(draft_id)
		end
	);
create policy "writers remove files of a draft, planners until the result is published" on public.attachments
	for delete to authenticated
	using (
		case
			when call_id is not null then private.may_attach_to_call(call_id) and not private.has_result(call_id)
			else draft_id is not null and private.may_write_draft(draft_id)
		end
	);
create trigger stamp before insert on public.attachments
	for each row execute function private.stamp_attachment();
create trigger after_attachment after insert or delete on public.attachments
	for each row execute function private.after_attachment();
create trigger keep_attachment before update on public.attachments
	for each row execute function private.keep_attachment();
