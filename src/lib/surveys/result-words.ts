import type { z } from 'zod';
import { list, number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { callKindDocument } from './call-kind-document.ts';
import { outcomeWords } from './survey-words.ts';
import { wordOf } from './own-question.ts';
import { outcomes } from './survey.ts';

type Published = z.infer<typeof callKindDocument.result>;
type Field = Published['fields'][number];

/** "2-mal Bedarf und 7-mal Fehlanzeige": how many organisations said what. */
export const timesInWords = (counts: Field['outcomes']): string =>
	list(
		outcomes
			.filter((outcome) => counts[outcome])
			.map((outcome) =>
				m.surveys_answers_times({ count: number(counts[outcome]!), outcome: outcomeWords[outcome]() })
			)
	) || m.surveys_result_nobody();

/** The reports that are not shown: their number, or that it is not told. */
export function othersInWords({ reports, others }: Pick<Field, 'reports' | 'others'>): string {
	const isAll = !reports.length;
	if (others === null) return isAll ? m.surveys_result_hidden_all() : m.surveys_result_hidden();
	return isAll ? m.surveys_result_others_all({ count: others }) : m.surveys_result_others({ count: others });
}

/** How many organisations chose each of the options of an own question, or the sum of what they gave; or that it is not told. */
export function choicesInWords({ kind, counts, total }: Published['questions'][number]) {
	const told = (count: number | null) => (count === null ? m.surveys_result_not_told() : number(count));
	if (kind === 'number') return [{ term: m.surveys_result_total(), value: told(total) }];
	return counts.map(({ value, count }) => ({ term: wordOf({ kind }, value), value: told(count) }));
}
