import { redirect, type RequestHandler } from '@sveltejs/kit';
import { isPlanner } from '#lib/organisations/own-organisation.ts';
import { requirePerson } from '#lib/server/require-person.ts';

/** The short address of a call: planners come to the ledger (or on to the preparation), all others to their answer. */
export const GET: RequestHandler = (event) => {
	const { posts } = requirePerson(event);
	redirect(303, `${event.url.pathname}/${isPlanner(posts) ? 'ruecklauf' : 'antwort'}`);
};
