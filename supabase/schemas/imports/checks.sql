-- Checks of tables taken in: what is wrong with a row.

-- What is wrong with a row, as [{field, problem}]. problem: missing, invalid, unknown, not_yours, future,
-- past, order, repeated.
create function private.problem(p_field text, p_problem text, p_is_so boolean) returns jsonb
language sql immutable set search_path = '' as $$
	select case
		when p_is_so
			then jsonb_build_array(
				jsonb_build_object(
					'field', p_field,
					'problem', p_problem
				)
			)
		else '[]'
	end
$$;
comment on function private.problem(text, text, boolean) is 'A list of this one problem, or of none.';

create function private.is_day(p_text text) returns boolean
language sql immutable set search_path = '' as $$
	select p_text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' and pg_input_is_valid(p_text, 'date')
$$;
comment on function private.is_day(text) is 'Is this a calendar day as YYYY-MM-DD?';

create function private.organisation_problems(p_organisation uuid, a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select private.problem('organisation', 'missing', private.is_blank(a ->> 'organisation'))
		|| private.problem(
			'organisation', 'unknown', not private.is_blank(a ->> 'organisation') and p_organisation is null
		)
$$;
comment on function private.organisation_problems(uuid, jsonb) is
	'Is the row''s organisation named and known?';

create function private.source_problems(a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_on text := a ->> 'received_on';
begin
	return private.problem('received_on', 'invalid', not private.is_blank(v_on) and not private.is_day(v_on))
		|| private.problem(
			'received_on', 'future',
			case when private.is_day(v_on) then v_on::date > private.today() else false end
		)
		|| private.problem(
			'received_on', 'past',
			case when private.is_day(v_on) then v_on::date < private.today() - interval '1 year' else false end
		)
		|| private.problem('given_by', 'invalid', length(a ->> 'given_by') > 160);
end
$$;
comment on function private.source_problems(jsonb) is
	'When a row came in and from whom. The clock of answers runs from then on, so a year is the most.';

create function private.report_problems(p_authority uuid, p_organisation uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare v_invalid jsonb := private.invalid_answers(a); v_kind text;
begin
	select kind into v_kind from public.organisations where id = p_organisation;
	return private.organisation_problems(p_organisation, a)
		|| (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'problem', 'missing'
					)
				),
				'[]'
			)
			from jsonb_array_elements_text(private.missing_answers(a)) f
		)
		|| (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'problem', 'invalid'
					)
				),
				'[]'
			)
			from jsonb_array_elements_text(v_invalid) f
		)
		|| private.problem(
			'municipality_ags', 'not_yours',
			p_organisation is not null
				and not private.is_blank(a ->> 'municipality_ags')
				and not v_invalid ? 'municipality_ags'
				and not exists (
					select
					from public.municipalities m
					where m.ags = a ->> 'municipality_ags'
						and m.authority_id = p_authority
						and (v_kind not in ('municipality', 'association') or m.administration_id = p_organisation)
				)
		)
		|| private.source_problems(a);
end
$$;
comment on function private.report_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming a report: the same truths as for a report that is released, and '
	'those of the file.';

create function private.member_problems(p_organisation uuid, p_post uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	return private.organisation_problems(p_organisation, a)
		|| private.problem('post', 'missing', private.is_blank(a ->> 'post'))
		|| private.problem(
			'post', 'unknown',
			p_organisation is not null and not private.is_blank(a ->> 'post') and p_post is null
		)
		|| private.problem(
			'salutation', 'invalid',
			not private.is_blank(a ->> 'salutation') and a ->> 'salutation' not in ('Frau', 'Herr')
		)
		|| private.problem('given_name', 'missing', private.is_blank(a ->> 'given_name'))
			|| private.problem('given_name', 'invalid', length(a ->> 'given_name') > 80)
		|| private.problem('family_name', 'missing', private.is_blank(a ->> 'family_name'))
			|| private.problem('family_name', 'invalid', length(a ->> 'family_name') > 80)
		|| private.problem('email', 'missing', private.is_blank(a ->> 'email'))
		|| private.problem(
			'email', 'invalid', not private.is_blank(a ->> 'email') and not private.is_email(a ->> 'email')
		)
		|| private.problem(
			'capacity', 'invalid', coalesce(nullif(a ->> 'capacity', ''), 'holder') not in ('holder', 'deputy')
		)
		|| private.problem(
			'starts_on', 'invalid',
			not private.is_blank(a ->> 'starts_on') and not private.is_day(a ->> 'starts_on')
		)
		|| private.problem(
			'ends_on', 'invalid', not private.is_blank(a ->> 'ends_on') and not private.is_day(a ->> 'ends_on')
		)
		|| private.problem(
			'ends_on', 'order',
			case
				when private.is_day(a ->> 'ends_on')
					and private.is_day(a ->> 'starts_on') then (a ->> 'ends_on')::date < (a ->> 'starts_on')::date
				else false
			end
		)
		|| private.problem(
			'ends_on', 'over',
			case
				when private.is_day(a ->> 'ends_on') then (a ->> 'ends_on')::date < private.today()
				else false
			end
		);
end
$$;
comment on function private.member_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming an invitation.';

create function private.broken_cells(a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object('field', x.field, 'problem', x.problem)
			order by x.field
		),
		'[]'
	)
	from (
		select e.key as field,
			case
				when e.value::text like '%�%' then 'letters'
				when e.value::text ~ (
					'"#(NV|N/A|BEZUG!|REF!|WERT!|VALUE!|DIV/0!|NAME\?|ZAHL!|NUM!|NULL!|ÜBERLAUF!|SPILL!|KALK!|CALC!'
					'|FORMEL!)"'
				) then 'error'
			end as problem
		from jsonb_each(a) e
	) x
	where x.problem is not null
