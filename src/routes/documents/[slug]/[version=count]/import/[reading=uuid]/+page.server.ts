import { contentsOf, readingOf } from '#lib/documents/document.ts';
import { againForm, takeForm } from '#lib/documents/reading.ts';
import * as readings from '#lib/documents/readings.server.ts';
import { action } from '#lib/server/action.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const reading = await readings.find(locals.db, params.reading);
	return { reading, failure: reading.failure && sentence(reading.failure) };
};

const here = ({ slug, version, reading }: RouteParams) =>
	readingOf({ slug, number: Number(version), id: reading });
const contents = ({ slug, version }: RouteParams) => contentsOf({ slug, number: Number(version) });

export const actions: Actions = {
	take: action({
		schema: takeForm,
		verb: ({ db, authority, params, data }) => readings.take(db, authority.id, params.reading, data.headings),
		to: ({ params }) => `${contents(params)}?erledigt=eingelesen`
	}),
	again: action({
		schema: againForm,
		verb: ({ db, params, data }) => readings.again(db, params.reading, data.view),
		to: ({ params }) => here(params)
	}),
	discard: action({
		verb: ({ db, params }) => readings.discard(db, params.reading),
		to: ({ params }) => contents(params)
	})
};
