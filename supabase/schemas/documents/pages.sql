-- Pages of documents: what is read.

create function private.version_document(v public.document_versions) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', v.id,
		'number', v.number,
		'note', v.note,
		'fileName', v.file_name,
		'revision', v.revision,
		'createdAt', v.created_at,
		'frozenAt', v.frozen_at
	)
$$;
comment on function private.version_document(public.document_versions) is
	'What every page says of a version.';
grant execute on function private.version_document(public.document_versions) to anon, authenticated;

create function private.document_head(d public.documents) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', d.id,
		'kind', d.kind,
		'slug', d.slug,
		'title', d.title,
		'language', d.language,
		'canPlan', private.plans_document(d.id)
	)
$$;
comment on function private.document_head(public.documents) is
	'What every page says of a document, and whether the person works on it.';
grant execute on function private.document_head(public.documents) to anon, authenticated;

create function private.wordings_beside(p_version uuid) returns setof public.section_revisions
language sql stable security definer set search_path = '' rows 1 as $$
	select *
	from public.section_revisions r
	where r.version_id = p_version
		and r.revision is null
		and r.outcome is null
		and private.plans_version(p_version)
$$;
comment on function private.wordings_beside(uuid) is
	'Wordings that lie beside the ones that hold, for planners; nothing for everybody else. Definer: asked by '
	'pages that guests read too.';
grant execute on function private.wordings_beside(uuid) to anon, authenticated;

create function private.beside_documents(t public.section_texts) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', r.id,
				'heading', r.heading,
				'body', r.body,
				'base', r.base,
				'personName', private.name_of(r.person_id),
				'at', r.created_at
			)
			order by r.created_at
		),
		'[]'
	)
	from private.wordings_beside(t.version_id) r
	where r.section_id = t.section_id
$$;
comment on function private.beside_documents(public.section_texts) is
	'Wordings that lie beside that of a section, for planners; nothing for everybody else. Definer: see '
	'wordings_beside; guests may not ask for names.';
grant execute on function private.beside_documents(public.section_texts) to anon, authenticated;

create function public.list_documents(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	return (
		select coalesce(
			jsonb_agg(
				private.document_head(d)
					|| jsonb_build_object(
						'version', private.version_document(v),
						'sections', (select count(*) from public.section_texts t where t.version_id = v.id)
					)
				order by v.created_at desc
			),
			'[]'
		)
		from public.documents d
		cross join lateral (
			select x.* from public.document_versions x where x.document_id = d.id order by x.number desc limit 1
		) v
		where d.authority_id = p_authority
	);
end
$$;
comment on function public.list_documents(uuid) is
	'The documents of the planning, with the newest version of each.';
grant execute on function public.list_documents(uuid) to authenticated;

create function public.document_contents(
	p_authority uuid, p_slug text, p_number integer default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	d public.documents := private.document_named(p_authority, p_slug);
	v public.document_versions := private.version_named(p_authority, p_slug, p_number);
begin
	return jsonb_build_object(
		'document', private.document_head(d),
		'version', private.version_document(v),
		'versions', (
			select jsonb_agg(private.version_document(x) order by x.number desc)
			from public.document_versions x
			where x.document_id = d.id
		),
		'sections', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', t.section_id,
						'key', s.key,
						'level', t.level,
						'number', t.number,
						'heading', t.heading,
						'seconds', t.seconds,
						'summary', t.summary,
						'concerns', t.concerns,
						'revision', t.revision,
						'twin', w.state,
						'beside', (
							select count(*)
							from private.wordings_beside(v.id) r
							where r.section_id = t.section_id
						)
					)
					order by t.place
				),
				'[]'
			)
			from public.section_texts t
			join public.sections s on s.id = t.section_id
			left join lateral (
				select case
						when x.of_text <> md5(t.words) then 'older'
						when x.checked_by is null then 'unchecked'
						else 'checked'
					end as state
				from public.section_twins x
				where x.version_id = t.version_id and x.section_id = t.section_id
				order by x.created_at desc
				limit 1
			) w on true
			where t.version_id = v.id
		),
		'removed', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', l.from_section,
						'number', b.number,
						'heading', b.heading,
						'reason', l.reason
					)
					order by b.place
				),
				'[]'
			)
			from public.section_lineage l
			join public.document_versions x on x.document_id = v.document_id and x.number = v.number - 1
			join public.section_texts b on b.version_id = x.id and b.section_id = l.from_section
			where l.version_id = v.id and l.fate = 'removed'
		)
	);
end
$$;
comment on function public.document_contents(uuid, text, integer) is
	'The table of contents of a version (the newest without a number), with the state of the '
	'plain-language twins and what was taken '
	'out. NOTFD for who may not read it.';
grant execute on function public.document_contents(uuid, text, integer) to anon, authenticated;

create function private.twin_document(t public.section_texts) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', w.id,
		'body', w.body,
		'words', w.words,
		'isOlder', w.of_text <> md5(t.words),
		'checkedBy', w.checked_by,
		'checkedOn', w.checked_on,
		'at', w.created_at
	)
	from public.section_twins w
	where w.version_id = t.version_id and w.section_id = t.section_id
	order by w.created_at desc
	limit 1
