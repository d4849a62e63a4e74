-- Why: a page costs one call. Pages about one thing read a document (jsonb, camelCase, as the page needs it); lists read
-- rows. All run with the reader's own rights, and carry can… columns, so that no page repeats a rule.

create function public.vocabulary() returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'fieldsOfAction', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'labelEn', label_en) order by position) from public.fields_of_action),
		'targetGroups', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'labelEn', label_en) order by position) from public.target_groups),
		'decisionWords', (select jsonb_agg(jsonb_build_object('key', key, 'label', label, 'labelEn', label_en, 'namesThirdParty', names_third_party) order by position)
			from public.decision_words))
$$;
comment on function public.vocabulary() is '{fieldsOfAction, targetGroups, decisionWords}, each [{key, label, labelEn}] in order. Changes with a migration only: keep it in memory.';

create function private.name_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = p_person
$$;
comment on function private.name_of(uuid) is '"Frau Kern", for ids found in rows that the reader may see. Definer: otherwise each name asks who may see whom.';

create function public.need_report_draft(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v public.need_report_drafts; o public.organisations;
begin
	select * into v from public.need_report_drafts where id = p_id;
	perform private.require(v.id is not null);
	select * into o from public.organisations where id = v.organisation_id;
	return jsonb_build_object(
		'id', v.id, 'revision', v.revision, 'answers', v.answers, 'savedAt', v.saved_at, 'handedInAt', v.handed_in_at,
		'returnedAt', v.returned_at, 'returnReason', v.return_reason, 'writtenBy', private.name_of(v.written_by),
		'organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
		'joins', (select jsonb_build_object('number', r.number, 'title', r.title, 'organisationName', r.organisation_name)
			from public.need_reports r where r.id = v.joins_report_id),
		'missing', private.missing_answers(v.answers), 'invalid', private.invalid_answers(v.answers),
		'municipalities', (select coalesce(jsonb_agg(jsonb_build_object('ags', m.ags, 'name', m.name) order by m.name), '[]') from public.municipalities m
			where m.authority_id = v.authority_id and (o.kind not in ('municipality', 'association') or m.administration_id = o.id)),
		'releasers', (select coalesce(jsonb_agg(distinct jsonb_build_object('name', private.name_of(h.person_id), 'title', p.title)), '[]')
			from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = o.id and p.abolished_on is null and p.kind = any (private.releasing_kinds())),
		'finalDays', (select final_days from public.authorities where id = v.authority_id),
		'canWrite', o.id in (select private.my_organisations(private.writing_kinds())),
		'canRelease', o.id in (select private.my_organisations(private.releasing_kinds())));
end
$$;
comment on function public.need_report_draft(uuid) is 'All that the pages of one draft show. NOTFD for everybody outside the organisation.';

-- Rows of a list, newest first or by due date. p_after is the number of the last row shown (keyset: pages stay flat).
create function public.list_need_reports(p_authority uuid, p_search text default null, p_field text default null, p_state text default null,
	p_municipality text default null, p_organisation uuid default null, p_due text default null, p_sort text default 'newest', p_after text default null)
returns table (number text, title text, organisation_name text, municipality_name text, locality text, assessed_field text, state text, urgency text,
	received_at timestamptz, interim_due_on date, final_due_on date, interim_at timestamptz, final_at timestamptz, decision text, gap_verdict text, total integer)
language plpgsql stable set search_path = '' as $$
declare v_where text := 'r.authority_id = $1'; v_after text := ''; v_order text; v_at timestamptz; v_due date; v_id uuid; v_total integer;
begin
	-- The list as it opens: its plan is made once and kept; those below are made anew each time.
	if coalesce(p_search, p_field, p_state, p_municipality, p_organisation::text, p_due, p_after) is null and p_sort = 'newest' then
		select count(*) into v_total from (select from public.need_reports r where r.authority_id = p_authority limit 501) x;
		return query select r.number, r.title, r.organisation_name, r.municipality_name, r.locality, r.assessed_field, r.state, r.urgency, r.received_at,
				r.interim_due_on, r.final_due_on, r.interim_at, r.final_at, r.decision, r.gap_verdict, v_total
			from public.need_reports r where r.authority_id = p_authority order by r.received_at desc, r.id desc limit 51;
		return;
	end if;
	if not private.is_blank(p_search) then
		v_where := v_where || ' and (r.number = upper(btrim($2)) or r.id in (select m.id from private.found_need_reports($1, $2) m))';
	end if;
	if p_field is not null then v_where := v_where || ' and r.assessed_field = $3'; end if;
	if p_state = 'open' then v_where := v_where || ' and r.final_at is null';
	elsif p_state = 'silent' then v_where := v_where || ' and r.gap_asked_at is not null and r.gap_answered_at is null';
	elsif p_state = 'gap' then v_where := v_where || ' and r.gap_verdict in (''partly'', ''no'')';
	elsif p_state is not null then v_where := v_where || ' and r.state = $4'; end if;
	if p_municipality is not null then v_where := v_where || ' and r.municipality_ags = $5'; end if;
	if p_organisation is not null then v_where := v_where || ' and r.organisation_id = $6'; end if;
	if p_due = 'overdue' then
		v_where := v_where || ' and r.final_at is null and (r.final_due_on < $7 or r.interim_at is null and r.interim_due_on < $7)';
	elsif p_due = 'week' then
		v_where := v_where || ' and r.final_at is null and (r.final_due_on between $7 and $7 + 7 or r.interim_at is null and r.interim_due_on between $7 and $7 + 7)';
	end if;
	if p_after is not null then
		select r.received_at, r.final_due_on, r.id into v_at, v_due, v_id from public.need_reports r where r.number = p_after;
	end if;
	if p_sort = 'due' then
		v_order := 'r.final_due_on, r.id';
		if v_id is not null then v_after := ' and (r.final_due_on, r.id) > ($9, $10)'; end if;
	elsif p_sort = 'oldest' then
		v_order := 'r.received_at, r.id';
		if v_id is not null then v_after := ' and (r.received_at, r.id) > ($8, $10)'; end if;
	else
		v_order := 'r.received_at desc, r.id desc';
		if v_id is not null then v_after := ' and (r.received_at, r.id) < ($8, $10)'; end if;
	end if;
	execute 'select count(*) from (select from public.need_reports r where ' || v_where || ' limit 501) x' into v_total
		using p_authority, p_search, p_field, p_state, p_municipality, p_organisation, private.today();
	return query execute 'select r.number, r.title, r.organisation_name, r.municipality_name, r.locality, r.assessed_field, r.state, r.urgency, r.received_at,
			r.interim_due_on, r.final_due_on, r.interim_at, r.final_at, r.decision, r.gap_verdict, $11
		from public.need_reports r where ' || v_where || v_after || ' order by ' || v_order || ' limit 51'
		using p_authority, p_search, p_field, p_state, p_municipality, p_organisation, private.today(), v_at, v_due, v_id, v_total;
end
$$;
comment on function public.list_need_reports(uuid, text, text, text, text, uuid, text, text, text) is
	'51 rows: 50 to show, one to know whether more follow. p_state: a state, or open, silent, gap; p_due: overdue, week; p_sort: newest, oldest, due. total counts to 501, then stops: 501 means "more than 500".';

create function private.found_need_reports(p_authority uuid, p_search text) returns table (id uuid)
language plpgsql stable security definer set search_path = '' rows 50 as $$
begin
	if p_authority not in (select private.my_authorities()) then
		return;
	end if;
	return query select r.id from public.need_reports r
		where r.authority_id = p_authority and (r.search @@ websearch_to_tsquery('pg_catalog.german'::regconfig, left(p_search, 200))
			or length(p_search) > 3 and (r.title || ' ' || r.locality) operator(extensions.%>) left(p_search, 200));
end
$$;
comment on function private.found_need_reports(uuid, text) is 'Ids of reports found by German word stems, and by words mistyped or part of longer ones in title and place. Definer: see matching_need_reports.';
grant execute on function private.found_need_reports(uuid, text) to authenticated;

create function public.need_reports_by_municipality(p_authority uuid) returns table (ags text, name text, total bigint, open bigint, overdue bigint)
language plpgsql stable set search_path = '' as $$
declare v_today date := private.today();
begin
	return query with counted as (
		select r.municipality_ags, count(*) as total, count(*) filter (where r.final_at is null) as open, count(*) filter (where r.final_at is null
			and (r.final_due_on < v_today or r.interim_at is null and r.interim_due_on < v_today)) as overdue
		from public.need_reports r where r.authority_id = p_authority and r.municipality_ags is not null group by r.municipality_ags)
	select m.ags, m.name, coalesce(c.total, 0), coalesce(c.open, 0), coalesce(c.overdue, 0)
	from public.municipalities m left join counted c on c.municipality_ags = m.ags where m.authority_id = p_authority order by m.name;
end
$$;
comment on function public.need_reports_by_municipality(uuid) is 'The same facts for the map and its table, counted over the reports one may see.';

create function private.answers_document(p_report uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'decision', a.decision, 'reason', a.reason, 'forwardedTo', a.forwarded_to,
		'correctsId', a.corrects_id, 'at', a.created_at) order by a.created_at desc), '[]') from public.need_report_answers a where a.report_id = p_report
