import { redirect } from '@sveltejs/kit';
import type { Database } from '#lib/server/database.ts';
import { isRunning, type Vote } from './vote.ts';
import { pathOf } from './vote-words.ts';
import * as votes from './votes.server.ts';

/** A circular vote that runs; one that does not says so on its own page. @throws Refusal NOTFD outside the body */
export async function requireRunning({
	locals,
	params
}: {
	locals: { db: Database };
	params: { id: string };
}): Promise<Vote> {
	const vote = await votes.find(locals.db, params.id);
	if (!isRunning(vote)) redirect(303, pathOf(vote.id));
	return vote;
}
