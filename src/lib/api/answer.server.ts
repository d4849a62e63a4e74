import type { RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import { legibleIn } from '#lib/i18n/legible.ts';
import { sentence } from '#lib/i18n/sentence.ts';
import { ask, Refusal, type Database } from '#lib/server/database.ts';
import { log } from '#lib/server/log.ts';
import { operations, type Operation, type OperationName } from './operations.ts';
import { problem } from './problem.ts';

type Sent<Part> = Part extends z.ZodType ? z.infer<Part> : undefined;
type Of<Name extends OperationName> = (typeof operations)[Name];
type Part<Name extends OperationName, Key extends string> = Key extends keyof Of<Name>
	? Sent<Of<Name>[Key]>
	: undefined;

/** What a call is given: checked parts, and the database as the person of the token. */
export interface Call<Name extends OperationName> {
	db: Database;
	authority: App.Authority;
	params: Part<Name, 'params'>;
	query: Part<Name, 'query'>;
	body: Part<Name, 'body'>;
}

/**
 * Makes an operation a request handler: asks for the token's scope, checks what was sent, calls the verb, and answers only
 * what the document promises. Refusals become problem details (RFC 9457).
 */
export function answering<Name extends OperationName>(
	name: Name,
	verb: (call: Call<Name>) => Promise<z.input<Of<Name>['answer']>>
) {
	const operation: Operation = operations[name];
	return async (event: RequestEvent): Promise<Response> => {
		const { token, db, authority, requestId } = event.locals;
		if (operation.scope && !token) return problem(401, 'TOKEN', 'errors_token');
		if (operation.scope && !token!.scopes.includes(operation.scope))
			return problem(403, 'SCOPE', 'errors_scope');
		if (operation.body && !isJson(event.request)) return problem(415, 'MEDIA', 'errors_not_json');
		const sent = await read(operation, event);
		if (sent.errors) return problem(400, 'INPUT', 'errors_input', sent.errors);
		try {
			const found = await verb({ db, authority, ...sent.parts } as Call<Name>);
			if (operation.audits)
				await ask(db.rpc('audit_reading', { p_authority: authority.id, p_kind: operation.audits }));
			return json(operation.answer.parse(found), operation.status ?? 200);
		} catch (error) {
			if (error instanceof Refusal) return refusal(error);
			log.error('failure', error, { request: requestId, route: event.route.id });
			return problem(500, 'ERROR', 'errors_unexpected');
		}
	};
}

type Read =
	| { parts: Record<string, unknown>; errors?: undefined }
	| { parts?: undefined; errors: Record<string, string> };

async function read(operation: Operation, event: RequestEvent): Promise<Read> {
	const body = operation.body ? await event.request.json().catch(() => notJson) : undefined;
	if (body === notJson) return { errors: { body: sentence('errors_not_json') } };
	const given = {
		params: event.params,
		query: legibleIn(Object.fromEntries(event.url.searchParams)),
		body: legibleIn(body)
	};
	const parts: Record<string, unknown> = {};
	for (const part of ['params', 'query', 'body'] as const) {
		const schema = operation[part];
		if (!schema) continue;
		const { data, error } = schema.strict().safeParse(given[part]);
		if (error) return { errors: errorsOf(error, part) };
		parts[part] = data;
	}
	return { parts };
}

const notJson = Symbol('what came is no JSON');
const isJson = ({ headers }: Request) =>
	/^application\/([\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '');

/** By the name of what is wrong; a key nobody knows is named itself. */
const errorsOf = (error: z.ZodError, part: string) =>
	Object.fromEntries(
		error.issues.flatMap((issue) => {
			const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
			const names = keys.length ? keys.map((key) => [...issue.path, key].join('.')) : [issue.path.join('.')];
			return names.map((name) => [name || part, sentence(wordOf(issue))]);
		})
	);

function wordOf({ code, message }: z.core.$ZodIssue): string {
	if (code === 'unrecognized_keys') return 'errors_unknown_field';
	return /received undefined$/.test(message) ? 'errors_missing' : 'errors_invalid';
}

function refusal({ status, code, messageKey, fields }: Refusal): Response {
	if (code === 'WHICH') return problem(status, code, messageKey, fields as Record<string, string>);
	const named = Array.isArray(fields) ? fields : Object.keys(fields);
	const errors = named.length
		? Object.fromEntries(
				named.map((field) => [field, sentence(code === 'MISSG' ? 'errors_missing' : messageKey)])
			)
		: undefined;
	return problem(status, code, messageKey, errors);
}

function json(value: unknown, status: number): Response {
	return new Response(JSON.stringify(value), {
		status,
		headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
	});
}
