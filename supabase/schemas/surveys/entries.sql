-- What a planner enters of a survey: what came by letter or phone.

create function private.check_said(
	p_addressee uuid, p_said jsonb, p_is_complete boolean default false
) returns void
language plpgsql stable set search_path = '' as $$
declare v_call uuid := (select a.call_id from public.call_addressees a where a.id = p_addressee);
	v_wrong text;
begin
	if jsonb_typeof(p_said) is distinct from 'array' or p_said = '[]' then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["fields"]';
	end if;
	perform private.require_choice(
		'outcome',
		not exists (
			select
			from jsonb_array_elements(p_said) x
			where coalesce(x ->> 'outcome', '') not in ('nil_return', 'needs', 'not_competent', 'answered')
				or (x ->> 'outcome' = 'answered') <> (coalesce(x ->> 'field', '') = 'own_questions')
		)
	);
	perform private.require_choice(
		'fields',
		(select count(distinct x ->> 'field') = count(*) from jsonb_array_elements(p_said) x)
	);
	perform private.require_choice(
		'answers',
		not exists (
			select
			from jsonb_array_elements(p_said) x
			where not (
				array(select jsonb_object_keys(coalesce(x -> 'answers', '{}')))
				|| array(select jsonb_array_elements_text(coalesce(x -> 'unknown', '[]')))
			) <@ private.keys_asked(v_call, x ->> 'field')
		)
	);
	if exists (
		select
		from jsonb_array_elements(p_said) x
		cross join lateral jsonb_each_text(coalesce(x -> 'answers', '{}')) t
		where length(t.value) > 5000
	) then
		raise exception 'errors_survey_answer_too_long' using errcode = 'RULED';
	end if;
	select private.wrong_in(v_call, coalesce(x -> 'answers', '{}'), p_is_complete)
	into v_wrong
	from jsonb_array_elements(p_said) x
	where x ->> 'field' = 'own_questions';
	if v_wrong is not null then
		raise exception '%', v_wrong using errcode = 'RULED';
	end if;
end
$$;
comment on function private.check_said(uuid, jsonb, boolean) is
	'What somebody enters of a survey is held to what may be filled in online: the questions of its form, each '
	'field once, 5,000 characters; of its own questions what was left out on paper stays open, unless '
	'p_is_complete. MISSG, INVAL, RULED.';
grant execute on function private.check_said(uuid, jsonb, boolean) to authenticated;

create function private.is_said(
	p_addressee uuid, p_said jsonb, p_channel text, p_given_by text, p_received_on date,
	p_return uuid default null
) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.survey_return_fields f
		join public.call_returns r on r.id = f.return_id
		where f.addressee_id = p_addressee
			and f.field_of_action = p_said ->> 'field'
			and case
				when p_return is null
					then not exists (select from public.survey_return_fields x where x.corrects_id = f.id)
				else r.id = p_return
			end
			and (f.outcome, f.answers, to_jsonb(f.unknown)) = (
				p_said ->> 'outcome', coalesce(p_said -> 'answers', '{}'), coalesce(p_said -> 'unknown', '[]')
			)
			and (r.channel, r.given_by, r.received_on) = (p_channel, btrim(p_given_by), p_received_on)
	)
$$;
comment on function private.is_said(uuid, jsonb, text, text, date, uuid) is
	'Does a field say just this, by this channel, from this person, on this day: now, or in one return?';
grant execute on function private.is_said(uuid, jsonb, text, text, date, uuid) to authenticated;

create function public.enter_survey_return(
	p_addressee uuid, p_said jsonb, p_channel text, p_given_by text, p_received_on date default null,
	p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
	v_id uuid := coalesce(p_id, gen_random_uuid());
	v_day date := coalesce(
		p_received_on, (select r.received_on from public.call_returns r where r.id = p_id), private.today()
	);
	v_new jsonb;
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice(
		'channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person', 'workshop')
	);
	if private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	end if;
	perform private.check_said(p_addressee, p_said);
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	if exists (select from public.call_returns r where r.id = v_id and r.addressee_id = p_addressee) then
		if exists (
			select
			from jsonb_array_elements(p_said) x
			where not private.is_said(p_addressee, x, p_channel, p_given_by, v_day, v_id)
		) then
			raise exception 'errors_already_done' using errcode = 'FINAL';
		end if;
		return v_id;
	end if;
	v_new := (
		select coalesce(jsonb_agg(x), '[]')
		from jsonb_array_elements(p_said) x
		where not private.is_said(p_addressee, x, p_channel, p_given_by, v_day)
	);
	if v_new = '[]' then
		return (
			select r.id
			from public.call_returns r
			join private.present_fields f on f.return_id = r.id
			where r.addressee_id = p_addressee
				and f.field_of_action in (select x ->> 'field' from jsonb_array_elements(p_said) x)
			order by r.created_at desc
			limit 1
		);
	end if;
	perform private.return_survey(p_addressee, v_new, p_channel, btrim(p_given_by), v_day, v_id);
	return v_id;
