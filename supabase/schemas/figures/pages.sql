-- Pages of figures, with small numbers hidden: what is read.

create function public.need_reports_by_municipality(p_authority uuid) returns table (
	ags text, name text, total bigint, open bigint, overdue bigint
)
language plpgsql stable set search_path = '' as $$
declare v_today date := private.today();
begin
	return query with counted as (
		select r.municipality_ags, count(*) as total, count(*) filter (where r.final_at is null) as open,
			count(*) filter (
				where r.final_at is null
					and (r.final_due_on < v_today or r.interim_at is null and r.interim_due_on < v_today)
			) as overdue
		from public.need_reports r
		where r.authority_id = p_authority and r.municipality_ags is not null
		group by r.municipality_ags
	)
	select m.ags, m.name, coalesce(c.total, 0), coalesce(c.open, 0), coalesce(c.overdue, 0)
	from public.municipalities m
	left join counted c on c.municipality_ags = m.ags
	where m.authority_id = p_authority
	order by m.name;
end
$$;
comment on function public.need_reports_by_municipality(uuid) is
	'The same facts for the map and its table, counted over the reports one may see.';
grant execute on function public.need_reports_by_municipality(uuid) to authenticated;

create function private.suppress(p_counts jsonb, p_small integer) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare v_hidden text[]; v_sum bigint; v_next text;
begin
	select array_agg(key), sum(value::bigint)
	into v_hidden, v_sum
	from jsonb_each_text(p_counts)
	where value::bigint between 1 and p_small - 1;
	v_hidden := coalesce(v_hidden, '{}');
	while cardinality(v_hidden) > 0
		and (cardinality(v_hidden) < 2 or v_sum < cardinality(v_hidden) + p_small - 1)
	loop
		select key
		into v_next
		from jsonb_each_text(p_counts)
		where not key = any (v_hidden) and value::bigint > 0
		order by value::bigint, key
		limit 1;
		exit when v_next is null;
		v_hidden := v_hidden || v_next;
		v_sum := v_sum + (p_counts ->> v_next)::bigint;
	end loop;
	return jsonb_build_object(
		'cells', (
			select coalesce(jsonb_object_agg(key, case when not key = any (v_hidden) then value end), '{}')
			from jsonb_each(p_counts)
		),
		'total', case
			when cardinality(v_hidden) = 0
				or cardinality(v_hidden) > 1
					and v_sum >= cardinality(v_hidden) + p_small - 1
						then (select coalesce(sum(value::bigint), 0) from jsonb_each_text(p_counts))
		end
	);
end
$$;
comment on function private.suppress(jsonb, integer) is
	'{cells, total}. Hides (null) counts from 1 up to the threshold, then the next smallest until the '
	'hidden ones, at least two, could each be anything from 1 to the threshold for whoever subtracts '
	'the rest from the total (secondary suppression). Where that cannot be had the total is hidden too.';

create function private.suppressed_overview(p_authority uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'small', a.small_number,
		'finalDays', a.final_days,
		'interimDays', a.interim_days,
		'byField', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', key,
						'reports', value
					)
					order by (nullif(value, 'null'))::bigint desc nulls last, key
				),
				'[]'
			)
			from jsonb_each(shown.figures -> 'cells')
		),
		'reports', shown.figures -> 'total',
		'answered', case when hidden.answered then null else total.answered end,
		'byDecision', case when not hidden.answered then outcomes.decisions -> 'cells' end,
		'byVerdict', case when not hidden.answered and not hidden.asked then outcomes.gaps -> 'cells' end,
		'recent', (
			select coalesce(jsonb_agg(to_jsonb(x)), '[]')
			from (
				select r.number, r.title, r.organisation_name as "organisationName",
					r.received_at as "receivedAt", r.state, r.decision
				from public.need_reports r
				where r.authority_id = a.id and r.visibility = 'public'
				order by r.received_at desc, r.id desc
				limit 5
			) x
		)
	)
	from public.authorities a
	cross join lateral (select coalesce(sum(t.reports), 0) as reports, coalesce(sum(t.answered), 0) as answered,
		coalesce(jsonb_object_agg(t.field_of_action, t.reports) filter (where t.reports > 0), '{}') as counts
		from private.report_tallies t where t.authority_id = a.id) total
	cross join lateral (select private.suppress(total.counts, a.small_number) as figures) shown
	cross join lateral (
		select private.suppress(
				coalesce(jsonb_object_agg(o.outcome, o.reports) filter (where o.kind = 'decision'), '{}'),
				a.small_number
			) as decisions,
			private.suppress(
				coalesce(jsonb_object_agg(o.outcome, o.reports) filter (where o.kind = 'gap'), '{}'),
				a.small_number
			) as gaps,
			coalesce(sum(o.reports) filter (where o.kind = 'gap'), 0) as asked
		from private.outcome_tallies o
		where o.authority_id = a.id and o.reports > 0
	) outcomes
	cross join lateral (
		select total.reports < 20
			or shown.figures -> 'total' = 'null'
			or total.answered < a.small_number
			or total.reports - total.answered between 1 and a.small_number - 1
			or outcomes.decisions -> 'total' = 'null' as answered,
		outcomes.gaps -> 'total' = 'null'
			or outcomes.asked < a.small_number
			or total.answered - outcomes.asked between 1 and a.small_number - 1 as asked
	) hidden
	where a.id = p_authority
