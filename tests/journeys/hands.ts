import { expect, type BrowserContextOptions, type ElementHandle, type Locator } from '@playwright/test';

/** How a person works with a page: the same story is told with a mouse and by keyboard alone. */
export interface Hands {
	/** Follows a link or presses a button. */
	press: (target: Locator) => Promise<void>;
	/** Replaces what stands in a field; a day is written like 2027-03-12. */
	write: (field: Locator, text: string) => Promise<void>;
	/** Ticks a box or chooses a radio button. */
	tick: (box: Locator) => Promise<void>;
	/** Takes the tick out of a box. */
	untick: (box: Locator) => Promise<void>;
	/** Chooses from a list by the words of an entry. */
	select: (list: Locator, entry: string) => Promise<void>;
}

export const mouse: Hands = {
	press: (target) => target.click(),
	write: (field, text) => field.fill(text),
	tick: (box) => box.check(),
	untick: (box) => box.uncheck(),
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
		if ((await field.getAttribute('type')) === 'date') return typeDay(field, text);
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
	async untick(box) {
		await reach(box);
		if (await box.isChecked()) await box.page().keyboard.press('Space');
		await expect(box).not.toBeChecked();
	},
	async select(list, entry) {
		await reach(list);
		// An umlaut is no key here: it would be put into the field that was written in before.
		await list.page().keyboard.type(/^[ -~]*/.exec(entry)![0]);
		await expect(list.locator('option:checked')).toHaveText(entry);
	}
};

/**
 * A main story is told twice. Without JavaScript by mouse: so it goes on every page. By keyboard alone with the scripts
 * that four pages send: what a mouse does there beside them is told by the journeys about typed text and about tables.
 */
export const ways: { how: string; hands: Hands; options: BrowserContextOptions }[] = [
	{ how: 'without JavaScript', hands: mouse, options: { javaScriptEnabled: false } },
	{ how: 'by keyboard alone', hands: keyboard, options: {} }
];

/** A browser asks for day and month in the order of its own language, whatever that of the page. */
async function typeDay(field: Locator, text: string) {
	const { keyboard } = field.page();
	const [year, month, day] = text.split('-');
	for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
		for (let part = 0; part < 2; part++) await keyboard.press('ArrowLeft');
		await keyboard.type(digits);
		if ((await field.inputValue()) === text) return;
	}
	await expect(field).toHaveValue(text);
}

/** Tabs on to the first of these that comes, as far as the whole page and once around. */
async function reach(target: Locator) {
	const page = target.page();
	await target.first().waitFor();
	let targets: ElementHandle[] = [];
	for (let stop = 0; stop < 250; stop++) {
		// By name is a search through the whole page: it is repeated only in case the page has changed meanwhile.
		if (stop % 50 === 0) targets = await target.elementHandles();
		const { isThere, ring } = await page.evaluate(look, targets);
		if (ring !== null) expect(ring, 'width of the focus ring in px').toBeGreaterThanOrEqual(3);
		if (isThere) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`not reached by Tab: ${target}`);
}

/** Runs in the page. `ring` is null while nothing one can work with has the focus. */
function look(targets: Node[]) {
	const at = document.activeElement;
	const isThere = at !== null && targets.includes(at);
	if (!at?.matches('a, button, input, select, textarea, summary')) return { isThere, ring: null };
	const { outlineStyle, outlineWidth } = getComputedStyle(at);
	return { isThere, ring: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth) };
}
