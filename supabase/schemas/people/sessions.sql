-- Sessions: what a signed-in person is, how long, and which typed forms wait for them.

create function public.session_extend(p_id_hash text, p_expires_at timestamptz) returns void
language sql volatile security definer set search_path = '' as $$
	-- The person before the session, in the order of a deletion: neither waits for what the other holds.
	select private.note_use(person_id) from private.sessions where id_hash = p_id_hash and ended_at is null;
	update private.sessions
	set expires_at = p_expires_at, used_at = private.now()
	where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_extend(text, timestamptz) is
	'Moves the end of a session in use, and notes the use for its person. Definer and for the server '
	'only.';

create function public.session_end(p_id_hash text) returns void
language sql volatile security definer set search_path = '' as $$
	update private.sessions set ended_at = private.now() where id_hash = p_id_hash and ended_at is null;
$$;
comment on function public.session_end(text) is 'Signs out.';

create function public.session_end_of(
	p_person uuid, p_public_id uuid default null, p_except uuid default null
) returns text[]
language sql volatile security definer set search_path = '' as $$
	with ended as (
		update private.sessions set ended_at = private.now()
		where person_id = p_person and ended_at is null and (p_public_id is null or public_id = p_public_id)
			and public_id is distinct from p_except returning id_hash)
	select coalesce(array_agg(id_hash), '{}') from ended
$$;
comment on function public.session_end_of(uuid, uuid, uuid) is
	'Ends one of a person''s sessions, or (null) all but one; the hashes, so that caches forget them.';

create function private.end_ways_in() returns void
language sql volatile set search_path = '' as $$
	update private.sessions set ended_at = private.now() where ended_at is null;
	update private.access_tokens set revoked_at = private.now() where revoked_at is null;
	delete from private.feeds;
	update private.sign_ins set expires_at = private.now() where expires_at > private.now();
	update private.challenges set expires_at = private.now() where expires_at > private.now();
	update private.address_changes set expires_at = private.now() where expires_at > private.now();
$$;
comment on function private.end_ways_in() is
	'After a backup came back: what was ended since it was made would open again. Everybody signs in anew.';

create function public.kept_form_keep(p_person uuid, p_path text, p_fields jsonb) returns void
language sql volatile security definer set search_path = '' as $$
	insert into private.kept_forms (person_id, path, fields) values (p_person, p_path, p_fields)
	on conflict (person_id, path) do update set fields = excluded.fields, created_at = private.now();
$$;
comment on function public.kept_form_keep(uuid, text, jsonb) is
	'Keeps a form that arrived after the session had expired.';

create function public.kept_form_forget(p_person uuid, p_path text) returns void
language sql volatile security definer set search_path = '' as $$
	delete from private.kept_forms where person_id = p_person and path = p_path
$$;
comment on function public.kept_form_forget(uuid, text) is 'Forgets a kept form once it has been sent.';

create function public.session_prove(
	p_person uuid, p_session uuid, p_step bigint default null, p_recovery_hash text default null
) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person)
		and not private.use_factor(p_person, p_step, p_recovery_hash)
	then
		return false;
	end if;
	update private.sessions
	set proven_at = private.now()
	where public_id = p_session and person_id = p_person and ended_at is null;
	if found then
		perform private.audit(null, p_person, 'session_proven');
	end if;
	return found;
end
$$;
comment on function public.session_prove(uuid, uuid, bigint, text) is
	'Notes a fresh proof in a running session: the second factor of whoever has one, used up here; else a '
	'code by mail or the password, which the server has compared. False: no such code. Definer and for '
	'the server only.';

create function private.note_use(p_person uuid) returns void
language sql volatile set search_path = '' as $$
	update public.people
	set used_at = private.now()
	where id = p_person and (used_at is null or used_at < private.now() - interval '1 day')
$$;
comment on function private.note_use(uuid) is
	'Notes that an account is in use, at most once a day. Called by session_extend and '
	'access_token_find only.';

create function public.session_create(
	p_id_hash text, p_person uuid, p_device text, p_expires_at timestamptz, p_challenge text default null
) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	if exists (select from private.second_factors where person_id = p_person) then
		update private.challenges set used_at = private.now()
		where token_hash = p_challenge
			and person_id = p_person
			and passed_at is not null
			and used_at is null
			and expires_at > private.now();
		if not found then
			raise exception 'the second factor is missing' using errcode = 'EXPIR';
		end if;
	end if;
	insert into private.sessions (id_hash, person_id, device, expires_at)
	values (p_id_hash, p_person, p_device, p_expires_at);
	update public.people set visited_before_at = visited_at, visited_at = private.now() where id = p_person;
end
$$;
comment on function public.session_create(text, uuid, text, timestamptz, text) is
	'A new session; also the start of a visit. Whoever has a second factor needs a challenge that was '
	'passed, once (EXPIR). Definer: secrets; for the server only.';

