-- What is published of a survey: see calls/results.sql.

create function private.published_questions(p_call uuid) returns json
language sql stable set search_path = '' as $$
	with cells as materialized (
		select q.key, o.value, o.place, coalesce((t.counts ->> o.value)::integer, 0) as n,
			q.kind <> 'several' as is_exclusive, u.small_number as threshold, t.answered
		from public.survey_questions q
		join public.authorities u on u.id = q.authority_id
		join private.question_tallies(p_call) t on t.key = q.key
		cross join lateral unnest(
			case q.kind when 'yes_no' then '{yes,no,unknown}' else q.options end
		) with ordinality o (value, place)
		where q.call_id = p_call and q.is_published
	),
	told as (
		select c.key, c.value, c.place,
			case
				when c.n >= c.threshold
					and case
						when c.is_exclusive
							then min(c.n) over question >= c.threshold
								or sum(c.n) over smaller >= 2 * c.threshold
						else c.answered - c.n >= c.threshold
					end
					then c.n
			end as n
		from cells c
		window question as (partition by c.key),
			smaller as (
				partition by c.key order by c.n, c.place rows between unbounded preceding and 1 preceding
			)
	)
	select coalesce(
		json_agg(
			json_build_object(
				'key', q.key,
				'label', q.label,
				'kind', q.kind,
				'counts', (
					select coalesce(
						json_agg(
							json_build_object(
								'value', x.value,
								'count', x.n
							)
							order by x.place
						),
						'[]'
					)
					from told x
					where x.key = q.key
				),
				'total', case when t.answered >= u.small_number and abs(t.total) >= u.small_number then t.total end
			)
			order by q.place
		),
		'[]'
	)
	from public.survey_questions q
	join public.authorities u on u.id = q.authority_id
	join private.question_tallies(p_call) t on t.key = q.key
	where q.call_id = p_call and q.is_published
$$;
comment on function private.published_questions(uuid) is
	'Of each own question that planners chose to publish how many organisations said what. A number below the '
	'threshold of the figures is not told (null), nothing as well. Where one answer excludes the others, the '
	'next smallest are not told either, until those that are not told make up twice the threshold; where it '
	'does not, neither is a number that all but a few chose: who answered at all is public. A sum of numbers is '
	'told when enough gave one (docs/decisions/0037). Never words. '
	'Granted to nobody: see surveys_cells.';

create function private.surveys_result(p_call uuid, p_addressee uuid) returns table (about uuid, said json)
language sql stable set search_path = '' as $$
	with said as materialized (
		select x.field_of_action, json_object_agg(x.outcome, x.n) as outcomes
		from (
			select f.field_of_action, f.outcome, count(*) as n
			from public.calls c
			join private.present_fields f on f.authority_id = c.authority_id and f.call_id = c.id
			where c.id = p_call
			group by f.field_of_action, f.outcome
		) x
		group by x.field_of_action
	),
	reported as materialized (
		select r.field_of_action, count(*) filter (where r.visibility <> 'public') as hidden,
			count(*) filter (where r.visibility = 'district') as withheld,
			json_agg(t.told order by r.received_at, r.id) filter (where r.visibility = 'public') as open,
			json_agg(t.told order by r.received_at, r.id) filter (where r.visibility <> 'district') as shared
		from public.call_addressees a
		join public.need_reports r on r.authority_id = a.authority_id and r.addressee_id = a.id
		left join public.decision_words w on w.key = r.decision
		cross join lateral json_build_object(
			'number', r.number,
			'title', r.title,
			'decision', case
				when w.key is not null
					then json_build_object(
						'key', w.key,
						'label', w.label,
						'labelEn', w.label_en
					)
			end
		) t (told)
		where a.call_id = p_call
		group by r.field_of_action
	),
	counted as (
		select f.key, f.label, f.label_en, f.position, coalesce(s.outcomes, '{}') as outcomes, r.open,
			r.shared, coalesce(r.hidden, 0) as hidden, coalesce(r.withheld, 0) as withheld,
			coalesce(r.withheld between 1 and u.small_number - 1, false) as is_small,
			coalesce(r.hidden between 1 and u.small_number - 1, false) as is_small_together
		from public.calls c
		join public.authorities u on u.id = c.authority_id
		join public.call_fields x on x.call_id = c.id
		join public.fields_of_action f on f.key = x.field_of_action
		left join said s on s.field_of_action = f.key
		left join reported r on r.field_of_action = f.key
		where c.id = p_call
	)
	select p_call,
		json_build_object(
			'public', json_build_object(
				'fields', json_agg(
					json_build_object(
						'key', n.key,
						'label', n.label,
						'labelEn', n.label_en,
						'outcomes', n.outcomes,
						'reports', coalesce(n.open, '[]'),
						'others', case when not n.is_small and not n.is_small_together then n.hidden end
					)
					order by n.position
				),
				'questions', private.published_questions(p_call)
			),
			'participants', json_build_object(
				'fields', json_agg(
					json_build_object(
						'key', n.key,
						'label', n.label,
						'labelEn', n.label_en,
						'outcomes', n.outcomes,
						'reports', coalesce(n.shared, '[]'),
						'others', case when not n.is_small then n.withheld end
					)
					order by n.position
				),
				'questions', private.published_questions(p_call)
			)
		)
	from counted n
$$;
comment on function private.surveys_result(uuid, uuid) is
	'Per field how many organisations said what, the reports made in answer that a circle may read by their '
	'own visibility, with their decision, and how many others there are. That number is not told (null) where '
	'it is small, nor where a small one could be had from what both circles read (docs/decisions/0036). Of its '
	'own questions see published_questions. No words of answers. Granted to nobody: see surveys_cells.';
