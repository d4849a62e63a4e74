-- Why: a district council asks how much is reported, from where, and how long answers take. Whoever takes part sees true
-- numbers of what they may see; everybody else sees numbers in which nobody can be recognised, whatever is added up or
-- subtracted, within a table and across tables. That is decided here and nowhere else.

create function private.answer_time(p_received timestamptz, p_answered timestamptz) returns text
language sql immutable set search_path = '' as $$
	select case when p_answered is null then null
		when p_answered - p_received <= interval '14 days' then 'up_to_2' when p_answered - p_received <= interval '28 days' then 'up_to_4'
		when p_answered - p_received <= interval '56 days' then 'up_to_8' else 'over_8' end
$$;
comment on function private.answer_time(timestamptz, timestamptz) is 'How long an answer took: up to 2, 4, 8 weeks, or longer.';

create table private.figure_tallies (
	authority_id uuid not null references public.authorities on delete cascade,
	kind text not null check (kind in ('area', 'open', 'weeks')),
	key text not null,
	reports bigint not null,
	primary key (authority_id, kind, key)
);
comment on table private.figure_tallies is
	'True counts of reports by municipality (none: no single one), by state of those without an answer, and by time to the answer. See report_tallies.';
alter table private.figure_tallies enable row level security;

create function private.figures_of(r public.need_reports, p_sign integer) returns table (kind text, key text, reports integer)
language sql immutable set search_path = '' rows 2 as $$
	select 'area', coalesce(r.municipality_ags, 'none'), p_sign
	union all select 'open', r.state, p_sign where r.final_at is null
	union all select 'weeks', private.answer_time(r.received_at, r.final_at), p_sign where r.final_at is not null
$$;
comment on function private.figures_of(public.need_reports, integer) is 'The cells a report counts in.';

create function private.keep_figures() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform pg_advisory_xact_lock(hashtextextended('outcomes ' || new.authority_id, 0));
	insert into private.figure_tallies as t (authority_id, kind, key, reports)
	select new.authority_id, x.kind, x.key, sum(x.reports) from (
		select * from private.figures_of(new, 1)
		union all select * from private.figures_of(old, -1) where tg_op = 'UPDATE') x
	group by 2, 3 having sum(x.reports) <> 0
	on conflict (authority_id, kind, key) do update set reports = t.reports + excluded.reports;
	return null;
end
$$;
comment on function private.keep_figures() is 'Keeps the figures true, in the same line as keep_outcomes. Definer: see keep_tally.';
create trigger keep_figures after insert or update of state, final_at on public.need_reports for each row execute function private.keep_figures();

insert into private.figure_tallies (authority_id, kind, key, reports)
select r.authority_id, x.kind, x.key, sum(x.reports) from public.need_reports r cross join lateral private.figures_of(r, 1) x group by 1, 2, 3;

-- Tables share two sums and nothing else: all reports (by field, by municipality) and those answered (by decision, by time);
-- what is open is the difference of the two. Each table hides enough cells to be safe although its sum is known
-- (private.suppress); a table that would need its sum hidden is not shown, and no table is whose sum is not.
create function private.suppressed_figures(p_authority uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_overview jsonb := private.suppressed_overview(p_authority); v_small integer := (v_overview ->> 'small')::integer; v_counts jsonb; v jsonb;
begin
	select coalesce(jsonb_object_agg(x.kind, x.cells), '{}') into v_counts
	from (select kind, jsonb_object_agg(key, reports) as cells from private.figure_tallies where authority_id = p_authority and reports > 0 group by kind) x;
	select coalesce(jsonb_object_agg(k.kind, private.suppress(coalesce(v_counts -> k.kind, '{}'), v_small)), '{}') into v from unnest(array['area', 'open', 'weeks']) as k (kind);
	return jsonb_build_object('small', v_small, 'reports', v_overview -> 'reports', 'answered', v_overview -> 'answered', 'byField', v_overview -> 'byField',
		'byArea', case when v_overview -> 'reports' <> 'null' and v -> 'area' -> 'total' <> 'null' then (
			select coalesce(jsonb_agg(jsonb_build_object('ags', c.key, 'name', m.name, 'reports', c.value) order by (nullif(c.value, 'null'))::bigint desc nulls last, m.name), '[]')
			from jsonb_each(v -> 'area' -> 'cells') c left join public.municipalities m on m.ags = c.key) end,
		'byState', case when v_overview -> 'answered' <> 'null' and v_overview -> 'reports' <> 'null' and v -> 'open' -> 'total' <> 'null' then v -> 'open' -> 'cells' end,
		'byTime', case when v_overview -> 'answered' <> 'null' and v -> 'weeks' -> 'total' <> 'null' then v -> 'weeks' -> 'cells' end);
end
$$;
comment on function private.suppressed_figures(uuid) is
	'{small, reports, answered, byField, byArea, byState, byTime}: hidden counts are null, a table that is not told is null. Built on the public overview, so that both pages hide the same. Definer: nobody signed out may count reports.';
grant execute on function private.suppressed_figures(uuid) to anon, authenticated;

create function public.public_figures(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.suppressed_figures(p_authority)
$$;
comment on function public.public_figures(uuid) is 'The public figures: reports by field, municipality, state and time to the answer, with small numbers hidden.';

create function public.need_report_figures(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v jsonb;
begin
	perform private.require(p_authority in (select private.my_authorities(private.participating_kinds())));
	with seen as materialized (
		select r.assessed_field, coalesce(r.municipality_ags, 'none') as ags, r.state, private.answer_time(r.received_at, r.final_at) as weeks, r.final_at - r.received_at as took
		from public.need_reports r where r.authority_id = p_authority),
	counted as (
		select assessed_field, ags, state, weeks, count(*) as n from seen group by grouping sets ((assessed_field), (ags), (state), (weeks)))
	select jsonb_build_object(
		'reports', (select count(*) from seen), 'answered', (select count(weeks) from seen),
		'medianDays', (select round((extract(epoch from percentile_cont(0.5) within group (order by took)) / 86400)::numeric)::integer from seen where weeks is not null),
		'byField', (select coalesce(jsonb_agg(jsonb_build_object('field', assessed_field, 'reports', n) order by n desc, assessed_field), '[]') from counted where assessed_field is not null),
		'byArea', (select coalesce(jsonb_agg(jsonb_build_object('ags', c.ags, 'name', m.name, 'reports', n) order by n desc, m.name), '[]')
			from counted c left join public.municipalities m on m.ags = c.ags where c.ags is not null),
		'byState', (select coalesce(jsonb_object_agg(state, n), '{}') from counted where state is not null),
		'byTime', (select coalesce(jsonb_object_agg(weeks, n), '{}') from counted where weeks is not null)) into v;
	return v;
end
$$;
comment on function public.need_report_figures(uuid) is 'The figures counted over the reports one may see; medianDays: half of the answers took no longer. For those who take part.';

revoke execute on function public.public_figures(uuid), public.need_report_figures(uuid) from public;
grant execute on function public.public_figures(uuid) to anon, authenticated;
grant execute on function public.need_report_figures(uuid) to authenticated;
grant execute on function private.answer_time(timestamptz, timestamptz) to authenticated;
