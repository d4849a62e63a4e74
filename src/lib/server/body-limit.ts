import type { IncomingMessage } from 'node:http';
import { routeOf } from '#lib/i18n/addresses.ts';

const megabyte = 1024 * 1024;
/** 100,000 letters with marks, each sent as six signs, and the rest of the form. */
const form = megabyte;
/** Pages that take files. Where a file is too large, its rest is read past, so that the page can say so. */
const takesFiles: [RegExp, number][] = [
	[/^\/needs\/drafts\/[^/]+\/attachments$/, 100 * megabyte],
	[/^\/[^/]+\/[^/]+\/result\/attachments$/, 100 * megabyte],
	[/^\/documents\/[^/]+\/[^/]+\/[^/]+\/change$/, 12 * megabyte],
	[/^\/documents\/[^/]+\/[^/]+\/import$/, 52 * megabyte],
	[/^\/(needs|administration|organisation|meetings)(\/[^/]+)*\/import$/, 12 * megabyte]
];

/** Files are taken from whoever has signed in; all others are led to the sign-in, and nothing of theirs is read before. */
const session = /(?:^|;\s*)session=[a-z2-7]{40}(?:;|$)/;

/** The most that any page reads, for the adapter. */
export const largestBody = Math.max(...takesFiles.map(([, bytes]) => bytes));

/** Why a request's body is not read: 413 too large, 411 its length is not told. Null when it is. */
export function bodyRefusal({
	url = '/',
	headers
}: Pick<IncomingMessage, 'url' | 'headers'>): 411 | 413 | null {
	const route = routeOf(url.replace(/\?.*/, ''));
	const isGuest = !session.test(headers.cookie ?? '');
	const largest = (!isGuest && takesFiles.find(([page]) => page.test(route))?.[1]) || form;
	if (Number(headers['content-length'] ?? 0) > largest) return 413;
	return headers['transfer-encoding'] && largest < largestBody ? 411 : null;
}
