-- Verbs of meetings, calendars and the feed: what changes something.

-- Verbs.
create function public.add_meeting(
	p_organisation uuid, p_starts_at timestamptz, p_ends_at timestamptz, p_title text, p_body text,
	p_place text, p_is_public boolean, p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid := coalesce(p_id, gen_random_uuid()); v_sent public.meetings;
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(private.may_keep_calendar(p_organisation));
	perform pg_advisory_xact_lock(hashtextextended('meetings ' || p_organisation, 0));
	select * into v_sent from public.meetings
	where id = v_id and organisation_id = p_organisation and entered_by = private.person_id();
	if (v_sent.starts_at, v_sent.title) = (p_starts_at, btrim(p_title)) then
		return v_id;
	elsif v_sent.id is not null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	insert into public.meetings (id, organisation_id, starts_at, ends_at, title, body, place, is_public, uid)
	values (
		v_id, p_organisation, p_starts_at, p_ends_at, btrim(p_title), nullif(btrim(p_body), ''),
		nullif(btrim(p_place), ''), p_is_public, v_id || '@meetings.augenhoehe'
	)
	on conflict do nothing;
	perform private.require(found);
	if private.may_promise_calendar(p_organisation) then
		insert into public.meeting_calendars (organisation_id, state) values (p_organisation, 'kept')
		on conflict (organisation_id) do update set state = 'kept' where meeting_calendars.state = 'unknown';
	end if;
	return v_id;
end
$$;
comment on function public.add_meeting(uuid, timestamptz, timestamptz, text, text, text, boolean, uuid) is
	'Enters a meeting by hand. The first one that an organisation enters itself says that it keeps its '
	'calendar. p_id: drawn by the form; sent again, however late, it is the same meeting. FINAL when the '
	'form comes again with another day or title.';
grant execute on function
	public.add_meeting(uuid, timestamptz, timestamptz, text, text, text, boolean, uuid)
to authenticated;

create function public.change_meeting(
	p_id uuid, p_sequence integer, p_starts_at timestamptz, p_ends_at timestamptz, p_title text,
	p_body text, p_place text, p_is_public boolean
) returns void
language plpgsql volatile set search_path = '' as $$
declare m public.meetings;
begin
	select * into m from public.meetings where id = p_id for update;
	perform private.require(m.id is not null);
	if m.cancelled_at is not null then
		raise exception 'meetings_error_cancelled' using errcode = 'RULED';
	elsif m.sequence <> p_sequence then
		raise exception 'changed by another' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', m.sequence,
			'stored', private.meeting_document(m, true)
		)::text;
	end if;
	update public.meetings
	set starts_at = p_starts_at, ends_at = p_ends_at,
		is_all_day = is_all_day and starts_at = p_starts_at and ends_at is not distinct from p_ends_at,
		title = btrim(p_title), body = nullif(btrim(p_body), ''), place = nullif(btrim(p_place), ''),
		is_public = p_is_public
		where id = p_id;
end
$$;
comment on function
	public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean)
is
	'Changes a meeting to come. STALE (detail: {revision, stored}) when somebody else has changed it '
	'meanwhile.';
grant execute on function
	public.change_meeting(uuid, integer, timestamptz, timestamptz, text, text, text, boolean)
to authenticated;

