import { number } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import type { Values } from '#lib/ui/device-copies.ts';
import { answersIn, boxesFor, inputFor } from './survey-form.ts';
import { longestAnswer, type Answers, type OwnQuestion } from './survey.ts';

export type QuestionKind = OwnQuestion['kind'];

export const kindWords: Record<QuestionKind, () => string> = {
	short_text: m.surveys_question_short_text,
	long_text: m.surveys_question_long_text,
	number: m.surveys_question_number,
	one: m.surveys_question_one,
	several: m.surveys_question_several,
	yes_no: m.surveys_question_yes_no
};
export const questionKinds = Object.keys(kindWords) as QuestionKind[];

const yesNo: Record<string, () => string> = {
	yes: m.surveys_question_yes,
	no: m.surveys_question_no,
	unknown: m.surveys_question_unknown
};

/** What can be chosen. */
export const optionsOf = ({ kind, options }: Pick<OwnQuestion, 'kind' | 'options'>) =>
	kind === 'yes_no'
		? Object.entries(yesNo).map(([value, label]) => ({ value, label: label() }))
		: options.map((option) => ({ value: option, label: option }));

/** One thing that was chosen or typed, in words. */
export const wordOf = ({ kind }: Pick<OwnQuestion, 'kind'>, said: string): string =>
	kind === 'yes_no' ? (yesNo[said]?.() ?? said) : said;

/** What was said to a question, in words; empty: nothing. */
export const answerInWords = (question: OwnQuestion, answers: Answers): string =>
	[answers[question.key] ?? []]
		.flat()
		.map((said) => wordOf(question, said))
		.join('; ');

/** A number as it is typed, to be reckoned with; null for what is none. */
export const numberIn = (said: Answers[string] | undefined): number | null =>
	typeof said === 'string' && isNumber.test(said.trim()) ? Number(said.trim().replace(',', '.')) : null;
const isNumber = /^-?\d{1,12}([.,]\d{1,4})?$/;

/** Names the input, or the boxes, of a question. */
export const inputOf = ({ kind, key }: Pick<OwnQuestion, 'kind' | 'key'>) =>
	kind === 'several' ? boxesFor(key) : inputFor(key);

/** What a form says to these questions; numbers without spaces around them. */
export function ownAnswersIn(values: Values, own: OwnQuestion[]): Answers {
	const answers = answersIn(values);
	return Object.fromEntries(
		own.flatMap(({ key, kind }) => {
			const said = answers[key];
			if (said === undefined) return [];
			return [[key, kind === 'number' && typeof said === 'string' ? said.trim() : said]];
		})
	);
}

const mostOf: Partial<Record<QuestionKind, number>> = { short_text: 200, long_text: longestAnswer };

/** The key of the sentence that says what is wrong with an answer. */
function problemWith({ kind }: OwnQuestion, said: Answers[string]): string | undefined {
	if (kind === 'number') return numberIn(said) === null ? 'surveys_question_error_number' : undefined;
	if (said.length <= (mostOf[kind] ?? Infinity)) return undefined;
	return kind === 'short_text' ? 'surveys_question_error_short' : 'surveys_error_long';
}

/** Input → key of the sentence that says what is wrong. @param isComplete what is required must be there */
export const ownProblemsIn = (
	own: OwnQuestion[],
	answers: Answers,
	isComplete: boolean
): Record<string, string> =>
	Object.fromEntries(
		own.flatMap((question) => {
			const said = answers[question.key];
			const problem =
				said === undefined
					? isComplete && question.isRequired && 'surveys_question_error_required'
					: problemWith(question, said);
			return problem ? [[inputOf(question), problem]] : [];
		})
	);

/** Of how many it is said, how many said what: for planners, exact. */
export interface Tally {
	key: string;
	answered: number;
	counts: Record<string, number>;
	total: number | null;
}

/** "Ja: 7-mal; Nein: 2-mal", or the sum of numbers; empty where there is nothing to count. */
export function tallyInWords(question: OwnQuestion, { counts, total }: Tally): string {
	if (total !== null) return m.surveys_question_total({ total: number(total) });
	return optionsOf(question)
		.filter(({ value }) => counts[value])
		.map(({ value, label }) => m.surveys_answers_times({ count: number(counts[value]!), outcome: label }))
		.join('; ');
}
