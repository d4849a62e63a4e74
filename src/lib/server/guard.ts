import { json, type Handle, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { isPublic, type ClosedRoute } from './public-routes.ts';

/** Whoever is not signed in reaches public routes only; elsewhere they are asked to sign in, and come back to the same page. */
export const guard: Handle = ({ event, resolve }) => {
	const { locals, route, url } = event;
	const isOpen = route.id === null || isPublic(route.id); // without a route there is nothing but "not found"
	return isOpen || locals.session ? resolve(event) : askToSignIn(event, pathOf(url));
};

/** What a page, a form or a file gets that only signed-in people reach. */
export type SignedIn = { locals: App.Locals; route: { id: ClosedRoute } };

/** The session of the signed-in person. The guard saw to it; a public route, which has none for certain, does not compile. */
export const sessionOf = ({ locals }: SignedIn): App.Session => locals.session!;

/** Leads to the sign-in, and from there to `path`. */
export const askToSignIn = (event: Pick<RequestEvent, 'request'>, path: string, isKept = false): Response =>
	leadTo(event, signInFor(path, isKept));

/** Leads elsewhere; a script that sent a form is told so in its own words. */
export function leadTo({ request }: Pick<RequestEvent, 'request'>, location: string): Response {
	if (request.headers.has('x-sveltekit-action')) return json({ type: 'redirect', status: 303, location });
	return new Response(null, { status: 303, headers: { location } });
}

/** Where one signs in to come back to a page. @param isKept its form was kept and will be there again */
export function signInFor(path: string, isKept = false): string {
	return `${href('/sign-in')}?weiter=${encodeURIComponent(path)}${isKept ? '&gesichert=1' : ''}`;
}

/** Path and query of a page, without the name of the form that was posted to it (`?/save`). */
export function pathOf({ pathname, searchParams }: URL): string {
	const query = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/'))).toString();
	return query ? `${pathname}?${query}` : pathname;
}
