-- Rules of figures: what is counted, and how it is rounded so that nothing follows from it (ADR 0033).

create function private.answer_time(p_received timestamptz, p_answered timestamptz) returns text
language sql immutable set search_path = '' as $$
	select case when p_answered is null then null
		when p_answered - p_received <= interval '14 days'
			then 'up_to_2' when p_answered - p_received <= interval '28 days'
			then 'up_to_4'
		when p_answered - p_received <= interval '56 days' then 'up_to_8' else 'over_8' end
$$;
comment on function private.answer_time(timestamptz, timestamptz) is
	'How long an answer took: up to 2, 4, 8 weeks, or longer.';
grant execute on function private.answer_time(timestamptz, timestamptz) to authenticated;

create function private.figures_of(r public.need_reports) returns table (kind text, key text)
language sql immutable set search_path = '' rows 5 as $$
	select 'sum', 'reports'
	union all select 'sum', 'answered' where r.final_at is not null
	union all select 'field', r.assessed_field
	union all select 'area', coalesce(r.municipality_ags, 'none')
	union all select 'open', r.state where r.final_at is null
	union all select 'weeks', private.answer_time(r.received_at, r.final_at) where r.final_at is not null
	union all select 'decision', r.decision where r.final_at is not null
	union all select 'gap', coalesce(r.gap_verdict, 'silent') where r.gap_asked_at is not null
$$;
comment on function private.figures_of(public.need_reports) is
	'The cells a report counts in. Field and area add up to all reports; open to those without an answer; '
	'weeks and decision to those with one; gap to those asked about the gap.';

