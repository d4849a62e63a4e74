import { redirect, type RequestEvent } from '@sveltejs/kit';
import { begin } from '#lib/server/session.ts';
import { deviceOf } from './device.ts';

/** Signs a person in on this device and leads on. @param path a page of ours */
export async function enter(
	{ cookies, request, url }: RequestEvent,
	personId: string,
	path: string
): Promise<never> {
	const device = deviceOf(request.headers.get('user-agent'));
	await begin(cookies, url.protocol === 'https:', personId, device);
	redirect(303, path);
}
