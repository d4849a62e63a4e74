// Written by `npm run types`: what TypeScript calls and reads, as the database has it.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

type Unwritten = Record<string, never>;

export type Database = {
	public: {
		Tables: {
			attachments: {
				Row: {
					alt_text: string | null;
					authority_id: string;
					call_id: string | null;
					description: string | null;
					draft_id: string | null;
					file_name: string;
					id: string;
					is_shared: boolean;
					is_tagged_pdf: boolean | null;
					media_type: string;
					report_id: string | null;
					sha256: string;
					size_bytes: number;
					uploaded_at: string;
					uploaded_by: string | null;
					uploaded_in: string | null;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			authorities: {
				Row: {
					accent: string | null;
					created_at: string;
					district_key: string;
					email: string | null;
					final_days: number;
					hosts: string[];
					id: string;
					interim_days: number;
					is_sample: boolean;
					key: string;
					name: string;
					phone: string | null;
					postal_address: string | null;
					prefix: string;
					small_number: number;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			barrier_reports: {
				Row: {
					answer: string | null;
					answered_at: string | null;
					answered_by: string | null;
					authority_id: string;
					contact: string | null;
					due_on: string;
					id: string;
					message: string;
					number: string;
					page: string | null;
					received_at: string;
					told_at: string | null;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			calls: {
				Row: {
					audience: string | null;
					authority_id: string;
					closed_at: string | null;
					closes_at: string;
					covering_text: string;
					created_at: string;
					created_by: string | null;
					form_version: number | null;
					id: string;
					kind: string;
					legal_basis: string;
					opened_at: string | null;
					opens_at: string;
					post_id: string;
					previous_id: string | null;
					published_at: string | null;
					purpose: string;
					readers: string;
					retention: string;
					slug: string;
					state: string;
					title: string;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			document_files: {
				Row: {
					authority_id: string;
					created_at: string;
					created_by: string | null;
					document_id: string;
					id: string;
					media_type: string;
					sha256: string;
					size_bytes: number;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			municipalities: {
				Row: {
					administration_id: string;
					ags: string;
					ars: string;
					authority_id: string;
					kind: string;
					name: string;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			need_reports: {
				Row: {
					addressee_id: string | null;
					affected_range: string;
					assessed_field: string;
					authority_id: string;
					channel: string;
					contributed_at: string | null;
					cost_idea: string | null;
					decision: string | null;
					description: string;
					entered_at: string;
					entered_by: string | null;
					entered_in: string | null;
					evidence: string | null;
					evidence_source: string | null;
					evidence_year: number | null;
					existing_offer: string | null;
					field_of_action: string;
					final_at: string | null;
					final_due_on: string;
					form_version: number;
					gap_answered_at: string | null;
					gap_asked_at: string | null;
					gap_verdict: string | null;
					given_by: string | null;
					id: string;
					interim_at: string | null;
					interim_due_on: string;
					is_transcription: boolean;
					joins_report_id: string | null;
					locality: string;
					municipality_ags: string | null;
					municipality_name: string | null;
					need_id: string | null;
					noticed_body: string | null;
					noticed_item: string | null;
					noticed_on: string | null;
					noticed_since: string | null;
					noticed_source: string | null;
					number: string;
					office_due_on: string | null;
					office_id: string | null;
					organisation_id: string;
					organisation_name: string;
					own_contribution: string | null;
					proposed_solution: string | null;
					received_at: string;
					released_by: string | null;
					released_in: string | null;
					replied_at: string | null;
					responsible_level: string | null;
					responsible_levels: string[];
					short_id: string;
					state: string;
					target_groups: string[];
					title: string;
					urgency: string;
					urgency_reason: string | null;
					visibility: string;
					written_by: string | null;
					written_for: string | null;
					written_in: string | null;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
			organisations: {
				Row: {
					authority_id: string;
					created_at: string;
					email: string | null;
					id: string;
					kind: string;
					name: string;
					parent_id: string | null;
					phone: string | null;
					place: string | null;
					postal_address: string | null;
				};
				Insert: Unwritten;
				Update: Unwritten;
				Relationships: [];
			};
		};
		Views: Record<never, never>;
		Functions: {
			abolish_post: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			access_token_find: {
				Args: { p_token_hash: string | null };
				Returns: unknown;
			};
			account_delete: {
				Args: { p_person: string | null; p_session: string | null };
				Returns: string[];
			};
			account_leaving: {
				Args: { p_person: string | null };
				Returns: unknown;
			};
			account_of: {
				Args: { p_person: string | null };
				Returns: unknown;
			};
			add_access_token: {
				Args: {
					p_days: number | null;
					p_name: string | null;
					p_scopes: string[] | null;
					p_session: string | null;
					p_token_hash: string | null;
				};
				Returns: string;
			};
			add_addressee: {
				Args: { p_authority: string | null; p_organisation: string | null; p_slug: string | null };
				Returns: undefined;
			};
			add_document_file: {
				Args: {
					p_document: string | null;
					p_id: string | null;
					p_media_type: string | null;
					p_sha256: string | null;
					p_size_bytes: number | null;
				};
				Returns: string;
			};
			add_import_lines: {
				Args: { p_id: string | null; p_lines: Json | null };
				Returns: undefined;
			};
			add_meeting: {
				Args: {
					p_body: string | null;
					p_ends_at: string | null;
					p_id?: string | null;
					p_is_public: boolean | null;
					p_organisation: string | null;
					p_place: string | null;
					p_starts_at: string | null;
					p_title: string | null;
				};
				Returns: string;
			};
			add_organisation: {
				Args: {
					p_authority: string | null;
					p_email?: string | null;
					p_kind: string | null;
					p_name: string | null;
					p_parent?: string | null;
					p_phone?: string | null;
					p_place?: string | null;
					p_postal_address?: string | null;
				};
				Returns: string;
			};
			add_post: {
				Args: {
					p_kind: string | null;
					p_organisation: string | null;
					p_phone?: string | null;
					p_title: string | null;
				};
				Returns: string;
			};
			add_section: {
				Args: {
					p_after: string | null;
					p_heading: string | null;
					p_id: string | null;
					p_level: number | null;
					p_version: string | null;
				};
				Returns: string;
			};
			add_text_block: {
				Args: {
					p_authority: string | null;
					p_body: string | null;
					p_id: string | null;
					p_title: string | null;
				};
				Returns: undefined;
			};
			address_change_begin: {
				Args: {
					p_address_hash: string | null;
					p_email: string | null;
					p_objection_hash: string | null;
					p_person: string | null;
					p_session: string | null;
					p_token_hash: string | null;
				};
				Returns: unknown;
			};
			address_change_confirm: {
				Args: { p_session?: string | null; p_token_hash: string | null };
				Returns: unknown;
			};
			address_change_find: {
				Args: { p_objection_hash: string | null; p_token_hash: string | null };
				Returns: unknown;
			};
			address_change_object: {
				Args: { p_objection_hash: string | null };
				Returns: unknown;
			};
			addressee_link_find: {
				Args: { p_token_hash: string | null };
				Returns: unknown;
			};
			addressee_link_use: {
				Args: {
					p_form: string | null;
					p_given: Json | null;
					p_name: string | null;
					p_token_hash: string | null;
				};
				Returns: undefined;
			};
			administration: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			administration_of_organisation: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			answer_barrier_report: {
				Args: { p_answer: string | null; p_number: string | null };
				Returns: undefined;
			};
			answer_gap: {
				Args: { p_number: string | null; p_sentence?: string | null; p_verdict: string | null };
				Returns: undefined;
			};
			answer_need_report: {
				Args: {
					p_blocks?: string[] | null;
					p_decision: string | null;
					p_forwarded_to?: string | null;
					p_number: string | null;
					p_reason: string | null;
					p_seen?: string | null;
				};
				Returns: undefined;
			};
			answer_need_reports: {
				Args: {
					p_blocks?: string[] | null;
					p_decision: string | null;
					p_forwarded_to: string | null;
					p_need: string | null;
					p_reason: string | null;
					p_reports: Json | null;
				};
				Returns: undefined;
			};
			answer_nil: {
				Args: { p_addressee: string | null; p_field: string | null; p_id?: string | null };
				Returns: string;
			};
			answer_rest_nil: {
				Args: { p_addressee: string | null };
				Returns: number;
			};
			answer_round_note: {
				Args: { p_body: string | null; p_id: string | null; p_note: string | null };
				Returns: string;
			};
			ask_extension_until: {
				Args: { p_addressee: string | null; p_reason: string | null; p_until: string | null };
				Returns: undefined;
			};
			assess_need_report: {
				Args: {
					p_field_of_action: string | null;
					p_need?: string | null;
					p_need_title?: string | null;
					p_number: string | null;
					p_responsible_level: string | null;
				};
				Returns: string;
			};
			assessment_options: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			assistance_accept: {
				Args: { p_token_hash: string | null };
				Returns: string;
			};
			assistance_find: {
				Args: { p_token_hash: string | null };
				Returns: unknown;
			};
			assistance_token: {
				Args: { p_id: string | null; p_token_hash: string | null };
				Returns: undefined;
			};
			attach: {
				Args: {
					p_draft: string | null;
					p_file_name: string | null;
					p_is_shared?: boolean | null;
					p_is_tagged_pdf?: boolean | null;
					p_media_type: string | null;
					p_sha256: string | null;
					p_size: number | null;
					p_text?: string | null;
				};
				Returns: string;
			};
			attach_to_call: {
				Args: {
					p_authority: string | null;
					p_file_name: string | null;
					p_is_tagged_pdf?: boolean | null;
					p_media_type: string | null;
					p_sha256: string | null;
					p_size: number | null;
					p_slug: string | null;
					p_text?: string | null;
				};
				Returns: string;
			};
			attachments_of_report: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			audit_export: {
				Args: {
					p_authority: string | null;
					p_filter?: Json | null;
					p_kind: string | null;
					p_rows: number | null;
				};
				Returns: undefined;
			};
			audit_reading: {
				Args: { p_authority: string | null; p_kind: string | null };
				Returns: undefined;
			};
			authority_for_host: {
				Args: { p_default_key?: string | null; p_host: string | null };
				Returns: unknown;
			};
			begin_import: {
				Args: {
					p_authority: string | null;
					p_digest: string | null;
					p_file_name: string | null;
					p_headings?: Json | null;
					p_kind: string | null;
					p_remarks?: Json | null;
				};
				Returns: string;
			};
			begin_need_report: {
				Args: { p_answers: Json | null; p_id: string | null; p_organisation: string | null };
				Returns: number;
			};
			begin_reading: {
				Args: {
					p_file_name: string | null;
					p_id: string | null;
					p_sha256: string | null;
					p_size_bytes: number | null;
					p_version: string | null;
				};
				Returns: string;
			};
			call_addressee: {
				Args: { p_addressee: string | null; p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_answers: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_closing: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_ledger: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_letter: {
				Args: { p_addressee: string | null };
				Returns: unknown;
			};
			call_preparation: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_publication: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_reach: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_record: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_result: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			call_results: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			call_step_options: {
				Args: { p_authority: string | null; p_slug: string | null; p_until?: string | null };
				Returns: unknown;
			};
			call_way: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: string;
			};
			cancel_import: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			cancel_meeting: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			cancel_vote: {
				Args: { p_reason: string | null; p_vote: string | null };
				Returns: undefined;
			};
			cast_vote: {
				Args: {
					p_choices: Json | null;
					p_elector: string | null;
					p_id: string | null;
					p_vote: string | null;
				};
				Returns: undefined;
			};
			challenge_begin: {
				Args: { p_person: string | null; p_return_to: string | null; p_token_hash: string | null };
				Returns: boolean;
			};
			challenge_pass: {
				Args: { p_recovery_hash: string | null; p_step: number | null; p_token_hash: string | null };
				Returns: unknown;
			};
			challenge_try: {
				Args: { p_address_hash: string | null; p_device?: string | null; p_token_hash: string | null };
				Returns: string;
			};
			change_meeting: {
				Args: {
					p_body: string | null;
					p_ends_at: string | null;
					p_id: string | null;
					p_is_public: boolean | null;
					p_place: string | null;
					p_sequence: number | null;
					p_starts_at: string | null;
					p_title: string | null;
				};
				Returns: undefined;
			};
			change_name: {
				Args: { p_family_name: string | null; p_given_name: string | null; p_salutation: string | null };
				Returns: undefined;
			};
			change_need_report_source: {
				Args: {
					p_channel: string | null;
					p_given_by: string | null;
					p_id: string | null;
					p_received_on: string | null;
				};
				Returns: undefined;
			};
			change_organisation: {
				Args: {
					p_email: string | null;
					p_id: string | null;
					p_name: string | null;
					p_phone: string | null;
					p_place: string | null;
					p_postal_address: string | null;
				};
				Returns: undefined;
			};
			change_post: {
				Args: { p_id: string | null; p_phone: string | null; p_title: string | null };
				Returns: undefined;
			};
			change_round_note: {
				Args: { p_note: string | null; p_revision: number | null; p_said: Json | null };
				Returns: undefined;
			};
			change_term: {
				Args: { p_ends_on: string | null; p_holding: string | null };
				Returns: undefined;
			};
			change_text_block: {
				Args: {
					p_body: string | null;
					p_id: string | null;
					p_revision: number | null;
					p_title: string | null;
				};
				Returns: undefined;
			};
			check_twin: {
				Args: {
					p_checked_by: string | null;
					p_checked_on: string | null;
					p_id: string | null;
					p_twin: string | null;
				};
				Returns: undefined;
			};
			choose_nil: {
				Args: { p_addressee: string | null; p_field: string | null };
				Returns: undefined;
			};
			close_import: {
				Args: { p_columns?: Json | null; p_id: string | null };
				Returns: undefined;
			};
			compared_sections: {
				Args: { p_after: string | null; p_before: string | null };
				Returns: unknown;
			};
			compared_texts: {
				Args: { p_after: string | null; p_before: string | null; p_sections: string[] | null };
				Returns: unknown;
			};
			compared_versions: {
				Args: {
					p_authority: string | null;
					p_number: number | null;
					p_slug: string | null;
					p_with: number | null;
				};
				Returns: unknown;
			};
			contribute_to_need_report: {
				Args: { p_body: string | null; p_id?: string | null; p_kind: string | null; p_number: string | null };
				Returns: undefined;
			};
			correct_call_result: {
				Args: {
					p_authority: string | null;
					p_body: string | null;
					p_id: string | null;
					p_note: string | null;
					p_seen: number | null;
					p_slug: string | null;
				};
				Returns: undefined;
			};
			count_guest: {
				Args: { p_address_hash: string | null };
				Returns: undefined;
			};
			create_document: {
				Args: {
					p_authority: string | null;
					p_id: string | null;
					p_is_numbered?: boolean | null;
					p_kind: string | null;
					p_language?: string | null;
					p_slug: string | null;
					p_title: string | null;
				};
				Returns: string;
			};
			decide_extension: {
				Args: {
					p_addressee: string | null;
					p_due_at?: string | null;
					p_outcome: string | null;
					p_reason?: string | null;
				};
				Returns: undefined;
			};
			declare_conflict: {
				Args: {
					p_elector: string | null;
					p_places: number[] | null;
					p_reason: string | null;
					p_vote: string | null;
				};
				Returns: undefined;
			};
			delete_dormant_accounts: {
				Args: Record<never, never>;
				Returns: number;
			};
			describe_section: {
				Args: {
					p_concerns: string[] | null;
					p_section: string | null;
					p_summary: string | null;
					p_version: string | null;
				};
				Returns: undefined;
			};
			detach: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_call: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: undefined;
			};
			discard_circle: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_document: {
				Args: { p_document: string | null };
				Returns: undefined;
			};
			discard_filter: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_import: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_need_report: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_note_draft: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_reading: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			discard_version: {
				Args: { p_version: string | null };
				Returns: undefined;
			};
			dissent_from_statement: {
				Args: { p_body: string | null; p_id: string | null; p_statement: string | null };
				Returns: undefined;
			};
			district_meetings: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_month: string | null;
					p_organisation?: string | null;
				};
				Returns: unknown;
			};
			document_contents: {
				Args: { p_authority: string | null; p_number?: number | null; p_slug: string | null };
				Returns: unknown;
			};
			document_news: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			document_reading: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			document_texts: {
				Args: { p_authority: string | null; p_number?: number | null; p_slug: string | null };
				Returns: unknown;
			};
			drop_statement_point: {
				Args: { p_point: string | null; p_statement: string | null };
				Returns: undefined;
			};
			drop_survey_question: {
				Args: { p_authority: string | null; p_key: string | null; p_slug: string | null };
				Returns: undefined;
			};
			end_addressee_link: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			end_assistance: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			end_everywhere: {
				Args: { p_except: string | null; p_person: string | null; p_tokens: boolean | null };
				Returns: string[];
			};
			end_holding: {
				Args: { p_holding: string | null };
				Returns: undefined;
			};
			end_votes: {
				Args: Record<never, never>;
				Returns: number;
			};
			enter_gap_answer: {
				Args: {
					p_channel: string | null;
					p_given_by: string | null;
					p_number: string | null;
					p_received_on: string | null;
					p_sentence: string | null;
					p_verdict: string | null;
				};
				Returns: undefined;
			};
			enter_need_report_message: {
				Args: {
					p_body: string | null;
					p_channel: string | null;
					p_given_by: string | null;
					p_id?: string | null;
					p_kind: string | null;
					p_number: string | null;
					p_received_on: string | null;
				};
				Returns: undefined;
			};
			enter_session_vote: {
				Args: { p_entry: Json | null; p_id: string | null; p_vote: string | null };
				Returns: undefined;
			};
			enter_statement: {
				Args: {
					p_addressee: string | null;
					p_channel: string | null;
					p_given_by: string | null;
					p_id: string | null;
					p_intro: string | null;
					p_kind: string | null;
					p_points: Json | null;
					p_received_on?: string | null;
				};
				Returns: string;
			};
			enter_survey_return: {
				Args: {
					p_addressee: string | null;
					p_channel: string | null;
					p_given_by: string | null;
					p_id?: string | null;
					p_received_on?: string | null;
					p_said: Json | null;
				};
				Returns: string;
			};
			export_members: {
				Args: { p_after?: number | null; p_authority: string | null };
				Returns: unknown;
			};
			export_need_reports: {
				Args: { p_after?: string | null; p_authority: string | null; p_filter?: Json | null };
				Returns: unknown;
			};
			export_round_points: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			extend_addressee: {
				Args: {
					p_addressee: string | null;
					p_channel: string | null;
					p_due_at: string | null;
					p_reason: string | null;
				};
				Returns: undefined;
			};
			feed_find: {
				Args: { p_address_hash: string | null; p_secret_hash: string | null };
				Returns: unknown;
			};
			feed_of: {
				Args: { p_person: string | null };
				Returns: unknown;
			};
			feed_replace: {
				Args: { p_person: string | null; p_secret_hash: string | null; p_session: string | null };
				Returns: undefined;
			};
			feed_revoke: {
				Args: { p_person: string | null };
				Returns: undefined;
			};
			fill_version: {
				Args: { p_file_name: string | null; p_sections: Json | null; p_version: string | null };
				Returns: undefined;
			};
			follow_up_need_report: {
				Args: { p_due_on: string | null; p_note?: string | null; p_number: string | null };
				Returns: undefined;
			};
			freeze_version: {
				Args: {
					p_lineage: Json | null;
					p_note: string | null;
					p_revision: number | null;
					p_version: string | null;
				};
				Returns: undefined;
			};
			hand_in_need_report: {
				Args: { p_id: string | null; p_revision: number | null };
				Returns: undefined;
			};
			hand_in_survey: {
				Args: { p_addressee: string | null };
				Returns: undefined;
			};
			hand_over_need_report: {
				Args: {
					p_due_on: string | null;
					p_note?: string | null;
					p_number: string | null;
					p_office: string | null;
				};
				Returns: undefined;
			};
			import: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			import_columns: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			import_failed: {
				Args: { p_failure: string | null; p_id: string | null };
				Returns: undefined;
			};
			import_meetings: {
				Args: { p_meetings: Json | null; p_organisation: string | null; p_whole?: Json | null };
				Returns: unknown;
			};
			import_to_read: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			import_to_take: {
				Args: { p_id: string | null };
				Returns: string;
			};
			index_words: {
				Args: { p_limit?: number | null };
				Returns: number;
			};
			invitation_accept: {
				Args: { p_token_hash: string | null };
				Returns: string;
			};
			invitation_find: {
				Args: { p_token_hash: string | null };
				Returns: unknown;
			};
			invitation_token: {
				Args: { p_id: string | null; p_token_hash: string | null };
				Returns: undefined;
			};
			invite: {
				Args: {
					p_capacity: string | null;
					p_email: string | null;
					p_ends_on: string | null;
					p_family_name: string | null;
					p_given_name: string | null;
					p_post: string | null;
					p_salutation: string | null;
					p_starts_on: string | null;
				};
				Returns: string;
			};
			is_session_proven: {
				Args: { p_person: string | null; p_session: string | null };
				Returns: boolean;
			};
			join_need_report: {
				Args: { p_id: string | null; p_joins: string | null };
				Returns: undefined;
			};
			kept_form_find: {
				Args: { p_path: string | null; p_person: string | null };
				Returns: unknown;
			};
			kept_form_forget: {
				Args: { p_path: string | null; p_person: string | null };
				Returns: undefined;
			};
			kept_form_keep: {
				Args: { p_fields: Json | null; p_path: string | null; p_person: string | null };
				Returns: undefined;
			};
			known_headings: {
				Args: { p_authority: string | null; p_kind: string | null };
				Returns: unknown;
			};
			letters_due: {
				Args: { p_batch: string | null; p_limit?: number | null };
				Returns: unknown;
			};
			list_audit_log: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_month?: string | null;
					p_topic?: string | null;
				};
				Returns: unknown;
			};
			list_barrier_reports: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			list_calls: {
				Args: { p_after?: string | null; p_authority: string | null; p_kind?: string | null };
				Returns: unknown;
			};
			list_documents: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			list_events: {
				Args: { p_after: number | null; p_authority: string | null };
				Returns: unknown;
			};
			list_imports: {
				Args: { p_authority: string | null; p_kind: string | null };
				Returns: unknown;
			};
			list_need_reports: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_filter?: Json | null;
					p_sort?: string | null;
				};
				Returns: unknown;
			};
			list_needs: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_search?: string | null;
					p_state?: string | null;
				};
				Returns: unknown;
			};
			list_votes: {
				Args: { p_after?: string | null };
				Returns: unknown;
			};
			mail_bounced: {
				Args: { p_code: string | null; p_id: string | null; p_state?: string | null };
				Returns: boolean;
			};
			mail_bundle: {
				Args: {
					p_authority: string | null;
					p_letter: Json | null;
					p_mails: string[] | null;
					p_person: string | null;
				};
				Returns: string;
			};
			mail_digests_due: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			mail_keep: {
				Args: { p_batch: string | null };
				Returns: undefined;
			};
			mail_outbox: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			mail_pass: {
				Args: {
					p_batch: string | null;
					p_last?: string | null;
					p_outcome?: string | null;
					p_reason?: string | null;
				};
				Returns: unknown;
			};
			mail_queue_many: {
				Args: { p_mails: Json | null };
				Returns: number;
			};
			mail_sweep: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			make_addressee_link: {
				Args: {
					p_addressee: string | null;
					p_days: number | null;
					p_duty: string | null;
					p_id: string | null;
					p_recipient: string | null;
					p_token_hash: string | null;
				};
				Returns: undefined;
			};
			map_import: {
				Args: { p_columns: Json | null; p_id: string | null };
				Returns: undefined;
			};
			meeting: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			meeting_calendar: {
				Args: { p_after?: string | null; p_before?: string | null; p_organisation: string | null };
				Returns: unknown;
			};
			merge_need: {
				Args: {
					p_heir: string | null;
					p_id?: string | null;
					p_number: string | null;
					p_reason: string | null;
				};
				Returns: string;
			};
			merge_sections: {
				Args: {
					p_body: Json | null;
					p_other: string | null;
					p_other_revision: number | null;
					p_revision: number | null;
					p_seconds: number | null;
					p_section: string | null;
					p_version: string | null;
					p_words: string | null;
				};
				Returns: undefined;
			};
			move_section: {
				Args: {
					p_after: string | null;
					p_level: number | null;
					p_section: string | null;
					p_version: string | null;
				};
				Returns: undefined;
			};
			my_access_tokens: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			my_assistances: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			my_mail_preferences: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			my_organisations: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			name_assistant: {
				Args: {
					p_email: string | null;
					p_ends_on: string | null;
					p_family_name: string | null;
					p_given_name: string | null;
					p_holding: string | null;
					p_salutation: string | null;
					p_session: string | null;
				};
				Returns: string;
			};
			name_substitute: {
				Args: { p_elector: string | null; p_person: string | null; p_vote: string | null };
				Returns: undefined;
			};
			need: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			need_list_choices: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			need_report: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			need_report_draft: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			need_report_figures: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			need_reports_by_municipality: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			needs_to_merge_with: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			note_as_dealt_with: {
				Args: { p_contributed_at?: string | null; p_number: string | null; p_replied_at?: string | null };
				Returns: undefined;
			};
			note_in_round: {
				Args: { p_addressee: string | null; p_id: string | null; p_note: Json | null };
				Returns: string;
			};
			note_letter: {
				Args: { p_addressee: string | null; p_id?: string | null };
				Returns: undefined;
			};
			note_opened: {
				Args: { p_number: string | null };
				Returns: undefined;
			};
			open_vote: {
				Args: {
					p_closes_on?: string | null;
					p_id: string | null;
					p_is_by_points: boolean | null;
					p_is_secret: boolean | null;
					p_majority: string | null;
					p_meeting?: string | null;
					p_mode: string | null;
					p_quorum?: number | null;
					p_subject: string | null;
					p_subject_kind: string | null;
				};
				Returns: string;
			};
			own_data: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			password_set: {
				Args: { p_hash: string | null; p_person: string | null; p_session: string | null };
				Returns: undefined;
			};
			place_round_note: {
				Args: {
					p_note: string | null;
					p_point?: string | null;
					p_reason?: string | null;
					p_statement: string | null;
				};
				Returns: undefined;
			};
			place_statement_point: {
				Args: { p_place: number | null; p_point: string | null; p_statement: string | null };
				Returns: undefined;
			};
			place_survey_question: {
				Args: {
					p_authority: string | null;
					p_key: string | null;
					p_place: number | null;
					p_slug: string | null;
				};
				Returns: undefined;
			};
			post_letters: {
				Args: {
					p_batch: string | null;
					p_letters: Json | null;
					p_notices: number[] | null;
					p_stay?: boolean | null;
				};
				Returns: undefined;
			};
			preview_meetings: {
				Args: { p_meetings: Json | null; p_organisation: string | null; p_whole?: Json | null };
				Returns: unknown;
			};
			public_figures: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			public_need_report: {
				Args: { p_number: string | null };
				Returns: unknown;
			};
			public_overview: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			purge_challenges: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			purge_expired: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			purge_imports: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			read_document_again: {
				Args: { p_id: string | null; p_view: string | null };
				Returns: undefined;
			};
			read_import_rows: {
				Args: {
					p_after: number | null;
					p_columns: Json | null;
					p_findings: Json | null;
					p_id: string | null;
					p_rows: Json | null;
					p_through: number | null;
				};
				Returns: undefined;
			};
			read_section: {
				Args: {
					p_authority: string | null;
					p_key: string | null;
					p_number: number | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			reading_came_on: {
				Args: { p_all: number | null; p_done: number | null; p_id: string | null };
				Returns: undefined;
			};
			reading_failed: {
				Args: { p_failure: string | null; p_id: string | null };
				Returns: undefined;
			};
			reading_found: {
				Args: { p_found: Json | null; p_id: string | null; p_view: string | null };
				Returns: undefined;
			};
			reading_to_do: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			release_need_report: {
				Args: { p_id: string | null; p_revision: number | null };
				Returns: string;
			};
			release_survey_answers: {
				Args: { p_addressee: string | null; p_seen: Json | null };
				Returns: number;
			};
			remark_on_statement: {
				Args: {
					p_body: string | null;
					p_id: string | null;
					p_point?: string | null;
					p_statement: string | null;
				};
				Returns: undefined;
			};
			remind_addressees: {
				Args: {
					p_addressees: string[] | null;
					p_authority: string | null;
					p_body?: string | null;
					p_id?: string | null;
					p_slug: string | null;
				};
				Returns: number;
			};
			remind_open_calls: {
				Args: Record<never, never>;
				Returns: number;
			};
			remind_overdue: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			remind_votes: {
				Args: Record<never, never>;
				Returns: number;
			};
			remove_section: {
				Args: { p_reason: string | null; p_section: string | null; p_version: string | null };
				Returns: undefined;
			};
			rename_need: {
				Args: {
					p_id?: string | null;
					p_number: string | null;
					p_reason: string | null;
					p_title: string | null;
				};
				Returns: undefined;
			};
			reopen_need: {
				Args: { p_body: string | null; p_number: string | null };
				Returns: undefined;
			};
			report_barrier: {
				Args: {
					p_authority: string | null;
					p_contact?: string | null;
					p_id: string | null;
					p_message: string | null;
					p_page?: string | null;
				};
				Returns: unknown;
			};
			request_import: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			resend_mail: {
				Args: { p_id: string | null };
				Returns: string;
			};
			reset_second_factor: {
				Args: { p_holding: string | null };
				Returns: unknown;
			};
			resolve_short_address: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			retire_text_block: {
				Args: { p_id: string | null; p_is_retired?: boolean | null };
				Returns: undefined;
			};
			return_need_report: {
				Args: { p_id: string | null; p_reason: string | null };
				Returns: undefined;
			};
			revoke_access_token: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			revoke_invitation: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			round_contents: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: unknown;
			};
			round_note: {
				Args: { p_note: string | null };
				Returns: unknown;
			};
			round_placing: {
				Args: {
					p_after?: string | null;
					p_is_left?: boolean | null;
					p_point?: string | null;
					p_statement: string | null;
				};
				Returns: unknown;
			};
			round_points: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_key?: string | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			round_room: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: unknown;
			};
			round_search: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_search: string | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			round_section: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_key: string | null;
					p_organisation?: string | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			round_statement: {
				Args: { p_statement: string | null };
				Returns: unknown;
			};
			round_statements: {
				Args: { p_after?: string | null; p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			round_window: {
				Args: { p_authority: string | null; p_slug: string | null };
				Returns: unknown;
			};
			sample_people: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			save_call: {
				Args: { p_authority: string | null; p_changes: Json | null; p_slug: string | null };
				Returns: string;
			};
			save_circle: {
				Args: { p_authority: string | null; p_name: string | null; p_organisations: string[] | null };
				Returns: string;
			};
			save_filter: {
				Args: {
					p_authority: string | null;
					p_filter: Json | null;
					p_id: string | null;
					p_name: string | null;
				};
				Returns: undefined;
			};
			save_need_report: {
				Args: { p_answers: Json | null; p_id: string | null; p_revision: number | null };
				Returns: number;
			};
			save_note_draft: {
				Args: { p_addressee: string | null; p_form: Json | null; p_id: string | null };
				Returns: string;
			};
			save_section: {
				Args: {
					p_body: Json | null;
					p_heading: string | null;
					p_id: string | null;
					p_revision: number | null;
					p_seconds: number | null;
					p_section: string | null;
					p_version: string | null;
					p_words: string | null;
				};
				Returns: unknown;
			};
			save_statement_intro: {
				Args: { p_intro: string | null; p_revision: number | null; p_statement: string | null };
				Returns: number;
			};
			save_statement_point: {
				Args: {
					p_point: string | null;
					p_revision: number | null;
					p_said: Json | null;
					p_statement: string | null;
				};
				Returns: string;
			};
			save_survey_answer: {
				Args: {
					p_addressee: string | null;
					p_answers: Json | null;
					p_choice: string | null;
					p_field: string | null;
					p_revision: number | null;
					p_unknown: string[] | null;
				};
				Returns: number;
			};
			save_survey_question: {
				Args: {
					p_authority: string | null;
					p_key: string | null;
					p_question: Json | null;
					p_revision: number | null;
					p_slug: string | null;
				};
				Returns: undefined;
			};
			save_twin: {
				Args: {
					p_body: Json | null;
					p_id: string | null;
					p_section: string | null;
					p_version: string | null;
					p_words: string | null;
				};
				Returns: undefined;
			};
			second_factor_codes: {
				Args: {
					p_hashes: string[] | null;
					p_person: string | null;
					p_recovery_hash: string | null;
					p_step: number | null;
				};
				Returns: boolean;
			};
			second_factor_confirm: {
				Args: {
					p_hashes: string[] | null;
					p_person: string | null;
					p_secret: string | null;
					p_session: string | null;
					p_step: number | null;
				};
				Returns: unknown;
			};
			second_factor_of: {
				Args: { p_person: string | null };
				Returns: unknown;
			};
			second_factor_offer: {
				Args: {
					p_person: string | null;
					p_recovery_hash?: string | null;
					p_secret: string | null;
					p_session: string | null;
					p_step?: number | null;
				};
				Returns: boolean;
			};
			second_factor_remove: {
				Args: { p_person: string | null; p_recovery_hash: string | null; p_step: number | null };
				Returns: boolean;
			};
			second_factor_try: {
				Args: { p_address_hash: string | null; p_person: string | null };
				Returns: string;
			};
			section_history: {
				Args: {
					p_authority: string | null;
					p_key: string | null;
					p_number: number | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			session_create: {
				Args: {
					p_challenge?: string | null;
					p_device: string | null;
					p_expires_at: string | null;
					p_id_hash: string | null;
					p_person: string | null;
				};
				Returns: undefined;
			};
			session_end: {
				Args: { p_id_hash: string | null };
				Returns: undefined;
			};
			session_end_of: {
				Args: { p_except?: string | null; p_person: string | null; p_public_id?: string | null };
				Returns: string[];
			};
			session_extend: {
				Args: { p_expires_at: string | null; p_id_hash: string | null };
				Returns: undefined;
			};
			session_find: {
				Args: { p_id_hash: string | null };
				Returns: unknown;
			};
			session_prove: {
				Args: {
					p_person: string | null;
					p_recovery_hash?: string | null;
					p_session: string | null;
					p_step?: number | null;
				};
				Returns: boolean;
			};
			set_call_addressees: {
				Args: { p_authority: string | null; p_organisations: string[] | null; p_slug: string | null };
				Returns: undefined;
			};
			set_call_fields: {
				Args: { p_authority: string | null; p_fields: string[] | null; p_slug: string | null };
				Returns: undefined;
			};
			set_display: {
				Args: { p_contrast: string | null; p_locale: string | null; p_text: string | null };
				Returns: undefined;
			};
			set_legal_bases: {
				Args: { p_authority: string | null; p_bases: Json | null; p_slug: string | null };
				Returns: undefined;
			};
			set_mail_preferences: {
				Args: { p_paces: Json | null };
				Returns: undefined;
			};
			set_reply_clock: {
				Args: { p_authority: string | null; p_final_days: number | null; p_interim_days: number | null };
				Returns: undefined;
			};
			set_round: {
				Args: {
					p_authority: string | null;
					p_is_public: boolean | null;
					p_reading: string | null;
					p_slug: string | null;
					p_version: string | null;
				};
				Returns: undefined;
			};
			settle_beside: {
				Args: { p_beside: string | null; p_outcome: string | null; p_revision: number | null };
				Returns: undefined;
			};
			settle_need: {
				Args: { p_body: string | null; p_number: string | null };
				Returns: undefined;
			};
			sign_in_again: {
				Args: {
					p_address_hash: string | null;
					p_code_hash: string | null;
					p_device?: string | null;
					p_id: string | null;
					p_link_hash: string | null;
					p_old_link_hash: string | null;
				};
				Returns: unknown;
			};
			sign_in_begin: {
				Args: {
					p_address_hash: string | null;
					p_code_hash: string | null;
					p_device?: string | null;
					p_email: string | null;
					p_link_hash: string | null;
					p_return_to?: string | null;
				};
				Returns: unknown;
			};
			sign_in_by_code: {
				Args: {
					p_address_hash: string | null;
					p_code_hash: string | null;
					p_device?: string | null;
					p_id: string | null;
				};
				Returns: unknown;
			};
			sign_in_by_link: {
				Args: { p_link_hash: string | null };
				Returns: unknown;
			};
			sign_in_failed: {
				Args: { p_email: string | null };
				Returns: undefined;
			};
			sign_in_password: {
				Args: { p_address_hash: string | null; p_device?: string | null; p_email: string | null };
				Returns: unknown;
			};
			similar_need_reports: {
				Args: { p_organisation: string | null; p_text: string | null };
				Returns: unknown;
			};
			split_need: {
				Args: {
					p_id?: string | null;
					p_number: string | null;
					p_reason: string | null;
					p_reports: string[] | null;
					p_title: string | null;
				};
				Returns: string;
			};
			split_section: {
				Args: {
					p_first: Json | null;
					p_id: string | null;
					p_revision: number | null;
					p_second: Json | null;
					p_section: string | null;
					p_version: string | null;
				};
				Returns: string;
			};
			start_need_report: {
				Args: { p_id?: string | null; p_joins?: string | null; p_organisation: string | null };
				Returns: string;
			};
			start_need_report_for: {
				Args: {
					p_channel: string | null;
					p_given_by: string | null;
					p_id?: string | null;
					p_organisation: string | null;
					p_received_on: string | null;
				};
				Returns: string;
			};
			start_page: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			start_round: {
				Args: { p_authority: string | null; p_id: string | null };
				Returns: string;
			};
			start_statement: {
				Args: { p_addressee: string | null; p_id: string | null; p_kind: string | null };
				Returns: string;
			};
			start_survey: {
				Args: { p_authority: string | null; p_id: string | null };
				Returns: string;
			};
			start_survey_report: {
				Args: { p_addressee: string | null; p_field: string | null; p_id?: string | null };
				Returns: string;
			};
			start_survey_report_for: {
				Args: {
					p_addressee: string | null;
					p_channel: string | null;
					p_field: string | null;
					p_given_by: string | null;
					p_id?: string | null;
					p_received_on: string | null;
				};
				Returns: string;
			};
			start_version: {
				Args: { p_document: string | null; p_note?: string | null };
				Returns: number;
			};
			state_calendar: {
				Args: { p_organisation: string | null; p_state: string | null };
				Returns: undefined;
			};
			state_no_objections: {
				Args: { p_addressee: string | null; p_id: string | null };
				Returns: string;
			};
			survey_addressee: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: string;
			};
			survey_entries: {
				Args: { p_addressee: string | null };
				Returns: unknown;
			};
			survey_field: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_place: number | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			survey_reply: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: unknown;
			};
			survey_search: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_search: string | null;
					p_slug: string | null;
				};
				Returns: unknown;
			};
			take_back: {
				Args: { p_number: string | null; p_path?: string | null; p_record: string | null };
				Returns: string;
			};
			take_back_import: {
				Args: { p_id: string | null };
				Returns: undefined;
			};
			take_call_step: {
				Args: {
					p_audience?: string | null;
					p_authority: string | null;
					p_body?: string | null;
					p_closes_at?: string | null;
					p_slug: string | null;
					p_step: string | null;
				};
				Returns: undefined;
			};
			take_figures: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			take_reading: {
				Args: { p_id: string | null; p_sections: Json | null };
				Returns: undefined;
			};
			take_round_note: {
				Args: { p_note: string | null; p_point: string | null; p_statement: string | null };
				Returns: string;
			};
			take_statement_step: {
				Args: {
					p_decided_on?: string | null;
					p_decision?: string | null;
					p_id: string | null;
					p_seen: string | null;
					p_statement: string | null;
					p_step: string | null;
				};
				Returns: undefined;
			};
			tell_barriers: {
				Args: { p_authority: string | null };
				Returns: undefined;
			};
			tell_dormant: {
				Args: Record<never, never>;
				Returns: undefined;
			};
			text_blocks: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			transcription_choices: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			unattached: {
				Args: { p_hashes: string[] | null };
				Returns: string[];
			};
			undelivered_mails: {
				Args: { p_authority: string | null };
				Returns: unknown;
			};
			unsubscribe: {
				Args: { p_token: string | null };
				Returns: boolean;
			};
			unsubscribe_find: {
				Args: { p_token: string | null };
				Returns: unknown;
			};
			vocabulary: {
				Args: Record<never, never>;
				Returns: unknown;
			};
			vote: {
				Args: { p_id: string | null };
				Returns: unknown;
			};
			vote_options: {
				Args: { p_subject: string | null; p_subject_kind: string | null };
				Returns: unknown;
			};
			withdraw_dissent: {
				Args: { p_dissent: string | null };
				Returns: undefined;
			};
			withdraw_round_note: {
				Args: { p_note: string | null };
				Returns: undefined;
			};
			write_need_report_message: {
				Args: { p_body: string | null; p_id?: string | null; p_kind: string | null; p_number: string | null };
				Returns: undefined;
			};
		};
	};
};
