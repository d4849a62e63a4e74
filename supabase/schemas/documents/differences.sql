-- What changed between two versions of a document, and what is new for everybody.

create function public.compared_versions(
	p_authority uuid, p_slug text, p_number integer, p_with integer
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	d public.documents := private.document_named(p_authority, p_slug);
	v_after public.document_versions := private.version_named(p_authority, p_slug, p_number);
	v_before public.document_versions := private.version_named(p_authority, p_slug, p_with);
begin
	perform private.require(v_before.number < v_after.number);
	return jsonb_build_object(
		'document', private.document_head(d),
		'before', private.version_document(v_before),
		'after', private.version_document(v_after)
	);
end
$$;
comment on function public.compared_versions(uuid, text, integer, integer) is
	'A version and an older one that it is compared with. NOTFD for who may not read both.';
grant execute on function public.compared_versions(uuid, text, integer, integer) to anon, authenticated;

create function private.standing_documents(p_version uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', t.section_id,
				'key', s.key,
				'level', t.level,
				'number', t.number,
				'heading', t.heading
			)
			order by t.place
		),
		'[]'
	)
	from public.section_texts t
	join public.sections s on s.id = t.section_id
	where t.version_id = p_version
$$;
comment on function private.standing_documents(uuid) is
	'The sections of a version in order, without what they say.';
grant execute on function private.standing_documents(uuid) to anon, authenticated;

create function public.compared_sections(p_before uuid, p_after uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_before public.document_versions; v_after public.document_versions;
begin
	select * into v_before from public.document_versions where id = p_before;
	select * into v_after from public.document_versions where id = p_after;
	perform private.require(v_before.document_id = v_after.document_id and v_before.number < v_after.number);
	return jsonb_build_object(
		'before', private.standing_documents(p_before),
		'after', private.standing_documents(p_after),
		'ways', (
			with recursive steps as (
				select x.number, l.from_section as origin, l.to_section as heir
				from public.document_versions x
				join public.section_lineage l on l.version_id = x.id
				where x.document_id = v_after.document_id
					and x.number > v_before.number
					and x.number <= v_after.number
					and x.frozen_at is not null
					and num_nonnulls(l.from_section, l.to_section) = 2
				union all
				select x.number, o.origin, t.section_id
				from public.document_versions x
				join public.section_texts t on t.version_id = x.id
				cross join unnest(t.origins) as o (origin)
				where x.id = v_after.id and x.frozen_at is null
			),
			ways as (
				select s.number - 1 as number, s.origin, s.heir from steps s where s.number = v_after.number
				union
				select s.number - 1, s.origin, w.heir
				from ways w
				join steps s on s.number = w.number and s.heir = w.origin
			)
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'from', w.origin,
						'to', w.heir,
						'isChanged', (b.heading, b.body) is distinct from (a.heading, a.body)
					)
				),
				'[]'
			)
			from ways w
			join public.section_texts b on b.version_id = v_before.id and b.section_id = w.origin
			join public.section_texts a on a.version_id = v_after.id and a.section_id = w.heir
			where w.number = v_before.number
		),
		'reasons', (
			select coalesce(jsonb_object_agg(l.from_section, l.reason), '{}')
			from public.document_versions x
			join public.section_lineage l on l.version_id = x.id
			where x.document_id = v_after.document_id
				and x.number > v_before.number
				and x.number <= v_after.number
				and l.fate = 'removed'
		)
	);
end
$$;
comment on function public.compared_sections(uuid, uuid) is
	'The sections of two versions, which came from which (over all versions in between), and why some were '
	'taken out. Of a version in work the origins of its sections count, of a frozen one its lineage. NOTFD.';
grant execute on function public.compared_sections(uuid, uuid) to anon, authenticated;

create function private.said_documents(p_version uuid, p_sections uuid[]) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', t.section_id,
				'level', t.level,
				'heading', t.heading,
				'body', t.body
			)
			order by t.place
		),
		'[]'
	)
	from public.section_texts t
	where t.version_id = p_version and t.section_id = any (p_sections)
$$;
comment on function private.said_documents(uuid, uuid[]) is 'What sections of a version say.';
grant execute on function private.said_documents(uuid, uuid[]) to anon, authenticated;

create function public.compared_texts(p_before uuid, p_after uuid, p_sections uuid[]) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'before', private.said_documents(p_before, p_sections),
		'after', private.said_documents(p_after, p_sections)
	)
$$;
comment on function public.compared_texts(uuid, uuid, uuid[]) is
	'What some sections say in two versions; nothing of those that one may not read.';
grant execute on function public.compared_texts(uuid, uuid, uuid[]) to anon, authenticated;

create function private.document_news(p_authority uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'versions', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', x.id,
						'slug', x.slug,
						'title', x.title,
						'number', x.number,
						'note', x.note,
						'frozenAt', x.frozen_at
					)
					order by x.frozen_at desc
				),
				'[]'
			)
			from (
				select v.id, d.slug, d.title, v.number, v.note, v.frozen_at
				from public.documents d
				join public.document_versions v on v.document_id = d.id
				where d.authority_id = p_authority
					and v.frozen_at is not null
					and exists (
						select
						from public.rounds r
						join public.calls c on c.id = r.call_id
						join public.document_versions s on s.id = r.version_id
						where s.document_id = d.id and s.number >= v.number and r.is_public and c.state <> 'draft'
					)
				order by v.frozen_at desc
				limit 30
			) x
		),
		'rounds', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', x.id,
						'title', x.title,
						'slug', x.slug,
						'number', x.number,
						'openedAt', x.opened_at,
						'opensAt', x.opens_at,
						'closesAt', x.closes_at
					)
					order by x.opened_at desc
				),
				'[]'
			)
			from (
				select c.id, c.title, d.slug, v.number, c.opened_at, c.opens_at, c.closes_at
				from public.calls c
				join public.rounds r on r.call_id = c.id
				join public.document_versions v on v.id = r.version_id
				join public.documents d on d.id = v.document_id
				where c.authority_id = p_authority and r.is_public and c.state <> 'draft' and c.opened_at is not null
				order by c.opened_at desc
				limit 30
			) x
		)
	)
$$;
comment on function private.document_news(uuid) is
	'The newest versions and rounds that everybody may read, whoever asks. Definer: a feed is the same for '
	'all; it says no more than what public rounds show to guests.';
grant execute on function private.document_news(uuid) to anon, authenticated;

create function public.document_news(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.document_news(p_authority) $$;
comment on function public.document_news(uuid) is 'See private.document_news.';
grant execute on function public.document_news(uuid) to anon, authenticated;
