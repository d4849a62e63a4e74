-- Questions of a survey besides the form: who asks them, what is an answer, what follows.

create function private.own_questions(p_call uuid) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(
		jsonb_agg(
			jsonb_build_object(
				'key', q.key,
				'kind', q.kind,
				'label', q.label,
				'hint', q.hint,
				'options', q.options,
				'isRequired', q.is_required,
				'isPublished', q.is_published,
				'revision', q.revision
			)
			order by q.place
		),
		'[]'
	)
	from public.survey_questions q
	where q.call_id = p_call
$$;
comment on function private.own_questions(uuid) is
	'What a survey asks besides the form, for who reads the survey; its definers read it too.';
grant execute on function private.own_questions(uuid) to authenticated;

create function private.things_asked(p_call uuid)
returns table (key text, label text, label_en text, place integer)
language sql stable set search_path = '' rows 12 as $$
	select f.key, f.label, f.label_en, f.position
	from public.call_fields x
	join public.fields_of_action f on f.key = x.field_of_action
	where x.call_id = p_call
	union all
	select 'own_questions', 'Weitere Fragen', 'Further questions', 1000
	where exists (select from public.survey_questions q where q.call_id = p_call)
$$;
comment on function private.things_asked(uuid) is
	'What a survey asks about: fields of action, and at the end its own questions as one more.';
grant execute on function private.things_asked(uuid) to authenticated;

