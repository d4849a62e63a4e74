import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { RequestEvent, ResolveOptions } from '@sveltejs/kit';
import { packed } from './packed.ts';

/** As Kit does: what becomes of the page is hashed and sent. */
async function visit(accepted: string, html = 'Guten Tag '.repeat(100)): Promise<Response> {
	const request = new Request('https://a.example/', { headers: { 'accept-encoding': accepted } });
	const resolve = async (_: RequestEvent, options?: ResolveOptions) => {
		const sent = html && (await options?.transformPageChunk?.({ html, done: true }));
		return new Response(sent, { headers: { etag: `"${sent}"`, 'content-length': '0' } });
	};
	return packed({ event: { request } as RequestEvent, resolve });
}

test('a browser that takes brotli gets the page packed, in one piece', async () => {
	const response = await visit('gzip, deflate, br');
	const body = Buffer.from(await response.arrayBuffer());
	expect(response.headers.get('content-encoding')).toBe('br');
	expect(response.headers.get('content-length')).toBe(String(body.length));
	expect(brotliDecompressSync(body).toString()).toBe('Guten Tag '.repeat(100));
});

test.each(['identity', 'gzip, br;q=0', 'br; q=0.0, gzip'])(
	'one that says %s gets it as it is',
	async (accepted) => {
		const response = await visit(accepted);
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(await response.text()).toBe('Guten Tag '.repeat(100));
	}
);

test('no page is hashed for a tag that nobody asks for', async () => {
	expect((await visit('br')).headers.has('etag')).toBe(false);
});

test('what is no page passes through', async () => {
	expect((await visit('br', '')).headers.get('etag')).toBe('""');
});