$$;
comment on function private.answers_document(uuid) is 'The answers to a report, newest first; corrected ones stay.';

-- What is public, and no column more. Definer: readers who are not signed in have no right on any table of reports.
create function private.published(p_number text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('number', r.number, 'shortId', r.short_id, 'organisationName', r.organisation_name, 'title', r.title, 'fieldOfAction', r.field_of_action,
		'targetGroups', r.target_groups, 'municipalityName', r.municipality_name, 'locality', r.locality, 'description', r.description,
		'proposedSolution', r.proposed_solution, 'affectedRange', r.affected_range, 'urgency', r.urgency, 'visibility', r.visibility,
		'receivedAt', r.received_at, 'interimDueOn', r.interim_due_on, 'finalDueOn', r.final_due_on, 'state', r.state, 'assessedField', r.assessed_field,
		'interimAt', r.interim_at, 'finalAt', r.final_at, 'decision', r.decision, 'gapVerdict', r.gap_verdict, 'gapAskedAt', r.gap_asked_at,
		'gapAnsweredAt', r.gap_answered_at, 'today', private.today(), 'isOwn', false, 'isSide', false, 'canPlan', false, 'canReply', false, 'canAdd', false, 'canAnswerGap', false,
		'answers', private.answers_document(r.id))
	from public.need_reports r where r.number = p_number and r.visibility = 'public'
$$;
comment on function private.published(text) is 'A public report as everybody may read it; null for all others. Definer: see above.';

create function public.public_need_report(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb := private.published(p_number);
begin
	perform private.require(v is not null);
	return v;
end
$$;
comment on function public.public_need_report(text) is 'A public report for somebody who is not signed in; NOTFD for all others.';

create function private.sides_document(p_report uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'contact', (select c.contact from public.need_report_contacts c where c.report_id = r.id),
		'joins', (select jsonb_build_object('number', j.number, 'title', j.title) from public.need_reports j where j.id in (select private.seen_of(array[r.joins_report_id]))),
		'office', (select o.name from public.organisations o where o.id = r.office_id), 'officeDueOn', r.office_due_on,
		'messages', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'body', m.body, 'at', m.created_at) order by m.created_at), '[]')
			from public.need_report_messages m where m.report_id = r.id),
		'gapAnswers', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'verdict', g.verdict, 'sentence', g.sentence, 'at', g.created_at) order by g.created_at), '[]')
			from public.need_report_gap_answers g where g.report_id = r.id),
		'together', (select coalesce(jsonb_agg(jsonb_build_object('number', x.number, 'title', x.title, 'organisationName', x.organisation_name) order by x.received_at), '[]')
			from public.need_reports x where x.id in (select private.seen_of(array(select y.id from public.need_reports y
				where y.authority_id = r.authority_id and y.need_id = r.need_id and y.id <> r.id order by y.received_at limit 50)))),
		'settlement', (select s.body from public.need_settlements s where s.authority_id = r.authority_id and s.need_id = r.need_id and s.outcome = 'settled'
			order by s.created_at desc limit 1),
		'chronicle', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', e.created_at, 'personName', e.person_name, 'postTitle', e.post_title,
			'detail', e.detail, 'body', coalesce(m.body, a.reason, g.sentence, h.note), 'decision', a.decision) order by e.id), '[]')
			from public.events e
			left join public.need_report_messages m on m.id = e.subject_id
			left join public.need_report_answers a on a.id = e.subject_id
			left join public.need_report_gap_answers g on g.id = e.subject_id
			left join public.need_report_handovers h on h.id = e.subject_id
			where e.report_id = r.id))
	from public.need_reports r where r.id = p_report and private.is_side_of(r.id)
