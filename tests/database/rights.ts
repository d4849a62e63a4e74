/*
 * Every right that anybody but the owner and the server has. `wall.test.ts` compares it with what the database says: a
 * right that is not written here fails, and so does one that is written here and gone. Widen it on purpose only.
 */

/** Role → right → tables, with the columns where not all are meant. */
export const tables = {
	anon: {
		insert: `
			barrier_reports (authority_id, contact, id, message, page)
		`,
		select: `
			attachments (alt_text, authority_id, description, file_name, id, is_shared, is_tagged_pdf, media_type, report_id, sha256, size_bytes, uploaded_at)
			authorities
			decision_words
			fields_of_action
			municipalities
			target_groups
			document_files
			document_versions
			documents
			section_lineage
			section_texts
			section_twins
			sections
		`
	},
	authenticated: {
		delete: `
			round_note_drafts
			statement_dissents
			statement_points
			attachments
			call_addressees
			call_fields
			calls
			circle_members
			circles
			imports
			need_report_drafts
			need_report_follow_ups
			saved_filters
			survey_questions
			document_versions
			documents
			section_lineage
			section_texts
		`,
		insert: `
			round_note_drafts (addressee_id, form, id)
			round_notes (addressee_id, answers_id, body, id, is_on_twin, kind, proposal, proposal_words, quote, quote_after, quote_before, section_id, version_id)
			statement_dissents (body, id, statement_id)
			statement_notes (note_id, point_id, reason, statement_id)
			statement_points (body, id, kind, place, proposal, proposal_words, quote, quote_after, quote_before, section_id, statement_id, version_id)
			statement_remarks (body, id, point_id, statement_id)
			statement_steps (decided_on, decision, id, seen, statement_id, step)
			statements (addressee_id, id, kind)
			attachments (alt_text, call_id, description, draft_id, file_name, is_shared, is_tagged_pdf, media_type, sha256, size_bytes)
			call_addressees (call_id, organisation_id)
			call_extension_decisions (due_at, extension_id, outcome, reason)
			call_extensions (addressee_id, asked_until, channel, reason)
			call_fields (call_id, field_of_action)
			call_notices (addressee_id, body, id, kind)
			survey_questions (call_id, hint, is_published, is_required, key, kind, label, options, place)
			call_steps (audience, body, call_id, closes_at, step)
			calls (authority_id, closes_at, covering_text, id, kind, legal_basis, opens_at, post_id, previous_id, purpose, readers, retention, slug, title)
			circle_members (authority_id, circle_id, organisation_id)
			circles (authority_id, name)
			survey_answers (addressee_id, answers, choice, field_of_action, unknown)
			barrier_reports (authority_id, contact, id, message, page)
			import_lines (authority_id, cells, import_id, number)
			imports (authority_id, digest, file_name, headings, kind, remarks)
			invitations (capacity, email, ends_on, family_name, given_name, post_id, salutation, starts_on)
			meeting_calendars (organisation_id, state)
			meetings (body, ends_at, file_sequence, id, is_all_day, is_public, organisation_id, place, source, starts_at, title, uid)
			mail_preferences (kind_group, pace)
			need_report_answers (decision, forwarded_to, reason, report_id)
			need_report_assessments (field_of_action, need_id, report_id, responsible_level)
			need_report_contacts (contact, report_id)
			need_report_contributions (body, id, kind, report_id)
			need_report_drafts (addressee_id, answers, channel, given_by, id, is_transcription, joins_report_id, organisation_id, received_on)
			need_report_follow_ups (due_on, note, report_id)
			need_report_gap_answers (channel, given_by, received_on, report_id, sentence, verdict)
			need_report_handovers (due_on, note, office_id, report_id)
			need_report_messages (body, channel, given_by, id, kind, received_on, report_id)
			need_reports (affected_range, cost_idea, description, evidence, evidence_source, evidence_year, existing_offer, field_of_action, id, locality, municipality_ags, noticed_body, noticed_item, noticed_on, noticed_since, noticed_source, organisation_id, own_contribution, proposed_solution, responsible_levels, target_groups, title, urgency, urgency_reason, visibility)
			need_settlements (authority_id, body, need_id, outcome)
			saved_filters (authority_id, filter, id, name)
			needs (authority_id, field_of_action, title)
			need_changes (authority_id, id, kind, need_id, new_title, other_id, reason, report_ids)
			text_blocks (authority_id, body, id, title)
			organisations (authority_id, email, kind, name, parent_id, phone, place, postal_address)
			posts (kind, organisation_id, phone, title)
			document_files (document_id, id, media_type, sha256, size_bytes)
			document_readings (file_name, id, sha256, size_bytes, version_id)
			document_versions (document_id, file_name, id, note)
			documents (authority_id, id, is_numbered, kind, language, slug, title)
			rounds (call_id, is_public, reading, version_id)
			section_lineage (fate, from_section, is_changed, reason, to_section, version_id)
			section_revisions (base, body, heading, id, seconds, section_id, version_id, words)
			section_texts (body, concerns, heading, level, number, origins, place, seconds, section_id, summary, version_id, words)
			section_twins (body, checked_by, checked_on, id, of_text, section_id, version_id, words)
			sections (document_id, id)
		`,
		select: `
			round_note_drafts
			round_notes
			statement_dissents (authority_id, body, created_at, id, statement_id, wording_hash)
			statement_notes (authority_id, created_at, note_id, point_id, reason, statement_id)
			statement_points (authority_id, body, created_at, id, kind, place, proposal, proposal_words, quote, quote_after, quote_before, revision, section_id, statement_id, version_id)
			statement_remarks
			statement_steps
			statements (addressee_id, authority_id, call_id, corrects_id, created_at, decided_on, decision, frozen_at, id, intro, intro_revision, is_late, kind, organisation_id, return_id, revision, signed_at, state, submitted_at, vote_id, wording, wording_hash)
			call_addressees
			call_extension_decisions
			call_extensions
			call_fields
			call_notices
			call_result_versions
			call_steps (audience, authority_id, body, call_id, closes_at, created_at, id, person_id, post_id, step)
			calls
			circle_members
			circles
			survey_answers
			survey_forms
			survey_questions
			call_returns (addressee_id, authority_id, call_id, channel, corrects_id, created_at, given_by, id, is_late, organisation_id, outcome, received_on)
			survey_return_fields (addressee_id, answers, authority_id, call_id, corrects_id, created_at, field_of_action, id, organisation_id, outcome, return_id, unknown)
			administration_events
			assistances (accepted_at, assistant_id, authority_id, created_at, email, ends_on, expires_at, family_name, given_name, holding_id, id, revoked_at, salutation)
			attachments
			authorities
			barrier_reports
			decision_words
			events
			fields_of_action
			holdings
			import_headings
			import_lines
			import_rows
			imports
			invitations (accepted_at, accepted_by, authority_id, capacity, created_at, email, ends_on, expires_at, family_name, given_name, id, invited_by, post_id, revoked_at, salutation, starts_on)
			meeting_calendars
			meetings
			mail_preferences
			municipalities
			need_report_answers (authority_id, corrects_id, created_at, decision, forwarded_to, id, reason, report_id)
			need_report_assessments
			need_report_contacts
			need_report_contributions
			need_report_drafts
			need_report_follow_ups
			need_report_gap_answers
			need_report_handovers
			need_report_messages
			need_reports (addressee_id, affected_range, assessed_field, authority_id, channel, cost_idea, decision, description, evidence, evidence_source, evidence_year, existing_offer, field_of_action, final_at, final_due_on, form_version, gap_answered_at, gap_asked_at, gap_verdict, id, interim_at, interim_due_on, is_transcription, locality, municipality_ags, municipality_name, noticed_body, noticed_item, noticed_on, noticed_since, noticed_source, number, organisation_id, organisation_name, own_contribution, proposed_solution, received_at, responsible_level, responsible_levels, short_id, state, target_groups, title, urgency, urgency_reason, visibility)
			need_changes
			need_settlements
			needs
			text_block_uses
			text_blocks
			saved_filters
			organisations
			people (family_name, given_name, id, salutation)
			posts
			private.audit_entries
			private.present_fields
			audit_log
			target_groups
			document_files
			document_readings
			document_versions
			documents
			rounds
			section_lineage
			section_revisions
			section_texts
			section_twins
			sections
			vote_attendances
			vote_casts
			vote_choices
			vote_conflicts
			vote_counts
			vote_electors
			vote_items
			vote_results
			vote_substitutions
			votes
		`,
		update: `
			round_note_drafts (form)
			round_notes (body, is_on_twin, kind, proposal, proposal_words, quote, quote_after, quote_before, withdrawn_at)
			statement_notes (point_id, reason)
			statement_points (body, kind, place, proposal, proposal_words, quote, quote_after, quote_before, section_id, version_id)
			statements (intro)
			calls (closes_at, covering_text, legal_basis, opens_at, post_id, previous_id, purpose, readers, retention, slug, title)
			circles (name)
			survey_answers (answers, choice, unknown)
			survey_questions (hint, is_published, is_required, kind, label, options, place)
			assistances (revoked_at)
			authorities (accent, email, final_days, interim_days, phone, postal_address)
			barrier_reports (answer)
			holdings (ended_at, ends_on)
			invitations (revoked_at)
			meeting_calendars (state)
			meetings (body, cancelled_at, ends_at, file_sequence, is_all_day, is_cancelled_by_file, is_public, place, starts_at, title)
			mail_preferences (pace)
			need_report_drafts (answers, channel, given_by, handed_in_at, joins_report_id, received_on, return_reason, returned_at)
			need_report_follow_ups (due_on, note)
			organisations (email, name, phone, place, postal_address)
			people (contrast, family_name, given_name, locale, salutation, text_size)
			posts (abolished_on, phone, title)
			text_blocks (body, retired_at, title)
			call_addressees (legal_basis)
			document_versions (file_name, note)
			documents (title)
			rounds (is_public, reading, version_id)
			section_revisions (outcome)
			section_texts (body, concerns, heading, level, number, origins, place, seconds, summary, words)
		`
	}
};

