import { m } from '#lib/i18n/paraglide/messages.js';
import { words } from '#lib/needs/reports/report-words.ts';
import type { Vocabulary } from '#lib/vocabulary/vocabulary.ts';
import { plain, type ImportColumn } from '#lib/server/import/columns.ts';
import { chosen, chosenOnes, day, inEach, type Choice } from './reading.server.ts';

/** The columns of a file of reports, in the order of the template. */
export const reportColumns = [
	column(
		'organisation',
		m.imports_column_organisation,
		['Gemeinde/Organisation', 'Absender', 'Gemeldet von', 'Kommune'],
		true
	),
	column('title', m.imports_column_title, ['Kurzer Titel', 'Betreff', 'Thema', 'Bedarf'], true),
	column('field_of_action', m.imports_column_field_of_action, ['Feld', 'Bereich', 'Themenfeld'], true),
	column('target_groups', m.imports_column_target_groups, ['Zielgruppe', 'Für wen'], true),
	column('municipality_ags', m.imports_column_municipality_ags, [
		'AGS',
		'Gemeindeschlüssel',
		'Amtlicher Gemeindeschlüssel',
		'Stadt/Gemeinde'
	]),
	column('locality', m.imports_column_locality, ['Ortsteil', 'Ort oder Ortsteil', 'Ortschaft'], true),
	column('description', m.imports_column_description, ['Beschreibung', 'Bedarfsbeschreibung', 'Text'], true),
	column('noticed_source', m.imports_column_noticed_source, ['Anlass', 'Aufgefallen']),
	column('noticed_body', m.imports_column_noticed_body, ['Ausschuss', 'Rat']),
	column('noticed_on', m.imports_column_noticed_on, ['Sitzungstag', 'Sitzungsdatum', 'Tag der Beratung']),
	column('noticed_since', m.imports_column_noticed_since, ['Seit']),
	column('evidence', m.imports_column_evidence, ['Belege', 'Zahlen', 'Nachweis']),
	column('evidence_year', m.imports_column_evidence_year, ['Jahr']),
	column('evidence_source', m.imports_column_evidence_source, ['Quelle']),
	column(
		'affected_range',
		m.imports_column_affected_range,
		['Anzahl', 'Betroffene Personen', 'Wie viele', 'Personen'],
		true
	),
	column('urgency', m.imports_column_urgency, ['Dringend', 'Priorität'], true),
	column('urgency_reason', m.imports_column_urgency_reason, ['Begründung']),
	column('existing_offer', m.imports_column_existing_offer, ['Bestand', 'Bisheriges Angebot']),
	column('proposed_solution', m.imports_column_proposed_solution, [
		'Lösungsvorschlag',
		'Vorschläge',
		'Maßnahme'
	]),
	column('own_contribution', m.imports_column_own_contribution, ['Eigenleistung']),
	column('responsible_levels', m.imports_column_responsible_levels, ['Zuständigkeit', 'Zuständige Ebene']),
	column('cost_idea', m.imports_column_cost_idea, ['Kostenrahmen']),
	column('contact', m.imports_column_contact, ['Kontakt', 'Ansprechpartner', 'Ansprechpartnerin']),
	column('visibility', m.imports_column_visibility, ['Sichtbar für', 'Öffentlich']),
	column('received_on', m.imports_column_received_on, ['Eingang', 'Eingangsdatum', 'Datum']),
	column('given_by', m.imports_column_given_by, ['Gemeldet durch', 'Eingereicht von'])
] as const satisfies ImportColumn[];

/** The headings of our list of reports that say what became of a report, or say a second time where it is from. */
export const ourReportWords = [
	m.imports_column_number,
	m.imports_column_assessed_field,
	m.imports_column_ags,
	m.imports_column_state,
	m.imports_column_interim_due,
	m.imports_column_interim_at,
	m.imports_column_final_due,
	m.imports_column_final_at,
	m.imports_column_decision,
	m.imports_column_reason
].flatMap(inEach);

export type ReportKey = (typeof reportColumns)[number]['key'];
type Texts = Partial<Record<ReportKey, string>>;
type Place = { ags: string; name: string };

/** The row that our template has under its headings. */
export const isExampleReport = ({ title = '' }: Texts) => /^BEISPIEL – bitte löschen/i.test(title);

/** What a row says, in the words of the form; what cannot be understood stays as it stands. */
export function reportReader(vocabulary: Vocabulary, places: Place[]) {
	const choices = reportChoices(vocabulary);
	const named = placesByName(places);
	return (texts: Texts) =>
		isNilReturn(texts) ? nilReturn(texts, choices) : readReport(texts, choices, named);
}

type Choices = ReturnType<typeof reportChoices>;

