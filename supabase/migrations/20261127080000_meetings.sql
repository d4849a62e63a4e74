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
	file_sequence integer not null default 0,
	cancelled_at timestamptz,
	is_cancelled_by_file boolean not null default false,
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
comment on column public.meetings.file_sequence is 'SEQUENCE of the calendar file that was read in last; a lower one is older.';
comment on column public.meetings.is_cancelled_by_file is 'What a file called off takes place again when a file says so; what was called off by hand does not.';
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
grant insert (organisation_id, starts_at, ends_at, is_all_day, title, body, place, is_public, uid, source, file_sequence),
	update (starts_at, ends_at, is_all_day, title, body, place, is_public, cancelled_at, file_sequence, is_cancelled_by_file) on public.meetings to authenticated;

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
	'Per organisation the first meeting inside the window (both ends included) and the first after it. keeps_calendar: true (no meeting means none), false (meets on demand), null (not known). A cancelled one is none. Definer and granted to nobody: functions ask it for their own readers.';
