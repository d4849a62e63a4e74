import pg from 'pg';
import { backend } from '../backend.ts';
import { refuse } from '../refusal.ts';

const minutes = 15;

/**
 * Calls a function as a person in one transaction that may take minutes, which the data interface would cut off. For jobs
 * only. Nothing stays if the process ends in between.
 * @param personId who asked for the job, as the database noted it
 * @param text one statement, e.g. `select public.commit_import($1)`
 * @throws Refusal as the data interface would
 */
export async function longCall(personId: string, text: string, values: unknown[]): Promise<void> {
	const client = new pg.Client({ connectionString: backend().directUrl });
	client.on('error', () => {}); // the query's own promise says it
	await client.connect();
	try {
		await client.query('begin');
		await client.query(
			`select set_config('TimeZone', 'UTC', true), set_config('statement_timeout', $2, true),
				set_config('request.jwt.claims', $1, true), set_config('role', 'authenticated', true)`,
			[JSON.stringify({ sub: personId, role: 'authenticated' }), `${minutes}min`]
		);
		await client.query(text, values);
		await client.query('commit');
	} catch (error) {
		const { code, message, detail } = error as pg.DatabaseError;
		refuse({ code, message, details: detail }, 500);
	} finally {
		await client.end().catch(() => {});
	}
}
