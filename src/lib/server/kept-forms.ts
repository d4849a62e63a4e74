import type { Handle, RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { ask, asSystem, document } from './database.ts';
import { everything } from './forms.ts';
import { askToSignIn, pathOf } from './guard.ts';
import { fieldsOf } from './multipart.ts';
import { isPublic } from './public-routes.ts';
import { forgetOwn } from './session.ts';

/*
 * What was typed while the session ran out, or was ended from elsewhere, is kept for the person it belonged to, and is in
 * the form again once the same person has signed in. It goes when the form has been sent.
 */

const formOf = document(
	'kept_form_find',
	z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullable()
);

const largest = 500_000;
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)/;

/** Whether this is a form for a page that wants a session. */
export function isToBeKept({ request, route }: RequestEvent): boolean {
	return (
		request.method === 'POST' &&
		route.id !== null &&
		!isPublic(route.id) &&
		formTypes.test(request.headers.get('content-type') ?? '')
	);
}

/** Keeps a form and leads to the sign-in. @param personId whose session it was */
export async function keep(event: RequestEvent, personId: string): Promise<Response> {
	const isKept = await hold(event, personId);
	return askToSignIn(event, pageOf(event), isKept);
}

/** Keeps what a form holds. @returns false where there is nothing to keep, or too much */
export async function hold(event: RequestEvent, personId: string): Promise<boolean> {
	const path = pageOf(event);
	const fields = everything(await fieldsOf(event.request));
	const isKept =
		path.length <= 500 && Object.keys(fields).length > 0 && JSON.stringify(fields).length <= largest;
	if (isKept)
		await ask(asSystem().rpc('kept_form_keep', { p_person: personId, p_path: path, p_fields: fields }));
	if (isKept) forgetOwn(event.cookies);
	return isKept;
}

/** Lays the kept form out for its page; once it has been sent, it is gone. */
export const giveBack = async (event: RequestEvent, resolve: Parameters<Handle>[0]['resolve']) => {
	const { session } = event.locals;
	const path = event.request.method === 'POST' ? pageOf(event) : pathOf(event.url);
	if (!session?.kept.includes(path)) return resolve(event);
	const asked = { p_person: session.person.id, p_path: path };
	if (event.request.method === 'GET') event.locals.kept = await formOf(asSystem(), asked);
	const response = await resolve(event);
	if (event.request.method === 'POST' && response.status < 400) {
		await ask(asSystem().rpc('kept_form_forget', asked));
		forgetOwn(event.cookies);
	}
	return response;
};

/** The page a form stands on; its form may have been sent to another address. */
export function pageOf({ request, url }: RequestEvent): string {
	const from = request.headers.get('referer') ?? '';
	const page = URL.canParse(from) ? new URL(from) : url;
	return pathOf(page.origin === url.origin ? page : url);
}
