-- Verbs of needs surveys: what fills a call: what changes something.

create function public.start_survey(p_authority uuid, p_id uuid) returns text
language plpgsql volatile set search_path = '' as $$
declare v_last public.calls; v_slug text; v_base text := 'bedarfsabfrage-'
	|| to_char(private.today(), 'YYYY'); n integer := 1;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	perform pg_advisory_xact_lock(hashtextextended('start survey ' || p_authority, 0));
	select slug into v_slug from public.calls where id = p_id and authority_id = p_authority;
	if found then
		return v_slug;
	end if;
	select *
	into v_last
	from public.calls
	where authority_id = p_authority and kind = 'surveys' and state <> 'draft'
	order by created_at desc
	limit 1;
	v_slug := v_base;
	while exists (select from public.calls where authority_id = p_authority and slug = v_slug) loop
		n := n + 1;
		v_slug := v_base || '-' || n;
	end loop;
	insert into public.calls (
		id, authority_id, kind, slug, title, covering_text, opens_at, closes_at, post_id, purpose,
		legal_basis, readers, retention, previous_id
	)
	values (
		p_id, p_authority, 'surveys', v_slug,
		'Bedarfsabfrage ' || to_char(private.today(), 'YYYY') || case
			when n > 1 then ' (' || n || ')'
			else ''
		end,
		coalesce(
			v_last.covering_text,
				'Bitte melden Sie uns, welche sozialen Angebote bei Ihnen fehlen. Ihre Antworten fließen in die '
				'Sozialplanung ein, und Sie erhalten zu jeder Meldung eine Antwort. Wenn es in einem '
				'Handlungsfeld nichts zu melden gibt, genügt ein Klick auf „Fehlanzeige“.'
		),
		private.now(), private.end_of_day(private.today() + 42), private.planning_post(p_authority),
		coalesce(v_last.purpose, 'Sozialplanung: Bedarfe erheben, bündeln und in die Planung aufnehmen.'),
		coalesce(
			v_last.legal_basis,
				'Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Datenschutzrecht des Landes und dem '
				'jeweiligen Fachgesetz'
		),
		coalesce(
			v_last.readers,
				'Ihre Angaben lesen die Sozialplanung und die beteiligten Ämter. Andere Gemeinden und Verbände '
				'sehen sie nur, wenn Sie das bei einer Meldung selbst wählen. Zahlen werden nur veröffentlicht, '
				'wenn niemand erkannt werden kann.'
		),
		coalesce(v_last.retention, 'Zehn Jahre nach Abschluss, danach Angebot an das Kreisarchiv'), v_last.id
	);
	insert into public.call_fields (call_id, field_of_action)
	select p_id, f.key from public.fields_of_action f
	where case
		when v_last.id is null then f.key <> 'other'
		else exists (
			select from public.call_fields x where x.call_id = v_last.id and x.field_of_action = f.key
		)
	end;
	insert into public.survey_questions (
		call_id, key, place, kind, label, hint, options, is_required, is_published
	)
	select p_id, q.key, q.place, q.kind, q.label, q.hint, q.options, q.is_required, q.is_published
	from public.survey_questions q
	where q.call_id = v_last.id;
	insert into public.call_addressees (call_id, organisation_id)
	select p_id, o.id from public.organisations o where o.authority_id = p_authority
		and case when v_last.id is null then o.kind in ('municipality', 'association')
			else exists (
				select from public.call_addressees x where x.call_id = v_last.id and x.organisation_id = o.id
			) end;
	return v_slug;
end
$$;
comment on function public.start_survey(uuid, uuid) is
	'Prepares a needs survey as the last one was, or as such a survey usually is. p_id is drawn by the '
	'form: a double submit is one call. Returns its short name.';
grant execute on function public.start_survey(uuid, uuid) to authenticated;

create function public.set_call_fields(p_authority uuid, p_slug text, p_fields text[]) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug, 'surveys');
begin
	perform private.require_choice('fields', p_fields <@ array(select key from public.fields_of_action));
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	delete from public.call_fields where call_id = c.id and not field_of_action = any (p_fields);
	insert into public.call_fields (call_id, field_of_action)
	select c.id, f
	from unnest(p_fields) f
	on conflict do nothing;
