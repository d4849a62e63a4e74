import { redirect } from '@sveltejs/kit';
import { pageOf } from '#lib/imports/import.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { fileOf, refusedFile } from '#lib/imports/upload-answer.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import type { Actions, PageServerLoad } from './$types';

const kind = 'members';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	return { imports: await imports.list(event.locals.db, authorityId, kind) };
};

export const actions: Actions = {
	default: async (event) => {
		const authorityId = requireAdministrator(event);
		let id: string;
		try {
			id = await imports.upload(event.locals.db, authorityId, kind, await fileOf(event.request));
		} catch (error) {
			return refusedFile(error);
		}
		redirect(303, pageOf({ kind, id }));
	}
};
