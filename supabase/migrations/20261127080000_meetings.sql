-- Why: whoever sets a deadline must know whether a council meets before it. Bodies keep their meetings here, by hand or from
-- a calendar file; what has taken place stays as it was announced. "No meeting known" and "no meeting" are two things: an
-- organisation says whether it keeps its calendar.

create table public.meetings (
	id uuid primary key default gen_random_uuid(),
	authority_id uuid not null references public.authorities on delete cascade,
	organisation_id uuid not null,
	starts_at timestamptz not null check (starts_at between '2000-01-01' and '2100-01-01'),
	ends_at timestamptz,
	is_all_day boolean not null default false,
	title text not null check (length(btrim(title)) between 3 and 200 and title !~ '[[:cntrl:]]'),
	body text check (length(btrim(body)) between 2 and 160 and body !~ '[[:cntrl:]]'),
	place text check (length(btrim(place)) between 1 and 200 and place !~ '[[:cntrl:]]'),
	is_public boolean not null default true,
	uid text not null check (length(uid) between 1 and 300 and uid !~ '[[:cntrl:]]'),
	sequence integer not null default 0,
	source text not null default 'hand' check (source in ('hand', 'ics')),
	cancelled_at timestamptz,
	created_at timestamptz not null default now(),
	entered_by uuid references public.people on delete set null,
	entered_in uuid references public.posts on delete set null,
	changed_at timestamptz,
	changed_by uuid references public.people on delete set null,
	unique (organisation_id, uid),
	foreign key (authority_id, organisation_id) references public.organisations (authority_id, id) on delete restrict,
	check (ends_at > starts_at and ends_at <= starts_at + interval '31 days'),
	check (ends_at is not null or not is_all_day)
);
comment on table public.meetings is
	'Sitzungen of councils and other bodies ("session" means a signed-in session here). Cancelled ones stay; those of the past cannot be changed.';
comment on column public.meetings.body is 'Gremium, e.g. Ortschaftsrat Hasselfelde; null: the organisation itself.';
comment on column public.meetings.uid is 'Names the meeting in calendar programs (RFC 5545): the same in each export, and the key of an import.';
comment on column public.meetings.sequence is 'Raised with each change, so that calendar programs take the newer one.';
comment on column public.meetings.entered_in is 'The post of whoever entered it: the organisation''s own, or a planner''s who did it for them.';
create index on public.meetings (organisation_id, starts_at, id);
create index on public.meetings (authority_id, starts_at, id);
create index on public.meetings (authority_id, organisation_id);
create index on public.meetings (entered_by);
create index on public.meetings (entered_in);
create index on public.meetings (changed_by);

create table public.meeting_calendars (
	organisation_id uuid primary key,
	authority_id uuid not null references public.authorities on delete cascade,
	state text not null check (state in ('kept', 'none', 'unknown')),
	updated_at timestamptz not null default now(),
	updated_by uuid references public.people on delete set null,
	foreign key (authority_id, organisation_id) references public.organisations (authority_id, id) on delete cascade
);
comment on table public.meeting_calendars is
	'What an organisation says of its calendar: kept (a gap means no meeting), none (meetings on demand), unknown. No row: unknown.';
create index on public.meeting_calendars (authority_id, organisation_id);
create index on public.meeting_calendars (updated_by);

alter table public.meetings enable row level security;
alter table public.meeting_calendars enable row level security;

create function private.has_calendar_keeper(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.meeting_calendars c where c.organisation_id = p_organisation and c.state = 'kept')
		and exists (select from public.posts p join public.holdings h on h.post_id = p.id and private.is_current(h)
			where p.organisation_id = p_organisation and p.kind = any (private.writing_kinds()) and p.abolished_on is null)
$$;
comment on function private.has_calendar_keeper(uuid) is
	'Does the organisation keep its calendar, and is there anybody to do so? Definer: planners ask it about posts and holdings of others.';

create function private.may_keep_calendar(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(private.writing_kinds()))
		or exists (select from public.organisations o where o.id = p_organisation and o.authority_id in (select private.my_authorities('{planner}')))
			and not private.has_calendar_keeper(p_organisation)
