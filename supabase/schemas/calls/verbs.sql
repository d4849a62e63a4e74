-- Verbs of calls: whom one asks, until when, what came back: what changes something.

create function private.end_of_day(p_day date) returns timestamptz
language sql stable set search_path = '' as $$
	select (p_day + time '23:59') at time zone 'Europe/Berlin'
$$;
comment on function private.end_of_day(date) is '23:59 of a day in Germany.';
grant execute on function private.end_of_day(date) to authenticated;

create function public.start_call(p_authority uuid, p_id uuid) returns text
language plpgsql volatile set search_path = '' as $$
declare v_last public.calls; v_slug text; v_base text := 'bedarfsabfrage-'
	|| to_char(private.today(), 'YYYY'); n integer := 1;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	perform pg_advisory_xact_lock(hashtextextended('start call ' || p_authority, 0));
	select slug into v_slug from public.calls where id = p_id and authority_id = p_authority;
	if found then
		return v_slug;
	end if;
	select *
	into v_last
	from public.calls
	where authority_id = p_authority and kind = 'needs_survey' and state <> 'draft'
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
		p_id, p_authority, 'needs_survey', v_slug,
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
	insert into public.call_addressees (call_id, organisation_id)
	select p_id, o.id from public.organisations o where o.authority_id = p_authority
		and case when v_last.id is null then o.kind in ('municipality', 'association')
			else exists (
				select from public.call_addressees x where x.call_id = v_last.id and x.organisation_id = o.id
			) end;
	return v_slug;
end
$$;
comment on function public.start_call(uuid, uuid) is
	'Prepares a needs survey as the last one was, or as such a survey usually is. p_id is drawn by the '
	'form: a double submit is one call. Returns its short name.';
grant execute on function public.start_call(uuid, uuid) to authenticated;

create function public.save_call(p_authority uuid, p_slug text, p_changes jsonb) returns text
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug); n public.calls;
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	n := jsonb_populate_record(c, p_changes);
	update public.calls
	set slug = n.slug, title = btrim(n.title), covering_text = n.covering_text, opens_at = n.opens_at,
		closes_at = n.closes_at,
		post_id = n.post_id, purpose = n.purpose, legal_basis = n.legal_basis, readers = n.readers,
		retention = n.retention, previous_id = n.previous_id
	where id = c.id returning slug into n.slug;
	if not found then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	return n.slug;
end
$$;
comment on function public.save_call(uuid, text, jsonb) is
	'Changes a call that is not open yet. Returns its short name, which may be new.';
grant execute on function public.save_call(uuid, text, jsonb) to authenticated;

create function public.discard_call(p_authority uuid, p_slug text) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	delete from public.calls where id = c.id;
	if not found then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
end
$$;
comment on function public.discard_call(uuid, text) is 'Throws away a call that was never opened.';
grant execute on function public.discard_call(uuid, text) to authenticated;

create function public.set_call_fields(p_authority uuid, p_slug text, p_fields text[]) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
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

create function public.set_call_addressees(p_authority uuid, p_slug text, p_organisations uuid[]) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	if c.state <> 'draft' then
		raise exception 'errors_call_is_open' using errcode = 'FINAL';
	end if;
	delete from public.call_addressees where call_id = c.id and not organisation_id = any (p_organisations);
	insert into public.call_addressees (call_id, organisation_id)
	select c.id, o
	from unnest(p_organisations) o
	where not exists (
		select from public.call_addressees a where a.call_id = c.id and a.organisation_id = o
	);
end
$$;
comment on function public.set_call_addressees(uuid, text, uuid[]) is
	'The circle of addressees, while the call is prepared.';
grant execute on function public.set_call_addressees(uuid, text, uuid[]) to authenticated;

create function public.add_addressee(p_authority uuid, p_slug text, p_organisation uuid) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	insert into public.call_addressees (call_id, organisation_id)
	select c.id, p_organisation
	where not exists (
		select from public.call_addressees a where a.call_id = c.id and a.organisation_id = p_organisation
	);
end
$$;
comment on function public.add_addressee(uuid, text, uuid) is
	'Asks one more organisation, also while the call is open: it is invited at once.';
