-- Verbs of need reports, their assessment and answer: what changes something.

create function private.lock_report(p_report uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.need_reports where id = p_report for update;
end
$$;
comment on function private.lock_report(uuid) is
	'Puts two who act on one report at once in a line, so that the second sees what the first did. '
	'Definer: locking needs a right to update, which nobody has.';
grant execute on function private.lock_report(uuid) to authenticated;

create function private.report_named(p_number text) returns uuid
language plpgsql stable set search_path = '' as $$
declare v_id uuid;
begin
	select id into v_id from public.need_reports where number = p_number;
	if v_id is null then
		raise exception 'no such report' using errcode = 'NOTFD';
	end if;
	return v_id;
end
$$;
comment on function private.report_named(text) is
	'The report of this number among those the person may see; NOTFD otherwise.';
grant execute on function private.report_named(text) to authenticated;

create function public.release_need_report(p_id uuid, p_revision integer) returns text
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
	if not v.is_transcription
		and v.organisation_id not in (select private.my_organisations(private.releasing_kinds()))
	then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', v.revision,
			'stored', '{}'::jsonb
		)::text;
	end if;
	perform private.check_answers(v.answers);
	a := private.given_answers(v.answers);
	r := jsonb_populate_record(null::public.need_reports, a - 'contact');
	insert into public.need_reports (
		id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality, description,
		noticed_source, noticed_body, noticed_on, noticed_item, noticed_since, evidence, evidence_year,
		evidence_source, affected_range, urgency, urgency_reason, existing_offer, proposed_solution,
		own_contribution, responsible_levels, cost_idea, visibility
	)
	values (
		v.id, v.organisation_id, r.title, r.field_of_action, r.target_groups, r.municipality_ags, r.locality,
		r.description, r.noticed_source, r.noticed_body, r.noticed_on, r.noticed_item, r.noticed_since,
		r.evidence, r.evidence_year, r.evidence_source, r.affected_range, r.urgency, r.urgency_reason,
		r.existing_offer, r.proposed_solution, r.own_contribution, coalesce(r.responsible_levels, '{}'),
		r.cost_idea, r.visibility
	)
	returning number into v_number;
	if a ? 'contact' then
		insert into public.need_report_contacts (report_id, contact) values (v.id, a ->> 'contact');
	end if;
	delete from public.need_report_drafts where id = v.id;
	return v_number;
end
$$;
comment on function public.release_need_report(uuid, integer) is
	'Submits exactly what the releaser saw (revision); a transcription is submitted by the planning, '
	'since the letter was signed. MISSG and INVAL as for handing in. The draft becomes the report under '
	'the same id, so a second submit answers with the same number.';
grant execute on function public.release_need_report(uuid, integer) to authenticated;

create function public.assess_need_report(
	p_number text, p_field_of_action text, p_responsible_level text, p_need text default null,
	p_need_title text default null
)
returns text language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number); v_need public.needs;
begin
	perform private.require(private.may_assess(v_report));
	perform private.require_choice(
		'field_of_action', exists (select from public.fields_of_action where key = p_field_of_action)
	);
	perform private.require_choice(
		'responsible_level', p_responsible_level in ('municipality', 'district', 'provider', 'state', 'other')
	);
	if p_need is not null then
		v_need := private.need_named(p_need);
		perform private.require(
			v_need.authority_id = (select authority_id from public.need_reports where id = v_report)
		);
		perform private.lock_need(v_need.id);
	end if;
	perform private.lock_report(v_report);
	if p_need is null then
		select n.* into v_need from private.workings_of(v_report) w join public.needs n on n.id = w.need_id
		where n.opened_by = private.person_id()
			and n.settled_at is null
			and n.heir_id is null
			and n.title = coalesce(
				nullif(btrim(p_need_title), ''), (select r.title from public.need_reports r where r.id = v_report)
			);
	end if;
	if v_need.id is null then
		insert into public.needs (authority_id, title, field_of_action)
		select authority_id, coalesce(nullif(btrim(p_need_title), ''), title), p_field_of_action
		from public.need_reports
		where id = v_report
		returning * into v_need;
	end if;
	insert into public.need_report_assessments (report_id, field_of_action, responsible_level, need_id)
	select r.id, p_field_of_action, p_responsible_level, v_need.id
	from public.need_reports r
	cross join private.workings_of(r.id) w
	where r.id = v_report
		and (w.need_id, r.assessed_field, r.responsible_level) is distinct from (
			v_need.id, p_field_of_action, p_responsible_level
		);
	return v_need.number;
