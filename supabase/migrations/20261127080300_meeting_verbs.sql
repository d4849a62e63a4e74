-- Why: what the pages of a calendar read and do: by hand, and from a calendar file that is looked at before it is taken over.

-- Pages.
create function private.meeting_document(m public.meetings, p_may_keep boolean) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object('id', m.id, 'organisationId', m.organisation_id, 'organisationName', o.name, 'startsAt', m.starts_at, 'endsAt', m.ends_at,
		'isAllDay', m.is_all_day, 'title', m.title, 'body', m.body, 'place', m.place, 'isPublic', m.is_public, 'uid', m.uid, 'sequence', m.sequence,
		'source', m.source, 'cancelledAt', m.cancelled_at, 'enteredAt', m.created_at, 'changedAt', coalesce(m.changed_at, m.created_at),
		'enteredBy', private.name_of(m.entered_by), 'enteredIn', p.title,
		'isEnteredForThem', coalesce(p.organisation_id <> m.organisation_id, false),
		'mayChange', p_may_keep and m.starts_at > now() and m.cancelled_at is null)
	from public.organisations o left join public.posts p on p.id = m.entered_in where o.id = m.organisation_id
$$;
comment on function private.meeting_document(public.meetings, boolean) is 'One meeting as the pages read it.';
grant execute on function private.meeting_document(public.meetings, boolean) to authenticated;

create function private.require_meetings_of(p_organisation uuid) returns public.organisations
language plpgsql stable set search_path = '' as $$
declare o public.organisations;
begin
	select * into o from public.organisations where id = p_organisation
		and (id in (select private.my_organisations()) or authority_id in (select private.my_authorities('{planner}')));
	perform private.require(o.id is not null);
	return o;
end
$$;
comment on function private.require_meetings_of(uuid) is 'The organisation, if the person may read its meetings; NOTFD otherwise.';
grant execute on function private.require_meetings_of(uuid) to authenticated;

create function public.meeting_calendar(p_organisation uuid, p_after uuid default null, p_before uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare o public.organisations := private.require_meetings_of(p_organisation); v_may boolean := private.may_keep_calendar(p_organisation);
	a public.meetings; b public.meetings; c public.meeting_calendars;
begin
	select * into a from public.meetings where id = p_after and organisation_id = p_organisation;
	select * into b from public.meetings where id = p_before and organisation_id = p_organisation;
	select * into c from public.meeting_calendars where organisation_id = p_organisation;
	return jsonb_build_object('organisation', jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind),
		'state', coalesce(c.state, 'unknown'), 'statedAt', c.updated_at, 'mayKeep', v_may, 'mayPromise', private.may_promise_calendar(p_organisation),
		'isOwn', p_organisation in (select private.my_organisations()),
		'upcoming', (select coalesce(jsonb_agg(private.meeting_document(x, v_may) order by x.starts_at, x.id), '[]') from (
			select * from public.meetings m where m.organisation_id = p_organisation and m.starts_at > now()
				and (a.id is null or (m.starts_at, m.id) > (a.starts_at, a.id)) order by m.starts_at, m.id limit 51) x),
		'past', (select coalesce(jsonb_agg(private.meeting_document(x, false) order by x.starts_at desc, x.id desc), '[]') from (
			select * from public.meetings m where m.organisation_id = p_organisation and m.starts_at <= now()
				and (b.id is null or (m.starts_at, m.id) < (b.starts_at, b.id)) order by m.starts_at desc, m.id desc limit 51) x));
end
$$;
comment on function public.meeting_calendar(uuid, uuid, uuid) is
	'The calendar of one organisation: what it says of it, the meetings to come and those of the past, 51 each (the last one says that there are more).';

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

