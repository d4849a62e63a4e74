import { longestAnswer, outcomes, type Outcome, type Question, type SurveyField } from './survey.ts';

/** What the form of one field sent. */
export interface FilledIn {
	/** The revision the page was made from. */
	revision: number;
	choice: Outcome | null;
	answers: Record<string, string>;
	unknown: string[];
}

/** What the form shows: what was typed, else what is stored, else what was said in the last survey. */
export interface Shown {
	choice: string;
	answers: Record<string, string>;
	unknown: string[];
	isFromLastTime: boolean;
}

type Values = Record<string, string | string[]>;

/** Reads the form of a field. Answers stay as typed; empty ones are left out. */
export function filledIn(questions: Question[], values: Values): FilledIn {
	const answers = questions
		.map(({ key }) => [key, String(values[`answer_${key}`] ?? '')] as const)
		.filter(([, text]) => text.trim());
	const unknown = [values.unknown ?? []].flat();
	const choice = outcomes.find((outcome) => outcome === values.choice) ?? null;
	return {
		revision: Number(values.revision) || 0,
		choice,
		answers: Object.fromEntries(answers),
		unknown: questions.map(({ key }) => key).filter((key) => unknown.includes(key))
	};
}

/** @param typed what was sent and not stored, or kept while the session was over */
export function shown(field: SurveyField, questions: Question[], typed: Values | null | undefined): Shown {
	if (typed) {
		const { choice, answers, unknown } = filledIn(questions, typed);
		return { choice: choice ?? '', answers, unknown, isFromLastTime: false };
	}
	const isFromLastTime = field.revision === 0 && Boolean(field.previous);
	return {
		choice: field.choice ?? '',
		answers: isFromLastTime ? (field.previous?.answers ?? {}) : field.answers,
		unknown: field.unknown,
		isFromLastTime
	};
}

/** Question → key of the sentence that says what is wrong. */
export function problemsIn({ answers }: FilledIn): Record<string, string> {
	return Object.fromEntries(
		Object.entries(answers)
			.filter(([, text]) => text.length > longestAnswer)
			.map(([key]) => [`answer_${key}`, 'surveys_error_long'])
	);
}
