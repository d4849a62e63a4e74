import { redirect } from '@sveltejs/kit';
import { pageOf } from '#lib/imports/import.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { fileOf, refusedFile } from '#lib/imports/upload-answer.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kind = 'need_reports';

export const load: PageServerLoad = async (event) => {
	const { db, authority } = event.locals;
	return { imports: await imports.list(db, authority.id, kind) };
};

export const actions: Actions = {
	default: async (event) => {
		const { db, authority } = event.locals;
		let id: string;
		try {
			id = await imports.upload(db, authority.id, kind, await fileOf(event.request));
		} catch (error) {
			return refusedFile(error);
		}
		redirect(303, pageOf({ kind, id }));
	}
};