$$;
comment on function private.suppressed_overview(uuid) is
	'The public figures after suppression, the only way to them, and the newest public reports. '
	'Decisions add up to the answered ones and verdicts to those asked: where a sum must not be known, '
	'its parts are not told. Definer: nobody signed out may count or list reports.';
grant execute on function private.suppressed_overview(uuid) to anon, authenticated;

create function public.public_overview(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.suppressed_overview(p_authority)
$$;
comment on function public.public_overview(uuid) is
	'The public start page: figures with small numbers hidden, and the newest public reports.';
grant execute on function public.public_overview(uuid) to anon, authenticated;

-- Tables share two sums and nothing else: all reports (by field, by municipality) and those answered (by
-- decision, by time); what is open is the difference of the two. Each table hides enough cells to be safe
-- although its sum is known (private.suppress); a table that would need its sum hidden is not shown, and
-- no table is whose sum is not.
create function private.suppressed_figures(p_authority uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_overview jsonb := private.suppressed_overview(p_authority); v_small integer := (
	v_overview ->> 'small'
)::integer; v_counts jsonb; v jsonb;
begin
	select coalesce(jsonb_object_agg(x.kind, x.cells), '{}') into v_counts
	from (
		select kind, jsonb_object_agg(key, reports) as cells
		from private.figure_tallies
		where authority_id = p_authority and reports > 0
		group by kind
	) x;
	select coalesce(
		jsonb_object_agg(k.kind, private.suppress(coalesce(v_counts -> k.kind, '{}'), v_small)), '{}'
	)
	into v
	from unnest(array['area', 'open', 'weeks']) as k (kind);
	return jsonb_build_object(
		'small', v_small,
		'reports', v_overview -> 'reports',
		'answered', v_overview -> 'answered',
		'byField', v_overview -> 'byField',
		'byArea', case
			when v_overview -> 'reports' <> 'null'
				and v -> 'area' -> 'total' <> 'null'
					then (
						select coalesce(
							jsonb_agg(
								jsonb_build_object(
									'name', m.name,
									'reports', c.value
								)
								order by (nullif(c.value, 'null'))::bigint desc nulls last, m.name
							),
							'[]'
						)
						from jsonb_each(v -> 'area' -> 'cells') c
						left join public.municipalities m on m.ags = c.key
					)
		end,
		'byState', case
			when v_overview -> 'answered' <> 'null'
				and v_overview -> 'reports' <> 'null'
				and v -> 'open' -> 'total' <> 'null' then v -> 'open' -> 'cells'
		end,
		'byTime', case
			when v_overview -> 'answered' <> 'null'
				and v -> 'weeks' -> 'total' <> 'null' then v -> 'weeks' -> 'cells'
		end
	);
end
$$;
comment on function private.suppressed_figures(uuid) is
	'{small, reports, answered, byField, byArea, byState, byTime}: hidden counts are null, a table that '
	'is not told is null. Built on the public overview, so that both pages hide the same. Definer: '
	'nobody signed out may count reports.';
grant execute on function private.suppressed_figures(uuid) to anon, authenticated;

create function public.public_figures(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.suppressed_figures(p_authority)
$$;
comment on function public.public_figures(uuid) is
	'The public figures: reports by field, municipality, state and time to the answer, with small '
	'numbers hidden.';
grant execute on function public.public_figures(uuid) to anon, authenticated;

create function public.need_report_figures(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(p_authority in (select private.my_authorities(private.participating_kinds())));
	with seen as materialized (
		select r.assessed_field, coalesce(r.municipality_ags, 'none') as ags, r.state,
			private.answer_time(r.received_at, r.final_at) as weeks, r.final_at - r.received_at as took
		from public.need_reports r
		where r.authority_id = p_authority
	),
	counted as (
		select assessed_field, ags, state, weeks, count(*) as n
		from seen
		group by grouping sets ((assessed_field), (ags), (state), (weeks))
	)
	select jsonb_build_object(
		'reports', (select count(*) from seen),
		'answered', (select count(weeks) from seen),
		'medianDays', (
			select round(
				(extract(epoch from percentile_cont(0.5) within group (order by took)) / 86400)::numeric
			)::integer
			from seen
			where weeks is not null
		),
		'byField', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', assessed_field,
						'reports', n
					)
					order by n desc, assessed_field
				),
				'[]'
			)
			from counted
			where assessed_field is not null
		),
		'byArea', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'name', m.name,
						'reports', n
					)
					order by n desc, m.name
				),
				'[]'
			)
			from counted c
			left join public.municipalities m on m.ags = c.ags
			where c.ags is not null
		),
		'byState', (select coalesce(jsonb_object_agg(state, n), '{}') from counted where state is not null),
		'byTime', (select coalesce(jsonb_object_agg(weeks, n), '{}') from counted where weeks is not null)
	)
	into v;
	return v;
end
$$;
comment on function public.need_report_figures(uuid) is
	'The figures counted over the reports one may see; medianDays: half of the answers took no longer. '
	'For those who take part.';
grant execute on function public.need_report_figures(uuid) to authenticated;
