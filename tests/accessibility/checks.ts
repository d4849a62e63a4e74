import { expect, type Page } from '@playwright/test';
import type Axe from 'axe-core';
import { readFileSync } from 'node:fs';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const contrast = 'color-contrast-enhanced';
/* Every rule that axe has; none is waived. Contrast is measured once, against 7:1: axe would leave to its weaker rule
   what does not even reach 4.5:1, so the lower bound goes. */
const options: Axe.RunOptions & { checks: object } = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	rules: { 'color-contrast': { enabled: false }, [contrast]: { enabled: true } },
	checks: {
		[contrast]: {
			options: { contrastRatio: { normal: { minThreshold: 0 }, large: { minThreshold: 0 } } }
		}
	},
	resultTypes: ['violations']
};

export async function expectNoBarriers(page: Page, where: string) {
	expect.soft(await barriers(page), where).toEqual([]);
}

/** What axe finds, each rule with the elements that break it. A page takes axe in once, not for every look at it. */
export async function barriers(page: Page): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
	return page.evaluate(async (options) => {
		const { axe } = window as unknown as { axe: typeof Axe };
		const { violations } = await axe.run(options);
		return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n\t')}`);
	}, options);
}

/**
 * A page sends a script, or asks for one, or holds words for those who run none: exactly when it `may`, while it shows how
 * far something has come, and where it keeps what is typed.
 */
export async function expectScript(page: Page, may: boolean, where: string) {
	const signs = page.locator('script, noscript, link[rel=modulepreload], link[as=script]');
	const isHelped = (await page.locator('[data-progress], [data-keeps]').count()) > 0;
	expect.soft((await signs.count()) > 0, `sends a script: ${where}`).toBe(may || isHelped);
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
