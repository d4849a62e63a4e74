-- The list of need reports: what is read.

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
