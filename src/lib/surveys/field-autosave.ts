import type { Status } from '#lib/ui/autosave.ts';
import { drop, find, type Values } from '#lib/ui/device-copies.ts';
import { changedEarly, fill, hidden, savingByItself } from '#lib/ui/form-autosave.ts';
import { filledIn, isSame, shown, type FilledIn } from './survey-form.ts';
import type { SurveyField } from './survey.ts';

/** What the server says after it saved. */
export type Saved = { revision: number; savedAt: string; savedBy: string };

interface Page {
	/** Where the form is sent. */
	path: string;
	addresseeId: string;
	/** As stored when the page was made. */
	field: SurveyField;
	/** The page answers a form just sent: what was typed stands in it already. */
	isAnswer: boolean;
	/** Something was typed before the scripts had come (`typedAlready`). */
	isTyped: boolean;
	say: (status: Status | 'restored') => void;
	hear: (saved: Saved) => void;
}

/** Lets the form of a field save by itself. It is stored as a whole: two windows that change it collide. */
export function autosaving({ path, addresseeId, field, isAnswer, ...page }: Page) {
	const key = `abfrage:${addresseeId}:${field.key}`;
	let base: Omit<FilledIn, 'revision'> = startOf(field);
	return savingByItself<Saved>({
		...page,
		path,
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
			if (isAnswer || !copy) return false;
			if (isSame(filledIn(copy), base)) {
				drop(key);
				return false;
			}
			putBack(form, copy);
			return true;
		}
	});
}

/** What was typed or chosen while the scripts were still on their way. */
export function typedAlready(): Values | null {
	const early = changedEarly('main form:has([name=revision])');
	return early && valuesOf(early.form);
}

function startOf(field: SurveyField) {
	const { choice, ...rest } = shown(field, null);
	return { choice: (choice || null) as FilledIn['choice'], ...rest };
}

function valuesOf(form: HTMLFormElement): Values {
	const data = new FormData(form);
	const names = [...new Set(data.keys())].filter((name) => name !== 'go');
	const texts = (name: string) => data.getAll(name).map(String);
	return Object.fromEntries(
		names.map((name) => [name, name === 'unknown' ? texts(name) : (texts(name)[0] ?? '')])
	);
}

/** With the revision it was made from: what was changed elsewhere since then shows up. */
function putBack(form: HTMLFormElement, copy: Values) {
	const { choice, unknown } = filledIn(copy);
	for (const textarea of form.querySelectorAll('textarea'))
		fill(form, textarea.name, copy[textarea.name] ?? '');
	fill(form, 'choice', choice ?? '');
	fill(form, 'unknown', unknown);
	hidden(form, 'revision').value = String(copy.revision);
}
