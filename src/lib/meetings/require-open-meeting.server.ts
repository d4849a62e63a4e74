import { redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import type { Meeting } from './meeting.ts';
import * as meetings from './meetings.server.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'> & { params: { id: string } };

/**
 * The meeting that is to be changed. Once it is cancelled or has begun, its pages lead to its own one; a form that comes
 * too late is not sent on, so that its sentence and what was typed are there.
 */
export async function requireOpenMeeting(event: Event): Promise<Meeting> {
	const meeting = await meetings.find(event.locals.db, event.params.id);
	if (!meeting.canChange && event.request.method === 'GET')
		redirect(303, href('/meetings/[id=uuid]', { id: meeting.id }));
	return meeting;
}
