-- Why: who may see and do what with a report is decided here and nowhere else. Policies say who; constraints say what is
-- true; BEFORE triggers stamp person, post and time; AFTER triggers carry the state forward, write the chronicle and
-- queue the mail. Pages only ask.

alter table public.need_report_drafts enable row level security;
alter table public.needs enable row level security;
alter table public.need_reports enable row level security;
alter table public.need_report_contacts enable row level security;
alter table public.need_report_assessments enable row level security;
alter table public.need_report_messages enable row level security;
alter table public.need_report_handovers enable row level security;
alter table public.need_report_answers enable row level security;
alter table public.need_report_follow_ups enable row level security;
alter table public.need_settlements enable row level security;
alter table public.need_report_gap_answers enable row level security;
alter table public.events enable row level security;

-- Private until submitted.
create policy "members read the drafts of their organisation" on public.need_report_drafts for select to authenticated
	using (organisation_id in (select private.my_organisations()));
create policy "writers begin drafts" on public.need_report_drafts for insert to authenticated
	with check (organisation_id in (select private.my_organisations((select private.writing_kinds()))));
create policy "writers save drafts" on public.need_report_drafts for update to authenticated
	using (organisation_id in (select private.my_organisations((select private.writing_kinds()))))
	with check (organisation_id in (select private.my_organisations((select private.writing_kinds()))));
create policy "writers discard drafts" on public.need_report_drafts for delete to authenticated
	using (organisation_id in (select private.my_organisations((select private.writing_kinds()))));
grant select, delete on public.need_report_drafts to authenticated;
grant insert (organisation_id, joins_report_id, answers), update (answers, joins_report_id, handed_in_at, returned_at, return_reason)
	on public.need_report_drafts to authenticated;

-- Submitted.
create policy "people read their own, the planned, the shared reports" on public.need_reports for select to authenticated using (
	organisation_id in (select private.my_organisations())
	or authority_id in (select private.my_authorities('{planner}'))
	or (visibility in ('participants', 'public') and authority_id in (select private.my_authorities((select private.participating_kinds()))))
);
create policy "releasers submit for their organisation" on public.need_reports for insert to authenticated
	with check (organisation_id in (select private.my_organisations((select private.releasing_kinds()))));
-- Not granted: who has it on the desk, which need it leads to, what it joins, who wrote it. Those reach the two sides through
-- workings_of. What is public reaches everyone through private.published, and only the columns written there.
grant select (id, authority_id, organisation_id, number, short_id, form_version, channel, organisation_name, title, field_of_action, target_groups,
	municipality_ags, municipality_name, locality, description, noticed_source, noticed_body, noticed_on, noticed_item, noticed_since, evidence, evidence_year,
	evidence_source, affected_range, urgency, urgency_reason, existing_offer, proposed_solution, own_contribution, responsible_levels, cost_idea, visibility,
	received_at, interim_due_on, final_due_on, state, assessed_field, responsible_level, interim_at, final_at, decision, gap_verdict, gap_asked_at,
	gap_answered_at) on public.need_reports to authenticated;
grant insert (id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality, description, noticed_source, noticed_body,
	noticed_on, noticed_item, noticed_since, evidence, evidence_year, evidence_source, affected_range, urgency, urgency_reason, existing_offer,
	proposed_solution, own_contribution, responsible_levels, cost_idea, visibility) on public.need_reports to authenticated;

create function private.is_side_of(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and (
		r.organisation_id in (select private.my_organisations()) or r.authority_id in (select private.my_authorities('{planner}'))))
$$;
comment on function private.is_side_of(uuid) is 'Is the person of the reporting organisation or of the planning? Definer: asked by policies of the rows below a report.';

create function private.may_write_for(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report
		and r.organisation_id in (select private.my_organisations(private.writing_kinds())))
$$;
comment on function private.may_write_for(uuid) is 'May the person write for the organisation that reported? Definer: see is_side_of.';

