import { type News } from '#lib/ui/autosave-state.ts';
import { drop, find, type Values } from '#lib/ui/device-copies.ts';
import { hidden, savingByItself } from '#lib/ui/form-autosave.ts';
import { fill } from '#lib/ui/form-fields.ts';
import { filledIn, isOfBoxes, isSame, openChoice, type FilledIn } from './survey-form.ts';

/** What the server says after it saved. */
export type Saved = News & { revision: number };

/** What the page tells its script, in the form's `data-page`. */
export interface Page {
	addresseeId: string;
	field: string;
	/** As stored when the page was made. */
	base: Omit<FilledIn, 'revision'>;
	/** The page answers a form just sent: what was typed stands in it already. */
	isAnswer: boolean;
}

/** Lets the form of a field save by itself. It is stored as a whole: two windows that change it collide. */
export function saveByItself(form: HTMLFormElement) {
	const page = JSON.parse(form.dataset.page!) as Page;
	const key = `abfrage:${page.addresseeId}:${page.field}`;
	let base = page.base;
	savingByItself<Saved>(form, {
		path: location.pathname + location.search,
		key,
		valuesOf,
		isChanged: (values) => !isSame(filledIn(values), base),
		settle(form, values, saved) {
			base = filledIn(values);
			hidden(form, 'revision').value = String(saved.revision);
		},
		keptBy: (values, button) => (button?.value === 'theirs' ? null : values),
		restore(form) {
			const copy = find(key);
			if (page.isAnswer || !copy) return false;
			if (isSame(filledIn(copy), base)) {
				drop(key);
				return false;
			}
			putBack(form, copy);
			return true;
		}
	});
}

function valuesOf(form: HTMLFormElement): Values {
	const data = new FormData(form);
	const names = [...new Set(data.keys())].filter((name) => name !== 'go');
	const texts = (name: string) => data.getAll(name).map(String);
	return Object.fromEntries(
		names.map((name) => [name, isOfBoxes(name) ? texts(name) : (texts(name)[0] ?? '')])
	);
}

/** With the revision it was made from: what was changed elsewhere since then shows up. */
function putBack(form: HTMLFormElement, copy: Values) {
	const { choice } = filledIn(copy);
	const inputs = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
		'input:not([type=hidden]), textarea'
	);
	for (const name of new Set([...inputs].map(({ name }) => name)))
		fill(form, name, name === 'choice' ? (choice ?? openChoice) : (copy[name] ?? []));
	hidden(form, 'revision').value = String(copy.revision);
}
