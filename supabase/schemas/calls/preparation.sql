-- Preparing a call and the steps taken with it: whom it reaches, what there is to choose from: what is read.

-- Who is reached: the same people that recipients() writes to, counted for a whole authority at once.
create function private.reach_in(p_authority uuid) returns table (
	organisation_id uuid, people integer, posts jsonb
)
language sql stable security definer set search_path = '' as $$
	select o.id, count(distinct x.person_id)::integer,
	coalesce(jsonb_agg(distinct p.title) filter (where x.person_id is not null), '[]')
	from public.organisations o
	left join public.posts p on p.authority_id = o.authority_id
		and p.organisation_id = o.id
		and p.kind = any (private.writing_kinds())
		and p.abolished_on is null
	left join lateral (
		select h.person_id
		from public.holdings h
		where h.post_id = p.id
			and private.is_current(h)
			and (
				h.capacity = 'holder'
					or not exists (
						select
						from public.holdings y
						where y.post_id = p.id and y.capacity = 'holder' and private.is_current(y)
					)
			)
	) x on true
	where o.authority_id = p_authority and p_authority in (select private.my_authorities('{planner}'))
	group by o.id
$$;
comment on function private.reach_in(uuid) is
	'How many people a mail to each organisation reaches, and the titles of their posts; nothing for '
	'who does not plan. Definer: the policies of holdings ask row by row.';
grant execute on function private.reach_in(uuid) to authenticated;

create function private.askable_in(p_authority uuid) returns table (
	id uuid, name text, kind text, people integer, posts jsonb
)
language sql stable set search_path = '' as $$
	select o.id, o.name, o.kind, coalesce(r.people, 0), coalesce(r.posts, '[]')
	from public.organisations o
	left join private.reach_in(p_authority) r on r.organisation_id = o.id
	where o.authority_id = p_authority and o.kind not in ('authority', 'office')
$$;
comment on function private.askable_in(uuid) is
	'Whom a call can be addressed to, and whom a mail would reach.';
grant execute on function private.askable_in(uuid) to authenticated;

create function private.meetings_of_call(p_call uuid, p_until timestamptz default null) returns jsonb
language sql stable security definer set search_path = '' as $$
	select case when private.plans_call(p_call) then private.meeting_check(p_call, p_until) end
$$;
comment on function private.meetings_of_call(uuid, timestamptz) is
	'The session check before a step is taken. Definer: meeting_check is granted to nobody; planners '
	'only.';
grant execute on function private.meetings_of_call(uuid, timestamptz) to authenticated;

create function private.lacks_meetings(p_call uuid, p_until timestamptz default null) returns boolean
language sql stable security definer set search_path = '' as $$
	select private.plans_call(p_call) and private.lack_meetings(p_call, p_until)
$$;
comment on function private.lacks_meetings(uuid, timestamptz) is
	'Is a word wanted on sessions outside the window? Definer: see meetings_of_call.';
grant execute on function private.lacks_meetings(uuid, timestamptz) to authenticated;

create function public.call_preparation(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'coveringText', c.covering_text,
			'purpose', c.purpose,
			'legalBasis', c.legal_basis,
			'readers', c.readers,
			'retention', c.retention,
			'postId', c.post_id,
			'previous', (
				select jsonb_build_object(
					'slug', p.slug,
					'title', p.title
				)
				from public.calls p
				where p.id = c.previous_id
			),
			'posts', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', p.id,
							'title', p.title,
							'organisationName', o.name,
							'phone', p.phone,
							'holder', (
								select private.name_of(h.person_id)
								from public.holdings h
								where h.post_id = p.id and private.is_current(h)
								order by h.capacity desc
								limit 1
							)
						)
						order by o.kind, o.name, p.title
					),
					'[]'
				)
				from public.posts p
				join public.organisations o on o.id = p.organisation_id
				where p.authority_id = p_authority and p.kind = 'planner' and p.abolished_on is null
			),
			'fields', private.fields_of_call(c.id),
			'form', private.form_of_call(c.id),
			'addressees', (
				select coalesce(jsonb_agg(a.organisation_id order by a.organisation_name), '[]')
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'legalBases', (
				select coalesce(
					jsonb_object_agg(a.organisation_id, a.legal_basis) filter (where a.legal_basis is not null), '{}'
				)
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'organisations', (
				select coalesce(jsonb_agg(to_jsonb(o) order by o.name), '[]')
				from private.askable_in(p_authority) o
			),
			'circles', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', x.id,
							'name', x.name,
							'organisations', (
								select coalesce(jsonb_agg(y.organisation_id), '[]')
								from public.circle_members y
								where y.circle_id = x.id
							)
						)
						order by x.name
					),
					'[]'
				)
				from public.circles x
				where x.authority_id = p_authority
			),
			'meetings', private.meetings_of_call(c.id),
			'lacksMeetings', private.lacks_meetings(c.id)
		);
end
$$;
comment on function public.call_preparation(uuid, text) is
	'Everything the pages read on which a call is prepared: its parts, what there is to choose from, '
	'whom it reaches, the session check.';
grant execute on function public.call_preparation(uuid, text) to authenticated;

create function public.call_reach(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'addressees', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', a.id,
							'organisationName', a.organisation_name,
							'isAnswered', a.answered_at is not null,
							'dueAt', coalesce(a.due_at, c.closes_at),
							'people', coalesce(r.people, 0),
							'posts', coalesce(r.posts, '[]')
						)
						order by a.organisation_name
					),
					'[]'
				)
				from public.call_addressees a
				left join private.reach_in(p_authority) r on r.organisation_id = a.organisation_id
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'others', (
				select coalesce(jsonb_agg(to_jsonb(o) order by o.name), '[]')
				from private.askable_in(p_authority) o
				where not exists (
					select from public.call_addressees a where a.call_id = c.id and a.organisation_id = o.id
				)
			)
		);
end
$$;
comment on function public.call_reach(uuid, text) is
	'Whom a mail to each addressee would reach, and who could still be asked: the preview before '
	'anything is sent.';
grant execute on function public.call_reach(uuid, text) to authenticated;

create function public.call_step_options(
	p_authority uuid, p_slug text, p_until timestamptz default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return private.call_head(c)
		|| jsonb_build_object(
			'addressees', (
				select count(*)
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id
			),
			'silent', (
				select coalesce(
					jsonb_agg(
						jsonb_build_object(
							'id', a.id,
							'organisationName', a.organisation_name,
							'dueAt', coalesce(a.due_at, c.closes_at),
							'isOverdue', coalesce(a.due_at < private.now(), false),
							'extension', a.extension
						)
						order by a.organisation_name
					),
					'[]'
				)
				from public.call_addressees a
				where a.authority_id = p_authority and a.call_id = c.id and a.answered_at is null
			),
			'fields', private.answered_by_field(c.id),
			'obstacles', (
				select coalesce(jsonb_agg(k.said::jsonb), '[]')
				from private.of_kind('obstacles', c.id) k
			),
			'meetings', case when c.state = 'open' then private.meetings_of_call(c.id, p_until) end
		);
end
$$;
comment on function public.call_step_options(uuid, text, timestamptz) is
	'Before a call is prolonged, closed or published: who has not answered, how many have for each field, what '
	'its kind knows to stand in the way, the session check until p_until (or the end of the window).';
grant execute on function public.call_step_options(uuid, text, timestamptz) to authenticated;
