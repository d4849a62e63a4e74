-- Verbs of tables taken in: what changes something.

create function private.import_of_mine(p_id uuid) returns public.imports
language plpgsql stable set search_path = '' as $$
declare v public.imports;
begin
	select * into v from public.imports where id = p_id and uploaded_by = private.person_id();
	perform private.require(v.id is not null and private.may_import(v.authority_id, v.kind));
	return v;
end
$$;
comment on function private.import_of_mine(uuid) is
	'An import one uploaded oneself and may still take over; NOTFD otherwise.';
grant execute on function private.import_of_mine(uuid) to authenticated;

-- What is wrong with a row, as [{field, problem}]. problem: missing, invalid, unknown, not_yours, future,
-- past, order, repeated.
create function private.problem(p_field text, p_problem text, p_is_so boolean) returns jsonb
language sql immutable set search_path = '' as $$
	select case
		when p_is_so
			then jsonb_build_array(
				jsonb_build_object(
					'field', p_field,
					'problem', p_problem
				)
			)
		else '[]'
	end
$$;
comment on function private.problem(text, text, boolean) is 'A list of this one problem, or of none.';

create function private.is_day(p_text text) returns boolean
language sql immutable set search_path = '' as $$
	select p_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(p_text, 'date')
$$;
comment on function private.is_day(text) is 'Is this a calendar day as YYYY-MM-DD?';

create function private.organisation_problems(p_organisation uuid, a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select private.problem('organisation', 'missing', private.is_blank(a ->> 'organisation'))
		|| private.problem(
			'organisation', 'unknown', not private.is_blank(a ->> 'organisation') and p_organisation is null
		)
$$;
comment on function private.organisation_problems(uuid, jsonb) is
	'Is the row''s organisation named and known?';

create function private.source_problems(a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_on text := a ->> 'received_on';
begin
	return private.problem('received_on', 'invalid', not private.is_blank(v_on) and not private.is_day(v_on))
		|| private.problem(
			'received_on', 'future',
			case when private.is_day(v_on) then v_on::date > private.today() else false end
		)
		|| private.problem(
			'received_on', 'past',
			case when private.is_day(v_on) then v_on::date < private.today() - interval '1 year' else false end
		)
		|| private.problem('given_by', 'invalid', length(a ->> 'given_by') > 160);
end
$$;
comment on function private.source_problems(jsonb) is
	'When a row came in and from whom. The clock of answers runs from then on, so a year is the most.';

create function private.report_problems(p_authority uuid, p_organisation uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_invalid jsonb := private.invalid_answers(a); v_kind text;
begin
	select kind into v_kind from public.organisations where id = p_organisation;
	return private.organisation_problems(p_organisation, a)
		|| (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'problem', 'missing'
					)
				),
				'[]'
			)
			from jsonb_array_elements_text(private.missing_answers(a)) f
		)
		|| (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'problem', 'invalid'
					)
				),
				'[]'
			)
			from jsonb_array_elements_text(v_invalid) f
		)
		|| private.problem(
			'municipality_ags', 'not_yours',
			p_organisation is not null
				and not private.is_blank(a ->> 'municipality_ags')
				and not v_invalid ? 'municipality_ags'
				and not exists (
					select
					from public.municipalities m
					where m.ags = a ->> 'municipality_ags'
						and m.authority_id = p_authority
						and (v_kind not in ('municipality', 'association') or m.administration_id = p_organisation)
				)
		)
		|| private.source_problems(a);
end
$$;
comment on function private.report_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming a report: the same truths as for a report that is released, and '
	'those of the file.';

