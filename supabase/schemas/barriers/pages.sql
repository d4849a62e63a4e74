-- Pages of reports of barriers: what is read.

create function public.list_barrier_reports(p_authority uuid) returns setof public.barrier_reports
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner,administrator}')));
	return query select b.* from public.barrier_reports b where b.authority_id = p_authority
		order by b.answered_at is not null, case when b.answered_at is null then b.due_on end,
			b.received_at desc
		limit 100;
end
$$;
comment on function public.list_barrier_reports(uuid) is
	'Barrier reports, unanswered first by due date, then the newest answered. NOTFD for everybody but '
	'planners and administrators.';
grant execute on function public.list_barrier_reports(uuid) to authenticated;

create function public.mail_barrier_report(p_id uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'number', b.number,
		'dueOn', b.due_on,
		'authority', private.authority_document(a),
		'recipients', (
			select coalesce(jsonb_agg(distinct r.value), '[]')
			from public.organisations o
			cross join lateral jsonb_array_elements(private.recipients(o.id, '{planner,administrator}')) r
			where o.authority_id = b.authority_id and o.kind = 'authority'
		)
	)
	from public.barrier_reports b join public.authorities a on a.id = b.authority_id where b.id = p_id
$$;
comment on function public.mail_barrier_report(uuid) is
	'Number, due date and recipients of the news about a barrier report. Definer: see above.';
