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
	id uuid, file_name text, uploaded_at timestamptz, uploaded_by_name text,
	row_count bigint, wrong_count bigint, requested_at timestamptz, committed_at timestamptz, failure text
)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.may_import(p_authority, p_kind));
	return query
	select i.id, i.file_name, i.uploaded_at, private.name_of(i.uploaded_by),
		r.all_rows, r.wrong, i.requested_at, i.committed_at, i.failure
	from public.imports i
	cross join lateral (
		select count(*) as all_rows, count(*) filter (where w.problems <> '[]') as wrong
		from public.import_rows w
		where w.import_id = i.id
	) r
	where i.authority_id = p_authority and i.kind = p_kind and i.read_at is not null
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
	perform private.require(v.id is not null and v.read_at is not null);
	select jsonb_build_object(
		'id', v.id,
		'kind', v.kind,
		'fileName', v.file_name,
		'uploadedAt', v.uploaded_at,
		'uploadedBy', private.name_of(v.uploaded_by),
		'isMine', coalesce(v.uploaded_by = private.person_id(), false),
		'requestedAt', v.requested_at,
		'committedAt', v.committed_at,
		'failure', v.failure,
		'isCancelling', v.cancelled_at is not null and v.failure is null and v.committed_at is null,
		'remarks', v.remarks,
		'done', case
			when v.committed_at is not null then count(*)
			else private.import_progress(v.ordinal)
		end,
		'rows', count(*),
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