create function public.district_meetings(p_authority uuid, p_month date, p_organisation uuid default null, p_after uuid default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare a public.meetings;
	v_from timestamptz := date_trunc('month', p_month::timestamp) at time zone 'Europe/Berlin';
	v_until timestamptz := (date_trunc('month', p_month::timestamp) + interval '1 month') at time zone 'Europe/Berlin';
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	select * into a from public.meetings where id = p_after and authority_id = p_authority;
	return jsonb_build_object(
		'meetings', (select coalesce(jsonb_agg(private.meeting_document(x, false) order by x.starts_at, x.id), '[]') from (
			select * from public.meetings m where m.authority_id = p_authority and m.starts_at >= v_from and m.starts_at < v_until
				and (p_organisation is null or m.organisation_id = p_organisation)
				and (a.id is null or (m.starts_at, m.id) > (a.starts_at, a.id)) order by m.starts_at, m.id limit 51) x),
		'organisations', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'state', coalesce(c.state, 'unknown'),
			'nextAt', (select min(m.starts_at) from public.meetings m where m.organisation_id = o.id and m.cancelled_at is null and m.starts_at > now()))
			order by o.name), '[]')
			from public.organisations o left join public.meeting_calendars c on c.organisation_id = o.id
			where o.authority_id = p_authority and o.kind <> 'provider'));
end
$$;
comment on function public.district_meetings(uuid, date, uuid, uuid) is
	'For planners: the meetings of a month (in Berlin''s days) of all bodies or of one, 51 at a time, and each body with what it says of its calendar and its next meeting.';

-- Verbs.
create function public.add_meeting(p_organisation uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_title text, p_body text, p_place text,
	p_is_public boolean) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || p_organisation, 0));
	select id into v_id from public.meetings where organisation_id = p_organisation and starts_at = p_starts_at and title = btrim(p_title)
		and body is not distinct from nullif(btrim(p_body), '') and cancelled_at is null and created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	v_id := gen_random_uuid();
	insert into public.meetings (organisation_id, starts_at, ends_at, title, body, place, is_public, uid)
	values (p_organisation, p_starts_at, p_ends_at, btrim(p_title), nullif(btrim(p_body), ''), nullif(btrim(p_place), ''), p_is_public, v_id || '@meetings.augenhoehe')
	returning id into v_id;
	if private.may_promise_calendar(p_organisation) then
		insert into public.meeting_calendars (organisation_id, state) values (p_organisation, 'kept')
		on conflict (organisation_id) do update set state = 'kept' where meeting_calendars.state = 'unknown';
	end if;
	return v_id;
end
$$;
comment on function public.add_meeting(uuid, timestamptz, timestamptz, text, text, text, boolean) is
	'Enters a meeting by hand. The first one that an organisation enters itself says that it keeps its calendar. A second click within five seconds is the same meeting.';

create function public.change_meeting(p_id uuid, p_sequence integer, p_starts_at timestamptz, p_ends_at timestamptz, p_title text, p_body text, p_place text,
	p_is_public boolean) returns void
language plpgsql volatile set search_path = '' as $$
declare m public.meetings;
begin
	select * into m from public.meetings where id = p_id for update;
	perform private.require(m.id is not null);
	if m.cancelled_at is not null then
		raise exception 'meetings_error_cancelled' using errcode = 'RULED';
	elsif m.sequence <> p_sequence then
		raise exception 'changed by another' using errcode = 'STALE', detail = jsonb_build_object('revision', m.sequence,
			'stored', private.meeting_document(m, true))::text;
	end if;
	update public.meetings set starts_at = p_starts_at, ends_at = p_ends_at, is_all_day = is_all_day and starts_at = p_starts_at and ends_at is not distinct from p_ends_at,
		title = btrim(p_title), body = nullif(btrim(p_body), ''), place = nullif(btrim(p_place), ''), is_public = p_is_public where id = p_id;
end
$$;
comment on function public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean) is
	'Changes a meeting to come. STALE (detail: {revision, stored}) when somebody else has changed it meanwhile.';

