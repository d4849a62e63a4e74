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