$$;
comment on function private.may_keep_calendar(uuid) is
	'May the person enter meetings: those who write for the organisation; planners for one that keeps no calendar. Definer: see has_calendar_keeper.';

create function private.may_promise_calendar(p_organisation uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select p_organisation in (select private.my_organisations(private.writing_kinds() || '{planner}'::text[]))
$$;
comment on function private.may_promise_calendar(uuid) is
	'May the person say that the calendar is complete? Only for the own organisation; a planner cannot know it of others. Definer: see my_posts.';
grant execute on function private.may_keep_calendar(uuid), private.may_promise_calendar(uuid) to authenticated;

create policy "members and planners read meetings" on public.meetings for select to authenticated using (
	organisation_id in (select private.my_organisations()) or authority_id in (select private.my_authorities('{planner}')));
create policy "keepers of the calendar enter meetings" on public.meetings for insert to authenticated
	with check (private.may_keep_calendar(organisation_id));
create policy "keepers of the calendar change meetings" on public.meetings for update to authenticated
	using (private.may_keep_calendar(organisation_id)) with check (private.may_keep_calendar(organisation_id));
grant select on public.meetings to authenticated;
grant insert (organisation_id, starts_at, ends_at, is_all_day, title, body, place, is_public, uid, source),
	update (starts_at, ends_at, is_all_day, title, body, place, is_public, cancelled_at) on public.meetings to authenticated;

create policy "members and planners read what is said of a calendar" on public.meeting_calendars for select to authenticated using (
	organisation_id in (select private.my_organisations()) or authority_id in (select private.my_authorities('{planner}')));
create policy "keepers say whether there is a calendar" on public.meeting_calendars for insert to authenticated
	with check (private.may_keep_calendar(organisation_id) and (state <> 'kept' or private.may_promise_calendar(organisation_id)));
create policy "keepers say it anew" on public.meeting_calendars for update to authenticated
	using (private.may_keep_calendar(organisation_id))
	with check (private.may_keep_calendar(organisation_id) and (state <> 'kept' or private.may_promise_calendar(organisation_id)));
grant select, insert (organisation_id, state), update (state) on public.meeting_calendars to authenticated;

create function private.stamp_meeting_calendar() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if tg_op = 'UPDATE' and new.state = old.state then
		return new;
	end if;
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.updated_at := now();
	new.updated_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_meeting_calendar() is 'Who said it and when. Definer: reads past the caller''s policies to fill the tenant.';
create trigger stamp before insert or update on public.meeting_calendars for each row execute function private.stamp_meeting_calendar();

create function private.require_time_to_come(p_starts_at timestamptz) returns void
language plpgsql stable set search_path = '' as $$
begin
	if p_starts_at <= now() then
		raise exception 'meetings_error_past' using errcode = 'RULED';
	elsif p_starts_at > now() + interval '5 years' then
		raise exception 'meetings_error_far' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.require_time_to_come(timestamptz) is 'RULED unless the moment lies ahead, by five years at most.';

create function private.stamp_meeting() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.require_time_to_come(new.starts_at);
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.uid := coalesce(new.uid, new.id || '@meetings.augenhoehe');
	new.entered_by := private.person_id();
	new.entered_in := coalesce(private.acting_post(new.organisation_id, private.writing_kinds()), private.planning_post(new.authority_id));
	return new;
end
$$;
comment on function private.stamp_meeting() is
	'Fills tenant, person and post, and a name for calendar programs. Nobody announces what has been: the record cannot be made up afterwards. Definer: reads past the caller''s policies.';
create trigger stamp before insert on public.meetings for each row execute function private.stamp_meeting();

create function private.stamp_meeting_change() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_links text[] := array['entered_by', 'entered_in', 'changed_by'];
begin
	if to_jsonb(new) - v_links = to_jsonb(old) - v_links then
		return new;
	end if;
	if old.starts_at <= now() then
		raise exception 'meetings_error_over' using errcode = 'RULED';
	end if;
	if new.starts_at is distinct from old.starts_at then
		perform private.require_time_to_come(new.starts_at);
	end if;
	if new.cancelled_at is not null then
		new.cancelled_at := coalesce(old.cancelled_at, now());
	end if;
	new.sequence := old.sequence + 1;
	new.changed_at := now();
	new.changed_by := private.person_id();
	return new;
end
$$;
comment on function private.stamp_meeting_change() is
	'Every change has a number, a time and a person. A meeting that has begun is record: it stays, for the owner of the database too; only links to people deleted may go. Definer: see stamp_meeting.';
create trigger stamp_change before update on public.meetings for each row execute function private.stamp_meeting_change();

-- What other nouns ask. Executable by nobody: their functions, which are definers, decide for whom.
create function private.next_meeting(p_organisation uuid, p_from timestamptz, p_until timestamptz) returns timestamptz
language sql stable security definer set search_path = '' as $$
	select min(m.starts_at) from public.meetings m
	where m.organisation_id = p_organisation and m.cancelled_at is null and m.starts_at >= p_from and m.starts_at <= p_until
$$;
comment on function private.next_meeting(uuid, timestamptz, timestamptz) is
	'The first meeting of an organisation inside a window (both ends included) that is not cancelled. Definer and granted to nobody: functions ask it for their own readers.';

create function private.meetings_between(p_organisations uuid[], p_from timestamptz, p_until timestamptz)
returns table (organisation_id uuid, first_inside timestamptz, first_after timestamptz, keeps_calendar boolean)
language sql stable security definer set search_path = '' rows 20 as $$
	select o.id,
		(select min(m.starts_at) from public.meetings m
			where m.organisation_id = o.id and m.cancelled_at is null and m.starts_at >= p_from and m.starts_at <= p_until),
		(select min(m.starts_at) from public.meetings m
			where m.organisation_id = o.id and m.cancelled_at is null and m.starts_at > p_until),
		(select case c.state when 'kept' then true when 'none' then false end from public.meeting_calendars c where c.organisation_id = o.id)
	from unnest(p_organisations) as o (id)
$$;
comment on function private.meetings_between(uuid[], timestamptz, timestamptz) is
	'Per organisation the first meeting inside the window (both ends included) and the first after it. keeps_calendar: true (no meeting means none), false (meets on demand), null (not known). Definer and granted to nobody: see next_meeting.';

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
		raise exception 'changed by another' using errcode = 'STALE';
	end if;
	update public.meetings set starts_at = p_starts_at, ends_at = p_ends_at, is_all_day = is_all_day and starts_at = p_starts_at and ends_at is not distinct from p_ends_at,
		title = btrim(p_title), body = nullif(btrim(p_body), ''), place = nullif(btrim(p_place), ''), is_public = p_is_public where id = p_id;
end
$$;
comment on function public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean) is
	'Changes a meeting to come. STALE when somebody else has changed it meanwhile.';

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

