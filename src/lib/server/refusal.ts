import { error } from '@sveltejs/kit';

type KitError = new (
	status: number,
	body: { message: string }
) => { status: number; body: { message: string } };

/** Kit does not export its error class. What is thrown of it keeps its status and shows the error page. */
const HttpError = kitError();

/**
 * The database refused for a reason that has a sentence. A page that does not catch it shows the error page with its
 * status; a form shows `messageKey` beside its fields.
 */
export class Refusal extends HttpError {
	/** The five letters raised in SQL, or an SQLSTATE. */
	readonly code: string;
	/** A key of `errors.*.json`; for `RULED` and `FINAL` the key that the rule gave. */
	readonly messageKey: string;
	/** Names of the missing fields, or the stored values of those in conflict. */
	readonly fields: string[] | Record<string, unknown>;

	constructor(code: string, status: number, messageKey: string, fields: Refusal['fields'] = []) {
		super(status, { message: messageKey });
		this.code = code;
		this.messageKey = messageKey;
		this.fields = fields;
	}
}

/** Code → status and sentence. The one place where SQL's words become the person's. */
const refusals: Record<string, [status: number, messageKey: string]> = {
	NOTFD: [404, 'errors_not_found'],
	'42501': [404, 'errors_not_found'], // what one may not see does not exist
	PGRST116: [404, 'errors_not_found'],
	STALE: [409, 'errors_stale'],
	MISSG: [400, 'errors_missing'],
	WHICH: [400, 'errors_which_organisation'], // the fields are the choices: id → name
	INVAL: [400, 'errors_invalid'],
	'22P05': [400, 'errors_invalid'], // a character no text may hold
	'22021': [400, 'errors_invalid'],
	'22003': [400, 'errors_invalid'], // a number too large for what it counts
	'23514': [400, 'errors_invalid'], // too long, or no such choice: past the form's own checks
	'23503': [400, 'errors_invalid'],
	FINAL: [409, 'errors_final'],
	LIMIT: [429, 'errors_limit'],
	EXPIR: [410, 'errors_expired'],
	RULED: [400, 'errors_ruled'],
	'23505': [409, 'errors_duplicate'],
	'22P02': [404, 'errors_not_found'], // an id in the address that is no id
	PGRST001: [503, 'errors_unavailable'],
	PGRST000: [503, 'errors_unavailable'],
	PGRST002: [503, 'errors_unavailable'],
	PGRST003: [503, 'errors_unavailable'],
	'57014': [503, 'errors_unavailable']
};

type DataError = { code?: string; message?: string; details?: string | null };

/** @throws Refusal for what the table knows, otherwise an Error whose message carries no rows */
export function refuse(given: unknown, status: number): never {
	const { code = '', message = '', details } = given as DataError;
	const [known, key] = refusals[code] ?? [];
	const hasOwnWords = code === 'RULED' || (code === 'FINAL' && message.startsWith('errors_'));
	if (known && key) throw new Refusal(code, known, hasOwnWords ? message : key, parsed(details));
	if (status === 0 || status === 503) throw new Refusal(code, 503, 'errors_unavailable');
	throw Object.assign(new Error(`the database answered ${status} ${code}`), { code });
}

function parsed(details: string | null | undefined): Refusal['fields'] {
	try {
		const value: unknown = JSON.parse(details ?? '[]');
		return value instanceof Object ? (value as Refusal['fields']) : [];
	} catch {
		return [];
	}
}

function kitError(): KitError {
	try {
		error(400, { message: '' });
	} catch (thrown) {
		return (thrown as object).constructor as KitError;
	}
}