end
$$;
comment on function public.assess_need_report(text, text, text, text, text) is
	'Assigns a report to a need of the pool (p_need: its number) or to a new one; field and responsible '
	'level. Returns the need''s number. Sent twice, it is written once.';
grant execute on function public.assess_need_report(text, text, text, text, text) to authenticated;

create function private.was_sent(p_id uuid, p_report uuid, p_kind text, p_body text) returns boolean
language plpgsql stable set search_path = '' as $$
declare m record;
begin
	select x.* into m
	from (
		select t.id, t.report_id, t.kind, t.body, t.person_id from public.need_report_messages t
		union all
		select c.id, c.report_id, c.kind, c.body, c.person_id from public.need_report_contributions c
	) x
	where x.id = p_id and x.person_id = private.person_id();
	if (m.report_id, m.kind, m.body) is distinct from (p_report, p_kind, p_body) and m.id is not null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	return m.id is not null;
end
$$;
comment on function private.was_sent(uuid, uuid, text, text) is
	'Was this form sent before, to the thread or within the authority? FINAL when it comes again with other '
	'words, so that none are lost in silence.';
grant execute on function private.was_sent(uuid, uuid, text, text) to authenticated;

create function public.write_need_report_message(
	p_number text, p_kind text, p_body text, p_id uuid default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require_choice('kind', p_kind in ('question', 'reply', 'addition', 'interim_status'));
	perform private.require(
		case
			when p_kind in ('question', 'interim_status') then private.may_assess(v_report)
			else private.may_write_for(v_report)
		end
	);
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_report(v_report);
	if private.was_sent(p_id, v_report, p_kind, p_body) then
		return;
	end if;
	insert into public.need_report_messages (id, report_id, kind, body)
	values (coalesce(p_id, gen_random_uuid()), v_report, p_kind, p_body)
	on conflict do nothing;
	perform private.require(found);
end
$$;
comment on function public.write_need_report_message(text, text, text, uuid) is
	'question, interim_status: the planner; reply, addition: the reporting organisation. p_id: drawn by '
	'the form; sent again, however late, it is written once.';
grant execute on function public.write_need_report_message(text, text, text, uuid) to authenticated;

create function public.hand_over_need_report(
	p_number text, p_office uuid, p_due_on date, p_note text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	if p_office is null or p_due_on is null then
		raise exception 'not complete' using errcode = 'MISSG',
		detail = (
			select jsonb_agg(f)
			from (values ('office', p_office is null), ('due_on', p_due_on is null)) as x (f, is_missing)
			where is_missing
		)::text;
	end if;
	perform private.lock_report(v_report);
	insert into public.need_report_handovers (report_id, office_id, due_on, note)
	select v_report, p_office, p_due_on, nullif(btrim(p_note), '') from private.workings_of(v_report) w
	where w.office_id is distinct from p_office or w.office_due_on is distinct from p_due_on;
end
$$;
comment on function public.hand_over_need_report(text, uuid, date, text) is
	'Hands a report to another office of the authority, due on a day.';
grant execute on function public.hand_over_need_report(text, uuid, date, text) to authenticated;

create function private.is_answered_so(
	p_report uuid, p_decision text, p_reason text, p_forwarded_to text
) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.need_report_answers a
		where a.report_id = p_report
			and a.decision = p_decision
			and a.reason = btrim(p_reason)
			and a.forwarded_to is not distinct from nullif(btrim(p_forwarded_to), '')
			and not exists (select from public.need_report_answers b where b.corrects_id = a.id)
	)
$$;
comment on function private.is_answered_so(uuid, text, text, text) is
	'Is this very answer the one that counts? Then the form was sent twice.';
grant execute on function private.is_answered_so(uuid, text, text, text) to authenticated;

create function public.answer_need_report(
	p_number text, p_decision text, p_reason text, p_forwarded_to text default null, p_seen text default null,
	p_blocks uuid[] default '{}'
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number); v_answer uuid;
begin
	perform private.require(private.may_assess(v_report));
	if not private.may_answer(v_report) then
		raise exception 'errors_answer_is_the_planners' using errcode = 'RULED';
	end if;
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	perform private.require_choice(
		'decision', exists (select from public.decision_words where key = p_decision)
	);
	if private.is_blank(p_forwarded_to)
		and exists (select from public.decision_words where key = p_decision and names_third_party)
	then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["forwarded_to"]';
	end if;
	perform private.lock_report(v_report);
	if not private.is_answered_so(v_report, p_decision, p_reason, p_forwarded_to) then
		if p_seen <> coalesce(
			(
				select a.id::text
				from public.need_report_answers a
				where a.report_id = v_report
				order by a.created_at desc, a.id desc
				limit 1
			),
			''
		) then
			raise exception 'errors_answered_meanwhile' using errcode = 'RULED';
		end if;
		insert into public.need_report_answers (report_id, decision, reason, forwarded_to)
		values (v_report, p_decision, btrim(p_reason), nullif(btrim(p_forwarded_to), ''))
		returning id into v_answer;
		perform private.note_block_uses(v_answer, p_blocks);
	end if;
end
$$;
comment on function public.answer_need_report(text, text, text, text, text, uuid[]) is
	'The final answer: decision word and reason. A second, different one is a correction that stays '
	'visible beside the first. p_seen: the id of the answer that the page showed, blank for none; RULED when '
	'another was given since, so that nobody corrects a colleague unseen. p_blocks: the text blocks it was '
	'written with. RULED for the planners of an office: they contribute.';
grant execute on function public.answer_need_report(text, text, text, text, text, uuid[]) to authenticated;

create function private.whole_reason(p_reason text, p_sentence text) returns text
language sql immutable set search_path = '' as $$
	select concat_ws(E'\n\n', btrim(p_reason), nullif(btrim(p_sentence), ''))
$$;
comment on function private.whole_reason(text, text) is
	'The reason that several reports share, and the sentence for one of them below it.';
grant execute on function private.whole_reason(text, text) to authenticated;

create function public.answer_need_reports(
	p_need text, p_decision text, p_reason text, p_forwarded_to text, p_reports jsonb,
	p_blocks uuid[] default '{}'
) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_need); v_answered text[]; r record;
begin
	if not private.answers_for(v.authority_id) then
		raise exception 'errors_answer_is_the_planners' using errcode = 'RULED';
	elsif jsonb_array_length(p_reports) = 0 or private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG',
		detail = (
			select jsonb_agg(f)
			from (
				values ('reports', jsonb_array_length(p_reports) = 0), ('reason', private.is_blank(p_reason))
			) as x (f, is_missing)
			where is_missing
		)::text;
	end if;
	perform private.lock_need(v.id);
	for r in
		select x.number, x.sentence, n.id
		from jsonb_to_recordset(p_reports) as x(number text, sentence text)
		left join (
			select o.id, o.number
			from public.need_reports o
			where o.id in (select private.reports_of_need(v.id))
		) n on n.number = x.number
		order by n.id
	loop
		if r.id is null then
			raise exception 'errors_need_reports_moved' using errcode = 'RULED', detail = '["reports"]';
		end if;
		perform private.lock_report(r.id);
		if exists (select from public.need_report_answers a where a.report_id = r.id)
			and not private.is_answered_so(
				r.id, p_decision, private.whole_reason(p_reason, r.sentence), p_forwarded_to
			)
		then
			raise exception 'errors_need_answered_meanwhile' using errcode = 'RULED', detail = '["reports"]';
		end if;
		perform public.answer_need_report(
			r.number, p_decision, private.whole_reason(p_reason, r.sentence), p_forwarded_to,
			p_blocks => p_blocks
		);
	end loop;
