import { m } from '#lib/i18n/paraglide/messages.js';
import { words } from '#lib/needs/reports/report-words.ts';
import { choicesOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';

type Labels = Record<string, Record<string, string>>;
const spoken = (of: Record<string, () => string>) =>
	Object.fromEntries(Object.entries(of).map(([key, word]) => [key, word()]));

/** Field → key → word, for the first rows of a file of reports. */
export function labelsOf(
	{ fieldsOfAction, targetGroups }: Vocabulary,
	places: { ags: string; name: string }[]
): Labels {
	const labels = (terms: Vocabulary['targetGroups']) =>
		Object.fromEntries(choicesOf(terms).map(({ value, label }) => [value, label]));
	return {
		field_of_action: labels(fieldsOfAction),
		target_groups: labels(targetGroups),
		municipality_ags: Object.fromEntries(places.map(({ ags, name }) => [ags, name])),
		affected_range: spoken(words.affectedRange),
		urgency: spoken(words.urgency)
	};
}

/** The same for members. */
export const memberLabels = (): Labels => ({
	capacity: { holder: m.imports_word_holder(), deputy: m.imports_word_deputy() }
});
