import { error } from '@sveltejs/kit';
import * as preferences from '#lib/mail/preferences.server.ts';
import type { RequestHandler } from './$types';

/** A mail program's own button (RFC 8058), which must not be led elsewhere. Some send no body at all; what is in it says nothing new. */
export const POST: RequestHandler = async ({ params }) => {
	if (!(await preferences.end(params.token))) error(404);
	return new Response(null, { status: 200 });
};
