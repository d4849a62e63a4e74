import { redirect } from '@sveltejs/kit';
import { isPlanner } from '#lib/organisations/own-organisation.ts';
import { sessionOf } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** The short address of a call: planners come to the ledger (or on to the preparation), all others to their answer. */
export const GET: RequestHandler = (event) => {
	const { posts } = sessionOf(event);
	redirect(303, `${event.url.pathname}/${isPlanner(posts) ? 'ruecklauf' : 'antwort'}`);
};
