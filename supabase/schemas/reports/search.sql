-- Finding reports: which of their words are written down for whom, and which reports a search finds.

create function private.text_of(r public.need_reports) returns text
language sql stable set search_path = '' as $$
	select concat_ws(
		' ', r.title, r.locality, r.municipality_name, r.organisation_name, r.description, r.noticed_body,
		r.noticed_item, r.noticed_since, r.evidence, r.evidence_source, r.urgency_reason, r.existing_offer,
		r.proposed_solution, r.own_contribution, r.cost_idea
	)
$$;
comment on function private.text_of(public.need_reports) is 'What stands in a report, for whoever sees it.';

create function private.note_words_of_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.add_words(new.authority_id, 'need_report', new.id, true, private.text_of(new));
	return null;
end
$$;
comment on function private.note_words_of_report() is
	'A report is found by its words. Definer: see add_words.';

create function private.note_words_below_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v jsonb := to_jsonb(new);
	v_text text := concat_ws(
		' ', v ->> 'body', v ->> 'reason', v ->> 'forwarded_to', v ->> 'sentence', v ->> 'note'
	);
begin
	if v_text <> '' then
		perform private.add_words(new.authority_id, 'need_report', new.report_id, tg_argv[0] = 'shared', v_text);
	end if;
	return null;
end
$$;
comment on function private.note_words_below_report() is
	'A report is found by what is said about it: argument shared for what whoever sees the report reads, sides '
	'for what only its two sides read. Definer: see add_words.';

create trigger note_words after insert on public.need_reports
	for each row execute function private.note_words_of_report();
create trigger forget_words after delete on public.need_reports
	for each row execute function private.forget_words('need_report');
create trigger note_words after insert on public.need_report_answers
	for each row execute function private.note_words_below_report('shared');
create trigger note_words after insert on public.need_report_messages
	for each row execute function private.note_words_below_report('sides');
create trigger note_words after insert on public.need_report_handovers
	for each row execute function private.note_words_below_report('sides');
create trigger note_words after insert on public.need_report_gap_answers
	for each row execute function private.note_words_below_report('sides');

create function private.found_need_reports(p_authority uuid, p_search text) returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = '' rows 50 as $$
declare v_plans boolean := p_authority in (select private.my_authorities('{planner}'));
	v_finds tsquery; v_likes tsquery;
begin
	if p_authority not in (select private.my_authorities()) then
		return;
	end if;
	select s.finds, s.likes into v_finds, v_likes from private.search_for(p_search) s;
	return query
		with matching as materialized (
			select r.id, 9::real as rank
			from public.need_reports r
			where r.authority_id = p_authority and r.number = upper(btrim(p_search))
			union all
			select w.subject_id, max(ts_rank('{0.1, 0.3, 0.6, 1}', w.words, v_likes))
			from private.word_index w
			where w.authority_id = p_authority and w.subject_kind = 'need_report' and w.words @@ v_finds
				and (
					w.is_shared or v_plans or exists (
						select
						from public.need_reports r
						where r.id = w.subject_id and r.organisation_id in (select private.my_organisations())
					)
				)
			group by w.subject_id
		)
		select m.id, max(m.rank)
		from matching m
		where v_plans or m.id in (select private.seen_of(array(select x.id from matching x)))
		group by m.id;
	if not found then
		return query
			select r.id, extensions.word_similarity(left(p_search, 200), r.title || ' ' || r.locality)
			from public.need_reports r
			where r.authority_id = p_authority
				and length(p_search) > 3
				and (r.title || ' ' || r.locality) operator(extensions.%>) left(p_search, 200);
	end if;
end
$$;
comment on function private.found_need_reports(uuid, text) is
	'Ids of reports found by number or German words (search/rules.sql), with how close the words are; where '
	'there is none, by words mistyped in title and place (who may see those is asked outside). Words of the '
	'thread count for its sides only. Definer: see add_words; so it asks seen_of itself.';
grant execute on function private.found_need_reports(uuid, text) to authenticated;

create function public.index_words(p_limit integer default 200) returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare r record; v_count integer := 0;
begin
	for r in
		select x.authority_id, x.id, private.text_of(x) as said,
			(
				select string_agg(concat_ws(' ', a.reason, a.forwarded_to), ' ')
				from public.need_report_answers a where a.report_id = x.id
			) as answers,
			concat_ws(
				' ',
				(select string_agg(m.body, ' ') from public.need_report_messages m where m.report_id = x.id),
				(select string_agg(h.note, ' ') from public.need_report_handovers h where h.report_id = x.id),
				(select string_agg(g.sentence, ' ') from public.need_report_gap_answers g where g.report_id = x.id)
			) as thread
		from public.need_reports x
		where not exists (
			select from private.word_index i
			where i.subject_kind = 'need_report' and i.subject_id = x.id and i.is_shared
		)
		limit p_limit
		for update of x skip locked
	loop
		delete from private.word_index i where i.subject_kind = 'need_report' and i.subject_id = r.id;
		perform private.add_words(
			r.authority_id, 'need_report', r.id, true, concat_ws(' ', r.said, r.answers)
		);
		if r.thread <> '' then
			perform private.add_words(r.authority_id, 'need_report', r.id, false, r.thread);
		end if;
		v_count := v_count + 1;
	end loop;
	for r in
		select n.authority_id, n.id, private.titles_of_need(n.authority_id, n.id) as titles
		from public.needs n
		where not exists (
			select from private.word_index i
			where i.subject_kind = 'need' and i.subject_id = n.id and i.is_shared
		)
		limit p_limit
	loop
		perform private.add_words(r.authority_id, 'need', r.id, true, r.titles);
		v_count := v_count + 1;
	end loop;
	for r in
		select f.authority_id, f.id, private.text_of(f) as said
		from public.survey_return_fields f
		where f.answers <> '{}' and not exists (
			select from private.word_index i
			where i.subject_kind = 'survey_answer' and i.subject_id = f.id and i.is_shared
		)
		limit p_limit
	loop
		perform private.add_words(r.authority_id, 'survey_answer', r.id, true, r.said);
		v_count := v_count + 1;
	end loop;
	for r in
		select s.id, count(*) as points
		from public.statements s
		join public.statement_points p on p.authority_id = s.authority_id and p.statement_id = s.id
		where s.state = 'submitted' and not exists (
			select from private.word_index i
			where i.subject_kind = 'statement_point' and i.subject_id = p.id and i.is_shared
		)
		group by s.id
		limit p_limit
	loop
		perform private.note_words_of_points(r.id);
		v_count := v_count + r.points;
	end loop;
	return v_count;
end
$$;
comment on function public.index_words(integer) is
	'Writes down the words of reports, needs, answers to surveys and points of statements that have none yet, '
	'so many of each at a time; how many there were. For the server only: what is written from now on is '
	'written down at once. Definer: see add_words.';