function readReport(texts: Texts, choices: Choices, places: Map<string, string>) {
	const answers: Record<string, string | string[]> = { ...texts };
	const put = (key: ReportKey, read: (text: string) => string | string[]) => {
		const text = texts[key];
		if (text) answers[key] = read(text);
	};
	for (const key of ['field_of_action', 'noticed_source', 'urgency', 'visibility'] as const)
		put(key, (text) => chosen(text, choices[key]));
	for (const key of ['target_groups', 'responsible_levels'] as const)
		put(key, (text) => chosenOnes(text, choices[key]));
	put('affected_range', (text) => rangeOf(text, choices.affected_range));
	put('municipality_ags', (text) => agsOf(text, places));
	for (const key of ['noticed_on', 'received_on'] as const) put(key, day);
	answers.visibility ??= 'district'; // nobody is shown more than was said
	if (answers.municipality_ags === '') delete answers.municipality_ags;
	return answers;
}

/** "Fehlanzeige" stands where the need would. */
const isNilReturn = ({ title, description }: Texts) =>
	plain(title || description || '') === 'fehlanzeige' &&
	(!description || plain(description) === 'fehlanzeige');

function nilReturn(texts: Texts, choices: Choices) {
	const answers: Record<string, string> = { outcome: 'nil_return', title: 'Fehlanzeige' };
	for (const key of ['organisation', 'given_by'] as const) if (texts[key]) answers[key] = texts[key];
	if (texts.received_on) answers.received_on = day(texts.received_on);
	if (texts.field_of_action) answers.field_of_action = chosen(texts.field_of_action, choices.field_of_action);
	return answers;
}

/** The words each chosen answer may have, by its column. */
export function reportChoices({ fieldsOfAction, targetGroups }: Vocabulary) {
	const terms = (list: Vocabulary['targetGroups']): Choice[] =>
		list.map(({ key, label, labelEn }) => ({ key, words: [label, labelEn] }));
	return {
		field_of_action: terms(fieldsOfAction),
		target_groups: terms(targetGroups),
		noticed_source: choicesOf(words.noticedSource),
		affected_range: choicesOf(words.affectedRange, ranges),
		urgency: choicesOf(words.urgency, urgencies),
		responsible_levels: choicesOf(words.level),
		visibility: choicesOf(words.visibility, visibilities)
	};
}

const ranges: Record<string, string[]> = {
	under_5: ['unter 5', 'bis 5', '1 bis 4', '<5'],
	'5_to_20': ['5 bis 20', '5-20'],
	'20_to_50': ['20 bis 50', '20-50'],
	'50_to_100': ['50 bis 100', '50-100'],
	over_100: ['über 100', 'mehr als 100', '>100'],
	unknown: ['unbekannt', 'keine Angabe', 'weiß nicht', '?']
};
const urgencies = {
	acute: ['akut', 'sofort', 'hoch'],
	this_year: ['dieses Jahr', 'mittel'],
	medium_term: ['mittelfristig', 'später', 'niedrig']
};
const visibilities = {
	district: ['Landkreis', 'nicht öffentlich', 'nein'],
	participants: ['Beteiligte'],
	public: ['öffentlich', 'alle', 'ja']
};

const choicesOf = (of: Record<string, unknown>, more: Record<string, string[]> = {}): Choice[] =>
	Object.entries(of).map(([key, message]) => ({ key, words: [...inEach(message), ...(more[key] ?? [])] }));

/** "5 bis 20", "5–20 Personen", and a number of persons. */
function rangeOf(text: string, choices: Choice[]): string {
	const words = text.replace(/personen|menschen|people|ca\.?|etwa/gi, '').trim();
	if (!/^\d+$/.test(words)) return chosen(words || text, choices);
	const count = Number(words);
	return count < 5
		? 'under_5'
		: count < 20
			? '5_to_20'
			: count < 50
				? '20_to_50'
				: count <= 100
					? '50_to_100'
					: 'over_100';
}

/** A municipality by name or key; Excel takes a key for a number and drops its leading zero. Blank for "all of them". */
function agsOf(text: string, places: Map<string, string>): string {
	if (/^\d{7,8}$/.test(text)) return text.padStart(8, '0');
	const written = plain(text.replace(/^(Einheitsgemeinde|Gemeinde|Stadt|Welterbestadt)\s+/i, ''));
	if (['alle', 'mehrere', 'mehrereoderalle', 'landkreis'].includes(written)) return '';
	return places.get(written) ?? text;
}

/** Keys by names, with and without "Stadt" before them. */
const placesByName = (places: Place[]) =>
	new Map(
		places
			.flatMap(({ ags, name }) =>
				[name, name.replace(/^(Stadt|Gemeinde)\s+/i, '')].map((word) => [plain(word), ags] as const)
			)
			.reverse() // the first of a name counts
	);

function column<Key extends string>(key: Key, message: unknown, words: string[], isRequired = false) {
	return { key, words: [...inEach(message), ...words], isRequired };
}
