-- What a comment round adds to what all calls have: see calls/kinds.sql.

create function private.rounds_fields(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call, '[{"key": "statement", "label": "Stellungnahme", "labelEn": "Statement"}]'::json
$$;
comment on function private.rounds_fields(uuid, uuid) is 'A round asks for one thing: a statement.';
grant execute on function private.rounds_fields(uuid, uuid) to authenticated;

create function private.rounds_cells(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' rows 200 as $$
	select x.addressee_id,
		json_build_object(
			'cells', json_build_object('statement', x.cell),
			'counts', json_build_object('statement', x.points)
		)
	from (
		select distinct on (r.addressee_id) r.addressee_id,
			s.kind || case when r.is_late then ' late ' else ' in_time ' end || r.channel as cell,
			(
				select count(*)
				from public.statements y
				join public.statement_points p on p.authority_id = y.authority_id and p.statement_id = y.id
				where y.authority_id = r.authority_id and y.addressee_id = r.addressee_id and y.state = 'submitted'
			) as points
		from public.call_returns r
		join public.statements s on s.authority_id = r.authority_id and s.return_id = r.id
		where r.call_id = p_call and (p_addressee is null or r.addressee_id = p_addressee)
		order by r.addressee_id, s.kind = 'individual', r.created_at desc
	) x
$$;
comment on function private.rounds_cells(uuid, uuid) is
	'What addressees handed in last, the joint word before those of single members, and how many '
	'points. Granted to nobody: the '
	'ledger asks for planners.';

create function private.rounds_form(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call,
		json_build_object(
			'document', (
				select json_build_object(
					'slug', d.slug,
					'title', d.title,
					'kind', d.kind,
					'number', v.number,
					'isFrozen', v.frozen_at is not null
				)
				from public.document_versions v
				join public.documents d on d.id = v.document_id
				where v.id = r.version_id
			),
			'isPublic', r.is_public,
			'reading', r.reading
		)
	from public.rounds r
	where r.call_id = p_call
$$;
comment on function private.rounds_form(uuid, uuid) is 'The version a round is about, and who reads what.';
grant execute on function private.rounds_form(uuid, uuid) to authenticated;

create function private.rounds_answers(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' rows 200 as $$
	select x.addressee_id, json_build_object('statement', json_agg(x.said order by x.place, x.submitted_at))
	from (
		select s.addressee_id, s.submitted_at, (s.kind = 'individual')::integer as place,
			private.statement_document(s.id) as said
		from public.statements s
		where s.call_id = p_call
			and s.state = 'submitted'
			and private.plans_call(p_call)
			and (p_addressee is null or s.addressee_id = p_addressee)
	) x
	group by x.addressee_id
$$;
comment on function private.rounds_answers(uuid, uuid) is
	'The statements of addressees word for word, the joint one first. For planners only.';
grant execute on function private.rounds_answers(uuid, uuid) to authenticated;

create function private.rounds_returned(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' rows 200 as $$
	select s.return_id,
		json_build_object(
			'kind', s.kind,
			'personName', case s.kind when 'individual' then s.person_name end,
			'points', (
				select count(*)
				from public.statement_points p
				where p.authority_id = s.authority_id and p.statement_id = s.id
			)
		)
	from public.statements s
	where s.call_id = p_call
		and s.state = 'submitted'
		and (p_addressee is null or s.addressee_id = p_addressee)
$$;
comment on function private.rounds_returned(uuid, uuid) is
	'What each return said. Granted to nobody: see rounds_cells.';

create function private.rounds_obstacles(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select null::uuid, null::json where false
$$;
comment on function private.rounds_obstacles(uuid, uuid) is
	'Nothing has to be done before a round is closed: its points are weighed afterwards.';
grant execute on function private.rounds_obstacles(uuid, uuid) to authenticated;

create function private.rounds_addressee(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_addressee, json_build_object('legalBasis', a.legal_basis)
	from public.call_addressees a
	where a.id = p_addressee and a.call_id = p_call
$$;
comment on function private.rounds_addressee(uuid, uuid) is
	'Why an addressee has to be asked, where it has to.';
grant execute on function private.rounds_addressee(uuid, uuid) to authenticated;

create function private.rounds_letter(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_addressee,
		json_build_object(
			'document', d.title,
			'number', v.number,
			'sections', (
				select json_agg(
					json_build_object(
						'key', s.key,
						'number', t.number,
						'heading', t.heading
					)
					order by t.place
				)
				from public.section_texts t
				join public.sections s on s.id = t.section_id
				where t.version_id = v.id
			)
		)
	from public.rounds r
	join public.document_versions v on v.id = r.version_id
	join public.documents d on d.id = v.document_id
	where r.call_id = p_call
$$;
comment on function private.rounds_letter(uuid, uuid) is
	'The contents of the draft, which go along with the letter.';
grant execute on function private.rounds_letter(uuid, uuid) to authenticated;

create function private.rounds_result(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select p_call, json_build_object('public', '[]'::json, 'participants', '[]'::json)
$$;
comment on function private.rounds_result(uuid, uuid) is
	'Nothing is published by columns: the summary says what came of it.';
grant execute on function private.rounds_result(uuid, uuid) to authenticated;

create function private.rounds_tasks() returns table (
	kind text, ref text, title text, who text, due_on date, at timestamptz
)
language plpgsql stable security definer set search_path = '' as $$
declare v_takes_part uuid[] := array(select private.my_organisations(private.participating_kinds()));
begin
	return query
	select 'round_read', c.kind || '/' || c.slug, c.title, a.organisation_name,
		(a.due_at at time zone 'Europe/Berlin')::date, a.invited_at
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
		and c.kind = 'rounds'
		and c.state = 'open'
		and c.opens_at <= private.now()
	where a.organisation_id = any (v_takes_part) and a.answered_at is null
	order by a.due_at
	limit 20;
end
$$;
comment on function private.rounds_tasks() is
	'Rounds that wait for the word of one''s organisation. Granted to nobody. Definer: see report_tasks.';
