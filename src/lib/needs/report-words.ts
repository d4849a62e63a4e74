import { m } from '#lib/i18n/paraglide/messages.js';
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
