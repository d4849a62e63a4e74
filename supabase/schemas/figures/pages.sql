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

create function private.figures_at(p_authority uuid) returns private.figure_snapshots
language sql stable security definer set search_path = '' as $$
	select *
	from private.figure_snapshots
	where authority_id = p_authority and cells is not null
	order by month desc
	limit 1
$$;
comment on function private.figures_at(uuid) is
	'The figures that were published last. Definer: there is no other way to them.';
grant execute on function private.figures_at(uuid) to anon, authenticated;

create function private.newest_public(p_authority uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(jsonb_agg(to_jsonb(x)), '[]')
	from (
		select r.number, r.title, r.organisation_name as "organisationName",
			r.received_at as "receivedAt", r.state, r.decision
		from public.need_reports r
		where r.authority_id = p_authority and r.visibility = 'public'
		order by r.received_at desc, r.id desc
		limit 5
	) x
$$;
comment on function private.newest_public(uuid) is
	'The newest public reports. Definer: nobody signed out may list reports.';
grant execute on function private.newest_public(uuid) to anon, authenticated;

create function private.largest_first(p_cells jsonb, p_name text) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				p_name, key,
				'reports', value
			)
			order by nullif(value, 'null')::bigint desc nulls last, key
		),
		'[]'
	)
	from jsonb_each(p_cells)
$$;
comment on function private.largest_first(jsonb, text) is 'Cells as a list, the hidden ones last.';
grant execute on function private.largest_first(jsonb, text) to anon, authenticated;

create function public.public_overview(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'small', coalesce(f.small, a.small_number),
		'asOf', f.taken_on,
		'finalDays', a.final_days,
		'interimDays', a.interim_days,
		'byField', private.largest_first(f.cells -> 'field', 'field'),
		'reports', f.cells -> 'sum' -> 'reports',
		'answered', f.cells -> 'sum' -> 'answered',
		'byDecision', coalesce(f.cells -> 'decision', '{}'),
		'byVerdict', coalesce(f.cells -> 'gap', '{}'),
		'recent', private.newest_public(a.id)
	)
	from public.authorities a
	cross join lateral private.figures_at(a.id) f
	where a.id = p_authority
$$;
comment on function public.public_overview(uuid) is
	'The public start page: figures of the day they were taken (asOf; null: none yet), what is hidden is '
	'null; and the newest public reports.';
grant execute on function public.public_overview(uuid) to anon, authenticated;

create function public.public_figures(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'small', coalesce(f.small, a.small_number),
		'asOf', f.taken_on,
		'reports', f.cells -> 'sum' -> 'reports',
		'answered', f.cells -> 'sum' -> 'answered',
		'byField', private.largest_first(f.cells -> 'field', 'field'),
		'byArea', (
			select coalesce(jsonb_agg(
				jsonb_build_object(
					'name', m.name,
					'reports', c.value -> 'reports'
				)
				order by c.position
			), '[]')
			from jsonb_array_elements(private.largest_first(f.cells -> 'area', 'area'))
				with ordinality c (value, position)
			left join public.municipalities m on m.ags = c.value ->> 'area'
		),
		'byState', coalesce(f.cells -> 'open', '{}'),
		'byTime', coalesce(f.cells -> 'weeks', '{}')
	)
	from public.authorities a
	cross join lateral private.figures_at(a.id) f
	where a.id = p_authority
$$;
comment on function public.public_figures(uuid) is
	'The public figures: reports by field, municipality, state and time to the answer, as they were '
	'taken. What is hidden is null.';
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
