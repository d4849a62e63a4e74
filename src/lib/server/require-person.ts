import { redirect, type RequestEvent } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';

/**
 * The session of the signed-in person. Whoever is not signed in is asked to do so and comes back to the same page.
 * Call it in the page's own load or action: layouts' loads do not guard their pages.
 */
export function requirePerson({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): App.Session {
	if (!locals.session) redirect(303, signInFor(pathOf(url)));
	return locals.session;
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
