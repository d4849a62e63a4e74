-- Upload of tables taken in: a file comes in, its columns are settled, a job reads and checks its rows.

create function public.begin_import(
	p_authority uuid, p_kind text, p_file_name text, p_digest text, p_remarks jsonb default '[]',
	p_headings jsonb default '[]'
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(private.may_import(p_authority, p_kind));
	perform pg_advisory_xact_lock(hashtextextended('import ' || private.person_id() || p_digest, 0));
	select id
	into v_id
	from public.imports
	where authority_id = p_authority
		and kind = p_kind
		and digest = p_digest
		and uploaded_by = private.person_id()
		and requested_at is null
	order by uploaded_at desc limit 1;
	if v_id is null then
		insert into public.imports (authority_id, kind, file_name, digest, remarks, headings)
		values (p_authority, p_kind, p_file_name, p_digest, p_remarks, p_headings)
		returning id
		into v_id;
	end if;
	return v_id;
end
$$;
comment on function public.begin_import(uuid, text, text, text, jsonb, jsonb) is
	'Begins an import, with the headings of the file and what is in it and in no line; the same file, also sent '
	'twice at once, goes on with the one that is not taken over yet.';
grant execute on function public.begin_import(uuid, text, text, text, jsonb, jsonb) to authenticated;

create function public.add_import_lines(p_id uuid, p_lines jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.closed_at is not null then
		return;
	end if;
	insert into public.import_lines (import_id, authority_id, number, cells)
	select v.id, v.authority_id, (l ->> 'number')::integer, l -> 'cells' from jsonb_array_elements(p_lines) l
	on conflict (import_id, number) do nothing;
	if (select count(*) from public.import_lines where import_id = v.id) > 5000 then
		raise exception 'imports_error_too_many_rows' using errcode = 'RULED';
	end if;
end
$$;
comment on function public.add_import_lines(uuid, jsonb) is
	'Adds lines [{number, cells}] to an import that is not closed yet; some hundred at a time, 5,000 in all.';
grant execute on function public.add_import_lines(uuid, jsonb) to authenticated;

create function private.read_anew(p_id uuid, p_columns jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform private.require(
		exists (select from public.imports where id = p_id and uploaded_by = private.person_id())
	);
	update public.imports set
		closed_at = coalesce(closed_at, private.now()), columns = p_columns, read_at = null, read_through = 0,
		findings = '[]', found_count = 0, failure = null, requested_at = null, cancelled_at = null
	where id = p_id
		and uploaded_by = private.person_id()
		and committed_at is null
		and (requested_at is null or failure is not null);
	if not found then
		return;
	end if;
	delete from public.import_rows where import_id = p_id;
	if p_columns is not null then
		perform private.queue_job('check_import', json_build_object('import_id', p_id));
	end if;
end
$$;
comment on function private.read_anew(uuid, jsonb) is
	'Lets the lines of an import of one''s own be read from the first on, with these columns. Definer: nobody '
	'may queue a job or write these times.';
grant execute on function private.read_anew(uuid, jsonb) to authenticated;

create function public.close_import(p_id uuid, p_columns jsonb default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.closed_at is null then
		perform private.read_anew(v.id, p_columns);
	elsif v.columns is null or v.read_at is not null or v.failure is not null then
		perform private.read_anew(v.id, coalesce(v.columns, p_columns));
	end if;
end
$$;
comment on function public.close_import(uuid, jsonb) is
	'All lines are there, and from here on nothing in them changes. With columns a job reads them; without, '
	'somebody has to say first what the headings mean. A file sent again is checked again: what it lacked may '
	'be there by now.';
grant execute on function public.close_import(uuid, jsonb) to authenticated;

create function private.remember_headings(p_id uuid, p_columns jsonb) returns void
language sql volatile security definer set search_path = '' as $$
	insert into public.import_headings (authority_id, organisation_id, kind, heading, field)
	select i.authority_id, o.id, i.kind, h.heading, p_columns ->> (h.n - 1)::integer
	from public.imports i
	cross join private.importing_organisation(i.authority_id, i.kind) o (id)
	cross join (
		select distinct on (left(btrim(x.heading), 200)) left(btrim(x.heading), 200) as heading, x.n
		from public.imports j
		cross join jsonb_array_elements_text(j.headings) with ordinality x (heading, n)
		where j.id = p_id and btrim(x.heading) <> ''
		order by left(btrim(x.heading), 200), x.n
	) h
	where i.id = p_id and i.uploaded_by = private.person_id() and o.id is not null
	on conflict (organisation_id, kind, heading) do update set field = excluded.field
$$;
comment on function private.remember_headings(uuid, jsonb) is
	'Keeps for one''s organisation what the headings of a file of one''s own mean. Definer: they are written '
	'with a file only.';
grant execute on function private.remember_headings(uuid, jsonb) to authenticated;

create function public.map_import(p_id uuid, p_columns jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id); v_fields text[];
begin
	perform private.require(
		v.closed_at is not null and v.committed_at is null and (v.requested_at is null or v.failure is not null)
	);
	perform private.require_choice(
		'columns',
		jsonb_typeof(p_columns) = 'array' and jsonb_array_length(p_columns) = jsonb_array_length(v.headings)
	);
	v_fields := array(select f from jsonb_array_elements_text(p_columns) f where f is not null);
	if cardinality(v_fields) <> (select count(distinct f) from unnest(v_fields) f) then
		raise exception 'imports_error_field_twice' using errcode = 'RULED';
	elsif cardinality(v_fields) = 0 then
		raise exception 'imports_error_no_fields' using errcode = 'RULED';
	end if;
	perform private.remember_headings(v.id, p_columns);
	perform private.read_anew(v.id, p_columns);
end
$$;
comment on function public.map_import(uuid, jsonb) is
	'Says of each heading which field it means, null for none, and has the file read so. Remembered for the '
	'next file of one''s organisation. NOTFD once it is being taken over.';
grant execute on function public.map_import(uuid, jsonb) to authenticated;

-- For the job.
create function public.import_to_read(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'personId', i.uploaded_by,
		'authorityId', i.authority_id,
		'kind', i.kind,
		'headings', i.headings,
		'columns', i.columns,
		'after', i.read_through,
		'lines', (
			select coalesce(jsonb_agg(to_jsonb(x) order by x.number), '[]')
			from (
				select l.number, l.cells
				from public.import_lines l
				where l.import_id = i.id and l.number > i.read_through
				order by l.number
				limit 250
			) x
		)
	)
	from public.imports i
	where i.id = p_id
		and i.columns is not null
		and i.read_at is null
		and i.failure is null
		and i.uploaded_by is not null
$$;
comment on function public.import_to_read(uuid) is
	'The next 250 lines of an import that is being read, and what its columns mean; null once it is read, given '
	'up or discarded. Definer: for the server only.';

create function private.check_rows(v public.imports, p_after integer) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.import_rows r set organisation_id = n.id
	from (
		select x.name, private.organisation_called(v.authority_id, x.name) as id
		from (
			select distinct answers ->> 'organisation' as name
			from public.import_rows
			where import_id = v.id and number > p_after
		) x
	) n
	where r.import_id = v.id
		and r.number > p_after
		and r.answers ->> 'organisation' = n.name
		and n.id is not null
		and (
			v.kind = 'members'
				or not exists (
					select from public.organisations o where o.id = n.id and o.kind in ('authority', 'office')
				)
		);
	if v.kind = 'members' then
		perform private.check_members(v, p_after);
	else
		perform private.check_reports(v, p_after);
	end if;
end
$$;
comment on function private.check_rows(public.imports, integer) is
	'Finds organisation and post of each row behind this one and says what is wrong with it, and what only '
	'looks odd: already there, or twice in the file.';

create function private.check_members(v public.imports, p_after integer) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.import_rows r set post_id = p.id from public.posts p
	where r.import_id = v.id
		and r.number > p_after
		and p.organisation_id = r.organisation_id
		and p.abolished_on is null
		and lower(p.title) = lower(btrim(r.answers ->> 'post'));
	update public.import_rows r
	set problems = private.with_broken(
			private.member_problems(r.organisation_id, r.post_id, r.answers)
				|| private.problem('email', 'repeated', x.n > 1),
			r.answers
		),
		warnings = private.problem(
			'email', 'holds',
			exists (
				select
				from public.holdings h
				join public.people pe on pe.id = h.person_id
				where h.post_id = r.post_id
					and private.is_current(h)
					and lower(pe.email) = lower(btrim(r.answers ->> 'email'))
			)
		)
		|| private.problem(
			'email', 'invited',
			exists (
				select
				from public.invitations i
				where i.post_id = r.post_id
					and i.accepted_at is null
					and i.revoked_at is null
					and lower(i.email) = lower(btrim(r.answers ->> 'email'))
			)
		)
	from (
		select number,
			row_number() over (
				partition by coalesce(post_id::text, number::text), lower(btrim(answers ->> 'email'))
				order by number
			) as n
		from public.import_rows
		where import_id = v.id
	) x
	where r.import_id = v.id and r.number > p_after and r.number = x.number;
end
$$;
comment on function private.check_members(public.imports, integer) is 'Part of check_rows, for members.';

create function private.check_reports(v public.imports, p_after integer) returns void
language plpgsql volatile set search_path = '' as $$
begin
	update public.import_rows r
	set problems = private.with_broken(
			case
				when r.answers ->> 'outcome' = 'nil_return'
					then private.nil_return_problems(v.authority_id, r.organisation_id, r.answers)
				else private.report_problems(v.authority_id, r.organisation_id, r.answers)
			end,
			r.answers
		),
		warnings = private.problem('title', 'nil_return', r.answers ->> 'outcome' = 'nil_return')
		|| private.problem(
			'title', 'known',
			exists (
				select
				from public.need_reports q
				where q.organisation_id = r.organisation_id
					and lower(q.title) = lower(btrim(r.answers ->> 'title'))
					and lower(q.locality) = lower(btrim(r.answers ->> 'locality'))
			)
		)
		|| private.problem(
			'title', 'repeated', x.n > 1 and r.answers ->> 'outcome' is distinct from 'nil_return'
		)
	from (
		select number,
			row_number() over (
				partition by coalesce(organisation_id::text, number::text), lower(btrim(answers ->> 'title')),
				lower(btrim(answers ->> 'locality'))
				order by number
			) as n
		from public.import_rows
		where import_id = v.id
	) x
	where r.import_id = v.id and r.number > p_after and r.number = x.number;
end
$$;
comment on function private.check_reports(public.imports, integer) is 'Part of check_rows, for reports.';

create function public.read_import_rows(
	p_id uuid, p_columns jsonb, p_after integer, p_through integer, p_rows jsonb, p_findings jsonb
) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports; v_is_last boolean; v_is_empty boolean;
begin
	select *
	into v
	from public.imports
	where id = p_id
		and read_at is null
		and failure is null
		and columns = p_columns
		and read_through = p_after
	for update;
	if v.id is null then
		return;
	end if;
	insert into public.import_rows (import_id, authority_id, number, answers)
	select v.id, v.authority_id, (r ->> 'number')::integer, r -> 'answers' from jsonb_array_elements(p_rows) r;
	perform private.check_rows(v, p_after);
	v_is_last := not exists (
		select from public.import_lines l where l.import_id = v.id and l.number > p_through
	);
	v_is_empty := not exists (select from public.import_rows r where r.import_id = v.id);
	update public.imports set
		read_through = p_through,
		findings = (
			select coalesce(jsonb_agg(f order by n), '[]')
			from jsonb_array_elements(v.findings || p_findings) with ordinality x (f, n)
			where n <= 200
		),
		found_count = found_count + jsonb_array_length(p_findings),
		read_at = case when v_is_last and not v_is_empty then private.now() end,
		failure = case when v_is_last and v_is_empty then 'imports_error_no_rows' end
	where id = v.id;
end
$$;
comment on function public.read_import_rows(uuid, jsonb, integer, integer, jsonb, jsonb) is
	'Keeps and checks rows [{number, answers}] understood of the lines behind p_after up to p_through, with '
	'what was found. Nothing happens when another was there first, or the columns mean something else by now. '
	'Definer: for the server only.';