$$;
comment on function private.sides_document(uuid) is
	'Thread, contact and chronicle for the two sides of a report, null for everybody else. Definer: asks once who is reading instead of once per row; what was done about the need is read by reporters, the pool is not.';
grant execute on function private.published(text) to anon, authenticated;
grant execute on function private.name_of(uuid), private.answers_document(uuid), private.sides_document(uuid) to authenticated;

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
		'canPlan', v_plans,
		'canReply', v_writes and exists (select from public.need_report_messages m where m.report_id = r.id and m.kind = 'question'
			and not exists (select from public.need_report_messages x where x.report_id = r.id and x.kind = 'reply' and x.created_at > m.created_at)),
		'canAdd', v_writes,
		'canAnswerGap', v_writes and r.state = 'settled' and r.gap_asked_at is not null and r.gap_answered_at is null)
	into v from public.need_reports r where r.id = v_id;
	v := v || coalesce(v_sides, '{}');
	if v_plans then
		v := v || jsonb_build_object(
			'need', (select jsonb_build_object('number', n.number, 'title', n.title, 'settledAt', n.settled_at)
				from public.needs n where n.id = (select w.need_id from private.workings_of(v_id) w)),
			'followUp', (select jsonb_build_object('dueOn', f.due_on, 'note', f.note) from public.need_report_follow_ups f where f.report_id = v_id));
	end if;
	return v;
end
$$;
comment on function public.need_report(text) is
	'One report: what was submitted and what became of it for whoever may see it; thread, contact and chronicle for the two sides; pool and follow-up for planners. A public one of elsewhere reads as for everybody.';

create function private.need_counts(p_needs uuid[]) returns table (need_id uuid, reports bigint, unanswered bigint, gaps bigint)
language sql stable security definer set search_path = '' rows 12 as $$
	select n.id, count(r.id), count(r.id) filter (where r.final_at is null), count(r.id) filter (where r.gap_verdict in ('partly', 'no'))
	from public.needs n left join public.need_reports r on r.authority_id = n.authority_id and r.need_id = n.id
	where n.id = any (p_needs) and n.authority_id in (select private.my_authorities('{planner}')) group by n.id
