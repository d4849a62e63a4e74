-- Pages of meetings, calendars and the feed: what is read.

create function public.meeting_calendar(
	p_organisation uuid, p_after uuid default null, p_before uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare o public.organisations := private.require_meetings_of(
	p_organisation
); v_may boolean := private.may_keep_calendar(p_organisation);
	a public.meetings; b public.meetings; c public.meeting_calendars;
begin
	select * into a from public.meetings where id = p_after and organisation_id = p_organisation;
	select * into b from public.meetings where id = p_before and organisation_id = p_organisation;
	select * into c from public.meeting_calendars where organisation_id = p_organisation;
	return jsonb_build_object(
		'organisation', jsonb_build_object(
			'id', o.id,
			'name', o.name
		),
		'state', coalesce(c.state, 'unknown'),
		'statedAt', c.updated_at,
		'canKeep', v_may,
		'canPromise', private.may_promise_calendar(p_organisation),
		'isOwn', p_organisation in (select private.my_organisations()),
		'upcoming', (
			select coalesce(jsonb_agg(private.meeting_document(x, v_may) order by x.starts_at, x.id), '[]')
			from (
				select *
				from public.meetings m
				where m.organisation_id = p_organisation
					and m.starts_at > private.now()
					and (a.id is null or (m.starts_at, m.id) > (a.starts_at, a.id))
				order by m.starts_at, m.id
				limit 51
			) x
		),
		'past', (
			select coalesce(
				jsonb_agg(private.meeting_document(x, false) order by x.starts_at desc, x.id desc), '[]'
			)
			from (
				select *
				from public.meetings m
				where m.organisation_id = p_organisation
					and m.starts_at <= private.now()
					and (b.id is null or (m.starts_at, m.id) < (b.starts_at, b.id))
				order by m.starts_at desc, m.id desc
				limit 51
			) x
		)
	);
end
$$;
comment on function public.meeting_calendar(uuid, uuid, uuid) is
	'The calendar of one organisation: what it says of it, the meetings to come and those of the past, '
	'51 each (the last one says that there are more).';
grant execute on function public.meeting_calendar(uuid, uuid, uuid) to authenticated;

create function public.meeting(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare m public.meetings;
begin
	select * into m from public.meetings where id = p_id;
	perform private.require(m.id is not null);
	return private.meeting_document(m, private.may_keep_calendar(m.organisation_id));
end
$$;
comment on function public.meeting(uuid) is 'One meeting; NOTFD for those who may not read it.';
grant execute on function public.meeting(uuid) to authenticated;

create function public.district_meetings(
	p_authority uuid, p_month date, p_organisation uuid default null, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare a public.meetings;
	v_from timestamptz := date_trunc('month', p_month::timestamp) at time zone 'Europe/Berlin';
	v_until timestamptz := (
		date_trunc('month', p_month::timestamp) + interval '1 month'
	) at time zone 'Europe/Berlin';
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	select * into a from public.meetings where id = p_after and authority_id = p_authority;
	return jsonb_build_object(
		'meetings', (
			select coalesce(jsonb_agg(private.meeting_document(x, false) order by x.starts_at, x.id), '[]')
			from (
				select *
				from public.meetings m
				where m.authority_id = p_authority
					and m.starts_at >= v_from
					and m.starts_at < v_until
					and (p_organisation is null or m.organisation_id = p_organisation)
					and (a.id is null or (m.starts_at, m.id) > (a.starts_at, a.id))
				order by m.starts_at, m.id
				limit 51
			) x
		),
		'organisations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', o.id,
						'name', o.name,
						'state', coalesce(c.state, 'unknown'),
						'nextAt', (
							select min(m.starts_at)
							from public.meetings m
							where m.organisation_id = o.id and m.cancelled_at is null and m.starts_at > private.now()
						)
					)
					order by o.name
				),
				'[]'
			)
			from public.organisations o
			left join public.meeting_calendars c on c.organisation_id = o.id
			where o.authority_id = p_authority and o.kind <> 'provider'
		)
	);
end
$$;
comment on function public.district_meetings(uuid, date, uuid, uuid) is
	'For planners: the meetings of a month (in Berlin''s days) of all bodies or of one, 51 at a time, '
	'and each body with what it says of its calendar and its next meeting.';
grant execute on function public.district_meetings(uuid, date, uuid, uuid) to authenticated;

create function public.preview_meetings(
	p_organisation uuid, p_meetings jsonb, p_whole jsonb default '[]'
) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform private.require_few(p_meetings);
	perform private.require_few(p_whole);
	return (
		select coalesce(
			jsonb_agg(
				jsonb_build_object(
					'startsAt', c.starts_at,
					'endsAt', c.ends_at,
					'isAllDay', c.is_all_day,
					'title', c.title,
					'outcome', c.outcome
				)
				order by c.place_in_file, c.starts_at
			),
			'[]'
		)
		from private.compared_meetings(p_organisation, p_meetings, p_whole) c
	);
end
$$;
comment on function public.preview_meetings(uuid, jsonb, jsonb) is
	'The outcome of each event of a calendar file, in their order, then of the dates it no longer has, '
	'without doing anything. p_whole: see import_meetings.';
grant execute on function public.preview_meetings(uuid, jsonb, jsonb) to authenticated;

create function public.feed_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'createdAt', created_at,
		'usedAt', used_at
	)
	from private.feeds
	where person_id = p_person
$$;
comment on function public.feed_of(uuid) is
	'Since when a person has a feed and when it was last fetched; null without one. Definer and for the '
	'server only: secrets.';
