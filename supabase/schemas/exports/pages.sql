-- Pages of lists taken away: what is read.

create function private.need_reports_where(p_filter jsonb) returns text
language plpgsql stable set search_path = '' as $$
declare v_from text := 'public.need_reports r'; v_where text := 'r.authority_id = $1';
	v_key text; v_condition text;
begin
	if p_filter - '{search,field,state,municipality,organisation,group,from,to,due}'::text[] <> '{}' then
		raise exception 'no such filter' using errcode = 'INVAL', detail = '["filter"]';
	end if;
	if not private.is_blank(p_filter ->> 'search') then
		v_from := v_from || ' join private.found_need_reports($1, $2 ->> ''search'') m on m.id = r.id';
	end if;
	for v_key, v_condition in
		values
			('field', 'r.assessed_field = $2 ->> ''field'''),
			('municipality', 'r.municipality_ags = $2 ->> ''municipality'''),
			('organisation', 'r.organisation_id = ($2 ->> ''organisation'')::uuid'),
			('group', 'r.target_groups @> array[$2 ->> ''group'']'),
			('from', 'r.received_at >= ($2 ->> ''from'')::timestamp at time zone ''Europe/Berlin'''),
			('to', 'r.received_at < (($2 ->> ''to'')::date + 1)::timestamp at time zone ''Europe/Berlin''')
	loop
		if p_filter ->> v_key is not null then
			v_where := v_where || ' and ' || v_condition;
		end if;
	end loop;
	v_where := v_where || case p_filter ->> 'state'
		when 'open' then ' and r.final_at is null'
		when 'silent' then ' and r.gap_asked_at is not null and r.gap_answered_at is null'
		when 'gap' then ' and r.gap_verdict in (''partly'', ''no'')'
		when 'replied' then
			' and r.id in (select w.report_id from private.waiting_reports($1) w where w.kind = ''replied'')'
		else case when p_filter ->> 'state' is not null then ' and r.state = $2 ->> ''state''' else '' end
	end;
	v_where := v_where || case p_filter ->> 'due'
		when 'overdue' then
			' and r.final_at is null and (r.final_due_on < $3 or r.interim_at is null and r.interim_due_on < $3)'
		when 'week' then
			' and r.final_at is null and (r.final_due_on between $3 and $3 + 7 or r.interim_at is null and '
			'r.interim_due_on between $3 and $3 + 7)'
		else ''
	end;
	return v_from || ' where ' || v_where;
end
$$;
comment on function private.need_reports_where(jsonb) is
	'What a filter means: need_reports r with its conditions; $1 is the authority, $2 the filter, $3 today. '
	'With a search, m.rank says how close the words are. Nothing typed goes into it. INVAL: a filter nobody '
	'knows, since a list with more in it than was asked for misleads.';
grant execute on function private.need_reports_where(jsonb) to authenticated;

create function public.export_need_reports(
	p_authority uuid, p_filter jsonb default '{}', p_after text default null
)
returns table (
	number text, organisation_name text, title text, field_of_action text, assessed_field text,
	target_groups text[], municipality_name text, municipality_ags text, locality text, description text,
	noticed_source text, noticed_body text, noticed_on date, evidence text, affected_range text,
	urgency text, urgency_reason text, existing_offer text, proposed_solution text, own_contribution text,
	visibility text, received_at timestamptz, interim_due_on date, final_due_on date,
	state text, interim_at timestamptz, final_at timestamptz, decision text, reason text, gap_verdict text
)
language plpgsql stable set search_path = '' as $$
declare v_where text := private.need_reports_where(p_filter); v_at timestamptz; v_id uuid;
begin
	if p_after is not null then
		select r.received_at, r.id into v_at, v_id from public.need_reports r where r.number = p_after;
		v_where := v_where || ' and (r.received_at, r.id) < ($4, $5)';
	end if;
	return query execute
		'select r.number, r.organisation_name, r.title, r.field_of_action, r.assessed_field, r.target_groups,
			r.municipality_name, r.municipality_ags, r.locality, r.description, r.noticed_source,
			r.noticed_body, r.noticed_on, r.evidence, r.affected_range, r.urgency, r.urgency_reason,
			r.existing_offer, r.proposed_solution, r.own_contribution, r.visibility, r.received_at,
			r.interim_due_on, r.final_due_on, r.state, r.interim_at, r.final_at, r.decision,
			case when r.final_at is not null then (
				select a.reason from public.need_report_answers a
				where a.report_id = r.id order by a.created_at desc limit 1
			) end, r.gap_verdict
		from '
		|| v_where
		|| ' order by r.received_at desc, r.id desc limit 1000'
		using p_authority, p_filter, private.today(), v_at, v_id;
end
$$;
comment on function public.export_need_reports(uuid, jsonb, text) is
	'The list as filtered, newest first, 1,000 rows; p_after: number of the last row had. What one may '
	'not see is not in it.';
grant execute on function public.export_need_reports(uuid, jsonb, text) to authenticated;

create function public.export_members(p_authority uuid, p_after integer default 0)
returns table (
	organisation_name text, post_title text, salutation text, given_name text, family_name text,
	email text, capacity text, starts_on date, ends_on date, standing text
)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	return query
	select x.*
	from (
		select o.name, p.title, pe.salutation, pe.given_name, pe.family_name, private.address_of(pe.id),
			 h.capacity, h.starts_on, h.ends_on, 'holds'
		from public.holdings h
		join public.posts p on p.id = h.post_id
		join public.organisations o on o.id = p.organisation_id
		join public.people pe on pe.id = h.person_id
		where h.authority_id = p_authority
			and private.is_standing(h)
			and p.abolished_on is null
		union all
		select o.name, p.title, i.salutation, i.given_name, i.family_name, i.email, i.capacity,
			 i.starts_on, i.ends_on, 'invited'
		from public.invitations i
		join public.posts p on p.id = i.post_id
		join public.organisations o on o.id = p.organisation_id
		where i.authority_id = p_authority
			and i.accepted_at is null
			and i.revoked_at is null
			and i.expires_at > private.now()
			and p.abolished_on is null
	) x
	order by 1, 2, 5, 4, 6, 8 offset p_after limit 1000;
end
$$;
comment on function public.export_members(uuid, integer) is
	'Who holds which post today or later, and who is invited, with addresses; 1,000 rows after so many. '
	'Administrators only.';
grant execute on function public.export_members(uuid, integer) to authenticated;
