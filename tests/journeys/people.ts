import {
	expect,
	type APIRequestContext,
	type Browser,
	type BrowserContextOptions,
	type Page
} from '@playwright/test';
import type { ownerOf } from '../database/owner.ts';
import type { Hands } from './hands.ts';

/** The cast of the sample, by heart. */
export const cast = {
	kern: 'Frau Kern',
	voss: 'Herr Voß',
	albrecht: 'Frau Albrecht',
	brandt: 'Herr Brandt',
	seidel: 'Frau Seidel',
	demir: 'Herr Demir',
	lorenz: 'Frau Lorenz',
	winkler: 'Herr Winkler',
	yilmaz: 'Frau Yilmaz'
} as const;
export type Member = keyof typeof cast;

/**
 * Signs a member of the cast in through the door of the sample: with hands on its page, otherwise by what that page sends.
 * @param path where to go then
 */
export async function signIn(page: Page, member: Member, path = '/start', hands?: Hands) {
	const door = `/anmelden?weiter=${encodeURIComponent(path)}`;
	if (hands) {
		await page.goto(door);
		await hands.press(page.getByRole('button', { name: cast[member], exact: true }));
	} else {
		await enter(page.request, member, door);
		await page.goto(path);
	}
	await expect(page).toHaveURL(path);
}

async function enter(request: APIRequestContext, member: Member, door: string) {
	const page = await request.get(door);
	const person = new RegExp(`name="person" value="([^"]+)"[^>]*>${cast[member]}<`).exec(
		await page.text()
	)?.[1];
	const entered = await request.post('/anmelden/beispiel', {
		form: { person: person! },
		headers: { accept: 'text/html', origin: new URL(page.url()).origin },
		maxRedirects: 0
	});
	expect(entered.status()).toBe(303);
}

/** A member of the cast at a device of their own, signed in. */
export async function arrive(
	browser: Browser,
	member: Member,
	{ path, hands, ...options }: BrowserContextOptions & { path?: string; hands?: Hands } = {}
): Promise<Page> {
	const page = await (await browser.newContext(options)).newPage();
	await signIn(page, member, path, hands);
	return page;
}

/** Lets the session of this page, and of no other, run out; comes back when the server has noticed. */
export async function endSession(page: Page, owner: ReturnType<typeof ownerOf>) {
	const [cookie] = await page.context().cookies();
	await owner.sql(
		`update private.sessions set expires_at = now() - interval '1 minute' where id_hash = encode(extensions.digest($1, 'sha256'), 'hex')`,
		[cookie!.value]
	);
	await expect(async () => {
		const answer = await page.request.get('/start', { maxRedirects: 0 });
		expect(answer.status()).toBe(303); // the server may remember a session for five seconds
	}).toPass();
}

/** What distinguishes the data of one journey from that of all others. */
export const unique = (words: string) => `${words} ${Math.random().toString(36).slice(2, 8)}`;
