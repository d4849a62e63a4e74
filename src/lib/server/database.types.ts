// Written by `npm run types` from the migrations.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			administration_events: {
				Row: {
					authority_id: string;
					created_at: string;
					id: number;
					kind: string;
					person_id: string | null;
					subject: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					id?: never;
					kind: string;
					person_id?: string | null;
					subject: string;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					id?: never;
					kind?: string;
					person_id?: string | null;
					subject?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'administration_events_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'administration_events_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			assistances: {
				Row: {
					accepted_at: string | null;
					assistant_id: string | null;
					authority_id: string;
					created_at: string;
					email: string;
					ends_on: string;
					expires_at: string;
					family_name: string;
					given_name: string;
					holding_id: string;
					id: string;
					revoked_at: string | null;
					salutation: string | null;
					token_hash: string | null;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					assistant_id?: string | null;
					authority_id: string;
					created_at?: string;
					email: string;
					ends_on: string;
					expires_at?: string;
					family_name: string;
					given_name: string;
					holding_id: string;
					id?: string;
					revoked_at?: string | null;
					salutation?: string | null;
					token_hash?: string | null;
				};
				Update: {
					accepted_at?: string | null;
					assistant_id?: string | null;
					authority_id?: string;
					created_at?: string;
					email?: string;
					ends_on?: string;
					expires_at?: string;
					family_name?: string;
					given_name?: string;
					holding_id?: string;
					id?: string;
					revoked_at?: string | null;
					salutation?: string | null;
					token_hash?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'assistances_assistant_id_fkey';
						columns: ['assistant_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assistances_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'assistances_authority_id_holding_id_fkey';
						columns: ['authority_id', 'holding_id'];
						isOneToOne: false;
						referencedRelation: 'holdings';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			attachments: {
				Row: {
					alt_text: string | null;
					authority_id: string;
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
				ComputedFields: never;
				Insert: {
					alt_text?: string | null;
					authority_id: string;
					description?: string | null;
					draft_id?: string | null;
					file_name: string;
					id?: string;
					is_shared?: boolean;
					is_tagged_pdf?: boolean | null;
					media_type: string;
					report_id?: string | null;
					sha256: string;
					size_bytes: number;
					uploaded_at?: string;
					uploaded_by?: string | null;
					uploaded_in?: string | null;
				};
				Update: {
					alt_text?: string | null;
					authority_id?: string;
					description?: string | null;
					draft_id?: string | null;
					file_name?: string;
					id?: string;
					is_shared?: boolean;
					is_tagged_pdf?: boolean | null;
					media_type?: string;
					report_id?: string | null;
					sha256?: string;
					size_bytes?: number;
					uploaded_at?: string;
					uploaded_by?: string | null;
					uploaded_in?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'attachments_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attachments_draft_id_fkey';
						columns: ['draft_id'];
						isOneToOne: false;
						referencedRelation: 'need_report_drafts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attachments_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attachments_uploaded_by_fkey';
						columns: ['uploaded_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'attachments_uploaded_in_fkey';
						columns: ['uploaded_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
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
				ComputedFields: never;
				Insert: {
					accent?: string | null;
					created_at?: string;
					district_key: string;
					email?: string | null;
					final_days?: number;
					hosts?: string[];
					id?: string;
					interim_days?: number;
					is_sample?: boolean;
					key: string;
					name: string;
					phone?: string | null;
					postal_address?: string | null;
					prefix: string;
					small_number?: number;
				};
				Update: {
					accent?: string | null;
					created_at?: string;
					district_key?: string;
					email?: string | null;
					final_days?: number;
					hosts?: string[];
					id?: string;
					interim_days?: number;
					is_sample?: boolean;
					key?: string;
					name?: string;
					phone?: string | null;
					postal_address?: string | null;
					prefix?: string;
					small_number?: number;
				};
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
				};
				ComputedFields: never;
				Insert: {
					answer?: string | null;
					answered_at?: string | null;
					answered_by?: string | null;
					authority_id: string;
					contact?: string | null;
					due_on: string;
					id?: string;
					message: string;
					number: string;
					page?: string | null;
					received_at?: string;
				};
				Update: {
					answer?: string | null;
					answered_at?: string | null;
					answered_by?: string | null;
					authority_id?: string;
					contact?: string | null;
					due_on?: string;
					id?: string;
					message?: string;
					number?: string;
					page?: string | null;
					received_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'barrier_reports_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'barrier_reports_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					}
				];
			};
			call_addressees: {
				Row: {
					answered_at: string | null;
					authority_id: string;
					begun_at: string | null;
					call_id: string;
					due_at: string | null;
					extension: string | null;
					id: string;
					invited_at: string | null;
					is_late: boolean;
					opened_at: string | null;
					organisation_id: string;
					organisation_name: string;
					outcome: string | null;
				};
				ComputedFields: never;
				Insert: {
					answered_at?: string | null;
					authority_id: string;
					begun_at?: string | null;
					call_id: string;
					due_at?: string | null;
					extension?: string | null;
					id?: string;
					invited_at?: string | null;
					is_late?: boolean;
					opened_at?: string | null;
					organisation_id: string;
					organisation_name: string;
					outcome?: string | null;
				};
				Update: {
					answered_at?: string | null;
					authority_id?: string;
					begun_at?: string | null;
					call_id?: string;
					due_at?: string | null;
					extension?: string | null;
					id?: string;
					invited_at?: string | null;
					is_late?: boolean;
					opened_at?: string | null;
					organisation_id?: string;
					organisation_name?: string;
					outcome?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'call_addressees_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_addressees_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_addressees_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			call_extension_decisions: {
				Row: {
					authority_id: string;
					created_at: string;
					due_at: string | null;
					extension_id: string;
					outcome: string;
					person_id: string | null;
					post_id: string | null;
					reason: string | null;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					due_at?: string | null;
					extension_id: string;
					outcome: string;
					person_id?: string | null;
					post_id?: string | null;
					reason?: string | null;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					due_at?: string | null;
					extension_id?: string;
					outcome?: string;
					person_id?: string | null;
					post_id?: string | null;
					reason?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'call_extension_decisions_authority_id_extension_id_fkey';
						columns: ['authority_id', 'extension_id'];
						isOneToOne: false;
						referencedRelation: 'call_extensions';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_extension_decisions_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_extension_decisions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_extension_decisions_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			call_extensions: {
				Row: {
					addressee_id: string;
					asked_until: string;
					authority_id: string;
					channel: string;
					created_at: string;
					id: string;
					person_id: string | null;
					post_id: string | null;
					reason: string;
				};
				ComputedFields: never;
				Insert: {
					addressee_id: string;
					asked_until: string;
					authority_id: string;
					channel?: string;
					created_at?: string;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					reason: string;
				};
				Update: {
					addressee_id?: string;
					asked_until?: string;
					authority_id?: string;
					channel?: string;
					created_at?: string;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					reason?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'call_extensions_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_extensions_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_extensions_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_extensions_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			call_fields: {
				Row: {
					authority_id: string;
					call_id: string;
					field_of_action: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					call_id: string;
					field_of_action: string;
				};
				Update: {
					authority_id?: string;
					call_id?: string;
					field_of_action?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'call_fields_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_fields_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_fields_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					}
				];
			};
			call_notices: {
				Row: {
					addressee_id: string;
					authority_id: string;
					body: string | null;
					call_id: string;
					created_at: string;
					due_on: string | null;
					escalates: boolean;
					id: string;
					kind: string;
					letters: number | null;
					person_id: string | null;
					post_id: string | null;
					written_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					addressee_id: string;
					authority_id: string;
					body?: string | null;
					call_id: string;
					created_at?: string;
					due_on?: string | null;
					escalates?: boolean;
					id?: string;
					kind: string;
					letters?: number | null;
					person_id?: string | null;
					post_id?: string | null;
					written_at?: string | null;
				};
				Update: {
					addressee_id?: string;
					authority_id?: string;
					body?: string | null;
					call_id?: string;
					created_at?: string;
					due_on?: string | null;
					escalates?: boolean;
					id?: string;
					kind?: string;
					letters?: number | null;
					person_id?: string | null;
					post_id?: string | null;
					written_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'call_notices_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_notices_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_notices_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_notices_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_notices_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			call_returns: {
				Row: {
					addressee_id: string;
					authority_id: string;
					call_id: string;
					channel: string;
					corrects_id: string | null;
					created_at: string;
					entered_by: string | null;
					entered_in: string | null;
					given_by: string | null;
					id: string;
					is_late: boolean;
					organisation_id: string;
					outcome: string;
					received_on: string | null;
					released_by: string | null;
					released_in: string | null;
				};
				ComputedFields: never;
				Insert: {
					addressee_id: string;
					authority_id: string;
					call_id: string;
					channel?: string;
					corrects_id?: string | null;
					created_at?: string;
					entered_by?: string | null;
					entered_in?: string | null;
					given_by?: string | null;
					id?: string;
					is_late: boolean;
					organisation_id: string;
					outcome: string;
					received_on?: string | null;
					released_by?: string | null;
					released_in?: string | null;
				};
				Update: {
					addressee_id?: string;
					authority_id?: string;
					call_id?: string;
					channel?: string;
					corrects_id?: string | null;
					created_at?: string;
					entered_by?: string | null;
					entered_in?: string | null;
					given_by?: string | null;
					id?: string;
					is_late?: boolean;
					organisation_id?: string;
					outcome?: string;
					received_on?: string | null;
					released_by?: string | null;
					released_in?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'call_returns_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_returns_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_returns_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_returns_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_returns_corrects_id_fkey';
						columns: ['corrects_id'];
						isOneToOne: false;
						referencedRelation: 'call_returns';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_returns_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_returns_entered_in_fkey';
						columns: ['entered_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_returns_released_by_fkey';
						columns: ['released_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_returns_released_in_fkey';
						columns: ['released_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			call_steps: {
				Row: {
					authority_id: string;
					body: string | null;
					call_id: string;
					closes_at: string | null;
					created_at: string;
					id: string;
					meetings: Json | null;
					person_id: string | null;
					post_id: string | null;
					step: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					body?: string | null;
					call_id: string;
					closes_at?: string | null;
					created_at?: string;
					id?: string;
					meetings?: Json | null;
					person_id?: string | null;
					post_id?: string | null;
					step: string;
				};
				Update: {
					authority_id?: string;
					body?: string | null;
					call_id?: string;
					closes_at?: string | null;
					created_at?: string;
					id?: string;
					meetings?: Json | null;
					person_id?: string | null;
					post_id?: string | null;
					step?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'call_steps_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'call_steps_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_steps_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'call_steps_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			calls: {
				Row: {
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
				ComputedFields: never;
				Insert: {
					authority_id: string;
					closed_at?: string | null;
					closes_at: string;
					covering_text: string;
					created_at?: string;
					created_by?: string | null;
					form_version?: number | null;
					id?: string;
					kind: string;
					legal_basis: string;
					opened_at?: string | null;
					opens_at: string;
					post_id: string;
					previous_id?: string | null;
					published_at?: string | null;
					purpose: string;
					readers: string;
					retention: string;
					slug: string;
					state?: string;
					title: string;
				};
				Update: {
					authority_id?: string;
					closed_at?: string | null;
					closes_at?: string;
					covering_text?: string;
					created_at?: string;
					created_by?: string | null;
					form_version?: number | null;
					id?: string;
					kind?: string;
					legal_basis?: string;
					opened_at?: string | null;
					opens_at?: string;
					post_id?: string;
					previous_id?: string | null;
					published_at?: string | null;
					purpose?: string;
					readers?: string;
					retention?: string;
					slug?: string;
					state?: string;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'calls_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'calls_authority_id_post_id_fkey';
						columns: ['authority_id', 'post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'calls_authority_id_previous_id_fkey';
						columns: ['authority_id', 'previous_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'calls_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'calls_form_version_fkey';
						columns: ['form_version'];
						isOneToOne: false;
						referencedRelation: 'survey_forms';
						referencedColumns: ['version'];
					}
				];
			};
			circle_members: {
				Row: {
					authority_id: string;
					circle_id: string;
					organisation_id: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					circle_id: string;
					organisation_id: string;
				};
				Update: {
					authority_id?: string;
					circle_id?: string;
					organisation_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'circle_members_authority_id_circle_id_fkey';
						columns: ['authority_id', 'circle_id'];
						isOneToOne: false;
						referencedRelation: 'circles';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'circle_members_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'circle_members_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			circles: {
				Row: {
					authority_id: string;
					created_at: string;
					id: string;
					name: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					id?: string;
					name: string;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					id?: string;
					name?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'circles_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					}
				];
			};
			decision_words: {
				Row: {
					key: string;
					label: string;
					label_en: string;
					names_third_party: boolean;
					position: number;
				};
				ComputedFields: never;
				Insert: {
					key: string;
					label: string;
					label_en: string;
					names_third_party?: boolean;
					position: number;
				};
				Update: {
					key?: string;
					label?: string;
					label_en?: string;
					names_third_party?: boolean;
					position?: number;
				};
				Relationships: [];
			};
			events: {
				Row: {
					authority_id: string;
					created_at: string;
					detail: NonNullable<Json>;
					for_person_id: string | null;
					id: number;
					kind: string;
					organisation_id: string | null;
					person_id: string | null;
					person_name: string | null;
					post_id: string | null;
					post_title: string | null;
					record_id: string | null;
					subject_id: string;
					subject_kind: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					detail?: NonNullable<Json>;
					for_person_id?: string | null;
					id?: never;
					kind: string;
					organisation_id?: string | null;
					person_id?: string | null;
					person_name?: string | null;
					post_id?: string | null;
					post_title?: string | null;
					record_id?: string | null;
					subject_id: string;
					subject_kind: string;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					detail?: NonNullable<Json>;
					for_person_id?: string | null;
					id?: never;
					kind?: string;
					organisation_id?: string | null;
					person_id?: string | null;
					person_name?: string | null;
					post_id?: string | null;
					post_title?: string | null;
					record_id?: string | null;
					subject_id?: string;
					subject_kind?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'events_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'events_for_person_id_fkey';
						columns: ['for_person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'events_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'events_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'events_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			fields_of_action: {
				Row: {
					key: string;
					label: string;
					label_en: string;
					position: number;
				};
				ComputedFields: never;
				Insert: {
					key: string;
					label: string;
					label_en: string;
					position: number;
				};
				Update: {
					key?: string;
					label?: string;
					label_en?: string;
					position?: number;
				};
				Relationships: [];
			};
			holdings: {
				Row: {
					authority_id: string;
					capacity: string;
					created_at: string;
					ended_at: string | null;
					ends_on: string | null;
					id: string;
					person_id: string;
					post_id: string;
					starts_on: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					capacity: string;
					created_at?: string;
					ended_at?: string | null;
					ends_on?: string | null;
					id?: string;
					person_id: string;
					post_id: string;
					starts_on: string;
				};
				Update: {
					authority_id?: string;
					capacity?: string;
					created_at?: string;
					ended_at?: string | null;
					ends_on?: string | null;
					id?: string;
					person_id?: string;
					post_id?: string;
					starts_on?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'holdings_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'holdings_authority_id_post_id_fkey';
						columns: ['authority_id', 'post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'holdings_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			import_rows: {
				Row: {
					answers: NonNullable<Json>;
					authority_id: string;
					import_id: string;
					number: number;
					organisation_id: string | null;
					post_id: string | null;
					problems: NonNullable<Json>;
					result: string | null;
					warnings: NonNullable<Json>;
				};
				ComputedFields: never;
				Insert: {
					answers: NonNullable<Json>;
					authority_id: string;
					import_id: string;
					number: number;
					organisation_id?: string | null;
					post_id?: string | null;
					problems?: NonNullable<Json>;
					result?: string | null;
					warnings?: NonNullable<Json>;
				};
				Update: {
					answers?: NonNullable<Json>;
					authority_id?: string;
					import_id?: string;
					number?: number;
					organisation_id?: string | null;
					post_id?: string | null;
					problems?: NonNullable<Json>;
					result?: string | null;
					warnings?: NonNullable<Json>;
				};
				Relationships: [
					{
						foreignKeyName: 'import_rows_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'import_rows_authority_id_import_id_fkey';
						columns: ['authority_id', 'import_id'];
						isOneToOne: false;
						referencedRelation: 'imports';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'import_rows_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'import_rows_authority_id_post_id_fkey';
						columns: ['authority_id', 'post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			imports: {
				Row: {
					authority_id: string;
					committed_at: string | null;
					digest: string;
					failure: string | null;
					file_name: string;
					id: string;
					kind: string;
					ordinal: number;
					read_at: string | null;
					requested_at: string | null;
					uploaded_at: string;
					uploaded_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					committed_at?: string | null;
					digest: string;
					failure?: string | null;
					file_name: string;
					id?: string;
					kind: string;
					ordinal?: never;
					read_at?: string | null;
					requested_at?: string | null;
					uploaded_at?: string;
					uploaded_by?: string | null;
				};
				Update: {
					authority_id?: string;
					committed_at?: string | null;
					digest?: string;
					failure?: string | null;
					file_name?: string;
					id?: string;
					kind?: string;
					ordinal?: never;
					read_at?: string | null;
					requested_at?: string | null;
					uploaded_at?: string;
					uploaded_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'imports_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'imports_uploaded_by_fkey';
						columns: ['uploaded_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			invitations: {
				Row: {
					accepted_at: string | null;
					accepted_by: string | null;
					authority_id: string;
					capacity: string;
					created_at: string;
					email: string;
					ends_on: string | null;
					expires_at: string;
					family_name: string;
					given_name: string;
					id: string;
					invited_by: string | null;
					post_id: string;
					revoked_at: string | null;
					salutation: string | null;
					starts_on: string;
					token_hash: string | null;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					authority_id: string;
					capacity: string;
					created_at?: string;
					email: string;
					ends_on?: string | null;
					expires_at?: string;
					family_name: string;
					given_name: string;
					id?: string;
					invited_by?: string | null;
					post_id: string;
					revoked_at?: string | null;
					salutation?: string | null;
					starts_on?: string;
					token_hash?: string | null;
				};
				Update: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					authority_id?: string;
					capacity?: string;
					created_at?: string;
					email?: string;
					ends_on?: string | null;
					expires_at?: string;
					family_name?: string;
					given_name?: string;
					id?: string;
					invited_by?: string | null;
					post_id?: string;
					revoked_at?: string | null;
					salutation?: string | null;
					starts_on?: string;
					token_hash?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'invitations_accepted_by_fkey';
						columns: ['accepted_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitations_authority_id_post_id_fkey';
						columns: ['authority_id', 'post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'invitations_invited_by_fkey';
						columns: ['invited_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			mail_preferences: {
				Row: {
					kind_group: string;
					pace: string;
					person_id: string;
				};
				ComputedFields: never;
				Insert: {
					kind_group: string;
					pace: string;
					person_id?: string;
				};
				Update: {
					kind_group?: string;
					pace?: string;
					person_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'mail_preferences_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			meeting_calendars: {
				Row: {
					authority_id: string;
					organisation_id: string;
					state: string;
					updated_at: string;
					updated_by: string | null;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					organisation_id: string;
					state: string;
					updated_at?: string;
					updated_by?: string | null;
				};
				Update: {
					authority_id?: string;
					organisation_id?: string;
					state?: string;
					updated_at?: string;
					updated_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'meeting_calendars_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_calendars_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'meeting_calendars_updated_by_fkey';
						columns: ['updated_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			meetings: {
				Row: {
					authority_id: string;
					body: string | null;
					cancelled_at: string | null;
					changed_at: string | null;
					changed_by: string | null;
					created_at: string;
					ends_at: string | null;
					entered_by: string | null;
					entered_in: string | null;
					file_sequence: number;
					id: string;
					is_all_day: boolean;
					is_cancelled_by_file: boolean;
					is_public: boolean;
					organisation_id: string;
					place: string | null;
					sequence: number;
					source: string;
					starts_at: string;
					title: string;
					uid: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					body?: string | null;
					cancelled_at?: string | null;
					changed_at?: string | null;
					changed_by?: string | null;
					created_at?: string;
					ends_at?: string | null;
					entered_by?: string | null;
					entered_in?: string | null;
					file_sequence?: number;
					id?: string;
					is_all_day?: boolean;
					is_cancelled_by_file?: boolean;
					is_public?: boolean;
					organisation_id: string;
					place?: string | null;
					sequence?: number;
					source?: string;
					starts_at: string;
					title: string;
					uid: string;
				};
				Update: {
					authority_id?: string;
					body?: string | null;
					cancelled_at?: string | null;
					changed_at?: string | null;
					changed_by?: string | null;
					created_at?: string;
					ends_at?: string | null;
					entered_by?: string | null;
					entered_in?: string | null;
					file_sequence?: number;
					id?: string;
					is_all_day?: boolean;
					is_cancelled_by_file?: boolean;
					is_public?: boolean;
					organisation_id?: string;
					place?: string | null;
					sequence?: number;
					source?: string;
					starts_at?: string;
					title?: string;
					uid?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'meetings_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'meetings_changed_by_fkey';
						columns: ['changed_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meetings_entered_in_fkey';
						columns: ['entered_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
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
				ComputedFields: never;
				Insert: {
					administration_id: string;
					ags: string;
					ars: string;
					authority_id: string;
					kind: string;
					name: string;
				};
				Update: {
					administration_id?: string;
					ags?: string;
					ars?: string;
					authority_id?: string;
					kind?: string;
					name?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'municipalities_authority_id_administration_id_fkey';
						columns: ['authority_id', 'administration_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'municipalities_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_answers: {
				Row: {
					authority_id: string;
					corrects_id: string | null;
					created_at: string;
					decision: string;
					forwarded_to: string | null;
					id: string;
					person_id: string | null;
					post_id: string | null;
					reason: string;
					report_id: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					corrects_id?: string | null;
					created_at?: string;
					decision: string;
					forwarded_to?: string | null;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					reason: string;
					report_id: string;
				};
				Update: {
					authority_id?: string;
					corrects_id?: string | null;
					created_at?: string;
					decision?: string;
					forwarded_to?: string | null;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					reason?: string;
					report_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_answers_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_answers_corrects_id_fkey';
						columns: ['corrects_id'];
						isOneToOne: false;
						referencedRelation: 'need_report_answers';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_answers_decision_fkey';
						columns: ['decision'];
						isOneToOne: false;
						referencedRelation: 'decision_words';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'need_report_answers_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_answers_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_answers_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_assessments: {
				Row: {
					authority_id: string;
					created_at: string;
					field_of_action: string;
					id: string;
					need_id: string;
					person_id: string | null;
					post_id: string | null;
					report_id: string;
					responsible_level: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					field_of_action: string;
					id?: string;
					need_id: string;
					person_id?: string | null;
					post_id?: string | null;
					report_id: string;
					responsible_level: string;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					field_of_action?: string;
					id?: string;
					need_id?: string;
					person_id?: string | null;
					post_id?: string | null;
					report_id?: string;
					responsible_level?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_assessments_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_assessments_authority_id_need_id_fkey';
						columns: ['authority_id', 'need_id'];
						isOneToOne: false;
						referencedRelation: 'needs';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_report_assessments_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'need_report_assessments_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_assessments_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_assessments_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_contacts: {
				Row: {
					contact: string;
					report_id: string;
				};
				ComputedFields: never;
				Insert: {
					contact: string;
					report_id: string;
				};
				Update: {
					contact?: string;
					report_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_contacts_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: true;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_drafts: {
				Row: {
					addressee_id: string | null;
					answers: NonNullable<Json>;
					authority_id: string;
					channel: string;
					created_at: string;
					field_revisions: NonNullable<Json>;
					given_by: string | null;
					handed_in_at: string | null;
					id: string;
					is_transcription: boolean;
					joins_report_id: string | null;
					organisation_id: string;
					received_on: string | null;
					return_reason: string | null;
					returned_at: string | null;
					revision: number;
					saved_at: string;
					written_by: string | null;
					written_for: string | null;
					written_in: string | null;
				};
				ComputedFields: never;
				Insert: {
					addressee_id?: string | null;
					answers?: NonNullable<Json>;
					authority_id: string;
					channel?: string;
					created_at?: string;
					field_revisions?: NonNullable<Json>;
					given_by?: string | null;
					handed_in_at?: string | null;
					id?: string;
					is_transcription?: boolean;
					joins_report_id?: string | null;
					organisation_id: string;
					received_on?: string | null;
					return_reason?: string | null;
					returned_at?: string | null;
					revision?: number;
					saved_at?: string;
					written_by?: string | null;
					written_for?: string | null;
					written_in?: string | null;
				};
				Update: {
					addressee_id?: string | null;
					answers?: NonNullable<Json>;
					authority_id?: string;
					channel?: string;
					created_at?: string;
					field_revisions?: NonNullable<Json>;
					given_by?: string | null;
					handed_in_at?: string | null;
					id?: string;
					is_transcription?: boolean;
					joins_report_id?: string | null;
					organisation_id?: string;
					received_on?: string | null;
					return_reason?: string | null;
					returned_at?: string | null;
					revision?: number;
					saved_at?: string;
					written_by?: string | null;
					written_for?: string | null;
					written_in?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_drafts_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_report_drafts_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_drafts_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_report_drafts_joins_report_id_fkey';
						columns: ['joins_report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_drafts_written_by_fkey';
						columns: ['written_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_drafts_written_for_fkey';
						columns: ['written_for'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_drafts_written_in_fkey';
						columns: ['written_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_follow_ups: {
				Row: {
					authority_id: string;
					due_on: string;
					note: string | null;
					report_id: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					due_on: string;
					note?: string | null;
					report_id: string;
				};
				Update: {
					authority_id?: string;
					due_on?: string;
					note?: string | null;
					report_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_follow_ups_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_follow_ups_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: true;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_gap_answers: {
				Row: {
					asked_at: string;
					authority_id: string;
					channel: string;
					created_at: string;
					for_person_id: string | null;
					given_by: string | null;
					id: string;
					person_id: string | null;
					post_id: string | null;
					received_on: string | null;
					report_id: string;
					sentence: string | null;
					verdict: string;
				};
				ComputedFields: never;
				Insert: {
					asked_at: string;
					authority_id: string;
					channel?: string;
					created_at?: string;
					for_person_id?: string | null;
					given_by?: string | null;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					received_on?: string | null;
					report_id: string;
					sentence?: string | null;
					verdict: string;
				};
				Update: {
					asked_at?: string;
					authority_id?: string;
					channel?: string;
					created_at?: string;
					for_person_id?: string | null;
					given_by?: string | null;
					id?: string;
					person_id?: string | null;
					post_id?: string | null;
					received_on?: string | null;
					report_id?: string;
					sentence?: string | null;
					verdict?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_gap_answers_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_gap_answers_for_person_id_fkey';
						columns: ['for_person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_gap_answers_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_gap_answers_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_gap_answers_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_handovers: {
				Row: {
					authority_id: string;
					created_at: string;
					due_on: string;
					id: string;
					note: string | null;
					office_id: string;
					person_id: string | null;
					post_id: string | null;
					report_id: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					due_on: string;
					id?: string;
					note?: string | null;
					office_id: string;
					person_id?: string | null;
					post_id?: string | null;
					report_id: string;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					due_on?: string;
					id?: string;
					note?: string | null;
					office_id?: string;
					person_id?: string | null;
					post_id?: string | null;
					report_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_handovers_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_handovers_authority_id_office_id_fkey';
						columns: ['authority_id', 'office_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_report_handovers_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_handovers_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_handovers_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_report_messages: {
				Row: {
					authority_id: string;
					body: string;
					channel: string;
					created_at: string;
					for_person_id: string | null;
					given_by: string | null;
					id: string;
					kind: string;
					person_id: string | null;
					post_id: string | null;
					received_on: string | null;
					report_id: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					body: string;
					channel?: string;
					created_at?: string;
					for_person_id?: string | null;
					given_by?: string | null;
					id?: string;
					kind: string;
					person_id?: string | null;
					post_id?: string | null;
					received_on?: string | null;
					report_id: string;
				};
				Update: {
					authority_id?: string;
					body?: string;
					channel?: string;
					created_at?: string;
					for_person_id?: string | null;
					given_by?: string | null;
					id?: string;
					kind?: string;
					person_id?: string | null;
					post_id?: string | null;
					received_on?: string | null;
					report_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'need_report_messages_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_messages_for_person_id_fkey';
						columns: ['for_person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_messages_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_messages_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_report_messages_report_id_fkey';
						columns: ['report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					}
				];
			};
			need_reports: {
				Row: {
					addressee_id: string | null;
					affected_range: string;
					assessed_field: string;
					authority_id: string;
					channel: string;
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
					responsible_level: string | null;
					responsible_levels: string[];
					search: unknown;
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
				ComputedFields: never;
				Insert: {
					addressee_id?: string | null;
					affected_range: string;
					assessed_field: string;
					authority_id: string;
					channel?: string;
					cost_idea?: string | null;
					decision?: string | null;
					description: string;
					entered_at?: string;
					entered_by?: string | null;
					entered_in?: string | null;
					evidence?: string | null;
					evidence_source?: string | null;
					evidence_year?: number | null;
					existing_offer?: string | null;
					field_of_action: string;
					final_at?: string | null;
					final_due_on: string;
					form_version?: number;
					gap_answered_at?: string | null;
					gap_asked_at?: string | null;
					gap_verdict?: string | null;
					given_by?: string | null;
					id: string;
					interim_at?: string | null;
					interim_due_on: string;
					is_transcription?: boolean;
					joins_report_id?: string | null;
					locality: string;
					municipality_ags?: string | null;
					municipality_name?: string | null;
					need_id?: string | null;
					noticed_body?: string | null;
					noticed_item?: string | null;
					noticed_on?: string | null;
					noticed_since?: string | null;
					noticed_source?: string | null;
					number: string;
					office_due_on?: string | null;
					office_id?: string | null;
					organisation_id: string;
					organisation_name: string;
					own_contribution?: string | null;
					proposed_solution?: string | null;
					received_at?: string;
					released_by?: string | null;
					released_in?: string | null;
					responsible_level?: string | null;
					responsible_levels?: string[];
					search?: never;
					short_id: string;
					state?: string;
					target_groups: string[];
					title: string;
					urgency: string;
					urgency_reason?: string | null;
					visibility: string;
					written_by?: string | null;
					written_for?: string | null;
					written_in?: string | null;
				};
				Update: {
					addressee_id?: string | null;
					affected_range?: string;
					assessed_field?: string;
					authority_id?: string;
					channel?: string;
					cost_idea?: string | null;
					decision?: string | null;
					description?: string;
					entered_at?: string;
					entered_by?: string | null;
					entered_in?: string | null;
					evidence?: string | null;
					evidence_source?: string | null;
					evidence_year?: number | null;
					existing_offer?: string | null;
					field_of_action?: string;
					final_at?: string | null;
					final_due_on?: string;
					form_version?: number;
					gap_answered_at?: string | null;
					gap_asked_at?: string | null;
					gap_verdict?: string | null;
					given_by?: string | null;
					id?: string;
					interim_at?: string | null;
					interim_due_on?: string;
					is_transcription?: boolean;
					joins_report_id?: string | null;
					locality?: string;
					municipality_ags?: string | null;
					municipality_name?: string | null;
					need_id?: string | null;
					noticed_body?: string | null;
					noticed_item?: string | null;
					noticed_on?: string | null;
					noticed_since?: string | null;
					noticed_source?: string | null;
					number?: string;
					office_due_on?: string | null;
					office_id?: string | null;
					organisation_id?: string;
					organisation_name?: string;
					own_contribution?: string | null;
					proposed_solution?: string | null;
					received_at?: string;
					released_by?: string | null;
					released_in?: string | null;
					responsible_level?: string | null;
					responsible_levels?: string[];
					search?: never;
					short_id?: string;
					state?: string;
					target_groups?: string[];
					title?: string;
					urgency?: string;
					urgency_reason?: string | null;
					visibility?: string;
					written_by?: string | null;
					written_for?: string | null;
					written_in?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'need_reports_assessed_field_fkey';
						columns: ['assessed_field'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'need_reports_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_reports_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_authority_id_need_id_fkey';
						columns: ['authority_id', 'need_id'];
						isOneToOne: false;
						referencedRelation: 'needs';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_reports_authority_id_office_id_fkey';
						columns: ['authority_id', 'office_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_reports_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_reports_decision_fkey';
						columns: ['decision'];
						isOneToOne: false;
						referencedRelation: 'decision_words';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'need_reports_entered_by_fkey';
						columns: ['entered_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_entered_in_fkey';
						columns: ['entered_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'need_reports_joins_report_id_fkey';
						columns: ['joins_report_id'];
						isOneToOne: false;
						referencedRelation: 'need_reports';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_municipality_ags_fkey';
						columns: ['municipality_ags'];
						isOneToOne: false;
						referencedRelation: 'municipalities';
						referencedColumns: ['ags'];
					},
					{
						foreignKeyName: 'need_reports_released_by_fkey';
						columns: ['released_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_released_in_fkey';
						columns: ['released_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_short_id_fkey';
						columns: ['short_id'];
						isOneToOne: true;
						referencedRelation: 'short_addresses';
						referencedColumns: ['short_id'];
					},
					{
						foreignKeyName: 'need_reports_written_by_fkey';
						columns: ['written_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_written_for_fkey';
						columns: ['written_for'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_reports_written_in_fkey';
						columns: ['written_in'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			need_settlements: {
				Row: {
					authority_id: string;
					body: string;
					created_at: string;
					id: string;
					need_id: string;
					outcome: string;
					person_id: string | null;
					post_id: string | null;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					body: string;
					created_at?: string;
					id?: string;
					need_id: string;
					outcome: string;
					person_id?: string | null;
					post_id?: string | null;
				};
				Update: {
					authority_id?: string;
					body?: string;
					created_at?: string;
					id?: string;
					need_id?: string;
					outcome?: string;
					person_id?: string | null;
					post_id?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'need_settlements_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_settlements_authority_id_need_id_fkey';
						columns: ['authority_id', 'need_id'];
						isOneToOne: false;
						referencedRelation: 'needs';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'need_settlements_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'need_settlements_post_id_fkey';
						columns: ['post_id'];
						isOneToOne: false;
						referencedRelation: 'posts';
						referencedColumns: ['id'];
					}
				];
			};
			needs: {
				Row: {
					authority_id: string;
					field_of_action: string;
					id: string;
					number: string;
					opened_at: string;
					opened_by: string | null;
					settled_at: string | null;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					field_of_action: string;
					id?: string;
					number: string;
					opened_at?: string;
					opened_by?: string | null;
					settled_at?: string | null;
					title: string;
				};
				Update: {
					authority_id?: string;
					field_of_action?: string;
					id?: string;
					number?: string;
					opened_at?: string;
					opened_by?: string | null;
					settled_at?: string | null;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'needs_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'needs_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'needs_opened_by_fkey';
						columns: ['opened_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
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
				};
				ComputedFields: never;
				Insert: {
					authority_id: string;
					created_at?: string;
					email?: string | null;
					id?: string;
					kind: string;
					name: string;
					parent_id?: string | null;
					phone?: string | null;
					place?: string | null;
				};
				Update: {
					authority_id?: string;
					created_at?: string;
					email?: string | null;
					id?: string;
					kind?: string;
					name?: string;
					parent_id?: string | null;
					phone?: string | null;
					place?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'organisations_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'organisations_authority_id_parent_id_fkey';
						columns: ['authority_id', 'parent_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			people: {
				Row: {
					contrast: string;
					created_at: string;
					dormancy_noticed_at: string | null;
					email: string;
					family_name: string;
					given_name: string;
					id: string;
					locale: string;
					salutation: string | null;
					text_size: string;
					used_at: string | null;
					visited_at: string | null;
					visited_before_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					contrast?: string;
					created_at?: string;
					dormancy_noticed_at?: string | null;
					email: string;
					family_name: string;
					given_name: string;
					id?: string;
					locale?: string;
					salutation?: string | null;
					text_size?: string;
					used_at?: string | null;
					visited_at?: string | null;
					visited_before_at?: string | null;
				};
				Update: {
					contrast?: string;
					created_at?: string;
					dormancy_noticed_at?: string | null;
					email?: string;
					family_name?: string;
					given_name?: string;
					id?: string;
					locale?: string;
					salutation?: string | null;
					text_size?: string;
					used_at?: string | null;
					visited_at?: string | null;
					visited_before_at?: string | null;
				};
				Relationships: [];
			};
			posts: {
				Row: {
					abolished_on: string | null;
					authority_id: string;
					created_at: string;
					id: string;
					kind: string;
					organisation_id: string;
					phone: string | null;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					abolished_on?: string | null;
					authority_id: string;
					created_at?: string;
					id?: string;
					kind: string;
					organisation_id: string;
					phone?: string | null;
					title: string;
				};
				Update: {
					abolished_on?: string | null;
					authority_id?: string;
					created_at?: string;
					id?: string;
					kind?: string;
					organisation_id?: string;
					phone?: string | null;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'posts_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'posts_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					}
				];
			};
			short_addresses: {
				Row: {
					short_id: string;
					subject_key: string;
					subject_kind: string;
				};
				ComputedFields: never;
				Insert: {
					short_id: string;
					subject_key: string;
					subject_kind: string;
				};
				Update: {
					short_id?: string;
					subject_key?: string;
					subject_kind?: string;
				};
				Relationships: [];
			};
			survey_answers: {
				Row: {
					addressee_id: string;
					answers: NonNullable<Json>;
					authority_id: string;
					choice: string | null;
					field_of_action: string;
					organisation_id: string;
					revision: number;
					saved_at: string;
					saved_by: string | null;
					unknown: string[];
				};
				ComputedFields: never;
				Insert: {
					addressee_id: string;
					answers?: NonNullable<Json>;
					authority_id: string;
					choice?: string | null;
					field_of_action: string;
					organisation_id: string;
					revision?: number;
					saved_at?: string;
					saved_by?: string | null;
					unknown?: string[];
				};
				Update: {
					addressee_id?: string;
					answers?: NonNullable<Json>;
					authority_id?: string;
					choice?: string | null;
					field_of_action?: string;
					organisation_id?: string;
					revision?: number;
					saved_at?: string;
					saved_by?: string | null;
					unknown?: string[];
				};
				Relationships: [
					{
						foreignKeyName: 'survey_answers_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_answers_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'survey_answers_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_answers_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					},
					{
						foreignKeyName: 'survey_answers_saved_by_fkey';
						columns: ['saved_by'];
						isOneToOne: false;
						referencedRelation: 'people';
						referencedColumns: ['id'];
					}
				];
			};
			survey_forms: {
				Row: {
					questions: NonNullable<Json>;
					version: number;
				};
				ComputedFields: never;
				Insert: {
					questions: NonNullable<Json>;
					version: number;
				};
				Update: {
					questions?: NonNullable<Json>;
					version?: number;
				};
				Relationships: [];
			};
			survey_return_fields: {
				Row: {
					addressee_id: string;
					answers: NonNullable<Json>;
					authority_id: string;
					call_id: string;
					corrects_id: string | null;
					created_at: string;
					field_of_action: string;
					id: string;
					organisation_id: string;
					outcome: string;
					return_id: string;
					unknown: string[];
				};
				ComputedFields: never;
				Insert: {
					addressee_id: string;
					answers?: NonNullable<Json>;
					authority_id: string;
					call_id: string;
					corrects_id?: string | null;
					created_at?: string;
					field_of_action: string;
					id?: string;
					organisation_id: string;
					outcome: string;
					return_id: string;
					unknown?: string[];
				};
				Update: {
					addressee_id?: string;
					answers?: NonNullable<Json>;
					authority_id?: string;
					call_id?: string;
					corrects_id?: string | null;
					created_at?: string;
					field_of_action?: string;
					id?: string;
					organisation_id?: string;
					outcome?: string;
					return_id?: string;
					unknown?: string[];
				};
				Relationships: [
					{
						foreignKeyName: 'survey_return_fields_authority_id_return_id_fkey';
						columns: ['authority_id', 'return_id'];
						isOneToOne: false;
						referencedRelation: 'call_returns';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_returns_authority_id_addressee_id_fkey';
						columns: ['authority_id', 'addressee_id'];
						isOneToOne: false;
						referencedRelation: 'call_addressees';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_returns_authority_id_call_id_fkey';
						columns: ['authority_id', 'call_id'];
						isOneToOne: false;
						referencedRelation: 'calls';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_returns_authority_id_fkey';
						columns: ['authority_id'];
						isOneToOne: false;
						referencedRelation: 'authorities';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'survey_returns_authority_id_organisation_id_fkey';
						columns: ['authority_id', 'organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisations';
						referencedColumns: ['authority_id', 'id'];
					},
					{
						foreignKeyName: 'survey_returns_corrects_id_fkey';
						columns: ['corrects_id'];
						isOneToOne: false;
						referencedRelation: 'survey_return_fields';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'survey_returns_field_of_action_fkey';
						columns: ['field_of_action'];
						isOneToOne: false;
						referencedRelation: 'fields_of_action';
						referencedColumns: ['key'];
					}
				];
			};
			target_groups: {
				Row: {
					key: string;
					label: string;
					label_en: string;
					position: number;
				};
				ComputedFields: never;
				Insert: {
					key: string;
					label: string;
					label_en: string;
					position: number;
				};
				Update: {
					key?: string;
					label?: string;
					label_en?: string;
					position?: number;
				};
				Relationships: [];
			};
		};
		Views: {
			audit_log: {
				Row: {
					authority_id: string | null;
					created_at: string | null;
					detail: Json | null;
					key: string | null;
					kind: string | null;
					person_id: string | null;
					topic: string | null;
				};
				ComputedFields: never;
				Relationships: [];
			};
		};
		Functions: {
			abolish_post: { Args: { p_id: string | null }; Returns: undefined };
			access_token_find: { Args: { p_token_hash: string | null }; Returns: Json };
			account_delete: { Args: { p_person: string | null; p_session: string | null }; Returns: string[] };
			account_leaving: { Args: { p_person: string | null; p_session: string | null }; Returns: Json };
			account_of: { Args: { p_person: string | null }; Returns: Json };
			add_access_token: {
				Args: {
					p_days: number | null;
					p_name: string | null;
					p_scopes: string[] | null;
					p_token_hash: string | null;
				};
				Returns: string;
			};
			add_addressee: {
				Args: { p_authority: string | null; p_organisation: string | null; p_slug: string | null };
				Returns: undefined;
			};
			add_import_rows: { Args: { p_id: string | null; p_rows: Json | null }; Returns: undefined };
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
			address_change_begin: {
				Args: {
					p_address_hash: string | null;
					p_email: string | null;
					p_objection_hash: string | null;
					p_person: string | null;
					p_token_hash: string | null;
				};
				Returns: Json;
			};
			address_change_confirm: {
				Args: { p_session?: string | null; p_token_hash: string | null };
				Returns: Json;
			};
			address_change_object: { Args: { p_objection_hash: string | null }; Returns: Json };
			administration: { Args: { p_authority: string | null }; Returns: Json };
			administration_of_organisation: { Args: { p_id: string | null }; Returns: Json };
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
					p_decision: string | null;
					p_forwarded_to?: string | null;
					p_number: string | null;
					p_reason: string | null;
				};
				Returns: undefined;
			};
			answer_nil: { Args: { p_addressee: string | null; p_field: string | null }; Returns: string };
			answer_rest_nil: { Args: { p_addressee: string | null }; Returns: number };
			ask_extension: {
				Args: { p_addressee: string | null; p_reason: string | null; p_until: string | null };
				Returns: undefined;
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
			assessment_options: { Args: { p_number: string | null }; Returns: Json };
			assistance_accept: { Args: { p_token_hash: string | null }; Returns: string };
			assistance_find: { Args: { p_token_hash: string | null }; Returns: Json };
			assistance_token: { Args: { p_id: string | null; p_token_hash: string | null }; Returns: undefined };
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
			attachments_of_report: {
				Args: { p_number: string | null };
				Returns: {
					alt_text: string;
					description: string;
					file_name: string;
					id: string;
					is_shared: boolean;
					is_tagged_pdf: boolean;
					media_type: string;
					size_bytes: number;
				}[];
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
			authority_for_host: { Args: { p_default_key?: string | null; p_host: string | null }; Returns: Json };
			begin_import: {
				Args: {
					p_authority: string | null;
					p_digest: string | null;
					p_file_name: string | null;
					p_kind: string | null;
				};
				Returns: string;
			};
			call_addressee: {
				Args: { p_addressee: string | null; p_authority: string | null; p_slug: string | null };
				Returns: Json;
			};
			call_ledger: { Args: { p_authority: string | null; p_slug: string | null }; Returns: Json };
			call_letter: { Args: { p_addressee: string | null }; Returns: Json };
			call_preparation: { Args: { p_authority: string | null; p_slug: string | null }; Returns: Json };
			call_reach: { Args: { p_authority: string | null; p_slug: string | null }; Returns: Json };
			call_record: { Args: { p_authority: string | null; p_slug: string | null }; Returns: Json };
			call_step_options: {
				Args: { p_authority: string | null; p_slug: string | null; p_until?: string | null };
				Returns: Json;
			};
			cancel_meeting: { Args: { p_id: string | null }; Returns: undefined };
			challenge_begin: {
				Args: { p_person: string | null; p_return_to: string | null; p_token_hash: string | null };
				Returns: boolean;
			};
			challenge_pass: {
				Args: { p_recovery_hash: string | null; p_step: number | null; p_token_hash: string | null };
				Returns: Json;
			};
			challenge_try: {
				Args: { p_address_hash: string | null; p_token_hash: string | null };
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
				};
				Returns: undefined;
			};
			change_post: {
				Args: { p_id: string | null; p_phone: string | null; p_title: string | null };
				Returns: undefined;
			};
			change_term: { Args: { p_ends_on: string | null; p_holding: string | null }; Returns: undefined };
			close_import: { Args: { p_id: string | null }; Returns: undefined };
			commit_import: { Args: { p_id: string | null }; Returns: number };
			decide_extension: {
				Args: {
					p_addressee: string | null;
					p_due_at?: string | null;
					p_outcome: string | null;
					p_reason?: string | null;
				};
				Returns: undefined;
			};
			delete_dormant_accounts: { Args: Record<PropertyKey, never>; Returns: number };
			detach: { Args: { p_id: string | null }; Returns: undefined };
			discard_call: { Args: { p_authority: string | null; p_slug: string | null }; Returns: undefined };
			discard_circle: { Args: { p_id: string | null }; Returns: undefined };
			discard_import: { Args: { p_id: string | null }; Returns: undefined };
			discard_need_report: { Args: { p_id: string | null }; Returns: undefined };
			district_meetings: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_month: string | null;
					p_organisation?: string | null;
				};
				Returns: Json;
			};
			end_assistance: { Args: { p_id: string | null }; Returns: undefined };
			end_holding: { Args: { p_holding: string | null }; Returns: undefined };
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
			enter_survey_return: {
				Args: {
					p_addressee: string | null;
					p_answers?: Json | null;
					p_channel: string | null;
					p_fields: string[] | null;
					p_given_by: string | null;
					p_outcome: string | null;
					p_received_on: string | null;
				};
				Returns: number;
			};
			export_members: {
				Args: { p_after?: number | null; p_authority: string | null };
				Returns: {
					capacity: string;
					email: string;
					ends_on: string;
					family_name: string;
					given_name: string;
					organisation_kind: string;
					organisation_name: string;
					post_kind: string;
					post_title: string;
					salutation: string;
					standing: string;
					starts_on: string;
				}[];
			};
			export_need_reports: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_due?: string | null;
					p_field?: string | null;
					p_municipality?: string | null;
					p_organisation?: string | null;
					p_search?: string | null;
					p_state?: string | null;
				};
				Returns: {
					affected_range: string;
					assessed_field: string;
					channel: string;
					decision: string;
					description: string;
					evidence: string;
					existing_offer: string;
					field_of_action: string;
					final_at: string;
					final_due_on: string;
					gap_verdict: string;
					interim_at: string;
					interim_due_on: string;
					locality: string;
					municipality_ags: string;
					municipality_name: string;
					noticed_body: string;
					noticed_on: string;
					noticed_source: string;
					number: string;
					organisation_name: string;
					own_contribution: string;
					proposed_solution: string;
					reason: string;
					received_at: string;
					state: string;
					target_groups: string[];
					title: string;
					urgency: string;
					urgency_reason: string;
					visibility: string;
				}[];
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
			feed_find: { Args: { p_address_hash: string | null; p_secret_hash: string | null }; Returns: Json };
			feed_of: { Args: { p_person: string | null }; Returns: Json };
			feed_replace: { Args: { p_person: string | null; p_secret_hash: string | null }; Returns: undefined };
			feed_revoke: { Args: { p_person: string | null }; Returns: undefined };
			follow_up_need_report: {
				Args: { p_due_on: string | null; p_note?: string | null; p_number: string | null };
				Returns: undefined;
			};
			hand_in_need_report: { Args: { p_id: string | null; p_revision: number | null }; Returns: undefined };
			hand_in_survey: { Args: { p_addressee: string | null }; Returns: undefined };
			hand_over_need_report: {
				Args: {
					p_due_on: string | null;
					p_note?: string | null;
					p_number: string | null;
					p_office: string | null;
				};
				Returns: undefined;
			};
			import: { Args: { p_id: string | null }; Returns: Json };
			import_failed: { Args: { p_failure: string | null; p_id: string | null }; Returns: undefined };
			import_meetings: {
				Args: { p_meetings: Json | null; p_organisation: string | null; p_whole?: Json | null };
				Returns: Json;
			};
			import_to_take: { Args: { p_id: string | null }; Returns: string };
			invitation_accept: { Args: { p_token_hash: string | null }; Returns: string };
			invitation_find: { Args: { p_token_hash: string | null }; Returns: Json };
			invitation_token: { Args: { p_id: string | null; p_token_hash: string | null }; Returns: undefined };
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
			join_need_report: { Args: { p_id: string | null; p_joins: string | null }; Returns: undefined };
			kept_form_find: { Args: { p_path: string | null; p_person: string | null }; Returns: Json };
			kept_form_forget: { Args: { p_path: string | null; p_person: string | null }; Returns: undefined };
			kept_form_keep: {
				Args: { p_fields: Json | null; p_path: string | null; p_person: string | null };
				Returns: undefined;
			};
			letters_due: { Args: { p_batch: string | null; p_limit?: number | null }; Returns: Json };
			list_audit_log: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_month?: string | null;
					p_topic?: string | null;
				};
				Returns: {
					created_at: string;
					detail: Json;
					key: string;
					kind: string;
					person_name: string;
					topic: string;
				}[];
			};
			list_barrier_reports: {
				Args: { p_authority: string | null };
				Returns: {
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
				}[];
				SetofOptions: {
					from: '*';
					to: 'barrier_reports';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			list_calls: { Args: { p_after?: string | null; p_authority: string | null }; Returns: Json };
			list_events: {
				Args: { p_after: number | null; p_authority: string | null };
				Returns: {
					created_at: string;
					id: number;
					kind: string;
					post_title: string;
					subject_id: string;
					subject_kind: string;
				}[];
			};
			list_imports: {
				Args: { p_authority: string | null; p_kind: string | null };
				Returns: {
					committed_at: string;
					failure: string;
					file_name: string;
					id: string;
					is_mine: boolean;
					requested_at: string;
					row_count: number;
					uploaded_at: string;
					uploaded_by_name: string;
					wrong_count: number;
				}[];
			};
			list_need_reports: {
				Args: {
					p_after?: string | null;
					p_authority: string | null;
					p_due?: string | null;
					p_field?: string | null;
					p_municipality?: string | null;
					p_organisation?: string | null;
					p_search?: string | null;
					p_sort?: string | null;
					p_state?: string | null;
				};
				Returns: {
					assessed_field: string;
					decision: string;
					final_at: string;
					final_due_on: string;
					gap_verdict: string;
					interim_at: string;
					interim_due_on: string;
					locality: string;
					municipality_name: string;
					number: string;
					organisation_name: string;
					received_at: string;
					state: string;
					title: string;
					total: number;
					urgency: string;
				}[];
			};
			list_needs: {
				Args: { p_after?: string | null; p_authority: string | null; p_state?: string | null };
				Returns: {
					field_of_action: string;
					gaps: number;
					number: string;
					opened_at: string;
					reports: number;
					settled_at: string;
					title: string;
					unanswered: number;
				}[];
			};
			mail_bounced: {
				Args: { p_code: string | null; p_id: string | null; p_is_final: boolean | null };
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
			mail_digests_due: { Args: Record<PropertyKey, never>; Returns: Json };
			mail_keep: { Args: { p_batch: string | null }; Returns: undefined };
			mail_outbox: { Args: Record<PropertyKey, never>; Returns: Json };
			mail_pass: {
				Args: {
					p_batch: string | null;
					p_last?: string | null;
					p_outcome?: string | null;
					p_reason?: string | null;
				};
				Returns: Json;
			};
			mail_queue_many: { Args: { p_mails: Json | null }; Returns: number };
			mail_sweep: { Args: Record<PropertyKey, never>; Returns: undefined };
			meeting: { Args: { p_id: string | null }; Returns: Json };
			meeting_calendar: {
				Args: { p_after?: string | null; p_before?: string | null; p_organisation: string | null };
				Returns: Json;
			};
			my_access_tokens: { Args: Record<PropertyKey, never>; Returns: Json };
			my_assistances: { Args: Record<PropertyKey, never>; Returns: Json };
			my_mail_preferences: { Args: Record<PropertyKey, never>; Returns: Json };
			my_organisations: { Args: Record<PropertyKey, never>; Returns: Json };
			name_assistant: {
				Args: {
					p_email: string | null;
					p_ends_on: string | null;
					p_family_name: string | null;
					p_given_name: string | null;
					p_holding: string | null;
					p_salutation: string | null;
				};
				Returns: string;
			};
			need: { Args: { p_number: string | null }; Returns: Json };
			need_report: { Args: { p_number: string | null }; Returns: Json };
			need_report_draft: { Args: { p_id: string | null }; Returns: Json };
			need_report_figures: { Args: { p_authority: string | null }; Returns: Json };
			need_reports_by_municipality: {
				Args: { p_authority: string | null };
				Returns: {
					ags: string;
					name: string;
					open: number;
					overdue: number;
					total: number;
				}[];
			};
			note_letter: { Args: { p_addressee: string | null }; Returns: undefined };
			own_data: { Args: Record<PropertyKey, never>; Returns: Json };
			password_set: { Args: { p_hash: string | null; p_person: string | null }; Returns: undefined };
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
				Returns: Json;
			};
			public_figures: { Args: { p_authority: string | null }; Returns: Json };
			public_need_report: { Args: { p_number: string | null }; Returns: Json };
			public_overview: { Args: { p_authority: string | null }; Returns: Json };
			purge_challenges: { Args: Record<PropertyKey, never>; Returns: undefined };
			purge_expired: { Args: Record<PropertyKey, never>; Returns: undefined };
			purge_imports: { Args: Record<PropertyKey, never>; Returns: undefined };
			release_need_report: { Args: { p_id: string | null; p_revision: number | null }; Returns: string };
			release_survey_answers: {
				Args: { p_addressee: string | null; p_seen: number | null };
				Returns: number;
			};
			remind_addressees: {
				Args: {
					p_addressees: string[] | null;
					p_authority: string | null;
					p_body?: string | null;
					p_slug: string | null;
				};
				Returns: number;
			};
			remind_open_calls: { Args: Record<PropertyKey, never>; Returns: number };
			remind_overdue: { Args: Record<PropertyKey, never>; Returns: undefined };
			reopen_need: { Args: { p_body: string | null; p_number: string | null }; Returns: undefined };
			report_barrier: {
				Args: {
					p_authority: string | null;
					p_contact?: string | null;
					p_id: string | null;
					p_message: string | null;
					p_page?: string | null;
				};
				Returns: Json;
			};
			request_import: { Args: { p_id: string | null }; Returns: undefined };
			resend_mail: { Args: { p_id: string | null }; Returns: string };
			reset_second_factor: { Args: { p_holding: string | null }; Returns: Json };
			resolve_short_address: { Args: { p_id: string | null }; Returns: Json };
			return_need_report: { Args: { p_id: string | null; p_reason: string | null }; Returns: undefined };
			revoke_access_token: { Args: { p_id: string | null }; Returns: undefined };
			revoke_invitation: { Args: { p_id: string | null }; Returns: undefined };
			sample_people: { Args: Record<PropertyKey, never>; Returns: Json };
			save_call: {
				Args: { p_authority: string | null; p_changes: Json | null; p_slug: string | null };
				Returns: string;
			};
			save_circle: {
				Args: { p_authority: string | null; p_name: string | null; p_organisations: string[] | null };
				Returns: string;
			};
			save_need_report: {
				Args: { p_answers: Json | null; p_id: string | null; p_revision: number | null };
				Returns: number;
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
				Returns: Json;
			};
			second_factor_of: { Args: { p_person: string | null }; Returns: Json };
			second_factor_offer: {
				Args: {
					p_person: string | null;
					p_recovery_hash?: string | null;
					p_secret: string | null;
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
			session_end: { Args: { p_id_hash: string | null }; Returns: undefined };
			session_end_of: {
				Args: { p_except?: string | null; p_person: string | null; p_public_id?: string | null };
				Returns: string[];
			};
			session_extend: { Args: { p_expires_at: string | null; p_id_hash: string | null }; Returns: undefined };
			session_find: { Args: { p_id_hash: string | null }; Returns: Json };
			session_prove: { Args: { p_person: string | null; p_session: string | null }; Returns: undefined };
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
			set_mail_preferences: { Args: { p_paces: Json | null }; Returns: undefined };
			set_reply_clock: {
				Args: { p_authority: string | null; p_final_days: number | null; p_interim_days: number | null };
				Returns: undefined;
			};
			settle_need: { Args: { p_body: string | null; p_number: string | null }; Returns: undefined };
			sign_in_again: {
				Args: {
					p_address_hash: string | null;
					p_code_hash: string | null;
					p_id: string | null;
					p_link_hash: string | null;
					p_old_link_hash: string | null;
				};
				Returns: Json;
			};
			sign_in_begin: {
				Args: {
					p_address_hash: string | null;
					p_code_hash: string | null;
					p_email: string | null;
					p_link_hash: string | null;
					p_return_to?: string | null;
				};
				Returns: Json;
			};
			sign_in_by_code: {
				Args: { p_address_hash: string | null; p_code_hash: string | null; p_id: string | null };
				Returns: Json;
			};
			sign_in_by_link: { Args: { p_link_hash: string | null }; Returns: Json };
			sign_in_failed: { Args: { p_email: string | null }; Returns: undefined };
			sign_in_password: { Args: { p_address_hash: string | null; p_email: string | null }; Returns: Json };
			similar_need_reports: {
				Args: { p_organisation: string | null; p_text: string | null };
				Returns: {
					locality: string;
					number: string;
					organisation_name: string;
					received_at: string;
					state: string;
					title: string;
				}[];
			};
			start_call: { Args: { p_authority: string | null; p_id: string | null }; Returns: string };
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
			start_page: { Args: Record<PropertyKey, never>; Returns: Json };
			start_survey_report: { Args: { p_addressee: string | null; p_field: string | null }; Returns: string };
			start_survey_report_for: {
				Args: {
					p_addressee: string | null;
					p_channel: string | null;
					p_field: string | null;
					p_given_by: string | null;
					p_received_on: string | null;
				};
				Returns: string;
			};
			state_calendar: { Args: { p_organisation: string | null; p_state: string | null }; Returns: undefined };
			survey_addressee: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: string;
			};
			survey_reply: {
				Args: { p_authority: string | null; p_organisation?: string | null; p_slug: string | null };
				Returns: Json;
			};
			take_call_step: {
				Args: {
					p_authority: string | null;
					p_body?: string | null;
					p_closes_at?: string | null;
					p_slug: string | null;
					p_step: string | null;
				};
				Returns: undefined;
			};
			tell_dormant: { Args: Record<PropertyKey, never>; Returns: undefined };
			transcription_choices: { Args: Record<PropertyKey, never>; Returns: Json };
			unattached: { Args: { p_hashes: string[] | null }; Returns: string[] };
			undelivered_mails: { Args: { p_authority: string | null }; Returns: Json };
			unsubscribe: { Args: { p_token: string | null }; Returns: boolean };
			unsubscribe_find: { Args: { p_token: string | null }; Returns: Json };
			vacant_posts: {
				Args: { p_authority: string | null };
				Returns: {
					deputy: string;
					duties: number;
					id: string;
					kind: string;
					organisation_id: string;
					organisation_name: string;
					title: string;
				}[];
			};
			vocabulary: { Args: Record<PropertyKey, never>; Returns: Json };
			write_need_report_message: {
				Args: { p_body: string | null; p_id?: string | null; p_kind: string | null; p_number: string | null };
				Returns: undefined;
			};
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		keyof (DefaultSchema['Tables'] & DefaultSchema['Views']) | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {}
	}
} as const;
