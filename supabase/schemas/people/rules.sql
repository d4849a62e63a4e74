-- Rules of people, their sign-in, sessions and accounts: who may, what must be true, what follows.

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

create function private.name_of(p_person uuid) returns text
language sql stable security definer set search_path = '' as $$
	select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = p_person
$$;
comment on function private.name_of(uuid) is
	'"Frau Kern", for ids found in rows that the reader may see. Definer: otherwise each name asks who '
	'may see whom.';
grant execute on function private.name_of(uuid) to authenticated;

create function private.is_proven(p_person uuid, p_session uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from private.sessions s
		where s.public_id = p_session
			and s.person_id = p_person
			and s.ended_at is null
			and s.expires_at > private.now()
			and coalesce(s.proven_at, s.created_at) > private.now() - interval '15 minutes'
	)
$$;
comment on function private.is_proven(uuid, uuid) is
	'Whether the person of a session signed in, or typed a fresh code, within the last quarter of an '
	'hour.';

-- Asked where a name is written, not of what is stored: a name of before must not keep its person from
-- signing in.
create function private.refuse_unreadable_name() returns trigger
language plpgsql set search_path = '' as $$
begin
	if concat(
		new.given_name, new.family_name
	) ~ '[[:cntrl:]\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]'
	then
		raise exception 'not valid' using errcode = 'INVAL', detail = '["familyName"]';
	end if;
	return new;
end
$$;
comment on function private.refuse_unreadable_name() is
	'A name stands in lists, mails and chronicles: nothing in it is unseen or turns the direction. '
	'Joiners stay, some scripts need them. The forms ask the same. INVAL.';

create function private.dormancy() returns table (unused interval, notice interval)
language sql immutable set search_path = '' rows 1 as $$
	select interval '24 months', interval '30 days'
$$;
comment on function private.dormancy() is
	'After how long without use an account is deleted, and how long ahead its person is told. The one '
	'place to change it.';

create function private.last_used(pe public.people) returns timestamptz
language sql immutable set search_path = '' as $$
	select greatest(pe.visited_at, pe.used_at, pe.created_at)
$$;
comment on function private.last_used(public.people) is
	'When an account was last used: signed in to, gone on with, acted for by a program, or else made.';

create function private.is_dormant(pe public.people, p_before interval) returns boolean
language sql stable set search_path = '' as $$
	select private.last_used(pe) < private.now() - (select unused from private.dormancy()) + p_before
		and not exists (
			select
			from public.holdings h
			join public.authorities a on a.id = h.authority_id
			where h.person_id = pe.id and a.is_sample
		)
$$;
comment on function private.is_dormant(public.people, interval) is
	'Whether nobody used it for so long, or will have not by then. People of a sample authority stay.';

create function private.needs_second_factor(p_person uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.holdings h
		join public.posts p on p.id = h.post_id
		join public.authorities a on a.id = p.authority_id
		where h.person_id = p_person
			and private.is_current(h)
			and p.abolished_on is null
			and p.kind in ('planner', 'administrator')
			and not a.is_sample
	)
$$;
comment on function private.needs_second_factor(uuid) is
	'Whether a post the person holds today asks for a second factor.';

create function private.audit_wrong_code() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.audit_failed_sign_in(split_part(new.key, ':', 3), new.count);
	return null;
end
$$;
comment on function private.audit_wrong_code() is
	'Where wrong tries of an account are counted they are recorded. Definer: as private.audit.';

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

grant select (id, salutation, given_name, family_name) on public.people to authenticated;
grant update (salutation, given_name, family_name, locale, text_size, contrast)
on public.people to authenticated;
create policy "people read the people around them" on public.people for select to authenticated using (
	id = (select private.person_id()) or exists (select from public.holdings h where h.person_id = people.id)
);
create policy "people change their own settings" on public.people for update to authenticated
	using (id = (select private.person_id())) with check (id = (select private.person_id()));
create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.people
	for each row execute function private.refuse_unreadable_name();

create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.invitations
	for each row execute function private.refuse_unreadable_name();

create trigger audit_wrong_code after insert or update of count on private.throttles
	for each row when (new.key like 'wrong:account:%' or new.key like 'failed:account:%')
	execute function private.audit_wrong_code();

create trigger audit_start after insert on private.sessions
	for each row execute function private.audit_session();
create trigger audit_end after update of ended_at on private.sessions
	for each row when (old.ended_at is null and new.ended_at is not null)
	execute function private.audit_session();

create trigger refuse_unreadable_name before insert or update of given_name, family_name on public.assistances
	for each row execute function private.refuse_unreadable_name();
