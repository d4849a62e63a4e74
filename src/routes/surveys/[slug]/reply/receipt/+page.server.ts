import { redirect } from '@sveltejs/kit';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { replyPath } from '#lib/surveys/survey.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const reply = await requireReply(event);
	if (!reply.fields.some(({ returned }) => returned)) redirect(303, replyPath(reply));
	return { reply };
};
