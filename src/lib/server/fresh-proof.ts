import type { Handle, RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { ask, asSystem } from './database.ts';
import { leadTo, pathOf } from './guard.ts';
import * as keptForms from './kept-forms.ts';
import type { ClosedRoute } from './public-routes.ts';
import { forgetOwn } from './session.ts';

/**
 * What gives a lasting way into an account, or takes it away, asks who is sitting there: the forms of each page by name. The
 * verbs refuse without a fresh proof of the session (`private.require_proof` in SQL); here one is led to giving it, and what
 * was typed is in the form again afterwards.
 */
const asking: Partial<Record<ClosedRoute, string[]>> = {
	'/account/address': ['default'],
	'/account/assistance/new': ['default'],
	'/account/discard': ['leave'],
	'/account/meetings': ['replace'],
	'/account/password': ['set', 'remove'],
	'/account/second-factor': ['begin'],
	'/account/second-factor/setup': ['default'],
	'/account/tokens': ['add']
};
/** A password is kept nowhere: here the proof comes before the typing. */
const first: ReadonlySet<string> = new Set<ClosedRoute>(['/account/password']);

const marginMilliseconds = 60_000;

export const freshProof: Handle = async ({ event, resolve }) => {
	if (!asksForProof(event) || (await isProven(event))) return resolve(event);
	const path = event.request.method === 'POST' ? keptForms.pageOf(event) : pathOf(event.url);
	const isKept =
		event.request.method === 'POST' && (await keptForms.hold(event, event.locals.session!.person.id));
	return leadTo(event, proofFor(path, isKept));
};

/** Where one confirms the sign-in to come back to a page. @param isKept its form was kept and will be there again */
export const proofFor = (path: string, isKept = false): string =>
	`${href('/account/proof')}?weiter=${encodeURIComponent(path)}${isKept ? '&gesichert=1' : ''}`;

function asksForProof({ request, route, url, locals }: RequestEvent): boolean {
	const forms = locals.session && route.id && asking[route.id as ClosedRoute];
	if (!forms) return false;
	if (request.method !== 'POST') return first.has(route.id!);
	const name = [...url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
	return forms.includes(name);
}

/** What is remembered of the session may be some seconds old; a proof just given counts. */
async function isProven({ locals, cookies }: RequestEvent): Promise<boolean> {
	const { id, person, provenUntil } = locals.session!;
	if (Date.parse(provenUntil) > Date.now() + marginMilliseconds) return true;
	const isFresh = await ask(asSystem().rpc('is_session_proven', { p_person: person.id, p_session: id }));
	if (isFresh) forgetOwn(cookies);
	return isFresh;
}
