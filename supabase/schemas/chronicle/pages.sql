-- Pages of the chronicle: what is read.

create function public.list_events(p_authority uuid, p_after bigint)
returns table (
	id bigint, kind text, created_at timestamptz, post_title text, subject_kind text, subject_id uuid
)
language sql stable set search_path = '' as $$
	select e.id, e.kind, e.created_at, e.post_title, e.subject_kind, e.subject_id
	from public.events e
	where e.authority_id = p_authority and e.id > p_after
		and (
			e.created_at < private.now() - interval '1 day'
				or age(e.xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid)
		)
	order by e.id limit 101
$$;
comment on function public.list_events(uuid, bigint) is
	'The chronicle by its key, oldest first: 100 rows and one more. Left out are rows written after the '
	'oldest transaction that still runs began; the next call tells them. None runs for a day, and '
	'numbers of transactions come round again.';
grant execute on function public.list_events(uuid, bigint) to authenticated;