create function private.compared_meetings(p_organisation uuid, p_meetings jsonb)
returns table (place_in_file bigint, uid text, starts_at timestamptz, ends_at timestamptz, is_all_day boolean, title text, body text, place text, is_public boolean,
	is_cancelled boolean, known_id uuid, outcome text)
language sql stable set search_path = '' rows 50 as $$
	select x.place_in_file, x.uid, x.starts_at, x.ends_at, x.is_all_day, x.title, x.body, x.place, x.is_public, x.is_cancelled, m.id,
		case
			when coalesce(m.starts_at, x.starts_at) <= now() or x.starts_at <= now() then 'past'
			when m.id is null and x.is_cancelled then 'unchanged'
			when m.id is null then 'new'
			when x.is_cancelled and m.cancelled_at is null then 'cancelled'
			when x.is_cancelled then 'unchanged'
			when (m.starts_at, m.ends_at, m.is_all_day, m.title, m.body, m.place, m.is_public, m.cancelled_at is null)
				is distinct from (x.starts_at, x.ends_at, x.is_all_day, x.title, x.body, x.place, x.is_public, true) then 'changed'
			else 'unchanged' end
	from (
		select n as place_in_file, e ->> 'uid' as uid, (e ->> 'startsAt')::timestamptz as starts_at, (e ->> 'endsAt')::timestamptz as ends_at,
			coalesce((e ->> 'isAllDay')::boolean, false) as is_all_day, btrim(e ->> 'title') as title, nullif(btrim(e ->> 'body'), '') as body,
			nullif(btrim(e ->> 'place'), '') as place, coalesce((e ->> 'isPublic')::boolean, true) as is_public,
			coalesce((e ->> 'isCancelled')::boolean, false) as is_cancelled
		from jsonb_array_elements(p_meetings) with ordinality as entries (e, n)) x
	left join public.meetings m on m.organisation_id = p_organisation and m.uid = x.uid
