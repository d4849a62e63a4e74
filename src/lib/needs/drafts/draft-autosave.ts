import { type News } from '#lib/ui/autosave-state.ts';
import { drop, type Values } from '#lib/ui/device-copies.ts';
import { hidden, post, savingByItself } from '#lib/ui/form-autosave.ts';
import { fill } from '#lib/ui/form-fields.ts';
import * as copies from './draft-copies.ts';
import { print, printsOf, sentAnswers, shown, touched } from './draft-answers.ts';
import { fieldsOf, pathOf, takesMany, type Answers, type Field, type Step } from './draft.ts';

/** What the server says after it saved; `stored` when somebody else saved in between. */
export type Saved = News & { revision: number; stored?: Answers };

/** What the page tells its script, in the form's `data-page`. */
export interface Page {
	id: string;
	step: Step;
	/** Of all answers of the draft as stored when the page was made. */
	prints: Record<string, string>;
	/** The page answers a form just sent: what was typed stands in it already. */
	isAnswer: boolean;
}

/** Lets a step's form save by itself. Answers are stored one by one: two windows that change different ones do not collide. */
export function saveByItself(form: HTMLFormElement) {
	const { id, step, prints, isAnswer } = JSON.parse(form.dataset.page!) as Page;
	savingByItself<Saved>(form, {
		path: pathOf(id, step),
		key: copies.keyOf(id, step),
		valuesOf: (form) => valuesOf(form, step),
		isChanged: (values) => Object.keys(touched(sentAnswers(step, values))).length > 0,
		settle: (form, values, saved) => settle(form, step, values, saved),
		keptBy: (values, button) => withoutGivenUp(step, values, button),
		restore(form) {
			const unstored = copies.unstored(id, prints);
			for (const copy of unstored) if (copy.step !== step) void send(id, copy);
			const own = isAnswer ? undefined : unstored.find((copy) => copy.step === step);
			if (own) restore(form, own);
			return Boolean(own);
		}
	});
}

/** Whoever takes the other window's answer gives up their own: it must not come back from the copy. */
function withoutGivenUp(step: Step, values: Values, button: HTMLButtonElement | null): Values {
	const [go, field] = button?.value.split(':') ?? [];
	if (go !== 'theirs' || !field) return values;
	const { answers, prints } = sentAnswers(step, values);
	return { ...values, prints: JSON.stringify({ ...prints, [field]: print(answers[field as Field]) }) };
}

/** Text of another step that did not reach the server: what collides with other words waits for its own page. */
async function send(id: string, { step, values }: copies.Copy) {
	const outcome = await post(pathOf(id, step), values, false).catch(() => null);
	if (outcome?.status === 'saved') drop(copies.keyOf(id, step));
}

function valuesOf(form: HTMLFormElement, step: Step): Values {
	const data = new FormData(form);
	const one = (name: string) => String(data.get(name) ?? '');
	return Object.fromEntries([
		['revision', one('revision')],
		['prints', one('prints')],
		...fieldsOf[step].map((field) => [field, takesMany(field) ? data.getAll(field).map(String) : one(field)])
	]) as Values;
}

/** From now on the page is made from what was saved; answers nobody touched here take what somebody else wrote. */
function settle(form: HTMLFormElement, step: Step, values: Values, { revision, stored }: Saved) {
	const { answers } = sentAnswers(step, values);
	const changed = Object.keys(touched(sentAnswers(step, values)));
	const now: Answers = { ...answers };
	for (const field of fieldsOf[step])
		if (stored && !changed.includes(field)) {
			now[field] = stored[field] ?? null;
			if (!isTouched(form, step, field)) show(form, field, stored[field] ?? null);
		}
	hidden(form, 'revision').value = String(revision);
	hidden(form, 'prints').value = JSON.stringify(printsOf(step, now));
}

const isTouched = (form: HTMLFormElement, step: Step, field: Field) =>
	field in touched(sentAnswers(step, valuesOf(form, step)));

/** Puts a copy back into its page, with the revision it was made from: what was changed elsewhere since then shows up. */
function restore(form: HTMLFormElement, { values, pending, answers }: copies.Copy) {
	const prints = JSON.parse(hidden(form, 'prints').value) as object;
	const old = JSON.parse(String(values.prints || '{}')) as Record<string, string>;
	const kept = Object.fromEntries(pending.map((field) => [field, old[field]]));
	for (const field of pending) show(form, field, answers[field] ?? null);
	hidden(form, 'prints').value = JSON.stringify({ ...prints, ...kept });
	hidden(form, 'revision').value = String(values.revision);
}

const show = (form: HTMLFormElement, field: Field, answer: Answers[Field]) =>
	fill(form, field, takesMany(field) ? [answer ?? []].flat() : shown(field, answer));
