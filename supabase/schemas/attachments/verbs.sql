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

create function public.detach(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.attachments where id = p_id and draft_id is not null;
	perform private.require(found);
end
$$;
comment on function public.detach(uuid) is 'Removes a file from a draft; what was submitted stays.';
grant execute on function public.detach(uuid) to authenticated;
