import { fail, redirect } from '@sveltejs/kit';
import { sentenceFor } from '#lib/attachments/attachments.server.ts';
import { contentsOf, readingOf } from '#lib/documents/document.ts';
import { pasteForm } from '#lib/documents/document-form.ts';
import * as readings from '#lib/documents/readings.server.ts';
import { requireWorker } from '#lib/documents/require-worker.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { action } from '#lib/server/action.ts';
import { Refusal } from '#lib/server/database.ts';
import { BrokenForm } from '#lib/server/multipart.ts';
import { discardUpload, receiveUploads } from '#lib/server/uploads.ts';
import { formId } from '#lib/ui/form-id.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	contents: await requireWorker(event),
	kept: event.locals.kept
});

const largest = 50 * 1024 * 1024;

export const actions: Actions = {
	file: async (event) => {
		const { version, document } = await requireWorker(event);
		const wrong = (file: string) => fail(400, { errors: { file } });
		const sent = await receiveUploads(event.request, { largest, most: 1 }).catch((error) => {
			if (error instanceof BrokenForm) return null;
			throw error;
		});
		const file = sent?.files[0];
		if (!sent || !file) return wrong(m.documents_error_no_file());
		if (file.reason) return wrong(sentenceFor(file.reason));
		let id: string;
		try {
			id = await readings.begin(
				event.locals.db,
				version.id,
				file.upload,
				formId.parse(sent.fields.get('form_id'))
			);
		} catch (error) {
			if (error instanceof Refusal && error.status !== 404) return wrong(sentence(error.messageKey));
			throw error;
		} finally {
			await discardUpload(file.upload);
		}
		redirect(303, readingOf({ slug: document.slug, number: version.number, id }));
	},
	paste: action({
		schema: pasteForm,
		verb: async ({ data, ...event }) => {
			const { version, document } = await requireWorker(event);
			const where = { authorityId: event.authority.id, slug: document.slug, number: version.number };
			await readings.paste(event.db, where, version.id, data.body);
		},
		to: ({ params }) =>
			`${contentsOf({ slug: params.slug, number: Number(params.version) })}?erledigt=eingelesen`
	})
};
