-- Reading what was submitted in a round: by organisation, by section, by words. Planners read all of it from
-- the hour it is submitted, addressees their own and, by rounds.reading, that of others.

create function private.submitted_to_read(p_call uuid) returns setof public.statements
language plpgsql stable security definer set search_path = '' rows 50 as $$
declare
	v_all boolean := private.plans_call(p_call) or p_call in (select private.rounds_to_read());
	v_rooms uuid[] := array(select private.my_rooms());
begin
	return query
	select s.*
	from public.calls c
	join public.statements s on s.authority_id = c.authority_id and s.call_id = c.id
	where c.id = p_call and s.state = 'submitted' and (v_all or s.organisation_id = any (v_rooms));
end
$$;
comment on function private.submitted_to_read(uuid) is
	'The submitted statements of a round that the person may read, corrected ones too. Definer, granted to '
	'nobody: asks once instead of once a row, and hands out columns of persons.';

create function private.is_corrected(s public.statements) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.statements x
		where x.authority_id = s.authority_id and x.corrects_id = s.id and x.state = 'submitted'
	)
$$;
comment on function private.is_corrected(public.statements) is
	'Does a later statement stand in its place? Definer, granted to nobody: called by those that ask who '
	'reads.';

create function private.statement_rows(p_call uuid, p_after uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
	with found as (
		select s.id, s.kind, s.organisation_id, s.person_name, s.is_late, s.submitted_at, s.return_id,
			a.organisation_name, private.is_corrected(s) as is_corrected,
			row_number() over (
				order by a.organisation_name, s.kind = 'individual', s.submitted_at desc, s.id
			) as place
		from private.submitted_to_read(p_call) s
		join public.call_addressees a on a.id = s.addressee_id
	),
	page as (
		select f.*
		from found f
		where f.place > coalesce((select l.place from found l where l.id = p_after), 0)
		order by f.place
		limit 51
	)
	select jsonb_build_object(
		'count', (select count(*) from found f where not f.is_corrected),
		'hasMore', (select count(*) from page) > 50,
		'statements', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', p.id,
						'kind', p.kind,
						'organisationName', p.organisation_name,
						'personName', private.statement_names(p.id) ->> 'personName',
						'points', (select count(*) from public.statement_points x where x.statement_id = p.id),
						'isLate', p.is_late,
						'isCorrected', p.is_corrected,
						'channel', coalesce(r.channel, 'online'),
						'submittedAt', p.submitted_at
					)
					order by p.place
				),
				'[]'
			)
			from (select * from page order by place limit 50) p
			left join public.call_returns r on r.id = p.return_id
		)
	)
$$;
comment on function private.statement_rows(uuid, uuid) is
	'Fifty of the statements that the person may read, by organisation, after the one given. Definer: see '
	'submitted_to_read.';
grant execute on function private.statement_rows(uuid, uuid) to authenticated;

create function public.round_statements(
	p_authority uuid, p_slug text, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug);
begin
	perform private.require(c.kind = 'rounds' and c.state <> 'draft');
	return jsonb_build_object(
		'call', private.call_head(c),
		'canPlan', private.plans_call(c.id),
		'document', private.round_document(c.id),
		'reading', (select r.reading from public.rounds r where r.call_id = c.id),
		'silent', case when private.plans_call(c.id) then private.silent_in(c.id) else '[]' end
	) || private.statement_rows(c.id, p_after);
end
$$;
comment on function public.round_statements(uuid, text, uuid) is
	'What was submitted in a round, by organisation, as far as the person may read it; for planners who has '
	'not answered, and why. NOTFD for who neither plans nor is asked.';
grant execute on function public.round_statements(uuid, text, uuid) to authenticated;

create function private.silent_in(p_call uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'id', l.id,
				'organisationName', l."organisationName",
				'standing', l.standing,
				'dueAt', l."dueAt",
				'extension', l.extension,
				'isUnreached', coalesce(l.letters = 0, false) and l."postedAt" is null,
				'lacksMeeting', l."lacksMeeting",
				'nextMeeting', l."nextMeeting"
			)
			order by l."organisationName", l.id
		),
		'[]'
	)
	from private.ledger(p_call) l
	where l."answeredAt" is null
$$;
comment on function private.silent_in(uuid) is
	'Who has not answered, and what the ledger knows of why: nobody could be reached since the post is '
	'vacant, or the body does not meet in time.';