$$;
comment on function private.need_counts(uuid[]) is 'How many reports lead to each need, for planners. Definer: which need a report leads to is granted to nobody.';
create function private.reports_of_need(p_need uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
	select r.id from public.needs n join public.need_reports r on r.authority_id = n.authority_id and r.need_id = n.id
	where n.id = p_need and n.authority_id in (select private.my_authorities('{planner}'))
$$;
comment on function private.reports_of_need(uuid) is 'The reports of a need, for planners. Definer: see need_counts.';
grant execute on function private.need_counts(uuid[]), private.reports_of_need(uuid) to authenticated;

create function public.assessment_options(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare r record; w record;
begin
	select id, authority_id, number, title, organisation_name, municipality_name, locality, description, proposed_solution, received_at, interim_at, final_at,
		field_of_action, assessed_field, responsible_level, responsible_levels, decision, final_due_on, interim_due_on
	into r from public.need_reports where number = p_number;
	perform private.require(r.authority_id in (select private.my_authorities('{planner}')));
	select * into w from private.workings_of(r.id);
	return jsonb_build_object(
		'number', r.number, 'title', r.title, 'organisationName', r.organisation_name, 'municipalityName', r.municipality_name, 'locality', r.locality,
		'description', r.description, 'proposedSolution', r.proposed_solution, 'receivedAt', r.received_at, 'interimAt', r.interim_at, 'finalAt', r.final_at,
		'fieldOfAction', r.field_of_action, 'assessedField', r.assessed_field, 'responsibleLevel', r.responsible_level, 'responsibleLevels', r.responsible_levels, 'decision', r.decision,
		'officeId', w.office_id, 'officeDueOn', w.office_due_on, 'finalDueOn', r.final_due_on, 'interimDueOn', r.interim_due_on, 'today', private.today(),
		'need', (select n.number from public.needs n where n.id = w.need_id),
		'followUp', (select jsonb_build_object('dueOn', f.due_on, 'note', f.note) from public.need_report_follow_ups f where f.report_id = r.id),
		'lastAnswer', (select jsonb_build_object('decision', a.decision, 'reason', a.reason, 'forwardedTo', a.forwarded_to) from public.need_report_answers a
			where a.report_id = r.id order by a.created_at desc limit 1),
		'needs', (with likely as (
				select n.id, n.number, n.title, n.opened_at, y.* from public.needs n cross join lateral (select n.id is not distinct from w.need_id as is_current,
					n.id is not distinct from (select j.need_id from private.workings_of(w.joins_report_id) j) as is_joined,
					extensions.similarity(n.title, r.title) + (n.field_of_action = r.assessed_field)::integer * 0.3 as likeness) y
				where n.authority_id = r.authority_id and (n.settled_at is null or n.id = w.need_id)
				order by y.is_current desc, y.is_joined desc, y.likeness desc, n.opened_at desc limit 12)
			select coalesce(jsonb_agg(jsonb_build_object('number', l.number, 'title', l.title, 'reports', c.reports,
				'isLikely', l.is_current or l.is_joined or l.likeness >= 0.3) order by l.is_current desc, l.is_joined desc, l.likeness desc, l.opened_at desc), '[]')
			from likely l join private.need_counts(array(select id from likely)) c on c.need_id = l.id),
		'offices', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'phone', o.phone, 'isStaffed', exists (select from public.posts p
			join public.holdings h on h.post_id = p.id and private.is_current(h) where p.organisation_id = o.id and p.kind = 'planner' and p.abolished_on is null)) order by o.kind, o.name), '[]')
			from public.organisations o where o.authority_id = r.authority_id and o.kind in ('office', 'authority')));
end
$$;
comment on function public.assessment_options(text) is 'What the planner''s pages about one report offer: likely needs first, offices, what was said so far.';

