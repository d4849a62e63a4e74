-- Rules of meetings, calendars and the feed: who may, what must be true, what follows.

create function private.has_calendar_keeper(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select from public.meeting_calendars c where c.organisation_id = p_organisation and c.state = 'kept'
	)
		and exists (
			select
			from public.posts p
			join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = p_organisation
				and p.kind = any (private.writing_kinds())
				and p.abolished_on is null
		)
$$;
comment on function private.has_calendar_keeper(uuid) is
	'Does the organisation keep its calendar, and is there anybody to do so? Definer: planners ask it '
	'about posts and holdings of others.';

create function private.may_keep_calendar(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(private.writing_kinds()))
		or exists (
			select
			from public.organisations o
			where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}'))
		)
			and not private.has_calendar_keeper(p_organisation)
$$;
comment on function private.may_keep_calendar(uuid) is
	'May the person enter meetings: those who write for the organisation; planners for one that keeps '
	'no calendar. Definer: see has_calendar_keeper.';
grant execute on function private.may_keep_calendar(uuid) to authenticated;

create function private.may_promise_calendar(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(private.writing_kinds() || '{planner}'::text[]))
$$;
comment on function private.may_promise_calendar(uuid) is
	'May the person say that the calendar is complete? Only for the own organisation; a planner cannot '
	'know it of others. Definer: see my_posts.';
grant execute on function private.may_promise_calendar(uuid) to authenticated;

create function private.stamp_meeting_calendar() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		return new;
	end if;
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.updated_at := private.now();
	new.updated_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_meeting_calendar() is
	'Who said it and when. Definer: reads past the caller''s policies to fill the tenant.';

create function private.require_time_to_come(p_starts_at timestamptz) returns void
language plpgsql stable set search_path = '' as $$
begin
	if p_starts_at <= private.now() then
		raise exception 'meetings_error_past' using errcode = 'RULED';
	elsif p_starts_at > private.now() + interval '5 years' then
		raise exception 'meetings_error_far' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.require_time_to_come(timestamptz) is
	'RULED unless the moment lies ahead, by five years at most.';

create function private.stamp_meeting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.require_time_to_come(new.starts_at);
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.uid := coalesce(new.uid, new.id || '@meetings.augenhoehe');
	new.entered_by := private.person_id();
	new.entered_in := coalesce(
		private.acting_post(new.organisation_id, private.writing_kinds()),
		private.planning_post(new.authority_id)
	);
	return new;
end
$$;
comment on function private.stamp_meeting() is
	'Fills tenant, person and post, and a name for calendar programs. Nobody announces what has been: '
	'the record cannot be made up afterwards. Definer: reads past the caller''s policies.';

create function private.stamp_meeting_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_links text[] := array['entered_by', 'entered_in', 'changed_by'];
begin
	if to_jsonb(new) - v_links = to_jsonb(old) - v_links then
		return new;
	end if;
	if old.starts_at <= private.now() then
		raise exception 'meetings_error_over' using errcode = 'RULED';
	end if;
	if new.starts_at is distinct from old.starts_at then
		perform private.require_time_to_come(new.starts_at);
	end if;
	if new.cancelled_at is not null then
		new.cancelled_at := coalesce(old.cancelled_at, private.now());
	end if;
	new.sequence := old.sequence + 1;
	new.changed_at := private.now();
	new.changed_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_meeting_change() is
	'Every change has a number, a time and a person. A meeting that has begun is record: it stays, for '
	'the owner of the database too; only links to people deleted may go. Definer: see stamp_meeting.';

-- What other nouns ask. Executable by nobody: their functions, which are definers, decide for whom.
create function private.meetings_between(p_organisations uuid[], p_from timestamptz, p_until timestamptz)
returns table (
	organisation_id uuid, first_inside timestamptz, first_after timestamptz, keeps_calendar boolean
)
language sql stable security definer set search_path = '' rows 20 as $$
	select o.id,
		(
			select min(m.starts_at)
			from public.meetings m
			where m.organisation_id = o.id
				and m.cancelled_at is null
				and m.starts_at >= p_from
				and m.starts_at <= p_until
		),
		(select min(m.starts_at) from public.meetings m
			where m.organisation_id = o.id and m.cancelled_at is null and m.starts_at > p_until),
		(
			select case c.state when 'kept' then true when 'none' then false end
			from public.meeting_calendars c
			where c.organisation_id = o.id
		)
	from unnest(p_organisations) as o (id)
$$;
comment on function private.meetings_between(uuid[], timestamptz, timestamptz) is
	'Per organisation the first meeting inside the window (both ends included) and the first after it. '
	'keeps_calendar: true (no meeting means none), false (meets on demand), null (not known). A '
	'cancelled one is none. Definer and granted to nobody: functions ask it for their own readers.';

create function private.meeting_document(m public.meetings, p_may_keep boolean) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', m.id,
		'organisationId', m.organisation_id,
		'organisationName', o.name,
		'startsAt', m.starts_at,
		'endsAt', m.ends_at,
		'isAllDay', m.is_all_day,
		'title', m.title,
		'body', m.body,
		'place', m.place,
		'isPublic', m.is_public,
		'uid', m.uid,
		'sequence', m.sequence,
		'cancelledAt', m.cancelled_at,
		'enteredAt', m.created_at,
		'changedAt', coalesce(m.changed_at, m.created_at),
		'enteredBy', private.name_of(m.entered_by),
		'enteredIn', p.title,
		'isEnteredForThem', coalesce(p.organisation_id <> m.organisation_id, false),
		'canChange', p_may_keep and m.starts_at > private.now() and m.cancelled_at is null
	)
	from public.organisations o left join public.posts p on p.id = m.entered_in where o.id = m.organisation_id
