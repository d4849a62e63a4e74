-- Who reads and writes need reports and what lies below them, and what follows.

grant select (id, authority_id, organisation_id, number, short_id, form_version, channel,
		organisation_name, title, field_of_action, target_groups, municipality_ags, municipality_name,
		locality, description, noticed_source, noticed_body, noticed_on, noticed_item, noticed_since,
		evidence, evidence_year, evidence_source, affected_range, urgency, urgency_reason, existing_offer,
		proposed_solution, own_contribution, responsible_levels, cost_idea, visibility, received_at,
		interim_due_on, final_due_on, state, assessed_field, responsible_level, interim_at, final_at,
		decision, gap_verdict, gap_asked_at, gap_answered_at)
on public.need_reports to authenticated;

grant insert (id, organisation_id, title, field_of_action, target_groups, municipality_ags, locality,
		description, noticed_source, noticed_body, noticed_on, noticed_item, noticed_since, evidence,
		evidence_year, evidence_source, affected_range, urgency, urgency_reason, existing_offer,
		proposed_solution, own_contribution, responsible_levels, cost_idea, visibility)
on public.need_reports to authenticated;

grant select (addressee_id) on public.need_reports to authenticated;

grant select (is_transcription) on public.need_reports to authenticated;

-- Submitted.
create policy "people read their own, the planned, the shared reports" on public.need_reports
	for select to authenticated
	using (
		organisation_id in (select private.my_organisations())
			or authority_id in (select private.my_authorities('{planner}'))
			or (
				visibility in ('participants', 'public')
					and authority_id in (select private.my_authorities((select private.participating_kinds())))
			)
	);

create policy "releasers submit, planners what was given to them" on public.need_reports
	for insert to authenticated
	with check (
		not is_transcription
			and organisation_id in (select private.my_organisations((select private.releasing_kinds())))
			or is_transcription and authority_id in (select private.my_authorities('{planner}'))
	);

create trigger stamp before insert on public.need_reports
	for each row execute function private.stamp_report();

create trigger keep_submitted_words before update on public.need_reports
	for each row execute function private.keep_submitted_words();

create trigger after_report after insert on public.need_reports
	for each row execute function private.after_report();

create trigger return_by_report after insert on public.need_reports
	for each row when (new.addressee_id is not null) execute function private.return_by_report();

create trigger forget_events after delete on public.need_reports
	for each row execute function private.forget_events('need_report');

create trigger adopt_attachments after insert on public.need_reports
	for each row execute function private.adopt_attachments();

grant select, insert (report_id, contact) on public.need_report_contacts to authenticated;

create policy "both sides read the contact" on public.need_report_contacts
	for select to authenticated
	using (private.is_side_of(report_id));

create policy "releasers name the contact while they submit" on public.need_report_contacts
	for insert to authenticated
	with check (private.is_releasing(report_id));

create trigger keep_words before update on public.need_report_contacts
	for each row execute function private.keep_words();

grant select,
	insert (report_id, field_of_action, responsible_level, need_id)
on public.need_report_assessments to authenticated;

create policy "planners read assessments" on public.need_report_assessments for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

create policy "planners assess" on public.need_report_assessments
	for insert to authenticated
	with check (private.may_assess(report_id));

create trigger keep_words before update on public.need_report_assessments
	for each row execute function private.keep_words();

create trigger stamp before insert on public.need_report_assessments
	for each row execute function private.stamp_row_of_report('planner');

create trigger after_assessment after insert on public.need_report_assessments
	for each row execute function private.after_assessment();

grant select, insert (id, report_id, kind, body) on public.need_report_messages to authenticated;

grant insert (channel, received_on, given_by) on public.need_report_messages to authenticated;

create policy "both sides read the thread" on public.need_report_messages
	for select to authenticated
	using (private.is_side_of(report_id));

