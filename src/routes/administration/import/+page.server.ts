import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import * as imports from '#lib/imports/imports.server.ts';
import { fileOf, refusedFile } from '#lib/imports/upload-answer.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const authorityId = requireAdministrator(event);
	return { imports: await imports.list(event.locals.db, authorityId, 'members') };
};

export const actions: Actions = {
	default: async (event) => {
		const authorityId = requireAdministrator(event);
		let id: string;
		try {
			id = await imports.uploadMembers(event.locals.db, authorityId, await fileOf(event.request));
		} catch (error) {
			return refusedFile(error);
		}
		redirect(303, href('/administration/import/[import=uuid]', { import: id }));
	}
};
