-- Pages of organisations, posts, terms and invitations: what is read.

create function public.invitation_find(p_token_hash text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'email', i.email,
		'salutation', i.salutation,
		'givenName', i.given_name,
		'familyName', i.family_name,
		'capacity', i.capacity,
		'startsOn', i.starts_on,
		'endsOn', i.ends_on,
		'postTitle', p.title,
		'organisationName', o.name,
		'authorityName', a.name,
		'invitedBy', (
			select concat_ws(' ', x.salutation, x.family_name) from public.people x where x.id = i.invited_by
		),
		'expiresAt', i.expires_at,
		'isOpen', i.accepted_at is null and i.revoked_at is null and i.expires_at > private.now()
	)
	from public.invitations i
	join public.posts p on p.id = i.post_id
	join public.organisations o on o.id = p.organisation_id
	join public.authorities a on a.id = i.authority_id where i.token_hash = p_token_hash
$$;
comment on function public.invitation_find(text) is
	'What an invitation link shows before one accepts. Definer: the guest is nobody yet.';

create function private.holdings_document(p_post uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', h.id,
				'personName', concat_ws(' ', pe.salutation, pe.given_name, pe.family_name),
				'email', private.address_of(pe.id),
				'capacity', h.capacity,
				'startsOn', h.starts_on,
				'endsOn', h.ends_on,
				'endedAt', h.ended_at,
				'isCurrent', private.is_current(h)
			)
			order by private.is_current(h) desc, h.capacity desc, h.starts_on desc
		),
		'[]'
	)
	from public.holdings h join public.people pe on pe.id = h.person_id where h.post_id = p_post
$$;
comment on function private.holdings_document(uuid) is 'Holders and deputies of a post, present ones first.';
grant execute on function private.holdings_document(uuid) to authenticated;

create function public.administration(p_authority uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{administrator}')));
	return jsonb_build_object(
		'organisations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', o.id,
						'name', o.name,
						'kind', o.kind,
						'posts', x.posts,
						'vacant', x.vacant
					)
					order by array_position(
							array[
								'authority', 'office', 'municipality', 'association', 'advisory_council',
								'welfare_umbrella', 'member_association', 'provider'
							],
							o.kind
						),
						o.name
				),
				'[]'
			)
			from public.organisations o
			cross join lateral (
				select count(*) as posts,
					count(*) filter (
						where not exists (
							select
							from public.holdings h
							where h.post_id = p.id and h.capacity = 'holder' and private.is_current(h)
						)
					) as vacant
				from public.posts p
				where p.organisation_id = o.id and p.abolished_on is null
			) x
			where o.authority_id = p_authority
		),
		'vacant', (
			select coalesce(jsonb_agg(to_jsonb(v)), '[]')
			from (
				select id, title, organisation_id as "organisationId",
					organisation_name as "organisationName", duties, deputy
				from private.vacancies(p_authority)
				order by duties desc, organisation_name, title
				limit 50
			) v
		),
		'invitations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', i.id,
						'name', concat_ws(' ', i.salutation, i.given_name, i.family_name),
						'email', i.email,
						'postTitle', p.title,
						'expiresAt', i.expires_at,
						'isExpired', i.expires_at <= private.now()
					)
					order by i.created_at desc
				),
				'[]'
			)
			from public.invitations i
			join public.posts p on p.id = i.post_id
			join public.organisations o on o.id = p.organisation_id
			where i.authority_id = p_authority and i.accepted_at is null and i.revoked_at is null
		),
		'replyClock', (
			select jsonb_build_object(
				'interimDays', interim_days,
				'finalDays', final_days
			)
			from public.authorities
			where id = p_authority
		),
		'record', (
			select coalesce(jsonb_agg(to_jsonb(e)), '[]')
			from (
				select kind, subject, private.name_of(person_id) as "personName", created_at as at
				from public.administration_events
				where authority_id = p_authority
				order by id desc
				limit 20
			) e
		)
	);
