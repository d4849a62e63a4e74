import { redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as signIns from '#lib/people/sign-ins.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { refused } from '#lib/server/forms.ts';
import { placeOf } from '#lib/server/place.ts';

/** Another mail in one click. An attempt that is forgotten leads to the beginning. */
export async function sendAgain(
	event: Pick<RequestEvent, 'locals' | 'cookies' | 'getClientAddress'>,
	attempt: Parameters<typeof signIns.again>[0]
) {
	const from = { ...placeOf(event), authority: event.locals.authority };
	let id: string;
	try {
		id = await signIns.again(attempt, from);
	} catch (error) {
		if (error instanceof Refusal && error.code === 'EXPIR') redirect(303, href('/sign-in'));
		return refused(error, {});
	}
	redirect(303, `${href('/sign-in/[attempt=uuid]', { attempt: id })}?neu=1`);
}
