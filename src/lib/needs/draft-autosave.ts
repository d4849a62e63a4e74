import { deserialize } from '$app/forms';
import { autosave, type Outcome, type Status } from './autosave.ts';
import * as copies from './draft-copies.ts';
import { print, printsOf, sentAnswers, shown, touched } from './draft-answers.ts';
import {
	fieldsOf,
	pathOf,
	takesMany,
	type Answers,
	type Field,
	type SimilarReport,
	type Step
} from './draft.ts';
import type { Hint } from './personal-data-hints.ts';

/** What the server says after it saved; `stored` when somebody else saved in between. */
export type Saved = {
	revision: number;
	savedAt: string;
	hints: Hint[];
	similar?: SimilarReport[];
	stored?: Answers;
};

interface Page {
	id: string;
	step: Step;
	/** What was stored when the page was made. */
	answers: Answers;
	/** The page answers a form just sent: what was typed stands in it already. */
	isAnswer: boolean;
	/** Something was typed before the scripts had come (`typedAlready`). */
	isTyped: boolean;
	say: (status: Status | 'restored') => void;
	hear: (saved: Saved) => void;
}

/** Lets a step's form save by itself. Without scripts nothing is missing: every button saves. */
export function autosaving({ id, step, answers, isAnswer, isTyped, say, hear }: Page) {
	return (form: HTMLFormElement) => {
		let hasTyped = false;
		let isLeaving = false;
		const read = () => {
			const values = valuesOf(form, step);
			return hasTyped && Object.keys(touched(sentAnswers(step, values))).length ? values : null;
		};
		const saver = autosave<copies.Values, Saved>({
			read,
			send: (values, isLast) => post(pathOf(id, step), values, isLast),
			keep: (values) => copies.keep(id, step, values),
			stored(values, saved) {
				settle(form, step, values, saved);
				if (!read()) copies.drop(id, step);
				hear(saved);
			},
			say
		});

		const listen = {
			input: () => ((hasTyped = true), saver.changed()),
			submit: (event: SubmitEvent) => {
				copies.keep(id, step, withoutGivenUp(step, valuesOf(form, step), event.submitter));
				isLeaving = navigator.onLine;
				if (isLeaving) return saver.stop();
				event.preventDefault(); // the browser would show its own page instead of the text
				say('offline');
			}
		};
		const listenToWindow = {
			online: saver.retry,
			pagehide: () => isLeaving || saver.leave(),
			// The page out of the browser's memory may be older than what is stored.
			pageshow: (event: PageTransitionEvent) => event.persisted && location.reload()
		};
		for (const [name, listener] of Object.entries(listen))
			form.addEventListener(name, listener as EventListener);
		for (const [name, listener] of Object.entries(listenToWindow))
			addEventListener(name, listener as EventListener);

		for (const copy of copies.unstored(id, answers)) {
			if (copy.step !== step) void send(id, copy);
			else if (!isAnswer) {
				restore(form, copy);
				say('restored');
				listen.input();
			}
		}
		if (isTyped) listen.input();

		return () => {
			saver.stop();
			for (const [name, listener] of Object.entries(listenToWindow))
				removeEventListener(name, listener as EventListener);
		};
	};
}

/**
 * What was typed or chosen while the scripts were still on their way: Svelte would set boxes and lists back to what the server
 * wrote. To be asked before the page's parts are made.
 */
export function typedAlready(step: Step): Answers {
	const form = globalThis.document?.querySelector<HTMLFormElement>('main form:has([name=prints])');
	if (!form) return {};
	const { answers } = sentAnswers(step, valuesOf(form, step));
	const changed = new Set([...form.elements].filter(isChanged).map((input) => input.getAttribute('name')));
	return Object.fromEntries(Object.entries(answers).filter(([field]) => changed.has(field))) as Answers;
}

function isChanged(input: Element): boolean {
	if (input instanceof HTMLSelectElement) {
		const written = [...input.options].findIndex(({ defaultSelected }) => defaultSelected);
		return input.selectedIndex !== Math.max(0, written);
	}
	if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox'))
		return input.checked !== input.defaultChecked;
	const { value, defaultValue } = input as HTMLInputElement;
	return value !== defaultValue;
}

/** Whoever takes the other window's answer gives up their own: it must not come back from the copy. */
function withoutGivenUp(step: Step, values: copies.Values, button: HTMLElement | null): copies.Values {
	const [go, field] = (button as HTMLButtonElement | null)?.value.split(':') ?? [];
	if (go !== 'theirs' || !field) return values;
	const { answers, prints } = sentAnswers(step, values);
	return { ...values, prints: JSON.stringify({ ...prints, [field]: print(answers[field as Field]) }) };
}

/** Text of another step that did not reach the server: what collides with other words waits for its own page. */
async function send(id: string, { step, values }: copies.Copy) {
	const outcome = await post(pathOf(id, step), values, false).catch(() => null);
	if (outcome?.status === 'saved') copies.drop(id, step);
}

async function post(path: string, values: copies.Values, keepalive: boolean): Promise<Outcome<Saved>> {
	const body = new FormData();
	for (const [name, value] of Object.entries(values))
		for (const one of [value].flat()) body.append(name, one);
	body.set('go', 'autosave');
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await fetch(path, { method: 'POST', body, keepalive, headers });
	if (!response.headers.get('content-type')?.includes('json')) return { status: 'not-saved' };
	const result = deserialize<Saved, never>(await response.text());
	if (result.type === 'success' && result.data) return { status: 'saved', reply: result.data };
	if (result.type === 'redirect') return { status: 'signed-out' };
	return { status: result.type === 'failure' && result.status === 409 ? 'elsewhere' : 'not-saved' };
}

function valuesOf(form: HTMLFormElement, step: Step): copies.Values {
	const data = new FormData(form);
	const one = (name: string) => String(data.get(name) ?? '');
	return Object.fromEntries([
		['revision', one('revision')],
		['prints', one('prints')],
		...fieldsOf[step].map((field) => [field, takesMany(field) ? data.getAll(field).map(String) : one(field)])
	]) as copies.Values;
}

/** From now on the page is made from what was saved; answers nobody touched here take what somebody else wrote. */
function settle(form: HTMLFormElement, step: Step, values: copies.Values, { revision, stored }: Saved) {
	const { answers } = sentAnswers(step, values);
	const changed = Object.keys(touched(sentAnswers(step, values)));
	const now: Answers = { ...answers };
	for (const field of fieldsOf[step])
		if (stored && !changed.includes(field)) {
			now[field] = stored[field] ?? null;
			if (!isTouched(form, step, field)) fill(form, field, stored[field] ?? null);
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
	for (const field of pending) fill(form, field, answers[field] ?? null);
	hidden(form, 'prints').value = JSON.stringify({ ...prints, ...kept });
	hidden(form, 'revision').value = String(values.revision);
}

function fill(form: HTMLFormElement, field: Field, answer: Answers[Field]) {
	const chosen = [answer ?? []].flat();
	for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${field}"]`)) {
		if (input.type === 'radio' || input.type === 'checkbox') input.checked = chosen.includes(input.value);
		else input.value = shown(field, answer);
		input.dispatchEvent(new Event('change'));
	}
}

const hidden = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;