grant execute on function private.silent_in(uuid) to authenticated;

create function private.points_to_read(p_call uuid) returns table (
	id uuid, statement_id uuid, section_id uuid, section_place integer, organisation_name text, place bigint
)
language sql stable security definer set search_path = '' rows 200 as $$
	select p.id, s.id, p.section_id, t.place, a.organisation_name,
		row_number() over (
			order by t.place nulls first, a.organisation_name, s.kind = 'individual', s.submitted_at, p.place, p.id
		)
	from private.submitted_to_read(p_call) s
	join public.call_addressees a on a.id = s.addressee_id
	join public.statement_points p on p.authority_id = s.authority_id and p.statement_id = s.id
	left join public.rounds r on r.call_id = s.call_id
	left join public.section_texts t on t.version_id = r.version_id and t.section_id = p.section_id
	where not private.is_corrected(s)
$$;
comment on function private.points_to_read(uuid) is
	'The points that the person may read, of statements that nothing stands in the place of, in the order of '
	'the text: about the whole first. Definer, granted to nobody: see submitted_to_read.';

create function private.rows_of_points(p_points uuid[]) returns table (id uuid, said jsonb)
language plpgsql stable security definer set search_path = '' rows 25 as $$
declare
	v_rooms uuid[] := array(select private.my_rooms());
	v_plans uuid[] := array(select private.my_authorities('{planner}'));
begin
	return query
	select p.id,
		jsonb_build_object(
			'id', p.id,
			'statementId', s.id,
			'statementKind', s.kind,
			'organisationName', a.organisation_name,
			'personName', case
				when s.kind = 'individual'
						and (s.organisation_id = any (v_rooms) or s.authority_id = any (v_plans))
					then s.person_name
			end,
			'place', p.place,
			'section', case
				when t.section_id is not null
					then jsonb_build_object('key', x.key, 'number', t.number, 'heading', t.heading)
			end,
			'kind', p.kind,
			'body', p.body,
			'quote', p.quote,
			'proposal', p.proposal,
			'isLate', s.is_late,
			'channel', coalesce(r.channel, 'online'),
			'submittedAt', s.submitted_at
		)
	from public.statement_points p
	join public.statements s on s.authority_id = p.authority_id and s.id = p.statement_id
	join public.call_addressees a on a.id = s.addressee_id
	left join public.call_returns r on r.id = s.return_id
	left join public.section_texts t on t.version_id = p.version_id and t.section_id = p.section_id
	left join public.sections x on x.id = t.section_id
	where p.id = any (p_points);
end
$$;
comment on function private.rows_of_points(uuid[]) is
	'Submitted points as lists show them; persons are named to planners and in their own room. Definer, '
	'granted to nobody: called by those that ask who reads.';

create function private.point_rows(p_call uuid, p_section uuid, p_after uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_page uuid[]; v_all integer; v_sections jsonb;
begin
	with found as materialized (select * from private.points_to_read(p_call))
	select count(*) filter (where p_section is null or f.section_id = p_section),
		array(
			select x.id
			from found x
			where (p_section is null or x.section_id = p_section)
				and x.place > coalesce((select l.place from found l where l.id = p_after), 0)
			order by x.place
			limit 26
		),
		(
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'key', s.key,
						'number', t.number,
						'heading', t.heading,
						'points', x.points
					)
					order by t.place
				),
				'[]'
			)
			from (select y.section_id, count(*) as points from found y group by y.section_id) x
			join public.sections s on s.id = x.section_id
			join public.rounds r on r.call_id = p_call
			join public.section_texts t on t.version_id = r.version_id and t.section_id = x.section_id
		)
	into v_all, v_page, v_sections
	from found f;
	return jsonb_build_object(
		'count', v_all,
		'sections', v_sections,
		'hasMore', cardinality(v_page) > 25,
		'points', (
			select coalesce(jsonb_agg(x.said order by array_position(v_page, x.id)), '[]')
			from private.rows_of_points(v_page[:25]) x
		)
	);
end
$$;
comment on function private.point_rows(uuid, uuid, uuid) is
	'Twenty-five points that the person may read (at a section), after the one given, and how many there are '
	'at each section. Definer: see submitted_to_read.';
grant execute on function private.point_rows(uuid, uuid, uuid) to authenticated;

create function public.round_points(
	p_authority uuid, p_slug text, p_key text default null, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug); v_at record;