$$;
comment on function private.compared_meetings(uuid, jsonb) is
	'What a calendar file would do to the calendar, event by event: new, changed, cancelled, unchanged, past. Rows are those the person may read.';
grant execute on function private.compared_meetings(uuid, jsonb) to authenticated;

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

create function public.preview_meetings(p_organisation uuid, p_meetings jsonb) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform private.require_few(p_meetings);
	return (select coalesce(jsonb_agg(c.outcome order by c.place_in_file), '[]') from private.compared_meetings(p_organisation, p_meetings) c);
end
$$;
comment on function public.preview_meetings(uuid, jsonb) is 'The outcome of each event of a calendar file, in their order, without doing anything.';

create function public.import_meetings(p_organisation uuid, p_meetings jsonb) returns jsonb
language plpgsql volatile set search_path = '' as $$
declare v jsonb;
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform private.require_few(p_meetings);
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || p_organisation, 0));
	with compared as materialized (
		select * from private.compared_meetings(p_organisation, p_meetings)
	), added as (
		insert into public.meetings (organisation_id, uid, source, starts_at, ends_at, is_all_day, title, body, place, is_public)
		select p_organisation, c.uid, 'ics', c.starts_at, c.ends_at, c.is_all_day, c.title, c.body, c.place, c.is_public
		from compared c where c.outcome = 'new'
	), changed as (
		update public.meetings m set starts_at = c.starts_at, ends_at = c.ends_at, is_all_day = c.is_all_day, title = c.title, body = c.body, place = c.place,
			is_public = c.is_public, cancelled_at = null
		from compared c where m.id = c.known_id and c.outcome = 'changed'
	), cancelled as (
		update public.meetings m set cancelled_at = now() from compared c where m.id = c.known_id and c.outcome = 'cancelled'
	)
	select jsonb_object_agg(o.outcome, o.n) into v from (select c.outcome, count(*) as n from compared c group by c.outcome) o;
	if private.may_promise_calendar(p_organisation) and v ? 'new' then
		insert into public.meeting_calendars (organisation_id, state) values (p_organisation, 'kept')
		on conflict (organisation_id) do update set state = 'kept' where meeting_calendars.state = 'unknown';
	end if;
	return coalesce(v, '{}');
end
$$;
comment on function public.import_meetings(uuid, jsonb) is
	'Takes over a calendar file, all or nothing: the same UID changes the meeting, a cancelled one cancels it, the past stays. Counts by outcome.';

-- Subscription: calendar programs cannot sign in, so a secret address stands for the person.
create table private.feeds (
	person_id uuid primary key references public.people on delete cascade,
	secret_hash text not null unique check (length(secret_hash) = 64),
	created_at timestamptz not null default now(),
	used_at timestamptz
);
comment on table private.feeds is 'The secret address of a person''s calendar feed, as SHA-256. A new one ends the old one.';
alter table private.feeds enable row level security;

create function private.deadlines_of(p_person uuid)
returns table (uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, path text, cancelled boolean)
language sql stable security definer set search_path = '' rows 10 as $$
	select null::text, 0, null::text, null::timestamptz, null::timestamptz, null::text, false where false
$$;
comment on function private.deadlines_of(uuid) is
	'Deadlines of what a person is asked for, for the feed. Definer and granted to nobody: the feed knows its person by a secret, not by a session.';

create function private.meetings_of(p_person uuid)
returns table (uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, path text, cancelled boolean, is_all_day boolean, place text,
	is_public boolean, changed_at timestamptz)
language sql stable security definer set search_path = '' rows 50 as $$
	select m.uid, m.sequence, m.title || coalesce(' – ' || m.body, ''), m.starts_at, m.ends_at, '/kalender/' || m.id, m.cancelled_at is not null, m.is_all_day,
		m.place, m.is_public, coalesce(m.changed_at, m.created_at)
	from public.meetings m
	where m.starts_at between now() - interval '3 months' and now() + interval '24 months' and m.organisation_id in (
		select p.organisation_id from public.holdings h join public.posts p on p.id = h.post_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null)
	order by m.starts_at limit 1000
