-- Rules of what every noun stands on: who may, what must be true, what follows.

create function private.person_id() returns uuid
language sql stable set search_path = '' as $$
	select (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
comment on function private.person_id() is
	'The person of this request, taken from the signed token; null for nobody.';
grant execute on function private.person_id() to anon, authenticated, service_role;

create function private.now() returns timestamptz language sql stable return pg_catalog.now();
comment on function private.now() is
	'The clock of every rule: when this transaction began. Tests and the sample set it by replacing the '
	'function, which the owner alone can do. Costs nothing: it is parsed when it is made and taken into '
	'the statement that asks.';
grant execute on function private.now() to anon, authenticated, service_role;

create function private.moment() returns timestamptz
language sql volatile set search_path = '' as $$
	select private.now() + (clock_timestamp() - now())
$$;
comment on function private.moment() is
	'The same clock at this very moment: stamps what had to wait for a lock in the order in which it was '
	'let through.';
grant execute on function private.moment() to anon, authenticated, service_role;

create function private.today() returns date language sql stable
	return (private.now() at time zone 'Europe/Berlin')::date;
comment on function private.today() is
	'The calendar day in Germany; terms and deadlines count in these days.';
grant execute on function private.today() to anon, authenticated, service_role;

create function private.new_short_id() returns text
language sql volatile set search_path = '' as $$
	select string_agg(substr('23456789abcdefghjkmnpqrstuvwxyz', get_byte(b, i) % 31 + 1, 1), '')
	from (select extensions.gen_random_bytes(7) as b) as bytes, generate_series(0, 6) as i
$$;
comment on function private.new_short_id() is
	'Seven characters that cannot be mistaken when read aloud; 27 billion of them.';

create function private.next_number(p_authority uuid, p_name text) returns integer
language sql volatile set search_path = '' as $$
	insert into private.counters as c (authority_id, name, last) values (p_authority, p_name, 1)
	on conflict (authority_id, name) do update set last = c.last + 1
	returning last
$$;
comment on function private.next_number(uuid, text) is
	'The next number of a series without gaps; the row lock makes two at once wait.';

create function private.queue_job(p_task text, p_payload json) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform graphile_worker.add_job(p_task, p_payload);
end
$$;
comment on function private.queue_job(text, json) is
	'Queues a job in the transaction of the change. Definer, because people have no right on the queue; '
	'only triggers call it.';

create function private.help_of(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'name', concat_ws(' ', pe.salutation, pe.family_name),
		'title', p.title,
		'phone', coalesce(p.phone, a.phone),
		'email', a.email
	)
	from public.authorities a
	left join lateral (
		select p.* from public.posts p join public.organisations o on o.id = p.organisation_id
		where p.authority_id = a.id and p.kind = 'planner' and p.abolished_on is null
		order by o.kind <> 'authority', p.created_at, p.id limit 1) p on true
	left join lateral (
		select pe.*
		from public.holdings h
		join public.people pe on pe.id = h.person_id
		where h.post_id = p.id and private.is_current(h)
		order by h.capacity = 'deputy', h.starts_on
		limit 1
	) pe on true
	where a.id = p_authority
$$;
comment on function private.help_of(uuid) is
	'Who can help: the holder of the first planning post, else the deputy, else the post alone.';

create function private.authority_document(a public.authorities) returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'id', a.id,
		'name', a.name,
		'isSample', a.is_sample,
		'accent', a.accent,
		'districtKey', a.district_key,
		'postalAddress', a.postal_address,
		'email', a.email,
		'phone', a.phone,
		'help', private.help_of(a.id)
	)
$$;
comment on function private.authority_document(public.authorities) is
	'What every page shows of the authority.';

-- Leaving. Names go, what was done in a post stays under the post.
create function private.keep_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_old jsonb := to_jsonb(old); v_new jsonb := to_jsonb(new); v_gone text[];
begin
	v_gone := array(
		select o.key
		from jsonb_each(v_old) o
		where o.key ~ '(^|_)(person_id|post_id|by|in|for)$' and v_new -> o.key = 'null'
	);
	v_old := v_old - v_gone;
	v_new := v_new - v_gone;
	if v_old ? 'person_name' and v_new ->> 'person_name' is null then
		v_old := jsonb_set(v_old, '{person_name}', 'null');
	end if;
	if v_new ? 'detail' then
		v_old := jsonb_set(
			v_old, '{detail}',
			(v_old -> 'detail') - array(
				select k
				from unnest(array['writtenBy', 'writtenFor', 'forPerson']) k
				where not v_new -> 'detail' ? k
			)
		);
	end if;
	if v_new <> v_old then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_words() is
	'What was written below a report stays as it was, for the owner of the database too. Only a link to '
	'a person or post may go, and a name with it; neither ever becomes another one.';

create function private.require(p_allowed boolean) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if p_allowed is not true then
		raise exception 'not for this person' using errcode = 'NOTFD';
	end if;
end
$$;
comment on function private.require(boolean) is 'What one may not do is not there.';
grant execute on function private.require(boolean) to anon, authenticated;

create function private.require_choice(p_field text, p_is_choice boolean) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if p_is_choice is not true then
		raise exception 'not valid' using errcode = 'INVAL', detail = jsonb_build_array(p_field)::text;
	end if;
end
$$;
comment on function private.require_choice(text, boolean) is
	'INVAL with the field''s name unless what was chosen is a choice.';
grant execute on function private.require_choice(text, boolean) to authenticated;

create function private.id_within(p_id uuid, p_what text) returns uuid
language sql immutable strict set search_path = '' as $$
	select overlay(overlay(md5(p_id || p_what) placing '8' from 13) placing '8' from 17)::uuid
$$;
comment on function private.id_within(uuid, text) is
	'The id of one of several things that a form makes, reckoned from the form''s own: always the same. Its '
	'version is 8, as RFC 9562 wants it of ids made in one''s own way; others refuse what has none.';
grant execute on function private.id_within(uuid, text) to authenticated;
