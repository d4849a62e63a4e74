import { log } from '../log.ts';

/** What node-postgres throws for an error of the server. Without a code the connection is gone. */
type DatabaseError = { code?: string; message?: string; detail?: string; hint?: string };

const lostCodes = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|57P0|53300)/;
const lostWords = /connection (terminated|ended|error)|timeout exceeded|not queryable|after calling end/i;

/**
 * Shapes an error so that lite answers as PostgREST would: the same status, code, message, details and hint.
 * Lite sends an error of the code `PGRST` on as its message and detail say; every other one it may turn into a bare 500.
 * @returns the shaped error; lite's own errors (unknown table, malformed filter) as they were
 */
export function likePostgrest(error: unknown, role: string): unknown {
	const { code, message, detail, hint } = error as DatabaseError;
	if (code ? lostCodes.test(code) : lostWords.test(message ?? ''))
		return shaped(503, 'PGRST001', 'Database client error. Retrying the connection.');
	if (typeof code !== 'string' || code.startsWith('PGRST')) return error;
	return shaped(status(code, role), code, message, detail, hint);
}

/** The table of PostgREST's documentation, "Errors", section "PostgreSQL errors". */
function status(code: string, role: string): number {
	const own = /^PT([2-5]\d\d)$/.exec(code);
	if (own) return Number(own[1]);
	const known = statuses[code];
	if (known) return known;
	if (code === '42501') return role === 'anon' ? 401 : 403;
	return classes[code.slice(0, 2)] ?? 400;
}

const statuses: Record<string, number> = {
	'23503': 409,
	'23505': 409,
	'25006': 405,
	'42883': 404,
	'42P01': 404,
	'42P17': 500,
	P0001: 400
};

const classes: Record<string, number> = {
	'09': 500,
	'0L': 403,
	'0P': 403,
	'25': 500,
	'28': 403,
	'2D': 500,
	'38': 500,
	'39': 500,
	'3B': 500,
	'40': 500,
	'53': 503,
	'54': 500,
	'55': 500,
	'57': 500,
	'58': 500,
	F0: 500,
	HV: 500,
	P0: 500,
	XX: 500
};

function shaped(status: number, code: string, message = '', details?: string, hint?: string) {
	const text = JSON.stringify({ code, message, details: details ?? null, hint: hint ?? null });
	const error = { code: 'PGRST', message: text, detail: JSON.stringify({ status, headers: {} }) };
	unprinted.add(error);
	log.info('database refused', { code });
	return error;
}

/** Lite prints every error it gets, with the row that was refused. Nothing of ours may get into the log that way. */
const unprinted = new WeakSet();
const print = console.error;
console.error = (...words: unknown[]) => {
	if (!words.some((word) => word instanceof Object && unprinted.has(word))) print(...words);
};
