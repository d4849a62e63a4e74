-- Rules of the start page: who may, what must be true, what follows.

create function private.duties_of(p_posts uuid[]) returns table (post_id uuid, duties integer)
language sql stable security definer set search_path = '' as $$
	select p.id,
	(
		case
			when p.kind = 'planner'
				and o.kind = 'authority'
					then (
						select count(*)
						from (
							select
							from public.need_reports r
							where r.authority_id = p.authority_id and r.final_at is null
							limit 500
						) x
					)
			when p.kind = 'planner'
				then (select count(*) from public.need_reports r where r.office_id = o.id and r.final_at is null)
			when p.kind = any (private.writing_kinds())
				then (
					select count(*)
					from public.need_reports r
					where r.authority_id = p.authority_id
						and r.organisation_id = o.id
						and (r.state = 'clarification' or r.gap_asked_at is not null and r.gap_answered_at is null)
				) + (
					select count(*)
					from public.call_addressees a
					join public.calls c on c.id = a.call_id and c.state = 'open'
					where a.organisation_id = o.id and a.answered_at is null
				)
			else 0
		end + case when p.kind = 'planner' then (
			select count(*)
			from public.calls c
			where c.authority_id = p.authority_id and c.post_id = p.id and c.state = 'open'
		) else 0 end
	)::integer
	from public.posts p join public.organisations o on o.id = p.organisation_id
	where p.id = any (p_posts) and p.authority_id in (select private.my_authorities())
$$;
comment on function private.duties_of(uuid[]) is
	'What waits for posts: unanswered reports; open questions; an open call for the post responsible '
	'and for those who write for an addressee. Never what an organisation is still writing. Definer: '
	'counts for administrators, who see no reports.';
grant execute on function private.duties_of(uuid[]) to authenticated;