create function private.may_assess(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and r.authority_id in (select private.my_authorities('{planner}')))
$$;
comment on function private.may_assess(uuid) is 'May the person assess and answer the report? Definer: see is_side_of.';

create function private.seen_of(p_reports uuid[]) returns setof uuid
language sql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' rows 5 as $$
	select r.id from public.need_reports r where r.id = any (p_reports) and (
		r.organisation_id in (select private.my_organisations()) or r.authority_id in (select private.my_authorities('{planner}'))
		or r.visibility in ('participants', 'public') and r.authority_id in (select private.my_authorities(private.participating_kinds())))
$$;
comment on function private.seen_of(uuid[]) is
	'Those of these reports that the person may see: the policy on reports as a question, for functions that run past it. Definer: see is_side_of.';

create function private.is_releasing(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report and r.received_at = now()
		and r.organisation_id in (select private.my_organisations(private.releasing_kinds())))
$$;
comment on function private.is_releasing(uuid) is 'Is the person submitting this report in this very transaction? Definer: see is_side_of.';

create function private.workings_of(p_report uuid) returns table (need_id uuid, office_id uuid, office_due_on date, joins_report_id uuid)
language sql stable security definer set search_path = '' rows 1 as $$
	select r.need_id, r.office_id, r.office_due_on, r.joins_report_id from public.need_reports r where r.id = p_report and private.is_side_of(r.id)
$$;
comment on function private.workings_of(uuid) is 'What only the two sides know of a report. Definer: these columns are granted to nobody.';

create function private.lock_report(p_report uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.need_reports where id = p_report for update;
end
$$;
comment on function private.lock_report(uuid) is
	'Puts two who act on one report at once in a line, so that the second sees what the first did. Definer: locking needs a right to update, which nobody has.';

create function private.lock_need(p_need uuid) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform from public.needs where id = p_need for update;
end
$$;
comment on function private.lock_need(uuid) is 'The same for a need. Order: first the need, then its reports. Definer: see lock_report.';
grant execute on function private.is_side_of(uuid), private.may_write_for(uuid), private.may_assess(uuid), private.seen_of(uuid[]), private.is_releasing(uuid),
	private.workings_of(uuid), private.lock_report(uuid), private.lock_need(uuid) to authenticated;

create policy "both sides read the contact" on public.need_report_contacts for select to authenticated using (private.is_side_of(report_id));
create policy "releasers name the contact while they submit" on public.need_report_contacts for insert to authenticated
	with check (private.is_releasing(report_id));
grant select, insert (report_id, contact) on public.need_report_contacts to authenticated;

create policy "planners read needs" on public.needs for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners open needs" on public.needs for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
grant select, insert (authority_id, title, field_of_action) on public.needs to authenticated;

create policy "planners read assessments" on public.need_report_assessments for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners assess" on public.need_report_assessments for insert to authenticated with check (private.may_assess(report_id));
grant select, insert (report_id, field_of_action, responsible_level, need_id) on public.need_report_assessments to authenticated;

create policy "both sides read the thread" on public.need_report_messages for select to authenticated using (private.is_side_of(report_id));
create policy "each side writes its own kind of message" on public.need_report_messages for insert to authenticated with check (
	case when kind in ('question', 'interim_status') then private.may_assess(report_id) else private.may_write_for(report_id) end);
grant select, insert (report_id, kind, body) on public.need_report_messages to authenticated;

create policy "both sides read hand-overs" on public.need_report_handovers for select to authenticated using (private.is_side_of(report_id));
create policy "planners hand over" on public.need_report_handovers for insert to authenticated with check (private.may_assess(report_id));
grant select, insert (report_id, office_id, due_on, note) on public.need_report_handovers to authenticated;

create policy "who sees a report sees its answer" on public.need_report_answers for select to authenticated
	using (exists (select from public.need_reports r where r.id = report_id));
create policy "planners answer" on public.need_report_answers for insert to authenticated with check (private.may_assess(report_id));
grant select (id, authority_id, report_id, decision, reason, forwarded_to, corrects_id, created_at) on public.need_report_answers to authenticated;
grant insert (report_id, decision, reason, forwarded_to) on public.need_report_answers to authenticated;

create policy "planners read follow-ups" on public.need_report_follow_ups for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners set follow-ups" on public.need_report_follow_ups for insert to authenticated with check (private.may_assess(report_id));
create policy "planners move follow-ups" on public.need_report_follow_ups for update to authenticated
	using (private.may_assess(report_id)) with check (private.may_assess(report_id));
create policy "planners clear follow-ups" on public.need_report_follow_ups for delete to authenticated using (private.may_assess(report_id));
grant select, insert (report_id, due_on, note), update (due_on, note), delete on public.need_report_follow_ups to authenticated;

create policy "planners read settlements" on public.need_settlements for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));
create policy "planners settle and reopen needs" on public.need_settlements for insert to authenticated
	with check (authority_id in (select private.my_authorities('{planner}')));
