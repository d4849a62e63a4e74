-- Pages of the pool of needs, their settlement, whether the gap is closed: what is read.

create function private.need_counts(p_needs uuid[]) returns table (
	need_id uuid, reports bigint, unanswered bigint, gaps bigint
)
language sql stable security definer set search_path = '' rows 12 as $$
	select n.id, count(r.id), count(r.id) filter (where r.final_at is null),
	count(r.id) filter (where r.gap_verdict in ('partly', 'no'))
	from public.needs n left join public.need_reports r on r.authority_id = n.authority_id and r.need_id = n.id
	where n.id = any (p_needs) and n.authority_id in (select private.my_authorities('{planner}')) group by n.id
$$;
comment on function private.need_counts(uuid[]) is
	'How many reports lead to each need, for planners. Definer: which need a report leads to is granted '
	'to nobody.';
grant execute on function private.need_counts(uuid[]) to authenticated;

create function private.reports_of_need(p_need uuid) returns setof uuid
language sql stable security definer set search_path = '' rows 5 as $$
	select r.id
	from public.needs n
	join public.need_reports r on r.authority_id = n.authority_id and r.need_id = n.id
	where n.id = p_need and n.authority_id in (select private.my_authorities('{planner}'))
$$;
comment on function private.reports_of_need(uuid) is
	'The reports of a need, for planners. Definer: see need_counts.';
grant execute on function private.reports_of_need(uuid) to authenticated;

create function public.need(p_number text) returns jsonb
language plpgsql stable set search_path = '' as $$
declare n public.needs := private.need_named(p_number);
begin
	return jsonb_build_object(
		'number', n.number,
		'title', n.title,
		'fieldOfAction', n.field_of_action,
		'openedAt', n.opened_at,
		'settledAt', n.settled_at,
		'reports', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'number', r.number,
						'title', r.title,
						'organisationName', r.organisation_name,
						'state', r.state,
						'decision', r.decision,
						'finalDueOn', r.final_due_on,
						'finalAt', r.final_at,
						'gapVerdict', r.gap_verdict,
						'gapAskedAt', r.gap_asked_at,
						'gapAnsweredAt', r.gap_answered_at,
						'gapSentence', (
							select g.sentence
							from public.need_report_gap_answers g
							where g.report_id = r.id and g.created_at = r.gap_answered_at
						)
					)
					order by r.received_at
				),
				'[]'
			)
			from public.need_reports r
			where r.id in (select private.reports_of_need(n.id))
		),
		'settlements', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'outcome', s.outcome,
						'body', s.body,
						'at', s.created_at,
						'personName', private.name_of(s.person_id)
					)
					order by s.created_at
				),
				'[]'
			)
			from public.need_settlements s
			where s.authority_id = n.authority_id and s.need_id = n.id
		),
		'heir', private.heir_of(n.authority_id, n.id),
		'changes', private.changes_of_need(n.authority_id, n.id),
		'canSettle', n.settled_at is null
			and n.heir_id is null
			and (select c.reports > 0 and c.unanswered = 0 from private.need_counts(array[n.id]) c),
		'canReopen', n.settled_at is not null,
		'canRename', n.heir_id is null,
		'canMerge', n.heir_id is null and n.settled_at is null,
		'canSplit', n.heir_id is null
			and n.settled_at is null
			and (select c.reports > 1 from private.need_counts(array[n.id]) c),
		'canAnswer', private.answers_for(n.authority_id)
	);
end
$$;
comment on function public.need(text) is
	'One need of the pool with its reports and what was done. Planners only.';
grant execute on function public.need(text) to authenticated;

create function private.found_needs(p_authority uuid, p_search text) returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = '' rows 20 as $$
declare v_finds tsquery; v_likes tsquery;
begin
	if p_authority not in (select private.my_authorities('{planner}')) then
		return;
	end if;
	select s.finds, s.likes into v_finds, v_likes from private.search_for(p_search) s;
	return query
		select x.id, max(x.rank)
		from (
			select n.id, 9::real as rank
			from public.needs n
			where n.authority_id = p_authority and n.number = upper(btrim(p_search))
			union all
			select w.subject_id, ts_rank('{0.1, 0.3, 0.6, 1}', w.words, v_likes)
			from private.word_index w
			where w.authority_id = p_authority and w.subject_kind = 'need' and w.words @@ v_finds
		) x
		group by x.id;
end
$$;
comment on function private.found_needs(uuid, text) is
	'Ids of needs found by number or German words, with how close the words are; for planners. Definer: see '
	'add_words.';
grant execute on function private.found_needs(uuid, text) to authenticated;

