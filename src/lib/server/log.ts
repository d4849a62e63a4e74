/** One JSON line per event. Never pass what a person entered, an address, a name or a row: ids, codes and times only. */
type Fields = Record<string, string | number | boolean | null | undefined>;
type Level = 'info' | 'warn' | 'error' | 'silent';

export const log = {
	line: (level: Level, event: string, fields: Fields = {}) =>
		JSON.stringify({ time: new Date().toISOString(), level, event, ...fields }),
	info: (event: string, fields?: Fields) => write('info', event, fields),
	warn: (event: string, fields?: Fields) => write('warn', event, fields),
	error: (event: string, error: unknown, fields?: Fields) =>
		write('error', event, { ...fields, ...described(error) })
};

/** `LOG_LEVEL` is info, warn, error or silent. */
function write(level: Level, event: string, fields?: Fields) {
	if (rank[level] < (rank[process.env.LOG_LEVEL as Level] ?? rank.info)) return;
	(level === 'info' ? process.stdout : process.stderr).write(log.line(level, event, fields) + '\n');
}

const rank = { info: 0, warn: 1, error: 2, silent: 3 };

/** Name, code and place. A database's message is left out since it may quote a row. */
function described(error: unknown): Fields {
	if (!(error instanceof Error)) return { error: typeof error };
	const code = (error as Error & { code?: string }).code;
	const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
	const place = error.stack
		?.split('\n')
		.filter((line) => line.startsWith('    at '))
		.slice(0, 8)
		.join('\n');
	return { error: error.name, code, message: fromDatabase ? undefined : error.message, place };
}
