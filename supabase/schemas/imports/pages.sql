-- Pages of tables taken in: what is read.

create function private.import_progress(p_ordinal bigint) returns integer
language sql stable security definer set search_path = '' as $$
	select case when last_value / 100000 = p_ordinal then (last_value % 100000)::integer else 0 end
	from private.import_progress
$$;
comment on function private.import_progress(bigint) is
	'Rows done of an import that is being taken over. Definer: the sequence is granted to nobody.';
grant execute on function private.import_progress(bigint) to authenticated;

create function public.list_imports(p_authority uuid, p_kind text) returns table (
	id uuid, file_name text, uploaded_at timestamptz, uploaded_by_name text, row_count bigint,
	wrong_count bigint, is_mapped boolean, read_at timestamptz, requested_at timestamptz,
	committed_at timestamptz, failure text
)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.may_import(p_authority, p_kind));
	return query
	select i.id, i.file_name, i.uploaded_at, private.name_of(i.uploaded_by),
		case when i.read_at is null then l.all_lines else r.all_rows end, r.wrong,
		i.columns is not null or i.read_at is not null, i.read_at, i.requested_at, i.committed_at, i.failure
	from public.imports i
	cross join lateral (
		select count(*) as all_rows, count(*) filter (where w.problems <> '[]') as wrong
		from public.import_rows w
		where w.import_id = i.id
	) r
	cross join lateral (
		select count(*) as all_lines from public.import_lines w where w.import_id = i.id
	) l
	where i.authority_id = p_authority and i.kind = p_kind and i.closed_at is not null
	order by i.uploaded_at desc
	limit 20;
end
$$;
comment on function public.list_imports(uuid, text) is
	'The last twenty imports of a kind, for those who may read in such files.';
grant execute on function public.list_imports(uuid, text) to authenticated;

create function public.import(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.imports; v_result jsonb;
begin
	select * into v from public.imports where id = p_id;
	perform private.require(v.closed_at is not null);
	select jsonb_build_object(
		'id', v.id,
		'kind', v.kind,
		'fileName', v.file_name,
		'uploadedAt', v.uploaded_at,
		'uploadedBy', private.name_of(v.uploaded_by),
		'isMine', coalesce(v.uploaded_by = private.person_id(), false),
		'takeBack', private.import_to_take_back(v.id),
		'requestedAt', v.requested_at,
		'committedAt', v.committed_at,
		'failure', v.failure,
		'isCancelling', v.cancelled_at is not null and v.failure is null and v.committed_at is null,
		'isMapped', v.columns is not null or v.read_at is not null,
		'mayMap', jsonb_array_length(v.headings) > 0
			and v.committed_at is null
			and (v.requested_at is null or v.failure is not null),
		'readAt', v.read_at,
		'remarks', v.remarks || v.findings || case
			when v.found_count > jsonb_array_length(v.findings)
				then jsonb_build_array(
					jsonb_build_object(
						'number', null,
						'field', '',
						'problem', 'more',
						'value', (v.found_count - jsonb_array_length(v.findings))::text
					)
				)
			else '[]'
		end,
		'done', case
			when v.committed_at is not null then count(*)
			when v.read_at is not null then private.import_progress(v.ordinal)
			else (
				select count(*) from public.import_lines l where l.import_id = v.id and l.number <= v.read_through
			)
		end,
		'rows', case
			when v.read_at is not null then count(*)
			else (select count(*) from public.import_lines l where l.import_id = v.id)
		end,
		'wrong', count(*) filter (where r.problems <> '[]'),
		'odd', count(*) filter (where r.warnings <> '[]'),
		'organisations', count(distinct r.organisation_id)
	)
	into v_result
	from public.import_rows r
	where r.import_id = v.id;
	return v_result
		|| jsonb_build_object(
			'problemCount', (
				select coalesce(sum(jsonb_array_length(r.problems)), 0)
				from public.import_rows r
				where r.import_id = v.id
			),
			'problems', (
				select coalesce(jsonb_agg(x.found), '[]')
				from (
					select jsonb_build_object(
						'number', r.number,
						'field', p ->> 'field',
						'problem', p ->> 'problem',
						'value', r.answers -> (p ->> 'field')
					) as found
					from public.import_rows r
					cross join jsonb_array_elements(r.problems) p
					where r.import_id = v.id
					order by r.number
					limit 200
				) x
			),
			'warnings', (
				select coalesce(jsonb_agg(x.found), '[]')
				from (
					select jsonb_build_object(
						'number', r.number,
						'field', p ->> 'field',
						'problem', p ->> 'problem',
						'value', r.answers -> (p ->> 'field')
					) as found
					from public.import_rows r
					cross join jsonb_array_elements(r.warnings) p
					where r.import_id = v.id
					order by r.number
					limit 50
				) x
			),
			'first', (
				select coalesce(jsonb_agg(to_jsonb(x)), '[]')
				from (
					select r.number, r.answers, o.name as "organisationName"
					from public.import_rows r
					left join public.organisations o on o.id = r.organisation_id
					where r.import_id = v.id
					order by r.number
					limit 10
				) x
			)
		);
end
$$;
comment on function public.import(uuid) is
	'One import as its page shows it: counts, the first rows as they will be, up to 200 problems with '
	'row, field and value, progress and result.';
grant execute on function public.import(uuid) to authenticated;

create function public.import_columns(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	perform private.require(
		v.closed_at is not null
			and jsonb_array_length(v.headings) > 0
			and v.committed_at is null
			and (v.requested_at is null or v.failure is not null)
	);
	return jsonb_build_object(
		'id', v.id,
		'kind', v.kind,
		'fileName', v.file_name,
		'chosen', v.columns,
		'known', private.known_headings(v.authority_id, v.kind),
		'headings', (
			select jsonb_agg(
				jsonb_build_object(
					'heading', h.heading,
					'examples', (
						select coalesce(jsonb_agg(x.cell), '[]')
						from (
							select left(l.cells ->> (h.n - 1)::integer, 80) as cell
							from public.import_lines l
							where l.import_id = v.id and l.cells ->> (h.n - 1)::integer <> ''
							order by l.number
							limit 3
						) x
					)
				)
				order by h.n
			)
			from jsonb_array_elements_text(v.headings) with ordinality h (heading, n)
		)
	);
end
$$;
comment on function public.import_columns(uuid) is
	'The headings of a file of one''s own with what stands below them first, what was said of them, and what '
	'one''s organisation said of such headings before. NOTFD once the file is being taken over.';
grant execute on function public.import_columns(uuid) to authenticated;

create function private.known_headings(p_authority uuid, p_kind text) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_object_agg(h.heading, h.field), '{}')
	from public.import_headings h
	where h.organisation_id = private.importing_organisation(p_authority, p_kind) and h.kind = p_kind
$$;
comment on function private.known_headings(uuid, text) is
	'Heading → field, null for none, as one''s organisation said before.';
grant execute on function private.known_headings(uuid, text) to authenticated;

create function public.known_headings(p_authority uuid, p_kind text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.may_import(p_authority, p_kind));
	return private.known_headings(p_authority, p_kind);
end
$$;
comment on function public.known_headings(uuid, text) is
	'The same for those who may read in such files.';
grant execute on function public.known_headings(uuid, text) to authenticated;

-- For the jobs.
create function public.import_to_take(p_id uuid) returns uuid
language sql stable security definer set search_path = '' as $$
	select uploaded_by
	from public.imports
	where id = p_id and requested_at is not null and committed_at is null and failure is null
$$;
comment on function public.import_to_take(uuid) is
	'Who asked for an import that is still to be taken over; null for all others. Definer: for the '
	'server only.';
