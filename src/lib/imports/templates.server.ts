import { inLocale } from '#lib/i18n/handle.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import type { Sheet } from '#lib/server/export/sheet.ts';
import { capacities, memberColumns } from './member-rows.server.ts';
import type { Choice } from './reading.server.ts';
import { reportChoices, reportColumns } from './report-rows.server.ts';

type Example = Record<string, string>;

/** An empty file of reports with one example and, on the second sheet, the words that may be used. In German, like the files. */
export function reportTemplate(vocabulary: Vocabulary, organisation: string): Sheet<Example> {
	const choices = reportChoices(vocabulary);
	return template(reportColumns, { ...reportExample, organisation }, choices);
}

export const memberTemplate = (organisation: string): Sheet<Example> =>
	template(memberColumns, { ...memberExample, organisation }, { capacity: capacities });

const reportExample: Example = {
	title: 'BEISPIEL – bitte löschen: Tagespflege fehlt',
	field_of_action: 'Pflege und Angehörige',
	target_groups: 'ältere Menschen; pflegende Angehörige',
	locality: 'Hasselfelde',
	description: 'Die nächste Tagespflege liegt 25 Kilometer entfernt. Wer kein Auto hat, kommt nicht hin.',
	noticed_body: 'Ortschaftsrat',
	noticed_on: '04.11.2026',
	affected_range: '5 bis 20 Personen',
	urgency: 'in diesem Jahr',
	proposed_solution: 'Ein Standort im Ort',
	visibility: 'nur der Landkreis'
};
const memberExample: Example = {
	post: 'Hauptamt und Soziales',
	salutation: 'Frau',
	given_name: 'BEISPIEL',
	family_name: 'Bitte löschen',
	email: 'beispiel@gemeinde.example',
	starts_on: '01.01.2027',
	capacity: 'Inhaberin oder Inhaber'
};

function template(
	columns: readonly { key: string; words: string[]; isRequired: boolean }[],
	example: Example,
	choices: Record<string, Choice[]>
): Sheet<Example> {
	const headingOf = (key: string) => columns.find((column) => column.key === key)?.words[0] ?? key;
	return inLocale('de', () => ({
		name: m.imports_template_sheet(),
		columns: columns.map(({ key, words, isRequired }) => ({
			label: isRequired ? `${words[0]} *` : words[0]!,
			width: key === 'description' ? 60 : 24,
			value: (row) => row[key]
		})),
		rows: [example],
		notes: [
			m.imports_template_note(),
			...Object.entries(choices).map(
				([key, list]) => `${headingOf(key)}: ${list.map(({ words }) => words[0]).join('; ')}`
			)
		]
	}));
}
