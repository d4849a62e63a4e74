import pg from 'pg';
import { afterAll } from 'vitest';
import { databaseUrl } from './harness.ts';

/*
 * Acting as a person the way the data interface does it (role and claims for one transaction), but so that the
 * transaction can be taken back: a thousand attempts leave no trace.
 */
const pool = new pg.Pool({ connectionString: databaseUrl, max: 12 });
pool.on('error', () => {});
afterAll(() => pool.end());

/** A person's id, or null for somebody who is not signed in. */
export type Actor = string | null;

export type Outcome = {
	/** 'yes' when something came back or was changed, 'nothing' when not, otherwise the error's code. */
	word: string;
	rows: Record<string, unknown>[];
	message?: string | undefined;
	detail?: string | undefined;
};

/** Tries one statement and takes it back. */
export const trying = (actor: Actor, text: string) => inTransaction(actor, text, 'rollback');

/**
 * Tries one statement as each of these people, and takes each attempt back: one question to the database for all.
 * @returns the words of `Outcome`, in the order of the people
 */
export async function tryingAsEach(actors: readonly Actor[], text: string): Promise<string[]> {
	await (prepared ??= pool.query(attempts));
	const { rows } = await pool.query('select attempts.as_each($1, $2) as words', [
		actors.map((actor) => JSON.stringify(claimsOf(actor))),
		text
	]);
	return rows[0].words;
}

let prepared: Promise<unknown> | undefined;
const attempts = `
	create schema attempts;
	create function attempts.as_each(p_claims text[], p_statement text) returns text[] language plpgsql as $$
	declare
		v_claims text; v_words text[] := '{}'; v_word text;
		v_row record; v_count bigint; v_values jsonb[];
	begin
		foreach v_claims in array p_claims loop
			begin
				perform set_config('request.jwt.claims', v_claims, true), set_config('role', v_claims::jsonb ->> 'role', true);
				v_count := 0;
				if p_statement ~* '^\\s*(select|with)' then
					for v_row in execute p_statement loop
						v_count := v_count + 1;
						v_values := array(select value from jsonb_each(to_jsonb(v_row)));
					end loop;
				else
					execute p_statement;
					get diagnostics v_count = row_count;
				end if;
				raise exception sqlstate 'BACK0' using message =
					case when v_count = 0 or v_count = 1 and v_values = array['null'::jsonb] then 'nothing' else 'yes' end;
			exception
				when sqlstate 'BACK0' then v_word := sqlerrm;
				when others then v_word := sqlstate;
			end;
			v_words := v_words || v_word;
		end loop;
		return v_words;
	end $$`;

/** Does it for good. @throws Error with the code when it was refused */
export async function doing(actor: Actor, text: string): Promise<Record<string, unknown>[]> {
	const outcome = await inTransaction(actor, text, 'commit');
	if (outcome.message) throw new Error(`${outcome.word}: ${outcome.message}\n${text}`);
	return outcome.rows;
}

/** The one value a statement gives back. */
export async function asking<Value = string>(actor: Actor, text: string): Promise<Value> {
	const [row] = await doing(actor, text);
	return Object.values(row ?? {})[0] as Value;
}

async function inTransaction(actor: Actor, text: string, end: 'commit' | 'rollback'): Promise<Outcome> {
	const client = await pool.connect();
	try {
		await client.query('begin');
		await become(client, actor);
		const { rows, rowCount } = await client.query(text);
		await client.query(end);
		return { word: word(rows, rowCount ?? 0), rows };
	} catch (error) {
		await client.query('rollback');
		const { code = '?', message, detail } = error as pg.DatabaseError;
		return { word: code, rows: [], message, detail };
	} finally {
		client.release();
	}
}

/** Makes the rest of the transaction that person's. */
export const become = (client: pg.ClientBase, actor: Actor) => {
	const claims = claimsOf(actor);
	return client.query(`select set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`, [
		JSON.stringify(claims),
		claims.role
	]);
};

const claimsOf = (actor: Actor) => (actor ? { sub: actor, role: 'authenticated' } : { role: 'anon' });

/** A connection of one's own, for what has to happen at the same time. Release it. */
export const connection = () => pool.connect();

function word(rows: Record<string, unknown>[], count: number): string {
	if (count === 0) return 'nothing';
	const values = rows.length === 1 ? Object.values(rows[0] ?? {}) : [];
	return values.length === 1 && values[0] === null ? 'nothing' : 'yes';
}
