import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import type { ownerOf } from '../database/owner.ts';
import { mouse, type Hands } from './hands.ts';

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

/** Signs a member of the cast in through the door of the sample. @param path where to go then */
export async function signIn(page: Page, member: Member, path = '/start', hands: Hands = mouse) {
	await page.goto(`/anmelden?weiter=${encodeURIComponent(path)}`);
	await hands.press(page.getByRole('button', { name: cast[member], exact: true }));
	await expect(page).toHaveURL(path);
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
