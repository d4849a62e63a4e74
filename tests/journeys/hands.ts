import { expect, type Locator } from '@playwright/test';

/** How a person works with a page: the same story is told with a mouse and by keyboard alone. */
export interface Hands {
	/** Follows a link or presses a button. */
	press: (target: Locator) => Promise<void>;
	/** Replaces what stands in a field. */
	write: (field: Locator, text: string) => Promise<void>;
	/** Ticks a box or chooses a radio button. */
	tick: (box: Locator) => Promise<void>;
	/** Chooses from a list by the words of an entry. */
	select: (list: Locator, entry: string) => Promise<void>;
}

export const mouse: Hands = {
	press: (target) => target.click(),
	write: (field, text) => field.fill(text),
	tick: (box) => box.check(),
	select: async (list, label) => void (await list.selectOption({ label }))
};

/** Tab, arrows, space, enter and typing; wherever the focus stops, it is seen. */
export const keyboard: Hands = {
	async press(target) {
		await reach(target);
		await target.page().keyboard.press('Enter');
	},
	async write(field, text) {
		await reach(field);
		await field.page().keyboard.press('Control+A');
		await field.page().keyboard.type(text);
		await expect(field).toHaveValue(text);
	},
	async tick(box) {
		const { keyboard } = box.page();
		if ((await box.getAttribute('type')) !== 'radio') {
			await reach(box);
			if (!(await box.isChecked())) await keyboard.press('Space');
			return expect(box).toBeChecked();
		}
		const name = await box.getAttribute('name');
		await reach(box.page().locator(`input[type=radio][name="${name}"]`));
		await keyboard.press('Space');
		for (let turn = 0; turn < 20 && !(await box.isChecked()); turn++) await keyboard.press('ArrowDown');
		await expect(box).toBeChecked();
	},
	async select(list, entry) {
		await reach(list);
		await list.page().keyboard.type(entry);
		await expect(list.locator('option:checked')).toHaveText(entry);
	}
};

/** Tabs on to the first of these that comes, as far as the whole page and once around. */
async function reach(target: Locator) {
	await target.first().waitFor();
	for (let stop = 0; stop < 250; stop++) {
		const { isThere, ring } = await target.evaluateAll(look);
		if (ring !== null) expect(ring, 'width of the focus ring in px').toBeGreaterThanOrEqual(3);
		if (isThere) return;
		await target.page().keyboard.press('Tab');
	}
	throw new Error(`not reached by Tab: ${target}`);
}

/** Runs in the page. `ring` is null while nothing one can work with has the focus. */
function look(targets: Element[]) {
	const at = document.activeElement;
	const isThere = at !== null && targets.includes(at);
	if (!at?.matches('a, button, input, select, textarea, summary')) return { isThere, ring: null };
	const { outlineStyle, outlineWidth } = getComputedStyle(at);
	return { isThere, ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
}