grant select, insert (authority_id, need_id, outcome, body) on public.need_settlements to authenticated;

create policy "both sides read gap answers" on public.need_report_gap_answers for select to authenticated using (private.is_side_of(report_id));
create policy "reporters say whether the gap is closed" on public.need_report_gap_answers for insert to authenticated
	with check (private.may_write_for(report_id));
grant select, insert (report_id, verdict, sentence) on public.need_report_gap_answers to authenticated;

create policy "both sides read the chronicle" on public.events for select to authenticated using (
	organisation_id in (select private.my_organisations())
	or (report_id is not null or need_id is not null) and authority_id in (select private.my_authorities('{planner}'))
);
grant select on public.events to authenticated;

-- Stamps. Definer throughout: they read past the caller's policies to fill what a caller may not choose.
create function private.stamp_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.organisations where id = new.organisation_id;
	new.written_in := private.acting_post(new.organisation_id, private.writing_kinds());
	new.joins_report_id := (select private.seen_of(array[new.joins_report_id]));
	return new;
end
$$;
comment on function private.stamp_draft() is 'Fills tenant and post of a draft; one joins only what one sees.';
create trigger stamp before insert on public.need_report_drafts for each row execute function private.stamp_draft();

create function private.stamp_draft_change() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.answers is distinct from old.answers then
		new.revision := old.revision + 1;
		new.saved_at := now();
		select old.field_revisions || coalesce(jsonb_object_agg(key, new.revision), '{}') into new.field_revisions
		from jsonb_object_keys(old.answers || new.answers) as key where new.answers -> key is distinct from old.answers -> key;
	end if;
	if new.joins_report_id is distinct from old.joins_report_id then
		new.joins_report_id := (select private.seen_of(array[new.joins_report_id]));
	end if;
	if new.returned_at is distinct from old.returned_at and new.returned_at is not null then
		if old.handed_in_at is null or private.acting_post(new.organisation_id, private.releasing_kinds()) is null then
			raise exception 'not for this person' using errcode = 'NOTFD';
		end if;
		new.returned_at := now();
		new.handed_in_at := null;
	elsif new.handed_in_at is distinct from old.handed_in_at and new.handed_in_at is not null then
		new.handed_in_at := now();
		new.returned_at := null;
		new.return_reason := null;
	elsif new.return_reason is not null then
		new.return_reason := old.return_reason;
	end if;
	return new;
end
$$;
comment on function private.stamp_draft_change() is
	'Every change of an answer is a new revision, however it came in, so that nobody releases what was not seen; only who releases can give back.';
create trigger stamp_change before update of answers, joins_report_id, handed_in_at, returned_at, return_reason on public.need_report_drafts
	for each row execute function private.stamp_draft_change();

create function private.stamp_need() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.number := (select prefix from public.authorities where id = new.authority_id) || '-B-' || private.next_number(new.authority_id, 'needs');
	return new;
end
$$;
comment on function private.stamp_need() is 'Numbers a need: HZ-B-12.';
create trigger stamp before insert on public.needs for each row execute function private.stamp_need();

