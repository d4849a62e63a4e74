import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { filledIn, problemsIn, type FilledIn } from '#lib/calls/survey-form.ts';
import { replyPath, type SurveyField, type SurveyReply } from '#lib/calls/survey.ts';
import * as surveys from '#lib/calls/surveys.server.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { everything, refused, type Values } from '#lib/server/forms.ts';
import { requirePerson } from '#lib/server/require-person.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	requirePerson(event);
	const { reply, field } = await asked(event);
	const number = Number(event.params.number);
	return { reply, field, number, kept: event.locals.kept };
};

export const actions: Actions = {
	default: async (event) => {
		requirePerson(event);
		const { reply, field } = await asked(event);
		const values = everything(await event.request.formData());
		const filled = filledIn(reply.questions, values);
		const go = values.go;
		if (go === 'theirs') redirect(303, event.url.pathname + event.url.search);

		const errors = problemsIn(filled);
		if (Object.keys(errors).length) return fail(400, { values, errors: sentences(errors) });
		const saved = await save(event, reply, field, filled, values);
		if (saved) return saved;
		if (go === 'report') {
			const draft = await surveys.startReport(event.locals.db, reply.addresseeId, field.key);
			redirect(303, `/bedarfe/entwurf/${draft}/thema`);
		}
		const next = reply.fields.indexOf(field) + 2;
		const isLast = next > reply.fields.length;
		redirect(
			303,
			go === 'next' && !isLast ? replyPath(reply, next) : `${replyPath(reply)}#feld-${field.key}`
		);
	}
};

/** The survey and the field at this number, counted from 1. */
async function asked({ locals, params, url }: RequestEvent) {
	const { db, authority } = locals;
	const reply = await surveys.reply(db, authority.id, params.slug!, url.searchParams.get('fuer'));
	const field = reply.fields[Number(params.number) - 1];
	if (!field) error(404);
	return { reply, field };
}

/** Keeps what was filled in; what was changed in another window as well is shown beside it. */
async function save(
	{ locals }: RequestEvent,
	reply: SurveyReply,
	field: SurveyField,
	filled: FilledIn,
	values: Values
) {
	try {
		await surveys.save(locals.db, reply.addresseeId, field.key, filled);
	} catch (refusal) {
		return refused(refusal, values);
	}
}

const sentences = (errors: Record<string, string>) =>
	Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, sentence(key)]));
