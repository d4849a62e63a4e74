import { fail } from '@sveltejs/kit';
import { sentenceFor } from '#lib/attachments/attachments.server.ts';
import { pictureForm, sectionForm } from '#lib/documents/document-form.ts';
import { sectionOf } from '#lib/documents/document.ts';
import * as documents from '#lib/documents/documents.server.ts';
import { largestPicture, withPicture } from '#lib/documents/picture.ts';
import * as pictures from '#lib/documents/pictures.server.ts';
import { requireSection } from '#lib/documents/require-worker.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { action } from '#lib/server/action.ts';
import { parse, type Errors } from '#lib/server/forms.ts';
import { BrokenForm } from '#lib/server/multipart.ts';
import { discardUpload, receiveUploads, type SentFile } from '#lib/server/uploads.ts';
import { fromMarkdown } from '#lib/text/markdown-in.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const page = await requireSection(event);
	return { page, markdown: toMarkdown(page.section.body), kept: event.locals.kept };
};

export const actions: Actions = {
	save: action({
		schema: sectionForm,
		hasPreview: true,
		facts: async ({ data }) => fromMarkdown(data.body),
		verb: async ({ data, ...event }) =>
			documents.saveSection(event.db, await requireSection(event), data, fromMarkdown(data.body).text),
		to: ({ params, done }) =>
			`${sectionOf({ slug: params.slug, number: Number(params.version), key: params.key })}?erledigt=${
				done.isBeside ? 'daneben' : 'gespeichert'
			}`
	}),
	/** Puts a picture into the text that is being written; saving comes later. */
	picture: async (event) => {
		const { document } = await requireSection(event);
		const limits = { largest: largestPicture, most: 1 };
		const sent = await receiveUploads(event.request, limits).catch((error) => {
			if (error instanceof BrokenForm) return { fields: new FormData(), files: [] };
			throw error;
		});
		const [file] = sent.files;
		try {
			const { values, data, errors } = parse(pictureForm, sent.fields);
			const wrong = problemOf(file);
			const all: Errors = { ...(wrong ? { picture: wrong } : {}), ...errors };
			if (!data || !file?.upload || wrong) return fail(400, { values, errors: all });
			const id = await pictures.add(event.locals.db, document.id, file.upload);
			const alt = data.picture_decorative.length ? '' : data.picture_alt;
			const after = data.picture_place === '' ? undefined : data.picture_place;
			const body = withPicture(data.body, { file: id, alt }, after);
			return { values: { ...values, body, picture_alt: '', picture_decorative: [] }, picture: id };
		} finally {
			if (file?.upload) await discardUpload(file.upload);
		}
	}
};

/** Why a file is no picture that is taken. */
function problemOf(file: SentFile | undefined): string | undefined {
	if (!file) return m.documents_error_no_picture();
	if (file.reason) return sentenceFor(file.reason);
	return file.upload.mediaType.startsWith('image/') ? undefined : m.documents_error_not_picture();
}