$$;
comment on function private.meeting_document(public.meetings, boolean) is 'One meeting as the pages read it.';
grant execute on function private.meeting_document(public.meetings, boolean) to authenticated;

create function private.require_meetings_of(p_organisation uuid) returns public.organisations
language plpgsql stable set search_path = '' as $$
declare o public.organisations;
begin
	select * into o from public.organisations where id = p_organisation
		and (
			id in (select private.my_organisations())
				or authority_id in (select private.my_authorities('{planner}'))
		);
	perform private.require(o.id is not null);
	return o;
end
$$;
comment on function private.require_meetings_of(uuid) is
	'The organisation, if the person may read its meetings; NOTFD otherwise.';
grant execute on function private.require_meetings_of(uuid) to authenticated;

create function private.series_of(p_uid text) returns text
language sql immutable set search_path = '' as $$
	select regexp_replace(p_uid, '#\d{8}(T\d{6}Z?)?$', '')
$$;
comment on function private.series_of(text) is
	'The UID of a calendar file from which that of one date of a series was made; of a single meeting '
	'its own.';
grant execute on function private.series_of(text) to authenticated;

create function private.compared_meetings(p_organisation uuid, p_meetings jsonb, p_whole jsonb)
returns table (
	place_in_file bigint, uid text, starts_at timestamptz, ends_at timestamptz, is_all_day boolean,
	title text, place text, is_public boolean, file_sequence integer, known_id uuid, outcome text
)
language sql stable set search_path = '' rows 50 as $$
	with told as materialized (
		select n as place_in_file, e ->> 'uid' as uid, (e ->> 'startsAt')::timestamptz as starts_at,
			(e ->> 'endsAt')::timestamptz as ends_at,
			coalesce((e ->> 'isAllDay')::boolean, false) as is_all_day, btrim(e ->> 'title') as title,
			nullif(btrim(e ->> 'place'), '') as place, coalesce((e ->> 'isPublic')::boolean, true) as is_public,
			coalesce((e ->> 'isCancelled')::boolean, false) as is_cancelled,
			coalesce((e ->> 'sequence')::integer, 0) as file_sequence
		from jsonb_array_elements(p_meetings) with ordinality as entries (e, n)
	),
	met as materialized (
		select x.*,
			coalesce(
				same.id,
				(
					select m.id
					from public.meetings m
					where m.organisation_id = p_organisation
						and m.starts_at = x.starts_at
						and private.series_of(m.uid) = private.series_of(x.uid)
						and not exists (select from told t where t.uid = m.uid)
					limit 1
				)
			) as known_id
		from told x
		left join public.meetings same on same.organisation_id = p_organisation and same.uid = x.uid
	)
	select x.place_in_file, x.uid, x.starts_at, x.ends_at, x.is_all_day, x.title, x.place, x.is_public,
	x.file_sequence, m.id,
		case
			when coalesce(m.starts_at, x.starts_at) <= private.now() or x.starts_at <= private.now() then 'past'
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
	select null, m.uid, m.starts_at, m.ends_at, m.is_all_day, m.title, m.place, m.is_public, w.sequence,
	m.id, 'cancelled'
	from jsonb_to_recordset(p_whole) as w (uid text, sequence integer)
	join public.meetings m on m.organisation_id = p_organisation
		and private.series_of(m.uid) = w.uid
		and m.file_sequence <= w.sequence
	where m.starts_at > private.now()
		and m.cancelled_at is null
		and not exists (select from met where met.known_id = m.id)
$$;
comment on function private.compared_meetings(uuid, jsonb, jsonb) is
	'What a calendar file would do to the calendar, event by event, and then the dates to come that it '
	'no longer has: new, changed, cancelled, revived (called off by a file before), held (called off by '
	'hand), older (than what was read in), unchanged, past. A date of a series goes by its UID, else by '
	'its moment. Rows are those the person may read.';
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

grant select on public.meetings to authenticated;
grant insert (id, organisation_id, starts_at, ends_at, is_all_day, title, body, place, is_public, uid,
		source, file_sequence),
	update (starts_at, ends_at, is_all_day, title, body, place, is_public, cancelled_at,
		file_sequence, is_cancelled_by_file)
on public.meetings to authenticated;
create policy "members and planners read meetings" on public.meetings
	for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
	);
create policy "keepers of the calendar enter meetings" on public.meetings for insert to authenticated
	with check (private.may_keep_calendar(organisation_id));
create policy "keepers of the calendar change meetings" on public.meetings for update to authenticated
	using (private.may_keep_calendar(organisation_id)) with check (private.may_keep_calendar(organisation_id));
create trigger stamp before insert on public.meetings for each row execute function private.stamp_meeting();
create trigger stamp_change before update on public.meetings
	for each row execute function private.stamp_meeting_change();

grant select, insert (organisation_id, state), update (state) on public.meeting_calendars to authenticated;
create policy "members and planners read what is said of a calendar" on public.meeting_calendars
	for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
	);
create policy "keepers say whether there is a calendar" on public.meeting_calendars
	for insert to authenticated
	with check (
		private.may_keep_calendar(organisation_id)
			and (state <> 'kept' or private.may_promise_calendar(organisation_id))
	);
create policy "keepers say it anew" on public.meeting_calendars for update to authenticated
	using (private.may_keep_calendar(organisation_id))
	with check (
		private.may_keep_calendar(organisation_id)
			and (state <> 'kept' or private.may_promise_calendar(organisation_id))
	);
create trigger stamp before insert or update on public.meeting_calendars
	for each row execute function private.stamp_meeting_calendar();
