-- The window of a round, for calendars.

create function private.round_window(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare c public.calls; v_plans boolean;
begin
	select x.*
	into c
	from public.calls x
	where x.authority_id = p_authority and x.slug = p_slug and x.kind = 'rounds';
	v_plans := c.authority_id in (select private.my_authorities('{planner}'));
	perform private.require(
		c.state <> 'draft' and (v_plans or c.id in (select private.addressed_calls()))
	);
	return jsonb_build_object(
		'id', c.id,
		'title', c.title,
		'slug', c.slug,
		'opensAt', c.opens_at,
		'closesAt', c.closes_at,
		'prolongations', (
			select count(*)
			from public.call_steps s
			where s.authority_id = c.authority_id and s.call_id = c.id and s.step = 'prolonged'
		),
		'addressees', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', a.id,
						'name', a.organisation_name,
						'dueAt', a.due_at,
						'isAnswered', a.answered_at is not null,
						'extensions', (
							select count(*)
							from public.call_extensions e
							join public.call_extension_decisions d on d.extension_id = e.id and d.outcome = 'granted'
							where e.authority_id = a.authority_id and e.addressee_id = a.id
						)
					)
					order by a.organisation_name
				),
				'[]'
			)
			from public.call_addressees a
			where a.authority_id = c.authority_id
				and a.call_id = c.id
				and a.organisation_id in (select private.my_organisations())
		)
	);
end
$$;
comment on function private.round_window(uuid, text) is
	'From when until when a round asks, and until when the person''s own organisations: an extension may be '
	'theirs alone. NOTFD for who is neither asked nor plans. Definer: what counts how often a date changed is '
	'read by planners.';
grant execute on function private.round_window(uuid, text) to authenticated;

create function public.round_window(p_authority uuid, p_slug text) returns jsonb
language sql stable set search_path = '' as $$ select private.round_window(p_authority, p_slug) $$;
comment on function public.round_window(uuid, text) is 'See private.round_window.';
grant execute on function public.round_window(uuid, text) to authenticated;
