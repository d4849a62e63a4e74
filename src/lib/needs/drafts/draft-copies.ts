import * as copies from '#lib/ui/device-copies.ts';
import type { Values } from '#lib/ui/device-copies.ts';
import { print, sentAnswers, touched } from './draft-answers.ts';
import { isStep, type Answers, type Field, type Step } from './draft.ts';

/** What was typed on a page of a draft and may not have reached the server. */
export interface Copy {
	step: Step;
	values: Values;
	answers: Answers;
	/** Answers that differ from what is stored. */
	pending: Field[];
}

const prefixOf = (id: string) => `entwurf:${id}:`;
/** Names the copy of one page. */
export const keyOf = (id: string, step: Step) => prefixOf(id) + step;

/** The copies of a draft that hold more than what is stored, which has these prints; the others are forgotten. */
export function unstored(id: string, prints: Record<string, string>, storage = localStorage): Copy[] {
	const steps = copies
		.keysFrom(prefixOf(id), storage)
		.map((key) => key.slice(prefixOf(id).length))
		.filter(isStep);
	return steps.flatMap((step) => {
		const copy = read(step, copies.find(keyOf(id, step), storage), prints);
		if (!copy?.pending.length) copies.drop(keyOf(id, step), storage);
		return copy?.pending.length ? [copy] : [];
	});
}

function read(step: Step, values: Values | null, prints: Record<string, string>): Copy | null {
	if (!values) return null;
	const answers = touched(sentAnswers(step, values));
	const pending = (Object.keys(answers) as Field[]).filter(
		(field) => print(answers[field]) !== (prints[field] ?? print(null))
	);
	return { step, values, answers, pending };
}
