import { fail, redirect } from '@sveltejs/kit';
import { parse, refused } from '#lib/server/forms.ts';
import { ballotForm, choicesIn } from '#lib/votes/vote-forms.ts';
import { choiceName, placesFor, type Choice } from '#lib/votes/vote.ts';
import { doneIn, pathOf } from '#lib/votes/vote-words.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const vote = await votes.find(locals.db, params.id);
	return { vote, help: vote.help, done: doneIn(url, vote) };
};

/** By place; what is not answered yet is missing. */
type Shown = Record<string, Choice>;

export const actions: Actions = {
	/** Shows the ballot once more, and casts it when it comes from there. What is chosen is kept nowhere on the way. */
	default: async ({ locals, params, request }) => {
		const sent = await request.formData();
		const vote = await votes.find(locals.db, params.id);
		const places = placesFor(vote, String(sent.get('elector')));
		const typed = Object.fromEntries(places.map((place) => [choiceName(place), sent.get(choiceName(place))]));
		const shown: Shown = choicesIn(typed, places);
		const form = parse(ballotForm(places), sent);
		if (form.errors) return fail(400, { errors: form.errors, shown, isChecked: false });
		if (sent.has('change')) return { errors: undefined, shown, isChecked: false };
		if (sent.has('preview')) return { errors: undefined, shown, isChecked: true };
		const { form_id, elector } = form.data;
		try {
			await votes.cast(locals.db, params.id, { form_id, elector, choices: choicesIn(form.data, places) });
		} catch (refusal) {
			const { status, data } = refused(refusal, {});
			return fail(status, { errors: data.errors, shown, isChecked: false });
		}
		redirect(303, pathOf(params.id, 'cast'));
	}
};
