-- Rules of need reports, their assessment and answer: who may, what must be true, what follows.

create function private.is_side_of(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.need_reports r
		where r.id = p_report
			and (
				r.organisation_id in (select private.my_organisations())
					or r.authority_id in (select private.my_authorities('{planner}'))
			)
	)
$$;
comment on function private.is_side_of(uuid) is
	'Is the person of the reporting organisation or of the planning? Definer: asked by policies of the '
	'rows below a report.';
grant execute on function private.is_side_of(uuid) to authenticated;

create function private.may_write_for(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r where r.id = p_report
		and r.organisation_id in (select private.my_organisations(private.writing_kinds())))
$$;
comment on function private.may_write_for(uuid) is
	'May the person write for the organisation that reported? Definer: see is_side_of.';
grant execute on function private.may_write_for(uuid) to authenticated;

create function private.may_assess(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from public.need_reports r
		where r.id = p_report and r.authority_id in (select private.my_authorities('{planner}'))
	)
$$;
comment on function private.may_assess(uuid) is
	'May the person assess and answer the report? Definer: see is_side_of.';
grant execute on function private.may_assess(uuid) to authenticated;

create function private.answers_for(p_authority uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select
		from private.my_posts() p
		join public.organisations o on o.id = p.organisation_id and o.kind = 'authority'
		where p.authority_id = p_authority and p.kind = 'planner'
	)
$$;
comment on function private.answers_for(uuid) is
	'Does the person answer for this authority? Planners of the authority itself: offices contribute to the '
	'answer, with them it never lies. Definer: see is_side_of.';
grant execute on function private.answers_for(uuid) to authenticated;