create function public.need(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare n public.needs := private.need_named(p_number);
begin
	return jsonb_build_object('number', n.number, 'title', n.title, 'fieldOfAction', n.field_of_action, 'openedAt', n.opened_at, 'settledAt', n.settled_at,
		'today', private.today(),
		'reports', (select coalesce(jsonb_agg(jsonb_build_object('number', r.number, 'title', r.title, 'organisationName', r.organisation_name, 'state', r.state,
			'decision', r.decision, 'receivedAt', r.received_at, 'finalDueOn', r.final_due_on, 'finalAt', r.final_at, 'gapVerdict', r.gap_verdict,
			'gapAskedAt', r.gap_asked_at, 'gapAnsweredAt', r.gap_answered_at, 'gapSentence', (select g.sentence from public.need_report_gap_answers g
				where g.report_id = r.id and g.created_at = r.gap_answered_at)) order by r.received_at), '[]')
			from public.need_reports r where r.id in (select private.reports_of_need(n.id))),
		'settlements', (select coalesce(jsonb_agg(jsonb_build_object('outcome', s.outcome, 'body', s.body, 'at', s.created_at, 'personName', private.name_of(s.person_id))
			order by s.created_at), '[]') from public.need_settlements s where s.authority_id = n.authority_id and s.need_id = n.id),
		'canSettle', n.settled_at is null and (select c.reports > 0 and c.unanswered = 0 from private.need_counts(array[n.id]) c),
		'canReopen', n.settled_at is not null);
end
$$;
comment on function public.need(text) is 'One need of the pool with its reports and what was done. Planners only.';

create function public.list_needs(p_authority uuid, p_state text default 'open', p_after text default null)
returns table (number text, title text, field_of_action text, opened_at timestamptz, settled_at timestamptz, reports bigint, unanswered bigint, gaps bigint)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	return query with shown as (
		select n.* from public.needs n where n.authority_id = p_authority and (p_state = 'all' or (n.settled_at is null) = (p_state = 'open'))
			and (p_after is null or (n.opened_at, n.id) < (select a.opened_at, a.id from public.needs a where a.number = p_after))
		order by n.opened_at desc, n.id desc limit 51)
	select n.number, n.title, n.field_of_action, n.opened_at, n.settled_at, c.reports, c.unanswered, c.gaps
	from shown n join private.need_counts(array(select s.id from shown s)) c on c.need_id = n.id order by n.opened_at desc, n.id desc;
end
$$;
comment on function public.list_needs(uuid, text, text) is 'The pool: 50 rows and one more. p_state: open, settled, all. NOTFD for everybody but planners.';

create table public.barrier_reports (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	number text not null unique,
	page text check (length(page) <= 500),
	message text not null check (not private.is_blank(message) and length(message) <= 5000),
	contact text check (length(contact) <= 300),
	received_at timestamptz not null default now(),
	due_on date not null,
	answer text check (length(answer) <= 5000),
	answered_at timestamptz,
	answered_by uuid references public.people on delete set null
);
comment on table public.barrier_reports is 'Feedback on barriers, without sign-in; to be answered within one month (§ 16b Abs. 4 BGG LSA).';
create index on public.barrier_reports (authority_id, due_on) where answered_at is null;
create index on public.barrier_reports (authority_id, received_at desc);
create index on public.barrier_reports (answered_by);
alter table public.barrier_reports enable row level security;
create policy "planners and administrators read barrier reports" on public.barrier_reports for select to authenticated
	using (authority_id in (select private.my_authorities('{planner,administrator}')));
create policy "everyone reports barriers" on public.barrier_reports for insert to anon, authenticated
	with check (answered_at is null and exists (select from public.authorities a where a.id = authority_id));
create policy "planners and administrators answer barrier reports" on public.barrier_reports for update to authenticated
	using (authority_id in (select private.my_authorities('{planner,administrator}')) and answered_at is null)
	with check (authority_id in (select private.my_authorities('{planner,administrator}')));
grant select on public.barrier_reports to authenticated;
grant insert (id, authority_id, page, message, contact) on public.barrier_reports to anon, authenticated;
grant update (answer) on public.barrier_reports to authenticated;

create function private.stamp_barrier_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.number := (select prefix from public.authorities where id = new.authority_id) || '-BF-' || private.next_number(new.authority_id, 'barriers');
	new.received_at := now();
	new.due_on := private.today() + interval '1 month';
	return new;
end
$$;
comment on function private.stamp_barrier_report() is 'Numbers a barrier report and sets the legal due date. Definer: counters are unexposed.';
create trigger stamp before insert on public.barrier_reports for each row execute function private.stamp_barrier_report();

create function private.stamp_barrier_answer() returns trigger
language plpgsql set search_path = '' as $$
begin
	if old.answered_at is not null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	new.answered_at := now();
	new.answered_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_barrier_answer() is 'Notes who answered a barrier report and when; it is answered once.';
create trigger stamp_answer before update of answer on public.barrier_reports for each row execute function private.stamp_barrier_answer();

create function private.after_barrier_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.queue_job('notify_barrier', json_build_object('barrier_report_id', new.id));
	return null;
end
$$;
comment on function private.after_barrier_report() is 'Tells planners and administrators. Definer: people have no right on the queue.';
create trigger after_barrier_report after insert on public.barrier_reports for each row execute function private.after_barrier_report();

create function private.barrier_number(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('number', number, 'dueOn', due_on) from public.barrier_reports where id = p_id
$$;
comment on function private.barrier_number(uuid) is 'Number and due date for the receipt of somebody who may not read the table. Definer; ids are random.';
grant execute on function private.barrier_number(uuid) to anon, authenticated;

create function public.report_barrier(p_authority uuid, p_id uuid, p_message text, p_page text default null, p_contact text default null) returns jsonb
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(exists (select from public.authorities where id = p_authority));
	if private.barrier_number(p_id) is null then
		insert into public.barrier_reports (id, authority_id, page, message, contact)
		values (p_id, p_authority, nullif(btrim(p_page), ''), p_message, nullif(btrim(p_contact), '')) on conflict do nothing;
	end if;
	return private.barrier_number(p_id);
end
$$;
comment on function public.report_barrier(uuid, uuid, text, text, text) is
	'{number, dueOn}. p_id is drawn by the form, so that a double submit is one report.';

create function public.list_barrier_reports(p_authority uuid) returns setof public.barrier_reports
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner,administrator}')));
	return query select b.* from public.barrier_reports b where b.authority_id = p_authority
		order by b.answered_at is not null, case when b.answered_at is null then b.due_on end, b.received_at desc limit 100;
end
$$;
comment on function public.list_barrier_reports(uuid) is 'Barrier reports, unanswered first by due date, then the newest answered. NOTFD for everybody but planners and administrators.';

create function public.answer_barrier_report(p_number text, p_answer text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	if private.is_blank(p_answer) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["answer"]';
	end if;
	update public.barrier_reports set answer = btrim(p_answer)
	where number = p_number and answered_at is null;
	if not found and not exists (select from public.barrier_reports where number = p_number and answer = btrim(p_answer)
		and answered_by = private.person_id()) then
		perform private.require(exists (select from public.barrier_reports where number = p_number));
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.answer_barrier_report(text, text) is 'Answers a barrier report, once. The answer is sent by hand to the contact named, if any.';

create function private.duties_of(p_posts uuid[]) returns table (post_id uuid, duties integer)
language sql stable security definer set search_path = '' as $$
	select p.id, case
		when p.kind = 'planner' and o.kind = 'authority' then (select count(*) from (
			select from public.need_reports r where r.authority_id = p.authority_id and r.final_at is null limit 500) x)
		when p.kind = 'planner' then (select count(*) from public.need_reports r where r.office_id = o.id and r.final_at is null)
		when p.kind = any (private.writing_kinds()) then (select count(*) from public.need_reports r where r.authority_id = p.authority_id
			and r.organisation_id = o.id and (r.state = 'clarification' or r.gap_asked_at is not null and r.gap_answered_at is null))
		else 0 end::integer
	from public.posts p join public.organisations o on o.id = p.organisation_id
	where p.id = any (p_posts) and p.authority_id in (select private.my_authorities())
$$;
comment on function private.duties_of(uuid[]) is
	'What waits for posts: unanswered reports; open questions. Never what an organisation is still writing. Definer: counts for administrators, who see no reports.';
grant execute on function private.duties_of(uuid[]) to authenticated;

create function private.vacancies(p_authority uuid) returns table (id uuid, title text, kind text, organisation_id uuid, organisation_name text, duties integer, deputy text)
language sql stable security definer set search_path = '' as $$
	with vacant as (
		select p.id, p.title, p.kind, o.id as organisation_id, o.name from public.posts p join public.organisations o on o.id = p.organisation_id
		where p.authority_id = p_authority and p.abolished_on is null
			and (p_authority in (select private.my_authorities('{planner,administrator}')) or o.id in (select private.my_organisations()))
			and not exists (select from public.holdings h where h.post_id = p.id and h.capacity = 'holder' and private.is_current(h)))
	select v.id, v.title, v.kind, v.organisation_id, v.name, d.duties,
		(select concat_ws(' ', coalesce(pe.salutation, pe.given_name), pe.family_name) from public.holdings h join public.people pe on pe.id = h.person_id
		where h.post_id = v.id and h.capacity = 'deputy' and private.is_current(h) limit 1)
	from vacant v join private.duties_of(array(select x.id from vacant x)) d on d.post_id = v.id
$$;
comment on function private.vacancies(uuid) is
	'Posts without a holder today; all for planners and administrators, one''s own organisation''s for others. Definer: asks once who is reading.';
grant execute on function private.vacancies(uuid) to authenticated;

create function public.vacant_posts(p_authority uuid) returns table (id uuid, title text, kind text, organisation_id uuid, organisation_name text, duties integer, deputy text)
language sql stable set search_path = '' as $$
	select v.id, v.title, v.kind, v.organisation_id, v.organisation_name, v.duties, v.deputy from private.vacancies(p_authority) v
	order by v.duties desc, v.organisation_name, v.title
$$;
comment on function public.vacant_posts(uuid) is 'Posts without a holder today and what waits for them; all for planners and administrators, one''s own organisation''s for others.';

-- The first page after sign-in: what is there for me to do, and by when? Tasks are {kind, ref, title, who, dueOn, at}.
-- Definer, from here to start_page: each takes its reader's own posts and nothing else as the measure of what it shows, and
-- walks one index per authority or organisation, so that the page costs the same whether they have 20 reports or 20,000.
create function private.report_tasks() returns table (kind text, ref text, title text, who text, due_on date, at timestamptz)
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
comment on function private.report_tasks() is 'What waits for the person among submitted reports. Definer: see above.';

create function private.planning_figures() returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
declare v_plans uuid[] := array(select distinct m.authority_id from private.my_posts() m join public.organisations o on o.id = m.organisation_id
		where m.kind = 'planner' and o.kind = 'authority');
	v_today date := private.today();
begin
	if v_plans = '{}' then
		return null;
	end if;
	return jsonb_build_object(
		'overdue', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.final_at is null and r.final_due_on < v_today limit 501) x),
		'interimOverdue', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.interim_at is null and r.final_at is null
			and r.interim_due_on < v_today and r.final_due_on >= v_today limit 501) x),
		'new', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.state = 'received' limit 501) x),
		'silent', (select count(*) from (select from public.need_reports r where r.authority_id = any (v_plans) and r.gap_asked_at is not null and r.gap_answered_at is null limit 501) x));