$$;
comment on function private.meetings_of(uuid) is
	'Meetings of the organisations in which a person holds a post today, for the feed. Definer and granted to nobody: see deadlines_of.';

create function private.feed_entries(p_person uuid)
returns table (uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, path text, cancelled boolean, is_all_day boolean, place text,
	is_public boolean, changed_at timestamptz)
language sql stable security definer set search_path = '' rows 50 as $$
	select * from private.meetings_of(p_person)
	union all
	select d.uid, d.sequence, d.title, d.starts_at, d.ends_at, d.path, d.cancelled, false, null, false, null from private.deadlines_of(p_person) d
$$;
comment on function private.feed_entries(uuid) is 'All that stands in a person''s feed. Definer and granted to nobody: see deadlines_of.';

create function public.feed_of(p_person uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object('createdAt', created_at, 'usedAt', used_at) from private.feeds where person_id = p_person
$$;
comment on function public.feed_of(uuid) is 'Since when a person has a feed and when it was last fetched; null without one. Definer and for the server only: secrets.';

create function public.feed_replace(p_person uuid, p_secret_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.feeds (person_id, secret_hash) values (p_person, p_secret_hash)
	on conflict (person_id) do update set secret_hash = excluded.secret_hash, created_at = now(), used_at = null
$$;
comment on function public.feed_replace(uuid, text) is 'Gives a person a new feed address; the old one ends. Definer and for the server only: secrets.';

create function public.feed_revoke(p_person uuid) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.feeds where person_id = p_person
$$;
comment on function public.feed_revoke(uuid) is 'Ends a person''s feed. Definer and for the server only: secrets.';

create function public.feed_find(p_secret_hash text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare f private.feeds; v_wrong integer;
begin
	select count into v_wrong from private.throttles where key = 'feed:wrong:' || p_address_hash and started_at > now() - interval '1 hour';
	if v_wrong >= 30 then
		return jsonb_build_object('outcome', 'limited');
	end if;
	select * into f from private.feeds where secret_hash = p_secret_hash;
	if f.person_id is null then
		perform private.count_attempt('feed:wrong:' || p_address_hash, '1 hour');
		return jsonb_build_object('outcome', 'unknown');
	elsif private.count_attempt('feed:' || p_secret_hash, '1 hour') > 60 then
		return jsonb_build_object('outcome', 'limited');
	end if;
	update private.feeds set used_at = now() where person_id = f.person_id and (used_at is null or used_at < now() - interval '1 minute');
	return jsonb_build_object('outcome', 'found', 'locale', (select locale from public.people where id = f.person_id), 'entries', (
		select coalesce(jsonb_agg(jsonb_build_object('uid', e.uid, 'sequence', e.sequence, 'title', e.title, 'startsAt', e.starts_at, 'endsAt', e.ends_at,
			'path', e.path, 'isCancelled', e.cancelled, 'isAllDay', e.is_all_day, 'place', e.place, 'isPublic', e.is_public, 'changedAt', e.changed_at)
			order by e.starts_at, e.uid), '[]') from private.feed_entries(f.person_id) e));
end
$$;
comment on function public.feed_find(text, text) is
	'What stands in the feed of this secret. Sixty fetches an hour per secret, thirty wrong guesses an hour per network address. Answers instead of raising, because a raised error would roll back the count. Definer and for the server only: secrets.';

grant execute on function public.feed_of(uuid), public.feed_replace(uuid, text), public.feed_revoke(uuid), public.feed_find(text, text) to service_role;
grant execute on function public.meeting_calendar(uuid, uuid, uuid), public.meeting(uuid), public.district_meetings(uuid, date, uuid, uuid),
	public.add_meeting(uuid, timestamptz, timestamptz, text, text, text, boolean),
	public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean), public.cancel_meeting(uuid), public.state_calendar(uuid, text),
	public.preview_meetings(uuid, jsonb), public.import_meetings(uuid, jsonb) to authenticated;
