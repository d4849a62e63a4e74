import { error } from '@sveltejs/kit';
import { sessionOf, type SignedIn } from '#lib/server/guard.ts';

/**
 * The authority that the signed-in person administers. For everybody else the page does not exist. What may be done there
 * is decided in SQL once more.
 */
export function requireAdministrator(event: SignedIn): string {
	const { posts, authority } = sessionOf(event);
	const administered = posts.filter(({ kind }) => kind === 'administrator');
	const own = administered.find(({ authorityId }) => authorityId === authority.id) ?? administered[0];
	if (!own) error(404);
	return own.authorityId;
}
