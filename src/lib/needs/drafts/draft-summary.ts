import { date, list } from '#lib/i18n/format.ts';
import { isoDay } from '#lib/i18n/berlin.ts';
import type { Draft, Field } from './draft.ts';
import { words } from '#lib/needs/reports/report-words.ts';
import { labelOf, type Vocabulary } from '#lib/vocabulary/vocabulary.ts';

export type Words = Pick<Vocabulary, 'fieldsOfAction' | 'targetGroups'>;

/** An answer of a draft as one reads it in the summary; empty when there is none, and as typed when it fits nothing. */
export function answerIn(
	field: Field,
	{ answers, municipalities }: Pick<Draft, 'answers' | 'municipalities'>,
	{ fieldsOfAction, targetGroups }: Words
) {
	const answer = answers[field] ?? '';
	const chosen = [answer].flat().filter(Boolean);
	const [first = ''] = chosen;
	switch (field) {
		case 'field_of_action':
			return first && labelOf(fieldsOfAction, first);
		case 'target_groups':
			return list(chosen.map((key) => labelOf(targetGroups, key)));
		case 'municipality_ags':
			return municipalities.find(({ ags }) => ags === first)?.name ?? '';
		case 'noticed_on':
			return isoDay(first) ? date(first) : first;
		case 'noticed_source':
			return wordOf(words.noticedSource, first);
		case 'affected_range':
			return wordOf(words.affectedRange, first);
		case 'urgency':
			return wordOf(words.urgency, first);
		case 'visibility':
			return wordOf(words.visibility, first);
		case 'responsible_levels':
			return list(chosen.map((level) => wordOf(words.level, level)));
		default:
			return String(answer);
	}
}

const wordOf = (all: Record<string, () => string>, key: string) => all[key]?.() ?? key;