create function private.stamp_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_org public.organisations; v_auth public.authorities; v_town public.municipalities; v_draft public.need_report_drafts;
	v_year text := to_char(private.today(), 'YYYY');
begin
	select * into v_draft from public.need_report_drafts where id = new.id and organisation_id = new.organisation_id;
	if not found then
		raise exception 'no such draft' using errcode = 'NOTFD';
	end if;
	select * into v_org from public.organisations where id = new.organisation_id;
	select * into v_auth from public.authorities where id = v_org.authority_id;
	if new.municipality_ags is not null then
		select * into v_town from public.municipalities where ags = new.municipality_ags and authority_id = v_auth.id
			and (v_org.kind not in ('municipality', 'association') or administration_id = v_org.id);
		if not found then
			raise exception 'errors_municipality_not_yours' using errcode = 'RULED';
		end if;
	end if;
	if exists (select from unnest(new.target_groups) as g where g not in (select key from public.target_groups)) then
		raise exception 'not a valid answer' using errcode = 'INVAL', detail = '["target_groups"]';
	end if;
	new.joins_report_id := (select id from public.need_reports where id = v_draft.joins_report_id and authority_id = v_auth.id);
	new.written_by := v_draft.written_by;
	new.written_in := v_draft.written_in;
	new.authority_id := v_auth.id;
	new.organisation_name := v_org.name;
	new.municipality_name := v_town.name;
	new.number := v_auth.prefix || '-' || v_year || '-' || private.next_number(v_auth.id, 'reports-' || v_year);
	new.short_id := private.new_short_id();
	insert into public.short_addresses (short_id, path) values (new.short_id, '/bedarfe/' || new.number);
	new.received_at := now();
	new.interim_due_on := private.today() + v_auth.interim_days;
	new.final_due_on := private.today() + v_auth.final_days;
	new.assessed_field := new.field_of_action;
	new.released_by := private.person_id();
	new.released_in := private.acting_post(new.organisation_id, private.releasing_kinds());
	return new;
end
$$;
comment on function private.stamp_report() is
	'Turns a draft into a report: numbers it, starts its reply clock, notes who wrote and who released it, and checks that the place belongs to the reporter.';
create trigger stamp before insert on public.need_reports for each row execute function private.stamp_report();

create function private.keep_submitted_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_may_change text[] := array['state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at', 'final_at',
	'decision', 'gap_verdict', 'gap_asked_at', 'gap_answered_at', 'written_by', 'written_in', 'released_by', 'released_in', 'search'];
begin
	if to_jsonb(new) - v_may_change <> to_jsonb(old) - v_may_change then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_submitted_words() is 'A submitted report is immutable, for the owner of the database too; corrections are new entries.';
create trigger keep_submitted_words before update on public.need_reports for each row execute function private.keep_submitted_words();

create function private.keep_words() returns trigger
language plpgsql set search_path = '' as $$
begin
	if to_jsonb(new) - array['person_id', 'post_id'] <> to_jsonb(old) - array['person_id', 'post_id'] then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_words() is
	'What was written below a report stays as it was, for the owner of the database too. Only the link to a person or post may go when that is deleted.';
create trigger keep_words before update on public.need_report_contacts for each row execute function private.keep_words();
create trigger keep_words before update on public.need_report_assessments for each row execute function private.keep_words();
create trigger keep_words before update on public.need_report_messages for each row execute function private.keep_words();
create trigger keep_words before update on public.need_report_handovers for each row execute function private.keep_words();
create trigger keep_words before update on public.need_report_answers for each row execute function private.keep_words();
create trigger keep_words before update on public.need_settlements for each row execute function private.keep_words();
create trigger keep_words before update on public.need_report_gap_answers for each row execute function private.keep_words();
create trigger keep_words before update on public.events for each row execute function private.keep_words();

