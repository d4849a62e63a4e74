import { redirect } from '@sveltejs/kit';
import { kindOf, pageOf } from '#lib/calls/kind.ts';
import * as results from '#lib/calls/results.server.ts';
import type { RequestHandler } from './$types';

/**
 * The short address of a call: planners come to the ledger (or on to the preparation), who is asked to the answer, all
 * others to the result if they may read it.
 */
export const GET: RequestHandler = async ({ locals, params }) => {
	const way = await results.way(locals.db, locals.authority.id, params.slug);
	redirect(303, way === 'reply' ? kindOf(params).replyTo(params.slug) : pageOf(params, `/${way}`));
};
