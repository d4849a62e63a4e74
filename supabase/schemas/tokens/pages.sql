-- Pages of personal access tokens: what is read.

create function private.access_tokens_of_me() returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', t.id,
				'name', t.name,
				'scopes', t.scopes,
				'expiresAt', t.expires_at,
				'usedAt', t.used_at,
				'isExpired', t.expires_at <= private.now()
			)
			order by t.created_at desc
		),
		'[]'
	)
	from private.access_tokens t where t.person_id = private.person_id() and t.revoked_at is null
$$;
comment on function private.access_tokens_of_me() is
	'The person''s own tokens, without the secret. Definer: the table is granted to nobody.';
grant execute on function private.access_tokens_of_me() to authenticated;

create function public.my_access_tokens() returns jsonb
language sql stable set search_path = '' as $$ select private.access_tokens_of_me() $$;
comment on function public.my_access_tokens() is 'One''s own tokens.';
grant execute on function public.my_access_tokens() to authenticated;
