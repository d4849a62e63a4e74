import * as imports from '#lib/imports/imports.server.ts';
import { saidColumns, viewOf } from '#lib/imports/columns-form.server.ts';
import { requireAdministrator } from '#lib/organisations/require-administrator.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requireAdministrator(event);
	return { of: viewOf(await imports.columns(event.locals.db, event.params.import)) };
};

export const actions: Actions = { default: saidColumns };
