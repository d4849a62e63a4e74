-- Pages of reports of barriers: what is read.

create function public.list_barrier_reports(p_authority uuid) returns table (
	number text, page text, message text, contact text, received_at timestamptz, due_on date, answer text,
	answered_at timestamptz
)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner,administrator}')));
	return query select b.number, b.page, b.message, b.contact, b.received_at, b.due_on, b.answer, b.answered_at
		from public.barrier_reports b where b.authority_id = p_authority
		order by b.answered_at is not null, case when b.answered_at is null then b.due_on end,
			b.received_at desc
		limit 100;
end
$$;
comment on function public.list_barrier_reports(uuid) is
	'Barrier reports, unanswered first by due date, then the newest answered. NOTFD for everybody but '
	'planners and administrators.';
grant execute on function public.list_barrier_reports(uuid) to authenticated;
