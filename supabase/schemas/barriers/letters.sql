-- Letters about barriers: whom they reach and what there is to say.

create function private.letters_of_barriers(p_notices bigint[])
returns table (notice_id bigint, facts jsonb, recipients jsonb)
language plpgsql stable set search_path = '' as $$
begin
	return query
	select n.id,
		jsonb_build_object(
			'reports', r.reports,
			'authority', private.authority_document(a)
		),
		(
			select coalesce(jsonb_agg(distinct r.value), '[]')
			from public.organisations o
			cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner,administrator}')) r
			where o.authority_id = n.authority_id and o.kind = 'authority'
		)
	from private.notices n
	join public.authorities a on a.id = n.authority_id
	cross join lateral (
		select jsonb_agg(
			jsonb_build_object(
				'number', b.number,
				'dueOn', b.due_on
			)
			order by b.received_at, b.number
		) as reports
		from public.barrier_reports b
		where b.authority_id = n.authority_id
			and b.id in (
				select x::uuid
				from jsonb_array_elements_text(
					coalesce(n.facts -> 'reports', jsonb_build_array(n.subject_id))
				) x
			)
	) r
	where n.id = any (p_notices) and r.reports is not null;
end
$$;
comment on function private.letters_of_barriers(bigint[]) is
	'Planners and administrators of the authority itself are told of barriers.';
