import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { openInterface } from '#lib/server/embedded/interface.ts';

/**
 * A project of Supabase as far as it can be had here: the interface behind http, with keys and a secret of its own.
 * `environment` leads to it, `heard` are the keys that came with the calls.
 */
export async function openProject(databaseUrl: string) {
	const jwtSecret = 'x'.repeat(32);
	const project = await openInterface(databaseUrl, jwtSecret);
	const heard: (string | undefined)[] = [];
	const server = createServer(async (request, response) => {
		heard.push(request.headers.apikey?.toString());
		const { status, headers, body } = await project.fetch(await requestOf(request));
		response.writeHead(status, Object.fromEntries(headers));
		response.end(body && Buffer.from(await new Response(body).arrayBuffer()));
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		heard,
		environment: {
			DATABASE_URL: databaseUrl,
			SUPABASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
			SUPABASE_ANON_KEY: 'sb_publishable_trial_key_00',
			SUPABASE_SERVICE_ROLE_KEY: 'sb_secret_trial_key_000000',
			SUPABASE_JWT_SECRET: jwtSecret
		},
		async close() {
			server.close();
			server.closeAllConnections();
			await project.close();
		}
	};
}

async function requestOf(request: IncomingMessage): Promise<Request> {
	const { method, url, headers } = request;
	const body = method === 'GET' || method === 'HEAD' ? undefined : await text(request);
	return new Request(`http://localhost${url}`, { method, headers: headers as Record<string, string>, body });
}
