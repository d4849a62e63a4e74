import { deserialize } from '$app/forms';
import { autosave, type Outcome, type Status } from './autosave.ts';
import * as copies from './device-copies.ts';
import type { Values } from './device-copies.ts';

export interface SavingPage<Saved> {
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
	/** Something was typed before the scripts had come (`changedEarly`). */
	isTyped: boolean;
	say: (status: Status | 'restored') => void;
	hear: (saved: Saved) => void;
}

/** Lets a form save by itself. Without scripts nothing is missing: every button saves. */
export function savingByItself<Saved>(page: SavingPage<Saved>) {
	return (form: HTMLFormElement) => {
		let hasTyped = false;
		let isLeaving = false;
		const read = () => {
			const values = page.valuesOf(form);
			return hasTyped && page.isChanged(values) ? values : null;
		};
		const saver = autosave<Values, Saved>({
			read,
			send: (values, isLast) => post(page.path, values, isLast),
			keep: (values) => copies.keep(page.key, values),
			stored(values, saved) {
				page.settle(form, values, saved);
				if (!read()) copies.drop(page.key);
				page.hear(saved);
			},
			say: page.say
		});

		const listen = {
			input: () => ((hasTyped = true), saver.changed()),
			submit(event: SubmitEvent) {
				const values = page.valuesOf(form);
				const kept = page.keptBy ? page.keptBy(values, event.submitter as HTMLButtonElement | null) : values;
				if (kept && page.isChanged(kept)) copies.keep(page.key, kept);
				else copies.drop(page.key);
				isLeaving = navigator.onLine;
				if (isLeaving) return saver.stop();
				event.preventDefault(); // the browser would show its own page instead of the text
				page.say('offline');
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

		if (page.restore(form)) {
			page.say('restored');
			listen.input();
		}
		if (page.isTyped) listen.input();

		return () => {
			saver.stop();
			for (const [name, listener] of Object.entries(listenToWindow))
				removeEventListener(name, listener as EventListener);
		};
	};
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
	const result = deserialize<Saved & Record<string, unknown>, never>(await response.text());
	if (result.type === 'success' && result.data) return { status: 'saved', reply: result.data };
	if (result.type === 'error' && result.error.closed) return { status: 'closed' };
	if (result.type === 'redirect') return { status: 'signed-out' };
	return { status: result.type === 'failure' && result.status === 409 ? 'elsewhere' : 'not-saved' };
}

/**
 * The form in which something was typed or chosen while the scripts were still on their way, and the names of those fields:
 * Svelte would set boxes and lists back to what the server wrote. To be asked before the page's parts are made.
 */
export function changedEarly(selector: string): { form: HTMLFormElement; names: Set<string> } | null {
	const form = globalThis.document?.querySelector<HTMLFormElement>(selector);
	const names = new Set(
		[...(form?.elements ?? [])].filter(isChanged).map((input) => input.getAttribute('name') ?? '')
	);
	return form && names.size ? { form, names } : null;
}

function isChanged(input: Element): boolean {
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

/** Puts an answer into all inputs of this name; several are radio buttons or boxes. */
export function fill(form: HTMLFormElement, name: string, answer: string | string[]) {
	const chosen = [answer].flat();
	for (const input of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`)) {
		if (input.type === 'radio' || input.type === 'checkbox') input.checked = chosen.includes(input.value);
		else input.value = chosen[0] ?? '';
		input.dispatchEvent(new Event('change'));
	}
}

export const hidden = (form: HTMLFormElement, name: string) =>
	form.elements.namedItem(name) as HTMLInputElement;