create policy "each side writes its own kind, planners also what they were told" on
	public.need_report_messages
	for insert to authenticated
	with check (
		case
			when kind in ('question', 'interim_status')
				or channel <> 'online' then private.may_assess(report_id)
			else private.may_write_for(report_id)
		end
	);

create trigger keep_words before update on public.need_report_messages
	for each row execute function private.keep_words();

create trigger stamp before insert on public.need_report_messages
	for each row execute function private.stamp_row_of_report();

create trigger after_message after insert on public.need_report_messages
	for each row execute function private.after_message();

create trigger stamp_source before insert on public.need_report_messages
	for each row when (new.channel <> 'online') execute function private.stamp_source();

grant select, insert (report_id, office_id, due_on, note) on public.need_report_handovers to authenticated;

create policy "both sides read hand-overs" on public.need_report_handovers
	for select to authenticated
	using (private.is_side_of(report_id));

create policy "planners hand over" on public.need_report_handovers
	for insert to authenticated
	with check (private.may_assess(report_id));

create trigger keep_words before update on public.need_report_handovers
	for each row execute function private.keep_words();

create trigger stamp before insert on public.need_report_handovers
	for each row execute function private.stamp_row_of_report('planner');

create trigger stamp_handover before insert on public.need_report_handovers
	for each row execute function private.stamp_handover();

create trigger after_handover after insert on public.need_report_handovers
	for each row execute function private.after_handover();

grant select, insert (id, report_id, kind, body) on public.need_report_contributions to authenticated;

create policy "the authority reads what it says among itself" on public.need_report_contributions
	for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

create policy "planners of authority and offices contribute" on public.need_report_contributions
	for insert to authenticated
	with check (private.may_assess(report_id));

create trigger keep_words before update on public.need_report_contributions
	for each row execute function private.keep_words();

create trigger stamp before insert on public.need_report_contributions
	for each row execute function private.stamp_row_of_report('planner');

create trigger stamp_contribution before insert on public.need_report_contributions
	for each row execute function private.stamp_contribution();

create trigger after_contribution after insert on public.need_report_contributions
	for each row when (new.kind = 'contribution') execute function private.after_contribution();

grant select (id, authority_id, report_id, decision, reason, forwarded_to, corrects_id, created_at)
on public.need_report_answers to authenticated;

grant insert (report_id, decision, reason, forwarded_to) on public.need_report_answers to authenticated;

create policy "who sees a report sees its answer" on public.need_report_answers for select to authenticated
	using (exists (select from public.need_reports r where r.id = report_id));

create policy "planners of the authority answer" on public.need_report_answers
	for insert to authenticated
	with check (private.may_answer(report_id));

create trigger keep_words before update on public.need_report_answers
	for each row execute function private.keep_words();

create trigger stamp before insert on public.need_report_answers
	for each row execute function private.stamp_row_of_report('planner');

create trigger stamp_answer before insert on public.need_report_answers
	for each row execute function private.stamp_answer();

create trigger after_answer after insert on public.need_report_answers
	for each row execute function private.after_answer();

grant select,
	insert (report_id, due_on, note),
	update (due_on, note),
	delete
on public.need_report_follow_ups to authenticated;

create policy "planners read follow-ups" on public.need_report_follow_ups for select to authenticated
	using (authority_id in (select private.my_authorities('{planner}')));

create policy "planners set follow-ups" on public.need_report_follow_ups
	for insert to authenticated
	with check (private.may_assess(report_id));

create policy "planners move follow-ups" on public.need_report_follow_ups for update to authenticated
	using (private.may_assess(report_id)) with check (private.may_assess(report_id));

create policy "planners clear follow-ups" on public.need_report_follow_ups
	for delete to authenticated
	using (private.may_assess(report_id));

create trigger stamp before insert on public.need_report_follow_ups
	for each row execute function private.stamp_follow_up();

create trigger stamp_source before insert on public.need_report_gap_answers
	for each row when (new.channel <> 'online') execute function private.stamp_source();
