import { redirect } from '@sveltejs/kit';
import { replyPath } from '#lib/calls/survey.ts';
import * as surveys from '#lib/calls/surveys.server.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { db, authority } = event.locals;
	const organisation = event.url.searchParams.get('fuer');
	const reply = await surveys.reply(db, authority.id, event.params.slug, organisation);
	if (!reply.fields.some(({ returned }) => returned)) redirect(303, replyPath(reply));
	return { reply };
};
