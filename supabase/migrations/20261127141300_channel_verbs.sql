-- Why: what the planning may do with what came by paper or phone: begin, correct its source, submit, and add what came later.

create function public.start_need_report_for(p_organisation uuid, p_channel text, p_received_on date, p_given_by text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(exists (select from public.organisations o where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))));
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id into v_id from public.need_report_drafts d where d.is_transcription and d.organisation_id = p_organisation and d.written_by = private.person_id()
		and d.revision = 0 and (d.channel, d.received_on, d.given_by) is not distinct from (p_channel, p_received_on, nullif(btrim(p_given_by), ''))
		and d.created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by)
	values (p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), '')) returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_need_report_for(uuid, text, date, text) is
	'A planner begins to enter what an organisation of the authority said by another channel. A second click within five seconds opens the same draft.';

-- What was told within a survey counts there like what was written online; nobody but the planning sees it before it is submitted.
create function public.start_survey_report_for(p_addressee uuid, p_field text, p_channel text, p_received_on date, p_given_by text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare c public.calls; v_organisation uuid; v_id uuid;
begin
	perform private.require(private.plans_addressee(p_addressee));
	select a.organisation_id into v_organisation from public.call_addressees a where a.id = p_addressee;
	select x.* into c from public.calls x join public.call_addressees a on a.call_id = x.id where a.id = p_addressee;
	perform private.require(exists (select from public.call_fields f where f.call_id = c.id and f.field_of_action = p_field));
	if c.state <> 'open' then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	elsif c.opens_at > now() then
		raise exception 'errors_call_not_open_yet' using errcode = 'RULED';
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id into v_id from public.need_report_drafts d where d.is_transcription and d.addressee_id = p_addressee and d.written_by = private.person_id()
		and d.revision = 0 and d.answers ->> 'field_of_action' = p_field
		and (d.channel, d.received_on, d.given_by) is not distinct from (p_channel, p_received_on, btrim(p_given_by)) and d.created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	insert into public.need_report_drafts (organisation_id, addressee_id, is_transcription, channel, received_on, given_by, answers)
	values (v_organisation, p_addressee, true, p_channel, p_received_on, btrim(p_given_by), jsonb_build_object('field_of_action', p_field)) returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_survey_report_for(uuid, text, text, date, text) is
	'A planner begins to enter a need that an addressee told within a survey, by the same rule as online: the call is open, late or not, and asks about this field. A second click within five seconds opens the same draft.';

create function public.change_need_report_source(p_id uuid, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	if not v.is_transcription and p_channel <> 'online' and private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	end if;
	update public.need_report_drafts set channel = p_channel, received_on = case when v.is_transcription then p_received_on end,
		given_by = case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end
	where id = p_id and (channel, received_on, given_by) is distinct from (p_channel, case when v.is_transcription then p_received_on end,
		case when p_channel <> 'online' then nullif(btrim(p_given_by), '') end);
end
$$;
comment on function public.change_need_report_source(uuid, text, date, text) is
	'Says how a draft came and from whom: the planning''s transcription, or for which member the office of a council or umbrella writes (online: for nobody in particular).';

create or replace function public.release_need_report(p_id uuid, p_revision integer) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts; a jsonb; r public.need_reports; v_number text;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	if v.id is null then
		select number into v_number from public.need_reports
		where id = p_id and (organisation_id in (select private.my_organisations(private.writing_kinds()))
			or is_transcription and authority_id in (select private.my_authorities('{planner}')));
		perform private.require(v_number is not null);
		return v_number;
	end if;
	if not v.is_transcription and v.organisation_id not in (select private.my_organisations(private.releasing_kinds())) then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE', detail = jsonb_build_object('revision', v.revision, 'stored', '{}'::jsonb)::text;
	end if;
	perform private.check_answers(v.answers);
	a := private.given_answers(v.answers);
	r := jsonb_populate_record(null::public.need_reports, a - 'contact');
	insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality, description, noticed_source,
		noticed_body, noticed_on, noticed_item, noticed_since, evidence, evidence_year, evidence_source, affected_range, urgency, urgency_reason,
		existing_offer, proposed_solution, own_contribution, responsible_levels, cost_idea, visibility)
	values (v.id, v.organisation_id, r.title, r.field_of_action, r.target_groups, r.municipality_ags, r.locality, r.description, r.noticed_source,
		r.noticed_body, r.noticed_on, r.noticed_item, r.noticed_since, r.evidence, r.evidence_year, r.evidence_source, r.affected_range, r.urgency,
		r.urgency_reason, r.existing_offer, r.proposed_solution, r.own_contribution, coalesce(r.responsible_levels, '{}'), r.cost_idea, r.visibility)
	returning number into v_number;
	if a ? 'contact' then
		insert into public.need_report_contacts (report_id, contact) values (v.id, a ->> 'contact');
	end if;
	delete from public.need_report_drafts where id = v.id;
	return v_number;
end
$$;
comment on function public.release_need_report(uuid, integer) is
	'Submits exactly what the releaser saw (revision); a transcription is submitted by the planning, since the letter was signed. MISSG and INVAL as for handing in. The draft becomes the report under the same id, so a second submit answers with the same number.';

create function private.submit_for(p_organisation uuid, p_answers jsonb, p_channel text, p_received_on date, p_given_by text) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	perform private.require(exists (select from public.organisations o where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))));
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (organisation_id, is_transcription, channel, received_on, given_by, answers)
	select p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), ''), coalesce(jsonb_object_agg(key, value), '{}')
	from jsonb_each(p_answers) where key = any (private.need_report_fields()) returning * into v;
	return public.release_need_report(v.id, v.revision);
