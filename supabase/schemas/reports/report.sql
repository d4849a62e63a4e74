-- The page of one need report, for everybody and for its two sides: what is read.

create function private.answers_document(p_report uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', a.id,
				'decision', a.decision,
				'reason', a.reason,
				'forwardedTo', a.forwarded_to,
				'correctsId', a.corrects_id,
				'at', a.created_at
			)
			order by a.created_at desc
		),
		'[]'
	)
	from public.need_report_answers a
	where a.report_id = p_report
$$;
comment on function private.answers_document(uuid) is
	'The answers to a report, newest first; corrected ones stay.';
grant execute on function private.answers_document(uuid) to authenticated;

create function private.published(p_number text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'number', r.number,
		'shortId', r.short_id,
		'organisationName', r.organisation_name,
		'title', r.title,
		'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups,
		'municipalityName', r.municipality_name,
		'locality', r.locality,
		'description', r.description,
		'proposedSolution', r.proposed_solution,
		'affectedRange', case when r.affected_range not in ('under_5', 'unknown') then r.affected_range end,
		'urgency', r.urgency,
		'visibility', r.visibility,
		'channel', r.channel,
		'isTranscription', r.is_transcription,
		'receivedAt', r.received_at,
		'interimDueOn', r.interim_due_on,
		'finalDueOn', r.final_due_on,
		'state', r.state,
		'assessedField', r.assessed_field,
		'interimAt', r.interim_at,
		'finalAt', r.final_at,
		'decision', r.decision,
		'gapVerdict', r.gap_verdict,
		'gapAskedAt', r.gap_asked_at,
		'gapAnsweredAt', r.gap_answered_at,
		'today', private.today(),
		'isUnread', private.is_unread(r.id),
		'isOwn', false,
		'isSide', false,
		'canPlan', false,
		'canReply', false,
		'canAdd', false,
		'canAnswerGap', false,
		'answers', private.answers_document(r.id)
	)
	from public.need_reports r where r.number = p_number and r.visibility = 'public'
$$;
comment on function private.published(text) is
	'A public report as everybody may read it; null for all others. Fewer than five people affected is '
	'told like not known. Definer: see above.';
grant execute on function private.published(text) to anon, authenticated;

create function public.public_need_report(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb := private.published(p_number);
begin
	perform private.require(v is not null);
	return v;
end
$$;
comment on function public.public_need_report(text) is
	'A public report for somebody who is not signed in; NOTFD for all others.';
grant execute on function public.public_need_report(text) to anon, authenticated;

create function private.sides_document(p_report uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'contact', (select c.contact from public.need_report_contacts c where c.report_id = r.id),
		'joins', (
			select jsonb_build_object(
				'number', j.number,
				'title', j.title
			)
			from public.need_reports j
			where j.id in (select private.seen_of(array[r.joins_report_id]))
		),
		'office', (select o.name from public.organisations o where o.id = r.office_id),
		'officeDueOn', r.office_due_on,
		'messages', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'kind', m.kind,
						'body', m.body,
						'at', m.created_at
					)
					order by m.created_at
				),
				'[]'
			)
			from public.need_report_messages m
			where m.report_id = r.id
		),
		'together', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'number', x.number,
						'title', x.title,
						'organisationName', x.organisation_name
					)
					order by x.received_at
				),
				'[]'
			)
			from public.need_reports x
			where x.id in (
				select private.seen_of(
					array(
						select y.id
						from public.need_reports y
						where y.authority_id = r.authority_id and y.need_id = r.need_id and y.id <> r.id
						order by y.received_at
						limit 50
					)
				)
			)
		),
		'settlement', (
			select s.body
			from public.need_settlements s
			where s.authority_id = r.authority_id and s.need_id = r.need_id and s.outcome = 'settled'
			order by s.created_at desc
			limit 1
		),
		'chronicle', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'kind', e.kind,
						'at', e.created_at,
						'personName', e.person_name,
						'postTitle', e.post_title,
						'detail', e.detail,
						'body', coalesce(m.body, a.reason, g.sentence, h.note, c.reason),
						'decision', a.decision
					)
					order by e.id
				),
				'[]'
			)
			from public.events e
			left join public.need_report_messages m on m.id = e.record_id
			left join public.need_report_answers a on a.id = e.record_id
			left join public.need_report_gap_answers g on g.id = e.record_id
			left join public.need_report_handovers h on h.id = e.record_id
			left join public.need_changes c on c.id = e.record_id
			where e.subject_kind = 'need_report' and e.subject_id = r.id
		)
	)
	from public.need_reports r where r.id = p_report and private.is_side_of(r.id)
$$;
comment on function private.sides_document(uuid) is
	'Thread, contact and chronicle for the two sides of a report, null for everybody else. Definer: '
	'asks once who is reading instead of once per row; what was done about the need is read by '
	'reporters, the pool is not.';
grant execute on function private.sides_document(uuid) to authenticated;

create function private.waiting_of(p_report uuid)
returns table (replied_at timestamptz, contributed_at timestamptz)
language sql stable security definer set search_path = '' rows 1 as $$
	select r.replied_at, r.contributed_at
	from public.need_reports r
	where r.id = p_report and private.may_assess(r.id)
