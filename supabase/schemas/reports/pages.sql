-- Pages of need reports, their assessment and answer: what is read.

create function public.list_need_reports(
	p_authority uuid, p_filter jsonb default '{}', p_sort text default 'newest', p_after text default null
)
returns table (
	number text, title text, organisation_name text, municipality_name text, locality text,
	assessed_field text, state text, urgency text, received_at timestamptz, interim_due_on date,
	final_due_on date, interim_at timestamptz, final_at timestamptz, decision text, gap_verdict text,
	total integer
)
language plpgsql stable set search_path = '' as $$
declare v_where text; v_after text := ''; v_order text; v_at timestamptz; v_due date; v_id uuid; v_rank real;
	v_total integer;
begin
	-- The list as it opens: its plan is made once and kept; those below are made anew each time.
	if p_filter = '{}' and p_after is null and p_sort = 'newest' then
		select count(*)
		into v_total
		from (select from public.need_reports r where r.authority_id = p_authority limit 501) x;
		return query
		select r.number, r.title, r.organisation_name, r.municipality_name, r.locality, r.assessed_field,
			r.state, r.urgency, r.received_at,
				r.interim_due_on, r.final_due_on, r.interim_at, r.final_at, r.decision, r.gap_verdict, v_total
			from public.need_reports r
			where r.authority_id = p_authority
			order by r.received_at desc, r.id desc
			limit 51;
		return;
	end if;
	v_where := private.need_reports_where(p_filter);
	if p_after is not null then
		select r.received_at, r.final_due_on, r.id
		into v_at, v_due, v_id
		from public.need_reports r
		where r.number = p_after;
	end if;
	if p_sort = 'due' then
		v_order := 'r.final_due_on, r.id';
		if v_id is not null then v_after := ' and (r.final_due_on, r.id) > ($5, $6)'; end if;
	elsif p_sort = 'oldest' then
		v_order := 'r.received_at, r.id';
		if v_id is not null then v_after := ' and (r.received_at, r.id) > ($4, $6)'; end if;
	elsif p_sort = 'best' and not private.is_blank(p_filter ->> 'search') then
		v_order := 'm.rank desc, r.received_at desc, r.id desc';
		if v_id is not null then
			v_rank := (
				select m.rank
				from private.found_need_reports(p_authority, p_filter ->> 'search') m
				where m.id = v_id
			);
			v_after := ' and (m.rank, r.received_at, r.id) < ($8, $4, $6)';
		end if;
	else
		v_order := 'r.received_at desc, r.id desc';
		if v_id is not null then v_after := ' and (r.received_at, r.id) < ($4, $6)'; end if;
	end if;
	execute 'select count(*) from (select from ' || v_where || ' limit 501) x'
	into v_total
	using p_authority, p_filter, private.today();
	return query execute
		'select r.number, r.title, r.organisation_name, r.municipality_name, r.locality, r.assessed_field,
			r.state, r.urgency, r.received_at,
			r.interim_due_on, r.final_due_on, r.interim_at, r.final_at, r.decision, r.gap_verdict, $7
		from '
		|| v_where
		|| v_after
		|| ' order by '
		|| v_order
		|| ' limit 51'
		using p_authority, p_filter, private.today(), v_at, v_due, v_id, v_total, v_rank;
end
$$;
comment on function public.list_need_reports(uuid, jsonb, text, text) is
	'51 rows: 50 to show, one to know whether more follow. p_filter: search, field, state (a state, or open, '
	'silent, gap, replied), municipality, organisation, group, from and to (days, both counted), due (overdue, '
	'week). '
	'p_sort: newest, oldest, due; best: what a search fits best. total counts to 501, then stops: 501 means '
	'"more than 500".';
grant execute on function public.list_need_reports(uuid, jsonb, text, text) to authenticated;