create function public.cancel_meeting(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare m public.meetings;
begin
	select * into m from public.meetings where id = p_id for update;
	perform private.require(m.id is not null);
	update public.meetings set cancelled_at = now() where id = p_id and cancelled_at is null;
end
$$;
comment on function public.cancel_meeting(uuid) is 'Cancels a meeting to come; it stays in the calendar as cancelled.';

create function public.state_calendar(p_organisation uuid, p_state text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation) and (p_state <> 'kept' or private.may_promise_calendar(p_organisation)));
	insert into public.meeting_calendars (organisation_id, state) values (p_organisation, p_state)
	on conflict (organisation_id) do update set state = excluded.state;
end
$$;
comment on function public.state_calendar(uuid, text) is 'Says of a calendar: kept, none or unknown.';

create function private.series_of(p_uid text) returns text
language sql immutable set search_path = '' as $$
	select regexp_replace(p_uid, '#\d{8}(T\d{6}Z?)?$', '')
$$;
comment on function private.series_of(text) is 'The UID of a calendar file from which that of one date of a series was made; of a single meeting its own.';
grant execute on function private.series_of(text) to authenticated;

create function private.compared_meetings(p_organisation uuid, p_meetings jsonb, p_whole jsonb)
returns table (place_in_file bigint, uid text, starts_at timestamptz, ends_at timestamptz, is_all_day boolean, title text, place text, is_public boolean,
	file_sequence integer, known_id uuid, outcome text)
language sql stable set search_path = '' rows 50 as $$
	with told as materialized (
		select n as place_in_file, e ->> 'uid' as uid, (e ->> 'startsAt')::timestamptz as starts_at, (e ->> 'endsAt')::timestamptz as ends_at,
			coalesce((e ->> 'isAllDay')::boolean, false) as is_all_day, btrim(e ->> 'title') as title, nullif(btrim(e ->> 'place'), '') as place,
			coalesce((e ->> 'isPublic')::boolean, true) as is_public, coalesce((e ->> 'isCancelled')::boolean, false) as is_cancelled,
			coalesce((e ->> 'sequence')::integer, 0) as file_sequence
		from jsonb_array_elements(p_meetings) with ordinality as entries (e, n)
	), met as materialized (
		select x.*, coalesce(same.id, (select m.id from public.meetings m where m.organisation_id = p_organisation and m.starts_at = x.starts_at
			and private.series_of(m.uid) = private.series_of(x.uid) and not exists (select from told t where t.uid = m.uid) limit 1)) as known_id
		from told x left join public.meetings same on same.organisation_id = p_organisation and same.uid = x.uid
	)
	select x.place_in_file, x.uid, x.starts_at, x.ends_at, x.is_all_day, x.title, x.place, x.is_public, x.file_sequence, m.id,
		case
			when coalesce(m.starts_at, x.starts_at) <= now() or x.starts_at <= now() then 'past'
			when m.id is null and x.is_cancelled then 'unchanged'
			when m.id is null then 'new'
			when x.file_sequence < m.file_sequence then 'older'
			when x.is_cancelled and m.cancelled_at is null then 'cancelled'
			when x.is_cancelled then 'unchanged'
			when m.cancelled_at is not null and m.is_cancelled_by_file then 'revived'
			when m.cancelled_at is not null then 'held'
			when (m.starts_at, m.ends_at, m.is_all_day, m.title, m.place, m.is_public)
				is distinct from (x.starts_at, x.ends_at, x.is_all_day, x.title, x.place, x.is_public) then 'changed'
			else 'unchanged' end
	from met x left join public.meetings m on m.id = x.known_id
	union all
	select null, m.uid, m.starts_at, m.ends_at, m.is_all_day, m.title, m.place, m.is_public, w.sequence, m.id, 'cancelled'
	from jsonb_to_recordset(p_whole) as w (uid text, sequence integer)
	join public.meetings m on m.organisation_id = p_organisation and private.series_of(m.uid) = w.uid and m.file_sequence <= w.sequence
	where m.starts_at > now() and m.cancelled_at is null and not exists (select from met where met.known_id = m.id)
