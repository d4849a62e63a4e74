-- Finding what was returned in a survey by its words: which are written down, and what a search finds.

create function private.text_of(f public.survey_return_fields) returns text
language sql stable set search_path = '' as $$
	select string_agg(x.value, ' ' order by x.key) from jsonb_each_text(f.answers) x
$$;
comment on function private.text_of(public.survey_return_fields) is 'What was said of a field, in words.';

create function private.note_words_of_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.add_words(new.authority_id, 'survey_answer', new.id, true, private.text_of(new));
	return null;
end
$$;
comment on function private.note_words_of_answer() is
	'An answer is found by its words once it is returned, never while it is filled in. Definer: see add_words.';

create trigger note_words after insert on public.survey_return_fields
	for each row when (new.answers <> '{}') execute function private.note_words_of_answer();
create trigger forget_words after delete on public.survey_return_fields
	for each row execute function private.forget_words('survey_answer');

create function private.found_answers(p_call uuid, p_search text) returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = '' rows 50 as $$
declare
	v_authority uuid; v_finds tsquery; v_likes tsquery;
	v_plans boolean := private.plans_call(p_call);
begin
	select c.authority_id into v_authority from public.calls c where c.id = p_call;
	select s.finds, s.likes into v_finds, v_likes from private.search_for(p_search) s;
	return query
	select f.id, coalesce(ts_rank('{0.1, 0.3, 0.6, 1}', w.words, v_likes), 0)
	from private.word_index w
	join private.present_fields f on f.id = w.subject_id
	where w.authority_id = v_authority and w.subject_kind = 'survey_answer' and w.words @@ v_finds
		and f.call_id = p_call
		and (v_plans or f.organisation_id in (select private.my_organisations()));
end
$$;
comment on function private.found_answers(uuid, text) is
	'Answers of a survey that say all these German words, as they stand now (present_fields), and how close the '
	'words are: of all addressees for planners, one''s own for everybody else. Definer: see add_words; so it '
	'asks itself who is reading.';

create function private.searched_answers(p_call uuid, p_search text, p_after text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare v_finds tsquery; v_count integer; v_page uuid[]; v_words text[];
begin
	select s.finds into v_finds from private.search_for(p_search) s;
	with found as (
		select f.id,
			row_number() over (order by x.rank desc, a.organisation_name, f.field_of_action, f.id) as place
		from private.found_answers(p_call, p_search) x
		join public.survey_return_fields f on f.id = x.id
		join public.call_addressees a on a.id = f.addressee_id
	)
	select count(*), array(
		select f.id
		from found f
		where f.place > coalesce((select l.place from found l where l.id::text = p_after), 0)
		order by f.place
		limit 26
	)
	into v_count, v_page
	from found;
	v_words := private.words_found(
		(
			select string_agg(private.text_of(f), ' ')
			from public.survey_return_fields f
			where f.id = any (v_page[:25])
		),
		v_finds
	);
	return jsonb_build_object(
		'count', v_count,
		'hasMore', cardinality(v_page) > 25,
		'found', (
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'id', f.id,
						'addressee', a.id,
						'organisation', a.organisation_id,
						'organisationName', a.organisation_name,
						'field', f.field_of_action,
						'passages', (
							select coalesce(
								jsonb_agg(
									jsonb_build_object(
										'question', x.key,
										'text', p.text
									)
									order by x.key
								),
								'[]'
							)
							from jsonb_each_text(f.answers) x
							cross join lateral private.passage_of(x.value, v_words) p (text)
							where p.text is not null
						)
					)
					order by v.place
				),
				'[]'
			)
			from unnest(v_page[:25]) with ordinality v (id, place)
			join public.survey_return_fields f on f.id = v.id
			join public.call_addressees a on a.id = f.addressee_id
		)
	);
end
$$;
comment on function private.searched_answers(uuid, text, text) is
	'Of what found_answers finds for the person 25, the closest first, after the one given, and where they say '
	'it; how many there are. Definer: see add_words.';
grant execute on function private.searched_answers(uuid, text, text) to authenticated;

create function public.survey_search(
	p_authority uuid, p_slug text, p_search text, p_after text default null
) returns jsonb
language plpgsql stable set search_path = '' as $$
declare c public.calls := private.call_named(p_authority, p_slug, 'surveys');
begin
	perform private.require(c.state <> 'draft');
	return jsonb_build_object(
		'call', private.call_head(c),
		'canPlan', private.plans_call(c.id),
		'fields', private.fields_of_call(c.id),
		'form', private.form_of_call(c.id)
	) || private.searched_answers(c.id, p_search, p_after);
end
$$;
comment on function public.survey_search(uuid, text, text, text) is
	'Which answers to a survey say these words, among those the person may read. NOTFD for who neither plans '
	'nor is asked.';
grant execute on function public.survey_search(uuid, text, text, text) to authenticated;
