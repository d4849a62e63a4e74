import { error } from '@sveltejs/kit';
import * as fieldAnswers from '#lib/surveys/field-answers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { db, authority } = locals;
	const after = url.searchParams.get('nach');
	const page = await fieldAnswers.find(db, authority.id, params.slug, 0, after);
	const place = Number(params.number) - 1;
	const question = page.form.own[place];
	if (!question) error(404);
	return { page, question, place };
};