$$;
comment on function private.compared_meetings(uuid, jsonb, jsonb) is
	'What a calendar file would do to the calendar, event by event, and then the dates to come that it no longer has: new, changed, cancelled, revived (called off by a file before), held (called off by hand), older (than what was read in), unchanged, past. A date of a series goes by its UID, else by its moment. Rows are those the person may read.';
grant execute on function private.compared_meetings(uuid, jsonb, jsonb) to authenticated;

create function private.require_few(p_meetings jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if jsonb_typeof(p_meetings) is distinct from 'array' or jsonb_array_length(p_meetings) > 2000 then
		raise exception 'meetings_error_many' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.require_few(jsonb) is 'RULED for more than 2,000 meetings at once.';
grant execute on function private.require_few(jsonb) to authenticated;

create function public.preview_meetings(p_organisation uuid, p_meetings jsonb, p_whole jsonb default '[]') returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform private.require_few(p_meetings);
	perform private.require_few(p_whole);
	return (select coalesce(jsonb_agg(jsonb_build_object('startsAt', c.starts_at, 'endsAt', c.ends_at, 'isAllDay', c.is_all_day, 'title', c.title,
		'outcome', c.outcome) order by c.place_in_file, c.starts_at), '[]') from private.compared_meetings(p_organisation, p_meetings, p_whole) c);
end
$$;
comment on function public.preview_meetings(uuid, jsonb, jsonb) is
	'The outcome of each event of a calendar file, in their order, then of the dates it no longer has, without doing anything. p_whole: see import_meetings.';

create function public.import_meetings(p_organisation uuid, p_meetings jsonb, p_whole jsonb default '[]') returns jsonb
language plpgsql volatile set search_path = '' as $$
declare v jsonb;
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform private.require_few(p_meetings);
	perform private.require_few(p_whole);
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || p_organisation, 0));
	with compared as materialized (
		select * from private.compared_meetings(p_organisation, p_meetings, p_whole)
	), added as (
		insert into public.meetings (organisation_id, uid, source, starts_at, ends_at, is_all_day, title, place, is_public, file_sequence)
		select p_organisation, c.uid, 'ics', c.starts_at, c.ends_at, c.is_all_day, c.title, c.place, c.is_public, c.file_sequence
		from compared c where c.outcome = 'new'
	), changed as (
		update public.meetings m set starts_at = c.starts_at, ends_at = c.ends_at, is_all_day = c.is_all_day, title = c.title, place = c.place,
			is_public = c.is_public, file_sequence = c.file_sequence, cancelled_at = null, is_cancelled_by_file = false
		from compared c where m.id = c.known_id and c.outcome in ('changed', 'revived')
	), cancelled as (
		update public.meetings m set cancelled_at = now(), is_cancelled_by_file = true, file_sequence = c.file_sequence
		from compared c where m.id = c.known_id and c.outcome = 'cancelled'
	)
	select jsonb_object_agg(o.outcome, o.n) into v from (select c.outcome, count(*) as n from compared c group by c.outcome) o;
	if private.may_promise_calendar(p_organisation) and v ? 'new' then
		insert into public.meeting_calendars (organisation_id, state) values (p_organisation, 'kept')
		on conflict (organisation_id) do update set state = 'kept' where meeting_calendars.state = 'unknown';
	end if;
	return coalesce(v, '{}');
end
$$;
comment on function public.import_meetings(uuid, jsonb, jsonb) is
	'Takes over a calendar file, all or nothing: the same UID changes the meeting, a cancelled one cancels it, the past stays, and so do the body and what was called off by hand. p_whole: [{uid, sequence}], the UIDs that the file tells whole; their other dates to come are cancelled. Counts by outcome.';

grant execute on function public.meeting_calendar(uuid, uuid, uuid), public.meeting(uuid), public.district_meetings(uuid, date, uuid, uuid),
	public.add_meeting(uuid, timestamptz, timestamptz, text, text, text, boolean),
	public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean), public.cancel_meeting(uuid), public.state_calendar(uuid, text),
	public.preview_meetings(uuid, jsonb, jsonb), public.import_meetings(uuid, jsonb, jsonb) to authenticated;