end
$$;
comment on function public.set_call_fields(uuid, text, text[]) is 'Which fields of action are asked about.';
grant execute on function public.set_call_fields(uuid, text, text[]) to authenticated;

create function public.save_survey_answer(
	p_addressee uuid, p_field text, p_revision integer, p_choice text, p_answers jsonb, p_unknown text[]
) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.survey_answers; v_revision integer;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.require_choice(
		'choice', coalesce(p_choice, 'needs') in ('nil_return', 'needs', 'not_competent', 'answered')
	);
	insert into public.survey_answers (addressee_id, field_of_action, choice, answers, unknown)
	values (p_addressee, p_field, p_choice, p_answers, p_unknown)
	on conflict (addressee_id, field_of_action) do nothing returning revision into v_revision;
	if found then
		return v_revision;
	end if;
	select *
	into v
	from public.survey_answers
	where addressee_id = p_addressee and field_of_action = p_field
	for update;
	if (v.choice, v.answers, v.unknown) is not distinct from (p_choice, p_answers, p_unknown)
		and (v.handed_in_at is not null or not private.releases_for_addressee(p_addressee))
	then
		return v.revision;
	elsif v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', v.revision,
			'stored', jsonb_build_object(
				'choice', v.choice,
				'answers', v.answers,
				'unknown', v.unknown
			)
		)::text;
	end if;
	update public.survey_answers set choice = p_choice, answers = p_answers, unknown = p_unknown
	where addressee_id = p_addressee and field_of_action = p_field returning revision into v_revision;
	return v_revision;
end
$$;
comment on function public.save_survey_answer(uuid, text, integer, text, jsonb, text[]) is
	'Keeps what was filled in for a field; without a choice and without words it is open again. p_revision: the '
	'one the page was made from (0: none yet); STALE (detail: {revision, stored}) if it changed since. Who '
	'releases takes over a clerk''s words by saving them as they are.';
grant execute on function
	public.save_survey_answer(uuid, text, integer, text, jsonb, text[])
to authenticated;

create function private.lock_open_call(p_addressee uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	if (
		select c.state
		from public.calls c
		join public.call_addressees a on a.call_id = c.id
		where a.id = p_addressee
	) <> 'open'
	then
		raise exception 'errors_call_is_closed' using errcode = 'FINAL';
	end if;
end
$$;
comment on function private.lock_open_call(uuid) is
	'Who writes for an addressee takes a place in the line of its call, if that takes answers. NOTFD, FINAL.';
grant execute on function private.lock_open_call(uuid) to authenticated;

create function public.release_survey_answers(p_addressee uuid, p_seen jsonb) returns integer
language plpgsql volatile set search_path = '' as $$
declare v_fields text[];
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	if not private.releases_for_addressee(p_addressee) then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	perform private.require_choice('seen', jsonb_typeof(p_seen) = 'object');
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	v_fields := array(select jsonb_object_keys(p_seen));
	if exists (
		select
		from jsonb_each(p_seen) x
		left join public.survey_answers s on s.addressee_id = p_addressee and s.field_of_action = x.key
		where to_jsonb(s.revision) is distinct from x.value or s.handed_in_at is null
	) then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = '{"revision": 0, "stored": {}}';
	end if;
	perform private.check_answers_fit(p_addressee, v_fields);
	return private.return_survey(
		p_addressee,
		(
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', s.field_of_action,
						'outcome', coalesce(s.choice, 'needs'),
						'answers', s.answers,
						'unknown', s.unknown
					)
				),
				'[]'
			)
			from public.survey_answers s
			where s.addressee_id = p_addressee and s.field_of_action = any (v_fields) and private.is_offered(s)
		)
	);
end
$$;
comment on function public.release_survey_answers(uuid, jsonb) is
	'Returns what was handed in, exactly as the releaser saw it (p_seen: {field: revision}), and nothing else. '
	'STALE: one of these was changed or taken back since. Fields with needs count once a report is released. '
	'Returns how many fields; a second submit returns none.';
