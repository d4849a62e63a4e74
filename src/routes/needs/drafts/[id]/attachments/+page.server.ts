import { error, fail, isHttpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { attaching, fullness, most, places } from '#lib/attachments/attachment.ts';
import * as attachments from '#lib/attachments/attachments.server.ts';
import { href } from '#lib/i18n/addresses.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/sentence.ts';
import { whileOpen } from '#lib/needs/drafts/closed-draft.server.ts';
import { after, pathOf, type Draft } from '#lib/needs/drafts/draft.ts';
import * as drafts from '#lib/needs/drafts/drafts.server.ts';
import { Refusal } from '#lib/server/database.ts';
import { parse } from '#lib/server/forms.ts';
import { BrokenForm, fieldsOf } from '#lib/server/multipart.ts';
import { discardUpload, receiveUploads, type Sent } from '#lib/server/uploads.ts';
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
		const limits = { largest: most.bytes, most: places.length };
		const sent = await receiveUploads(event.request, limits).catch(asNothing);
		try {
			return await whileOpen(
				event.locals.db,
				event.params.id,
				async () => ({ sentence: m.attachments_closed_add(), typed: inWords(sent) }),
				() => add(event, sent)
			);
		} finally {
			for (const { upload } of sent.files) if (upload) await discardUpload(upload);
		}
	},
	remove: async (event) => {
		const { id } = event.params;
		const fields = await fieldsOf(event.request);
		const { values } = parse(attaching, fields);
		await whileOpen(
			event.locals.db,
			id,
			async () => ({ sentence: m.attachments_closed_remove(), typed: inWords({ fields, files: [] }) }),
			() => remove(event, String(fields.get('id')))
		);
		if (places.some((place) => values[`text${place}`]) || values.is_shared?.length)
			return { values, isRemoved: true };
		redirect(303, `${pathOf(id, 'attachments')}?entfernt=1`);
	}
};

async function add(event: RequestEvent, sent: Sent) {
	const draft = await draftOf(event);
	const { db } = event.locals;
	const full = fullness(await attachments.ofDraft(db, draft.id));
	const form = parse(attaching, sent.fields);
	const goesOn = form.values.go === 'next';
	if (goesOn && isUntouched(sent)) redirect(303, nextOf(draft));
	const errors: Errors = { ...(full ? { form: full } : problems(sent)), ...form.errors };
	const values = { ...form.values };
	let added = 0;
	for (const place of full ? [] : places) {
		const upload = fileAt(sent, place)?.upload;
		if (!upload || errors[`text${place}`]) continue;
		try {
			const isShared = sent.fields.getAll('is_shared').includes('yes');
			await attachments.add(db, draft.id, upload, textOf(sent, place), isShared);
			added++;
			delete values[`text${place}`];
		} catch (refusal) {
			const refused = refusedBy(refusal);
			errors[refused.isAboutText ? `text${place}` : `file${place}`] = refused.sentence;
		}
	}
	if (Object.keys(errors).length) {
		const isLarge = sent.files.some(({ reason }) => reason === 'too_large') && !full;
		return fail(isLarge ? 413 : 400, { values, errors, added });
	}
	redirect(303, goesOn ? nextOf(draft) : `${pathOf(draft.id, 'attachments')}?hinzugefuegt=${added}`);
}

type Errors = Record<string, string>;
type Place = (typeof places)[number];

const fileAt = ({ files }: Sent, place: Place) => files.find(({ field }) => field === `file${place}`);

/** A sentence beside the file that was refused; the others are added all the same. */
function refusedBy(refusal: unknown) {
	if (!(refusal instanceof Refusal) || refusal.status >= 404) throw refusal;
	const isAboutText = refusal.code === 'MISSG';
	return { isAboutText, sentence: isAboutText ? m.attachments_error_text() : sentence(refusal.messageKey) };
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

/** The words beside files that were not added. */
const inWords = (sent: Sent) =>
	places.flatMap((place) => {
		const value = textOf(sent, place);
		return value ? [{ label: m.attachments_text(), value }] : [];
	});

/** Where the report goes on: to what is still missing, else to the check. */
const nextOf = ({ id, missing }: Draft) => pathOf(id, missing.length ? after('proposals') : 'check');

const textOf = ({ fields }: Sent, place: Place) => String(fields.get(`text${place}`) ?? '').trim();
const isUntouched = (sent: Sent) => !sent.files.length && places.every((place) => !textOf(sent, place));

/** By field. Words without a file want one, and so does a form without anything. */
function problems(sent: Sent): Errors {
	if (isUntouched(sent)) return { file: m.attachments_error_missing() };
	return Object.assign({}, ...places.map((place) => problemAt(sent, place)));
}

function problemAt(sent: Sent, place: Place): Errors {
	const file = fileAt(sent, place);
	const text = textOf(sent, place);
	if (file?.reason) return { [`file${place}`]: attachments.sentenceFor(file.reason) };
	if (!file) return text ? { [`file${place}`]: m.attachments_error_missing() } : {};
	const isSilent = file.upload?.mediaType.startsWith('image/') && !text;
	return isSilent ? { [`text${place}`]: m.attachments_error_text() } : {};
}

/** A form that broke off left nothing; if somebody still waits for the answer, they choose again. */
function asNothing(thrown: unknown): Sent {
	if (!(thrown instanceof BrokenForm)) throw thrown;
	return { fields: new FormData(), files: [] };
}
