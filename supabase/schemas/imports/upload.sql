-- Upload of tables taken in: a file comes in, and its rows are checked.

create function public.begin_import(
	p_authority uuid, p_kind text, p_file_name text, p_digest text, p_remarks jsonb default '[]'
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(private.may_import(p_authority, p_kind));
	select id
	into v_id
	from public.imports
	where authority_id = p_authority
		and kind = p_kind
		and digest = p_digest
		and uploaded_by = private.person_id()
		and read_at is not null
		and requested_at is null
	order by uploaded_at desc limit 1;
	if v_id is null then
		insert into public.imports (authority_id, kind, file_name, digest, remarks)
		values (p_authority, p_kind, p_file_name, p_digest, p_remarks)
		returning id
		into v_id;
	end if;
	return v_id;
end
$$;
comment on function public.begin_import(uuid, text, text, text, jsonb) is
	'Begins an import, with what is in the file and in no row; the same file goes on with the one that is '
	'looked at and not taken over yet.';
grant execute on function public.begin_import(uuid, text, text, text, jsonb) to authenticated;

create function public.add_import_rows(p_id uuid, p_rows jsonb) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is not null then
		return;
	elsif (
		select count(*) from public.import_rows where import_id = v.id
	) + jsonb_array_length(p_rows) > 5000
	then
		raise exception 'imports_error_too_many_rows' using errcode = 'RULED';
	end if;
	insert into public.import_rows (import_id, authority_id, number, answers)
	select v.id, v.authority_id, (r ->> 'number')::integer, r -> 'answers' from jsonb_array_elements(p_rows) r;
end
$$;
comment on function public.add_import_rows(uuid, jsonb) is
	'Adds rows [{number, answers}] to an import that is not read yet; some hundred at a time, 5,000 in '
	'all.';
grant execute on function public.add_import_rows(uuid, jsonb) to authenticated;

create function public.close_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is null then
		perform private.check_import(p_id);
	end if;
end
$$;
comment on function public.close_import(uuid) is
	'All rows are there: they are checked, and from here on nothing in them changes.';
grant execute on function public.close_import(uuid) to authenticated;

create function private.check_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports;
begin
	select *
	into v
	from public.imports
	where id = p_id and uploaded_by = private.person_id() and read_at is null
	for update;
	perform private.require(v.id is not null);
	update public.import_rows r set organisation_id = n.id
	from (
		select x.name, private.organisation_called(v.authority_id, x.name) as id
		from (
			select distinct answers ->> 'organisation' as name from public.import_rows where import_id = v.id
		) x
	) n
	where r.import_id = v.id and r.answers ->> 'organisation' = n.name and n.id is not null
		and (
			v.kind = 'members'
				or not exists (
					select from public.organisations o where o.id = n.id and o.kind in ('authority', 'office')
				)
		);
	if v.kind = 'members' then
		update public.import_rows r set post_id = p.id from public.posts p
		where r.import_id = v.id
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
		where r.import_id = v.id and r.number = x.number;
	else
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
					where q.authority_id = v.authority_id
						and q.organisation_id = r.organisation_id
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
		where r.import_id = v.id and r.number = x.number;
	end if;
	update public.imports set read_at = private.now() where id = v.id;
end
$$;
comment on function private.check_import(uuid) is
	'Finds organisation and post of each row and says what is wrong with it, and what only looks odd: '
	'already there, or twice in the file. Definer: what it writes may be written by nobody.';
grant execute on function private.check_import(uuid) to authenticated;