grant execute on function public.add_addressee(uuid, text, uuid) to authenticated;

create function public.save_circle(p_authority uuid, p_name text, p_organisations uuid[]) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid;
begin
	perform private.require(p_authority in (select private.my_authorities('{planner}')));
	insert into public.circles (authority_id, name) values (p_authority, btrim(p_name))
	on conflict (authority_id, name) do update set name = excluded.name returning id into v_id;
	delete from public.circle_members where circle_id = v_id and not organisation_id = any (p_organisations);
	insert into public.circle_members (circle_id, authority_id, organisation_id)
	select v_id, p_authority, o
	from unnest(p_organisations) o
	on conflict do nothing;
	return v_id;
end
$$;
comment on function public.save_circle(uuid, text, uuid[]) is
	'Saves a circle under a name; the same name again replaces who is in it.';
grant execute on function public.save_circle(uuid, text, uuid[]) to authenticated;

create function public.discard_circle(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.circles where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_circle(uuid) is 'Forgets a saved circle; calls keep whom they asked.';
grant execute on function public.discard_circle(uuid) to authenticated;

create function public.take_call_step(
	p_authority uuid, p_slug text, p_step text, p_closes_at timestamptz default null,
	p_body text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug);
begin
	perform private.lock_call(c.id);
	insert into public.call_steps (call_id, step, closes_at, body)
	values (c.id, p_step, p_closes_at, nullif(btrim(p_body), ''));
end
$$;
comment on function public.take_call_step(uuid, text, text, timestamptz, text) is
	'opened, prolonged, closed, published. MISSG body: a word is wanted on sessions outside the window, '
	'or on why it is prolonged. FINAL: somebody was faster.';
grant execute on function public.take_call_step(uuid, text, text, timestamptz, text) to authenticated;

create function public.ask_extension(p_addressee uuid, p_until timestamptz, p_reason text) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	insert into public.call_extensions (addressee_id, asked_until, reason)
	values (p_addressee, p_until, p_reason);
end
$$;
comment on function public.ask_extension(uuid, timestamptz, text) is 'Asks for more time, with a reason.';
grant execute on function public.ask_extension(uuid, timestamptz, text) to authenticated;

create function public.decide_extension(
	p_addressee uuid, p_outcome text, p_due_at timestamptz default null, p_reason text default null
) returns void
language plpgsql volatile set search_path = '' as $$
declare v_extension uuid;
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice('outcome', p_outcome in ('granted', 'refused'));
	select e.id
	into v_extension
	from public.call_extensions e
	where e.addressee_id = p_addressee
	order by e.created_at desc
	limit 1;
	perform private.require(v_extension is not null);
	insert into public.call_extension_decisions (extension_id, outcome, due_at, reason)
	values (
		v_extension, p_outcome, case when p_outcome = 'granted' then p_due_at end, nullif(btrim(p_reason), '')
	);
end
$$;
comment on function public.decide_extension(uuid, text, timestamptz, text) is
	'Grants or refuses what an addressee asked for last. FINAL: it is decided.';
grant execute on function public.decide_extension(uuid, text, timestamptz, text) to authenticated;

create function public.extend_addressee(
	p_addressee uuid, p_due_at timestamptz, p_reason text, p_channel text
) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice('channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person'));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	insert into public.call_extensions (addressee_id, asked_until, reason, channel)
	values (p_addressee, p_due_at, p_reason, p_channel);
	perform public.decide_extension(p_addressee, 'granted', p_due_at);
end
$$;
comment on function public.extend_addressee(uuid, timestamptz, text, text) is
	'Writes down that an addressee asked otherwise than online, and grants it.';
grant execute on function public.extend_addressee(uuid, timestamptz, text, text) to authenticated;