end
$$;
comment on function private.planning_figures() is 'What a planner of the authority must not lose sight of, counted to 501; null for others. Its plan is kept: made anew it costs more than the counting. Definer: see above.';

create function private.news() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_me uuid := private.person_id();
	v_since timestamptz := (select coalesce(visited_before_at, visited_at, now()) from public.people where id = v_me);
begin
	return (
		with mine as materialized (select distinct m.organisation_id from private.my_posts() m),
		planned as materialized (select distinct m.authority_id from private.my_posts() m join public.organisations o on o.id = m.organisation_id
			where m.kind = 'planner' and o.kind = 'authority'),
		found as (
			select e.* from mine cross join lateral (select * from public.events e where e.organisation_id = mine.organisation_id and e.created_at > v_since
				and e.report_id is not null and e.person_id is distinct from v_me order by e.created_at desc limit 3) e
			union
			select e.* from planned cross join lateral (select * from public.events e where e.authority_id = planned.authority_id and e.created_at > v_since
				and e.report_id is not null and e.person_id is distinct from v_me order by e.created_at desc limit 3) e)
		select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
			select e.kind, e.created_at as at, r.number, r.title, e.post_title as "postTitle", e.detail,
				case when r.organisation_id in (select organisation_id from mine) then 'own' else 'planning' end as why
			from found e join public.need_reports r on r.id = e.report_id order by e.created_at desc, e.id desc limit 3) x);
end
$$;
comment on function private.news() is 'The three newest things since the visit before this one, of one''s organisations and of what one plans. Definer: see above.';
grant execute on function private.report_tasks(), private.planning_figures(), private.news() to authenticated;