create function private.stamp_row_of_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports;
begin
	select * into v from public.need_reports where id = new.report_id for update;
	new.authority_id := v.authority_id;
	new.person_id := private.person_id();
	new.post_id := coalesce(private.acting_post(v.organisation_id, private.writing_kinds()), private.planning_post(v.authority_id));
	if tg_argv[0] = 'planner' or tg_table_name = 'need_report_messages' and to_jsonb(new) ->> 'kind' in ('question', 'interim_status') then
		new.post_id := private.planning_post(v.authority_id);
	end if;
	new.created_at := clock_timestamp();
	return new;
end
$$;
comment on function private.stamp_row_of_report() is 'Notes tenant, person, post and time of a row below a report; the lock puts two at once in a line.';
create trigger stamp before insert on public.need_report_assessments for each row execute function private.stamp_row_of_report('planner');
create trigger stamp before insert on public.need_report_messages for each row execute function private.stamp_row_of_report();
create trigger stamp before insert on public.need_report_handovers for each row execute function private.stamp_row_of_report('planner');
create trigger stamp before insert on public.need_report_answers for each row execute function private.stamp_row_of_report('planner');

-- Triggers of one table run in the order of their names: the need is locked before its report, the rest follows the stamp.
create function private.lock_assessed_need() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform private.lock_need(new.need_id);
	return new;
end
$$;
comment on function private.lock_assessed_need() is 'A need is not settled while a report is being added to it, nor the other way round.';
create trigger lock_need before insert on public.need_report_assessments for each row execute function private.lock_assessed_need();

create function private.stamp_handover() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (select from public.organisations where id = new.office_id and authority_id = new.authority_id and kind in ('office', 'authority')) then
		raise exception 'no such office' using errcode = 'NOTFD';
	elsif new.due_on < private.today() then
		raise exception 'errors_date_is_past' using errcode = 'RULED';
	end if;
	return new;
end
$$;
comment on function private.stamp_handover() is 'Reports are handed to offices of their authority only, and not for yesterday.';
create trigger stamp_handover before insert on public.need_report_handovers for each row execute function private.stamp_handover();

create function private.stamp_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.corrects_id := (select a.id from public.need_report_answers a where a.report_id = new.report_id
		and not exists (select from public.need_report_answers b where b.corrects_id = a.id));
	return new;
end
$$;
comment on function private.stamp_answer() is 'A second answer corrects the newest of its report, never one of another; not taken from input.';
create trigger stamp_answer before insert on public.need_report_answers for each row execute function private.stamp_answer();

create function private.stamp_follow_up() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.need_reports where id = new.report_id;
	return new;
end
$$;
comment on function private.stamp_follow_up() is 'Fills the tenant of a follow-up.';
create trigger stamp before insert on public.need_report_follow_ups for each row execute function private.stamp_follow_up();

create function private.stamp_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.needs;
begin
	select * into v from public.needs where id = new.need_id and authority_id = new.authority_id for update;
	if v.id is null then
		raise exception 'no such need' using errcode = 'NOTFD';
	end if;
	if new.outcome = 'settled' and v.settled_at is not null or new.outcome = 'reopened' and v.settled_at is null then
		raise exception 'errors_already_done' using errcode = 'FINAL';
	end if;
	if new.outcome = 'settled' and exists (
		select from public.need_reports r where r.authority_id = v.authority_id and r.need_id = v.id and r.final_at is null) then
		raise exception 'errors_need_has_unanswered_reports' using errcode = 'RULED';
	end if;
	new.person_id := private.person_id();
	new.post_id := private.planning_post(new.authority_id);
	new.created_at := clock_timestamp();
	return new;
end
$$;
comment on function private.stamp_settlement() is 'No contribution without an answer: a need is not settled while one of its reports has none.';
create trigger stamp before insert on public.need_settlements for each row execute function private.stamp_settlement();

