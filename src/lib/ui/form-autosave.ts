import { parse } from 'devalue';
import { autosave, type Outcome } from './autosave.ts';
import { hear, say, type News } from './autosave-state.ts';
import * as copies from './device-copies.ts';
import type { Values } from './device-copies.ts';

export interface SavingForm<Saved> {
	/** Where the form is sent; `go=autosave` tells its action that nobody pressed a button. */
	path: string;
	/** Names the copy on this device. */
	key: string;
	valuesOf: (form: HTMLFormElement) => Values;
	/** Does this differ from what is stored? */
	isChanged: (values: Values) => boolean;
	/** From now on the page is made from what was saved. */
	settle: (form: HTMLFormElement, values: Values, saved: Saved) => void;
	/** What of it is to be found on this device again, should sending by this button fail; null: nothing. */
	keptBy?: (values: Values, button: HTMLButtonElement | null) => Values | null;
	/** Puts back what did not reach the server the last time. @returns whether there was something */
	restore: (form: HTMLFormElement) => boolean;
}

/** Lets a form save by itself for as long as its page is open. Without scripts nothing is missing: every button saves. */
export function savingByItself<Saved extends News>(form: HTMLFormElement, how: SavingForm<Saved>) {
	let hasTyped = false;
	let isLeaving = false;
	const read = () => {
		const values = how.valuesOf(form);
		return hasTyped && how.isChanged(values) ? values : null;
	};
	const saver = autosave<Values, Saved>({
		read,
		send: (values, isLast) => post(how.path, values, isLast),
		keep: (values) => copies.keep(how.key, values),
		stored(values, saved) {
			how.settle(form, values, saved);
			if (!read()) copies.drop(how.key);
			hear(saved);
		},
		say
	});
	const typed = () => ((hasTyped = true), saver.changed());

	form.addEventListener('input', typed);
	form.addEventListener('submit', (event) => {
		const values = how.valuesOf(form);
		const kept = how.keptBy ? how.keptBy(values, event.submitter as HTMLButtonElement | null) : values;
		if (kept && how.isChanged(kept)) copies.keep(how.key, kept);
		else copies.drop(how.key);
		isLeaving = navigator.onLine;
		if (isLeaving) return saver.stop();
		event.preventDefault(); // the browser would show its own page instead of the text
		say('offline');
	});
	addEventListener('online', saver.retry);
	addEventListener('pagehide', () => isLeaving || saver.leave());
	// The page out of the browser's memory may be older than what is stored.
	addEventListener('pageshow', ({ persisted }) => persisted && location.reload());

	const isTyped = [...form.elements].some(isChangedByHand); // while the script was on its way
	if (how.restore(form)) say('restored');
	else if (!isTyped) return;
	typed();
}

/** Sends a page as if it had been sent by its form. @throws without network */
export async function post<Saved>(path: string, values: Values, keepalive: boolean): Promise<Outcome<Saved>> {
	const body = new FormData();
	for (const [name, value] of Object.entries(values))
		for (const one of [value].flat()) body.append(name, one);
	body.set('go', 'autosave');
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await fetch(path, { method: 'POST', body, keepalive, headers });
	if (!response.headers.get('content-type')?.includes('json')) return { status: 'not-saved' };
	const { type, status, data, error } = (await response.json()) as ActionAnswer;
	if (type === 'success' && data) return { status: 'saved', reply: parse(data) as Saved };
	if (type === 'error' && error?.closed) return { status: 'closed' };
	if (type === 'redirect') return { status: 'signed-out' };
	return { status: type === 'failure' && status === 409 ? 'elsewhere' : 'not-saved' };
}

/** As Kit tells a script what became of a form. */
type ActionAnswer = { type: string; status?: number; data?: string; error?: App.Error };

function isChangedByHand(input: Element): boolean {
	if (input instanceof HTMLButtonElement) return false;
	if (input instanceof HTMLSelectElement) {
		const written = [...input.options].findIndex(({ defaultSelected }) => defaultSelected);
		return input.selectedIndex !== Math.max(0, written);
	}
	if (input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox'))
		return input.checked !== input.defaultChecked;
	const { value, defaultValue } = input as HTMLInputElement;
	return value !== defaultValue;
}

export const hidden = (form: HTMLFormElement, name: string) =>
	form.elements.namedItem(name) as HTMLInputElement;