create function public.remind_addressees(
	p_authority uuid, p_slug text, p_addressees uuid[], p_body text default null
) returns integer
language plpgsql volatile set search_path = '' as $$
declare c public.calls := private.call_to_plan(p_authority, p_slug); v_count integer;
begin
	perform private.lock_call(c.id);
	insert into public.call_notices (addressee_id, kind, body)
	select a.id, 'reminder', nullif(btrim(p_body), '')
	from public.call_addressees a
	where a.call_id = c.id and a.id = any (p_addressees) and a.answered_at is null
		and not exists (
			select
			from public.call_notices n
			where n.addressee_id = a.id and n.kind = 'reminder' and n.created_at > private.now() - interval '1 minute'
		);
	get diagnostics v_count = row_count;
	return v_count;
end
$$;
comment on function public.remind_addressees(uuid, text, uuid[], text) is
	'Reminds those of a selection who have not answered; a second click within a minute reminds nobody '
	'twice. Returns how many.';
grant execute on function public.remind_addressees(uuid, text, uuid[], text) to authenticated;

create function public.note_letter(p_addressee uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	insert into public.call_notices (addressee_id, kind) select p_addressee, 'letter'
	where not exists (
		select
		from public.call_notices n
		where n.addressee_id = p_addressee
			and n.kind = 'letter'
			and n.created_at > private.now() - interval '1 minute'
	);
end
$$;
comment on function public.note_letter(uuid) is 'Notes that a letter on paper was posted.';
grant execute on function public.note_letter(uuid) to authenticated;

create function public.save_survey_answer(
	p_addressee uuid, p_field text, p_revision integer, p_choice text, p_answers jsonb, p_unknown text[]
) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.survey_answers; v_revision integer;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	perform private.require_choice(
		'choice', coalesce(p_choice, 'needs') in ('nil_return', 'needs', 'not_competent')
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
	if (v.choice, v.answers, v.unknown) is not distinct from (p_choice, p_answers, p_unknown) then
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
	'Keeps what was filled in for a field. p_revision: the one the page was made from (0: none yet); '
	'STALE (detail: {revision, stored}) if it changed since.';
grant execute on function
	public.save_survey_answer(uuid, text, integer, text, jsonb, text[])
to authenticated;

create function public.release_survey_answers(p_addressee uuid, p_seen integer) returns integer
language plpgsql volatile set search_path = '' as $$
declare v_seen integer;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	if not private.releases_for_addressee(p_addressee) then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	select coalesce(sum(s.revision), 0)
	into v_seen
	from public.survey_answers s
	where s.addressee_id = p_addressee;
	if v_seen is distinct from p_seen then
		raise exception 'changed in another window' using errcode = 'STALE',
		detail = jsonb_build_object(
			'revision', v_seen,
			'stored', '{}'::jsonb
		)::text;
	end if;
	perform private.check_answers_fit(p_addressee);
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
			where s.addressee_id = p_addressee and private.waits_for_release(s)
		)
	);
end
$$;
comment on function public.release_survey_answers(uuid, integer) is
	'Returns what was filled in, exactly as the releaser saw it (p_seen: the sum of the revisions '
	'shown). Fields with needs count once a report is released. Returns how many fields; a second '
	'submit returns none.';
grant execute on function public.release_survey_answers(uuid, integer) to authenticated;

create function private.answer_nil(p_addressee uuid, p_fields text[]) returns text
language plpgsql volatile set search_path = '' as $$
declare f text; v public.survey_answers;
begin
	foreach f in array p_fields loop
		select * into v from public.survey_answers where addressee_id = p_addressee and field_of_action = f;
		perform public.save_survey_answer(
			p_addressee, f, coalesce(v.revision, 0), 'nil_return', coalesce(v.answers, '{}'), coalesce(v.unknown, '{}')
		);
	end loop;
	if not private.releases_for_addressee(p_addressee) then
		return 'saved';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	perform private.return_survey(
		p_addressee,
		(
			select coalesce(jsonb_agg(jsonb_build_object('field', x, 'outcome', 'nil_return')), '[]')
			from unnest(p_fields) x
			where not private.is_returned(p_addressee, x, 'nil_return')
		)
	);
	return 'returned';
end
$$;
comment on function private.answer_nil(uuid, text[]) is
	'Fehlanzeige for fields in one act: returned by who releases, otherwise put before the head ("saved"). '
	'Words somebody filled in for a field were not seen and wait for their own release.';
