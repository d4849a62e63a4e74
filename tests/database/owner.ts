import pg from 'pg';

/** The database's owner, whom no policy holds back: to arrange a test and to look behind the interface. */
export function ownerOf(url: string) {
	const pool = new pg.Pool({ connectionString: url, max: 2 });
	pool.on('error', () => {});
	return {
		// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test says what it expects of a row
		sql: async <Row = any>(text: string, values: unknown[] = []): Promise<Row[]> =>
			(await pool.query(text, values)).rows as Row[],
		close: () => pool.end()
	};
}
