import { error, fail, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/addresses.ts';
import { filledIn, problemsIn } from '#lib/surveys/survey-form.ts';
import { requireReply } from '#lib/surveys/require-reply.server.ts';
import { ownProblemsIn } from '#lib/surveys/own-question.ts';
import { askedOf, ownQuestions, replyPath } from '#lib/surveys/survey.ts';
import * as surveys from '#lib/surveys/surveys.server.ts';
import { moment } from '#lib/i18n/format.ts';
import { m } from '#lib/i18n/paraglide/messages.js';
import { sentence } from '#lib/i18n/sentence.ts';
import type { Saved } from '#lib/surveys/field-autosave.ts';
import { everything, refused } from '#lib/server/forms.ts';
import { declined, shortName } from '#lib/people/person.ts';
import { sessionOf } from '#lib/server/guard.ts';
import { formId } from '#lib/ui/form-id.ts';
import type { Actions, PageServerLoad } from './$types';

/** The survey and the field at this number, counted from 1. */
export const load: PageServerLoad = async (event) => {
	const reply = await requireReply(event);
	const number = Number(event.params.number);
	const field = reply.fields[number - 1];
	if (!field) error(404);
	return { reply, field, number, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		const { person } = sessionOf(event);
		const { db } = event.locals;
		const sent = await event.request.formData();
		const values = everything(sent);
		const { go = 'save', addressee, field } = values as Record<string, string>;
		if (!addressee || !field) error(400);
		if (go === 'theirs') redirect(303, event.url.pathname + event.url.search);

		const filled = filledIn(values);
		let revision: number;
		try {
			revision = await surveys.save(db, addressee, field, filled);
		} catch (refusal) {
			return refused(refusal, values);
		}
		if (go === 'autosave') return saved(revision, shortName(person));
		const errors = sentences(
			field === ownQuestions
				? ownProblemsIn((await requireReply(event)).form.own, filled.answers, false)
				: problemsIn(filled)
		);
		if (Object.keys(errors).length)
			return fail(400, { values: { ...values, revision: String(revision) }, errors });
		if (go === 'report') {
			const draft = await surveys.startReport(db, addressee, field, formId.parse(sent.get('form_id')));
			redirect(303, href('/needs/drafts/[id]/[step]', { id: draft, step: 'topic' }));
		}
		const next = Number(event.params.number) + 1;
		redirect(303, replyPath(askedOf(event), go === 'next' ? next : `#feld-${field}`));
	}
};

/** What a page with scripts hears after it saved by itself. */
const saved = (revision: number, name: string): Saved => ({
	revision,
	line: m.surveys_saved_at({ moment: moment(new Date()), whom: declined(name) })
});

const sentences = (errors: Record<string, string>) =>
	Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, sentence(key)]));
