import { error } from '@sveltejs/kit';
import { requireOwn } from '#lib/rounds/require-statement.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await requireOwn(event);
	if (page.statement.state !== 'submitted') error(404);
	return { page };
};