grant execute on function public.release_survey_answers(uuid, jsonb) to authenticated;

create function private.choose_nil(p_addressee uuid, p_fields text[]) returns void
language plpgsql volatile set search_path = '' as $$
declare f text; v public.survey_answers;
begin
	foreach f in array p_fields loop
		select * into v from public.survey_answers where addressee_id = p_addressee and field_of_action = f;
		perform public.save_survey_answer(
			p_addressee, f, coalesce(v.revision, 0), 'nil_return', coalesce(v.answers, '{}'), coalesce(v.unknown, '{}')
		);
	end loop;
end
$$;
comment on function private.choose_nil(uuid, text[]) is
	'Fills in Fehlanzeige. Words that stand in a field stay with it, and are released with it or taken out '
	'by hand.';
grant execute on function private.choose_nil(uuid, text[]) to authenticated;

create function public.choose_nil(p_addressee uuid, p_field text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.lock_open_call(p_addressee);
	perform private.choose_nil(p_addressee, array[p_field]);
end
$$;
comment on function public.choose_nil(uuid, text) is
	'Fehlanzeige for one field in one click: filled in, and released on the page that shows it.';
grant execute on function public.choose_nil(uuid, text) to authenticated;

create function public.answer_rest_nil(p_addressee uuid) returns integer
language plpgsql volatile set search_path = '' as $$
declare v_fields text[];
begin
	perform private.lock_open_call(p_addressee);
	v_fields := array(
		select x ->> 'key'
		from jsonb_array_elements(private.survey_fields(p_addressee)) x
		where (x ->> 'isUntouched')::boolean
	);
	perform private.choose_nil(p_addressee, v_fields);
	return cardinality(v_fields);
end
$$;
comment on function public.answer_rest_nil(uuid) is
	'The same for every untouched field. Returns how many.';
grant execute on function public.answer_rest_nil(uuid) to authenticated;

create function private.answer_nil(
	p_addressee uuid, p_fields text[], p_id uuid default null
) returns text
language plpgsql volatile set search_path = '' as $$
begin
	perform private.lock_open_call(p_addressee);
	if exists (select from public.call_returns r where r.id = p_id and r.addressee_id = p_addressee) then
		return 'returned';
	elsif exists (
		select
		from public.survey_answers s
		where s.addressee_id = p_addressee
			and s.field_of_action = any (p_fields)
			and (s.answers <> '{}' or s.unknown <> '{}')
			and not exists (
				select
				from private.present_fields r
				where r.addressee_id = s.addressee_id
					and r.field_of_action = s.field_of_action
					and (r.answers, r.unknown) = (s.answers, s.unknown)
			)
	) then
		raise exception 'errors_survey_nil_beside_words' using errcode = 'RULED';
	end if;
	perform private.choose_nil(p_addressee, p_fields);
	if not private.releases_for_addressee(p_addressee) then
		perform private.hand_in_survey(p_addressee, p_fields);
		return 'saved';
	end if;
	perform private.return_survey(
		p_addressee,
		(
			select coalesce(jsonb_agg(jsonb_build_object('field', x, 'outcome', 'nil_return')), '[]')
			from unnest(p_fields) x
			where not private.is_returned(p_addressee, x, 'nil_return')
		),
		p_id => p_id
	);
	return 'returned';
end
$$;
comment on function private.answer_nil(uuid, text[], uuid) is
	'Fehlanzeige for fields in one act, for programs: returned by who releases, otherwise put before the '
	'head ("saved"). p_id: drawn by the program; sent again, however late, it returns nothing anew. RULED: '
	'somebody is writing words in one of them, which were not seen here: they go neither out nor away.';
grant execute on function private.answer_nil(uuid, text[], uuid) to authenticated;

create function public.answer_nil(p_addressee uuid, p_field text, p_id uuid default null) returns text
language sql volatile set search_path = '' as $$
	select private.answer_nil(p_addressee, array[p_field], p_id)
$$;
comment on function public.answer_nil(uuid, text, uuid) is 'Fehlanzeige for one field by a program.';
grant execute on function public.answer_nil(uuid, text, uuid) to authenticated;

create function public.start_survey_report(
	p_addressee uuid, p_field text, p_id uuid default null
) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid := private.id_within(coalesce(p_id, gen_random_uuid()), p_field); v_organisation uuid;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	select a.organisation_id
	into v_organisation
	from public.call_addressees a
	join public.call_fields f on f.call_id = a.call_id and f.field_of_action = p_field
	where a.id = p_addressee;
	perform private.require(found);
	insert into public.need_report_drafts (id, organisation_id, addressee_id, answers)
	select v_id, v_organisation, p_addressee, jsonb_build_object('field_of_action', p_field)
	where not private.has_begun(v_id, v_organisation)
	on conflict do nothing;
	perform private.require(found or private.has_begun(v_id, v_organisation));
	return v_id;
end
$$;
comment on function public.start_survey_report(uuid, text, uuid) is
	'Begins a report in answer to a call, its field of action filled in. p_id: drawn by the form, where '
	'each field has its button; sent again, however late, it opens the same draft of the field.';
grant execute on function public.start_survey_report(uuid, text, uuid) to authenticated;

create function private.check_answers_fit(p_addressee uuid, p_fields text[]) returns void
language plpgsql stable set search_path = '' as $$
begin
	if exists (
		select
		from public.survey_answers s
		cross join lateral jsonb_each_text(s.answers) x
		where s.addressee_id = p_addressee
			and s.field_of_action = any (p_fields)
			and length(x.value) > 5000
			and private.waits_for_release(s)
	) then
		raise exception 'errors_survey_answer_too_long' using errcode = 'RULED';
	end if;
end
$$;
comment on function private.check_answers_fit(uuid, text[]) is
	'What is typed is kept whatever its length; what is released has at most 5,000 characters per '
	'question.';
grant execute on function private.check_answers_fit(uuid, text[]) to authenticated;

create function public.hand_in_survey(p_addressee uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare v_fields text[];
begin
	perform private.lock_open_call(p_addressee);
	v_fields := array(
		select s.field_of_action
		from public.survey_answers s
		where s.addressee_id = p_addressee and private.waits_for_release(s)
	);
	if v_fields = '{}' then
		raise exception 'errors_survey_nothing_to_release' using errcode = 'RULED';
	end if;
	perform private.check_answers_fit(p_addressee, v_fields);
	perform private.hand_in_survey(p_addressee, v_fields);
end
$$;
comment on function public.hand_in_survey(uuid) is
	'Puts what is filled in before the head. RULED: nothing is filled in that is not returned already.';
grant execute on function public.hand_in_survey(uuid) to authenticated;

create function private.hand_in_survey(p_addressee uuid, p_fields text[]) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare a public.call_addressees;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	select * into a from public.call_addressees where id = p_addressee;
	update public.survey_answers s
	set handed_in_at = private.moment()
	where s.addressee_id = p_addressee
		and s.field_of_action = any (p_fields)
		and s.handed_in_at is null
		and private.waits_for_release(s);
	if found then
		perform private.notice(
			p_addressee, 'handed_in', private.person_id(),
			private.acting_post(a.organisation_id, private.writing_kinds())
		);
	end if;
end
$$;
comment on function private.hand_in_survey(uuid, text[]) is
	'One mail to the head, however often it is pressed, unless something was changed since. Definer: nobody '
	'hands in past the verbs; it asks itself who is calling.';
grant execute on function private.hand_in_survey(uuid, text[]) to authenticated;

create function public.ask_extension_until(p_addressee uuid, p_until date, p_reason text) returns void
language sql volatile set search_path = '' as $$
	select public.ask_extension(p_addressee, private.end_of_day(p_until), p_reason)
$$;
comment on function public.ask_extension_until(uuid, date, text) is
	'The same with a day: until its end, in Germany.';
grant execute on function public.ask_extension_until(uuid, date, text) to authenticated;