create function private.may_answer(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (
		select from public.need_reports r where r.id = p_report and private.answers_for(r.authority_id)
	)
$$;
comment on function private.may_answer(uuid) is 'May the person give the answer? Definer: see is_side_of.';
grant execute on function private.may_answer(uuid) to authenticated;

create function private.waiting_reports(p_authority uuid)
returns table (report_id uuid, kind text, at timestamptz)
language plpgsql stable security definer set search_path = '' rows 20 as $$
begin
	if not private.answers_for(p_authority) then
		return;
	end if;
	return query
		select r.id, m.kind, r.replied_at
		from public.need_reports r
		cross join lateral (
			select case x.kind when 'reply' then 'replied' else 'added' end as kind
			from public.need_report_messages x
			where x.report_id = r.id and x.kind in ('reply', 'addition')
			order by x.created_at desc
			limit 1
		) m
		where r.authority_id = p_authority and r.replied_at is not null
		union all
		select r.id, 'contributed', r.contributed_at
		from public.need_reports r
		where r.authority_id = p_authority and r.contributed_at is not null;
end
$$;
comment on function private.waiting_reports(uuid) is
	'Reports to which somebody has written what no planner has dealt with yet: replied (to a question), added, '
	'contributed (an office). For whoever answers; nothing for everybody else. Definer: since when something '
	'waits is granted to nobody.';
grant execute on function private.waiting_reports(uuid) to authenticated;

create function private.seen_of(p_reports uuid[]) returns setof uuid
language sql stable security definer
set search_path = ''
set plan_cache_mode = 'force_generic_plan' rows 5 as $$
	select r.id
	from public.need_reports r
	where r.id = any (p_reports)
		and (
			r.organisation_id in (select private.my_organisations())
				or r.authority_id in (select private.my_authorities('{planner}'))
				or r.visibility in ('participants', 'public')
					and r.authority_id in (select private.my_authorities(private.participating_kinds()))
		)
$$;
comment on function private.seen_of(uuid[]) is
	'Those of these reports that the person may see: the policy on reports as a question, for functions '
	'that run past it. Definer: see is_side_of.';
grant execute on function private.seen_of(uuid[]) to authenticated;

create function private.is_releasing(p_report uuid) returns boolean
language sql stable security definer set search_path = '' as $$
	select exists (select from public.need_reports r
		where r.id = p_report and r.entered_at = private.now() and case
		when r.is_transcription then r.authority_id in (select private.my_authorities('{planner}'))
		else r.organisation_id in (select private.my_organisations(private.releasing_kinds())) end)
$$;
comment on function private.is_releasing(uuid) is
	'Is the person submitting this report, as releaser or from a letter, in this very transaction? '
	'Definer: see is_side_of.';
grant execute on function private.is_releasing(uuid) to authenticated;

create function private.workings_of(p_report uuid) returns table (
	need_id uuid, office_id uuid, office_due_on date, joins_report_id uuid
)
language sql stable security definer set search_path = '' rows 1 as $$
	select r.need_id, r.office_id, r.office_due_on, r.joins_report_id
	from public.need_reports r
	where r.id = p_report and private.is_side_of(r.id)
$$;
comment on function private.workings_of(uuid) is
	'What only the two sides know of a report. Definer: these columns are granted to nobody.';
grant execute on function private.workings_of(uuid) to authenticated;

create function private.stamp_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_org public.organisations; v_auth public.authorities; v_town public.municipalities; v_draft
	public.need_report_drafts;
	v_year text := to_char(private.today(), 'YYYY');
begin
	select *
	into v_draft
	from public.need_report_drafts
	where id = new.id and organisation_id = new.organisation_id;
	if not found then
		raise exception 'no such draft' using errcode = 'NOTFD';
	end if;
	select * into v_org from public.organisations where id = new.organisation_id;
	select * into v_auth from public.authorities where id = v_org.authority_id;
	if new.municipality_ags is not null then
		select *
		into v_town
		from public.municipalities
		where ags = new.municipality_ags and authority_id = v_auth.id
			and (v_org.kind not in ('municipality', 'association') or administration_id = v_org.id);
		if not found then
			raise exception 'errors_municipality_not_yours' using errcode = 'RULED';
		end if;
	end if;
	if exists (
		select from unnest(new.target_groups) as g where g not in (select key from public.target_groups)
	) then
		raise exception 'not a valid answer' using errcode = 'INVAL', detail = '["target_groups"]';
	end if;
	new.joins_report_id := (
		select id from public.need_reports where id = v_draft.joins_report_id and authority_id = v_auth.id
	);
	new.is_transcription := v_draft.is_transcription;
	new.channel := v_draft.channel;
	new.given_by := v_draft.given_by;
	new.written_by := case when not v_draft.is_transcription then v_draft.written_by end;
	new.written_in := case when not v_draft.is_transcription then v_draft.written_in end;
	new.authority_id := v_auth.id;
	new.organisation_name := v_org.name;
	new.municipality_name := v_town.name;
	new.number := v_draft.number;
	new.short_id := v_draft.short_id;
	if new.number is null then
		new.number := v_auth.prefix || '-' || v_year || '-' || private.next_number(v_auth.id, 'reports-' || v_year);
	end if;
	while v_draft.short_id is null loop
		new.short_id := private.new_short_id();
		insert into public.short_addresses (short_id, subject_kind, subject_key)
		values (new.short_id, 'need_report', new.number)
		on conflict do nothing;
		exit when found;
	end loop;
	new.entered_at := private.now();
	new.received_at := case when v_draft.received_on < private.today()
		then (v_draft.received_on + time '12:00') at time zone 'Europe/Berlin' else private.now() end;
	new.interim_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.interim_days;
	new.final_due_on := coalesce(v_draft.received_on, private.today()) + v_auth.final_days;
	new.assessed_field := new.field_of_action;
	if new.is_transcription then
		new.entered_by := private.person_id();
		new.entered_in := private.planning_post(new.authority_id);
	else
		new.released_by := private.person_id();
		new.released_in := private.acting_post(new.organisation_id, private.releasing_kinds());
	end if;
	return new;
end
$$;
comment on function private.stamp_report() is
	'Turns a draft into a report: numbers it, starts its reply clock (at the day it reached us), notes '
	'who wrote and who released or entered it, and checks that the place belongs to the reporter.';

create function private.keep_submitted_words() returns trigger
language plpgsql set search_path = '' as $$
declare v_may_change text[] := array[
	'state', 'assessed_field', 'responsible_level', 'need_id', 'office_id', 'office_due_on', 'interim_at',
	'final_at', 'decision', 'gap_verdict', 'gap_asked_at', 'gap_answered_at', 'written_by', 'written_in',
	'released_by', 'released_in', 'entered_by', 'entered_in', 'written_for', 'replied_at',
	'contributed_at'
];
begin
	if to_jsonb(new) - v_may_change <> to_jsonb(old) - v_may_change then
		raise exception 'errors_submitted_is_final' using errcode = 'FINAL';
	end if;
	return new;
end
$$;
comment on function private.keep_submitted_words() is
	'A submitted report is immutable, for the owner of the database too; corrections are new entries.';

create function private.stamp_row_of_report() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v public.need_reports;
begin
	select * into v from public.need_reports where id = new.report_id for update;
	new.authority_id := v.authority_id;
	new.person_id := private.person_id();
	new.post_id := coalesce(
		private.acting_post(v.organisation_id, private.writing_kinds()), private.planning_post(v.authority_id)
	);
	if tg_argv[0] = 'planner' or tg_table_name = 'need_report_messages'
		and (
			to_jsonb(new) ->> 'kind' in ('question', 'interim_status')
				or to_jsonb(new) ->> 'channel' <> 'online'
		) then
		new.post_id := private.planning_post(v.authority_id);
	end if;
	new.created_at := private.moment();
	return new;
end
$$;
comment on function private.stamp_row_of_report() is
	'Notes tenant, person, post and time of a row below a report; the lock puts two at once in a line.';

create function private.stamp_handover() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not exists (
		select
		from public.organisations
		where id = new.office_id and authority_id = new.authority_id and kind in ('office', 'authority')
	) then
		raise exception 'no such office' using errcode = 'NOTFD';
	elsif new.due_on < private.today() then
		raise exception 'errors_date_is_past' using errcode = 'RULED';
	end if;
	return new;
end
$$;
comment on function private.stamp_handover() is
	'Reports are handed to offices of their authority only, and not for yesterday.';

create function private.stamp_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.corrects_id := (select a.id from public.need_report_answers a where a.report_id = new.report_id
		and not exists (select from public.need_report_answers b where b.corrects_id = a.id));
	return new;
end
$$;
comment on function private.stamp_answer() is
	'A second answer corrects the newest of its report, never one of another; not taken from input.';

create function private.stamp_follow_up() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	select authority_id into new.authority_id from public.need_reports where id = new.report_id;
	return new;
end
$$;
comment on function private.stamp_follow_up() is 'Fills the tenant of a follow-up.';

create function private.after_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	perform private.record_event(
		new.authority_id, 'need_report', new.id, new.organisation_id,
		case when new.is_transcription then 'entered' else 'released' end, new.id,
		coalesce(new.released_by, new.entered_by), coalesce(new.released_in, new.entered_in),
		private.source_detail(
			new.channel, (new.received_at at time zone 'Europe/Berlin')::date, new.given_by,
			new.is_transcription, new.organisation_name
		)
			|| jsonb_strip_nulls(
				jsonb_build_object(
					'writtenBy', (
						select concat_ws(' ', coalesce(salutation, given_name), family_name)
						from public.people
						where id = new.written_by and id is distinct from new.released_by
					),
					'writtenIn', (
						select title
						from public.posts
						where id = new.written_in and new.written_by is distinct from new.released_by
					),
					'writtenFor', private.name_of(new.written_for),
					'takenBackAt', (select d.taken_back_at from public.need_report_drafts d where d.id = new.id),
					'joins', (select number from public.need_reports where id = new.joins_report_id)
				)
			),
		true
	);
	return null;
end
$$;
comment on function private.after_report() is
	'First line of a report''s chronicle: who released or entered it, who wrote it, how it came.';

create function private.after_assessment() returns trigger
language plpgsql security definer set search_path = '' as $$
declare v_old public.need_reports; v_change public.need_changes;
begin
	select * into v_old from public.need_reports where id = new.report_id;
	if exists (select from public.needs where id = new.need_id and settled_at is not null)
		and v_old.need_id is distinct from new.need_id
	then
		raise exception 'errors_need_is_settled' using errcode = 'RULED';
	elsif exists (select from public.needs where id = new.need_id and heir_id is not null)
		and v_old.need_id is distinct from new.need_id
	then
		raise exception 'errors_need_heir_is_merged' using errcode = 'RULED';
	end if;
	select * into v_change from public.need_changes where id = new.change_id;
	update public.need_reports
	set assessed_field = new.field_of_action, responsible_level = new.responsible_level,
		need_id = new.need_id,
		replied_at = case when v_change.id is not null then replied_at end,
		contributed_at = case when v_change.id is not null then contributed_at end,
		state = case when state = 'received' then 'in_progress' else state end where id = new.report_id;
	perform private.record_event(
		new.authority_id, 'need_report', new.report_id, v_old.organisation_id,
		coalesce('need_' || v_change.kind, 'assessed'), coalesce(v_change.id, new.id), new.person_id, new.post_id,
		case
			when v_change.id is null then jsonb_build_object(
				'responsibleLevel', new.responsible_level,
				'field', new.field_of_action,
				'regrouped', v_old.need_id is not null and v_old.need_id <> new.need_id
			)
		end,
		false
	);
	return null;
end
$$;
comment on function private.after_assessment() is
	'The newest assessment counts. A settled need takes no further reports, reopen it first; neither does one '
	'that was merged into another. Where a need was merged or split nobody has dealt with what waits.';

create function private.after_message() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set
		interim_at = case
			when new.kind = 'interim_status' then coalesce(interim_at, new.created_at)
			else interim_at
		end,
		replied_at = case
			when new.kind in ('question', 'interim_status') then null
			when new.channel = 'online' then new.created_at
			else replied_at
		end,
		contributed_at = case when new.kind in ('reply', 'addition') then contributed_at end,
		state = case
			when final_at is not null then state
			when new.kind = 'question' then 'clarification'
			when new.kind = 'interim_status' and state = 'received' then 'in_progress'
			when new.kind = 'reply' and state = 'clarification' then 'in_progress'
			else state end
	where id = new.report_id;
	perform private.record_event(
		new.authority_id, 'need_report', new.report_id, r.organisation_id, new.kind, new.id, new.person_id,
		new.post_id,
		private.source_detail(
			new.channel, new.received_on, new.given_by, new.channel <> 'online', r.organisation_name
		),
		true
	)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_message() is
	'A question opens the clarification, a reply ends it; an interim status meets the first due date. What the '
	'organisation says waits for a planner, unless one wrote it down.';

create function private.after_handover() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set office_id = new.office_id, office_due_on = new.due_on,
		replied_at = null, contributed_at = null,
		state = case when state = 'received' then 'in_progress' else state end where id = new.report_id;
	perform private.record_event(
		new.authority_id, 'need_report', new.report_id, r.organisation_id, 'handed_over', new.id,
		new.person_id, new.post_id,
		jsonb_build_object(
			'office', o.name,
			'dueOn', new.due_on
		),
		true
	)
	from public.need_reports r, public.organisations o where r.id = new.report_id and o.id = new.office_id;
	return null;
end
$$;
comment on function private.after_handover() is 'The office named last has the report.';

create function private.stamp_contribution() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	new.office_id := case
		when new.kind = 'contribution'
			then (select r.office_id from public.need_reports r where r.id = new.report_id)
	end;
	if new.kind = 'contribution' and new.office_id is null then
		raise exception 'errors_lies_with_no_office' using errcode = 'RULED';
	end if;
	return new;
end
$$;
comment on function private.stamp_contribution() is
	'A contribution is that of the office that has the report, whoever enters it.';

create function private.after_contribution() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set office_id = null, office_due_on = null, contributed_at = new.created_at
	where id = new.report_id;
	perform private.tell(
		'{contribution}', new.authority_id, 'need_report', new.report_id,
		jsonb_build_object('contribution', new.id)
	);
	return null;
end
$$;
comment on function private.after_contribution() is
	'With its contribution the office hands the report back; the planners are told. Nothing of it stands in '
	'the chronicle, which the reporter reads.';

create function private.after_answer() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.need_reports set decision = new.decision, final_at = coalesce(final_at, new.created_at),
		replied_at = null, contributed_at = null,
		state = case when state in ('settled', 'closed') then state else 'answered' end where id = new.report_id;
	perform private.record_event(
		new.authority_id, 'need_report', new.report_id, r.organisation_id,
		case when new.corrects_id is null then 'answered' else 'answer_corrected' end, new.id, new.person_id,
		new.post_id, null, true
	)
	from public.need_reports r where r.id = new.report_id;
	return null;
end
$$;
comment on function private.after_answer() is 'The newest answer counts; the clock stops at the first.';

create function private.return_by_report() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	if not private.is_returned(new.addressee_id, new.field_of_action, 'needs') then
		perform private.write_survey_return(
			new.addressee_id, jsonb_build_array(jsonb_build_object('field', new.field_of_action, 'outcome', 'needs')),
			case when new.is_transcription then new.channel else 'online' end,
			case when new.is_transcription then new.given_by end,
			(greatest(new.received_at, c.opened_at) at time zone 'Europe/Berlin')::date
		)
		from public.call_addressees a
		join public.calls c on c.id = a.call_id
		where a.id = new.addressee_id;
	end if;
	return null;
end
$$;
comment on function private.return_by_report() is
	'A report made in a survey is the answer for its field. What else was filled in for the field was '
	'not seen with it and waits for its own release. Definer: the report''s release is the right.';

create function private.stamp_source() returns trigger
language plpgsql set search_path = '' as $$
begin
	perform private.check_source(new.channel, new.received_on, new.given_by);
	if new.received_on < (
		select (r.received_at at time zone 'Europe/Berlin')::date
		from public.need_reports r
		where r.id = new.report_id
	) then
		raise exception 'errors_received_before_report' using errcode = 'RULED', detail = '["received_on"]';
	end if;
	return new;
end
$$;
comment on function private.stamp_source() is
	'The rule for sources, for the rows below a report: nothing is said of it before it came in.';

create function private.adopt_attachments() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
	update public.attachments set report_id = new.id, draft_id = null where draft_id = new.id;
	return null;
end
$$;
comment on function private.adopt_attachments() is
	'The files of a draft become those of the report, before the draft goes. Definer: nobody may move a '
	'file.';