create function public.start_page() returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	v_writes uuid[] := array(select private.my_organisations(private.writing_kinds()));
	v_releases uuid[] := array(select private.my_organisations(private.releasing_kinds()));
	v_serves uuid[] := array(select private.my_authorities('{planner,administrator}'));
	v_tasks jsonb;
begin
	select coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(t)) order by t."dueOn" nulls last, t.at), '[]') into v_tasks from (
		(select 'release' as kind, d.id::text as ref, left(d.answers ->> 'title', 120) as title, private.name_of(d.written_by) as who, null::date as "dueOn", d.handed_in_at as at
		from public.need_report_drafts d where d.organisation_id = any (v_releases) and d.handed_in_at is not null order by d.handed_in_at limit 20)
		union all
		(select case when d.returned_at is not null then 'revise' when d.handed_in_at is not null then 'await_release' else 'continue' end, d.id::text,
			left(d.answers ->> 'title', 120), private.name_of(d.written_by), null, d.saved_at
		from public.need_report_drafts d where d.organisation_id = any (v_writes) and (d.handed_in_at is null or not d.organisation_id = any (v_releases))
			and (d.written_by = private.person_id() or d.written_in in (select m.post_id from private.my_posts() m) or not exists (
				select from public.holdings h join public.posts p on p.id = h.post_id
				where h.person_id = d.written_by and p.organisation_id = d.organisation_id and private.is_current(h)))
		order by d.saved_at desc limit 20)
		union all
		select r.kind, r.ref, r.title, r.who, r.due_on, r.at from private.report_tasks() r
		union all
		(select 'barrier', b.number, left(b.message, 80), null, b.due_on, b.received_at
		from public.barrier_reports b where b.authority_id = any (v_serves) and b.answered_at is null order by b.due_on limit 15)
	) t;
	return jsonb_build_object('today', private.today(), 'tasks', v_tasks, 'figures', private.planning_figures(),
		'canReport', cardinality(v_writes) > 0,
		'news', private.news(),
		'vacant', (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'title', v.title, 'organisationName', v.organisation_name, 'duties', v.duties, 'deputy', v.deputy)), '[]')
			from (select v.* from (select distinct m.authority_id from private.my_posts() m) a cross join lateral private.vacancies(a.authority_id) v
				where v.duties > 0 order by v.duties desc, v.organisation_name, v.title limit 5) v));
end
$$;
comment on function public.start_page() is
	'Tasks of all posts the person holds, overdue first then by date; a draft is its writer''s and the post''s in which it was begun, else everyone''s who writes; planners'' figures (an office''s planner: only what was handed over); news since the last visit; vacant posts with open duties.';

-- Figures for everybody. Kept as a running tally, so that the public start page costs the same at any number of reports.
create table private.report_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	field_of_action text not null references public.fields_of_action on delete restrict,
	reports bigint not null,
	answered bigint not null,
	primary key (authority_id, field_of_action)
);
comment on table private.report_tallies is 'True counts of reports per field of action: only for the suppressing functions below. Kept by a trigger.';
create index on private.report_tallies (field_of_action);
alter table private.report_tallies enable row level security;

create function private.keep_tally() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	insert into private.report_tallies as t (authority_id, field_of_action, reports, answered)
	select x.authority_id, x.field, sum(x.reports), sum(x.answered) from (
		select new.authority_id, new.assessed_field as field, 1 as reports, (new.final_at is not null)::integer as answered
		union all
		select old.authority_id, old.assessed_field, -1, -(old.final_at is not null)::integer where tg_op = 'UPDATE') x
	group by 1, 2 having sum(x.reports) <> 0 or sum(x.answered) <> 0 order by 1, 2
	on conflict (authority_id, field_of_action) do update set reports = t.reports + excluded.reports, answered = t.answered + excluded.answered;
	return null;
end
$$;
comment on function private.keep_tally() is 'Keeps the tally true; in the order of the fields, so that two changes at once never wait for each other in a circle. Definer: the tally is granted to nobody.';
create trigger keep_tally after insert or update of assessed_field, final_at on public.need_reports for each row execute function private.keep_tally();

create table private.outcome_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('decision', 'gap')),
	outcome text not null,
	reports bigint not null,
	primary key (authority_id, kind, outcome)
);
comment on table private.outcome_tallies is
	'True counts of what became of reports: by decision word, and by verdict on the gap (silent: asked, no answer yet). See report_tallies.';
alter table private.outcome_tallies enable row level security;

create function private.keep_outcomes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('outcomes ' || new.authority_id, 0));
	insert into private.outcome_tallies as t (authority_id, kind, outcome, reports)
	select x.authority_id, x.kind, x.outcome, sum(x.reports) from (
		select new.authority_id, 'decision' as kind, new.decision as outcome, 1 as reports
		union all select new.authority_id, 'gap', case when new.gap_asked_at is not null then coalesce(new.gap_verdict, 'silent') end, 1
		union all select old.authority_id, 'decision', old.decision, -1 where tg_op = 'UPDATE'
		union all select old.authority_id, 'gap', case when old.gap_asked_at is not null then coalesce(old.gap_verdict, 'silent') end, -1 where tg_op = 'UPDATE') x
	where x.outcome is not null group by 1, 2, 3 having sum(x.reports) <> 0 order by 1, 2, 3
	on conflict (authority_id, kind, outcome) do update set reports = t.reports + excluded.reports;
	return null;