end
$$;
comment on function public.enter_survey_return(uuid, jsonb, text, text, date, uuid) is
	'Enters for an addressee what came on paper or by phone, in one act: p_said as [{field, outcome, '
	'answers, unknown}], needs in words too. p_id: drawn by the form; sent again, however late, it is the '
	'same return, and with other words FINAL. What holds already just so is not entered twice. Returns the '
	'return''s id.';
grant execute on function
	public.enter_survey_return(uuid, jsonb, text, text, date, uuid)
to authenticated;

create function public.survey_entries(p_addressee uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	return (
		select jsonb_build_object(
			'form', private.form_of_call(c.id),
			'entries', coalesce(
				(
					select jsonb_agg(e.said order by e.at desc)
					from private.entries_of(p_addressee) e
				),
				'[]'
			)
		)
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = p_addressee
	);
end
$$;
comment on function public.survey_entries(uuid) is
	'For who enters what came on paper: what the survey asks, and what was entered before, word '
	'for word, newest first.';
grant execute on function public.survey_entries(uuid) to authenticated;

create function private.entries_of(p_addressee uuid) returns table (at timestamptz, said jsonb)
language sql stable set search_path = '' rows 5 as $$
	select r.created_at,
		jsonb_build_object(
			'id', r.id,
			'at', r.created_at,
			'channel', r.channel,
			'givenBy', r.given_by,
			'receivedOn', r.received_on,
			'isLate', r.is_late,
			'fields', jsonb_agg(
				jsonb_build_object(
					'field', f.field_of_action,
					'outcome', f.outcome,
					'answers', f.answers,
					'unknown', f.unknown,
					'isReplaced', exists (select from public.survey_return_fields x where x.corrects_id = f.id),
					'reports', (
						select count(*)
						from public.need_reports n
						where n.authority_id = f.authority_id
							and n.addressee_id = f.addressee_id
							and n.field_of_action = f.field_of_action
					),
					'drafts', (
						select coalesce(
							jsonb_agg(
								jsonb_build_object(
									'id', d.id,
									'title', left(d.answers ->> 'title', 120)
								)
								order by d.created_at
							),
							'[]'
						)
						from public.need_report_drafts d
						where d.authority_id = f.authority_id
							and d.addressee_id = f.addressee_id
							and d.is_transcription
							and d.answers ->> 'field_of_action' = f.field_of_action
					)
				)
				order by o.position nulls last
			)
		)
	from public.call_returns r
	join public.survey_return_fields f on f.authority_id = r.authority_id and f.return_id = r.id
	left join public.fields_of_action o on o.key = f.field_of_action
	where r.addressee_id = p_addressee and r.channel <> 'online'
	group by r.id
$$;
comment on function private.entries_of(uuid) is
	'The returns that somebody entered for an addressee, for who may read returns.';
grant execute on function private.entries_of(uuid) to authenticated;

-- What was told within a survey counts there like what was written online; nobody but the planning sees it
-- before it is submitted.
create function public.start_survey_report_for(
	p_addressee uuid, p_field text, p_channel text, p_received_on date, p_given_by text,
	p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare
	c public.calls; v_organisation uuid;
	v_id uuid := private.id_within(coalesce(p_id, gen_random_uuid()), p_field);
begin
	perform private.require(private.plans_addressee(p_addressee));
	select a.organisation_id into v_organisation from public.call_addressees a where a.id = p_addressee;
	select x.*
	into c
	from public.calls x
	join public.call_addressees a on a.call_id = x.id
	where a.id = p_addressee;
	perform private.require(
		exists (select from public.call_fields f where f.call_id = c.id and f.field_of_action = p_field)
	);
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif c.opens_at > private.now() then
		raise exception 'errors_call_not_open_yet' using errcode = 'RULED';
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (
		id, organisation_id, addressee_id, is_transcription, channel, received_on, given_by, answers
	)
	select v_id, v_organisation, p_addressee, true, p_channel, p_received_on, btrim(p_given_by),
		jsonb_build_object('field_of_action', p_field)
	where not private.has_begun(v_id, v_organisation)
	on conflict do nothing;
	perform private.require(found or private.has_begun(v_id, v_organisation));
	return v_id;
end
$$;
comment on function public.start_survey_report_for(uuid, text, text, date, text, uuid) is
	'A planner begins to enter a need that an addressee told within a survey, by the same rule as '
	'online: the call is open, late or not, and asks about this field. p_id: as in '
	'start_survey_report.';
grant execute on function public.start_survey_report_for(uuid, text, text, date, text, uuid) to authenticated;
