import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { root } from '../root.ts';

/*
 * The present form of every rule: functions, triggers, policies, views and grants lie in supabase/schemas, one folder a
 * noun. They are taken down and put up anew as a whole, in the transaction that also runs the migrations.
 */
const folder = join(root, 'supabase');
const clearing = join(folder, 'schemas', 'clearing.sql');
const kept = 'supabase_migrations.declared';

/** Every file, in the order that `schema_paths` in config.toml gives: the Supabase CLI reads the same list. */
export function declaredFiles(): string[] {
	const config = readFileSync(join(folder, 'config.toml'), 'utf8');
	const [, list = ''] = config.match(/^schema_paths = \[([^\]]*)\]/m) ?? [];
	const patterns = [...list.matchAll(/"([^"]+)"/g)].map(([, pattern]) => String(pattern));
	return patterns
		.flatMap((pattern) => globSync(pattern, { cwd: folder }).sort())
		.map((file) => join(folder, file));
}

/** Does this database hold other rules than the files, or none yet? */
export async function isOutdated(client: pg.Client): Promise<boolean> {
	const { rows } = await client.query('select to_regclass($1) as history', [kept]);
	if (!rows[0].history) return true;
	const { rowCount } = await client.query(`select from ${kept} where hash = $1`, [hash()]);
	return rowCount === 0;
}

/** Takes every rule away, so that migrations may change any table. */
export const clear = (client: pg.Client) => client.query(readFileSync(clearing, 'utf8'));

/** Puts up what the files say, and notes that it did. */
export async function declare(client: pg.Client) {
	for (const file of declaredFiles())
		await client.query(readFileSync(file, 'utf8')).catch((error) => {
			throw Object.assign(new Error(`${file}: ${error.message}`), { cause: error });
		});
	await client.query(
		`create table if not exists ${kept} (hash text not null, declared_at timestamptz not null)`
	);
	await client.query(`truncate ${kept}`);
	await client.query(`insert into ${kept} values ($1, now())`, [hash()]);
}

function hash(): string {
	const sum = createHash('sha256');
	for (const file of declaredFiles()) sum.update(readFileSync(file));
	return sum.digest('hex');
}