create function private.stamp_gap_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports;
begin
	select * into v from public.need_reports where id = new.report_id for update;
	if v.gap_asked_at is null or v.state not in ('settled', 'closed') then
		raise exception 'errors_gap_not_asked' using errcode = 'RULED';
	end if;
	new.authority_id := v.authority_id;
	new.asked_at := v.gap_asked_at;
	new.person_id := private.person_id();
	new.post_id := private.acting_post(v.organisation_id, private.writing_kinds());
	new.created_at := clock_timestamp();
	return new;
end
$$;
comment on function private.stamp_gap_answer() is 'A gap can be judged once it was asked about, once per time of asking.';

-- What follows. One event per row, written with name and title as they are today; a job tells whom it concerns.
create function private.record_event(p_authority uuid, p_report uuid, p_need uuid, p_organisation uuid, p_kind text, p_subject uuid,
	p_person uuid, p_post uuid, p_detail jsonb, p_notify boolean) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare v_id bigint;
begin
	insert into public.events (authority_id, report_id, need_id, organisation_id, kind, subject_id, person_id, person_name, post_id, post_title, detail)
	values (p_authority, p_report, p_need, p_organisation, p_kind, p_subject, p_person,
		(select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = p_person), p_post,
		(select p.title || ', ' || o.name from public.posts p join public.organisations o on o.id = p.organisation_id where p.id = p_post), coalesce(p_detail, '{}'))
	returning id into v_id;
	if p_notify then
		perform private.queue_job('notify', json_build_object('event_id', v_id));
	end if;
end
$$;
comment on function private.record_event(uuid, uuid, uuid, uuid, text, uuid, uuid, uuid, jsonb, boolean) is
	'Writes the chronicle and queues the mail. Definer: nobody may write the chronicle by hand; only triggers call it.';

create function private.after_draft() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if new.handed_in_at is not null and old.handed_in_at is distinct from new.handed_in_at then
		perform private.record_event(new.authority_id, null, null, new.organisation_id, 'draft_handed_in', new.id, private.person_id(),
			private.acting_post(new.organisation_id, private.writing_kinds()), jsonb_build_object('title', left(new.answers ->> 'title', 120)), true);
	elsif new.returned_at is not null and old.returned_at is distinct from new.returned_at then
		perform private.record_event(new.authority_id, null, null, new.organisation_id, 'draft_returned', new.id, private.person_id(),
			private.acting_post(new.organisation_id, private.releasing_kinds()), jsonb_build_object('title', left(new.answers ->> 'title', 120)), true);
	end if;
	return null;
end
$$;
comment on function private.after_draft() is 'Tells the head what waits for release, and the writers what came back. Seen by the organisation only.';
create trigger after_draft after update of handed_in_at, returned_at on public.need_report_drafts for each row execute function private.after_draft();

create function private.after_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_event(new.authority_id, new.id, null, new.organisation_id, 'released', new.id, new.released_by, new.released_in,
		jsonb_strip_nulls(jsonb_build_object(
			'writtenBy', (select concat_ws(' ', coalesce(salutation, given_name), family_name) from public.people where id = new.written_by and id is distinct from new.released_by),
			'writtenIn', (select title from public.posts where id = new.written_in and new.written_by is distinct from new.released_by),
			'joins', (select number from public.need_reports where id = new.joins_report_id))), true);
	return null;
end
$$;
comment on function private.after_report() is 'First line of a report''s chronicle: who released it, who wrote it.';
create trigger after_report after insert on public.need_reports for each row execute function private.after_report();

create function private.after_assessment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_old public.need_reports;
begin
	select * into v_old from public.need_reports where id = new.report_id;
	if exists (select from public.needs where id = new.need_id and settled_at is not null) and v_old.need_id is distinct from new.need_id then
		raise exception 'errors_need_is_settled' using errcode = 'RULED';
	end if;
	update public.need_reports set assessed_field = new.field_of_action, responsible_level = new.responsible_level, need_id = new.need_id,
		state = case when state = 'received' then 'in_progress' else state end where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, new.need_id, v_old.organisation_id, 'assessed', new.id, new.person_id, new.post_id,
		jsonb_build_object('responsibleLevel', new.responsible_level, 'field', new.field_of_action,
			'regrouped', v_old.need_id is not null and v_old.need_id <> new.need_id), false);
	return null;
