import type { EditorState } from 'prosemirror-state';
import { listAround, noteAround, pictureAround, tableAround } from './around.ts';
import { actions, type Action, type ActionName } from './actions.ts';

/*
 * The toolbar: one stop for Tab, arrows within (ARIA Authoring Practices, toolbar). What does not go here can be reached, and says so.
 */

const groups: Record<string, (state: EditorState) => boolean> = {
	list: ({ selection }) => listAround(selection) !== undefined,
	table: ({ selection }) => tableAround(selection) !== undefined,
	picture: ({ selection }) => pictureAround(selection) !== undefined,
	note: ({ selection }) => noteAround(selection) !== undefined
};

export interface Toolbar {
	update: (state: EditorState) => void;
	focus: () => void;
}

/** @param press does what a button is there for @param leave brings back to the text */
export function toolbarFor(
	bar: HTMLElement,
	press: (name: string, button: HTMLElement) => void,
	leave: () => void
): Toolbar {
	const all = [...bar.querySelectorAll<HTMLButtonElement>('button[data-do]')];
	const isShown = (button: HTMLElement) => !button.closest('[data-group][hidden]');
	const shown = () => all.filter(isShown);
	let current: HTMLElement | undefined;
	const stopAt = (button: HTMLElement | undefined) => {
		for (const one of all) one.tabIndex = one === button ? 0 : -1;
		current = button;
	};
	const go = (button: HTMLElement | undefined) => {
		stopAt(button);
		button?.focus();
	};

	bar.addEventListener('keydown', (event) => {
		const buttons = shown();
		const at = buttons.indexOf(event.target as HTMLButtonElement);
		const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
		if (event.key === 'Escape') leave();
		else if (next === undefined) return;
		else go(buttons.at(next % buttons.length));
		event.preventDefault();
	});
	bar.addEventListener('mousedown', (event) => event.preventDefault()); // what is selected in the text stays so
	for (const button of all)
		button.addEventListener('click', () => {
			stopAt(button);
			press(button.dataset.do ?? '', button);
		});

	return {
		update(state) {
			for (const group of bar.querySelectorAll<HTMLElement>('[data-group]'))
				group.hidden = !groups[group.dataset.group ?? '']?.(state);
			for (const button of all) {
				const action: Action | undefined = actions[button.dataset.do as ActionName];
				if (!action) continue;
				if (action.isOn) button.setAttribute('aria-pressed', String(action.isOn(state)));
				button.setAttribute('aria-disabled', String(!action.run(state)));
			}
			if (!current || !isShown(current)) stopAt(shown()[0]);
		},
		focus: () => go(current)
	};
}
