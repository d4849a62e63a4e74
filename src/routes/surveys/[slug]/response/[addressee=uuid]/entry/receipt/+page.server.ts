import { error } from '@sveltejs/kit';
import * as ledgers from '#lib/calls/ledgers.server.ts';
import * as entries from '#lib/surveys/entries.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const page = await ledgers.addressee(locals.db, locals.authority.id, params.slug, params.addressee);
	const { form, entries: found } = await entries.find(locals.db, params.addressee);
	const entry = found.find(({ id }) => id === url.searchParams.get('eintrag'));
	if (!entry) error(404);
	return { page, asked: form, entry };
};
