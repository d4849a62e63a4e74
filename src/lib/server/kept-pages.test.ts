import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { href } from '../i18n/addresses.ts';
import { keptPages } from './kept-pages.ts';

let made = 0;
let server: Server;

/** Every page it makes has another number. */
beforeAll(async () => {
	vi.stubEnv('LOG_LEVEL', 'silent');
	vi.useFakeTimers({ toFake: ['Date'] });
	const handler = keptPages(['/', '/figures'], ['x-host'], (request, response) => {
		const page = `Seite ${++made}`;
		const accepted = String(request.headers['accept-encoding']);
		response.setHeader('x-request-id', page);
		if (request.headers['x-fails']) return void response.writeHead(503).end(page);
		if (request.headers['x-greets']) response.setHeader('set-cookie', 'gruss=1');
		if (!/br|gzip/.test(accepted)) return void response.end(page);
		response.setHeader('content-encoding', /br/.test(accepted) ? 'br' : 'gzip');
		response.write(/br/.test(accepted) ? brotliCompressSync(page) : gzipSync(page));
		response.end();
	});
	server = createServer(handler);
	await new Promise<void>((done) => server.listen(0, done));
});
afterAll(() => vi.useRealTimers() && vi.unstubAllEnvs() && server.close());

const visit = (host: string, headers: Record<string, string> = {}, path = '/') =>
	fetch(`http://localhost:${(server.address() as AddressInfo).port}${path}`, {
		headers: { 'x-host': host, 'accept-encoding': 'br', ...headers }
	});
const read = async (...of: Parameters<typeof visit>) => (await visit(...of)).text();

test('whoever is not signed in gets the page that was just made, however it is packed', async () => {
	const first = await read('a.example');
	expect(await read('a.example')).toBe(first);
	for (const accepted of ['gzip', 'identity']) {
		const other = await read('a.example', { 'accept-encoding': accepted });
		expect(await read('a.example', { 'accept-encoding': accepted })).toBe(other);
	}
});

test('after five seconds it is made anew', async () => {
	const first = await read('late.example');
	vi.setSystemTime(Date.now() + 5_000);
	expect(await read('late.example')).not.toBe(first);
});

test('a page is made once for many who ask at the same time', async () => {
	const before = made;
	const pages = await Promise.all(Array.from({ length: 20 }, () => read('many.example')));
	expect(new Set(pages).size).toBe(1);
	expect(made).toBe(before + 1);
});

test('every answer has its own number', async () => {
	await read('n.example');
	const [one, other] = await Promise.all([visit('n.example'), visit('n.example')]);
	expect(one.headers.get('x-request-id')).not.toBe(other.headers.get('x-request-id'));
});

test('another way to read, another host and a search make another page', async () => {
	const first = await read('b.example');
	expect(await read('b.example', { cookie: 'session=display:en.normal.normal' })).not.toBe(first);
	expect(await read('c.example')).not.toBe(first);
	expect(await read('b.example', {}, '/?x=1')).not.toBe(first);
	expect(await read('b.example', {}, href('/figures'))).not.toBe(first);
});

test('whoever is signed in never gets a kept page, nor leaves one', async () => {
	const signedIn = { cookie: 'a=b; session=aaaabbbbccccdddd' };
	const own = await read('d.example', signedIn);
	expect(await read('d.example', signedIn)).not.toBe(own);
	expect(await read('d.example')).not.toBe(own);
	expect(await read('d.example', signedIn)).not.toBe(await read('d.example'));
});

test('refusals and answers with a cookie are not kept', async () => {
	for (const header of ['x-fails', 'x-greets']) {
		const first = await read(`${header}.example`, { [header]: '1' });
		expect(await read(`${header}.example`)).not.toBe(first);
	}
});