end
$$;
comment on function private.submit_for(uuid, jsonb, text, date, text) is
	'Submits a complete report on behalf of an organisation, as a planner of its authority and with no more than a planner''s rights. MISSG, INVAL (detail: the questions or channel, received_on, given_by), RULED. Returns the number.';
grant execute on function private.submit_for(uuid, jsonb, text, date, text) to authenticated;

create function public.enter_need_report_message(p_number text, p_kind text, p_body text, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require_choice('kind', p_kind in ('reply', 'addition'));
	perform private.require(private.may_assess(v_report));
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.check_source(p_channel, p_received_on, p_given_by);
	perform private.lock_report(v_report);
	insert into public.need_report_messages (report_id, kind, body, channel, received_on, given_by)
	select v_report, p_kind, p_body, p_channel, p_received_on, nullif(btrim(p_given_by), '')
	where not exists (select from public.need_report_messages m where m.report_id = v_report and m.kind = p_kind and m.body = p_body
		and m.created_at > now() - interval '10 minutes' and m.person_id = private.person_id());
end
$$;
comment on function public.enter_need_report_message(text, text, text, text, date, text) is
	'A planner enters a reply or an addition that the organisation gave by another channel. The same words within ten minutes are written once.';

create function public.enter_gap_answer(p_number text, p_verdict text, p_sentence text, p_channel text, p_received_on date, p_given_by text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	perform private.require_choice('verdict', p_verdict in ('yes', 'partly', 'no'));
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_gap_answers (report_id, verdict, sentence, channel, received_on, given_by)
	values (v_report, p_verdict, nullif(btrim(p_sentence), ''), p_channel, p_received_on, nullif(btrim(p_given_by), '')) on conflict do nothing;
end
$$;
comment on function public.enter_gap_answer(text, text, text, text, date, text) is
	'A planner enters what the organisation said by another channel about whether the gap is closed. The first word counts.';

create function public.transcription_choices() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind) order by
		array_position(array['municipality', 'association', 'advisory_council', 'welfare_umbrella', 'member_association', 'provider'], o.kind), o.name), '[]')
	from public.organisations o where o.kind not in ('authority', 'office') and o.authority_id in (select private.my_authorities('{planner}'))
$$;
comment on function public.transcription_choices() is 'Organisations for which one may enter something: all of the authorities one plans for.';

revoke execute on function public.start_need_report_for(uuid, text, date, text), public.start_survey_report_for(uuid, text, text, date, text), public.change_need_report_source(uuid, text, date, text),
	public.enter_need_report_message(text, text, text, text, date, text), public.enter_gap_answer(text, text, text, text, date, text),
	public.transcription_choices() from public;
grant execute on function public.start_need_report_for(uuid, text, date, text), public.start_survey_report_for(uuid, text, text, date, text), public.change_need_report_source(uuid, text, date, text),
	public.enter_need_report_message(text, text, text, text, date, text), public.enter_gap_answer(text, text, text, text, date, text),
	public.transcription_choices() to authenticated;
