import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { everything, parse, refused } from '#lib/server/forms.ts';
import { toMarkdown } from '#lib/text/markdown-out.ts';
import { passagesOf, pointForm } from './note-form.ts';
import { requireOwn } from './require-statement.server.ts';
import { statementPath } from './room-paths.ts';
import * as rooms from './rooms.server.ts';
import * as statements from './statements.server.ts';

type Event = RequestEvent<{ slug: string; statement: string; point?: string }>;

/** The statement, the sections a point can be at, and the text of one of them. @param key of the chosen section */
export async function pointPage(event: Pick<Event, 'locals' | 'params'>, key: string | null) {
	const page = await requireOwn(event as Event);
	const { db, authority } = event.locals;
	const at = { slug: page.call.slug, asOrganisation: page.room.organisationId };
	const [contents, section] = await Promise.all([
		rooms.contents(db, authority.id, at),
		key ? rooms.section(db, authority.id, { ...at, key }) : null
	]);
	return { page, sections: contents.sections, text: section?.section.body };
}

/** Saves a point; its button `fetch` lays the wording of the passage out to be changed, and another section shows its passages first. */
export async function savePoint(event: Event, pointId: (formId: string) => string) {
	const sent = await event.request.formData();
	const values = everything(sent);
	const { text } = await pointPage(event, String(sent.get('section') ?? '') || null);
	if (sent.get('go') === 'fetch') {
		const chosen = Number(values.passage) || 0;
		const blocks = text?.blocks ?? [];
		const proposal = toMarkdown({ blocks: chosen ? blocks.slice(chosen - 1, chosen) : blocks, notes: [] });
		return { values: { ...values, proposal }, isFetched: true };
	}
	const form = parse(pointForm, sent);
	if (form.errors) return fail(400, form);
	const id = pointId(form.data.form_id);
	try {
		await statements.savePoint(event.locals.db, event.params.statement, id, form.data, passagesOf(text));
	} catch (refusal) {
		return refused(refusal, form.values);
	}
	redirect(303, statementPath(event.params, '', { erledigt: 'gespeichert' }, `punkt-${id}`));
}
