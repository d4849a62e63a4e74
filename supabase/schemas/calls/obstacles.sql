-- What stands in the way of a step of a call, and the session check before it: what must be true.

create function private.meeting_check(p_call uuid, p_until timestamptz) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'organisationId', a.organisation_id,
				'organisationName', a.organisation_name,
				'firstInside', m.first_inside,
				'firstAfter', m.first_after,
				'keepsCalendar', m.keeps_calendar
			)
			order by a.organisation_name
		),
		'[]'
	)
	from public.calls c join public.call_addressees a on a.call_id = c.id and a.answered_at is null
	left join private.meetings_between(
		array(select x.organisation_id from public.call_addressees x where x.call_id = p_call),
		greatest(c.opens_at, private.now()), coalesce(p_until, c.closes_at)
	) m on m.organisation_id = a.organisation_id
	where c.id = p_call
$$;
comment on function private.meeting_check(uuid, timestamptz) is
	'Which addressee has a session between now (or the begin) and the end of the window, and which '
	'comes first after it. Definer: called by the step itself.';

create function private.lack_meetings(p_check jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select exists (
		select
		from jsonb_array_elements(p_check) x
		where (x ->> 'keepsCalendar')::boolean and x ->> 'firstInside' is null
	)
$$;
comment on function private.lack_meetings(jsonb) is
	'Is there an addressee who keeps a calendar and has no session inside the window?';

create function private.is_without_addressees(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select not exists (select from public.call_addressees a where a.call_id = c.id)
$$;
comment on function private.is_without_addressees(public.calls) is
	'Is nobody asked? Definer: called by the steps, as all obstacles are.';

create function private.is_past_its_window(c public.calls) returns boolean
language sql stable set search_path = '' as $$
	select c.closes_at <= private.now()
$$;
comment on function private.is_past_its_window(public.calls) is 'Would it be over as it begins?';

create function private.is_within_its_window(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select c.closes_at > private.now()
		and exists (select from public.call_addressees a where a.call_id = c.id and a.answered_at is null)
$$;
comment on function private.is_within_its_window(public.calls) is
	'Has somebody who has not answered still the time that was given to all? Definer: see above.';

create function private.is_extended_for_somebody(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		where a.call_id = c.id and a.answered_at is null and a.due_at > private.now()
	)
$$;
comment on function private.is_extended_for_somebody(public.calls) is
	'Was somebody who has not answered given more time that still runs? Definer: see above.';

create function private.is_undecided_on_more_time(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.call_addressees a where a.call_id = c.id and a.extension = 'asked')
$$;
comment on function private.is_undecided_on_more_time(public.calls) is
	'Does somebody wait for the word whether there is more time? Definer: see above.';

create function private.refuse_obstacles(c public.calls, p_step text) returns void
language plpgsql stable security definer set search_path = '' as $$
declare o private.call_obstacles; v_stands boolean;
begin
	for o in
		select * from private.call_obstacles x
		where x.step = p_step and (x.kind is null or x.kind = c.kind)
		order by x.position
	loop
		execute format('select private.%I($1)', 'is_' || o.obstacle) into v_stands using c;
		if v_stands then
			raise exception '%', o.words using errcode = 'RULED';
		end if;
	end loop;
end
$$;
comment on function private.refuse_obstacles(public.calls, text) is
	'RULED with the first thing that stands in the way of a step, in the order of call_obstacles. Definer: '
	'called by the steps; the names of its functions come from a table that only the owner writes.';
