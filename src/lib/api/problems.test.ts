import { error, type RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { problems } from './problems.server.ts';

const at = (path: string, resolve: () => Response) =>
	problems({
		event: { url: new URL(path, 'https://landkreis.example') } as RequestEvent,
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
	expect(response.status).toBe(429);
	expect(await response.json()).toMatchObject({
		code: 'LIMIT',
		title: expect.stringContaining('15 Minuten')
	});
});

test('pages are left alone', async () => {
	expect(await (await at('/bedarfe', wrongMethod)).text()).toBe('PUT method not allowed');
	await expect(at('/anmelden', tooMany)).rejects.toMatchObject({ status: 429 });
});
