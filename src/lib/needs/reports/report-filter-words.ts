import { shortDate } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { choicesOf, type Term } from '#lib/vocabulary/vocabulary.ts';
import { senderOf, type ReportFilter } from './report-filter.ts';

/** What a district lets its list be filtered by. */
export interface Filterable {
	fields: Term[];
	groups: Term[];
	municipalities: { ags: string; name: string }[];
	organisations: { id: string; name: string }[];
	/** Whether replies wait for the reader; left out where a filter of somebody is put into words. */
	canAnswer?: boolean;
}

/** What can be chosen in the filters of the list of reports, by the filter's name, in the reader's language. */
export const filterChoices = ({
	fields,
	groups,
	municipalities,
	organisations,
	canAnswer = true
}: Filterable) => ({
	field: choicesOf(fields),
	state: [
		{ value: 'offen', label: m.needs_filter_open() },
		{ value: 'eingegangen', label: m.needs_state_received() },
		{ value: 'in-arbeit', label: m.needs_state_in_progress() },
		{ value: 'rueckfrage', label: m.needs_state_clarification() },
		...(canAnswer ? [{ value: 'antwort-da', label: m.needs_filter_replied() }] : []),
		{ value: 'beantwortet', label: m.needs_state_answered() },
		{ value: 'erledigt', label: m.needs_state_settled() },
		{ value: 'ohne-rueckmeldung', label: m.needs_filter_silent() },
		{ value: 'abgeschlossen', label: m.needs_state_closed() },
		{ value: 'luecke-offen', label: m.needs_filter_gap() }
	],
	sender: organisations.map(({ id, name }) => ({ value: senderOf(id), label: name })),
	group: choicesOf(groups),
	municipality: municipalities.map(({ ags, name }) => ({ value: ags, label: name })),
	due: [
		{ value: 'ueberfaellig', label: m.needs_filter_overdue() },
		{ value: 'diese-woche', label: m.needs_filter_week() }
	]
});

/** What is chosen, in words: "Bus, Mobilität, überfällig". Empty: nothing. */
export function chosenInWords(filter: ReportFilter, known: Filterable): string {
	const choices: Partial<Record<keyof ReportFilter, { value: string; label: string }[]>> =
		filterChoices(known);
	const { search, from, to } = filter;
	const chosen = (Object.keys(choices) as (keyof ReportFilter)[]).map(
		(key) => choices[key]?.find(({ value }) => value === filter[key])?.label
	);
	return [
		search && `„${search}“`,
		...chosen,
		from && `${m.needs_filter_from()} ${shortDate(from)}`,
		to && `${m.needs_filter_to()} ${shortDate(to)}`
	]
		.filter(Boolean)
		.join(', ');
}
