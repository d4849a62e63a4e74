-- Verbs of personal access tokens: what changes something.

create function private.add_access_token(
	p_name text, p_token_hash text, p_scopes text[], p_days integer, p_session uuid
) returns uuid
language plpgsql volatile security definer set search_path = '' as $$
declare v_id uuid; v_person uuid := private.person_id();
begin
	perform private.require(v_person is not null);
	perform private.require_proof(v_person, p_session);
	perform private.require_choice('days', p_days between 1 and 365);
	perform private.require_choice(
		'scopes', coalesce(cardinality(p_scopes), 0) > 0 and p_scopes <@ array['read', 'reports', 'calls']
	);
	perform pg_advisory_xact_lock(hashtextextended('tokens ' || v_person, 0));
	select t.id
	into v_id
	from private.access_tokens t
	where t.token_hash = p_token_hash and t.person_id = v_person and t.name = btrim(p_name)
		and t.revoked_at is null;
	if found then
		return v_id;
	end if;
	if (
		select count(*)
		from private.access_tokens t
		where t.person_id = v_person and t.revoked_at is null and t.expires_at > private.now()
	) >= 20
	then
		raise exception 'errors_too_many_tokens' using errcode = 'RULED';
	end if;
	insert into private.access_tokens (person_id, name, token_hash, scopes, expires_at)
	values (v_person, btrim(p_name), p_token_hash, p_scopes, private.now() + p_days * interval '1 day')
	on conflict do nothing
	returning id
	into v_id;
	perform private.require(v_id is not null);
	perform private.audit(
		null, v_person, 'token_made',
		jsonb_build_object(
			'scopes', p_scopes,
			'days', p_days
		)
	);
	return v_id;
end
$$;
comment on function private.add_access_token(text, text, text[], integer, uuid) is
	'For oneself only, with a fresh proof, twenty at most. The secret comes from the form: sent again, it '
	'is the same token. Definer: the table is granted to nobody.';
grant execute on function private.add_access_token(text, text, text[], integer, uuid) to authenticated;

create function private.revoke_access_token(p_id uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	update private.access_tokens
	set revoked_at = private.now()
	where id = p_id and person_id = private.person_id() and revoked_at is null;
	perform private.require(found);
	perform private.audit(null, private.person_id(), 'token_revoked', '{}');
end
$$;
comment on function private.revoke_access_token(uuid) is
	'Ends one''s own token at once. Definer: the table is granted to nobody.';
grant execute on function private.revoke_access_token(uuid) to authenticated;

create function public.add_access_token(
	p_name text, p_token_hash text, p_scopes text[], p_days integer, p_session uuid
) returns uuid
language sql volatile
set search_path = '' as $$
select private.add_access_token(p_name, p_token_hash, p_scopes, p_days, p_session) $$;
comment on function public.add_access_token(text, text, text[], integer, uuid) is
	'Makes a token; its secret is kept by nobody. The same hash twice is one token; NOTFD for one that is '
	'taken or was ended. RULED: twenty are enough.';
grant execute on function public.add_access_token(text, text, text[], integer, uuid) to authenticated;

create function public.revoke_access_token(p_id uuid) returns void
language sql volatile set search_path = '' as $$ select private.revoke_access_token(p_id) $$;
comment on function public.revoke_access_token(uuid) is 'Ends a token at once. NOTFD for another''s.';
grant execute on function public.revoke_access_token(uuid) to authenticated;

create function public.access_token_find(p_token_hash text) returns jsonb
language plpgsql volatile security definer set search_path = '' as $$
declare t private.access_tokens;
begin
	select *
	into t
	from private.access_tokens
	where token_hash = p_token_hash and revoked_at is null and expires_at > private.now();
	if t.id is null then
		return null;
	end if;
	perform private.note_use(t.person_id);
	update private.access_tokens
	set used_at = private.now()
	where id = t.id and (used_at is null or used_at < private.now() - interval '1 minute');
	return (
		select jsonb_build_object(
			'personId', pe.id,
			'scopes', t.scopes,
			'posts', x.posts,
			'authority', (
				select private.authority_document(a)
				from public.authorities a
				where a.id = (x.posts -> 0 ->> 'authorityId')::uuid
			)
		)
		from public.people pe
		cross join lateral (select private.posts_of(pe.id) as posts) x
		where pe.id = t.person_id
	);
end
$$;
comment on function public.access_token_find(text) is
	'Whose token this is and what it may; null for none, an expired or a revoked one. Definer and for '
	'the server only: secrets.';
