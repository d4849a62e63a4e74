import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { attaching, fullness, most } from '#lib/attachments/attachment.ts';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { after, pathOf, type Draft } from '#lib/needs/draft.ts';
import * as drafts from '#lib/needs/drafts.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { BrokenForm } from '#lib/server/multipart.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import { discardUpload, receiveUpload, type Sent } from '#lib/server/uploads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const draft = await draftOf(event);
	const { db, kept } = event.locals;
	return { draft, kept, next: nextOf(draft), files: await attachments.ofDraft(db, draft.id) };
};

export const actions: Actions = {
	add: async (event) => {
		const draft = await draftOf(event);
		const { db } = event.locals;
		const full = fullness(await attachments.ofDraft(db, draft.id));
		const sent = await receiveUpload(event.request, full ? 0 : most.bytes).catch(asNothing);
		const { upload } = sent;
		const form = parse(attaching, sent.fields);
		const goesOn = form.values.go === 'next';
		if (goesOn && isUntouched(sent)) redirect(303, nextOf(draft));
		const errors = { ...(full ? { form: full } : problems(sent)), ...form.errors };
		if (form.errors || !upload || Object.keys(errors).length) {
			if (upload) await discardUpload(upload);
			return fail(sent.reason === 'too_large' && !full ? 413 : 400, { values: form.values, errors });
		}
		try {
			await attachments.add(db, draft.id, upload, form.data.text, form.data.is_shared.includes('yes'));
		} catch (refusal) {
			return refused(refusal, form.values, () => 'attachments_error_text');
		}
		redirect(303, goesOn ? nextOf(draft) : pathOf(draft.id, 'attachments'));
	},
	remove: async (event) => {
		const { id } = await draftOf(event);
		await attachments.remove(event.locals.db, String((await event.request.formData()).get('id')));
		redirect(303, pathOf(id, 'attachments'));
	}
};

/** The draft, for those who write it. What was released meanwhile leads to its report. */
async function draftOf(event: RequestEvent): Promise<Draft> {
	requirePerson(event);
	const draft = await drafts.findOrNumber(event.locals.db, event.params.id!);
	if (typeof draft === 'string') redirect(303, `/bedarfe/${draft}`);
	if (!draft.canWrite) error(404);
	return draft;
}

/** Where the report goes on: to what is still missing, else to the check. */
const nextOf = ({ id, missing }: Draft) => pathOf(id, missing.length ? after('proposals') : 'check');

const textOf = ({ fields }: Sent) => String(fields.get('text') ?? '').trim();
const isUntouched = (sent: Sent) => !sent.upload && !sent.reason && !textOf(sent);

function problems(sent: Sent): Record<string, string> {
	const { upload, reason } = sent;
	if (reason) return { file: attachments.sentenceFor(reason) };
	if (!upload) return { file: m.attachments_error_missing() };
	return upload.mediaType.startsWith('image/') && !textOf(sent) ? { text: m.attachments_error_text() } : {};
}

/** A form that broke off left nothing; if somebody still waits for the answer, they choose again. */
function asNothing(thrown: unknown): Sent {
	if (!(thrown instanceof BrokenForm)) throw thrown;
	return { fields: new FormData() };
}