grant execute on function private.answer_nil(uuid, text[]) to authenticated;

create function public.answer_nil(p_addressee uuid, p_field text) returns text
language sql volatile set search_path = '' as $$
	select private.answer_nil(p_addressee, array[p_field])
$$;
comment on function public.answer_nil(uuid, text) is 'Fehlanzeige for one field in one click.';
grant execute on function public.answer_nil(uuid, text) to authenticated;

create function public.start_survey_report(p_addressee uuid, p_field text) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid; v_organisation uuid;
begin
	perform private.require(private.writes_for_addressee(p_addressee));
	select organisation_id into v_organisation from public.call_addressees where id = p_addressee;
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id
	into v_id
	from public.need_report_drafts d
	where d.addressee_id = p_addressee and d.written_by = private.person_id()
		and d.revision = 0
			and d.answers ->> 'field_of_action' = p_field
			and d.created_at > private.now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	insert into public.need_report_drafts (organisation_id, addressee_id, answers)
	values (v_organisation, p_addressee, jsonb_build_object('field_of_action', p_field))
	returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_survey_report(uuid, text) is
	'Begins a report in answer to a call, its field of action filled in. A second click within five '
	'seconds opens the same draft.';
grant execute on function public.start_survey_report(uuid, text) to authenticated;

create function public.enter_survey_return(
	p_addressee uuid, p_fields text[], p_outcome text, p_channel text, p_given_by text, p_received_on date,
	p_answers jsonb default '{}'
) returns integer
language plpgsql volatile set search_path = '' as $$
begin
	perform private.require(private.plans_addressee(p_addressee));
	perform private.require_choice(
		'channel', p_channel in ('email', 'letter', 'fax', 'phone', 'in_person', 'workshop')
	);
	perform private.require_choice('outcome', p_outcome in ('nil_return', 'not_competent'));
	if private.is_blank(p_given_by) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["given_by"]';
	elsif coalesce(cardinality(p_fields), 0) = 0 then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["fields"]';
	end if;
	perform private.lock_call((select call_id from public.call_addressees where id = p_addressee));
	return private.return_survey(
		p_addressee,
		(
			select coalesce(
				jsonb_agg(
					jsonb_build_object(
						'field', f,
						'outcome', p_outcome,
						'answers', coalesce(p_answers, '{}')
					)
				),
				'[]'
			)
			from (select distinct unnest(p_fields) as f) x
			where not private.is_returned(
				p_addressee, f, p_outcome, p_channel, coalesce(p_received_on, private.today())
			)
		),
		p_channel, p_given_by, p_received_on
	);
end
$$;
comment on function public.enter_survey_return(uuid, text[], text, text, text, date, jsonb) is
	'Enters for an addressee what came on paper or by phone: nil returns and "not ours to know". Needs '
	'are entered as reports. A double submit enters nothing twice.';
grant execute on function
	public.enter_survey_return(uuid, text[], text, text, text, date, jsonb)
to authenticated;

create function public.remind_open_calls() returns integer
language plpgsql volatile security definer set search_path = '' as $$
declare v_count integer;
begin
	with due as (
		select a.*, (a.due_at at time zone 'Europe/Berlin')::date as day
		from public.calls c
		join public.call_addressees a on a.call_id = c.id
		where c.state = 'open' and a.answered_at is null and c.opens_at <= private.now()
	),
	added as (
		insert into public.call_notices (authority_id, call_id, addressee_id, kind, due_on, escalates)
		select d.authority_id, d.call_id, d.id, r.notice, d.day, r.escalates
		from due d
		join private.call_reminders r on private.today() - d.day between r.first_day and r.last_day
		where d.invited_at < private.now() - r.asked_before
		on conflict (addressee_id, kind, due_on)
		where kind in ('reminder_week', 'reminder_day', 'reminder_late') do nothing
		returning call_id
	)
	select count(*) into v_count from added;
	return v_count;
end
$$;
comment on function public.remind_open_calls() is
	'Daily: reminds a week before the due date, on its day, and two weeks after it (then the deputies '
	'too); once each. Whoever was asked less than three days ago is not reminded of the week. Definer: '
	'see above.';
