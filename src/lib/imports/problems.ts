import { m } from '#lib/i18n/paraglide/messages.js';
import type { Remark } from './import.ts';

const columns: Record<string, () => string> = {
	organisation: m.imports_column_organisation,
	title: m.imports_column_title,
	field_of_action: m.imports_column_field_of_action,
	target_groups: m.imports_column_target_groups,
	municipality_ags: m.imports_column_municipality_ags,
	locality: m.imports_column_locality,
	description: m.imports_column_description,
	noticed_source: m.imports_column_noticed_source,
	noticed_body: m.imports_column_noticed_body,
	noticed_on: m.imports_column_noticed_on,
	noticed_since: m.imports_column_noticed_since,
	evidence: m.imports_column_evidence,
	evidence_year: m.imports_column_evidence_year,
	evidence_source: m.imports_column_evidence_source,
	affected_range: m.imports_column_affected_range,
	urgency: m.imports_column_urgency,
	urgency_reason: m.imports_column_urgency_reason,
	existing_offer: m.imports_column_existing_offer,
	proposed_solution: m.imports_column_proposed_solution,
	own_contribution: m.imports_column_own_contribution,
	responsible_levels: m.imports_column_responsible_levels,
	cost_idea: m.imports_column_cost_idea,
	contact: m.imports_column_contact,
	visibility: m.imports_column_visibility,
	received_on: m.imports_column_received_on,
	given_by: m.imports_column_given_by,
	post: m.imports_column_post,
	salutation: m.imports_column_salutation,
	given_name: m.imports_column_given_name,
	family_name: m.imports_column_family_name,
	email: m.imports_column_email,
	starts_on: m.imports_column_starts_on,
	ends_on: m.imports_column_ends_on,
	capacity: m.imports_column_capacity
};

/** The heading of a column in the template, else its letter in the file. */
export const columnInWords = (field: string): string =>
	columns[field]?.() ?? (field ? m.imports_column_letter({ letter: field }) : '–');

/** What stands in the cell, at most so much of it that it can be found again. */
export function valueInWords({ value }: Remark): string {
	if (value === null) return m.imports_empty();
	const text = Array.isArray(value) ? value.join('; ') : String(value);
	return text.length > 80 ? `${text.slice(0, 80)} …` : text;
}

/** Fields answered with words of a list; the template has the list. */
const chosen = new Set([
	'field_of_action',
	'target_groups',
	'noticed_source',
	'affected_range',
	'urgency',
	'responsible_levels',
	'visibility',
	'salutation',
	'capacity'
]);
const days = new Set(['noticed_on', 'received_on', 'starts_on', 'ends_on']);
/** Shortest and longest text, as the database has it. */
const lengths: Record<string, [least: number, most: number]> = {
	title: [3, 120],
	locality: [2, 120],
	description: [10, 5000],
	noticed_body: [0, 160],
	noticed_since: [0, 300],
	evidence: [0, 1000],
	evidence_source: [0, 300],
	urgency_reason: [0, 1000],
	existing_offer: [0, 2000],
	proposed_solution: [0, 2000],
	own_contribution: [0, 2000],
	cost_idea: [0, 1000],
	contact: [0, 300],
	given_by: [0, 160],
	given_name: [1, 80],
	family_name: [1, 80]
};

/** What is wrong with a cell and what to do about it. */
export function adviceOn({ field, problem, value }: Remark): string {
	switch (problem) {
		case 'error':
			return m.imports_advice_error();
		case 'letters':
			return m.imports_advice_letters();
		case 'not_asked':
			return m.imports_advice_not_asked();
		case 'asked_twice':
			return m.imports_advice_asked_twice();
		case 'answered':
			return m.imports_advice_answered();
		case 'nil_return':
			return m.imports_advice_nil_return();
		case 'surplus':
			return m.imports_advice_surplus();
		case 'sheet':
			return m.imports_advice_sheet();
		case 'hidden_sheet':
			return m.imports_advice_hidden_sheet();
		case 'above':
			return m.imports_advice_above();
		case 'left_out':
			return m.imports_advice_left_out();
		case 'example':
			return m.imports_advice_example();
		case 'person':
			return m.imports_advice_person();
		case 'more':
			return m.imports_advice_more({ count: Number(value) });
		case 'missing':
			return m.imports_advice_missing();
		case 'unknown':
			return field === 'post' ? m.imports_advice_unknown_post() : m.imports_advice_unknown_organisation();
		case 'not_yours':
			return m.imports_advice_not_yours();
		case 'future':
			return m.imports_advice_future();
		case 'past':
			return m.imports_advice_past();
		case 'over':
			return m.imports_advice_over();
		case 'order':
			return m.imports_advice_order();
		case 'known':
			return m.imports_advice_known();
		case 'repeated':
			return field === 'email' ? m.imports_advice_repeated_member() : m.imports_advice_repeated_report();
		case 'holds':
			return m.imports_advice_holds();
		case 'invited':
			return m.imports_advice_invited();
	}
	if (chosen.has(field)) return m.imports_advice_choice();
	if (days.has(field)) return m.imports_advice_day();
	if (field === 'municipality_ags') return m.imports_advice_municipality();
	if (field === 'email') return m.imports_advice_email();
	if (field === 'evidence_year') return m.imports_advice_year();
	const [least, most] = lengths[field] ?? [0, 160];
	return least > 0 ? m.imports_advice_length({ least, most }) : m.imports_advice_too_long({ most });
}