$$;
comment on function private.broken_cells(jsonb) is
	'Cells that no person wrote so: an error of a table program, a formula without a result (#FORMEL!, '
	'by our reading), a letter lost by a wrong byte.';

create function private.with_broken(p_problems jsonb, a jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select x.broken
		|| (
			select coalesce(jsonb_agg(p order by n), '[]')
			from jsonb_array_elements(p_problems) with ordinality as e (p, n)
			where not x.broken @> jsonb_build_array(jsonb_build_object('field', p -> 'field'))
		)
	from (select private.broken_cells(a) as broken) x
$$;
comment on function private.with_broken(jsonb, jsonb) is
	'Problems with those of broken cells, which say more than that the same cell is invalid.';

create function private.asked_for(p_organisation uuid, p_field text) returns uuid[]
language sql stable security definer set search_path = '' as $$
	select coalesce(array_agg(a.id order by c.opens_at), '{}')
	from public.call_addressees a
	join public.calls c on c.id = a.call_id
	join public.call_fields f on f.call_id = c.id
	where a.organisation_id = p_organisation
		and f.field_of_action = p_field
		and c.state = 'open'
		and c.opens_at <= private.now()
$$;
comment on function private.asked_for(uuid, text) is
	'As which addressees an organisation is asked about a field by calls that are open. Definer: asked once '
	'per row, for rows of one''s own authority.';
grant execute on function private.asked_for(uuid, text) to authenticated;

create function private.answers_otherwise(p_addressee uuid, p_field text) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from private.present_fields f
		where f.addressee_id = p_addressee and f.field_of_action = p_field and f.outcome <> 'nil_return'
	)
	or exists (
		select
		from public.need_reports r
		where r.addressee_id = p_addressee and r.field_of_action = p_field
	)
$$;
comment on function private.answers_otherwise(uuid, text) is
	'Did an addressee answer something else of a field than that there is nothing? Definer: as asked_for.';
grant execute on function private.answers_otherwise(uuid, text) to authenticated;

create function private.nil_return_problems(p_authority uuid, p_organisation uuid, a jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
	v_asked uuid[] := private.asked_for(p_organisation, a ->> 'field_of_action');
	v_known boolean := exists (select from public.fields_of_action f where f.key = a ->> 'field_of_action');
begin
	return private.organisation_problems(p_organisation, a)
		|| private.problem('field_of_action', 'missing', private.is_blank(a ->> 'field_of_action'))
		|| private.problem(
			'field_of_action', 'invalid', not private.is_blank(a ->> 'field_of_action') and not v_known
		)
		|| private.problem(
			'title', 'not_asked', p_organisation is not null and v_known and cardinality(v_asked) = 0
		)
		|| private.problem('title', 'asked_twice', cardinality(v_asked) > 1)
		|| private.problem(
			'title', 'answered',
			cardinality(v_asked) = 1 and private.answers_otherwise(v_asked[1], a ->> 'field_of_action')
		)
		|| private.source_problems(a);
end
$$;
comment on function private.nil_return_problems(uuid, uuid, jsonb) is
	'What keeps a row from becoming a nil return: exactly one open call asks the organisation about the '
	'field, and nothing else was answered there.';

create function private.organisation_called(p_authority uuid, p_name text) returns uuid
language sql stable security definer set search_path = '' as $$
	select x.id
	from (
		select o.id, 1 as n
		from public.organisations o
		where o.authority_id = p_authority and lower(o.name) = lower(btrim(p_name))
		union all
		select m.administration_id, 2
		from public.municipalities m
		where m.authority_id = p_authority and lower(m.name) = lower(btrim(p_name))
	) x
	order by x.n limit 1
$$;
comment on function private.organisation_called(uuid, text) is
	'An organisation by its name, or the administration of a municipality by the municipality''s. '
	'Definer: asked once per row, for rows of one''s own authority.';
