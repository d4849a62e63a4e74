import type { News } from '#lib/ui/autosave-state.ts';
import { drop, find, type Values } from '#lib/ui/device-copies.ts';
import { savingByItself } from '#lib/ui/form-autosave.ts';
import { fill } from '#lib/ui/form-fields.ts';

/** What the page tells its script, in the form's `data-note`. */
export interface Page {
	/** Names the copy on this device until it is kept. */
	key: string;
	/** The page answers a form just sent: what was typed stands in it already. */
	isAnswer: boolean;
}

/** Lets the form of a note keep what is typed, for its writer alone, until it is noted. */
export function keepTyped(form: HTMLFormElement) {
	const page = JSON.parse(form.dataset.note!) as Page;
	/** Of the note that comes of it: what is typed is kept under it. */
	const { form_id: id } = valuesOf(form);
	let kept = JSON.stringify(valuesOf(form));
	savingByItself<News>(form, {
		path: location.pathname + location.search,
		key: page.key,
		valuesOf,
		isChanged: (values) => JSON.stringify(values) !== kept,
		settle(_form, values) {
			kept = JSON.stringify(values);
			const here = new URL(location.href);
			here.searchParams.set('entwurf', String(id)); // a reload finds it
			history.replaceState(history.state, '', here);
		},
		restore(form) {
			const copy = find(page.key);
			if (page.isAnswer || !copy) return false;
			if (copy.form_id !== id && JSON.stringify({ ...copy, form_id: id }) === kept) {
				drop(page.key);
				return false;
			}
			for (const [name, value] of Object.entries(copy)) fill(form, name, value);
			return true;
		}
	});
}

function valuesOf(form: HTMLFormElement): Values {
	return Object.fromEntries(
		[...new FormData(form)].filter(([name]) => name !== 'go').map(([name, value]) => [name, String(value)])
	);
}
