import { error, fail, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { attaching, fullness, most } from '#lib/attachments/attachment.ts';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { whileOpen } from '#lib/needs/drafts/closed-draft.server.ts';
import { after, pathOf, type Draft } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { parse, refused } from '#lib/server/forms.ts';
import { BrokenForm, fieldsOf } from '#lib/server/multipart.ts';
import { discardUpload, receiveUpload, type Sent } from '#lib/server/uploads.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, kept } = event.locals;
	const draft = await drafts.findOrNumber(db, event.params.id);
	if (typeof draft === 'string') redirect(303, href('/needs/[number]', { number: draft }));
	if (!draft.canWrite) error(404);
	return { draft, kept, next: nextOf(draft), files: await attachments.ofDraft(db, draft.id) };
};

export const actions: Actions = {
	add: async (event) => {
		const sent = await receiveUpload(event.request, most.bytes).catch(asNothing);
		try {
			return await whileOpen(
				event.locals.db,
				event.params.id,
				async () => ({ sentence: m.attachments_closed_add(), typed: inWords(sent) }),
				() => add(event, sent)
			);
		} finally {
			if (sent.upload) await discardUpload(sent.upload);
		}
	},
	remove: async (event) => {
		const { id } = event.params;
		const fields = await fieldsOf(event.request);
		const { values } = parse(attaching, fields);
		await whileOpen(
			event.locals.db,
			id,
			async () => ({ sentence: m.attachments_closed_remove(), typed: inWords({ fields }) }),
			() => remove(event, String(fields.get('id')))
		);
		if (values.text || values.is_shared?.length) return { values, isRemoved: true };
		redirect(303, pathOf(id, 'attachments'));
	}
};

async function add(event: RequestEvent, sent: Sent) {
	const draft = await draftOf(event);
	const { db } = event.locals;
	const full = fullness(await attachments.ofDraft(db, draft.id));
	const form = parse(attaching, sent.fields);
	const goesOn = form.values.go === 'next';
	if (goesOn && isUntouched(sent)) redirect(303, nextOf(draft));
	const errors = { ...(full ? { form: full } : problems(sent)), ...form.errors };
	if (form.errors || !sent.upload || Object.keys(errors).length)
		return fail(sent.reason === 'too_large' && !full ? 413 : 400, { values: form.values, errors });
	try {
		const { text, is_shared } = form.data;
		await attachments.add(db, draft.id, sent.upload, text, is_shared.includes('yes'));
	} catch (refusal) {
		return refused(refusal, form.values, () => 'attachments_error_text');
	}
	redirect(303, goesOn ? nextOf(draft) : pathOf(draft.id, 'attachments'));
}

/** Takes a file away. One that is gone already was removed in another window. */
async function remove(event: RequestEvent, file: string) {
	try {
		await attachments.remove(event.locals.db, file);
	} catch (refusal) {
		if (!isHttpError(refusal, 404)) throw refusal;
		await draftOf(event);
	}
}

/** The draft, for those who write it. */
async function draftOf({ locals, params }: RequestEvent): Promise<Draft> {
	const draft = await drafts.find(locals.db, params.id!);
	if (!draft.canWrite) error(404);
	return draft;
}

/** The words beside a file that was not added. */
const inWords = (sent: Sent) => {
	const value = textOf(sent);
	return value ? [{ label: m.attachments_text(), value }] : [];
};

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
