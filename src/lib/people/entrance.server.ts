import { redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { begin } from '#lib/server/session.ts';
import { deviceOf } from './device.ts';
import * as secondFactors from './second-factors.server.ts';
import { hashOf } from './secrets.ts';

/** Signs a person in on this device and leads on; whoever has a second factor is asked for it first. @param path a page of ours */
export async function enter(event: RequestEvent, personId: string, path: string): Promise<never> {
	const token = await secondFactors.challenge(personId, path);
	if (token) redirect(303, href('/sign-in/second-factor/[token]', { token }));
	return open(event, personId, path);
}

/** The second factor was shown: its challenge opens one session. */
export function enterPassed(event: RequestEvent, token: string, passed: secondFactors.Passed) {
	return open(event, passed.personId, passed.returnTo, hashOf(token));
}

async function open(
	{ cookies, request, url }: RequestEvent,
	personId: string,
	path: string,
	challengeHash?: string
): Promise<never> {
	const device = deviceOf(request.headers.get('user-agent'));
	await begin(cookies, url.protocol === 'https:', personId, device, challengeHash);
	redirect(303, path);
}
