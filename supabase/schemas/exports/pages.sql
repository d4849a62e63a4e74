-- Pages of lists taken away: what is read.

create function private.need_report_condition(
	p_search text, p_field text, p_state text, p_municipality text, p_organisation uuid, p_due text
) returns text
language plpgsql stable set search_path = '' as $$
declare v_where text := 'r.authority_id = $1';
begin
	if not private.is_blank(p_search) then
		v_where := v_where
			||
					' and (r.number = upper(btrim($2)) or r.id in (select m.id from private.found_need_reports($1, '
					'$2) m))';
	end if;
	if p_field is not null then v_where := v_where || ' and r.assessed_field = $3'; end if;
	if p_state = 'open' then v_where := v_where || ' and r.final_at is null';
	elsif p_state = 'silent'
		then v_where := v_where || ' and r.gap_asked_at is not null and r.gap_answered_at is null';
	elsif p_state = 'gap' then v_where := v_where || ' and r.gap_verdict in (''partly'', ''no'')';
	elsif p_state is not null then v_where := v_where || ' and r.state = $4'; end if;
	if p_municipality is not null then v_where := v_where || ' and r.municipality_ags = $5'; end if;
	if p_organisation is not null then v_where := v_where || ' and r.organisation_id = $6'; end if;
	if p_due = 'overdue' then
		v_where := v_where
			||
				' and r.final_at is null and (r.final_due_on < $7 or r.interim_at is null and r.interim_due_on < $7)';
	elsif p_due = 'week' then
		v_where := v_where
			||
					' and r.final_at is null and (r.final_due_on between $7 and $7 + 7 or r.interim_at is null and '
					'r.interim_due_on between $7 and $7 + 7)';
	end if;
	return v_where;
end
$$;
comment on function private.need_report_condition(text, text, text, text, uuid, text) is
	'What a filter means, as a condition on need_reports r; $1 is the authority, $2 to $6 the words in '
	'this order, $7 today. Nothing typed goes into it, only numbers of parameters.';
grant execute on function private.need_report_condition(text, text, text, text, uuid, text) to authenticated;

create function public.export_need_reports(
	p_authority uuid, p_search text default null, p_field text default null, p_state text default null,
	p_municipality text default null, p_organisation uuid default null, p_due text default null,
	p_after text default null
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
declare v_where text := private.need_report_condition(
	p_search, p_field, p_state, p_municipality, p_organisation, p_due
); v_at timestamptz; v_id uuid;
begin
	if p_after is not null then
		select r.received_at, r.id into v_at, v_id from public.need_reports r where r.number = p_after;
		v_where := v_where || ' and (r.received_at, r.id) < ($8, $9)';
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
		from public.need_reports r where '
		|| v_where
		|| ' order by r.received_at desc, r.id desc limit 1000'
		using p_authority, p_search, p_field, p_state, p_municipality, p_organisation, private.today(), v_at,
		v_id;
end
$$;
comment on function public.export_need_reports(uuid, text, text, text, text, uuid, text, text) is
	'The list as filtered, newest first, 1,000 rows; p_after: number of the last row had. What one may '
	'not see is not in it.';
grant execute on function
	public.export_need_reports(uuid, text, text, text, text, uuid, text, text)
to authenticated;

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
			and h.ended_at is null
			and (h.ends_on is null or h.ends_on >= private.today())
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