$$;
comment on function private.waiting_of(uuid) is
	'Since when something waits for a planner. Definer: these columns are granted to nobody.';
grant execute on function private.waiting_of(uuid) to authenticated;

create function private.contributions_of(p_report uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'kind', c.kind,
				'body', c.body,
				'at', c.created_at,
				'personName', private.name_of(c.person_id),
				'postTitle', p.title,
				'office', o.name,
				'isEntered', c.kind = 'contribution' and p.organisation_id is distinct from c.office_id
			)
			order by c.created_at desc
		),
		'[]'
	)
	from public.need_report_contributions c
	left join public.posts p on p.id = c.post_id
	left join public.organisations o on o.id = c.office_id
	where c.report_id = p_report and private.may_assess(p_report)
$$;
comment on function private.contributions_of(uuid) is
	'What the authority says among itself about a report, newest first; planners only. Definer: names of '
	'persons are granted to nobody.';
grant execute on function private.contributions_of(uuid) to authenticated;

create function public.need_report(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_id uuid; v_plans boolean; v_writes boolean; v_sides jsonb; v jsonb;
begin
	select id into v_id from public.need_reports where number = p_number;
	if v_id is null then
		v := private.published(p_number);
		perform private.require(v is not null);
		return v;
	end if;
	select private.sides_document(v_id), private.may_assess(v_id), private.may_write_for(v_id)
	into v_sides, v_plans, v_writes;
	select jsonb_build_object(
		'number', r.number,
		'shortId', r.short_id,
		'organisationName', r.organisation_name,
		'title', r.title,
		'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups,
		'municipalityName', r.municipality_name,
		'locality', r.locality,
		'description', r.description,
		'noticedSource', r.noticed_source,
		'noticedBody', r.noticed_body,
		'noticedOn', r.noticed_on,
		'noticedItem', r.noticed_item,
		'noticedSince', r.noticed_since,
		'evidence', r.evidence,
		'evidenceYear', r.evidence_year,
		'evidenceSource', r.evidence_source,
		'affectedRange', r.affected_range,
		'urgency', r.urgency,
		'urgencyReason', r.urgency_reason,
		'existingOffer', r.existing_offer,
		'proposedSolution', r.proposed_solution,
		'ownContribution', r.own_contribution,
		'responsibleLevels', r.responsible_levels,
		'costIdea', r.cost_idea,
		'visibility', r.visibility,
		'channel', r.channel,
		'receivedAt', r.received_at,
		'interimDueOn', r.interim_due_on,
		'finalDueOn', r.final_due_on,
		'state', r.state,
		'assessedField', r.assessed_field,
		'responsibleLevel', r.responsible_level,
		'interimAt', r.interim_at,
		'finalAt', r.final_at,
		'decision', r.decision,
		'gapVerdict', r.gap_verdict,
		'gapAskedAt', r.gap_asked_at,
		'gapAnsweredAt', r.gap_answered_at,
		'today', private.today(),
		'answers', private.answers_document(r.id),
		'isOwn', v_sides is not null and not v_plans or v_writes,
		'isSide', v_sides is not null,
		'survey', private.survey_of(r.addressee_id),
		'canPlan', v_plans,
		'canReply', v_writes
			and exists (
				select
				from public.need_report_messages m
				where m.report_id = r.id
					and m.kind = 'question'
					and not exists (
						select
						from public.need_report_messages x
						where x.report_id = r.id and x.kind = 'reply' and x.created_at > m.created_at
					)
			),
		'canAdd', v_writes,
		'canAnswerGap', v_writes
			and r.state = 'settled'
			and r.gap_asked_at is not null
			and r.gap_answered_at is null
	)
	into v from public.need_reports r where r.id = v_id;
	v := v
		|| coalesce(v_sides, '{}')
		|| (
			select jsonb_build_object(
				'isTranscription', r.is_transcription,
				'isUnread', private.is_unread(r.id),
				'canEnter', v_plans and not v_writes,
				'canEnterGap', v_plans
					and not v_writes
					and r.state = 'settled'
					and r.gap_asked_at is not null
					and r.gap_answered_at is null
			)
			from public.need_reports r
			where r.id = v_id
		);
	if v_sides is not null then
		v := v || jsonb_build_object('takeBack', private.recent_act_of_mine(v_id));
	end if;
	if v_plans then
		v := v
			|| jsonb_build_object(
				'need', (
					select jsonb_build_object(
						'number', n.number,
						'title', n.title
					)
					from public.needs n
					where n.id = (select w.need_id from private.workings_of(v_id) w)
				),
				'followUp', (
					select jsonb_build_object(
						'dueOn', f.due_on
					)
					from public.need_report_follow_ups f
					where f.report_id = v_id
				),
				'canAnswer', private.may_answer(v_id),
				'waits', (
					select jsonb_build_object(
						'repliedAt', r.replied_at,
						'contributedAt', r.contributed_at
					)
					from private.waiting_of(v_id) r
				),
				'contributions', private.contributions_of(v_id)
			);
	end if;
	return v;
end
$$;
comment on function public.need_report(text) is
	'One report: what was submitted and what became of it for whoever may see it; thread, contact and '
	'chronicle for the two sides; pool and follow-up for planners. A public one of elsewhere reads as '
	'for everybody.';
grant execute on function public.need_report(text) to authenticated;