/** Role → functions it may execute. Those in `private` are asked by policies and functions, never offered by the data interface. */
export const functions = {
	anon: `
		attachments_of_report(text)
		auth.jwt()
		auth.role()
		auth.uid()
		private.barrier_number(uuid)
		private.is_blank(text)
		private.is_public(uuid)
		private.is_unread(uuid)
		private.note_opened(text)
		note_opened(text)
		private.reads_what_came(uuid)
		private.subject_of(text)
		private.moment()
		private.now()
		private.person_id()
		private.figures_at(uuid)
		private.largest_first(jsonb,text)
		private.newest_public(uuid)
		private.published(text)
		private.report_numbered(text)
		private.result_for_reader(uuid,text)
		private.results_for_reader(uuid)
		call_result(uuid,text)
		call_results(uuid)
		private.require(boolean)
		private.today()
		public_figures(uuid)
		public_need_report(text)
		public_overview(uuid)
		report_barrier(uuid,uuid,text,text,text)
		resolve_short_address(text)
		vocabulary()
		document_contents(uuid,text,integer)
		document_texts(uuid,text,integer)
		private.document_head(documents)
		private.document_named(uuid,text)
		private.neighbour_document(section_texts)
		private.plans_document(uuid)
		private.shown_versions()
		private.twin_document(section_texts)
		private.version_document(document_versions)
		private.version_named(uuid,text,integer)
		private.wordings_beside(uuid)
		read_section(uuid,text,integer,text)
		compared_sections(uuid,uuid)
		compared_texts(uuid,uuid,uuid[])
		compared_versions(uuid,text,integer,integer)
		document_news(uuid)
		private.beside_documents(section_texts)
		private.said_documents(uuid,uuid[])
		private.standing_documents(uuid)
		private.document_news(uuid)
	`,
	authenticated: `
		private.notes_in(uuid)
		private.placing_of(uuid,uuid,boolean,uuid)
		round_placing(uuid,uuid,boolean,uuid)
		private.is_in_frozen_wording(uuid)
		private.point_rows(uuid,uuid,uuid)
		private.return_no_objections(uuid,uuid)
		state_no_objections(uuid,uuid)
		answer_round_note(uuid,uuid,text)
		change_round_note(uuid,integer,jsonb)
		discard_note_draft(uuid)
		dissent_from_statement(uuid,uuid,text)
		drop_statement_point(uuid,uuid)
		enter_statement(uuid,uuid,text,text,jsonb,text,text,date)
		export_round_points(uuid,text)
		note_in_round(uuid,uuid,jsonb)
		place_round_note(uuid,uuid,uuid,text)
		place_statement_point(uuid,uuid,integer)
		private.call_of_room(uuid)
		private.contents_in_room(uuid)
		private.copy_statement(uuid,uuid)
		private.dissents_in(uuid)
		private.dissents_of(uuid)
		private.drafts_in(uuid,uuid)
		private.enter_statement(uuid,uuid,text,text,jsonb,text,text,date)
		private.has_body(uuid)
		private.has_room_right(uuid,text[])
		private.is_in_room(uuid)
		private.is_statement_of_my_rooms(uuid)
		private.my_rooms(text[])
		private.note_for_room(uuid)
		private.notes_document(uuid,uuid,uuid,uuid,integer)
		private.notes_on_what_is_gone(uuid)
		private.point_kinds()
		private.points_for_planners(uuid)
		private.room_head(call_addressees)
		private.room_in(uuid,text,uuid)
		private.room_kinds()
		private.room_post(uuid,text[])
		private.round_call(uuid)
		private.round_document(uuid)
		private.said_in(uuid,jsonb)
		private.searched_points(uuid,text,uuid)
		private.section_in_round(uuid,text)
		private.signing_kinds()
		private.silent_in(uuid)
		private.speaks_as(uuid,uuid)
		private.statement_at_work(uuid,text)
		private.statement_document(uuid)
		private.statement_names(uuid)
		private.statement_rows(uuid,uuid)
		private.statement_to_write(uuid)
		private.statements_in_room(uuid)
		private.text_in_room(uuid,uuid,uuid)
		private.unplaced_notes(uuid)
		private.work_on_statement(uuid)
		private.writes_statement(uuid)
		remark_on_statement(uuid,uuid,text,uuid)
		round_contents(uuid,text,uuid)
		round_note(uuid)
		round_points(uuid,text,text,uuid)
		round_room(uuid,text,uuid)
		round_search(uuid,text,text,uuid)
		round_section(uuid,text,text,uuid,uuid)
		round_statement(uuid)
		round_statements(uuid,text,uuid)
		save_note_draft(uuid,uuid,jsonb)
		save_statement_intro(uuid,integer,text)
		save_statement_point(uuid,uuid,integer,jsonb)
		start_statement(uuid,uuid,text)
		take_round_note(uuid,uuid,uuid)
		take_statement_step(uuid,uuid,text,text,text,date)
		withdraw_dissent(uuid)
		withdraw_round_note(uuid)
		add_access_token(text,text,text[],integer,uuid)
		call_letter(uuid)
		my_access_tokens()
		private.access_tokens_of_me()
		private.add_access_token(text,text,text[],integer,uuid)
		private.responsible_for(uuid)
		private.revoke_access_token(uuid)
		revoke_access_token(uuid)
		survey_addressee(uuid,text,uuid)
		answer_rest_nil(uuid)
		ask_extension_until(uuid,date,text)
		hand_in_survey(uuid)
		private.call_progress(uuid)
		private.hand_in_survey(uuid,text[])
		private.survey_fields(uuid)
		private.is_offered(survey_answers)
		private.unreported_needs(uuid)
		private.lock_open_call(uuid)
		private.choose_nil(uuid,text[])
		private.waits_for_release(survey_answers)
		survey_reply(uuid,text,uuid)
		private.check_answers_fit(uuid,text[])
		private.survey_of(uuid)
		start_survey_report_for(uuid,text,text,date,text,uuid)
		add_addressee(uuid,text,uuid)
		call_addressee(uuid,text,uuid)
		call_answers(uuid,text)
		call_ledger(uuid,text)
		survey_field(uuid,text,integer,text)
		survey_search(uuid,text,text,text)
		call_way(uuid,text)
		call_closing(uuid,text)
		private.way_to_call(uuid,text)
		correct_call_result(uuid,text,uuid,text,text,integer)
		private.correct_result(uuid,uuid,text,text,integer)
		attach_to_call(uuid,text,text,text,integer,text,boolean,text)
		private.has_result(uuid)
		private.reads_what_came(uuid)
		private.may_attach_to_call(uuid)
		private.searched_answers(uuid,text,text)
		private.answered_by_field(uuid)
		private.form_of_call(uuid)
		private.survey_answers_of(uuid,uuid[],text)
		private.surveys_answers(uuid,uuid)
		private.surveys_form(uuid,uuid)
		call_preparation(uuid,text)
		call_reach(uuid,text)
		call_record(uuid,text)
		call_step_options(uuid,text,timestamp with time zone)
		private.call_head(calls)
		make_addressee_link(uuid,uuid,text,text,integer,text)
		end_addressee_link(uuid)
		private.make_link(uuid,uuid,text,text,integer,text)
		private.end_link(uuid)
		private.guests_of(uuid)
		private.of_kind(text,uuid,uuid)
		private.standing(call_addressees,boolean,boolean)
		private.surveys_addressee(uuid,uuid)
		private.surveys_fields(uuid,uuid)
		private.surveys_letter(uuid,uuid)
		private.surveys_obstacles(uuid,uuid)
		private.call_tasks()
		private.coverage(uuid)
		private.facts_of_addressees(uuid,uuid)
		private.fields_of_call(uuid)
		private.lacks_meetings(uuid,timestamp with time zone)
		private.ledger(uuid,uuid)
		private.meetings_of_call(uuid,timestamp with time zone)
		private.reach_in(uuid)
		private.askable_in(uuid)
		private.steps_of_call(uuid)
		answer_nil(uuid,text,uuid)
		choose_nil(uuid,text)
		ask_extension(uuid,timestamp with time zone,text)
		decide_extension(uuid,text,timestamp with time zone,text)
		discard_call(uuid,text)
		discard_circle(uuid)
		enter_survey_return(uuid,jsonb,text,text,date,uuid)
		survey_entries(uuid)
		private.entries_of(uuid)
		private.check_said(uuid,jsonb,boolean)
		private.own_questions(uuid)
		private.things_asked(uuid)
		private.keys_asked(uuid,text)
		private.is_answer(survey_questions,jsonb)
		private.wrong_in(uuid,jsonb,boolean)
		private.lacks_own_answers(uuid)
		private.question_tallies(uuid)
		private.draft_to_ask(uuid,text)
		save_survey_question(uuid,text,uuid,jsonb,integer)
		place_survey_question(uuid,text,uuid,integer)
		drop_survey_question(uuid,text,uuid)
		private.is_said(uuid,jsonb,text,text,date,uuid)
		extend_addressee(uuid,timestamp with time zone,text,text)
		note_letter(uuid,uuid)
		private.addressed_calls()
		private.end_of_day(date)
		private.lock_call(uuid)
		private.plans_addressee(uuid)
		private.plans_call(uuid)
		private.plans_draft_of_call(uuid)
		private.reads_addressee(uuid)
		private.releases_for_addressee(uuid)
		private.visit_addressee(uuid)
		private.writes_for_addressee(uuid)
		private.answer_nil(uuid,text[],uuid)
		private.is_returned(uuid,text,text,text,date)
		private.return_survey(uuid,jsonb,text,text,date,uuid)
		release_survey_answers(uuid,jsonb)
		remind_addressees(uuid,text,uuid[],text,uuid)
		save_call(uuid,text,jsonb)
		save_circle(uuid,text,uuid[])
		save_survey_answer(uuid,text,integer,text,jsonb,text[])
		set_call_addressees(uuid,text,uuid[])
		set_call_fields(uuid,text,text[])
		start_survey(uuid,uuid)
		start_survey_report(uuid,text,uuid)
		take_call_step(uuid,text,text,timestamp with time zone,text,text)
		call_publication(uuid,text)
		call_result(uuid,text)
		call_results(uuid)
		private.result_for_reader(uuid,text)
		private.result_previews(uuid)
		private.results_for_reader(uuid)
		abolish_post(uuid)
		add_meeting(uuid,timestamp with time zone,timestamp with time zone,text,text,text,boolean,uuid)
		add_organisation(uuid,text,text,uuid,text,text,text,text)
		add_post(uuid,text,text,text)
		administration(uuid)
		administration_of_organisation(uuid)
		answer_barrier_report(text,text)
		answer_gap(text,text,text)
		audit_reading(uuid,text)
		private.audit_reading(uuid,text)
		answer_need_report(text,text,text,text,text,uuid[])
		answer_need_reports(text,text,text,text,jsonb,uuid[])
		rename_need(text,text,text,uuid)
		merge_need(text,text,text,uuid)
		split_need(text,text,text[],text,uuid)
		needs_to_merge_with(text)
		private.changes_of_need(uuid,uuid)
		private.check_change(text,text)
		private.former_titles(uuid,uuid,text)
		private.heir_of(uuid,uuid)
		private.is_answered_so(uuid,text,text,text)
		private.was_changed(uuid,uuid,text,text,text,uuid[])
		private.whole_reason(text,text)
		text_blocks(uuid)
		add_text_block(uuid,uuid,text,text)
		change_text_block(uuid,integer,text,text)
		retire_text_block(uuid,boolean)
		private.block_to_change(uuid)
		private.check_text_block(uuid,uuid,text,text)
		private.note_block_uses(uuid,uuid[])
		assess_need_report(text,text,text,text,text)
		assessment_options(text)
		attach(uuid,text,text,integer,text,boolean,text,boolean)
		attachments_of_report(text)
		auth.jwt()
		auth.role()
		auth.uid()
		cancel_meeting(uuid)
		change_meeting(uuid,integer,timestamp with time zone,timestamp with time zone,text,text,text,boolean)
		change_name(text,text,text)
		change_need_report_source(uuid,text,date,text)
		change_organisation(uuid,text,text,text,text,text)
		change_post(uuid,text,text)
		change_term(uuid,date)
		detach(uuid)
		discard_need_report(uuid)
		district_meetings(uuid,date,uuid,uuid)
		end_assistance(uuid)
		end_holding(uuid)
		enter_gap_answer(text,text,text,text,date,text)
		enter_need_report_message(text,text,text,text,date,text,uuid)
		contribute_to_need_report(text,text,text,uuid)
		follow_up_need_report(text,date,text)
		note_as_dealt_with(text,timestamp with time zone,timestamp with time zone)
		hand_in_need_report(uuid,integer)
		hand_over_need_report(text,uuid,date,text)
		import_meetings(uuid,jsonb,jsonb)
		invite(uuid,text,date,date,text,text,text,text)
		join_need_report(uuid,text)
		list_barrier_reports(uuid)
		list_events(uuid,bigint)
		list_need_reports(uuid,jsonb,text,text)
		need_list_choices(uuid)
		save_filter(uuid,uuid,text,jsonb)
		discard_filter(uuid)
		private.found_needs(uuid,text)
		private.needs_like(uuid,text,text)
		list_needs(uuid,text,text,text)
		list_audit_log(uuid,text,text,text)
		meeting(uuid)
		meeting_calendar(uuid,uuid,uuid)
		my_mail_preferences()
		my_organisations()
		my_assistances()
		name_assistant(uuid,text,text,text,text,date,uuid)
		private.name_assistant(uuid,text,text,text,text,date,uuid)
		need(text)
		need_report(text)
		need_report_draft(uuid)
		need_reports_by_municipality(uuid)
		own_data()
		private.account_hash(text)
		preview_meetings(uuid,jsonb,jsonb)
		private.acting_post(uuid,text[])
		private.address_of(uuid)
		private.answers_document(uuid)
		private.assistants_of(uuid)
		private.are_choices(jsonb,text[])
		private.audit_topic(text)
		private.barrier_number(uuid)
		private.channels()
		private.check_answers(jsonb)
		private.compared_meetings(uuid,jsonb,jsonb)
		private.check_source(text,date,text)
		private.duties_of(uuid[])
		private.found_need_reports(uuid,text)
		private.given_answers(jsonb)
		private.holdings_document(uuid)
		private.invalid_answers(jsonb)
		private.is_blank(text)
		private.is_email(text)
		private.is_given(jsonb)
		private.is_current(holdings)
		private.is_public(uuid)
		private.is_releasing(uuid)
		private.is_side_of(uuid)
		private.is_standing(holdings)
		private.lock_need(uuid)
		private.lock_report(uuid)
		private.matching_need_reports(uuid,text)
		private.contributions_of(uuid)
		private.answers_for(uuid)
		private.is_unread(uuid)
		private.note_opened(text)
		note_opened(text)
		private.grace()
		private.recent_act_of_mine(uuid)
		private.take_back(text,uuid,text)
		take_back(text,uuid,text)
		private.import_to_take_back(uuid)
		private.take_back_import(uuid)
		take_back_import(uuid)
		private.may_answer(uuid)
		private.waiting_reports(uuid)
		private.may_assess(uuid)
		private.next_own_meeting()
		private.note_as_dealt_with(uuid,timestamp with time zone,timestamp with time zone)
		private.waiting_of(uuid)
		private.may_keep_calendar(uuid)
		private.may_promise_calendar(uuid)
		private.meeting_document(meetings,boolean)
		private.seen_of(uuid[])
		private.may_name_source(text)
		private.may_write_draft(uuid)
		private.may_write_for(uuid)
		private.missing_answers(jsonb)
		private.my_authorities(text[])
		private.my_mail_groups()
		private.my_organisations(text[])
		private.my_posts()
		private.name_of(uuid)
		private.need_counts(uuid[])
		private.need_named(text)
		private.need_report_fields()
		private.news()
		private.own_data()
		private.participating_kinds()
		private.subject_of(text)
		private.has_begun(uuid,uuid)
		private.id_within(uuid,text)
		private.was_sent(uuid,uuid,text,text)
		private.moment()
		private.now()
		private.person_id()
		private.planning_figures()
		private.planning_post(uuid)
		private.published(text)
		private.audit_export(uuid,text,integer,jsonb)
		private.releasing_kinds()
		private.report_named(text)
		private.report_numbered(text)
		private.report_tasks()
		private.figures_at(uuid)
		private.largest_first(jsonb,text)
		private.newest_public(uuid)
		private.reports_of_need(uuid)
		private.require(boolean)
		private.require_few(jsonb)
		private.require_meetings_of(uuid)
		private.require_choice(text,boolean)
		private.resend(uuid)
		private.reset_second_factor(uuid)
		private.series_of(text)
		private.sides_document(uuid)
		private.submit_for(uuid,jsonb,text,date,text)
		private.today()
		private.undelivered_document(uuid)
		private.vacancies(uuid)
		private.was_just_said(uuid,text,text)
		private.workings_of(uuid)
		private.writing_kinds()
		public_need_report(text)
		public_overview(uuid)
		audit_export(uuid,text,integer,jsonb)
		release_need_report(uuid,integer)
		reopen_need(text,text)
		report_barrier(uuid,uuid,text,text,text)
		resend_mail(uuid)
		resolve_short_address(text)
		reset_second_factor(uuid)
		return_need_report(uuid,text)
		revoke_invitation(uuid)
		save_need_report(uuid,integer,jsonb)
		set_display(text,text,text)
		set_mail_preferences(jsonb)
		set_reply_clock(uuid,integer,integer)
		settle_need(text,text)
		similar_need_reports(uuid,text)
		start_need_report(uuid,text,uuid)
		begin_need_report(uuid,jsonb,uuid)
		start_need_report_for(uuid,text,date,text,uuid)
		start_page()
		state_calendar(uuid,text)
		undelivered_mails(uuid)
		private.unreached_tasks()
		transcription_choices()
		add_import_lines(uuid,jsonb)
		begin_import(uuid,text,text,text,jsonb,jsonb)
		cancel_import(uuid)
		close_import(uuid,jsonb)
		commit_import(uuid)
		discard_import(uuid)
		export_members(uuid,integer)
		export_need_reports(uuid,jsonb,text)
		import(uuid)
		import_columns(uuid)
		known_headings(uuid,text)
		list_imports(uuid,text)
		map_import(uuid,jsonb)
		need_report_figures(uuid)
		private.answer_time(timestamp with time zone,timestamp with time zone)
		private.answers_otherwise(uuid,text)
		private.asked_for(uuid,text)
		private.cancel_import(uuid)
		private.finish_import(uuid,jsonb)
		private.heed_cancel(uuid)
		private.import_nil_return(import_rows)
		private.import_of_mine(uuid)
		private.import_progress(bigint)
		private.importing_organisation(uuid,text)
		private.known_headings(uuid,text)
		private.may_import(uuid,text)
		private.read_anew(uuid,jsonb)
		private.remember_headings(uuid,jsonb)
		private.need_reports_where(jsonb)
		private.note_progress(uuid,integer)
		private.request_import(uuid)
		public_figures(uuid)
		request_import(uuid)
		vocabulary()
		write_need_report_message(text,text,text,uuid)
		add_document_file(uuid,text,integer,text,uuid)
		add_section(uuid,uuid,integer,text,uuid)
		begin_reading(uuid,text,integer,text,uuid)
		check_twin(uuid,text,date,uuid)
		create_document(uuid,uuid,text,text,text,text,boolean)
		describe_section(uuid,uuid,text,text[])
		discard_document(uuid)
		discard_reading(uuid)
		discard_version(uuid)
		document_contents(uuid,text,integer)
		document_reading(uuid)
		document_texts(uuid,text,integer)
		fill_version(uuid,jsonb,text)
		freeze_version(uuid,integer,text,jsonb)
		list_calls(uuid,text,text)
		list_documents(uuid)
		merge_sections(uuid,uuid,integer,uuid,integer,jsonb,text,integer)
		move_section(uuid,uuid,uuid,integer)
		private.freeze_now(uuid,integer,text,jsonb)
		private.change_reading(uuid,text,text)
		private.count_sections(uuid)
		private.document_head(documents)
		private.document_named(uuid,text)
		private.family_of(uuid,uuid)
		private.lock_version(uuid)
		private.neighbour_document(section_texts)
		private.plans_document(uuid)
		private.plans_version(uuid)
		private.round_named(uuid,text)
		private.rounds_addressee(uuid,uuid)
		private.rounds_answers(uuid,uuid)
		private.rounds_fields(uuid,uuid)
		private.rounds_form(uuid,uuid)
		private.rounds_letter(uuid,uuid)
		private.rounds_obstacles(uuid,uuid)
		private.rounds_result(uuid,uuid)
		private.section_named(uuid,uuid)
		private.shown_versions()
		private.rounds_to_read()
		private.twin_document(section_texts)
		private.uuids_in(jsonb)
		private.version_document(document_versions)
		private.version_named(uuid,text,integer)
		private.wordings_beside(uuid)
		private.works_on_version(uuid)
		read_document_again(uuid,text)
		read_section(uuid,text,integer,text)
		remove_section(uuid,uuid,text)
		rename_document(uuid,text)
		save_section(uuid,uuid,integer,text,jsonb,text,integer,uuid)
		save_twin(uuid,uuid,jsonb,text,uuid)
		section_history(uuid,text,integer,text)
		set_legal_bases(uuid,text,jsonb)
		set_round(uuid,text,uuid,boolean,text)
		settle_beside(uuid,text,integer)
		split_section(uuid,uuid,integer,jsonb,jsonb,uuid)
		start_round(uuid,uuid)
		start_version(uuid,text)
		take_reading(uuid,jsonb)
		private.call_named(uuid,text,text)
		private.call_to_plan(uuid,text,text)
		private.is_open(timestamp with time zone,date)
		cancel_vote(uuid,text)
		cast_vote(uuid,uuid,uuid,jsonb)
		declare_conflict(uuid,uuid,integer[],text)
		enter_session_vote(uuid,uuid,jsonb)
		list_votes(uuid)
		name_substitute(uuid,uuid,uuid)
		open_vote(uuid,text,uuid,text,boolean,boolean,text,integer,date,uuid)
		private.cancel_vote(uuid,text)
		private.cast_vote(uuid,uuid,uuid,jsonb)
		private.declare_conflict(uuid,uuid,integer[],text)
		private.electors_of(votes)
		private.enter_session_vote(uuid,uuid,jsonb)
		private.help_of_body(uuid)
		private.is_wording_current(votes)
		private.may_act_for(vote_electors)
		private.my_bodies()
		private.name_substitute(uuid,uuid,uuid)
		private.open_vote(uuid,text,uuid,text,boolean,boolean,text,integer,date,uuid)
		private.points_of(votes)
		private.presides(uuid)
		private.presiding_kinds()
		private.result_of_vote(vote_results,votes)
		private.seats_of_mine(votes)
		private.substitutes_for(uuid)
		private.vote_line(votes)
		private.vote_options(text,uuid)
		private.vote_summary(uuid)
		private.votes_tasks()
		vote(uuid)
		vote_options(text,uuid)
		compared_sections(uuid,uuid)
		compared_texts(uuid,uuid,uuid[])
		compared_versions(uuid,text,integer,integer)
		document_news(uuid)
		private.beside_documents(section_texts)
		private.said_documents(uuid,uuid[])
		private.standing_documents(uuid)
		round_window(uuid,text)
		private.document_news(uuid)
		private.round_window(uuid,text)
	`
};

