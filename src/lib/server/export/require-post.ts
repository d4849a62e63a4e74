import { error } from '@sveltejs/kit';
import { sessionOf, type SignedIn } from '../guard.ts';

/** Lists are for those who hold a post of the authority; for all others there is no file, and not an empty one. */
export function requirePost(event: SignedIn) {
	const { posts } = sessionOf(event);
	if (!posts.some(({ authorityId }) => authorityId === event.locals.authority.id)) error(404);
}
