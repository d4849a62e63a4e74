-- Letters to whoever is named as assistant: whom they reach and what there is to say.

create function private.after_assistance() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.tell('{assistance}', new.authority_id, 'assistance', new.id);
	return null;
end
$$;
comment on function private.after_assistance() is
	'Whoever is named as assistant gets the link by mail. Definer: see tell.';
create trigger after_assistance after insert on public.assistances
	for each row when (new.token_hash is null) execute function private.after_assistance();

create function private.letters_of_assistances(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'id', s.id,
			'authority', private.authority_document(a)
		),
		jsonb_build_array(
			jsonb_build_object(
				'email', s.email,
				'locale', 'de'
			)
		)
	from private.notices n
	join public.assistances s on s.id = n.subject_id and s.authority_id = n.authority_id
	join public.authorities a on a.id = s.authority_id
	where n.id = any (p_notices) and private.is_offered(s);
end
$$;
comment on function private.letters_of_assistances(bigint[]) is
	'The assistant, while the offer is open. Nobody knows yet how they read.';