end
$$;
comment on function public.answer_need_reports(text, text, text, text, jsonb, uuid[]) is
	'One answer for several reports of a need, all or none: each gets an answer, an entry and a mail of its '
	'own. p_reports: [{number, sentence?}]; the sentence is for this reporter alone and stands below the '
	'reason. Sent twice, it is given once. MISSG: no report, no reason; RULED: a report was answered '
	'otherwise meanwhile, which only a correction of its own can change, or leads elsewhere by now.';
grant execute on function public.answer_need_reports(text, text, text, text, jsonb, uuid[]) to authenticated;

create function public.contribute_to_need_report(
	p_number text, p_kind text, p_body text, p_id uuid default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require_choice('kind', p_kind in ('note', 'contribution'));
	perform private.require(private.may_assess(v_report));
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_report(v_report);
	if private.was_sent(p_id, v_report, p_kind, p_body) then
		return;
	end if;
	insert into public.need_report_contributions (id, report_id, kind, body)
	values (coalesce(p_id, gen_random_uuid()), v_report, p_kind, p_body)
	on conflict do nothing;
	perform private.require(found);
end
$$;
comment on function public.contribute_to_need_report(text, text, text, uuid) is
	'note: a planner''s word for the authority alone; contribution: what the office that has the report '
	'contributes to the answer, and hands it back with (entered by whoever was told). p_id: drawn by the form; '
	'sent again it is written once, with other words FINAL.';
grant execute on function public.contribute_to_need_report(text, text, text, uuid) to authenticated;

create function private.note_as_dealt_with(
	p_report uuid, p_replied_at timestamptz, p_contributed_at timestamptz
) returns void
language sql volatile security definer set search_path = '' as $$
	update public.need_reports
	set replied_at = nullif(replied_at, p_replied_at), contributed_at = nullif(contributed_at, p_contributed_at)
	where id = p_report and private.may_answer(id)
$$;
comment on function private.note_as_dealt_with(uuid, timestamptz, timestamptz) is
	'See the verb. Definer: nobody updates a report; it asks itself who is calling.';
grant execute on function private.note_as_dealt_with(uuid, timestamptz, timestamptz) to authenticated;

create function public.note_as_dealt_with(
	p_number text, p_replied_at timestamptz default null, p_contributed_at timestamptz default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_answer(v_report));
	perform private.note_as_dealt_with(v_report, p_replied_at, p_contributed_at);
end
$$;
comment on function public.note_as_dealt_with(text, timestamptz, timestamptz) is
	'Nothing more is to be done about the reply, addition or contribution that the page showed, named by its '
	'time; what came since goes on waiting.';
grant execute on function public.note_as_dealt_with(text, timestamptz, timestamptz) to authenticated;

create function public.follow_up_need_report(
	p_number text, p_due_on date, p_note text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	if p_due_on is null then
		delete from public.need_report_follow_ups where report_id = v_report;
	else
		insert into public.need_report_follow_ups (report_id, due_on, note)
		values (v_report, p_due_on, nullif(btrim(p_note), ''))
		on conflict (report_id) do update set due_on = excluded.due_on, note = excluded.note;
	end if;
end
$$;
comment on function public.follow_up_need_report(text, date, text) is
	'Sets, moves or (null) clears the planner''s own reminder.';
grant execute on function public.follow_up_need_report(text, date, text) to authenticated;

create function private.submit_for(
	p_organisation uuid, p_answers jsonb, p_channel text, p_received_on date, p_given_by text
) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	perform private.require(
		exists (
			select
			from public.organisations o
			where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))
		)
	);
	perform private.check_source(p_channel, p_received_on, p_given_by);
	insert into public.need_report_drafts (
		organisation_id, is_transcription, channel, received_on, given_by, answers
	)
	select p_organisation, true, p_channel, p_received_on, nullif(btrim(p_given_by), ''),
	coalesce(jsonb_object_agg(key, value), '{}')
	from jsonb_each(p_answers) where key = any (private.need_report_fields()) returning * into v;
	return public.release_need_report(v.id, v.revision);
