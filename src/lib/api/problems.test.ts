import { error, type RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { Refusal } from '#lib/server/refusal.ts';
import { problems } from './problems.server.ts';

const at = (path: string, resolve: () => Response) =>
	problems({
		event: {
			url: new URL(path, 'https://landkreis.example'),
			locals: {},
			route: { id: null }
		} as RequestEvent,
		resolve: async () => resolve()
	});
const wrongMethod = () => new Response('PUT method not allowed', { status: 405, headers: { allow: 'GET' } });
const tooMany = () => error(429, 'errors_limit');

test('programs are told as a problem which methods there are', async () => {
	const response = await at('/api/v1/calls', wrongMethod);
	expect(response.status).toBe(405);
	expect(response.headers.get('allow')).toBe('GET');
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(await response.json()).toMatchObject({ status: 405, code: 'METHD' });
});

test('programs that ask too often are told so as a problem', async () => {
	const response = await at('/api/v1/need-report-drafts', tooMany);
	expect(response.headers.get('retry-after')).toBe('900');
	expect(await response.json()).toMatchObject({
		code: 'LIMIT',
		title: expect.stringContaining('15 Minuten')
	});
});

test.each([
	[400, 'INPUT'],
	[404, 'NOTFD'],
	[413, 'SIZE'],
	[415, 'MEDIA'],
	[503, 'DOWN'],
	[500, 'ERROR']
])('what the framework refuses with %i is a problem', async (status, code) => {
	const page = () => new Response('<h1>Fehler</h1>', { status, headers: { 'content-type': 'text/html' } });
	const response = await at('/api/v2/gibt-es-nicht', page);
	expect(response.status).toBe(status);
	expect(response.headers.get('content-type')).toBe('application/problem+json');
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.has('retry-after')).toBe(status === 503);
	expect(await response.json()).toMatchObject({ status, code });
});

test('what breaks on the way is a problem, and says nothing of itself', async () => {
	const response = await at('/api/v1/calls', () => {
		throw new Error('row with a name');
	});
	expect(response.status).toBe(500);
	expect(await response.text()).not.toContain('name');
	const away = await at('/api/v1/calls', () => {
		throw new Refusal('PGRST001', 503, 'errors_unavailable');
	});
	expect(away.status).toBe(503);
	expect(away.headers.get('retry-after')).toBe('60');
});

test('pages are left alone', async () => {
	expect(await (await at('/bedarfe', wrongMethod)).text()).toBe('PUT method not allowed');
	await expect(at('/anmelden', tooMany)).rejects.toMatchObject({ status: 429 });
});
