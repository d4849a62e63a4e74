-- Why: each thing a person does is one call, all or nothing. Reports are named by their number, as people name them; what
-- one may not see is not there (NOTFD). Rights are those of the policies: nothing here runs with more than the caller's.

create function private.need_report_fields() returns text[] language sql immutable set search_path = '' as $$
	select array['title', 'field_of_action', 'target_groups', 'municipality_ags', 'locality', 'description', 'noticed_source', 'noticed_body',
		'noticed_on', 'noticed_item', 'noticed_since', 'evidence', 'evidence_year', 'evidence_source', 'affected_range', 'urgency', 'urgency_reason',
		'existing_offer', 'proposed_solution', 'own_contribution', 'responsible_levels', 'cost_idea', 'contact', 'visibility']
$$;
comment on function private.need_report_fields() is 'The questions of form version 1.';

create function private.given_answers(p_answers jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(p_answers)
	where not private.is_blank(value #>> '{}') and value not in ('[]', 'null')
$$;
comment on function private.given_answers(jsonb) is 'Answers without the empty ones.';

create function private.missing_answers(p_answers jsonb) returns jsonb
language sql immutable set search_path = '' as $$
	select coalesce(jsonb_agg(f order by n), '[]')
	from (select private.given_answers(p_answers) as given offset 0) answers
	cross join unnest(array['title', 'field_of_action', 'target_groups', 'locality', 'description', 'affected_range', 'urgency', 'visibility'])
		with ordinality as required (f, n)
	where not given ? f
$$;
comment on function private.missing_answers(jsonb) is 'The questions that must be answered before release and are not.';

create function private.are_choices(p_value jsonb, p_keys text[]) returns boolean
language sql immutable set search_path = '' as $$
	select case when jsonb_typeof(p_value) = 'array' then jsonb_array_length(p_value) <= cardinality(p_keys) and p_value <@ to_jsonb(p_keys) end
$$;
comment on function private.are_choices(jsonb, text[]) is 'Is the answer a list of these keys?';

create function private.invalid_answers(p_answers jsonb) returns jsonb
language sql stable set search_path = '' as $$
	select coalesce(jsonb_agg(g.key order by array_position(private.need_report_fields(), g.key)), '[]')
	from (select key, value, case when jsonb_typeof(value) = 'string' then value #>> '{}' end as text from jsonb_each(private.given_answers(p_answers))) g
	where g.key = any (private.need_report_fields()) and not coalesce(case g.key
		when 'title' then length(btrim(g.text)) between 3 and 120
		when 'locality' then length(btrim(g.text)) between 2 and 120
		when 'description' then length(btrim(g.text)) between 10 and 5000
		when 'noticed_body' then length(g.text) <= 160
		when 'noticed_item' then length(g.text) <= 60
		when 'noticed_since' then length(g.text) <= 300
		when 'evidence' then length(g.text) <= 1000
		when 'evidence_source' then length(g.text) <= 300
		when 'urgency_reason' then length(g.text) <= 1000
		when 'existing_offer' then length(g.text) <= 2000
		when 'proposed_solution' then length(g.text) <= 2000
		when 'own_contribution' then length(g.text) <= 2000
		when 'cost_idea' then length(g.text) <= 1000
		when 'contact' then length(g.text) <= 300
		when 'field_of_action' then g.text in (select f.key from public.fields_of_action f)
		when 'municipality_ags' then g.text in (select m.ags from public.municipalities m)
		when 'target_groups' then private.are_choices(g.value, array(select t.key from public.target_groups t))
		when 'responsible_levels' then private.are_choices(g.value, '{municipality,district,provider,state,other,unknown}')
		when 'noticed_source' then g.text in ('council_debate', 'advisory_council', 'provider', 'residents_meeting', 'statistics', 'other')
		when 'affected_range' then g.text in ('under_5', '5_to_20', '20_to_50', '50_to_100', 'over_100', 'unknown')
		when 'urgency' then g.text in ('acute', 'this_year', 'medium_term')
		when 'visibility' then g.text in ('district', 'participants', 'public')
		when 'noticed_on' then case when g.text ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then pg_input_is_valid(g.text, 'date') end
		when 'evidence_year' then case when g.value #>> '{}' ~ '^[0-9]{4}$' then (g.value #>> '{}')::integer between 1990 and 2100 end
	end, false)
$$;
comment on function private.invalid_answers(jsonb) is
	'The questions answered with what cannot be kept as an answer: too long, too short, no such choice, no such day. The same truth as the constraints of need_reports.';

create function private.check_answers(p_answers jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare v_fields jsonb := private.missing_answers(p_answers);
begin
	if v_fields <> '[]' then
		raise exception 'not complete' using errcode = 'MISSG', detail = v_fields::text;
	end if;
	v_fields := private.invalid_answers(p_answers);
	if v_fields <> '[]' then
		raise exception 'not valid' using errcode = 'INVAL', detail = v_fields::text;
	end if;
end
$$;
comment on function private.check_answers(jsonb) is 'MISSG or INVAL with the names of the questions (detail), or nothing.';
grant execute on function private.need_report_fields(), private.given_answers(jsonb), private.missing_answers(jsonb), private.are_choices(jsonb, text[]),
	private.invalid_answers(jsonb), private.check_answers(jsonb) to authenticated;

create function private.report_named(p_number text) returns uuid
language plpgsql stable set search_path = '' as $$
declare v_id uuid;
begin
	select id into v_id from public.need_reports where number = p_number;
	if v_id is null then
		raise exception 'no such report' using errcode = 'NOTFD';
	end if;
	return v_id;
end
$$;
comment on function private.report_named(text) is 'The report of this number among those the person may see; NOTFD otherwise.';

create function private.need_named(p_number text) returns public.needs
language plpgsql stable set search_path = '' as $$
declare v public.needs;
begin
	select * into v from public.needs where number = p_number;
	if v.id is null then
		raise exception 'no such need' using errcode = 'NOTFD';
	end if;
	return v;
end
$$;
comment on function private.need_named(text) is 'The need of this number among those the person may see; NOTFD otherwise.';

create function private.require(p_allowed boolean) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if p_allowed is not true then
		raise exception 'not for this person' using errcode = 'NOTFD';
	end if;
end
$$;
comment on function private.require(boolean) is 'What one may not do is not there.';
grant execute on function private.report_named(text), private.need_named(text) to authenticated;
grant execute on function private.require(boolean) to anon, authenticated;

create function private.require_choice(p_field text, p_is_choice boolean) returns void
language plpgsql immutable set search_path = '' as $$
begin
	if p_is_choice is not true then
		raise exception 'not valid' using errcode = 'INVAL', detail = jsonb_build_array(p_field)::text;
	end if;
end
$$;
comment on function private.require_choice(text, boolean) is 'INVAL with the field''s name unless what was chosen is a choice.';
grant execute on function private.require_choice(text, boolean) to authenticated;

create function public.start_need_report(p_organisation uuid, p_joins text default null) returns uuid
language plpgsql volatile set search_path = '' as $$
declare v_id uuid; v_joins public.need_reports;
begin
	perform private.require(p_organisation in (select private.my_organisations(private.writing_kinds())));
	if p_joins is not null then
		select id, title, field_of_action, target_groups into v_joins.id, v_joins.title, v_joins.field_of_action, v_joins.target_groups
		from public.need_reports where number = p_joins;
	end if;
	perform pg_advisory_xact_lock(hashtextextended('start ' || private.person_id(), 0));
	select d.id into v_id from public.need_report_drafts d where d.organisation_id = p_organisation and d.written_by = private.person_id()
		and d.revision = 0 and d.joins_report_id is not distinct from v_joins.id and d.created_at > now() - interval '5 seconds';
	if found then
		return v_id;
	end if;
	insert into public.need_report_drafts (organisation_id, joins_report_id, answers)
	values (p_organisation, v_joins.id, case when v_joins.id is null then '{}' else jsonb_build_object(
		'title', v_joins.title, 'field_of_action', v_joins.field_of_action, 'target_groups', to_jsonb(v_joins.target_groups)) end)
	returning id into v_id;
	return v_id;
end
$$;
comment on function public.start_need_report(uuid, text) is
	'Begins a report for an organisation one writes for; joining another one takes over its subject. A second click within five seconds opens the same draft.';

create function public.save_need_report(p_id uuid, p_revision integer, p_answers jsonb) returns integer
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts; v_conflicts jsonb; v_changed jsonb;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	select jsonb_object_agg(key, value) into v_changed from jsonb_each(p_answers)
	where key = any (private.need_report_fields()) and value is distinct from coalesce(v.answers -> key, 'null');
	if v_changed is null then
		return v.revision;
	end if;
	select jsonb_object_agg(key, v.answers -> key) into v_conflicts from jsonb_each(v_changed)
	where (v.field_revisions ->> key)::integer > coalesce(p_revision, -1);
	if v_conflicts is not null then
		raise exception 'changed in another window' using errcode = 'STALE',
			detail = jsonb_build_object('revision', v.revision, 'stored', v_conflicts)::text;
	end if;
	update public.need_report_drafts set answers = v.answers || v_changed where id = p_id returning revision into v.revision;
	return v.revision;
end
$$;
comment on function public.save_need_report(uuid, integer, jsonb) is
	'Keeps answers as typed. p_revision: the revision the page was made from; STALE (detail: {revision, stored}) if one of these answers changed since.';

create function public.join_need_report(p_id uuid, p_joins text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_joins uuid := case when p_joins is not null then private.report_named(p_joins) end;
begin
	update public.need_report_drafts d set joins_report_id = v_joins where d.id = p_id;
	perform private.require(found);
end
$$;
comment on function public.join_need_report(uuid, text) is 'Joins a draft to a report that was made before, or (null) parts it again; what was typed stays.';

create function public.hand_in_need_report(p_id uuid, p_revision integer) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.id is not null);
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE', detail = jsonb_build_object('revision', v.revision, 'stored', '{}'::jsonb)::text;
	end if;
	perform private.check_answers(v.answers);
	update public.need_report_drafts set handed_in_at = now() where id = p_id and handed_in_at is null;
end
$$;
comment on function public.hand_in_need_report(uuid, integer) is
	'The writer puts a complete draft before the head. MISSG lists what is missing, INVAL what cannot be an answer.';

create function public.return_need_report(p_id uuid, p_reason text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	perform private.require(v.organisation_id in (select private.my_organisations(private.releasing_kinds())));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	elsif v.handed_in_at is null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	update public.need_report_drafts set returned_at = now(), return_reason = left(p_reason, 2000) where id = p_id;
end
$$;
comment on function public.return_need_report(uuid, text) is 'The head gives a draft back to the writer, with a reason.';

create function public.discard_need_report(p_id uuid) returns void
language plpgsql volatile set search_path = '' as $$
begin
	delete from public.need_report_drafts where id = p_id;
	perform private.require(found);
end
$$;
comment on function public.discard_need_report(uuid) is 'Throws a draft away, for good.';

create function public.release_need_report(p_id uuid, p_revision integer) returns text
language plpgsql volatile set search_path = '' as $$
declare v public.need_report_drafts; a jsonb; r public.need_reports; v_number text;
begin
	select * into v from public.need_report_drafts where id = p_id for update;
	if v.id is null then
		select number into v_number from public.need_reports
		where id = p_id and organisation_id in (select private.my_organisations(private.writing_kinds()));
		perform private.require(v_number is not null);
		return v_number;
	end if;
	if v.organisation_id not in (select private.my_organisations(private.releasing_kinds())) then
		raise exception 'errors_release_is_for_the_head' using errcode = 'RULED';
	end if;
	if v.revision is distinct from p_revision then
		raise exception 'changed in another window' using errcode = 'STALE', detail = jsonb_build_object('revision', v.revision, 'stored', '{}'::jsonb)::text;
	end if;
	perform private.check_answers(v.answers);
	a := private.given_answers(v.answers);
	r := jsonb_populate_record(null::public.need_reports, a - 'contact');
	insert into public.need_reports (id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality, description, noticed_source,
		noticed_body, noticed_on, noticed_item, noticed_since, evidence, evidence_year, evidence_source, affected_range, urgency, urgency_reason,
		existing_offer, proposed_solution, own_contribution, responsible_levels, cost_idea, visibility)
	values (v.id, v.organisation_id, r.title, r.field_of_action, r.target_groups, r.municipality_ags, r.locality, r.description, r.noticed_source,
		r.noticed_body, r.noticed_on, r.noticed_item, r.noticed_since, r.evidence, r.evidence_year, r.evidence_source, r.affected_range, r.urgency,
		r.urgency_reason, r.existing_offer, r.proposed_solution, r.own_contribution, coalesce(r.responsible_levels, '{}'), r.cost_idea, r.visibility)
	returning number into v_number;
	if a ? 'contact' then
		insert into public.need_report_contacts (report_id, contact) values (v.id, a ->> 'contact');
	end if;
	delete from public.need_report_drafts where id = v.id;
	return v_number;
end
$$;
comment on function public.release_need_report(uuid, integer) is
	'Submits exactly what the releaser saw (revision). MISSG and INVAL as for handing in. The draft becomes the report under the same id, so a second submit answers with the same number.';

create function private.matching_need_reports(p_authority uuid, p_text text) returns table (id uuid, rank real)
language plpgsql stable security definer set search_path = '' rows 20 as $$
declare v_query tsquery; v_text text := left(p_text, 600);
begin
	if p_authority not in (select private.my_authorities()) then
		return;
	end if;
	select string_agg('''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery into v_query
	from unnest(to_tsvector('pg_catalog.german'::regconfig, v_text));
	return query
		with likely as materialized (
			select r.id, (coalesce(ts_rank(r.search, v_query), 0) + 2 * extensions.similarity(r.title, left(v_text, 120)))::real as rank
			from public.need_reports r
			where r.authority_id = p_authority and (r.search @@ v_query or (r.title || ' ' || r.locality) operator(extensions.%) left(v_text, 120))
			order by 2 desc, 1 limit 200)
		select l.id, l.rank from likely l where l.id in (select private.seen_of(array(select x.id from likely x))) order by l.rank desc, l.id limit 30;
end
$$;
create function public.similar_need_reports(p_organisation uuid, p_text text) returns table (number text, title text, organisation_name text, locality text,
	received_at timestamptz, state text)
language sql stable set search_path = '' as $$
	select r.number, r.title, r.organisation_name, r.locality, r.received_at, r.state
	from private.matching_need_reports((select o.authority_id from public.organisations o where o.id = p_organisation), p_text) m
	join public.need_reports r on r.id = m.id
	order by m.rank desc, r.received_at desc limit 3
$$;

comment on function private.matching_need_reports(uuid, text) is
	'Ids of reports like a text, best first (German word stems, trigrams of the title). Definer: under row security the text indexes could not be used; so it asks seen_of itself.';
comment on function public.similar_need_reports(uuid, text) is 'Up to three reports like this text that the person may see, so that one can join instead of repeat.';
grant execute on function private.matching_need_reports(uuid, text) to authenticated;

create function public.assess_need_report(p_number text, p_field_of_action text, p_responsible_level text, p_need text default null, p_need_title text default null)
returns text language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number); v_need public.needs;
begin
	perform private.require(private.may_assess(v_report));
	perform private.require_choice('field_of_action', exists (select from public.fields_of_action where key = p_field_of_action));
	perform private.require_choice('responsible_level', p_responsible_level in ('municipality', 'district', 'provider', 'state', 'other'));
	if p_need is not null then
		v_need := private.need_named(p_need);
		perform private.require(v_need.authority_id = (select authority_id from public.need_reports where id = v_report));
		perform private.lock_need(v_need.id);
	end if;
	perform private.lock_report(v_report);
	if p_need is null then
		select n.* into v_need from private.workings_of(v_report) w join public.needs n on n.id = w.need_id
		where n.opened_by = private.person_id() and n.opened_at > now() - interval '10 minutes' and n.settled_at is null
			and n.title = coalesce(nullif(btrim(p_need_title), ''), (select r.title from public.need_reports r where r.id = v_report));
	end if;
	if v_need.id is null then
		insert into public.needs (authority_id, title, field_of_action)
		select authority_id, coalesce(nullif(btrim(p_need_title), ''), title), p_field_of_action from public.need_reports where id = v_report
		returning * into v_need;
	end if;
	insert into public.need_report_assessments (report_id, field_of_action, responsible_level, need_id)
	select r.id, p_field_of_action, p_responsible_level, v_need.id from public.need_reports r cross join private.workings_of(r.id) w
	where r.id = v_report and (w.need_id, r.assessed_field, r.responsible_level) is distinct from (v_need.id, p_field_of_action, p_responsible_level);
	return v_need.number;
end
$$;
comment on function public.assess_need_report(text, text, text, text, text) is 'Assigns a report to a need of the pool (p_need: its number) or to a new one; field and responsible level. Returns the need''s number. Sent twice, it is written once.';

create function public.write_need_report_message(p_number text, p_kind text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require_choice('kind', p_kind in ('question', 'reply', 'addition', 'interim_status'));
	perform private.require(case when p_kind in ('question', 'interim_status') then private.may_assess(v_report) else private.may_write_for(v_report) end);
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_report(v_report);
	insert into public.need_report_messages (report_id, kind, body)
	select v_report, p_kind, p_body
	where not exists (select from public.need_report_messages m where m.report_id = v_report and m.kind = p_kind and m.body = p_body
		and m.created_at > now() - interval '10 minutes' and m.person_id = private.person_id());
end
$$;
comment on function public.write_need_report_message(text, text, text) is
	'question, interim_status: the planner; reply, addition: the reporting organisation. The same words within ten minutes are a double submit and written once.';

create function public.hand_over_need_report(p_number text, p_office uuid, p_due_on date, p_note text default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	if p_office is null or p_due_on is null then
		raise exception 'not complete' using errcode = 'MISSG', detail = (select jsonb_agg(f) from (values ('office', p_office is null), ('due_on', p_due_on is null)) as x (f, is_missing)
			where is_missing)::text;
	end if;
	perform private.lock_report(v_report);
	insert into public.need_report_handovers (report_id, office_id, due_on, note)
	select v_report, p_office, p_due_on, nullif(btrim(p_note), '') from private.workings_of(v_report) w
	where w.office_id is distinct from p_office or w.office_due_on is distinct from p_due_on;
end
$$;
comment on function public.hand_over_need_report(text, uuid, date, text) is 'Hands a report to another office of the authority, due on a day.';

create function public.answer_need_report(p_number text, p_decision text, p_reason text, p_forwarded_to text default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	if private.is_blank(p_reason) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["reason"]';
	end if;
	perform private.require_choice('decision', exists (select from public.decision_words where key = p_decision));
	if private.is_blank(p_forwarded_to) and exists (select from public.decision_words where key = p_decision and names_third_party) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["forwarded_to"]';
	end if;
	perform private.lock_report(v_report);
	if not exists (select from public.need_report_answers a where a.report_id = v_report and a.decision = p_decision and a.reason = btrim(p_reason)
		and a.forwarded_to is not distinct from nullif(btrim(p_forwarded_to), '')
		and not exists (select from public.need_report_answers b where b.corrects_id = a.id)) then
		insert into public.need_report_answers (report_id, decision, reason, forwarded_to)
		values (v_report, p_decision, btrim(p_reason), nullif(btrim(p_forwarded_to), ''));
	end if;
end
$$;
comment on function public.answer_need_report(text, text, text, text) is
	'The final answer: decision word and reason. A second, different one is a correction that stays visible beside the first.';

create function public.follow_up_need_report(p_number text, p_due_on date, p_note text default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_assess(v_report));
	if p_due_on is null then
		delete from public.need_report_follow_ups where report_id = v_report;
	else
		insert into public.need_report_follow_ups (report_id, due_on, note) values (v_report, p_due_on, nullif(btrim(p_note), ''))
		on conflict (report_id) do update set due_on = excluded.due_on, note = excluded.note;
	end if;
end
$$;
comment on function public.follow_up_need_report(text, date, text) is 'Sets, moves or (null) clears the planner''s own reminder.';

create function private.was_just_said(p_need uuid, p_outcome text, p_body text) returns boolean
language sql stable set search_path = '' as $$
	select (s.outcome, s.body, s.person_id) = (p_outcome, btrim(p_body), private.person_id()) and s.created_at > now() - interval '10 minutes'
	from public.need_settlements s where s.need_id = p_need order by s.created_at desc limit 1
$$;
comment on function private.was_just_said(uuid, text, text) is 'Is the newest word about a need this very one, of the last ten minutes? Then it is a double submit.';
grant execute on function private.was_just_said(uuid, text, text) to authenticated;

create function public.settle_need(p_number text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_need(v.id);
	if private.was_just_said(v.id, 'settled', p_body) then
		return;
	end if;
	insert into public.need_settlements (authority_id, need_id, outcome, body) values (v.authority_id, v.id, 'settled', btrim(p_body));
end
$$;
comment on function public.settle_need(text, text) is 'Says what was done about a need, and asks every reporter whether the gap is closed.';

create function public.reopen_need(p_number text, p_body text) returns void
language plpgsql volatile set search_path = '' as $$
declare v public.needs := private.need_named(p_number);
begin
	if private.is_blank(p_body) then
		raise exception 'not complete' using errcode = 'MISSG', detail = '["body"]';
	end if;
	perform private.lock_need(v.id);
	if private.was_just_said(v.id, 'reopened', p_body) then
		return;
	end if;
	insert into public.need_settlements (authority_id, need_id, outcome, body) values (v.authority_id, v.id, 'reopened', btrim(p_body));
end
$$;
comment on function public.reopen_need(text, text) is 'Takes a need up again, for instance because a reporter says the gap is not closed.';

create function public.answer_gap(p_number text, p_verdict text, p_sentence text default null) returns void
language plpgsql volatile set search_path = '' as $$
declare v_report uuid := private.report_named(p_number);
begin
	perform private.require(private.may_write_for(v_report));
	perform private.require_choice('verdict', p_verdict in ('yes', 'partly', 'no'));
	insert into public.need_report_gap_answers (report_id, verdict, sentence) values (v_report, p_verdict, nullif(btrim(p_sentence), ''))
	on conflict do nothing;
end
$$;
comment on function public.answer_gap(text, text, text) is 'The reporting organisation says whether the gap is closed: yes, partly or no. The first word counts.';

create function public.resolve_short_address(p_id text) returns text
language sql stable set search_path = '' as $$
	select private.path_of(p_id)
$$;
comment on function public.resolve_short_address(text) is 'Where a short address leads; null when there is none.';

grant execute on function public.start_need_report(uuid, text), public.save_need_report(uuid, integer, jsonb), public.join_need_report(uuid, text), public.hand_in_need_report(uuid, integer),
	public.return_need_report(uuid, text), public.discard_need_report(uuid), public.release_need_report(uuid, integer), public.similar_need_reports(uuid, text),
	public.assess_need_report(text, text, text, text, text), public.write_need_report_message(text, text, text),
	public.hand_over_need_report(text, uuid, date, text), public.answer_need_report(text, text, text, text), public.follow_up_need_report(text, date, text),
	public.settle_need(text, text), public.reopen_need(text, text), public.answer_gap(text, text, text) to authenticated;
grant execute on function public.resolve_short_address(text) to anon, authenticated;