create function private.needs_like(p_authority uuid, p_title text, p_field text) returns table (
	id uuid, likeness real
)
language plpgsql stable security definer set search_path = '' rows 10 as $$
declare v_query tsquery;
begin
	if p_authority not in (select private.my_authorities('{planner}')) then
		return;
	end if;
	select string_agg(distinct '''' || n.lexeme || '''', ' | ')::tsquery
	into v_query
	from private.names_of(p_title) n
	where n.lexeme not like '=%';
	return query
		select x.id, (x.spelling + x.words + case when x.is_same_field then 0.2 else 0 end)::real
		from (
			select n.id, n.opened_at, n.field_of_action = p_field as is_same_field,
				extensions.similarity(n.title, p_title) as spelling,
				coalesce(
					(
						select ts_rank('{0.1, 0.3, 0.6, 1}', i.words, v_query)
						from private.word_index i
						where i.subject_kind = 'need' and i.subject_id = n.id and i.is_shared
					),
					0
				) as words
			from public.needs n
			where n.authority_id = p_authority and n.settled_at is null and n.heir_id is null
		) x
		where x.spelling >= 0.4 or x.is_same_field and (x.spelling >= 0.25 or x.words >= 0.05)
		order by 2 desc, x.opened_at desc
		limit 8;
end
$$;
comment on function private.needs_like(uuid, text, text) is
	'The open needs that a report with this title may lead to, the likeliest first: titles alike, or the same '
	'field of action and words in common. Being of one field is not enough. For planners. Definer: see '
	'add_words.';
grant execute on function private.needs_like(uuid, text, text) to authenticated;

create function private.former_titles(p_authority uuid, p_need uuid, p_title text) returns text
language sql stable set search_path = '' as $$
	select string_agg(distinct c.old_title, ', ')
	from public.need_changes c
	where c.authority_id = p_authority
		and (c.need_id = p_need and c.kind = 'renamed' or c.other_id = p_need and c.kind = 'merged')
		and c.old_title <> p_title
$$;
comment on function private.former_titles(uuid, uuid, text) is
	'What a need was called before, and what the needs merged into it were called; null if nothing else.';
grant execute on function private.former_titles(uuid, uuid, text) to authenticated;

create function public.list_needs(
	p_authority uuid, p_state text default 'open', p_after text default null, p_search text default null
)
returns table (
	number text, title text, field_of_action text, opened_at timestamptz, settled_at timestamptz,
	reports bigint, unanswered bigint, gaps bigint, heir text, formerly text
)
language plpgsql stable set search_path = '' as $$
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	if not private.is_blank(p_search) then
		return query with found as materialized (select * from private.found_needs(p_authority, p_search)),
		shown as (
			select n.*, f.rank
			from found f
			join public.needs n on n.id = f.id
			where (p_state = 'all' or (n.settled_at is null) = (p_state = 'open'))
				and (p_state <> 'open' or n.heir_id is null)
				and (
					p_after is null
						or (f.rank, n.opened_at, n.id) < (
							select x.rank, a.opened_at, a.id
							from public.needs a
							join found x on x.id = a.id
							where a.number = p_after
						)
				)
			order by f.rank desc, n.opened_at desc, n.id desc
			limit 51
		)
		select n.number, n.title, n.field_of_action, n.opened_at, n.settled_at, c.reports, c.unanswered, c.gaps,
			(select h.number from public.needs h where h.id = n.heir_id),
			private.former_titles(p_authority, n.id, n.title)
		from shown n
		join private.need_counts(array(select s.id from shown s)) c on c.need_id = n.id
		order by n.rank desc, n.opened_at desc, n.id desc;
		return;
	end if;
	return query with shown as (
		select n.*
		from public.needs n
		where n.authority_id = p_authority
			and (p_state = 'all' or (n.settled_at is null) = (p_state = 'open'))
			and (p_state <> 'open' or n.heir_id is null)
			and (
				p_after is null
					or (n.opened_at, n.id) < (select a.opened_at, a.id from public.needs a where a.number = p_after)
			)
		order by n.opened_at desc, n.id desc
		limit 51
	)
	select n.number, n.title, n.field_of_action, n.opened_at, n.settled_at, c.reports, c.unanswered, c.gaps,
			(select h.number from public.needs h where h.id = n.heir_id),
			private.former_titles(p_authority, n.id, n.title)
	from shown n
	join private.need_counts(array(select s.id from shown s)) c on c.need_id = n.id
	order by n.opened_at desc, n.id desc;
end
$$;
comment on function public.list_needs(uuid, text, text, text) is
	'The pool: 50 rows and one more, newest first; with a search what fits best first. p_state: open, settled, '
	'all (with those merged into others). NOTFD for everybody but planners.';
grant execute on function public.list_needs(uuid, text, text, text) to authenticated;
