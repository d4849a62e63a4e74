import { print, sentAnswers, touched } from './draft-answers.ts';
import { isStep, type Answers, type Field, type Step } from './draft.ts';

export type Values = Record<string, string | string[]>;

/** What was typed on a page and may not have reached the server. */
export interface Copy {
	step: Step;
	values: Values;
	answers: Answers;
	/** Answers that differ from what is stored. */
	pending: Field[];
}

/*
 * Copies on the device, one per page of a draft, from the first key until the text is stored. The browser may refuse
 * (private window, full): then there is none, and saving on the server goes on.
 */
const prefix = 'entwurf:';
const keyOf = (id: string, step: Step) => `${prefix}${id}:${step}`;

export function keep(id: string, step: Step, values: Values, storage = localStorage) {
	try {
		storage.setItem(keyOf(id, step), JSON.stringify(values));
	} catch {
		drop(id, step, storage); // an older copy would be worse than none
	}
}

export function drop(id: string, step: Step, storage = localStorage) {
	storage.removeItem(keyOf(id, step));
}

/** The copies of a draft that hold more than what is stored; the others are forgotten. */
export function unstored(id: string, stored: Answers, storage = localStorage): Copy[] {
	const steps = Object.keys(storage)
		.filter((key) => key.startsWith(`${prefix}${id}:`))
		.map((key) => key.slice(prefix.length + id.length + 1))
		.filter(isStep);
	return steps.flatMap((step) => {
		const copy = read(step, storage.getItem(keyOf(id, step)), stored);
		if (!copy?.pending.length) drop(id, step, storage);
		return copy?.pending.length ? [copy] : [];
	});
}

function read(step: Step, json: string | null, stored: Answers): Copy | null {
	const values = parse(json);
	if (!values) return null;
	const answers = touched(sentAnswers(step, values));
	const pending = (Object.keys(answers) as Field[]).filter(
		(field) => print(answers[field]) !== print(stored[field])
	);
	return { step, values, answers, pending };
}

function parse(json: string | null): Values | null {
	try {
		const values: unknown = JSON.parse(json ?? 'null');
		return values instanceof Object ? (values as Values) : null;
	} catch {
		return null;
	}
}
