-- Why: pages and mail tell by which channel something came, who gave it and who entered it.

create function private.survey_of(p_addressee uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object('title', c.title, 'slug', c.slug, 'addresseeId', a.id) from public.call_addressees a join public.calls c on c.id = a.call_id where a.id = p_addressee
$$;
comment on function private.survey_of(uuid) is 'The survey in which something was begun, for who may read that addressee; null for all others.';
grant execute on function private.survey_of(uuid) to authenticated;

create or replace function private.published(p_number text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('number', r.number, 'shortId', r.short_id, 'organisationName', r.organisation_name, 'title', r.title, 'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups, 'municipalityName', r.municipality_name, 'locality', r.locality, 'description', r.description,
		'proposedSolution', r.proposed_solution, 'affectedRange', r.affected_range, 'urgency', r.urgency, 'visibility', r.visibility, 'channel', r.channel, 'isTranscription', r.is_transcription,
		'receivedAt', r.received_at, 'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'state', r.state, 'assessedField', r.assessed_field,
		'interimAt', r.interim_at, 'finalAt', r.final_at, 'decision', r.decision, 'gapVerdict', r.gap_verdict, 'gapAskedAt', r.gap_asked_at,
		'gapAnsweredAt', r.gap_answered_at, 'today', private.today(), 'isOwn', false, 'isSide', false, 'canPlan', false, 'canReply', false, 'canAdd', false, 'canAnswerGap', false,
		'answers', private.answers_document(r.id))
	from public.need_reports r where r.number = p_number and r.visibility = 'public'
$$;

create or replace function public.need_report(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_id uuid; v_plans boolean; v_writes boolean; v_sides jsonb; v jsonb;
begin
	select id into v_id from public.need_reports where number = p_number;
	if v_id is null then
		v := private.published(p_number);
		perform private.require(v is not null);
		return v;
	end if;
	select private.sides_document(v_id), private.may_assess(v_id), private.may_write_for(v_id) into v_sides, v_plans, v_writes;
	select jsonb_build_object(
		'number', r.number, 'shortId', r.short_id, 'organisationId', r.organisation_id, 'organisationName', r.organisation_name, 'title', r.title, 'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups, 'municipalityName', r.municipality_name, 'locality', r.locality, 'description', r.description,
		'noticedSource', r.noticed_source, 'noticedBody', r.noticed_body, 'noticedOn', r.noticed_on, 'noticedItem', r.noticed_item, 'noticedSince', r.noticed_since,
		'evidence', r.evidence, 'evidenceYear', r.evidence_year, 'evidenceSource', r.evidence_source, 'affectedRange', r.affected_range, 'urgency', r.urgency,
		'urgencyReason', r.urgency_reason, 'existingOffer', r.existing_offer, 'proposedSolution', r.proposed_solution, 'ownContribution', r.own_contribution,
		'responsibleLevels', r.responsible_levels, 'costIdea', r.cost_idea, 'visibility', r.visibility, 'channel', r.channel, 'receivedAt', r.received_at,
		'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'state', r.state, 'assessedField', r.assessed_field,
		'responsibleLevel', r.responsible_level, 'interimAt', r.interim_at, 'finalAt', r.final_at, 'decision', r.decision,
		'gapVerdict', r.gap_verdict, 'gapAskedAt', r.gap_asked_at, 'gapAnsweredAt', r.gap_answered_at, 'today', private.today(),
		'answers', private.answers_document(r.id),
		'isOwn', v_sides is not null and not v_plans or v_writes,
		'isSide', v_sides is not null,
		'survey', private.survey_of(r.addressee_id),
		'canPlan', v_plans,
		'canReply', v_writes and exists (select from public.need_report_messages m where m.report_id = r.id and m.kind = 'question'
			and not exists (select from public.need_report_messages x where x.report_id = r.id and x.kind = 'reply' and x.created_at > m.created_at)),
		'canAdd', v_writes,
		'canAnswerGap', v_writes and r.state = 'settled' and r.gap_asked_at is not null and r.gap_answered_at is null)
	into v from public.need_reports r where r.id = v_id;
	v := v || coalesce(v_sides, '{}') || (select jsonb_build_object('isTranscription', r.is_transcription, 'canEnter', v_plans and not v_writes,
		'canEnterGap', v_plans and not v_writes and r.state = 'settled' and r.gap_asked_at is not null and r.gap_answered_at is null)
		from public.need_reports r where r.id = v_id);
	if v_plans then
		v := v || jsonb_build_object(
			'need', (select jsonb_build_object('number', n.number, 'title', n.title, 'settledAt', n.settled_at)
				from public.needs n where n.id = (select w.need_id from private.workings_of(v_id) w)),
			'followUp', (select jsonb_build_object('dueOn', f.due_on, 'note', f.note) from public.need_report_follow_ups f where f.report_id = v_id));
	end if;
	return v;
end
$$;

create or replace function private.report_tasks() returns table (kind text, ref text, title text, who text, due_on date, at timestamptz)
language plpgsql stable security definer set search_path = '' as $$
declare
	v_today date := private.today();
	m record;
begin
	for m in select distinct on (p.organisation_id, p.kind = 'planner') p.organisation_id, p.authority_id, p.kind = 'planner' as plans, o.kind = 'authority' as plans_all
		from private.my_posts() p join public.organisations o on o.id = p.organisation_id where p.kind = 'planner' or p.kind = any (private.writing_kinds())
	loop
		if not m.plans then
			return query (select 'reply', r.number, r.title, null::text, r.final_due_on, r.received_at from public.need_reports r
				where r.authority_id = m.authority_id and r.organisation_id = m.organisation_id and r.state = 'clarification' order by r.received_at limit 20)
			union all (select 'gap', r.number, r.title, null, null, r.gap_asked_at from public.need_reports r
				where r.authority_id = m.authority_id and r.organisation_id = m.organisation_id and r.gap_asked_at is not null and r.gap_answered_at is null
				order by r.gap_asked_at limit 20);
			continue;
		end if;
		return query select 'office', r.number, r.title, r.organisation_name, r.office_due_on, r.received_at from public.need_reports r
			where r.office_id = m.organisation_id and r.final_at is null order by r.office_due_on limit 15;
		return query select 'transcribe', d.id::text, left(d.answers ->> 'title', 120), o.name, null::date, d.saved_at
			from public.need_report_drafts d join public.organisations o on o.id = d.organisation_id
			where d.is_transcription and d.authority_id = m.authority_id and (d.written_by = private.person_id()
				or d.written_in in (select x.post_id from private.my_posts() x where x.organisation_id = m.organisation_id))
			order by d.saved_at desc limit 15;
		continue when not m.plans_all;
		return query (select 'assess', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.state = 'received' order by r.received_at limit 15)
		union all (select 'interim', r.number, r.title, r.organisation_name, r.interim_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.interim_at is null and r.final_at is null and r.state <> 'received' and r.interim_due_on <= v_today + 7
			order by r.interim_due_on limit 15)
		union all (select 'answer', r.number, r.title, r.organisation_name, r.final_due_on, r.received_at from public.need_reports r
			where r.authority_id = m.authority_id and r.final_at is null and r.final_due_on <= v_today + 14 order by r.final_due_on limit 15)
		union all (select 'follow_up', r.number, r.title, f.note, f.due_on, r.received_at from public.need_report_follow_ups f
			join public.need_reports r on r.id = f.report_id where f.authority_id = m.authority_id and f.due_on <= v_today + 7 order by f.due_on limit 15)
		union all (select 'gap_open', n.number, n.title, r.organisation_name, null, r.gap_answered_at from public.need_reports r
			join public.needs n on n.id = r.need_id and n.settled_at is not null
			where r.authority_id = m.authority_id and r.gap_verdict in ('partly', 'no') order by r.gap_answered_at desc limit 10);
	end loop;
end
$$;

create or replace function public.mail_notification(p_event bigint) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare e public.events; r public.need_reports; v jsonb;
begin
	select * into e from public.events where id = p_event;
	select * into r from public.need_reports where id = e.report_id;
	select jsonb_build_object('kind', e.kind, 'authorityId', e.authority_id, 'authority', private.authority_document(a), 'at', e.created_at,
		'personName', e.person_name, 'postTitle', e.post_title, 'draftId', case when e.report_id is null then e.subject_id end,
		'number', r.number, 'shortId', r.short_id, 'title', coalesce(r.title, e.detail ->> 'title'),
		'organisationName', coalesce(r.organisation_name, (select o.name from public.organisations o where o.id = e.organisation_id)),
		'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'officeDueOn', r.office_due_on, 'detail', e.detail,
		'recipients', case
			when e.kind = 'draft_handed_in' then private.recipients(e.organisation_id, private.releasing_kinds())
			when e.kind = 'draft_returned' then private.recipients(e.organisation_id, '{clerk,council_office,committee_officer}')
			when e.kind in ('question', 'interim_status', 'answered', 'answer_corrected', 'gap_asked')
				then private.recipients(e.organisation_id, private.writing_kinds())
			when e.kind = 'handed_over' then private.recipients(r.office_id, '{planner}')
			when e.kind in ('reply', 'addition', 'gap_answered') then private.planners_of(e.authority_id)
			else '[]'::jsonb end,
		'enteredTo', case when e.detail ? 'for' and e.kind <> 'entered' then private.recipients(e.organisation_id, private.writing_kinds()) else '[]'::jsonb end,
		'receiptTo', case when e.kind in ('released', 'entered') then private.recipients(e.organisation_id, private.writing_kinds()) else '[]'::jsonb end,
		'planners', case when e.kind in ('released', 'entered') then private.planners_of(e.authority_id) else '[]'::jsonb end)
	into v from public.authorities a where a.id = e.authority_id;
	return v;
end
$$;
comment on function public.mail_notification(bigint) is
	'Whom an event concerns and what the mail says. Released or entered: a receipt to the reporters, news to the planners; what was entered later: told to the reporters as well. Definer: see above.';