create function public.need_list_choices(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities()));
	return jsonb_build_object(
		'canAnswer', private.answers_for(p_authority),
		'organisations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', o.id,
						'name', o.name
					)
					order by o.name
				),
				'[]'
			)
			from public.organisations o
			where o.authority_id = p_authority and o.kind not in ('authority', 'office')
		),
		'filters', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', f.id,
						'name', f.name,
						'filter', f.filter
					)
					order by lower(f.name)
				),
				'[]'
			)
			from public.saved_filters f
			where f.authority_id = p_authority
		)
	);
end
$$;
comment on function public.need_list_choices(uuid) is
	'By whose reports the list can be filtered, the filters that the person keeps, and whether it is the one '
	'for whom replies wait.';
grant execute on function public.need_list_choices(uuid) to authenticated;

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

create function public.assessment_options(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare r record; w record;
begin
	select id, authority_id, number, title, organisation_name, municipality_name, locality, description,
	proposed_solution, received_at, interim_at, final_at,
		field_of_action, assessed_field, responsible_level, responsible_levels, decision, final_due_on,
		interim_due_on
	into r from public.need_reports where number = p_number;
	perform private.require(r.authority_id in (select private.my_authorities('{planner}')));
	select * into w from private.workings_of(r.id);
	return jsonb_build_object(
		'number', r.number,
		'title', r.title,
		'organisationName', r.organisation_name,
		'municipalityName', r.municipality_name,
		'locality', r.locality,
		'description', r.description,
		'proposedSolution', r.proposed_solution,
		'receivedAt', r.received_at,
		'interimAt', r.interim_at,
		'finalAt', r.final_at,
		'fieldOfAction', r.field_of_action,
		'assessedField', r.assessed_field,
		'responsibleLevel', r.responsible_level,
		'responsibleLevels', r.responsible_levels,
		'canAnswer', private.may_answer(r.id),
		'officeId', w.office_id,
		'officeDueOn', w.office_due_on,
		'finalDueOn', r.final_due_on,
		'interimDueOn', r.interim_due_on,
		'today', private.today(),
		'need', (select n.number from public.needs n where n.id = w.need_id),
		'followUp', (
			select jsonb_build_object(
				'dueOn', f.due_on,
				'note', f.note
			)
			from public.need_report_follow_ups f
			where f.report_id = r.id
		),
		'lastAnswer', (
			select jsonb_build_object(
				'id', a.id,
				'decision', a.decision,
				'reason', a.reason,
				'forwardedTo', a.forwarded_to
			)
			from public.need_report_answers a
			where a.report_id = r.id
			order by a.created_at desc, a.id desc
			limit 1
		),
		'needs', (
			with offered as (
				select n.id, n.number, n.title, n.opened_at, max(x.likeness) as likeness
				from (
					select a.id, a.likeness from private.needs_like(r.authority_id, r.title, r.assessed_field) a
					union all select w.need_id, 9
					union all select j.need_id, 8 from private.workings_of(w.joins_report_id) j
				) x
				join public.needs n on n.authority_id = r.authority_id and n.id = x.id
				where n.settled_at is null and n.heir_id is null or n.id = w.need_id
				group by n.id
			)
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'number', o.number,
						'title', o.title,
						'reports', c.reports
					)
					order by o.likeness desc, o.opened_at desc
				),
				'[]'
			)
			from offered o
			join private.need_counts(array(select id from offered)) c on c.need_id = o.id
		),
		'offices', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', o.id,
						'name', o.name,
						'phone', o.phone,
						'isStaffed', exists (
							select
							from public.posts p
							join public.holdings h on h.post_id = p.id and private.is_current(h)
							where p.organisation_id = o.id and p.kind = 'planner' and p.abolished_on is null
						)
					)
					order by o.kind, o.name
				),
				'[]'
			)
			from public.organisations o
			where o.authority_id = r.authority_id and o.kind in ('office', 'authority')
		)
	);
end
$$;
comment on function public.assessment_options(text) is
	'What the planner''s pages about one report offer: its need and those that are like it, offices, what was '
	'said so far.';
grant execute on function public.assessment_options(text) to authenticated;
