-- Pages of attachments: what is read.

create function private.report_numbered(p_number text) returns uuid
language sql stable security definer set search_path = '' as $$
	select id from public.need_reports where number = p_number
$$;
comment on function private.report_numbered(text) is
	'The id behind a number. Definer: asked for those who read no report; it opens nothing by itself.';
grant execute on function private.report_numbered(text) to anon, authenticated;

create function public.attachments_of_report(p_number text) returns table (
	id uuid, file_name text, media_type text, size_bytes integer, alt_text text, description text,
	is_tagged_pdf boolean, is_shared boolean
)
language sql stable set search_path = '' as $$
	select a.id, a.file_name, a.media_type, a.size_bytes, a.alt_text, a.description, a.is_tagged_pdf,
	a.is_shared
	from public.attachments a
	where a.report_id = (select private.report_numbered(p_number))
	order by a.uploaded_at, a.id
$$;
comment on function public.attachments_of_report(text) is
	'The files of a report that the reader may see, signed in or not.';
grant execute on function public.attachments_of_report(text) to anon, authenticated;

create function private.files_of_call(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', a.id,
				'file_name', a.file_name,
				'media_type', a.media_type,
				'size_bytes', a.size_bytes,
				'alt_text', a.alt_text,
				'description', a.description,
				'is_tagged_pdf', a.is_tagged_pdf,
				'is_shared', a.is_shared,
				'uploaded_at', a.uploaded_at
			)
			order by a.uploaded_at, a.id
		),
		'[]'
	)
	from public.attachments a
	where a.call_id = p_call and private.reads_what_came(p_call)
$$;
comment on function private.files_of_call(uuid) is
	'The files beside the result of a call, for who may read them. Definer: asked by the result, for guests '
	'too.';

create function public.unattached(p_hashes text[]) returns setof text
language sql stable set search_path = '' as $$
	select h
	from unnest(p_hashes) as h
	where not exists (select from public.attachments a where a.sha256 = h)
		and not exists (select from public.document_files f where f.sha256 = h)
		and not exists (
			select from public.document_readings r where r.sha256 = h and r.state in ('reading', 'read')
		)
$$;
comment on function public.unattached(text[]) is
	'Those of these hashes that no row refers to: their bytes may go. For the nightly job.';