begin
	perform private.require(c.kind = 'rounds' and c.state <> 'draft');
	select * into v_at from private.section_in_round(c.id, p_key);
	perform private.require(p_key is null or v_at.section_id is not null);
	return jsonb_build_object(
		'call', private.call_head(c),
		'canPlan', private.plans_call(c.id),
		'document', private.round_document(c.id),
		'section', private.section_named(v_at.version_id, v_at.section_id)
	) || private.point_rows(c.id, v_at.section_id, p_after);
end
$$;
comment on function public.round_points(uuid, text, text, uuid) is
	'The points submitted in a round in the order of the text, or those at one section, as far as the person '
	'may read them. NOTFD for who neither plans nor is asked.';
grant execute on function public.round_points(uuid, text, text, uuid) to authenticated;

create function private.searched_points(p_call uuid, p_search text, p_after uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_finds tsquery; v_likes tsquery; v_count integer; v_page uuid[]; v_words text[];
begin
	select s.finds, s.likes into v_finds, v_likes from private.search_for(p_search) s;
	with found as materialized (
		select p.id,
			row_number() over (
				order by coalesce(ts_rank('{0.1, 0.3, 0.6, 1}', w.words, v_likes), 0) desc, p.place
			) as place
		from private.points_to_read(p_call) p
		join private.word_index w on w.subject_kind = 'statement_point' and w.subject_id = p.id and w.is_shared
		where w.words @@ v_finds
	)
	select count(*), array(
		select f.id
		from found f
		where f.place > coalesce((select l.place from found l where l.id = p_after), 0)
		order by f.place
		limit 26
	)
	into v_count, v_page
	from found;
	v_words := private.words_found(
		(
			select string_agg(concat_ws(' ', p.body, p.proposal_words), ' ')
			from public.statement_points p
			where p.id = any (v_page[:25])
		),
		v_finds
	);
	return jsonb_build_object(
		'count', v_count,
		'hasMore', cardinality(v_page) > 25,
		'found', (
			select coalesce(
				jsonb_agg(
					x.said
						|| jsonb_build_object(
							'passage', private.passage_of(concat_ws(' ', p.body, p.proposal_words), v_words)
						)
					order by array_position(v_page, x.id)
				),
				'[]'
			)
			from private.rows_of_points(v_page[:25]) x
			join public.statement_points p on p.id = x.id
		)
	);
end
$$;
comment on function private.searched_points(uuid, text, uuid) is
	'Of the points that the person may read, 25 that say all these German words, the closest first, after the '
	'one given, and where they say it. Definer: see add_words.';
grant execute on function private.searched_points(uuid, text, uuid) to authenticated;

create function public.round_search(
	p_authority uuid, p_slug text, p_search text, p_after uuid default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug);
begin
	perform private.require(c.kind = 'rounds' and c.state <> 'draft');
	return jsonb_build_object(
		'call', private.call_head(c),
		'canPlan', private.plans_call(c.id),
		'document', private.round_document(c.id)
	) || private.searched_points(c.id, p_search, p_after);
end
$$;
comment on function public.round_search(uuid, text, text, uuid) is
	'Which submitted points say these words, among those the person may read. NOTFD for who neither plans nor '
	'is asked.';
grant execute on function public.round_search(uuid, text, text, uuid) to authenticated;

create function private.points_for_planners(p_call uuid) returns json
language sql stable security definer set search_path = '' as $$
	with found as materialized (
		select p.id, p.place from private.points_to_read(p_call) p where private.plans_call(p_call)
	)
	select coalesce(json_agg(x.said order by f.place), '[]')
	from private.rows_of_points(array(select y.id from found y)) x
	join found f on f.id = x.id
$$;
comment on function private.points_for_planners(uuid) is
	'All points of a round, for planners. Definer: see submitted_to_read.';
grant execute on function private.points_for_planners(uuid) to authenticated;

create function public.export_round_points(p_authority uuid, p_slug text) returns json
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	perform private.require(c.kind = 'rounds' and c.state <> 'draft');
	return json_build_object(
		'call', private.call_head(c),
		'document', private.round_document(c.id),
		'points', private.points_for_planners(c.id)
	);
end
$$;
comment on function public.export_round_points(uuid, text) is
	'All points submitted in a round, to be taken away as a table. Planners only.';
grant execute on function public.export_round_points(uuid, text) to authenticated;
