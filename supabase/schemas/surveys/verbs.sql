-- Verbs of needs surveys: what fills a call: what changes something.

create function private.check_answers_fit(p_addressee uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
	if exists (
		select
		from public.survey_answers s
		cross join lateral jsonb_each_text(s.answers) x
		where s.addressee_id = p_addressee and length(x.value) > 5000 and private.waits_for_release(s)
	) then
		raise exception 'errors_survey_answer_too_long' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.check_answers_fit(uuid) is
	'What is typed is kept whatever its length; what is released has at most 5,000 characters per '
	'question.';
grant execute on function private.check_answers_fit(uuid) to authenticated;

-- What was told within a survey counts there like what was written online; nobody but the planning sees it
-- before it is submitted.
create function public.start_survey_report_for(
	p_addressee uuid, p_field text, p_channel text, p_received_on date, p_given_by text
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare c public.calls; v_organisation uuid; v_id uuid;
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
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id
	into v_id
	from public.need_report_drafts d
	where d.is_transcription and d.addressee_id = p_addressee and d.written_by = private.person_id()
		and d.revision = 0 and d.answers ->> 'field_of_action' = p_field
		and (d.channel, d.received_on, d.given_by) is not distinct from (
			p_channel, p_received_on, btrim(p_given_by)
		)
			and d.created_at > private.now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	insert into public.need_report_drafts (
		organisation_id, addressee_id, is_transcription, channel, received_on, given_by, answers
	)
	values (
		v_organisation, p_addressee, true, p_channel, p_received_on, btrim(p_given_by),
		jsonb_build_object('field_of_action', p_field)
	)
	returning id
	into v_id;
	return v_id;
end
$$;
comment on function public.start_survey_report_for(uuid, text, text, date, text) is
	'A planner begins to enter a need that an addressee told within a survey, by the same rule as '
	'online: the call is open, late or not, and asks about this field. A second click within five '
	'seconds opens the same draft.';
grant execute on function public.start_survey_report_for(uuid, text, text, date, text) to authenticated;

create function public.hand_in_survey(p_addressee uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	if (
		select c.state
		from public.calls c
		join public.call_addressees a on a.call_id = c.id
		where a.id = p_addressee
	) <> 'open'
	then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif not exists (
		select
		from public.survey_answers s
		where s.addressee_id = p_addressee and private.waits_for_release(s)
	) then
		raise exception 'errors_survey_nothing_to_release' using errcode = 'RULED';
	end if;
	perform private.check_answers_fit(p_addressee);
	perform private.hand_in_survey(p_addressee);
end
$$;
comment on function public.hand_in_survey(uuid) is
	'Puts what is filled in before the head. RULED: nothing is filled in that is not returned already.';
grant execute on function public.hand_in_survey(uuid) to authenticated;

create function private.hand_in_survey(p_addressee uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare a public.call_addressees;
begin
	select * into a from public.call_addressees where id = p_addressee;
	if private.writes_for_addressee(p_addressee)
		and not exists (
			select
			from public.call_notices n
			where n.addressee_id = p_addressee
				and n.kind = 'handed_in'
				and n.created_at > private.now() - interval '5 minutes'
				and n.created_at >= all (
					select s.saved_at from public.survey_answers s where s.addressee_id = p_addressee
				)
		) then
		perform private.notice(
			p_addressee, 'handed_in', private.person_id(),
			private.acting_post(a.organisation_id, private.writing_kinds())
		);
	end if;
end
$$;
comment on function private.hand_in_survey(uuid) is
	'One mail to the head within five minutes, however often it is pressed, unless something was '
	'changed since. Definer: notices are written by verbs, not by hand; it asks itself who is calling.';
grant execute on function private.hand_in_survey(uuid) to authenticated;

create function public.answer_rest_nil(p_addressee uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v_fields text[];
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	v_fields := array(
		select x ->> 'key'
		from jsonb_array_elements(private.survey_fields(p_addressee)) x
		where (x ->> 'isUntouched')::boolean
	);
	perform private.answer_nil(p_addressee, v_fields);
	return cardinality(v_fields);
end
$$;
comment on function public.answer_rest_nil(uuid) is
	'Fehlanzeige for every untouched field. Returns how many.';
grant execute on function public.answer_rest_nil(uuid) to authenticated;

create function public.ask_extension_until(p_addressee uuid, p_until date, p_reason text) returns void
language sql volatile set search_path = '' as $$
	select public.ask_extension(p_addressee, private.end_of_day(p_until), p_reason)
$$;
comment on function public.ask_extension_until(uuid, date, text) is
	'The same with a day: until its end, in Germany.';
grant execute on function public.ask_extension_until(uuid, date, text) to authenticated;
