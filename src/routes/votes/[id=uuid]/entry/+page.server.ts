import { error, fail, redirect } from '@sveltejs/kit';
import { everything, refused } from '#lib/server/forms.ts';
import { formId } from '#lib/ui/form-id.ts';
import { entryIn, problemsIn, valuesOf } from '#lib/votes/entry.ts';
import { pathOf } from '#lib/votes/vote-words.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Database } from '#lib/server/database.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const vote = await requireSession(locals.db, params.id);
	const [last] = vote.results;
	return { vote, help: vote.help, stored: last ? valuesOf(last, vote) : {}, kept: locals.kept };
};

export const actions: Actions = {
	/** Checks what is typed against itself; it is entered from the page that shows it once more. */
	default: async ({ locals, params, request }) => {
		const vote = await requireSession(locals.db, params.id);
		const sent = await request.formData();
		const values = everything(sent);
		const entry = entryIn(values, vote, formId.parse(sent.get('form_id')));
		const errors = problemsIn(values, entry, vote);
		if (Object.keys(errors).length) return fail(400, { values, errors });
		if (sent.has('preview')) return { values, isPreview: true };
		try {
			await votes.enter(locals.db, params.id, entry);
		} catch (refusal) {
			return refused(refusal, values);
		}
		redirect(303, pathOf(params.id, 'entered'));
	}
};

/** A vote of a session, for whoever enters it. */
async function requireSession(db: Database, id: string) {
	const vote = await votes.find(db, id);
	if (!vote.canPreside) error(404, { message: 'errors_not_found' });
	if (vote.mode !== 'session' || vote.outcome === 'cancelled') redirect(303, pathOf(id));
	return vote;
}
