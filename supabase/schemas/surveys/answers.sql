-- What addressees returned in a survey, word for word, for the planning: what is read.

create function private.survey_answers_of(
	p_call uuid, p_addressees uuid[] default null, p_field text default null
) returns table (addressee_id uuid, field_of_action text, said json)
language sql stable security definer set search_path = '' set enable_seqscan = off rows 200 as $$
	with asked as materialized (
		select a.id, a.authority_id
		from public.calls c
		join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
		where c.id = p_call
			and (p_addressees is null or a.id = any (p_addressees))
			and private.plans_call(p_call)
	),
	guests as materialized (
		select l.addressee_id, u.name, u.given, u.created_at
		from asked a
		join private.addressee_links l on l.authority_id = a.authority_id and l.addressee_id = a.id
		join private.addressee_link_uses u on u.link_id = l.id
		where l.duty = 'answer'
	),
	reported as materialized (
		select r.addressee_id, r.field_of_action,
			json_agg(
				json_build_object(
					'number', r.number,
					'title', r.title
				)
				order by r.received_at
			) as rows
		from asked a
		join public.need_reports r on r.authority_id = a.authority_id and r.addressee_id = a.id
		where p_field is null or r.field_of_action = p_field
		group by r.addressee_id, r.field_of_action
	)
	select f.addressee_id, f.field_of_action,
		json_build_object(
			'versions', json_agg(
				json_build_object(
					'outcome', f.outcome,
					'answers', f.answers,
					'unknown', f.unknown,
					'at', r.created_at,
					'isLate', r.is_late,
					'channel', r.channel,
					'givenBy', r.given_by,
					'receivedOn', r.received_on,
					'personName', nullif(
						concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name), ''
					),
					'postTitle', p.title || ', ' || o.name,
					'guestName', case
						when f.corrects_id is null and r.channel = 'online'
							then (
								select g.name
								from guests g
								where g.addressee_id = f.addressee_id
									and g.created_at <= f.created_at
									and g.given -> f.field_of_action = jsonb_build_object(
										'outcome', f.outcome,
										'answers', f.answers,
										'unknown', f.unknown
									)
								order by g.created_at
								limit 1
							)
					end
				)
				order by f.created_at desc
			),
			'reports', coalesce(
				(
					select n.rows
					from reported n
					where n.addressee_id = f.addressee_id and n.field_of_action = f.field_of_action
				),
				'[]'
			)
		)
	from asked a
	join public.survey_return_fields f on f.authority_id = a.authority_id
		and f.call_id = p_call
		and f.addressee_id = a.id
	join public.call_returns r on r.id = f.return_id
	left join public.people pe on pe.id = coalesce(r.released_by, r.entered_by)
	left join public.posts p on p.id = coalesce(r.released_in, r.entered_in)
	left join public.organisations o on o.id = p.organisation_id
	where p_field is null or f.field_of_action = p_field
	group by f.addressee_id, f.field_of_action
$$;
comment on function private.survey_answers_of(uuid, uuid[], text) is
	'What addressees (all, or these) returned for each field (or this one), as they said it: every version, '
	'the newest first, which is the one that holds (present_fields), and the reports made in answer. A '
	'guest is named where the head released what the guest had said. Definer: columns of persons are granted '
	'to nobody; nothing for everybody but planners.';
grant execute on function private.survey_answers_of(uuid, uuid[], text) to authenticated;

create function private.surveys_answers(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' rows 200 as $$
	select s.addressee_id, json_object_agg(s.field_of_action, s.said)
	from private.survey_answers_of(
		p_call, case when p_addressee is not null then array[p_addressee] end
	) s
	group by s.addressee_id
$$;
comment on function private.surveys_answers(uuid, uuid) is
	'What each addressee returned, by field: see above.';
grant execute on function private.surveys_answers(uuid, uuid) to authenticated;

create function private.surveys_form(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	select c.id, json_build_object('questions', f.questions, 'own', private.own_questions(c.id))
	from public.calls c
	join public.survey_forms f on f.version = c.form_version
	where c.id = p_call
$$;
comment on function private.surveys_form(uuid, uuid) is
	'The questions of a survey, which its answers answer: those of the form of every field, and its own.';
grant execute on function private.surveys_form(uuid, uuid) to authenticated;

create function public.survey_field(
	p_authority uuid, p_slug text, p_place integer, p_after text default null
) returns json
language plpgsql stable set search_path = '' as $$
declare
	c public.calls := private.call_to_plan(p_authority, p_slug, 'surveys');
	v_fields jsonb := private.fields_of_call(c.id);
	v_field text := case
		when p_place > 0 then v_fields -> (p_place - 1) ->> 'key'
		when p_place = 0 and v_fields @> '[{"key": "own_questions"}]' then 'own_questions'
	end;
	v_after public.call_addressees;
	v_page uuid[];
begin
	perform private.require(c.state <> 'draft' and v_field is not null);
	select * into v_after from public.call_addressees a where a.call_id = c.id and a.id::text = p_after;
	v_page := array(
		select a.id
		from public.call_addressees a
		where a.authority_id = c.authority_id
			and a.call_id = c.id
			and (v_after.id is null or (a.organisation_name, a.id) > (v_after.organisation_name, v_after.id))
		order by a.organisation_name, a.id
		limit 26
	);
	return json_build_object(
		'call', private.call_head(c),
		'fields', v_fields,
		'form', private.form_of_call(c.id),
		'tallies', (
			select coalesce(
				json_agg(
					json_build_object(
						'key', t.key,
						'answered', t.answered,
						'counts', t.counts,
						'total', t.total
					)
				),
				'[]'
			)
			from private.question_tallies(c.id) t
			where v_field = 'own_questions'
		),
		'asked', (
			select count(*)
			from public.call_addressees a
			where a.authority_id = c.authority_id and a.call_id = c.id
		),
		'outcomes', (
			select coalesce(json_object_agg(x.outcome, x.n), '{}')
			from (
				select f.outcome, count(*) as n
				from private.present_fields f
				where f.authority_id = c.authority_id and f.call_id = c.id and f.field_of_action = v_field
				group by f.outcome
			) x
		),
		'hasMore', cardinality(v_page) > 25,
		'addressees', (
			select coalesce(
				json_agg(
					json_build_object(
						'id', a.id,
						'organisationName', a.organisation_name,
						'standing', private.standing(
							a, c.state = 'open', exists (select from public.call_returns r where r.addressee_id = a.id)
						),
						'answer', s.said
					)
					order by a.organisation_name, a.id
				),
				'[]'
			)
			from public.call_addressees a
			left join private.survey_answers_of(c.id, v_page[:25], v_field) s on s.addressee_id = a.id
			where a.id = any (v_page[:25])
		)
	);
end
$$;
comment on function public.survey_field(uuid, text, integer, text) is
	'One field of a survey, the p_place-th asked about, or with 0 its own questions: what 25 addressees '
	'returned for it, in the order of their names, after the one given; how many said what. NOTFD for who does '
	'not plan, and for no such field.';
grant execute on function public.survey_field(uuid, text, integer, text) to authenticated;