create function private.figure_cells(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	with cells (kind, key) as (
		values ('sum', 'reports'), ('sum', 'answered'), ('open', 'received'), ('open', 'in_progress'),
			('open', 'clarification'), ('weeks', 'up_to_2'), ('weeks', 'up_to_4'), ('weeks', 'up_to_8'),
			('weeks', 'over_8'), ('gap', 'yes'), ('gap', 'partly'), ('gap', 'no'), ('gap', 'silent'),
			('area', 'none')
		union all select 'area', m.ags from public.municipalities m where m.authority_id = p_authority
		union all select 'field', f.key from public.fields_of_action f
		union all select 'decision', d.key from public.decision_words d
	),
	counted as (
		select x.kind, x.key, count(*) filter (where r.visibility = 'public') as known,
			count(*) filter (where r.visibility <> 'public') as rest
		from public.need_reports r
		cross join lateral private.figures_of(r) x
		where r.authority_id = p_authority
		group by 1, 2
	)
	select jsonb_agg(
		jsonb_build_object(
			'kind', kind,
			'key', key,
			'known', coalesce(n.known, 0),
			'rest', coalesce(n.rest, 0)
		)
	)
	from cells c
	left join counted n using (kind, key)
$$;
comment on function private.figure_cells(uuid) is
	'[{kind, key, known, rest}]: every cell there could be, also the empty ones, so that none is told by '
	'being left out. known: public reports, which anybody can count; rest: the others.';

create function private.rounded(p_cells jsonb, p_small integer, p_secret bytea) returns jsonb
language sql immutable set search_path = '' as $$
	with cells as (
		select kind, key, known, rest
		from jsonb_to_recordset(p_cells) as c (kind text, key text, known integer, rest integer)
	),
	drawn as (
		select c.*, n,
			(256 * get_byte(h.h, 0) + get_byte(h.h, 1)) % p_small as shift
		from cells c
		cross join generate_series(1, 16) n
		cross join lateral (
			select sha256(p_secret || convert_to(concat_ws('/', c.kind, c.key, n), 'UTF8')) as h
		) h
	),
	taken as (
		select kind, min(n) as n
		from (
			select kind, n
			from drawn
			group by kind, n
			having kind = 'sum'
				or count(*) > 1 and sum(shift) between 2 and count(*) * (p_small - 1) - 2
		) x
		group by kind
	),
	whole as (select sum(rest) as n from cells where kind = 'sum' and key = 'reports'),
	steps as (
		select d.kind, d.key, d.known,
			case when w.n < p_small then 0 else (d.rest + d.shift) / p_small * p_small end as step
		from drawn d
		join taken using (kind, n)
		cross join whole w
	),
	bounds as (
		select kind, key, known, step, greatest(0, step - p_small + 1) as least, step + p_small - 1 as most,
			sum(greatest(0, step - p_small + 1)) over (partition by kind) as least_sum,
			sum(step + p_small - 1) over (partition by kind) as most_sum
		from steps
	),
	answered as (
		select greatest(
			max(least) filter (where key = 'answered'),
			max(least_sum) filter (where kind in ('weeks', 'decision', 'gap')),
			max(w.n - most_sum) filter (where kind = 'open')
		) as least,
		least(
			min(most) filter (where key = 'answered'),
			min(most_sum) filter (where kind in ('weeks', 'decision')),
			min(w.n - least_sum) filter (where kind = 'open')
		) as most
		from bounds
		cross join whole w
	),
	said as (
		select b.kind, b.key, b.known + b.step as shown, case
			when b.key = 'reports' then p_small
			when b.key = 'answered' then a.most - a.least + 1
			else least(b.most, s.most - b.least_sum + b.least)
				- greatest(b.least, s.least - b.most_sum + b.most) + 1
		end as choices
		from bounds b
		cross join answered a
		cross join whole w
		cross join lateral (
			select case
				when b.kind in ('field', 'area') then w.n
				when b.kind = 'open' then w.n - a.most
				when b.kind = 'gap' then 0
				else a.least
			end as least,
			case
				when b.kind in ('field', 'area') then w.n
				when b.kind = 'open' then w.n - a.least
				else a.most
			end as most
		) s
	)
	select case when w.n < p_small or not exists (select from said where choices < 3) then (
		select jsonb_object_agg(kind, cells)
		from (
			select kind, jsonb_object_agg(key, case when shown >= p_small then shown end) as cells
			from said
			group by kind
		) x
	) end
	from whole w
$$;
comment on function private.rounded(jsonb, integer, bytea) is
	'{kind: {key: count or null}}: public reports as they are, the others in steps of p_small. Where the '
	'steps begin is drawn for each cell with a secret and stays: a step up tells no number, whatever came '
	'in since. A table whose beginnings would add up to too little or too much gets others. What is below '
	'p_small is null, nothing as well. Null as a whole where adding up would leave fewer than three '
	'numbers for a cell, for somebody who knows how many reports there are.';

create function public.take_figures() returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.figure_snapshots (authority_id, month, taken_on, small, cells)
	select a.id, t.month, private.today(), s.small,
		case
			when a.is_sample or get_byte(sha256(k.secret || convert_to(t.month::text, 'UTF8')), 0) >= 32
				then private.rounded(private.figure_cells(a.id), s.small, k.secret)
		end
	from public.authorities a
	cross join (select date_trunc('month', private.today())::date as month) t
	cross join lateral (
		select greatest(4, a.small_number, max(x.small)) as small
		from private.figure_snapshots x
		where x.authority_id = a.id
	) s
	cross join lateral (
		select sha256(convert_to(k.value || a.id, 'UTF8')) as secret
		from private.keys k
		where k.name = 'figures'
	) k
	where not exists (
		select from private.figure_snapshots x where x.authority_id = a.id and x.month = t.month
	)
	on conflict do nothing
$$;
comment on function public.take_figures() is
	'Nightly: the public figures of this month, tried once for each authority. One month in eight is left '
	'out for no reason, by the secret: so a month that had to be left out tells nothing either. Steps of '
	'three would leave too few numbers. The threshold may grow, never shrink: two kinds of steps for the '
	'same number would tell it. Definer: for the server only.';

create trigger keep_words before update on private.figure_snapshots
	for each row execute function private.keep_words();
