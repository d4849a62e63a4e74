-- Pages of assistances: who acts visibly for a member: what is read.

create function public.my_assistances() returns jsonb
language sql stable set search_path = '' as $$
	select jsonb_build_object(
		'holdings', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', h.id,
						'title', p.title,
						'organisationName', o.name,
						'endsOn', h.ends_on
					)
					order by p.created_at, p.id
				),
				'[]'
			)
			from public.holdings h
			join public.posts p on p.id = h.post_id
			join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id()
				and private.is_current(h)
				and p.abolished_on is null
				and p.kind not in ('planner', 'administrator')
		),
		'assistants', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', a.id,
						'name', concat_ws(' ', a.salutation, a.given_name, a.family_name),
						'email', a.email,
						'postTitle', p.title,
						'organisationName', o.name,
						'endsOn', least(a.ends_on, h.ends_on),
						'isAccepted', a.accepted_at is not null,
						'isExpired', a.accepted_at is null and a.expires_at <= private.now()
					)
					order by a.created_at desc
				),
				'[]'
			)
			from public.assistances a
			join public.holdings h on h.id = a.holding_id
			join public.posts p on p.id = h.post_id
			join public.organisations o on o.id = p.organisation_id
			where h.person_id = private.person_id()
				and private.is_current(h)
				and private.is_open(a.revoked_at, a.ends_on)
		),
		'members', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', a.id,
						'name', private.name_of(h.person_id),
						'postTitle', p.title,
						'organisationName', o.name,
						'endsOn', least(a.ends_on, h.ends_on)
					)
					order by a.accepted_at
				),
				'[]'
			)
			from public.assistances a
			join public.holdings h on h.id = a.holding_id
			join public.posts p on p.id = h.post_id
			join public.organisations o on o.id = p.organisation_id
			where a.assistant_id = private.person_id()
				and a.accepted_at is not null
				and private.is_open(a.revoked_at, a.ends_on)
				and private.is_current(h)
		)
	)
$$;
comment on function public.my_assistances() is
	'{holdings one may name assistants for, assistants one named, members one assists}, present ones '
	'only.';
grant execute on function public.my_assistances() to authenticated;

create function public.assistance_find(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'email', a.email,
		'salutation', a.salutation,
		'givenName', a.given_name,
		'familyName', a.family_name,
		'memberName', private.name_of(h.person_id),
		'postTitle', p.title,
		'organisationName', o.name,
		'authorityName', au.name,
		'canWrite', p.kind = any (private.writing_kinds()),
		'endsOn', least(a.ends_on, h.ends_on),
		'expiresAt', a.expires_at,
		'isOpen', private.is_offered(a)
	)
	from public.assistances a
	join public.holdings h on h.id = a.holding_id
	join public.posts p on p.id = h.post_id
	join public.organisations o on o.id = p.organisation_id
	join public.authorities au on au.id = a.authority_id
	where a.token_hash = p_token_hash
$$;
comment on function public.assistance_find(text) is
	'What the link of an assistance shows before one accepts. Definer: the guest is nobody yet.';

create function private.assistants_of(p_organisation uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', a.id,
				'name', concat_ws(' ', a.salutation, a.given_name, a.family_name),
				'memberName', private.name_of(h.person_id),
				'postTitle', p.title,
				'endsOn', least(a.ends_on, h.ends_on)
			)
			order by a.created_at
		),
		'[]'
	)
	from public.assistances a
	join public.holdings h on h.id = a.holding_id
	join public.posts p on p.id = h.post_id
	where p.organisation_id = p_organisation
		and private.is_open(a.revoked_at, a.ends_on)
		and private.is_current(h)
		and p.authority_id in (select private.my_authorities('{administrator}'))
$$;
comment on function private.assistants_of(uuid) is
	'Who assists whom in an organisation, names only, for its administrator. Definer: assistances are '
	'the member''s own.';
grant execute on function private.assistants_of(uuid) to authenticated;
