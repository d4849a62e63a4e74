import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright';
import { getBrowser, systemBrowser } from '../../src/bin/browser.js';
import { head, planner } from './fill.ts';
import { drafts } from './plans.ts';
import type { System } from './system.ts';

/** kB after gzip. */
export type Fetched = { page: string; javascript: number; css: number };

/** JavaScript and CSS that a browser really fetches with pages, with nothing kept from before. */
export async function fetchedBy(system: System): Promise<Fetched[]> {
	await getBrowser();
	const browser = await chromium.launch({ executablePath: systemBrowser() });
	try {
		const [draft] = await drafts(system, 1);
		const fetched = [];
		for (const [path, cookie] of [
			['/', ''],
			['/anmelden', ''],
			['/start', planner(0).cookie],
			['/bedarfe', planner(0).cookie],
			['/bedarfe/MAB-2025-12', planner(0).cookie],
			[`/bedarfe/entwurf/${draft}/ort`, head(0).cookie],
			[`/bedarfe/entwurf/${draft}/thema`, head(0).cookie]
		] as const)
			fetched.push(await fetchedWith(browser, system.origin + path, cookie));
		return fetched;
	} finally {
		await browser.close();
	}
}

async function fetchedWith(browser: Browser, address: string, cookie: string): Promise<Fetched> {
	const context = await browser.newContext();
	const [name = '', value = ''] = cookie.split('=');
	if (name) await context.addCookies([{ name, value, url: address }]);
	const page = await context.newPage();
	const sizes: Record<string, number> = { script: 0, stylesheet: 0, fetch: 0 };
	const reading: Promise<unknown>[] = [];
	page.on('response', (response) => {
		const kind = response.request().resourceType();
		const add = (body: Buffer) => (sizes[kind] = (sizes[kind] ?? 0) + gzipSync(body).length / 1000);
		reading.push(response.body().then(add));
	});
	const answer = await page.goto(address, { waitUntil: 'networkidle' });
	if (answer?.status() !== 200) throw new Error(`${address} answered ${answer?.status()}`);
	await Promise.all(reading);
	const inline = await page.locator('script:not([src])').allTextContents();
	await context.close();
	return {
		page: new URL(address).pathname.replace(/[0-9a-f-]{36}/, '…'),
		javascript: (sizes.script ?? 0) + (inline.length ? gzipSync(inline.join('')).length / 1000 : 0),
		css: sizes.stylesheet ?? 0
	};
}