create function private.member_problems(p_organisation uuid, p_post uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return private.organisation_problems(p_organisation, a)
		|| private.problem('post', 'missing', private.is_blank(a ->> 'post'))
		|| private.problem(
			'post', 'unknown',
			p_organisation is not null and not private.is_blank(a ->> 'post') and p_post is null
		)
		|| private.problem(
			'salutation', 'invalid',
			not private.is_blank(a ->> 'salutation') and a ->> 'salutation' not in ('Frau', 'Herr')
		)
		|| private.problem('given_name', 'missing', private.is_blank(a ->> 'given_name'))
			|| private.problem('given_name', 'invalid', length(a ->> 'given_name') > 80)
		|| private.problem('family_name', 'missing', private.is_blank(a ->> 'family_name'))
			|| private.problem('family_name', 'invalid', length(a ->> 'family_name') > 80)
		|| private.problem('email', 'missing', private.is_blank(a ->> 'email'))
		|| private.problem(
			'email', 'invalid', not private.is_blank(a ->> 'email') and not private.is_email(a ->> 'email')
		)
		|| private.problem(
			'capacity', 'invalid', coalesce(nullif(a ->> 'capacity', ''), 'holder') not in ('holder', 'deputy')
		)
		|| private.problem(
			'starts_on', 'invalid',
			not private.is_blank(a ->> 'starts_on') and not private.is_day(a ->> 'starts_on')
		)
		|| private.problem(
			'ends_on', 'invalid', not private.is_blank(a ->> 'ends_on') and not private.is_day(a ->> 'ends_on')
		)
		|| private.problem(
			'ends_on', 'order',
			case
				when private.is_day(a ->> 'ends_on')
					and private.is_day(a ->> 'starts_on') then (a ->> 'ends_on')::date < (a ->> 'starts_on')::date
				else false
			end
		)
		|| private.problem(
			'ends_on', 'over',
			case
				when private.is_day(a ->> 'ends_on') then (a ->> 'ends_on')::date < private.today()
				else false
			end
		);
end
$$;
comment on function private.member_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming an invitation.';

create function private.broken_cells(a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object('field', x.field, 'problem', x.problem)
			order by x.field
		),
		'[]'
	)
	from (
		select e.key as field,
			case
				when e.value::text like '%�%' then 'letters'
				when e.value::text ~ (
					'"#(NV|N/A|BEZUG!|REF!|WERT!|VALUE!|DIV/0!|NAME\?|ZAHL!|NUM!|NULL!|ÜBERLAUF!|SPILL!|KALK!|CALC!'
					'|FORMEL!)"'
				) then 'error'
			end as problem
		from jsonb_each(a) e
	) x
	where x.problem is not null
$$;
comment on function private.broken_cells(jsonb) is
	'Cells that no person wrote so: an error of a table program, a formula without a result (#FORMEL!, '
	'by our reading), a letter lost by a wrong byte.';

create function private.with_broken(p_problems jsonb, a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select x.broken
		|| (
			select coalesce(jsonb_agg(p order by n), '[]')
			from jsonb_array_elements(p_problems) with ordinality as e (p, n)
			where not x.broken @> jsonb_build_array(jsonb_build_object('field', p -> 'field'))
		)
	from (select private.broken_cells(a) as broken) x
$$;
comment on function private.with_broken(jsonb, jsonb) is
	'Problems with those of broken cells, which say more than that the same cell is invalid.';

create function private.asked_for(p_organisation uuid, p_field text) returns uuid[]
language sql stable security definer set search_path = '' as $$
	select coalesce(array_agg(a.id order by c.opens_at), '{}')
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	join public.call_fields f on f.call_id = c.id
	where a.organisation_id = p_organisation
		and f.field_of_action = p_field
		and c.state = 'open'
		and c.opens_at <= private.now()
$$;
comment on function private.asked_for(uuid, text) is
	'As which addressees an organisation is asked about a field by calls that are open. Definer: asked once '
	'per row, for rows of one''s own authority.';
grant execute on function private.asked_for(uuid, text) to authenticated;

create function private.answers_otherwise(p_addressee uuid, p_field text) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from private.present_fields f
		where f.addressee_id = p_addressee and f.field_of_action = p_field and f.outcome <> 'nil_return'
	)
	or exists (
		select
		from public.need_reports r
		where r.addressee_id = p_addressee and r.field_of_action = p_field
	)
$$;
comment on function private.answers_otherwise(uuid, text) is
	'Did an addressee answer something else of a field than that there is nothing? Definer: as asked_for.';
grant execute on function private.answers_otherwise(uuid, text) to authenticated;