create function public.session_find(p_id_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'publicId', s.public_id,
		'personId', s.person_id,
		'expiresAt', s.expires_at,
		'usedAt', s.used_at,
		'provenUntil', coalesce(s.proven_at, s.created_at) + private.proof_lasts(),
		'isEnded', s.ended_at is not null,
		'person', jsonb_build_object(
			'id', pe.id,
			'salutation', pe.salutation,
			'givenName', pe.given_name,
			'familyName', pe.family_name,
			'email', pe.email,
			'locale', pe.locale,
			'textSize', pe.text_size,
			'contrast', pe.contrast
		),
		'posts', x.posts,
		'lacksSecondFactor', private.needs_second_factor(s.person_id)
			and not exists (select from private.second_factors f where f.person_id = s.person_id),
		'kept', (
			select coalesce(jsonb_agg(distinct k.path), '[]')
			from private.kept_forms k
			where k.person_id = s.person_id
		),
		'authority', (
			select private.authority_document(a)
			from public.authorities a
			where a.id = (x.posts -> 0 ->> 'authorityId')::uuid
		)
	)
	from private.sessions s join public.people pe on pe.id = s.person_id
	cross join lateral (select private.posts_of(s.person_id) as posts) x
	where s.id_hash = p_id_hash and (s.ended_at is null or s.ended_at > private.now() - interval '1 day')
$$;
comment on function public.session_find(text) is
	'Session, person, posts, pages with kept forms and authority in one look; expired ones too (the '
	'caller compares expiresAt), and ended ones for a day (isEnded): whose typed text is to be kept. A '
	'day, since a stolen one may be why it was ended. Definer: secrets.';

create function public.kept_form_find(p_person uuid, p_path text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select fields
	from private.kept_forms
	where person_id = p_person and path = p_path and created_at > private.now() - interval '30 days'
	order by created_at desc limit 1
$$;
comment on function public.kept_form_find(uuid, text) is 'The kept form of a page; a reload shows it again.';

create function private.posts_of(p_person uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', p.id,
				'kind', x.kind,
				'title', p.title,
				'capacity', x.capacity,
				'organisationId', o.id,
				'organisationName', o.name,
				'authorityId', p.authority_id,
				'endsOn', x.ends_on,
				'forPerson', private.name_of(x.for_person_id)
			)
			order by x.capacity = 'assistant', x.capacity = 'deputy', p.created_at, p.id, x.for_person_id
		),
		'[]'
	)
	from (
		select h.post_id, p.kind, h.capacity, h.ends_on, null::uuid as for_person_id
		from public.holdings h
		join public.posts p on p.id = h.post_id
		where h.person_id = p_person and private.is_current(h) and p.abolished_on is null
		union all
		select a.post_id, a.kind, 'assistant', a.ends_on, a.for_person_id
		from private.assisted_posts(p_person) a
	) x
	join public.posts p on p.id = x.post_id join public.organisations o on o.id = p.organisation_id
$$;
comment on function private.posts_of(uuid) is
	'The posts a person holds today and those in which one assists (capacity assistant, forPerson), for '
	'the session.';

create function private.proof_lasts() returns interval
language sql immutable set search_path = '' as $$ select interval '15 minutes' $$;
comment on function private.proof_lasts() is
	'How long a sign-in, or a code typed since, lets one do what would lock the owner of an account out.';

create function private.require_proof(p_person uuid, p_session uuid) returns void
language plpgsql stable security definer set search_path = '' as $$
begin
	if not private.is_proven(p_person, p_session) then
		raise exception 'errors_prove_first' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.require_proof(uuid, uuid) is
	'Whoever sits down at a screen that somebody left signed in gets no lasting way in: password, address, '
	'second factor, tokens, feeds and assistants take a fresh proof of this session. RULED. Definer: '
	'sessions are granted to nobody.';

create function public.is_session_proven(p_person uuid, p_session uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select private.is_proven(p_person, p_session)
$$;
comment on function public.is_session_proven(uuid, uuid) is
	'Asked where what is remembered of a session says no. Definer and for the server only.';

create function private.is_proven(p_person uuid, p_session uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from private.sessions s
		where s.public_id = p_session
			and s.person_id = p_person
			and s.ended_at is null
			and s.expires_at > private.now()
			and coalesce(s.proven_at, s.created_at) > private.now() - private.proof_lasts()
	)
$$;
comment on function private.is_proven(uuid, uuid) is
	'Whether the person of a session signed in, or typed a fresh code, within the last quarter of an '
	'hour.';

create function private.audit_session() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.audit(
		null, new.person_id, case when new.ended_at is null then 'signed_in' else 'session_ended' end
	);
	return null;
end
$$;
comment on function private.audit_session() is
	'Sign-ins and ended sessions, whichever way they came about. Definer: as private.audit.';

create function private.tell_session_ended() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform pg_notify('session_ended', old.id_hash);
	return null;
end
$$;
comment on function private.tell_session_ended() is
	'Tells every process to forget a session that has ended or is gone, as soon as that is true. A hash opens '
	'nothing.';
