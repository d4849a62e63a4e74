import { fail, redirect } from '@sveltejs/kit';
import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { noteForm, passagesOf } from '#lib/rounds/note-form.ts';
import { askWhich } from '#lib/rounds/require-room.server.ts';
import { atOf, roomPath, sectionPath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { everything, parse, refused } from '#lib/server/forms.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { RequestEvent } from './$types';
import type { Actions, PageServerLoad } from './$types';

/** The form for a note at a section (`abschnitt`) or about the whole; `entwurf` goes on with what was typed before. */
export const load: PageServerLoad = async (event) => {
	const { kept } = event.locals;
	const { page, room, drafts } = await find(event);
	const id = event.url.searchParams.get('entwurf');
	return {
		page,
		call: page.call,
		room,
		draft: drafts.find((draft) => draft.id === id) ?? null,
		/** Drawn once: what is kept while one types becomes the note. */
		newId: crypto.randomUUID(),
		kept
	};
};

export const actions: Actions = {
	default: async (event) => {
		const sent = await event.request.formData();
		const values = everything(sent);
		const id = formId.parse(sent.get('form_id'));
		const addressee = String(sent.get('addressee') ?? '');
		const { db } = event.locals;
		const go = sent.get('go');
		if (go === 'autosave') {
			try {
				const at = await rooms.keepTyped(db, addressee, id, typedIn(values));
				return { line: m.rounds_typed_kept({ moment: moment(at) }) };
			} catch (refusal) {
				return refused(refusal, values);
			}
		}
		const passages = await passagesIn(event);
		if (go === 'fetch')
			return { values: { ...values, ...fetched(values, passages.blocks) }, isFetched: true };
		const form = parse(noteForm, sent);
		if (form.errors) return fail(400, form);
		try {
			await rooms.add(db, addressee, id, form.data, passages.words);
		} catch (refusal) {
			return refused(refusal, form.values);
		}
		const at = atOf(event);
		const { section } = form.data;
		redirect(
			303,
			section
				? sectionPath(at, section, { erledigt: 'angemerkt' }, `anmerkung-${id}`)
				: roomPath(at, { erledigt: 'angemerkt' }, `anmerkung-${id}`)
		);
	}
};

type Event = Pick<RequestEvent, 'locals' | 'url' | 'params'>;

async function find(event: Event) {
	const { db, authority } = event.locals;
	const key = event.url.searchParams.get('abschnitt');
	if (key) {
		const page = await rooms.section(db, authority.id, { ...atOf(event), key }).catch(askWhich(event));
		return { page: { ...page, isWhole: false as const }, room: page.room, drafts: page.drafts };
	}
	const page = await rooms.find(db, authority.id, atOf(event)).catch(askWhich(event));
	return { page: { ...page, isWhole: true as const }, room: page.room, drafts: page.drafts };
}

/** The text one reads: in plain language where the address says so. */
async function passagesIn(event: Event) {
	const { page } = await find(event);
	if (page.isWhole) return { words: [], blocks: [] };
	const isPlain = event.url.searchParams.get('sprache') === 'einfach' && page.twin;
	const text = isPlain ? page.twin!.body : page.section.body;
	return { words: passagesOf(text), blocks: text.blocks };
}

/** Lays the wording of the chosen passage out to be changed; of the whole section where none is chosen. */
function fetched(values: Record<string, unknown>, blocks: Parameters<typeof toMarkdown>[0]['blocks']) {
	const chosen = Number(values.passage) || 0;
	return {
		proposal: toMarkdown({ blocks: chosen ? blocks.slice(chosen - 1, chosen) : blocks, notes: [] })
	};
}

/** What is kept of a form while one types. */
function typedIn(values: Record<string, unknown>) {
	const { section, kind, passage, quote, body, proposal, language } = values;
	return { section: section || null, kind, passage, quote, body, proposal, language };
}
