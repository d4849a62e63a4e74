import type { IncomingMessage } from 'node:http';
import type { Problem } from '../api/problem.ts';

/** What the framework would refuse of a request to the interface, in its own words, before any code of ours is asked. */
export function apiRefusal({
	method = 'GET',
	url = '/',
	headers
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Problem | null {
	if (!url.startsWith('/api/')) return null;
	if (!isReadable(url))
		return problemOf(400, 'INPUT', 'Die Adresse enthält Zeichen, die sich nicht lesen lassen.');
	const hasBody = Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined;
	const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i;
	if (method !== 'GET' && hasBody && isForm.test(headers['content-type'] ?? 'text/plain'))
		return problemOf(415, 'MEDIA', 'Bitte senden Sie JSON, als „Content-Type: application/json“.');
	return null;
}

export const problemOf = (status: number, code: string, title: string): Problem => ({
	type: `/api/v1/openapi.json#${code}`,
	title,
	status,
	code
});

function isReadable(url: string): boolean {
	try {
		return Boolean(decodeURI(url.replace(/\?.*/, '')));
	} catch {
		return false;
	}
}