/** Schemas, the database, and what later tables and functions get by themselves: nothing. */
export const around = `
	anon usage schema auth
	anon usage schema extensions
	anon usage schema private
	anon usage schema public
	authenticated usage schema auth
	authenticated usage schema extensions
	authenticated usage schema private
	authenticated usage schema public
	everyone connect database
	everyone execute future f in extensions
	everyone temporary database
`;

/** Links between rows of tenants that carry no tenant themselves: a stamp fills the tenant from the very row they point to. */
export const linksFilledByStamps = `
	statement_steps (post_id) → posts
	attachments (draft_id) → need_report_drafts
	attachments (report_id) → need_reports
	attachments (uploaded_in) → posts
	call_extension_decisions (post_id) → posts
	call_extensions (post_id) → posts
	call_notices (post_id) → posts
	call_result_versions (post_id) → posts
	call_steps (post_id) → posts
	votes (meeting_id) → meetings
	votes (post_id) → posts
	vote_substitutions (post_id) → posts
	vote_results (post_id) → posts
	vote_electors (post_id) → posts
	vote_attendances (post_id) → posts
	statements (signed_in) → posts
	statements (post_id) → posts
	statement_remarks (post_id) → posts
	statement_dissents (post_id) → posts
	section_twins (post_id) → posts
	section_texts (saved_in) → posts
	section_revisions (post_id) → posts
	round_notes (post_id) → posts
	document_versions (frozen_in) → posts
	document_versions (created_in) → posts
	document_readings (uploaded_in) → posts
	call_returns (corrects_id) → call_returns
	call_returns (entered_in) → posts
	call_returns (released_in) → posts
	survey_return_fields (corrects_id) → survey_return_fields
	events (organisation_id) → organisations
	events (post_id) → posts
	meetings (entered_in) → posts
	need_report_answers (corrects_id) → need_report_answers
	need_report_answers (post_id) → posts
	need_report_answers (report_id) → need_reports
	need_report_contributions (post_id) → posts
	need_report_contributions (report_id) → need_reports
	need_changes (post_id) → posts
	need_report_assessments (change_id) → need_changes
	need_report_assessments (post_id) → posts
	need_report_assessments (report_id) → need_reports
	need_report_drafts (joins_report_id) → need_reports
	need_report_drafts (written_in) → posts
	need_report_follow_ups (report_id) → need_reports
	need_report_gap_answers (post_id) → posts
	need_report_gap_answers (report_id) → need_reports
	need_report_handovers (post_id) → posts
	need_report_handovers (report_id) → need_reports
	need_report_messages (post_id) → posts
	need_report_messages (report_id) → need_reports
	need_reports (entered_in) → posts
	need_reports (joins_report_id) → need_reports
	need_reports (municipality_ags) → municipalities
	need_reports (released_in) → posts
	need_reports (written_in) → posts
	need_settlements (post_id) → posts
	private.addressee_links (made_in) → posts
	private.recent_acts (report_id) → need_reports
	text_block_uses (answer_id) → need_report_answers
	private.mails (bundled_in) → private.mails
	private.mails (resends) → private.mails
`;