end
$$;
comment on function private.keep_outcomes() is
	'Keeps the outcomes true. One change at a time: a settlement moves many reports, and two could wait for each other in a circle. Definer: see keep_tally.';
create trigger keep_outcomes after insert or update of decision, gap_asked_at, gap_verdict on public.need_reports for each row execute function private.keep_outcomes();

create function private.suppress(p_counts jsonb, p_small integer) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare v_hidden text[]; v_sum bigint; v_next text;
begin
	select array_agg(key), sum(value::bigint) into v_hidden, v_sum from jsonb_each_text(p_counts) where value::bigint between 1 and p_small - 1;
	v_hidden := coalesce(v_hidden, '{}');
	while cardinality(v_hidden) > 0 and (cardinality(v_hidden) < 2 or v_sum < cardinality(v_hidden) + p_small - 1) loop
		select key into v_next from jsonb_each_text(p_counts) where not key = any (v_hidden) and value::bigint > 0 order by value::bigint, key limit 1;
		exit when v_next is null;
		v_hidden := v_hidden || v_next;
		v_sum := v_sum + (p_counts ->> v_next)::bigint;
	end loop;
	return jsonb_build_object(
		'cells', (select coalesce(jsonb_object_agg(key, case when not key = any (v_hidden) then value end), '{}') from jsonb_each(p_counts)),
		'total', case when cardinality(v_hidden) = 0 or cardinality(v_hidden) > 1 and v_sum >= cardinality(v_hidden) + p_small - 1
			then (select coalesce(sum(value::bigint), 0) from jsonb_each_text(p_counts)) end);
end
$$;
comment on function private.suppress(jsonb, integer) is
	'{cells, total}. Hides (null) counts from 1 up to the threshold, then the next smallest until the hidden ones, at least two, could each be anything from 1 to the threshold for whoever subtracts the rest from the total (secondary suppression). Where that cannot be had the total is hidden too.';

create function private.suppressed_overview(p_authority uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'small', a.small_number, 'finalDays', a.final_days, 'interimDays', a.interim_days,
		'byField', (select coalesce(jsonb_agg(jsonb_build_object('field', key, 'reports', value) order by (nullif(value, 'null'))::bigint desc nulls last, key), '[]')
			from jsonb_each(shown.figures -> 'cells')),
		'reports', shown.figures -> 'total',
		'answered', case when hidden.answered then null else total.answered end,
		'byDecision', case when not hidden.answered then outcomes.decisions -> 'cells' end,
		'byVerdict', case when not hidden.answered and not hidden.asked then outcomes.gaps -> 'cells' end,
		'recent', (select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (
			select r.number, r.title, r.organisation_name as "organisationName", r.locality, r.received_at as "receivedAt", r.state, r.decision
			from public.need_reports r where r.authority_id = a.id and r.visibility = 'public' order by r.received_at desc, r.id desc limit 5) x))
	from public.authorities a
	cross join lateral (select coalesce(sum(t.reports), 0) as reports, coalesce(sum(t.answered), 0) as answered,
		coalesce(jsonb_object_agg(t.field_of_action, t.reports) filter (where t.reports > 0), '{}') as counts
		from private.report_tallies t where t.authority_id = a.id) total
	cross join lateral (select private.suppress(total.counts, a.small_number) as figures) shown
	cross join lateral (select private.suppress(coalesce(jsonb_object_agg(o.outcome, o.reports) filter (where o.kind = 'decision'), '{}'), a.small_number) as decisions,
		private.suppress(coalesce(jsonb_object_agg(o.outcome, o.reports) filter (where o.kind = 'gap'), '{}'), a.small_number) as gaps,
		coalesce(sum(o.reports) filter (where o.kind = 'gap'), 0) as asked
		from private.outcome_tallies o where o.authority_id = a.id and o.reports > 0) outcomes
	cross join lateral (select total.reports < 20 or shown.figures -> 'total' = 'null' or total.answered < a.small_number
			or total.reports - total.answered between 1 and a.small_number - 1 or outcomes.decisions -> 'total' = 'null' as answered,
		outcomes.gaps -> 'total' = 'null' or outcomes.asked < a.small_number or total.answered - outcomes.asked between 1 and a.small_number - 1 as asked) hidden
	where a.id = p_authority
$$;
comment on function private.suppressed_overview(uuid) is
	'The public figures after suppression, the only way to them, and the newest public reports. Decisions add up to the answered ones and verdicts to those asked: where a sum must not be known, its parts are not told. Definer: nobody signed out may count or list reports.';
grant execute on function private.suppressed_overview(uuid) to anon, authenticated;

create function public.public_overview(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.suppressed_overview(p_authority)
$$;
comment on function public.public_overview(uuid) is 'The public start page: figures with small numbers hidden, and the newest public reports.';

revoke execute on all functions in schema public from public;
grant execute on function public.need_report_draft(uuid), public.list_need_reports(uuid, text, text, text, text, uuid, text, text, text), public.need_reports_by_municipality(uuid),
	public.need_report(text), public.assessment_options(text), public.need(text), public.list_needs(uuid, text, text), public.list_barrier_reports(uuid),
	public.answer_barrier_report(text, text), public.vacant_posts(uuid), public.start_page() to authenticated;
grant execute on function public.vocabulary(), public.public_need_report(text), public.public_overview(uuid), public.report_barrier(uuid, uuid, text, text, text) to anon, authenticated;
