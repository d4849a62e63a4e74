import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RequestEvent } from '@sveltejs/kit';
import { keptPages } from './kept-pages.ts';

let made = 0;
const handle = keptPages(['/']);

function visit(host: string, cookie?: string, accepted = 'br', search = ''): Promise<Response> {
	const url = new URL(`https://${host}/${search}`);
	const event = {
		url,
		route: { id: '/' },
		isDataRequest: false,
		request: new Request(url, { headers: { 'accept-encoding': accepted } }),
		cookies: { get: () => cookie }
	} as unknown as RequestEvent;
	return Promise.resolve(handle({ event, resolve: async () => new Response(`Seite ${++made}`) }));
}

const read = async (response: Response) =>
	response.headers.get('content-encoding') === 'br'
		? brotliDecompressSync(await response.arrayBuffer()).toString()
		: response.text();

test('whoever is not signed in gets the page that was just made, packed or not', async () => {
	const first = await read(await visit('a.example'));
	expect(await read(await visit('a.example'))).toBe(first);
	expect(await read(await visit('a.example', undefined, ''))).toBe(first);
});

test('another way to read, another host and a search make another page', async () => {
	const first = await read(await visit('b.example'));
	expect(await read(await visit('b.example', 'display:en.normal.normal'))).not.toBe(first);
	expect(await read(await visit('c.example'))).not.toBe(first);
	expect(await read(await visit('b.example', undefined, 'br', '?x=1'))).not.toBe(first);
});

test('whoever is signed in never gets a kept page, nor leaves one', async () => {
	const own = await read(await visit('d.example', 'aaaabbbbccccdddd'));
	expect(await read(await visit('d.example', 'aaaabbbbccccdddd'))).not.toBe(own);
	expect(await read(await visit('d.example'))).not.toBe(own);
});
