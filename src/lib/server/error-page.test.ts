import { error, type RequestEvent, type ResolveOptions } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { errorPage } from './error-page.ts';

type Answers = (options?: ResolveOptions) => Response | Promise<Response>;

/** What becomes of an answer: status, and the words or where they were fetched. */
async function shown(answers: Answers, { path = '/anlagen/1', headers = {} } = {}) {
	const url = new URL(path, 'https://a.example');
	const event = {
		url,
		route: { id: path.replace('/anlagen', '/attachments') },
		request: new Request(url, { headers: { accept: 'text/html', ...headers } }),
		fetch: async (address: string) => new Response(`fetched ${address}`, { status: 404 })
	} as unknown as RequestEvent;
	const answer = await errorPage({ event, resolve: async (_, options) => answers(options) });
	return [answer.status, await answer.text()];
}
const html = (status: number, text = 'frame') =>
	new Response(text, { status, headers: { 'content-type': 'text/html' } });

test('a file that is not there is the page of the site', async () => {
	expect(await shown(() => html(404))).toEqual([404, 'fetched /nicht-gefunden']);
});

test('what is refused on the way to a page says why', async () => {
	const [status, text] = await shown(() => error(429, 'errors_limit'));
	expect(status).toBe(429);
	expect(text).toContain('<h1>Das waren zu viele Versuche</h1>');
	expect(text).not.toContain('erreichbar');
});

test.each<[what: string, answers: Answers, text: string]>([
	[
		'a page',
		async (options) => html(404, await options?.transformPageChunk?.({ html: 'page', done: true })),
		'page'
	],
	['a file', () => html(200, 'file'), 'file'],
	['what failed', () => html(500, 'frame'), 'frame'],
	[
		'what is no page',
		() => new Response('{}', { status: 404, headers: { 'content-type': 'application/json' } }),
		'{}'
	]
])('%s stays as it is', async (_, answers, text) => expect((await shown(answers))[1]).toBe(text));

test('programs and scripts are told in their own way', async () => {
	const refused = () => error(429, 'errors_limit');
	await expect(shown(refused, { headers: { accept: 'application/json' } })).rejects.toMatchObject({
		status: 429
	});
	await expect(shown(refused, { headers: { 'x-sveltekit-action': 'true' } })).rejects.toMatchObject({
		status: 429
	});
	expect(await shown(() => html(404), { path: '/api/v1/calls' })).toEqual([404, 'frame']);
});
