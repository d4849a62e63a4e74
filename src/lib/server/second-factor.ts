import { redirect, type Handle } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';

/** Pages that stay open: setting the second factor up, leaving, reading how, and what the law wants on every page. */
const open =
	/^\/(account\/(second-factor|proof)|sign-out|display|help|privacy|imprint|accessibility|health)(\/|$)/;

/**
 * Whoever holds a post that asks for a second factor, and has none, sets it up before anything else. The rights of the post
 * sleep until then in any case (`my_posts` in SQL); here they are led to the page that wakes them.
 */
export const secondFactor: Handle = ({ event, resolve }) => {
	if (event.locals.session?.lacksSecondFactor && !open.test(event.route.id ?? ''))
		redirect(303, href('/account/second-factor'));
	return resolve(event);
};
