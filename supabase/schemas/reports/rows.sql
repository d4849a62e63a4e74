-- Rows below a need report, from the assessment to the answer: who wrote them, what follows for the report
-- and its reply clock.

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
