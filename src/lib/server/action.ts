import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import type { Database } from './database.ts';
import { parse, refused, type Refused, type Values } from './forms.ts';
import { sessionOf } from './guard.ts';
import type { ClosedRoute } from './public-routes.ts';

/** A form of signed-in people that does one thing. */
interface Declared<Params extends object, Schema extends z.ZodObject, Done, Facts> {
	/** What the form holds; it may depend on the page. Left out where it is only a button. */
	schema?: Schema | ((asked: Asked<Params>) => Schema | Promise<Schema>);
	/** What it does. A refusal is said beside what was typed. */
	verb: (given: Given<Params, Schema>) => Promise<Done>;
	/** Its button `preview` (PreviewButton.svelte) shows the form again, what it says before it, and does nothing. */
	hasPreview?: boolean;
	/** What such a preview shows besides what was typed. A refusal is said as that of the verb. */
	facts?: (given: Given<Params, Schema>) => Promise<Facts>;
	/** Message key for each field that the database misses. */
	missing?: (field: string) => string;
	/** Where it leads, once it is done. */
	to: (given: Given<Params, Schema> & { done: Done }) => string;
}

/** The request, with what nearly every verb wants of it at hand. `db` acts as the person of the session. */
type Asked<Params extends object> = RequestEvent<Params, ClosedRoute> & {
	db: Database;
	authority: App.Authority;
	session: App.Session;
	/** The form as it came. */
	sent: FormData;
};

type Given<Params extends object, Schema extends z.ZodObject> = Asked<Params> & { data: z.infer<Schema> };

/**
 * Makes a declared form an action: reads it by its schema, calls the verb and leads on (303). What is wrong or refused
 * comes back as it was typed, with a sentence (`forms.ts`).
 *
 *     default: action({
 *         schema: questionForm,
 *         verb: ({ db, params, data }) => assessments.question(db, params.number, data),
 *         to: ({ params }) => href('/needs/[number]', params)
 *     })
 */
export function action<Params extends object, Schema extends z.ZodObject, Done, Facts = undefined>({
	schema = nothing as Schema,
	verb,
	hasPreview = false,
	facts,
	missing,
	to
}: Declared<Params, Schema, Done, Facts>) {
	return async (event: RequestEvent<Params, ClosedRoute>): Promise<Refused | Previewed<Facts>> => {
		const { db, authority } = event.locals;
		const sent = await event.request.formData();
		const asked = { ...event, db, authority, session: sessionOf(event), sent };
		const form = parse(typeof schema === 'function' ? await schema(asked) : schema, sent);
		if (form.errors) return fail(400, form);
		const given = { ...asked, data: form.data };
		let done: Done;
		try {
			if (hasPreview && sent.has('preview'))
				return { values: form.values, isPreview: true, facts: await facts?.(given) };
			done = await verb(given);
		} catch (refusal) {
			return refused(refusal, form.values, missing);
		}
		redirect(303, to({ ...given, done }));
	};
}

/** What was typed, to be shown as others will read it. */
type Previewed<Facts> = { values: Values; isPreview: true; facts: Facts | undefined; errors?: undefined };

const nothing = z.object({});
