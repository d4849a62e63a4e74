import type { Page } from '@playwright/test';
import {
	barriers,
	expectLargeTargets,
	expectNoBarriers,
	expectNoSideways,
	expectOneHeading,
	expectScript
} from './accessibility/checks.ts';
import { forgotten, maySendScript, site, type Place } from './accessibility/site.ts';
import { setStage } from './accessibility/stage.ts';
import { expect, test } from './journeys/database.ts';
import { cast, signIn, type Member } from './journeys/people.ts';
import { summary } from './journeys/reporting.ts';

test.describe.configure({ mode: 'parallel' });

let places: ReturnType<typeof site>;
test.beforeAll(async ({ owner }) => {
	const [holding] = await owner.sql(
		`select id from public.holdings where post_id = '20000000-0000-4000-8000-000000000111' limit 1`
	);
	places = site(await setStage(owner.sql), holding.id);
});

test('no page of the site is forgotten here', () => {
	expect(forgotten(Object.values(places).flat())).toEqual([]);
});

for (const who of ['signed out', ...(Object.keys(cast) as Member[])] as const) {
	test(`every page is usable by everybody: ${who}`, async ({ page, baseURL }) => {
		test.setTimeout(900_000);
		const elsewhere: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(baseURL!) && !request.url().startsWith('data:'))
				elsewhere.push(request.url());
		});
		if (who !== 'signed out') await signIn(page, who);
		for (const place of places[who]) await look(page, place);
		expect(elsewhere).toEqual([]);
		const cookies = (await page.context().cookies()).map(({ name }) => name);
		expect(cookies).toEqual(who === 'signed out' ? [] : ['session']);
	});
}

const missing = ['/gibt-es-nicht', '/nicht-gefunden'];

/** Looks at a page; then, if its form `isSent` as it stands, at what it says about it. */
async function look(page: Page, { address, isSent }: Place) {
	const answer = await page.goto(address);
	expect.soft(answer?.status(), address).toBe(missing.includes(address) ? 404 : 200);
	if (!address.startsWith('/q/'))
		expect.soft(new URL(page.url()).pathname, address).toBe(address.replace(/\?.*/, ''));
	await onTheDesk(page, address);
	await expectNoBarriers(page, `${address}, on a desk in the light`);
	await onThePhone(page, address);
	if (!isSent) return;

	const where = `${address}, sent as it stands`;
	await page.locator('main .actions button.primary').first().click({ timeout: 5000 });
	await expect(summary(page), where).toBeFocused();
	await expect.soft(page, where).toHaveTitle(/^Fehler: /);
	await onTheDesk(page, where);
	await onThePhone(page, where);
}

/** In the light, and with text twice as large. */
async function onTheDesk(page: Page, where: string) {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.setViewportSize({ width: 1280, height: 900 });
	await expectOneHeading(page, where);
	await expectLargeTargets(page, where);
	await expectScript(page, maySendScript(new URL(page.url()).pathname), where);
	await enlarge(page, '225%'); // twice the 112.5 % of the style sheet
	await expectNoSideways(page, `${where}, text twice as large`);
	await enlarge(page, '');
}

/** In the dark. */
async function onThePhone(page: Page, where: string) {
	await page.emulateMedia({ colorScheme: 'dark' });
	await page.setViewportSize({ width: 320, height: 700 });
	await expectNoSideways(page, `${where}, on a phone`);
	await expectLargeTargets(page, `${where}, on a phone`);
	await expectNoBarriers(page, `${where}, on a phone in the dark`);
}

const enlarge = (page: Page, size: string) =>
	page.evaluate((size) => void (document.documentElement.style.fontSize = size), size);

test('a barrier is seen: words too pale by a little or by far, a field that says nothing', async ({
	page
}) => {
	await page.setContent(`<!doctype html><html lang="de"><title>Probe</title><main><h1>Probe</h1>
		<p style="color: #bbb">1,9 : 1</p><p style="color: #707070">4,9 : 1</p><p style="color: #555">7,5 : 1</p><input></main>`);
	expect(await barriers(page)).toEqual([
		expect.stringMatching(/^color-contrast-enhanced: .*1,9 : 1.*\n.*4,9 : 1[^\n]*$/),
		expect.stringMatching(/^label: <input>$/)
	]);
});

test('forced colours and reduced motion leave everything in its place', async ({ page, numberOf }) => {
	await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
	await signIn(page, 'albrecht');
	const report = `/bedarfe/${await numberOf('Rathaus Benneckenstein ohne Rampe')}`;
	for (const address of ['/start', '/bedarfe', '/bedarfe/karte', report, '/konto']) {
		await page.goto(address);
		const moving = await page.evaluate(() => document.getAnimations().length);
		expect.soft(moving, address).toBe(0);
		const button = page.locator('main .button, main button').first();
		if (await button.count()) await expect.soft(button, address).not.toHaveCSS('border-top-style', 'none');
		await expectOneHeading(page, address);
	}
});
