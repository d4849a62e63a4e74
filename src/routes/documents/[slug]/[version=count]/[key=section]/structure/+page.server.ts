import { mergeForm, moveForm, removalForm, splitForm } from '#lib/documents/document-form.ts';
import { contentsOf, sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireSection, requireWorker } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import { plainOfBlocks } from '#lib/text/plain.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const [page, { sections }] = await Promise.all([requireSection(event), requireWorker(event)]);
	return {
		page,
		sections,
		/** How each block of the text begins. */
		blocks: page.section.body.blocks.map((block) => plainOfBlocks([block]).slice(0, 80)),
		kept: event.locals.kept
	};
};

const here = ({ slug, version, key }: RouteParams) => sectionOf({ slug, number: Number(version), key });
const contents = ({ slug, version }: RouteParams) => contentsOf({ slug, number: Number(version) });

export const actions: Actions = {
	move: action({
		schema: moveForm,
		verb: async ({ data, ...event }) => documents.move(event.db, await requireSection(event), data),
		to: ({ params }) => `${contents(params)}?erledigt=verschoben`
	}),
	split: action({
		schema: splitForm,
		verb: async ({ data, ...event }) => documents.split(event.db, await requireSection(event), data),
		to: ({ params }) => `${here(params)}?erledigt=geteilt`
	}),
	merge: action({
		schema: mergeForm,
		verb: async ({ data, ...event }) => {
			const page = await requireSection(event);
			const other = await requireSection({ ...event, params: { ...event.params, key: data.other } });
			return documents.merge(event.db, page, other.section);
		},
		to: ({ params }) => `${here(params)}?erledigt=zusammengelegt`
	}),
	remove: action({
		schema: removalForm,
		verb: async ({ data, ...event }) => documents.remove(event.db, await requireSection(event), data.reason),
		to: ({ params }) => `${contents(params)}?erledigt=entfernt`
	})
};
