import * as imports from '#lib/imports/imports.server.ts';
import { saidColumns, viewOf } from '#lib/imports/columns-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	of: viewOf(await imports.columns(locals.db, params.import))
});

export const actions: Actions = { default: saidColumns };
