import { sentence } from '#lib/i18n/sentence.ts';

/** What went wrong, for programs and the people who read their logs (RFC 9457). */
export interface Problem {
	type: string;
	title: string;
	status: number;
	/** The five letters of the rule, or `SCOPE`, `TOKEN`, `INPUT`, `METHD`, `SIZE`, `MEDIA`, `ERROR`. */
	code: string;
	detail?: string;
	/** Field → sentence; for `WHICH` what one may choose, id → name. */
	errors?: Record<string, string>;
}

/** Seconds until it makes sense to ask again: the window of the limits, a restart of the database. */
const retryAfter: Record<number, string> = { 429: '900', 503: '60' };

/** @param messageKey a key of `errors.*.json` */
export function problem(
	status: number,
	code: string,
	messageKey: string,
	errors?: Record<string, string>
): Response {
	const body: Problem = {
		type: `/api/v1/openapi.json#${code}`,
		title: sentence(messageKey),
		status,
		code,
		...(errors && { errors })
	};
	const headers: Record<string, string> = {
		'content-type': 'application/problem+json',
		'cache-control': 'no-store'
	};
	if (status === 401) headers['www-authenticate'] = 'Bearer';
	const wait = retryAfter[status];
	if (wait) headers['retry-after'] = wait;
	return new Response(JSON.stringify(body), { status, headers });
}
