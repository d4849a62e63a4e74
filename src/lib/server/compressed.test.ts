import { setResponse } from '@sveltejs/kit/node';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { bodyOf } from './body.ts';
import { compressed } from './compressed.ts';
import { writeCsv } from './export/write-csv.ts';

/* A long answer, sent as the pages send it, arrives whole in every encoding. */

const rows = Array.from({ length: 20_000 }, (_, n) => ({ n }));
const columns = [
	{ label: 'Was fehlt', width: 40, value: ({ n }: { n: number }) => 'Am Abend '.repeat(40) + n }
];
const list = () => bodyOf(writeCsv({ name: 'Liste', columns, rows, notes: [] }));

let server: Server;
let address: string;
beforeAll(async () => {
	const headers = { 'content-type': 'text/csv; charset=utf-8' };
	server = createServer(
		compressed((_, response) => void setResponse(response, new Response(list(), { headers })))
	);
	await new Promise<void>((done) => server.listen(0, done));
	address = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test.each(['identity', 'gzip', 'br'])('%s', async (encoding) => {
	const warned = vi.fn();
	process.on('warning', warned);
	const response = await fetch(address, { headers: { 'accept-encoding': encoding } });
	expect(response.headers.get('content-encoding') ?? 'identity').toBe(encoding);
	expect((await response.text()).split('\r\n')).toHaveLength(rows.length + 2);
	process.off('warning', warned);
	expect(warned).not.toHaveBeenCalled();
});
