import { log } from '../log.ts';

/** What node-postgres throws for an error of the server. Without a code the connection is gone. */
type DatabaseError = { code?: string; message?: string; detail?: string | null; hint?: string | null };

const lostCodes = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|57P0|53300)/;
const lostWords = /connection (terminated|ended|error)|timeout exceeded|not queryable|after calling end/i;

/** As PostgREST says it. */
export type Refused = {
	status: number;
	error: { code: string; message: string; details: string | null; hint: string | null };
};

/** Whether the connection is gone, or never was there. */
export const isLost = ({ code, message = '' }: DatabaseError) =>
	code ? lostCodes.test(code) : lostWords.test(message);

/**
 * The answer to a call that the database refused: the same status, code, message, details and hint as PostgREST's.
 * @returns nothing for what is no error of the database
 */
export function refused(error: unknown, role: string): Refused | undefined {
	const given = error as DatabaseError;
	if (isLost(given)) return answer(503, lost);
	if (typeof given.code !== 'string' || given.code.startsWith('PGRST')) return;
	return answer(status(given.code, role), given);
}

const lost = { code: 'PGRST001', message: 'Database client error. Retrying the connection.' };

function answer(status: number, { code = '', message = '', detail = null, hint = null }: DatabaseError) {
	log.info('database refused', { code });
	return { status, error: { code, message, details: detail, hint } };
}

/**
 * The same for lite, which sends an error of the code `PGRST` on as its message and detail say; every other one it may
 * turn into a bare 500.
 * @returns the shaped error; lite's own errors (unknown table, malformed filter) as they were
 */
export function likePostgrest(given: unknown, role: string): unknown {
	const known = refused(given, role);
	if (!known) return given;
	const { status, error } = known;
	const shaped = {
		code: 'PGRST',
		message: JSON.stringify(error),
		detail: JSON.stringify({ status, headers: {} })
	};
	unprinted.add(shaped);
	return shaped;
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

/** Lite prints every error it gets, with the row that was refused. Nothing of ours may get into the log that way. */
const unprinted = new WeakSet();
const print = console.error;
console.error = (...words: unknown[]) => {
	if (!words.some((word) => word instanceof Object && unprinted.has(word))) print(...words);
};
