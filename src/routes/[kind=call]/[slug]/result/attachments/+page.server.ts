import { error, fail, redirect } from '@sveltejs/kit';
import { most } from '#lib/attachments/attachment.ts';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { pageOf } from '#lib/calls/kind.ts';
import * as results from '#lib/calls/results.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { action } from '#lib/server/action.ts';
import { everything, refused } from '#lib/server/forms.ts';
import { discardUpload, receiveUploads } from '#lib/server/uploads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { options, previews } = await results.publicationFor(locals.db, locals.authority.id, params.slug);
	if (options.state !== 'closed' && !options.hasResult) error(404);
	return { call: options, files: previews.public.files, done: url.searchParams.get('erledigt') };
};

const here = (params: { kind: string; slug: string }) => pageOf(params, '/result/attachments');

export const actions: Actions = {
	add: async ({ locals, params, request }) => {
		const { db, authority } = locals;
		const { fields, files } = await receiveUploads(request, { largest: most.bytes, most: 1 });
		const values = everything(fields);
		const [sent] = files;
		if (!sent) return fail(400, { values, errors: { file: m.attachments_error_missing() } });
		if (!sent.upload) return fail(400, { values, errors: { file: attachments.sentenceFor(sent.reason) } });
		try {
			await attachments.addToCall(db, authority.id, params.slug, sent.upload, String(values.text ?? ''));
		} catch (refusal) {
			return refused(refusal, values, () => 'attachments_error_text');
		} finally {
			await discardUpload(sent.upload);
		}
		redirect(303, `${here(params)}?erledigt=hinzugefuegt`);
	},
	remove: action({
		verb: ({ db, sent }) => attachments.remove(db, String(sent.get('id'))),
		to: ({ params }) => `${here(params)}?erledigt=entfernt`
	})
};