$$;
comment on function private.twin_document(public.section_texts) is
	'What a section says in plain language, who checked that, and whether the section has changed since.';
grant execute on function private.twin_document(public.section_texts) to anon, authenticated;

create function public.read_section(
	p_authority uuid, p_slug text, p_number integer, p_key text
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	d public.documents := private.document_named(p_authority, p_slug);
	v public.document_versions := private.version_named(p_authority, p_slug, p_number);
	t public.section_texts;
begin
	select x.*
	into t
	from public.section_texts x
	join public.sections s on s.id = x.section_id
	where x.version_id = v.id and s.document_id = d.id and s.key = lower(p_key);
	perform private.require(t.section_id is not null);
	return jsonb_build_object(
		'document', private.document_head(d),
		'version', private.version_document(v),
		'newest', (
			select max(x.number) from public.document_versions x where x.document_id = d.id
		),
		'section', jsonb_build_object(
			'id', t.section_id,
			'key', lower(p_key),
			'level', t.level,
			'number', t.number,
			'heading', t.heading,
			'body', t.body,
			'words', t.words,
			'seconds', t.seconds,
			'summary', t.summary,
			'concerns', t.concerns,
			'revision', t.revision
		),
		'twin', private.twin_document(t),
		'beside', private.beside_documents(t),
		'lineage', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'fate', l.fate,
						'isChanged', l.is_changed,
						'fromKey', s.key,
						'number', b.number,
						'heading', b.heading
					)
				),
				'[]'
			)
			from public.section_lineage l
			left join public.sections s on s.id = l.from_section
			left join public.document_versions x on x.document_id = d.id and x.number = v.number - 1
			left join public.section_texts b on b.version_id = x.id and b.section_id = l.from_section
			where l.version_id = v.id and l.to_section = t.section_id
		),
		'before', (
			select private.neighbour_document(x)
			from public.section_texts x
			where x.version_id = v.id and x.place < t.place
			order by x.place desc
			limit 1
		),
		'after', (
			select private.neighbour_document(x)
			from public.section_texts x
			where x.version_id = v.id and x.place > t.place
			order by x.place
			limit 1
		)
	);
end
$$;
comment on function public.read_section(uuid, text, integer, text) is
	'One section of a version (p_number; the newest one readable without) with its plain-language twin, '
	'neighbours, descent, and for '
	'planners the wordings that lie beside. NOTFD.';
grant execute on function public.read_section(uuid, text, integer, text) to anon, authenticated;

create function private.neighbour_document(t public.section_texts) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', t.section_id,
		'key', (select s.key from public.sections s where s.id = t.section_id),
		'number', t.number,
		'heading', t.heading
	)
$$;
comment on function private.neighbour_document(public.section_texts) is
	'A section as a link names it.';
grant execute on function private.neighbour_document(public.section_texts) to anon, authenticated;

create function public.document_texts(
	p_authority uuid, p_slug text, p_number integer default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	d public.documents := private.document_named(p_authority, p_slug);
	v public.document_versions := private.version_named(p_authority, p_slug, p_number);
begin
	return jsonb_build_object(
		'document', private.document_head(d),
		'version', private.version_document(v),
		'sections', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', t.section_id,
						'key', s.key,
						'level', t.level,
						'number', t.number,
						'heading', t.heading,
						'body', t.body,
						'origins', t.origins
					)
					order by t.place
				),
				'[]'
			)
			from public.section_texts t
			join public.sections s on s.id = t.section_id
			where t.version_id = v.id
		),
		'files', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', f.id,
						'mediaType', f.media_type,
						'sha256', f.sha256
					)
				),
				'[]'
			)
			from public.document_files f
			where f.document_id = d.id
		)
	);
end
$$;
comment on function public.document_texts(uuid, text, integer) is
	'All texts of a version, for files, differences and what became of sections. NOTFD.';
grant execute on function public.document_texts(uuid, text, integer) to anon, authenticated;

create function public.section_history(
	p_authority uuid, p_slug text, p_number integer, p_key text
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.document_versions := private.version_named(p_authority, p_slug, p_number);
begin
	perform private.require(private.plans_version(v.id));
	return (
		select coalesce(
			jsonb_agg(
				jsonb_build_object(
					'id', r.id,
					'revision', r.revision,
					'outcome', r.outcome,
					'heading', r.heading,
					'body', r.body,
					'personName', private.name_of(r.person_id),
					'at', r.created_at
				)
				order by r.created_at desc
			),
			'[]'
		)
		from (
			select x.*
			from public.section_revisions x
			join public.sections s on s.id = x.section_id
			where x.version_id = v.id and s.key = lower(p_key)
			order by x.created_at desc
			limit 50
		) r
	);
end
$$;
comment on function public.section_history(uuid, text, integer, text) is
	'The last 50 wordings of a section that were saved while its version was worked on. Planners only.';
grant execute on function public.section_history(uuid, text, integer, text) to authenticated;