end
$$;
comment on function private.submit_for(uuid, jsonb, text, date, text) is
	'Submits a complete report on behalf of an organisation, as a planner of its authority and with no '
	'more than a planner''s rights. MISSG, INVAL (detail: the questions or channel, received_on, '
	'given_by), RULED. Returns the number.';
grant execute on function private.submit_for(uuid, jsonb, text, date, text) to authenticated;

create function public.enter_need_report_message(
	p_number text, p_kind text, p_body text, p_channel text, p_received_on date, p_given_by text,
	p_id uuid default null
) returns void
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
	if private.was_sent(p_id, v_report, p_kind, p_body) then
		return;
	end if;
	insert into public.need_report_messages (id, report_id, kind, body, channel, received_on, given_by)
	values (
		coalesce(p_id, gen_random_uuid()), v_report, p_kind, p_body, p_channel, p_received_on,
		nullif(btrim(p_given_by), '')
	)
	on conflict do nothing;
	perform private.require(found);
end
$$;
comment on function public.enter_need_report_message(text, text, text, text, date, text, uuid) is
	'A planner enters a reply or an addition that the organisation gave by another channel. p_id: '
	'as in write_need_report_message.';
grant execute on function
	public.enter_need_report_message(text, text, text, text, date, text, uuid)
to authenticated;
