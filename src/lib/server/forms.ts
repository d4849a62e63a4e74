import { fail, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { legible } from '#lib/i18n/legible.ts';
import { sentence, sentences } from '#lib/i18n/sentence.ts';
import { Refusal } from './database.ts';

/** What was typed, by field; lists for fields with several values. Passwords and codes are never among them. */
export type Values = Record<string, string | string[]>;
/** Field → finished sentence. Errors of the whole form stand under "form". */
export type Errors = Record<string, string>;

type Parsed<T> =
	{ values: Values; data: T; errors?: undefined } | { values: Values; errors: Errors; data?: undefined };

/**
 * Reads a form by its schema. A field that was not sent counts as blank, a field whose schema is a list takes all values
 * of its name, texts are read as `legible` says, files are left out.
 *
 *     const form = parse(postForm, await request.formData());
 *     if (form.errors) return fail(400, form);
 */
export function parse<S extends z.ZodObject>(schema: S, sent: FormData): Parsed<z.infer<S>> {
	const input = Object.fromEntries(
		Object.entries(schema.shape).map(([name, field]) => {
			const texts = sent
				.getAll(name)
				.filter((value) => typeof value === 'string')
				.map(readAs(name));
			return [name, takesMany(field as Schema) ? texts : (texts[0] ?? '')];
		})
	);
	const values = open(input);
	const { data, error } = schema.safeParse(input, { error: () => 'errors_invalid' });
	return error ? { values, errors: sentences(error) } : { values, data };
}

/** Everything a form sent, as text by field, without files and secrets: to be kept and shown again. */
export function everything(sent: FormData): Values {
	const texts: Values = {};
	for (const name of new Set(sent.keys())) {
		const [first, ...more] = sent
			.getAll(name)
			.filter((value) => typeof value === 'string')
			.map(readAs(name));
		if (first !== undefined) texts[name] = more.length ? [first, ...more] : first;
	}
	return open(texts);
}

/** Answers a form whose field is wrong for a reason its schema cannot know. @param messageKey a key of `messages` */
export function wrong(values: Values, field: string, messageKey: string) {
	const errors: Errors = { [field]: sentence(messageKey) };
	return fail(400, { values, errors });
}

export type Refused = ActionFailure<{ values: Values; errors: Errors; stored?: Record<string, unknown> }>;

/**
 * Answers a refused form: its values again and the sentence why, beside the fields that the rule names. For `STALE`,
 * `stored` has what is stored by now. What is not there stays the error page, and so does everything unexpected.
 * @param missingKey message key for each field that the database misses
 */
export function refused(
	error: unknown,
	values: Values,
	missingKey: (field: string) => string = () => 'errors_missing'
): Refused {
	if (!(error instanceof Refusal) || error.status === 404) throw error;
	const { code, status, messageKey, fields } = error;
	if (Array.isArray(fields) && fields.length) {
		const key = code === 'MISSG' ? missingKey : () => messageKey;
		const errors = Object.fromEntries(fields.map((field) => [field, sentence(key(field))]));
		return fail(status, { values, errors });
	}
	const stored = code === 'STALE' && !Array.isArray(fields) ? fields : undefined;
	return fail(status, { values, errors: { form: sentence(messageKey) }, stored });
}

/** Fields by these names are secrets, or good for one form: they go back to nobody and are kept nowhere. So is what somebody votes. */
const secret = /^(password\w*|code|token|form_id|ballot_\w+)$/i;

function open<T extends Values>(values: T): T {
	return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.test(name))) as T;
}

/** A secret is what was typed, sign by sign. */
const readAs = (name: string) => (text: string) => (secret.test(name) ? text : legible(text));

type Schema = { def: { type: string; innerType?: Schema; in?: Schema } };

function takesMany({ def }: Schema): boolean {
	const inner = def.innerType ?? def.in;
	return def.type === 'array' || (inner ? takesMany(inner) : false);
}
