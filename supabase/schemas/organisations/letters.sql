-- Letters of invitation: whom they reach and what there is to say.

create function private.after_invitation() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.tell('{invitation}', new.authority_id, 'invitation', new.id);
	return null;
end
$$;
comment on function private.after_invitation() is
	'Whoever is invited gets the link by mail. Definer: see tell.';
create trigger after_invitation after insert on public.invitations
	for each row when (new.token_hash is null) execute function private.after_invitation();

create function private.letters_of_invitations(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'id', i.id,
			'authority', private.authority_document(a)
		),
		jsonb_build_array(
			jsonb_build_object(
				'email', i.email,
				'locale', 'de'
			)
		)
	from private.notices n
	join public.invitations i on i.id = n.subject_id and i.authority_id = n.authority_id
	join public.authorities a on a.id = i.authority_id
	where n.id = any (p_notices)
		and i.accepted_at is null
		and i.revoked_at is null
		and i.expires_at > private.now();
end
$$;
comment on function private.letters_of_invitations(bigint[]) is
	'The guest, while the invitation is open. Nobody knows yet how they read.';
