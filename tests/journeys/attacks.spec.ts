import type { APIRequestContext, APIResponse } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { request as plainRequest } from 'node:http';
import { startServer } from '../../src/lib/server/embedded/server.ts';
import { expect, test } from './database.ts';

const person = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [kern, winkler] = [person(1), person(8)];

/** Sends a form as a browser does from our own pages, or from `origin`. */
const send = (
	request: APIRequestContext,
	path: string,
	form: Record<string, string>,
	origin = test.info().project.use.baseURL!
) => request.post(path, { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
const enter = (request: APIRequestContext, who: string, weiter = '/konto') =>
	send(request, '/anmelden/beispiel', { person: who, weiter });
const isSignedIn = async (request: APIRequestContext) =>
	(await request.get('/konto', { maxRedirects: 0 })).status() === 200;

/* All journeys come from one address of the network, which may ask for so many mails only. */
test.beforeEach(({ owner }) => owner.sql('delete from private.throttles'));

test('a form on another site does nothing here', async ({ request }) => {
	await enter(request, kern);
	const elsewhere = 'https://evil.example';
	for (const path of ['/abmelden', '/konto?/endOthers', '/konto/name', '/anmelden', '/anmelden/beispiel'])
		expect((await send(request, path, { person: winkler }, elsewhere)).status(), path).toBe(403);
	expect(await isSignedIn(request)).toBe(true);
});

test('a link signs nobody out', async ({ request }) => {
	await enter(request, kern);
	expect((await request.get('/abmelden')).status()).toBe(200);
	expect(await isSignedIn(request)).toBe(true);
	expect((await send(request, '/abmelden', {})).status()).toBe(303);
	expect(await isSignedIn(request)).toBe(false);
});

test('an id that was used before signing out opens nothing any more', async ({
	request,
	playwright,
	baseURL
}) => {
	await enter(request, kern);
	const thief = await playwright.request.newContext({ baseURL, storageState: await request.storageState() });
	expect(await isSignedIn(thief)).toBe(true);
	await send(request, '/abmelden', {});
	expect(await isSignedIn(thief)).toBe(false);
	await thief.dispose();
});

test('one cookie, out of reach of scripts and of other sites, new at every sign-in', async ({ request }) => {
	const before = (await enter(request, kern)).headers()['set-cookie'];
	expect(before).toMatch(/^session=[a-z2-7]{40}; /);
	for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Max-Age=2592000'])
		expect(before).toContain(part);
	await enter(request, kern);
	const { cookies } = await request.storageState();
	expect(cookies.map(({ name }) => name)).toEqual(['session']);
	expect(before).not.toContain(cookies[0]!.value);
});

for (const weiter of [
	'https://evil.example',
	'//evil.example',
	'/\\evil.example',
	'/.//evil.example',
	'javascript:0'
])
	test(`signing in does not lead to ${weiter}`, async ({ request }) => {
		expect((await enter(request, kern, weiter)).headers().location).toBe('/start');
	});

test('the sixth mail for an address is refused with a sentence, known or not, and the address stays', async ({
	request
}) => {
	const email = `niemand-${Date.now()}@beispiel.example`;
	let answer: APIResponse;
	for (let i = 0; i < 5; i++) expect((await send(request, '/anmelden', { email })).status()).toBe(303);
	answer = await send(request, '/anmelden', { email });
	expect(answer.status()).toBe(429);
	expect(await answer.text()).toContain('Das waren zu viele Versuche.');
	expect(await answer.text()).toContain(email);
	answer = await send(request, '/anmelden', { email: `  ${email.toUpperCase()}` });
	expect(answer.status()).toBe(429);
});

test('every page says how it may be used, and pages of a person are kept nowhere', async ({ request }) => {
	const open = (await request.get('/anmelden')).headers();
	expect(open).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin'
	});
	const policy = open['content-security-policy']!;
	for (const rule of [
		"default-src 'self'",
		"frame-ancestors 'none'",
		"form-action 'self'",
		"object-src 'none'"
	])
		expect(policy).toContain(rule);
	expect(policy).not.toContain('unsafe-inline');
	expect(open['permissions-policy']).toContain('camera=()');
	expect(open['strict-transport-security']).toBeUndefined(); // plain http
	for (const path of [
		'/einladung/x',
		'/assistenz/x',
		'/gast/x',
		'/adresse/x',
		'/adresse/x/einspruch',
		'/abbestellen/x'
	])
		expect((await request.get(path)).headers()['cache-control'], path).toBe('no-store');
	await enter(request, kern);
	for (const path of ['/konto', '/organisation'])
		expect((await request.get(path)).headers()['cache-control'], path).toBe('no-store');
});

test('whoever invents a host gets no link to it into a mail', async ({ request, baseURL }) => {
	const email = 'demir@beispiel.example';
	await askAs('evil.example', baseURL!, email);
	await expect(async () => {
		const box = await (await request.get('/postfach')).text();
		expect(box).toContain(email);
		expect(box).not.toContain('evil.example');
	}).toPass({ timeout: 10_000 });
});

test('a form of half a megabyte is answered, not fallen over', async ({ request }) => {
	expect((await send(request, '/anmelden', { email: 'x'.repeat(400_000) })).status()).toBe(400);
	expect((await send(request, '/anmelden', {})).status()).toBe(400);
	expect((await send(request, '/anmelden?/nothing', { email: 'a' })).status()).toBeLessThan(500);
});

test.describe('without the sample mode', () => {
	let server: ChildProcess;
	let address: string;

	test.beforeAll(async () => {
		const { url } = await startServer(process.env.TEST_DATA_DIR!);
		const port = 20_000 + Math.floor(Math.random() * 20_000);
		address = `http://localhost:${port}`;
		const env = {
			DATABASE_URL: url,
			ORIGIN_URL: address,
			SMTP_URL: 'smtp://127.0.0.1:9',
			MAIL_FROM: 'a@b.example'
		};
		const given = { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
		server = spawn(process.execPath, ['src/bin/serve.ts'], { env: given, stdio: 'ignore' });
		await expect(async () => expect((await fetch(`${address}/health`)).ok).toBe(true)).toPass({
			timeout: 50_000
		});
	});
	test.afterAll(() => void server.kill('SIGTERM'));

	test('the door of the sample people does not exist', async ({ request }) => {
		const page = await (await request.get(`${address}/anmelden`)).text();
		expect(page).not.toContain('Frau Kern');
		expect(page).not.toContain('/anmelden/beispiel');
		const answer = await send(request, `${address}/anmelden/beispiel`, { person: kern }, address);
		expect(answer.status()).toBe(404);
		expect(answer.headers()['set-cookie']).toBeUndefined();
		expect((await request.get(`${address}/postfach`)).status()).toBe(404);
	});
});

/** A request with a Host of one's own, as no browser sends it. */
function askAs(host: string, base: string, email: string): Promise<number> {
	const { hostname, port } = new URL(base);
	return new Promise((done, fail) => {
		const asked = plainRequest(
			{
				hostname,
				port,
				path: '/anmelden',
				method: 'POST',
				headers: {
					host,
					origin: `http://${host}`,
					accept: 'text/html',
					'content-type': 'application/x-www-form-urlencoded'
				}
			},
			(answer) => done(answer.resume().statusCode ?? 0)
		);
		asked.on('error', fail).end(new URLSearchParams({ email }).toString());
	});
}
