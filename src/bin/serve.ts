// Serves the build: our entry round the one that the adapter makes. Needs the packages.
import { readFileSync } from 'node:fs';
import {
	createServer,
	type IncomingMessage,
	type RequestListener,
	type Server,
	type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Problem } from '../lib/api/problem.ts';
import { routeOf } from '../lib/i18n/addresses.ts';
import { apiRefusal, problemOf } from '../lib/server/api-refusal.ts';
import { bodyRefusal, largestBody } from '../lib/server/body-limit.ts';
import { compressed } from '../lib/server/compressed.ts';
import { keptPages } from '../lib/server/kept-pages.ts';
import { log } from '../lib/server/log.ts';
import { plainPage } from '../lib/server/plain-page.ts';
import { readSettings, type Settings } from '../lib/server/settings.ts';
import { StartFailure } from '../lib/server/start-failure.ts';
import { whenAbandoned } from './commands.js';
import { greet } from './greeting.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const frame = readFileSync(new URL('../error.html', import.meta.url), 'utf8');
const tooMuch = 'Das ist zu viel auf einmal';
const protocolHeader = 'x-augenhoehe-protocol';
let stopping = false;

process.on('unhandledRejection', (error) => log.error('unhandled', error)); // one defect must not end everybody's visit

try {
	const settings = readSettings(process.env);
	tellAdapter(settings);
	let answer: RequestListener = starting;
	const server = createServer((request, response) => answer(request, response));
	await listen(server, settings);
	const opening = import(new URL('../../build/handler.js', import.meta.url).href);
	stopOnSignal(server, opening);
	const { handler } = await opening;
	await greet(settings, (server.address() as AddressInfo).port);
	answer = settings.roles.includes('web') ? application(handler) : healthOnly(handler);
	process.send?.('ready'); // to whom brings us back, should we fall
} catch (error) {
	if (!stopping) await giveUp(error);
}

async function giveUp(error: unknown) {
	console.error((error as Error).name === 'StartFailure' ? (error as Error).message : error);
	await shutdown();
	process.exit(1);
}

/**
 * The adapter takes every request for https unless told. Behind a proxy we trust, the proxy tells; otherwise we do,
 * for we serve plain http. A fixed public address wins.
 */
function tellAdapter({ trustsProxy }: Settings) {
	process.env.PROTOCOL_HEADER = trustsProxy ? 'x-forwarded-proto' : protocolHeader;
	if (trustsProxy) {
		process.env.HOST_HEADER = 'x-forwarded-host';
		process.env.ADDRESS_HEADER = 'x-forwarded-for';
	}
	process.env.BODY_SIZE_LIMIT = String(largestBody); // smaller for most pages: see `application`
	if (process.env.ORIGIN_URL) process.env.ORIGIN = process.env.ORIGIN_URL.replace(/\/$/, '');
}

function application(handler: Handler): RequestListener {
	const { PROTOCOL_HEADER = '', HOST_HEADER = 'host' } = process.env;
	const made = compressed((request, response) =>
		handler(request, response, () => response.writeHead(404).end())
	);
	const answer = keptPages(['/', '/figures'], [PROTOCOL_HEADER, HOST_HEADER], made);
	return (request, response) => {
		const refusal = bodyRefusal(request);
		if (refusal) return tooLarge(request, response, refusal);
		const problem = apiRefusal(request);
		if (problem) return tell(response, problem);
		request.headers[protocolHeader] = 'http';
		admitOneClick(request);
		answer(request, response);
	};
}

/**
 * Mail programs end a subscription by a form that their own servers send, which names no page it comes from (RFC 8058).
 * The signed address is all it needs; with a cookie it would be a browser's, and those always say where a form comes from.
 */
function admitOneClick({ method, url, headers }: IncomingMessage) {
	if (
		method !== 'POST' ||
		!routeOf(url ?? '').startsWith('/unsubscribe/') ||
		headers.origin ||
		headers.cookie
	)
		return;
	const { ORIGIN, PROTOCOL_HEADER = '', HOST_HEADER = 'host' } = process.env;
	headers.origin = ORIGIN ?? `${headers[PROTOCOL_HEADER]}://${headers[HOST_HEADER]}`;
}

/** A process that only does jobs is there for whoever watches over it. */
function healthOnly(handler: Handler): RequestListener {
	const answer = application(handler);
	return (request, response) => (request.url === '/health' ? answer(request, response) : noPages(response));
}

function noPages(response: ServerResponse) {
	response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
	response.end(
		plainPage(frame, 'Hier gibt es keine Seiten', 'Dieses Programm erledigt nur Aufträge (ROLE=jobs).')
	);
}

/** Before anything of it is used. What is not endless is read past, for a browser that is cut off shows no answer. */
function tooLarge(request: IncomingMessage, response: ServerResponse, status: 411 | 413) {
	if (!(Number(request.headers['content-length']) <= largestBody)) response.setHeader('connection', 'close');
	if (request.url?.startsWith('/api/')) return tell(response, problemOf(status, 'SIZE', `${tooMuch}.`));
	response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
	response.end(
		plainPage(
			frame,
			tooMuch,
			'Bitte gehen Sie mit der Zurück-Taste zurück und senden Sie weniger oder eine kleinere Datei.'
		)
	);
}

/** To programs. */
function tell(response: ServerResponse, problem: Problem) {
	const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
	response.writeHead(problem.status, headers);
	response.end(JSON.stringify(problem));
}

/** Until the database is there. */
function starting(request: IncomingMessage, response: ServerResponse) {
	if (request.url?.startsWith('/api/')) {
		response.setHeader('retry-after', '2');
		return tell(response, problemOf(503, 'DOWN', 'Die Seiten werden gerade gestartet.'));
	}
	const isHealth = request.url === '/health';
	response.writeHead(503, {
		'content-type': isHealth ? 'application/json' : 'text/html; charset=utf-8',
		'retry-after': '2'
	});
	response.end(
		isHealth
			? '{"live":true,"ready":false}'
			: plainPage(frame, 'Die Seiten werden gerade gestartet', 'Bitte laden Sie gleich noch einmal.')
	);
}

function listen(server: Server, { port, host }: Settings) {
	return new Promise<void>((done, fail) => {
		server.once('error', (error) => fail(portFailure(error, port)));
		server.listen(port, host, done);
	});
}

function portFailure({ code }: NodeJS.ErrnoException, port: number): StartFailure {
	return new StartFailure(portSentence(code, port));
}

function portSentence(code: string | undefined, port: number): string {
	if (code === 'EADDRINUSE')
		return `Der Anschluss ${port} ist belegt: Bitte beenden Sie das andere Programm oder wählen Sie einen anderen, zum Beispiel mit PORT=${port + 1} npm start.`;
	if (code === 'EACCES')
		return `Der Anschluss ${port} darf von diesem Benutzer nicht geöffnet werden: Bitte wählen Sie mit PORT einen über 1023.`;
	return `Der Anschluss ${port} ließ sich nicht öffnen (${code}): Bitte prüfen Sie PORT und HOST.`;
}

/**
 * Lets running requests end, then closes jobs and database in turn, once they are open. A second signal changes
 * nothing: it takes seconds at most.
 */
function stopOnSignal(server: Server, opening: Promise<unknown>) {
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		server.close();
		server.closeIdleConnections();
		setTimeout(() => server.closeAllConnections(), 3000).unref();
		await opening.catch(() => {});
		await shutdown();
		process.exit(0);
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
	whenAbandoned(stop);
}

async function shutdown() {
	await (globalThis as { augenhoeheShutdown?: () => Promise<void> }).augenhoeheShutdown?.();
}
