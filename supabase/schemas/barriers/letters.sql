-- Letters about barriers: whom they reach and what there is to say.

create function private.letters_of_barriers(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'number', b.number,
			'dueOn', b.due_on,
			'authority', private.authority_document(a)
		),
		(
			select coalesce(jsonb_agg(distinct r.value), '[]')
			from public.organisations o
			cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner,administrator}')) r
			where o.authority_id = b.authority_id and o.kind = 'authority'
		)
	from private.notices n
	join public.barrier_reports b on b.id = n.subject_id and b.authority_id = n.authority_id
	join public.authorities a on a.id = b.authority_id
	where n.id = any (p_notices);
end
$$;
comment on function private.letters_of_barriers(bigint[]) is
	'Planners and administrators of the authority itself are told of a barrier.';
