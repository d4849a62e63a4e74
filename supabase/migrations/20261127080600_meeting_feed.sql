-- Why: calendar programs cannot sign in, so a secret address stands for the person.

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