end
$$;
comment on function private.after_assessment() is 'The newest assessment counts. A settled need takes no further reports; reopen it first.';
create trigger after_assessment after insert on public.need_report_assessments for each row execute function private.after_assessment();

create function private.after_message() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set
		interim_at = case when new.kind = 'interim_status' then coalesce(interim_at, new.created_at) else interim_at end,
		state = case
			when final_at is not null then state
			when new.kind = 'question' then 'clarification'
			when new.kind = 'interim_status' and state = 'received' then 'in_progress'
			when new.kind = 'reply' and state = 'clarification' then 'in_progress'
			else state end
	where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, null, r.organisation_id, new.kind, new.id, new.person_id, new.post_id, null, true)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_message() is 'A question opens the clarification, a reply ends it; an interim status meets the first due date.';
create trigger after_message after insert on public.need_report_messages for each row execute function private.after_message();

create function private.after_handover() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set office_id = new.office_id, office_due_on = new.due_on,
		state = case when state = 'received' then 'in_progress' else state end where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, null, r.organisation_id, 'handed_over', new.id, new.person_id, new.post_id,
		jsonb_build_object('office', o.name, 'dueOn', new.due_on), true)
	from public.need_reports r, public.organisations o where r.id = new.report_id and o.id = new.office_id;
	return null;
end
$$;
comment on function private.after_handover() is 'The office named last has the report.';
create trigger after_handover after insert on public.need_report_handovers for each row execute function private.after_handover();

create function private.after_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set decision = new.decision, final_at = coalesce(final_at, new.created_at),
		state = case when state in ('settled', 'closed') then state else 'answered' end where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, null, r.organisation_id,
		case when new.corrects_id is null then 'answered' else 'answer_corrected' end, new.id, new.person_id, new.post_id, null, true)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_answer() is 'The newest answer counts; the clock stops at the first.';
create trigger after_answer after insert on public.need_report_answers for each row execute function private.after_answer();

create function private.after_settlement() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.needs set settled_at = case when new.outcome = 'settled' then new.created_at end where id = new.need_id;
	update public.need_reports set
		state = case when new.outcome = 'settled' then 'settled' else 'answered' end,
		gap_asked_at = case when new.outcome = 'settled' then new.created_at when gap_answered_at is not null then gap_asked_at end,
		gap_answered_at = case when new.outcome = 'settled' then null else gap_answered_at end,
		gap_verdict = case when new.outcome = 'settled' then null else gap_verdict end
	where authority_id = new.authority_id and need_id = new.need_id and final_at is not null;
	perform private.record_event(new.authority_id, r.id, new.need_id, r.organisation_id,
		case when new.outcome = 'settled' then 'gap_asked' else 'need_reopened' end, new.id, new.person_id, new.post_id, null, new.outcome = 'settled')
	from public.need_reports r where r.authority_id = new.authority_id and r.need_id = new.need_id;
	return null;
end
$$;
comment on function private.after_settlement() is
	'A settled need asks every reporter whether the gap is closed; reopening takes back what was asked and not answered.';
create trigger after_settlement after insert on public.need_settlements for each row execute function private.after_settlement();

create function private.after_gap_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set gap_verdict = new.verdict, gap_answered_at = new.created_at, state = 'closed' where id = new.report_id;
	perform private.record_event(new.authority_id, new.report_id, r.need_id, r.organisation_id, 'gap_answered', new.id, new.person_id, new.post_id,
		jsonb_build_object('verdict', new.verdict), true)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_gap_answer() is 'The reporter''s verdict closes the loop.';
create trigger stamp before insert on public.need_report_gap_answers for each row execute function private.stamp_gap_answer();
create trigger after_gap_answer after insert on public.need_report_gap_answers for each row execute function private.after_gap_answer();
