import { error } from '@sveltejs/kit';
import * as fieldAnswers from '#lib/surveys/field-answers.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	if (!/^[1-9]\d?$/.test(params.number)) error(404);
	const { db, authority } = locals;
	const number = Number(params.number);
	const after = url.searchParams.get('nach');
	return {
		page: await fieldAnswers.find(db, authority.id, params.slug, number, after),
		place: number - 1
	};
};
