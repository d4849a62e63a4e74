import { m } from '#lib/i18n/paraglide/messages.js';
import type { Field, Step } from '#lib/needs/drafts/draft.ts';
import type { AffectedRange, Level, NoticedSource, Urgency, Verdict, Visibility } from './need-report.ts';

/** The words of each answer that is chosen, not typed: `words.urgency.acute()`. */
export const words = {
	affectedRange: {
		under_5: m.report_affected_under_5,
		'5_to_20': m.report_affected_5_to_20,
		'20_to_50': m.report_affected_20_to_50,
		'50_to_100': m.report_affected_50_to_100,
		over_100: m.report_affected_over_100,
		unknown: m.report_affected_unknown
	} satisfies Record<AffectedRange, () => string>,
	urgency: {
		acute: m.report_urgency_acute,
		this_year: m.report_urgency_this_year,
		medium_term: m.report_urgency_medium_term
	} satisfies Record<Urgency, () => string>,
	visibility: {
		district: m.report_visibility_district,
		participants: m.report_visibility_participants,
		public: m.report_visibility_public
	} satisfies Record<Visibility, () => string>,
	noticedSource: {
		council_debate: m.report_noticed_council_debate,
		advisory_council: m.report_noticed_advisory_council,
		provider: m.report_noticed_provider,
		residents_meeting: m.report_noticed_residents_meeting,
		statistics: m.report_noticed_statistics,
		other: m.report_noticed_other
	} satisfies Record<NoticedSource, () => string>,
	level: {
		municipality: m.report_level_municipality,
		district: m.report_level_district,
		provider: m.report_level_provider,
		state: m.report_level_state,
		other: m.report_level_other,
		unknown: m.report_level_unknown
	} satisfies Record<Level, () => string>,
	verdict: {
		yes: m.report_verdict_yes,
		partly: m.report_verdict_partly,
		no: m.report_verdict_no
	} satisfies Record<Verdict, () => string>
};

/** The questions of form version 1, as they stand at the fields and in the summary. */
export const questions: Record<Field, () => string> = {
	title: m.report_question_title,
	field_of_action: m.report_question_field_of_action,
	target_groups: m.report_question_target_groups,
	municipality_ags: m.report_question_municipality,
	locality: m.report_question_locality,
	description: m.report_question_description,
	noticed_source: m.report_question_noticed_source,
	noticed_body: m.report_question_noticed_body,
	noticed_on: m.report_question_noticed_on,
	noticed_item: m.report_question_noticed_item,
	noticed_since: m.report_question_noticed_since,
	evidence: m.report_question_evidence,
	evidence_year: m.report_question_evidence_year,
	evidence_source: m.report_question_evidence_source,
	affected_range: m.report_question_affected_range,
	urgency: m.report_question_urgency,
	urgency_reason: m.report_question_urgency_reason,
	existing_offer: m.report_question_existing_offer,
	proposed_solution: m.report_question_proposed_solution,
	own_contribution: m.report_question_own_contribution,
	responsible_levels: m.report_question_responsible_levels,
	cost_idea: m.report_question_cost_idea,
	contact: m.report_question_contact,
	visibility: m.report_question_visibility
};

/** The heading of each step. */
export const headings: Record<Step, () => string> = {
	topic: m.report_step_topic,
	place: m.report_step_place,
	occasion: m.report_step_occasion,
	affected: m.report_step_affected,
	proposals: m.report_step_proposals,
	contact: m.report_step_contact
};
