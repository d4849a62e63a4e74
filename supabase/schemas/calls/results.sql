-- Results: what a published call says to whom: what is read.

create function private.reads_result(c public.calls) returns boolean
language sql stable security definer set search_path = '' as $$
	select coalesce(
		c.audience = 'public'
			or c.audience = 'asked'
				and (
					c.authority_id in (select private.my_authorities('{planner}'))
						or c.id in (select private.addressed_calls())
				),
		false
	)
$$;
comment on function private.reads_result(public.calls) is
	'May the person read the result of this call? As the planner chose at its publication: everybody, or who '
	'was asked. Definer: asked for guests too.';

create function private.reads_what_came(p_call uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.calls c
		where c.id = p_call and (private.plans_call(c.id) or private.reads_result(c))
	)
$$;
comment on function private.reads_what_came(uuid) is
	'May the person read what came of a call, and the files beside it? Whoever may read the result; planners '
	'before it is published too. Definer: asked for guests too.';
grant execute on function private.reads_what_came(uuid) to anon, authenticated;

create function private.result_of(c public.calls, p_circle text) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'call', private.call_head(c),
		'audience', c.audience,
		'summary', v.versions -> -1 ->> 'summary',
		'versions', v.versions,
		'canCorrect', false,
		'files', private.files_of_call(c.id),
		'publishedAt', s.created_at,
		'postTitle', (
			select p.title || ', ' || o.name
			from public.posts p
			join public.organisations o on o.id = p.organisation_id
			where p.id = coalesce(s.post_id, c.post_id)
		),
		'purpose', c.purpose,
		'asked', (
			select coalesce(jsonb_object_agg(x.kind, x.n), '{}')
			from (
				select o.kind, count(*) as n
				from public.call_addressees a
				join public.organisations o on o.id = a.organisation_id
				where a.authority_id = c.authority_id and a.call_id = c.id
				group by o.kind
			) x
		),
		'standings', (
			select coalesce(jsonb_object_agg(x.standing, x.n), '{}')
			from (
				select private.standing(
						a, false, exists (
							select
							from public.call_returns r
							where r.authority_id = a.authority_id and r.call_id = a.call_id and r.addressee_id = a.id
						)
					) as standing,
					count(*) as n
				from public.call_addressees a
				where a.authority_id = c.authority_id and a.call_id = c.id
				group by 1
			) x
		),
		'coverage', private.coverage(c.id),
		'said', (select k.said -> p_circle from private.of_kind('result', c.id) k)
	)
	from (select private.versions_of(c.id) as versions) v
	left join public.call_steps s on s.authority_id = c.authority_id
		and s.call_id = c.id
		and s.step = 'published'
		and s.audience is not null
$$;
comment on function private.result_of(public.calls, text) is
	'What is read of the result by everybody (p_circle: public) or by those who take part (participants). '
	'Organisations are counted and not named. Definer, granted to nobody: whoever calls it says first who may '
	'know.';

create function private.result_for_reader(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare c public.calls;
begin
	select * into c from public.calls x where x.authority_id = p_authority and x.slug = p_slug;
	if c.state = 'published'
		and c.audience is null
		and (private.plans_call(c.id) or c.id in (select private.addressed_calls()))
	then
		return null;
	end if;
	perform private.require(c.id is not null and private.reads_result(c));
	return private.result_of(
		c, case
			when p_authority in (select private.my_authorities(private.participating_kinds())) then 'participants'
			else 'public'
		end
	) || jsonb_build_object('canCorrect', private.plans_call(c.id));
end
$$;
comment on function private.result_for_reader(uuid, text) is
	'The result of a call for whoever may read it, NOTFD for all others, whether it exists or not; null for who '
	'was asked, or plans, when it was published before there were results. Definer: calls are granted to nobody '
	'signed out.';
grant execute on function private.result_for_reader(uuid, text) to anon, authenticated;

create function public.call_result(p_authority uuid, p_slug text) returns jsonb
language sql stable set search_path = '' as $$
	select private.result_for_reader(p_authority, p_slug)
$$;
comment on function public.call_result(uuid, text) is 'The page of a published call.';
grant execute on function public.call_result(uuid, text) to anon, authenticated;

create function private.way_to_call(p_authority uuid, p_slug text) returns text
language sql stable security definer set search_path = '' as $$
	select case
		when private.plans_call(c.id) then 'response'
		when c.id in (select private.addressed_calls()) then 'reply'
		when private.reads_result(c) then 'result'
	end
	from public.calls c
	where c.authority_id = p_authority and c.slug = p_slug
$$;
comment on function private.way_to_call(uuid, text) is
	'Which page of a call is the person''s: the ledger for planners, the reply for who is asked, the result for '
	'all others who may read it; null for none. Definer: calls are granted to who is asked only.';
grant execute on function private.way_to_call(uuid, text) to authenticated;

create function public.call_way(p_authority uuid, p_slug text) returns text
language plpgsql stable set search_path = '' as $$
declare v_way text := private.way_to_call(p_authority, p_slug);
begin
	perform private.require(v_way is not null);
	return v_way;
end
$$;
comment on function public.call_way(uuid, text) is
	'Which page of a call its short address leads to: response, reply, result. NOTFD for who may read none.';
grant execute on function public.call_way(uuid, text) to authenticated;

create function private.results_for_reader(p_authority uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'kind', c.kind,
				'slug', c.slug,
				'title', c.title,
				'publishedAt', c.published_at,
				'audience', c.audience
			)
			order by c.published_at desc, c.id
		),
		'[]'
	)
	from (
		select *
		from public.calls x
		where x.authority_id = p_authority and x.audience is not null and private.reads_result(x)
		order by x.published_at desc, x.id
		limit 100
	) c
$$;
comment on function private.results_for_reader(uuid) is
	'The results that the person may read, the newest hundred first. Definer: see result_for_reader.';
grant execute on function private.results_for_reader(uuid) to anon, authenticated;

create function public.call_results(p_authority uuid) returns jsonb
language sql stable set search_path = '' as $$
	select private.results_for_reader(p_authority)
$$;
comment on function public.call_results(uuid) is 'Which results there are to read, for everybody.';
grant execute on function public.call_results(uuid) to anon, authenticated;

create function private.result_previews(p_call uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	select jsonb_build_object(
		'public', private.result_of(c, 'public'),
		'asked', private.result_of(c, 'participants')
	)
	from public.calls c where c.id = p_call and private.plans_call(c.id)
$$;
comment on function private.result_previews(uuid) is
	'The result as each audience would read it, before it is published; planners only. Definer: see result_of.';
grant execute on function private.result_previews(uuid) to authenticated;

create function public.call_publication(p_authority uuid, p_slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	return jsonb_build_object(
		'options', public.call_step_options(p_authority, p_slug),
		'previews', private.result_previews(c.id)
	);
end
$$;
comment on function public.call_publication(uuid, text) is
	'Before a call is published: what stands in the way, and how the result will read.';
grant execute on function public.call_publication(uuid, text) to authenticated;
