-- What a planner may choose from when a need report is assessed and answered.

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
