-- What stands in the way of a step of a call, and the session check before it: what must be true.

create function private.meetings_inside(
	p_call uuid, p_until timestamptz default null, p_addressee uuid default null
) returns table (
	addressee_id uuid, first_inside timestamptz, first_after timestamptz, keeps_calendar boolean, lacks boolean
)
language sql stable security definer set search_path = '' rows 200 as $$
	with asked as (
		select a.id, a.organisation_id, a.answered_at, greatest(c.opens_at, private.now()) as since,
			greatest(coalesce(p_until, c.closes_at), a.due_at) as until
		from public.calls c
		join public.call_addressees a on a.authority_id = c.authority_id and a.call_id = c.id
		where c.id = p_call and c.closed_at is null and (p_addressee is null or a.id = p_addressee)
	)
	select a.id, m.first_inside, m.first_after, m.keeps_calendar,
		coalesce(
			a.answered_at is null and a.until > a.since and m.keeps_calendar and m.first_inside is null, false
		)
	from (
		select x.since, x.until, array_agg(x.organisation_id) as organisations
		from asked x
		group by x.since, x.until
	) w
	cross join lateral private.meetings_between(w.organisations, w.since, greatest(w.since, w.until)) m
	join asked a on a.organisation_id = m.organisation_id
$$;
comment on function private.meetings_inside(uuid, timestamptz, uuid) is
	'Of each addressee the first session between now (or the begin) and the end of its time (p_until, else '
	'that of the call, or more where it has more), and the first after it. lacks: it has not answered, still '
	'has time, keeps a calendar and meets not once in it; the one rule for all that is said and counted. Of a '
	'closed call nothing. Definer and granted to nobody: whoever calls it says first who may know.';

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
	from private.meetings_inside(p_call, p_until) m
	join public.call_addressees a on a.id = m.addressee_id
	where a.answered_at is null
$$;
comment on function private.meeting_check(uuid, timestamptz) is
	'Which addressee that has not answered has a session in its time, and which comes first after it. Definer: '
	'called by the step itself.';

create function private.lack_meetings(p_call uuid, p_until timestamptz) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from private.meetings_inside(p_call, p_until) m where m.lacks)
$$;
comment on function private.lack_meetings(uuid, timestamptz) is
	'Is there an addressee without a session in its time? Definer: see meeting_check.';

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
