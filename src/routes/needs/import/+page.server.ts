import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { fileOf, refusedFile } from '#lib/imports/upload-answer.server.ts';
import * as words from '#lib/vocabulary/vocabulary.server.ts';
import * as municipalities from '#lib/organisations/municipalities.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { imports: await imports.list(db, authority.id, 'need_reports') };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		const file = await fileOf(event.request);
		const [vocabulary, places] = await Promise.all([words.find(db), municipalities.list(db, authority.id)]);
		let id: string;
		try {
			id = await imports.uploadReports(db, authority.id, file, { vocabulary, places });
		} catch (error) {
			return refusedFile(error);
		}
		redirect(303, href('/needs/import/[import=uuid]', { import: id }));
	}
};