create function private.is_answer(q public.survey_questions, p_said jsonb) returns boolean
language sql immutable set search_path = '' as $$
	select case
		when q.kind = 'several'
			then jsonb_typeof(p_said) = 'array'
				and p_said <> '[]'
				and array(select jsonb_array_elements_text(p_said)) <@ q.options
		when jsonb_typeof(p_said) <> 'string' or private.is_blank(p_said #>> '{}') then false
		when q.kind = 'short_text' then length(p_said #>> '{}') <= 200
		when q.kind = 'long_text' then length(p_said #>> '{}') <= 5000
		when q.kind = 'number' then p_said #>> '{}' ~ '^-?[0-9]{1,12}([.,][0-9]{1,4})?$'
		when q.kind = 'one' then p_said #>> '{}' = any (q.options)
		else p_said #>> '{}' in ('yes', 'no', 'unknown')
	end
$$;
comment on function private.is_answer(public.survey_questions, jsonb) is
	'Is this an answer to the question? A text, a number as it is typed, one of the options, or a list of them. '
	'Digits are the ten that can be added up: \d knows more of them.';
grant execute on function private.is_answer(public.survey_questions, jsonb) to authenticated;

create function private.wrong_in(p_call uuid, p_answers jsonb, p_is_complete boolean) returns text
language sql stable set search_path = '' as $$
	select case
		when bool_or(x.said is not null and not private.is_answer(x.q, x.said)) then 'errors_survey_question_wrong'
		when bool_or(x.said is null and (x.q).is_required) and p_is_complete then 'errors_survey_question_open'
	end
	from (select q, p_answers -> q.key::text as said from public.survey_questions q where q.call_id = p_call) x
$$;
comment on function private.wrong_in(uuid, jsonb, boolean) is
	'The sentence on what is wrong with answers to the own questions of a survey: one that is none, or, when '
	'all that is required must be there, one that is missing. Null: nothing.';
grant execute on function private.wrong_in(uuid, jsonb, boolean) to authenticated;

create function private.lacks_own_answers(p_addressee uuid) returns boolean
language sql stable set search_path = '' as $$
	select exists (
		select
		from public.call_addressees a
		join public.survey_questions q on q.call_id = a.call_id
		where a.id = p_addressee and q.is_required
	)
	and not exists (
		select
		from private.present_fields r
		where r.addressee_id = p_addressee and r.field_of_action = 'own_questions'
	)
$$;
comment on function private.lacks_own_answers(uuid) is
	'Does an addressee still owe an answer to a required question? What is not required is missed by nobody.';
grant execute on function private.lacks_own_answers(uuid) to authenticated;

create function private.question_tallies(p_call uuid)
returns table (key uuid, answered integer, counts jsonb, total numeric)
language sql stable set search_path = '' rows 20 as $$
	with said as materialized (
		select q.key, q.kind, f.answers -> q.key::text as said
		from public.survey_questions q
		join private.present_fields f on f.authority_id = q.authority_id
			and f.call_id = q.call_id
			and f.field_of_action = 'own_questions'
		where q.call_id = p_call and f.answers ? q.key::text
	),
	counted as (
		select x.key, jsonb_object_agg(x.value, x.n) as counts
		from (
			select s.key, v.value, count(*) as n
			from said s
			cross join lateral jsonb_array_elements_text(
				case jsonb_typeof(s.said) when 'array' then s.said else jsonb_build_array(s.said) end
			) v
			where s.kind in ('one', 'several', 'yes_no')
			group by s.key, v.value
		) x
		group by x.key
	)
	select q.key, (select count(*) from said s where s.key = q.key)::integer, coalesce(c.counts, '{}'),
		(
			select sum(replace(s.said #>> '{}', ',', '.')::numeric)
			from said s
			where s.key = q.key and s.kind = 'number'
		)
	from public.survey_questions q
	left join counted c on c.key = q.key
	where q.call_id = p_call
	order by q.place
$$;
comment on function private.question_tallies(uuid) is
	'Of each own question how many answered it, how many chose what, and the sum of numbers: exact, of what '
	'the person may read.';
grant execute on function private.question_tallies(uuid) to authenticated;

create function private.answers_by_label(p_call uuid, p_answers jsonb) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_object_agg(coalesce(q.label, x.key), x.value), '{}')
	from jsonb_each(p_answers) x
	left join public.survey_questions q on q.call_id = p_call and q.key::text = x.key
$$;
comment on function private.answers_by_label(uuid, jsonb) is
	'Answers by what was asked, for who gets them without the questions; those of the form keep their keys.';

create function private.stamp_question() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select c.authority_id into new.authority_id
	from public.calls c
	where c.id = new.call_id and c.kind = 'surveys';
	new.revision := case when tg_op = 'UPDATE' then old.revision + (new.place = old.place)::integer else 1 end;
	return new;
end
$$;
comment on function private.stamp_question() is
	'Fills the tenant of a question and counts its changes; its place among the others is none. Definer: reads '
	'past the caller''s policies.';

grant select, delete,
	insert (call_id, key, place, kind, label, hint, options, is_required, is_published),
	update (place, kind, label, hint, options, is_required, is_published)
on public.survey_questions to authenticated;
create policy "who reads a call reads its questions" on public.survey_questions for select to authenticated
	using (exists (select from public.calls c where c.id = call_id));
create policy "planners ask questions while they prepare" on public.survey_questions
	for insert to authenticated
	with check (private.plans_draft_of_call(call_id));
create policy "planners change questions while they prepare" on public.survey_questions
	for update to authenticated
	using (private.plans_draft_of_call(call_id))
	with check (private.plans_draft_of_call(call_id));
create policy "planners drop questions while they prepare" on public.survey_questions
	for delete to authenticated
	using (private.plans_draft_of_call(call_id));
create trigger stamp before insert or update on public.survey_questions
	for each row execute function private.stamp_question();
create trigger keep_opened before insert or update or delete on public.survey_questions
	for each row execute function private.keep_opened();

create function private.draft_to_ask(p_authority uuid, p_slug text) returns public.calls
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug, 'surveys');
begin
	perform private.lock_call(c.id);
	c := private.call_to_plan(p_authority, p_slug, 'surveys');
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	return c;
end
$$;
comment on function private.draft_to_ask(uuid, text) is
	'A survey whose questions a planner may still change, one after the other. NOTFD, FINAL.';
grant execute on function private.draft_to_ask(uuid, text) to authenticated;

create function public.save_survey_question(
	p_authority uuid, p_slug text, p_key uuid, p_question jsonb, p_revision integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare
	c public.calls := private.draft_to_ask(p_authority, p_slug);
	q public.survey_questions; n public.survey_questions; v_count integer;
begin
	select * into q from public.survey_questions x where x.call_id = c.id and x.key = p_key;
	n := jsonb_populate_record(
		q, p_question - array['call_id', 'key', 'authority_id', 'place', 'revision']
	);
	n.options := case
		when n.kind in ('one', 'several')
			then array(
				select btrim(o.option)
				from unnest(n.options) with ordinality o (option, place)
				where not private.is_blank(o.option)
				group by btrim(o.option)
				order by min(o.place)
			)
		else '{}'
	end;
	if private.is_blank(n.label) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["label"]';
	elsif n.kind in ('one', 'several') and cardinality(n.options) < 2 then
		raise exception 'errors_survey_question_options' using errcode = 'RULED', detail = '["options"]';
	end if;
	perform private.require_choice(
		'options', not exists (select from unnest(n.options) o (option) where length(o.option) > 200)
	);
	n.label := btrim(n.label);
	if exists (
		select from public.survey_questions x where x.call_id = c.id and x.key <> p_key and x.label = n.label
	) then
		raise exception 'errors_survey_question_twice' using errcode = 'RULED', detail = '["label"]';
	end if;
	n.hint := btrim(coalesce(n.hint, ''));
	n.is_required := coalesce(n.is_required, false);
	n.is_published := coalesce(n.is_published, false) and n.kind not in ('short_text', 'long_text');
	if q.key is null then
		perform private.require(p_revision = 0);
		select count(*) into v_count from public.survey_questions x where x.call_id = c.id;
		if v_count >= 20 then
			raise exception 'errors_survey_questions_most' using errcode = 'RULED';
		end if;
		insert into public.survey_questions (
			call_id, key, place, kind, label, hint, options, is_required, is_published
		)
		values (
			c.id, p_key, v_count + 1, n.kind, n.label, n.hint, n.options, n.is_required, n.is_published
		);
	elsif (n.kind, n.label, n.hint, n.options, n.is_required, n.is_published)
		is distinct from (q.kind, q.label, q.hint, q.options, q.is_required, q.is_published) then
		if p_revision is distinct from q.revision then
			raise exception 'changed in another window' using errcode = 'STALE',
			detail = jsonb_build_object(
				'revision', q.revision,
				'stored', to_jsonb(q) - array['call_id', 'authority_id']
			)::text;
		end if;
		update public.survey_questions x
		set kind = n.kind, label = n.label, hint = n.hint, options = n.options, is_required = n.is_required,
			is_published = n.is_published
		where x.call_id = c.id and x.key = p_key;
	end if;
end
$$;
comment on function public.save_survey_question(uuid, text, uuid, jsonb, integer) is
	'Adds a question to a survey that is prepared, or changes one: {kind, label, hint, options, is_required, '
	'is_published}. p_key: drawn by the form, sent again it is the same question. p_revision: the one the page '
	'was made from (0: none yet). MISSG label, RULED label (asked already), RULED options, RULED beyond twenty, '
	'STALE when it changed elsewhere, NOTFD when it was dropped there.';
grant execute on function public.save_survey_question(uuid, text, uuid, jsonb, integer) to authenticated;

create function public.place_survey_question(
	p_authority uuid, p_slug text, p_key uuid, p_place integer
) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.draft_to_ask(p_authority, p_slug);
begin
	update public.survey_questions q
	set place = o.place
	from (
		select x.key,
			row_number() over (
				order by case
						when x.key <> p_key then x.place * 2
						when p_place < x.place then p_place * 2 - 1
						else p_place * 2 + 1
					end
			) as place
		from public.survey_questions x
		where x.call_id = c.id
	) o
	where q.call_id = c.id and q.key = o.key and q.place <> o.place;
end
$$;
comment on function public.place_survey_question(uuid, text, uuid, integer) is
	'Puts a question of a survey that is prepared at a place among the others, counted from 1; sent again it '
	'stays there.';
grant execute on function public.place_survey_question(uuid, text, uuid, integer) to authenticated;

create function public.drop_survey_question(p_authority uuid, p_slug text, p_key uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.draft_to_ask(p_authority, p_slug);
begin
	perform public.place_survey_question(p_authority, p_slug, p_key, 20);
	delete from public.survey_questions q where q.call_id = c.id and q.key = p_key;
end
$$;
comment on function public.drop_survey_question(uuid, text, uuid) is
	'Takes a question out of a survey that is prepared; the others move up. Sent again it changes nothing.';
grant execute on function public.drop_survey_question(uuid, text, uuid) to authenticated;
