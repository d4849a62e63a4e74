import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { answerForm, noteForm, passagesOf } from '#lib/rounds/note-form.ts';
import type { RoundNote } from '#lib/rounds/room-document.ts';
import { atOf, notePath } from '#lib/rounds/room-paths.ts';
import * as rooms from '#lib/rounds/rooms.server.ts';
import { action } from '#lib/server/action.ts';
import { everything, parse, refused } from '#lib/server/forms.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own note, or answer, to be changed or withdrawn. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const page = await rooms.note(locals.db, params.note);
	if (!page.note.isOwn) error(404);
	return { page, proposal: page.note.proposal ? toMarkdown(page.note.proposal) : '', kept: locals.kept };
};

type Event = RequestEvent<{ slug: string; note: string }>;

export const actions: Actions = {
	save: async (event: Event) => {
		const { db } = event.locals;
		const page = await rooms.note(db, event.params.note);
		const sent = await event.request.formData();
		const revision = Number(sent.get('revision'));
		try {
			if (page.note.kind === 'answer') {
				const form = parse(answerForm, sent);
				if (form.errors) return fail(400, form);
				await rooms.changeAnswer(db, page.note.id, revision, form.data.body);
			} else {
				const { words, blocks } = passagesIn(page);
				if (sent.get('go') === 'fetch') return fetched(everything(sent), blocks);
				const form = parse(noteForm, sent);
				if (form.errors) return fail(400, form);
				const key = page.note.section?.key ?? null;
				await rooms.change(db, page.note.id, revision, form.data, words, key);
			}
		} catch (refusal) {
			return refused(refusal, everything(sent));
		}
		redirect(303, notePath(atOf(event), page.note.id, { erledigt: 'geaendert' }));
	},
	withdraw: action({
		verb: ({ db, params }) => rooms.withdraw(db, params.note),
		to: (event) => notePath(atOf(event), event.params.note, { erledigt: 'zurueckgezogen' })
	})
};

function passagesIn({ note, text }: RoundNote) {
	const body = note.isOnTwin && text?.twin ? text.twin.body : text?.section.body;
	return { words: passagesOf(body), blocks: body?.blocks ?? [] };
}

function fetched(
	values: Record<string, string | string[]>,
	blocks: Parameters<typeof toMarkdown>[0]['blocks']
) {
	const chosen = Number(values.passage) || 0;
	const proposal = toMarkdown({ blocks: chosen ? blocks.slice(chosen - 1, chosen) : blocks, notes: [] });
	return { values: { ...values, proposal }, isFetched: true };
}
