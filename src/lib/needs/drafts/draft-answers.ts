import { isoDay } from '#lib/i18n/berlin.ts';
import { fieldsOf, takesMany, type Answers, type Field, type SimilarReport, type Step } from './draft.ts';
import type { Hint } from './personal-data-hints.ts';

/** What a page of a draft sent: the answers as they stand there, and prints of the answers it was made from. */
export interface Sent {
	revision: number;
	answers: Answers;
	prints: Record<string, string>;
}

type Values = Record<string, string | string[]>;

/** Reads a step's answers from a form. A box that is not ticked is not sent, and an answer of its own. */
export function sentAnswers(step: Step, values: Values): Sent {
	const answers: Answers = {};
	for (const field of fieldsOf[step]) {
		const given = [values[field] ?? []].flat();
		answers[field] = takesMany(field) ? given : stored(field, given[0] ?? '');
	}
	return { revision: Number(values.revision) || 0, answers, prints: parsePrints(values.prints) };
}

/** The answers changed on the page; the others are left as they are now, whoever changed them. */
export function touched({ answers, prints }: Sent): Answers {
	return Object.fromEntries(
		Object.entries(answers).filter(([field, answer]) => print(answer) !== prints[field])
	) as Answers;
}

/** Answers changed on the page and elsewhere since, to something else. */
export function conflicts(sent: Sent, now: Answers): Field[] {
	return (Object.keys(touched(sent)) as Field[]).filter(
		(field) => print(now[field]) !== sent.prints[field] && print(now[field]) !== print(sent.answers[field])
	);
}

/** The prints of a step's answers, for the page made from them. */
export function printsOf(step: Step, answers: Answers): Record<string, string> {
	return Object.fromEntries(fieldsOf[step].map((field) => [field, print(answers[field])]));
}

/** Short stand-in for an answer (FNV-1a), equal for equal answers; nothing and an empty text are the same. */
export function print(answer: string | string[] | null | undefined): string {
	const text = Array.isArray(answer) ? [...answer].sort().join('\n') : (answer ?? '');
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++)
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	return `${text.length}.${(hash >>> 0).toString(36)}`;
}

/** Prints of the parts of a page that may read differently once it has saved by itself. */
export const partsOf = (hints: Hint[], similar: SimilarReport[]) => ({
	hints: print(hints.map(({ field, sentence }) => field + sentence)),
	similar: print(similar.map(({ number }) => number))
});

/** An answer as its field shows it: days as 04.11.2026. */
export function shown(field: Field, answer: Answers[Field]): string {
	const text = typeof answer === 'string' ? answer : '';
	const [, year, month, day] = (field === 'noticed_on' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)) || [];
	return year ? `${day}.${month}.${year}` : text;
}

/** An answer as it is kept: with Unix line ends, and a day that can be read as 2026-11-04. */
function stored(field: Field, typed: string): string {
	const text = typed.replace(/\r\n?/g, '\n');
	return field === 'noticed_on' ? (isoDay(text) ?? text) : text;
}

function parsePrints(json: unknown): Record<string, string> {
	try {
		const value: unknown = JSON.parse(String(json));
		return value instanceof Object ? (value as Record<string, string>) : {};
	} catch {
		return {};
	}
}
