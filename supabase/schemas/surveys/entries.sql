-- What a planner enters of a survey: what came by letter or phone.

create function public.enter_survey_return(
	p_addressee uuid, p_fields text[], p_outcome text, p_channel text, p_given_by text, p_received_on date,
	p_answers jsonb default '{}'
) returns integer
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice(
		'channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person', 'workshop')
	);
	perform private.require_choice('outcome', p_outcome in ('nil_return', 'not_competent'));
	if private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	elsif coalesce(cardinality(p_fields), 0) = 0 then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["fields"]';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	return private.return_survey(
		p_addressee,
		(
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'outcome', p_outcome,
						'answers', coalesce(p_answers, '{}')
					)
				),
				'[]'
			)
			from (select distinct unnest(p_fields) as f) x
			where not private.is_returned(
				p_addressee, f, p_outcome, p_channel, coalesce(p_received_on, private.today())
			)
		),
		p_channel, p_given_by, p_received_on
	);
end
$$;
comment on function public.enter_survey_return(uuid, text[], text, text, text, date, jsonb) is
	'Enters for an addressee what came on paper or by phone: nil returns and "not ours to know". Needs '
	'are entered as reports. A double submit enters nothing twice.';
grant execute on function
	public.enter_survey_return(uuid, text[], text, text, text, date, jsonb)
to authenticated;

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
