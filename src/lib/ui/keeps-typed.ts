// The script of forms that take more than a sentence (KeepsTyped.svelte): what is typed is there again after leaving, a reload, a
// sign-out. It stays in this tab of the browser, under the person's id, and goes once the form was sent and taken.
import { drop, find, keep, type Values } from './device-copies.ts';
import { fill } from './form-fields.ts';

/** What was typed. `isSent`: and sent; then it is only wanted by who comes back or reloads, since it was not taken. */
interface Copy {
	values: Values;
	isSent: boolean;
}

const shown = document.querySelector<HTMLElement>('[data-keeps]');
const form = shown?.closest('form');
if (shown && form) keepTyped(form, shown);

function keepTyped(form: HTMLFormElement, shown: HTMLElement) {
	const key = `typed ${shown.dataset.keeps} ${location.pathname}`;
	const hold = (isSent: boolean) => {
		const copy: Copy = { values: typedIn(form), isSent };
		keep(key, copy as unknown as Values, sessionStorage);
	};
	const copy = find(key, sessionStorage) as Copy | null;
	const written = JSON.stringify(typedIn(form));
	if (shown.dataset.isTyped) hold(false);
	else if (copy?.isSent && !hasComeBack(shown.dataset.signIn!)) drop(key, sessionStorage);
	else if (copy && JSON.stringify(copy.values) !== written) {
		for (const [name, value] of Object.entries(copy.values)) fill(form, name, value);
		shown.hidden = false;
		// The title is what is heard first; what stands further down nobody hears who does not look for it.
		document.title = `${shown.querySelector('p')!.textContent} – ${document.title}`;
	}
	shown.querySelector('button')?.addEventListener('click', () => {
		drop(key, sessionStorage);
		location.reload();
	});
	form.addEventListener('input', () => hold(false));
	form.addEventListener('submit', () => hold(true));
}

/**
 * The form was sent before and is here again without anybody having followed a link: it was not taken, or one had to sign
 * in first.
 */
function hasComeBack(signIn: string): boolean {
	const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	const from = document.referrer && new URL(document.referrer).pathname;
	return visit?.type === 'back_forward' || visit?.type === 'reload' || from.startsWith(signIn);
}

/** What people fill in, by name: nothing hidden, no files, no secrets. */
function typedIn(form: HTMLFormElement): Values {
	const values: Values = {};
	for (const input of form.elements) {
		if (!(
			input instanceof HTMLInputElement ||
			input instanceof HTMLTextAreaElement ||
			input instanceof HTMLSelectElement
		))
			continue;
		if (!input.name || ['hidden', 'file', 'password', 'submit'].includes(input.type)) continue;
		const before = (values[input.name] ??= []) as string[];
		const isChoice = input.type === 'radio' || input.type === 'checkbox';
		if (!isChoice || (input as HTMLInputElement).checked) before.push(input.value);
	}
	return values;
}
