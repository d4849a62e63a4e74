import type { Values } from '#lib/ui/device-copies.ts';
import { isOwn, longestAnswer, outcomes, type Answers, type Outcome, type SurveyField } from './survey.ts';

/** What the form of one field sent. */
export interface FilledIn {
	/** The revision the page was made from. */
	revision: number;
	choice: Outcome | null;
	answers: Answers;
	unknown: string[];
}

/** What the form shows: what was typed, else what is stored, else what was said in the last survey. */
export interface Shown {
	/** An outcome, or `open`. */
	choice: string;
	answers: Answers;
	unknown: string[];
	isFromLastTime: boolean;
}

/** What stands in the form for a field that is open again, or still. */
export const openChoice = 'open';

const prefix = 'answer_';
/** Names the input for the answer to a question. */
export const inputFor = (question: string) => prefix + question;

const manyPrefix = 'answers_';
/** Names the boxes of a question to which several answers can be chosen. */
export const boxesFor = (question: string) => manyPrefix + question;
/** Is this the name of boxes, of which any number are sent? */
export const isOfBoxes = (name: string) => name === 'unknown' || name.startsWith(manyPrefix);

/** Reads the form of a field. Answers stay as typed; empty ones are left out. */
export function filledIn(values: Values): FilledIn {
	return {
		revision: Number(values.revision) || 0,
		choice: [...outcomes, 'answered' as const].find((outcome) => outcome === values.choice) ?? null,
		answers: answersIn(values),
		unknown: [values.unknown ?? []].flat()
	};
}

/** The answers among the values of a form. */
export function answersIn(values: Values): Answers {
	const said = (start: string) =>
		Object.entries(values)
			.filter(([name, given]) => name.startsWith(start) && String(given).trim())
			.map(([name, given]) => [name.slice(start.length), given] as const);
	return {
		...Object.fromEntries(said(prefix).map(([key, text]) => [key, String(text)])),
		...Object.fromEntries(said(manyPrefix).map(([key, chosen]) => [key, [chosen].flat()]))
	};
}

/** Do both say the same, whenever they were filled in? */
export function isSame(one: Omit<FilledIn, 'revision'>, other: Omit<FilledIn, 'revision'>): boolean {
	const print = ({ choice, answers, unknown }: typeof one) =>
		JSON.stringify([choice || null, Object.entries(answers).sort(), [...unknown].sort()]);
	return print(one) === print(other);
}

/** What the form of a field says as long as nobody has typed. */
export function storedOf(field: SurveyField): Omit<FilledIn, 'revision'> {
	const { choice, answers, unknown } = shown(field, null);
	return { choice: choice === openChoice ? null : (choice as Outcome), answers, unknown };
}

/** @param typed what was sent and not stored, or kept while the session was over */
export function shown(field: SurveyField, typed: Values | null | undefined): Shown {
	if (typed) {
		const { choice, answers, unknown } = filledIn(typed);
		return { choice: choice ?? openChoice, answers, unknown, isFromLastTime: false };
	}
	const isFromLastTime = field.revision === 0 && Boolean(field.previous);
	return {
		choice: isOwn(field) ? 'answered' : (field.choice ?? openChoice),
		answers: isFromLastTime ? (field.previous?.answers ?? {}) : field.answers,
		unknown: field.unknown,
		isFromLastTime
	};
}

/** Input → key of the sentence that says what is wrong. */
export function problemsIn({ answers }: FilledIn): Record<string, string> {
	return Object.fromEntries(
		Object.entries(answers)
			.filter(([, text]) => text.length > longestAnswer)
			.map(([key]) => [inputFor(key), 'surveys_error_long'])
	);
}