create function public.cancel_meeting(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare m public.meetings;
begin
	select * into m from public.meetings where id = p_id for update;
	perform private.require(m.id is not null);
	update public.meetings set cancelled_at = private.now() where id = p_id and cancelled_at is null;
end
$$;
comment on function public.cancel_meeting(uuid) is
	'Cancels a meeting to come; it stays in the calendar as cancelled.';
grant execute on function public.cancel_meeting(uuid) to authenticated;

create function public.state_calendar(p_organisation uuid, p_state text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require_meetings_of(p_organisation);
	perform private.require(
		private.may_keep_calendar(p_organisation)
			and (p_state <> 'kept' or private.may_promise_calendar(p_organisation))
	);
	insert into public.meeting_calendars (organisation_id, state) values (p_organisation, p_state)
	on conflict (organisation_id) do update set state = excluded.state;
end
$$;
comment on function public.state_calendar(uuid, text) is 'Says of a calendar: kept, none or unknown.';
grant execute on function public.state_calendar(uuid, text) to authenticated;

create function public.import_meetings(
	p_organisation uuid, p_meetings jsonb, p_whole jsonb default '[]'
) returns jsonb
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
	),
	added as (
		insert into public.meetings (
			organisation_id, uid, source, starts_at, ends_at, is_all_day, title, place, is_public, file_sequence
		)
		select p_organisation, c.uid, 'ics', c.starts_at, c.ends_at, c.is_all_day, c.title, c.place,
			c.is_public, c.file_sequence
		from compared c
		where c.outcome = 'new'
	),
	changed as (
		update public.meetings m
		set starts_at = c.starts_at, ends_at = c.ends_at, is_all_day = c.is_all_day, title = c.title,
			place = c.place, is_public = c.is_public, file_sequence = c.file_sequence, cancelled_at = null,
			is_cancelled_by_file = false
		from compared c
		where m.id = c.known_id and c.outcome in ('changed', 'revived')
	),
	cancelled as (
		update public.meetings m
		set cancelled_at = private.now(), is_cancelled_by_file = true, file_sequence = c.file_sequence
		from compared c
		where m.id = c.known_id and c.outcome = 'cancelled'
	)
	select jsonb_object_agg(o.outcome, o.n)
	into v
	from (select c.outcome, count(*) as n from compared c group by c.outcome) o;
	if private.may_promise_calendar(p_organisation) and v ? 'new' then
		insert into public.meeting_calendars (organisation_id, state) values (p_organisation, 'kept')
		on conflict (organisation_id) do update set state = 'kept' where meeting_calendars.state = 'unknown';
	end if;
	return coalesce(v, '{}');
end
$$;
comment on function public.import_meetings(uuid, jsonb, jsonb) is
	'Takes over a calendar file, all or nothing: the same UID changes the meeting, a cancelled one '
	'cancels it, the past stays, and so do the body and what was called off by hand. p_whole: [{uid, '
	'sequence}], the UIDs that the file tells whole; their other dates to come are cancelled. Counts by '
	'outcome.';
grant execute on function public.import_meetings(uuid, jsonb, jsonb) to authenticated;

create function private.deadlines_of(p_person uuid)
returns table (
	uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, kind text, key text,
	cancelled boolean
)
language sql stable security definer set search_path = '' rows 10 as $$
	select 'call-' || a.id || '@augenhoehe',
	(
		select count(*)::integer
		from public.call_steps s
		where s.authority_id = c.authority_id and s.call_id = c.id and s.step = 'prolonged'
	)
			+ (
				select count(*)::integer
				from public.call_extensions e
				join public.call_extension_decisions d on d.extension_id = e.id and d.outcome = 'granted'
				where e.authority_id = a.authority_id and e.addressee_id = a.id
			),
		c.title || ' – ' || a.organisation_name, a.due_at - interval '30 minutes', a.due_at,
		'call', c.kind || '/' || c.slug, a.answered_at is not null
	from public.call_addressees a join public.calls c on c.id = a.call_id
	where c.state = 'open' and a.organisation_id in (
		select p.organisation_id from public.holdings h join public.posts p on p.id = h.post_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null)
$$;
comment on function private.deadlines_of(uuid) is
	'Until when a person''s organisations are asked to answer, for the feed; gone from the calendar '
	'once they have. The uid stays, the sequence grows with each new date. Definer and granted to '
	'nobody: the feed knows its person by a secret, not by a session.';

create function private.meetings_of(p_person uuid)
returns table (
	uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, kind text, key text,
	cancelled boolean, is_all_day boolean, place text, is_public boolean, changed_at timestamptz
)
language sql stable security definer set search_path = '' rows 50 as $$
	select m.uid, m.sequence, m.title || coalesce(' – ' || m.body, ''), m.starts_at, m.ends_at,
	'meeting', m.id::text, m.cancelled_at is not null, m.is_all_day,
		m.place, m.is_public, coalesce(m.changed_at, m.created_at)
	from public.meetings m
	where m.starts_at between private.now() - interval '3 months' and private.now() + interval '24 months'
		and m.organisation_id in (
			select p.organisation_id
			from public.holdings h
			join public.posts p on p.id = h.post_id
			where h.person_id = p_person and private.is_current(h) and p.abolished_on is null
		)
	order by m.starts_at limit 1000
$$;
comment on function private.meetings_of(uuid) is
	'Meetings of the organisations in which a person holds a post today, for the feed. Definer and '
	'granted to nobody: see deadlines_of.';

create function private.feed_entries(p_person uuid)
returns table (
	uid text, sequence integer, title text, starts_at timestamptz, ends_at timestamptz, kind text, key text,
	cancelled boolean, is_all_day boolean, place text, is_public boolean, changed_at timestamptz
)
language sql stable security definer set search_path = '' rows 50 as $$
	select * from private.meetings_of(p_person)
	union all
	select d.uid, d.sequence, d.title, d.starts_at, d.ends_at, d.kind, d.key, d.cancelled,
		false, null, false, null
	from private.deadlines_of(p_person) d
$$;
comment on function private.feed_entries(uuid) is
	'All that stands in a person''s feed. Definer and granted to nobody: see deadlines_of.';

create function public.feed_replace(p_person uuid, p_secret_hash text, p_session uuid) returns void
language sql volatile security definer set search_path = '' as $$
	select private.require_proof(p_person, p_session);
	with made as (
		insert into private.feeds as f (person_id, secret_hash) values (p_person, p_secret_hash)
		on conflict (person_id) do update
		set secret_hash = excluded.secret_hash, created_at = private.now(), used_at = null
		where f.secret_hash <> excluded.secret_hash returning f.person_id
	)
	select private.audit(null, person_id, 'feed_made') from made;
$$;
comment on function public.feed_replace(uuid, text, uuid) is
	'Gives a person with a fresh proof a new feed address; the old one ends. The same hash twice is one. '
	'Definer and for the server only: secrets.';

create function public.feed_revoke(p_person uuid) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.feeds where person_id = p_person
$$;
comment on function public.feed_revoke(uuid) is
	'Ends a person''s feed. Definer and for the server only: secrets.';

create function public.feed_find(p_secret_hash text, p_address_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare f private.feeds; v_wrong integer;
begin
	select count
	into v_wrong
	from private.throttles
	where key = 'feed:wrong:' || p_address_hash and started_at > private.now() - interval '1 hour';
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
	update private.feeds
	set used_at = private.now()
	where person_id = f.person_id and (used_at is null or used_at < private.now() - interval '1 minute');
	return jsonb_build_object(
		'outcome', 'found',
		'locale', (select locale from public.people where id = f.person_id),
		'entries', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'uid', e.uid,
						'sequence', e.sequence,
						'title', e.title,
						'startsAt', e.starts_at,
						'endsAt', e.ends_at,
						'subject', jsonb_build_object('kind', e.kind, 'key', e.key),
						'isCancelled', e.cancelled,
						'isAllDay', e.is_all_day,
						'place', e.place,
						'isPublic', e.is_public,
						'changedAt', e.changed_at
					)
					order by e.starts_at, e.uid
				),
				'[]'
			)
			from private.feed_entries(f.person_id) e
		)
	);
end
$$;
comment on function public.feed_find(text, text) is
	'What stands in the feed of this secret. Sixty fetches an hour per secret, thirty wrong guesses an '
	'hour per network address. Answers instead of raising, because a raised error would roll back the '
	'count. Definer and for the server only: secrets.';
