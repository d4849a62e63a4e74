import { z } from 'zod';
import { m } from '#lib/i18n/paraglide/messages.js';
import { calendarDay, instant } from '#lib/i18n/times.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { stateOf } from './need-report-list.ts';
import {
	affectedRanges,
	noticedSources,
	reportState,
	urgencies,
	verdict,
	visibilities
} from './need-report.ts';
import { words } from './report-words.ts';

/** A row as `export_need_reports` gives it. */
export const exportedReport = z.strictObject({
	number: z.string(),
	organisation_name: z.string(),
	title: z.string(),
	field_of_action: z.string(),
	assessed_field: z.string(),
	target_groups: z.array(z.string()),
	municipality_name: z.string().nullable(),
	municipality_ags: z.string().nullable(),
	locality: z.string(),
	description: z.string(),
	noticed_source: z.enum(noticedSources).nullable(),
	noticed_body: z.string().nullable(),
	noticed_on: calendarDay.nullable(),
	evidence: z.string().nullable(),
	affected_range: z.enum(affectedRanges),
	urgency: z.enum(urgencies),
	urgency_reason: z.string().nullable(),
	existing_offer: z.string().nullable(),
	proposed_solution: z.string().nullable(),
	own_contribution: z.string().nullable(),
	visibility: z.enum(visibilities),
	received_at: instant,
	interim_due_on: calendarDay,
	final_due_on: calendarDay,
	state: reportState,
	interim_at: instant.nullable(),
	final_at: instant.nullable(),
	decision: z.string().nullable(),
	reason: z.string().nullable(),
	gap_verdict: verdict.nullable()
});
export type ExportedReport = z.infer<typeof exportedReport>;

/** The columns of the list as a file; those that are a report's own have the headings of the template, so that one can be read in again. */
export function columnsOf({ fieldsOfAction, targetGroups, decisionWords }: Vocabulary) {
	const text = (label: string, width: number, value: (row: ExportedReport) => string | null) => ({
		label,
		width,
		value
	});
	const day = (label: string, value: (row: ExportedReport) => string | null) =>
		({ label, width: 12, kind: 'day', value }) as const;
	return [
		text(m.imports_column_number(), 14, (row) => row.number),
		text(m.imports_column_organisation(), 30, (row) => row.organisation_name),
		text(m.imports_column_title(), 40, (row) => row.title),
		text(m.imports_column_field_of_action(), 26, (row) => labelOf(fieldsOfAction, row.field_of_action)),
		text(m.imports_column_assessed_field(), 26, (row) => labelOf(fieldsOfAction, row.assessed_field)),
		text(m.imports_column_target_groups(), 30, (row) =>
			row.target_groups.map((group) => labelOf(targetGroups, group)).join('; ')
		),
		text(m.imports_column_municipality_ags(), 20, (row) => row.municipality_name),
		text(m.imports_column_ags(), 11, (row) => row.municipality_ags),
		text(m.imports_column_locality(), 20, (row) => row.locality),
		text(m.imports_column_description(), 60, (row) => row.description),
		text(
			m.imports_column_noticed_source(),
			24,
			(row) => row.noticed_source && words.noticedSource[row.noticed_source]()
		),
		text(m.imports_column_noticed_body(), 24, (row) => row.noticed_body),
		day(m.imports_column_noticed_on(), (row) => row.noticed_on),
		text(m.imports_column_evidence(), 40, (row) => row.evidence),
		text(m.imports_column_affected_range(), 20, (row) => words.affectedRange[row.affected_range]()),
		text(m.imports_column_urgency(), 18, (row) => words.urgency[row.urgency]()),
		text(m.imports_column_urgency_reason(), 40, (row) => row.urgency_reason),
		text(m.imports_column_existing_offer(), 40, (row) => row.existing_offer),
		text(m.imports_column_proposed_solution(), 40, (row) => row.proposed_solution),
		text(m.imports_column_own_contribution(), 30, (row) => row.own_contribution),
		text(m.imports_column_visibility(), 24, (row) => words.visibility[row.visibility]()),
		day(m.imports_column_received_on(), (row) => row.received_at),
		text(m.imports_column_state(), 20, (row) => stateOf(row.state, row.gap_verdict).word),
		day(m.imports_column_interim_due(), (row) => row.interim_due_on),
		day(m.imports_column_interim_at(), (row) => row.interim_at),
		day(m.imports_column_final_due(), (row) => row.final_due_on),
		day(m.imports_column_final_at(), (row) => row.final_at),
		text(m.imports_column_decision(), 26, (row) => row.decision && labelOf(decisionWords, row.decision)),
		text(m.imports_column_reason(), 60, (row) => row.reason)
	];
}