create function private.nil_return_problems(p_authority uuid, p_organisation uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	v_asked uuid[] := private.asked_for(p_organisation, a ->> 'field_of_action');
	v_known boolean := exists (select from public.fields_of_action f where f.key = a ->> 'field_of_action');
begin
	return private.organisation_problems(p_organisation, a)
		|| private.problem('field_of_action', 'missing', private.is_blank(a ->> 'field_of_action'))
		|| private.problem(
			'field_of_action', 'invalid', not private.is_blank(a ->> 'field_of_action') and not v_known
		)
		|| private.problem(
			'title', 'not_asked', p_organisation is not null and v_known and cardinality(v_asked) = 0
		)
		|| private.problem('title', 'asked_twice', cardinality(v_asked) > 1)
		|| private.problem(
			'title', 'answered',
			cardinality(v_asked) = 1 and private.answers_otherwise(v_asked[1], a ->> 'field_of_action')
		)
		|| private.source_problems(a);
end
$$;
comment on function private.nil_return_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming a nil return: exactly one open call asks the organisation about the '
	'field, and nothing else was answered there.';

create function private.organisation_called(p_authority uuid, p_name text) returns uuid
language sql stable security definer set search_path = '' as $$
	select x.id
	from (
		select o.id, 1 as n
		from public.organisations o
		where o.authority_id = p_authority and lower(o.name) = lower(btrim(p_name))
		union all
		select m.administration_id, 2
		from public.municipalities m
		where m.authority_id = p_authority and lower(m.name) = lower(btrim(p_name))
	) x
	order by x.n limit 1
$$;
comment on function private.organisation_called(uuid, text) is
	'An organisation by its name, or the administration of a municipality by the municipality''s. '
	'Definer: asked once per row, for rows of one''s own authority.';

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

create function private.request_import(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update public.imports set requested_at = private.now(), failure = null, cancelled_at = null
	where id = p_id
		and uploaded_by = private.person_id()
		and committed_at is null
		and (requested_at is null or failure is not null);
	if found then
		perform private.queue_job('take_import', json_build_object('import_id', p_id));
	end if;
end
$$;
comment on function private.request_import(uuid) is
	'Notes the request and queues the job, once. Definer: nobody may queue a job or write these times.';
grant execute on function private.request_import(uuid) to authenticated;

create function public.request_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	if v.read_at is null or exists (select from public.import_rows where import_id = v.id and problems <> '[]')
		or not exists (select from public.import_rows where import_id = v.id) then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	end if;
	perform private.request_import(v.id);
end
$$;
comment on function public.request_import(uuid) is
	'"Übernehmen": a job takes the rows over. Asked twice, it is done once.';
grant execute on function public.request_import(uuid) to authenticated;

create function public.discard_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.imports where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_import(uuid) is 'Throws an import away that was not taken over.';
grant execute on function public.discard_import(uuid) to authenticated;

create function private.cancel_import(p_id uuid) returns void
language sql volatile security definer set search_path = '' as $$
	update public.imports set cancelled_at = private.now()
	where id = p_id
		and uploaded_by = private.person_id()
		and requested_at is not null
		and committed_at is null
		and failure is null
		and cancelled_at is null
$$;
comment on function private.cancel_import(uuid) is
	'Notes the wish to stop. Definer: nobody may write these times.';
grant execute on function private.cancel_import(uuid) to authenticated;

create function public.cancel_import(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(p_id);
begin
	perform private.cancel_import(v.id);
end
$$;
comment on function public.cancel_import(uuid) is
	'"Abbrechen": the job that takes the rows over sees it after some of them, and none is taken over. One '
	'that is through already stays.';
grant execute on function public.cancel_import(uuid) to authenticated;

create function private.note_progress(p_id uuid, p_rows integer) returns void
language sql volatile security definer set search_path = '' as $$
	select setval('private.import_progress', i.ordinal * 100000 + p_rows) from public.imports i
	where i.id = p_id
		and i.uploaded_by = private.person_id()
		and i.requested_at is not null
		and i.committed_at is null
		and p_rows between 0 and 99999
$$;
comment on function private.note_progress(uuid, integer) is
	'Says how far an import of one''s own has come, visible at once. Definer: see import_progress.';
grant execute on function private.note_progress(uuid, integer) to authenticated;

create function private.finish_import(p_id uuid, p_results jsonb) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v public.imports;
begin
	update public.imports set committed_at = private.now(), failure = null
	where id = p_id
		and uploaded_by = private.person_id()
		and requested_at is not null
		and committed_at is null
		and private.may_import(authority_id, kind)
	returning *
	into v;
	perform private.require(v.id is not null);
	update public.import_rows r set result = p_results ->> r.number::text where r.import_id = p_id;
	if v.kind = 'need_reports' then
		perform private.tell(
			'{import_receipt}', v.authority_id, 'import', p_id,
			jsonb_build_object('organisation', x.organisation_id)
		)
		from (
			select distinct r.organisation_id
			from public.import_rows r
			where r.import_id = p_id and r.result is not null
		) x;
	end if;
end
$$;
comment on function private.finish_import(uuid, jsonb) is
	'Notes what became of each row of an import of one''s own, once. Each organisation is told of its '
	'reports together; invitations tell of themselves. Definer: nobody may write results by hand.';
grant execute on function private.finish_import(uuid, jsonb) to authenticated;

create function private.heed_cancel(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if exists (select from public.imports where id = p_id and cancelled_at is not null) then
		raise exception 'imports_error_cancelled' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.heed_cancel(uuid) is
	'Ends the taking over of an import whose person wished to stop it. Each call sees what is true by then.';
grant execute on function private.heed_cancel(uuid) to authenticated;

create function private.import_nil_return(r public.import_rows) returns text
language plpgsql volatile set search_path = '' as $$
declare v_asked uuid[] := private.asked_for(r.organisation_id, r.answers ->> 'field_of_action');
begin
	if cardinality(v_asked) <> 1 or private.answers_otherwise(v_asked[1], r.answers ->> 'field_of_action') then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	elsif not private.is_returned(v_asked[1], r.answers ->> 'field_of_action', 'nil_return') then
		perform private.return_survey(
			v_asked[1],
			jsonb_build_array(
				jsonb_build_object(
					'field', r.answers ->> 'field_of_action',
					'outcome', 'nil_return',
					'answers', '{}'::jsonb
				)
			),
			'import', nullif(btrim(r.answers ->> 'given_by'), ''),
			coalesce(nullif(r.answers ->> 'received_on', '')::date, private.today())
		);
	end if;
	return null;
end
$$;
comment on function private.import_nil_return(public.import_rows) is
	'Enters a row that says "Fehlanzeige" as a nil return, once. What was true when the file was checked is '
	'asked again.';
grant execute on function private.import_nil_return(public.import_rows) to authenticated;

create function public.commit_import(p_id uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.imports := private.import_of_mine(
	p_id
); r public.import_rows; v_results jsonb := '{}'; v_done integer := 0; v_count integer; v_part jsonb := '{}';
begin
	perform pg_advisory_xact_lock(hashtextextended('import ' || v.id, 0));
	select * into v from public.imports where id = p_id;
	select count(*) into v_count from public.import_rows where import_id = v.id;
	if v.committed_at is not null then
		return v_count;
	elsif v.requested_at is null
		or exists (select from public.import_rows where import_id = v.id and problems <> '[]')
	then
		raise exception 'imports_error_has_problems' using errcode = 'RULED';
	end if;
	perform private.heed_cancel(v.id);
	for r in select * from public.import_rows where import_id = v.id order by number loop
		v_part := v_part
			|| jsonb_build_object(
				r.number::text, case
					when r.answers ->> 'outcome' = 'nil_return' then private.import_nil_return(r)
					when v.kind = 'need_reports'
						then private.submit_for(
							r.organisation_id, r.answers - array['organisation', 'received_on', 'given_by'], 'import',
							coalesce(nullif(r.answers ->> 'received_on', '')::date, private.today()),
							r.answers ->> 'given_by'
						)
					else public.invite(
						r.post_id, coalesce(nullif(r.answers ->> 'capacity', ''), 'holder'),
						coalesce(nullif(r.answers ->> 'starts_on', '')::date, private.today()),
						nullif(r.answers ->> 'ends_on', '')::date, nullif(r.answers ->> 'salutation', ''),
						r.answers ->> 'given_name', r.answers ->> 'family_name', r.answers ->> 'email'
					)::text
				end
			);
		v_done := v_done + 1;
		if v_done % 25 = 0 then
			v_results := v_results || v_part;
			v_part := '{}';
			perform private.note_progress(v.id, v_done);
			perform private.heed_cancel(v.id);
		end if;
	end loop;
	perform private.heed_cancel(v.id);
	perform private.finish_import(v.id, v_results || v_part);
	return v_count;
end
$$;
comment on function public.commit_import(uuid) is
	'Takes over all rows or none, as the person who uploaded them and with the rights of today. A '
	'second call waits for the first and answers with the same.';
grant execute on function public.commit_import(uuid) to authenticated;

create function public.import_failed(p_id uuid, p_failure text) returns void
language sql volatile security definer set search_path = '' as $$
	update public.imports set failure = p_failure where id = p_id and committed_at is null
$$;
comment on function public.import_failed(uuid, text) is
	'Notes why nothing was taken over. Definer: for the server only.';

create function public.purge_imports() returns void
language sql volatile security definer set search_path = '' as $$
	delete from public.imports
	where uploaded_at < private.now() - interval '30 days'
		or read_at is null and uploaded_at < private.now() - interval '1 day'
$$;
comment on function public.purge_imports() is
	'Nightly: forgets files after 30 days, and those that were never read to the end after one. '
	'Definer: for the server only.';
