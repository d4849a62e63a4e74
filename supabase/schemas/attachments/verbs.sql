-- Verbs of attachments: what changes something.

create function public.attach(
	p_draft uuid, p_file_name text, p_media_type text, p_size integer, p_sha256 text,
	p_is_tagged_pdf boolean default null, p_text text default null, p_is_shared boolean default false
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid; v_is_image boolean := p_media_type like 'image/%'; v_text text := nullif(
	btrim(p_text, E' \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff'), ''
);
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
	insert into public.attachments (
		draft_id, file_name, media_type, size_bytes, sha256, is_tagged_pdf, alt_text, description, is_shared
	)
	values (
		p_draft, p_file_name, p_media_type, p_size, p_sha256, p_is_tagged_pdf,
		case when v_is_image then v_text end, case when not v_is_image then v_text end, p_is_shared
	)
	returning id into v_id;
	return v_id;
end
$$;
comment on function public.attach(uuid, text, text, integer, text, boolean, text, boolean) is
	'Puts a file that lies in the store to a draft. p_text is the alternative text of an image and the '
	'description of everything else. The same bytes twice are one file, with the words that came last; '
	'RULED beyond 10 files or 30 MB.';
grant execute on function
	public.attach(uuid, text, text, integer, text, boolean, text, boolean)
to authenticated;

create function public.attach_to_call(
	p_authority uuid, p_slug text, p_file_name text, p_media_type text, p_size integer, p_sha256 text,
	p_is_tagged_pdf boolean default null, p_text text default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
	c public.calls := private.call_to_plan(p_authority, p_slug);
	v_id uuid; v_is_image boolean := p_media_type like 'image/%';
	v_text text := nullif(btrim(p_text, E' \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff'), '');
begin
	perform private.lock_call(c.id);
	if not private.may_attach_to_call(c.id) then
		raise exception 'errors_call_is_not_closed' using errcode = 'RULED';
	elsif v_is_image and private.is_blank(v_text) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["text"]';
	end if;
	select a.id into v_id from public.attachments a where a.call_id = c.id and a.sha256 = p_sha256;
	if found then
		return v_id;
	end if;
	insert into public.attachments (
		call_id, file_name, media_type, size_bytes, sha256, is_tagged_pdf, alt_text, description, is_shared
	)
	values (
		c.id, p_file_name, p_media_type, p_size, p_sha256, p_is_tagged_pdf,
		case when v_is_image then v_text end, case when not v_is_image then v_text end, true
	)
	returning id into v_id;
	return v_id;
end
$$;
comment on function public.attach_to_call(uuid, text, text, text, integer, text, boolean, text) is
	'Puts a file that lies in the store beside the result of a call, for whoever may read that: once the call '
	'is closed, and also later. The same bytes twice are one file. p_text: see attach. MISSG text; RULED while '
	'the call is open, and beyond 10 files or 30 MB.';
grant execute on function
	public.attach_to_call(uuid, text, text, text, integer, text, boolean, text)
to authenticated;

create function public.detach(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.attachments where id = p_id and report_id is null;
	perform private.require(found);
end
$$;
comment on function public.detach(uuid) is
	'Removes a file from a draft, or from a result that is not published; what was submitted or published '
	'stays.';
grant execute on function public.detach(uuid) to authenticated;
