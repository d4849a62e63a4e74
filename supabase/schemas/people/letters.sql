-- Letters about accounts that nobody uses: whom they reach and what there is to say.

create function public.tell_dormant() returns void
language sql volatile security definer set search_path = '' as $$
	with found as materialized (
		select pe.id,
			(
				greatest(private.last_used(pe) + (d).unused, private.now() + (d).notice)
					at time zone 'Europe/Berlin'
			)::date as deleted_on,
			(
				select a.id
				from public.authorities a
				left join public.holdings h on h.authority_id = a.id and h.person_id = pe.id
				order by h.id is null, a.created_at
				limit 1
			) as authority_id
		from public.people pe cross join private.dormancy() d
		where private.is_dormant(pe, d.notice)
			and (pe.dormancy_noticed_at is null or pe.dormancy_noticed_at < private.last_used(pe))
	),
	noticed as (
		update public.people pe set dormancy_noticed_at = private.now() from found f where pe.id = f.id
	)
	select private.tell(
		'{dormant}', f.authority_id, 'person', f.id, jsonb_build_object('deletedOn', f.deleted_on)
	)
	from found f
$$;
comment on function public.tell_dormant() is
	'Nightly: tells people that the account is going to be deleted; the 30 days begin. Definer and for the '
	'server only.';

create function private.letters_of_dormant(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id, n.facts || jsonb_build_object('authority', private.authority_document(a)),
		jsonb_build_array(
			jsonb_build_object(
				'personId', pe.id,
				'email', pe.email,
				'locale', pe.locale,
				'salutation', pe.salutation,
				'familyName', pe.family_name
			)
		)
	from private.notices n
	join public.people pe on pe.id = n.subject_id
	join public.authorities a on a.id = n.authority_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_dormant(bigint[]) is 'The person whose account nobody uses.';
