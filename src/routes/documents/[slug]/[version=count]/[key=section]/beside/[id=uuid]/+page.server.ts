import { error } from '@sveltejs/kit';
import { settleForm } from '#lib/documents/document-form.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as comparisons from '#lib/documents/comparisons.server.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireSection } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await requireSection(event);
	const other = page.beside.find(({ id }) => id === event.params.id);
	if (!other) error(404, 'errors_not_found');
	const { section } = page;
	const [difference] = await comparisons.differencesOf([
		{ before: [section], after: [{ ...other, level: section.level }] }
	]);
	return { page, other, difference: difference! };
};

const here = ({ slug, version, key }: RouteParams) => sectionOf({ slug, number: Number(version), key });

export const actions: Actions = {
	take: action({
		schema: settleForm,
		verb: ({ db, params, data }) => documents.settle(db, params.id, 'taken', data.revision),
		to: ({ params }) => `${here(params)}?erledigt=uebernommen`
	}),
	leave: action({
		schema: settleForm,
		verb: ({ db, params, data }) => documents.settle(db, params.id, 'left', data.revision),
		to: ({ params }) => `${here(params)}?erledigt=gelassen`
	})
};
