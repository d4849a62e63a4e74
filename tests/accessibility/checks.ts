import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every rule that axe has, and contrast of 7:1 beside them; none is waived. */
export async function expectNoBarriers(page: Page, where: string) {
	const axe = new AxeBuilder({ page })
		.setLegacyMode()
		.options({ runOnly: rules, rules: { 'color-contrast-enhanced': { enabled: true } } });
	const { violations } = await axe.analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n\t')}`);
	expect.soft(found, where).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectNoSideways(page: Page, where: string) {
	const wide = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const sticksOut = (element: Element) => element.getBoundingClientRect().right > clientWidth + 1;
		const out = [...document.querySelectorAll('body *')].filter(sticksOut);
		return [
			`${scrollWidth} > ${clientWidth}`,
			...out.slice(-3).map(({ outerHTML }) => outerHTML.slice(0, 120))
		];
	});
	expect.soft(wide, `sideways: ${where}`).toEqual([]);
}

/** One h1, and a title that says the page and whose it is. */
export async function expectOneHeading(page: Page, where: string) {
	const h1 = page.getByRole('heading', { level: 1 });
	await expect.soft(h1, where).toHaveCount(1);
	const words = await h1.first().innerText();
	const title = await page.title();
	expect.soft(title, where).toMatch(/ – Augenhöhe$/);
	expect.soft(title.length, where).toBeGreaterThan(' – Augenhöhe'.length + 2);
	expect.soft(words.trim(), where).not.toBe('');
}

/** What one presses is at least 44 px high, where the finger is not in the middle of a sentence. */
export async function expectLargeTargets(page: Page, where: string) {
	const small = await page.evaluate(() => {
		const targets =
			'button, .button, input:not([type=hidden]), select, textarea, summary, header nav a, footer a, .actions a, .tasks a';
		const areaOf = (element: Element) =>
			element.matches('[type=radio], [type=checkbox]') ? (element.closest('.option') ?? element) : element;
		const isShown = (element: Element) => {
			const { width, height } = element.getBoundingClientRect();
			return (
				width > 1 &&
				height > 1 &&
				element.checkVisibility() &&
				!element.closest('[aria-hidden=true], .sr-only')
			);
		};
		return [...document.querySelectorAll(targets)]
			.filter(isShown)
			.map((element) => ({ element, height: areaOf(element).getBoundingClientRect().height }))
			.filter(({ height }) => height < 43.5)
			.map(({ element, height }) => `${Math.round(height)} px: ${element.outerHTML.slice(0, 100)}`);
	});
	expect.soft(small, `small targets: ${where}`).toEqual([]);
}