end
$$;
comment on function public.administration(uuid) is
	'The administrator''s overview: organisations, vacant posts with their duties, open invitations, '
	'reply clock, record of rights.';
grant execute on function public.administration(uuid) to authenticated;

create function public.administration_of_organisation(p_id uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
declare o public.organisations;
begin
	select *
	into o
	from public.organisations
	where id = p_id and authority_id in (select private.my_authorities('{administrator}'));
	perform private.require(o.id is not null);
	return jsonb_build_object(
		'id', o.id,
		'name', o.name,
		'kind', o.kind,
		'place', o.place,
		'phone', o.phone,
		'email', o.email,
		'postalAddress', o.postal_address,
		'parent', (
			select jsonb_build_object(
				'id', x.id,
				'name', x.name
			)
			from public.organisations x
			where x.id = o.parent_id
		),
		'children', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', x.id,
						'name', x.name
					)
					order by x.name
				),
				'[]'
			)
			from public.organisations x
			where x.parent_id = o.id
		),
		'municipalities', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'name', m.name
					)
					order by m.name
				),
				'[]'
			)
			from public.municipalities m
			where m.administration_id = o.id
		),
		'posts', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', p.id,
						'title', p.title,
						'kind', p.kind,
						'phone', p.phone,
						'duties', (select d.duties from private.duties_of(array[p.id]) d),
						'holdings', private.holdings_document(p.id)
					)
					order by p.created_at, p.id
				),
				'[]'
			)
			from public.posts p
			where p.organisation_id = o.id and p.abolished_on is null
		),
		'assistants', private.assistants_of(o.id),
		'invitations', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', i.id,
						'name', concat_ws(' ', i.salutation, i.given_name, i.family_name),
						'email', i.email,
						'postTitle', p.title,
						'expiresAt', i.expires_at,
						'isExpired', i.expires_at <= private.now()
					)
					order by i.created_at desc
				),
				'[]'
			)
			from public.invitations i
			join public.posts p on p.id = i.post_id
			where p.organisation_id = o.id and i.accepted_at is null and i.revoked_at is null
		)
	);
end
$$;
comment on function public.administration_of_organisation(uuid) is
	'One organisation for the administrator: posts, holdings, invitations, assistants by name.';
grant execute on function public.administration_of_organisation(uuid) to authenticated;

create function public.my_organisations() returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', o.id,
				'name', o.name,
				'kind', o.kind,
				'place', o.place,
				'phone', o.phone,
				'email', o.email,
				'postalAddress', o.postal_address,
				'children', (
					select coalesce(jsonb_agg(x.name order by x.name), '[]')
					from public.organisations x
					where x.parent_id = o.id
				),
				'municipalities', (
					select coalesce(jsonb_agg(m.name order by m.name), '[]')
					from public.municipalities m
					where m.administration_id = o.id
				),
				'posts', (
					select coalesce(
						jsonb_agg(
							jsonb_build_object(
								'id', p.id,
								'title', p.title,
								'phone', p.phone,
								'duties', (select d.duties from private.duties_of(array[p.id]) d),
								'holdings', (
									select coalesce(
										jsonb_agg(
											jsonb_build_object(
												'personName', concat_ws(' ', pe.salutation, pe.given_name, pe.family_name),
												'capacity', h.capacity,
												'startsOn', h.starts_on,
												'endsOn', h.ends_on
											)
											order by h.capacity desc, h.starts_on
										),
										'[]'
									)
									from public.holdings h
									join public.people pe on pe.id = h.person_id
									where h.post_id = p.id and private.is_current(h)
								)
							)
							order by p.created_at, p.id
						),
						'[]'
					)
					from public.posts p
					where p.organisation_id = o.id and p.abolished_on is null
				)
			)
			order by o.name
		),
		'[]'
	)
	from public.organisations o where o.id in (select private.my_organisations())
$$;
comment on function public.my_organisations() is
	'The organisations one belongs to, with posts, holders and deputies; vacant posts have none.';
grant execute on function public.my_organisations() to authenticated;
