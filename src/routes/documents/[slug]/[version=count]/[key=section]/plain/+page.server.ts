import { twinCheckForm, twinForm } from '#lib/documents/document-form.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { requireSection } from '#lib/documents/require-worker.server.ts';
import { action } from '#lib/server/action.ts';
import { fromMarkdown } from '#lib/text/markdown-in.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await requireSection(event);
	return { page, markdown: page.twin ? toMarkdown(page.twin.body) : '', kept: event.locals.kept };
};

const plain = ({ slug, version, key }: RouteParams) =>
	`${sectionOf({ slug, number: Number(version), key })}?sprache=einfach`;

export const actions: Actions = {
	save: action({
		schema: twinForm,
		verb: async ({ data, ...event }) =>
			documents.saveTwin(event.db, await requireSection(event), data.form_id, fromMarkdown(data.body).text),
		to: ({ params }) => `${plain(params)}&erledigt=fassung`
	}),
	check: action({
		schema: twinCheckForm,
		verb: ({ db, data }) => documents.checkTwin(db, data),
		to: ({ params }) => `${plain(params)}&erledigt=geprueft`
	})
};
