import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSqlStatements } from '@supabase/lite';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { root } from '../root.ts';
import { clear, declare, isOutdated } from './declared.ts';

const lock = 7_309_001; // one process migrates, the others wait
const seeds = 'supabase_migrations.seed_files';
const quiet = new Logger(() => () => {});

type Wishes = {
	/** File of the sample. */
	seed?: string | false;
	/** The versions to stop at, for a backup of an older state: tables only, without rules. */
	only?: string[];
	/** Of a database whose roles are made by somebody else: Supabase. */
	roles?: boolean;
};

/**
 * Brings a database to the newest state: roles, graphile-worker's own tables (our functions queue jobs there), then in one
 * transaction every migration the history does not know and the present form of every rule; on a new database the sample.
 * The history is the one the Supabase CLI keeps, so that either may go on where the other stopped.
 * @returns the versions applied now, whether the rules were put up anew, and whether the sample was sown
 */
export async function migrate(url: string, { seed, only, roles = true }: Wishes = {}) {
	return alone(url, async (client) => {
		if (roles) await client.query(readFileSync(join(root, 'src/lib/server/embedded/roles.sql'), 'utf8'));
		await prepareJobs(url);
		await makeHistory(client);
		const known = await history(client);
		const isWanted = (version: string) => !known.has(version) && (only?.includes(version) ?? true);
		const missing = migrations().filter(({ version }) => isWanted(version));
		if (seed && known.size === 0)
			await client.query(`insert into ${seeds} values ('sample', 'due') on conflict do nothing`);
		const declared = !only && (missing.length > 0 || (await isOutdated(client)));
		if (declared || missing.length) await inTransaction(client, () => change(client, missing, declared));
		const sown = Boolean(seed) && (await sow(client, String(seed)));
		return { applied: missing.map(({ version }) => version), declared, sown };
	});
}

/**
 * The lock lives in a transaction of its own, on a connection of its own: through a pooler anything else would be lost or,
 * worse, stay behind when we are gone.
 */
function alone<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	return connected(url, async (guard) => {
		await guard.query('begin');
		await guard.query('select pg_advisory_xact_lock($1)', [lock]);
		return connected(url, work).finally(() => guard.query('rollback').catch(() => {}));
	});
}

async function change(client: pg.Client, missing: Migration[], declares: boolean) {
	await clear(client);
	for (const migration of missing) await apply(client, migration);
	if (declares) await declare(client);
}

/** How many changes a database lacks that is brought to the newest state by `npm run push`. */
export async function missingChanges(url: string): Promise<number> {
	return connected(url, async (client) => {
		const { rows } = await client.query(
			`select to_regclass('supabase_migrations.schema_migrations') as history`
		);
		const known = rows[0].history ? await history(client) : new Set<string>();
		const missing = knownVersions().filter((version) => !known.has(version));
		return missing.length + Number(await isOutdated(client));
	});
}

/** The versions that this program brings along, in order. */
export const knownVersions = () => migrations().map(({ version }) => version);

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on('error', () => {});
	await client.connect();
	return work(client).finally(() => client.end());
}

/** The tables of graphile-worker, which our functions name. */
export async function prepareJobs(url: string) {
	await runMigrations({ connectionString: url, logger: quiet });
}

type Migration = { version: string; name: string; text: string };

/** `20261123090000_people.sql` → version and name, in order of version. */
function migrations(): Migration[] {
	const folder = join(root, 'supabase', 'migrations');
	const files = readdirSync(folder).filter((file) => /^\d+_.*\.sql$/.test(file));
	return files.sort().map((file) => {
		const [, version = '', name = ''] = /^(\d+)_(.*)\.sql$/.exec(file) ?? [];
		return { version, name, text: readFileSync(join(folder, file), 'utf8') };
	});
}

async function makeHistory(client: pg.Client) {
	await client.query(`
		create schema if not exists supabase_migrations;
		create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
		create table if not exists ${seeds} (path text primary key, hash text not null)`);
}

async function history(client: pg.Client): Promise<Set<string>> {
	const { rows } = await client.query('select version from supabase_migrations.schema_migrations');
	return new Set(rows.map(({ version }) => version));
}

/** Only what was empty when it was migrated gets the sample, once; a first start that broke off in between goes on. */
async function sow(client: pg.Client, seed: string): Promise<boolean> {
	const { rowCount } = await client.query(`select from ${seeds} where path = 'sample' and hash = 'due'`);
	if (!rowCount || !existsSync(seed)) return false;
	await inTransaction(client, async () => {
		await client.query(readFileSync(seed, 'utf8'));
		await client.query(`update ${seeds} set hash = 'sown' where path = 'sample'`);
	});
	return true;
}

async function apply(client: pg.Client, { version, name, text }: Migration) {
	await client.query(text).catch((error) => {
		throw Object.assign(new Error(`migration ${version}_${name}: ${error.message}`), { cause: error });
	});
	await client.query(
		'insert into supabase_migrations.schema_migrations (version, statements, name) values ($1, $2, $3)',
		[version, splitSqlStatements(text), name]
	);
}

async function inTransaction(client: pg.Client, work: () => Promise<unknown>) {
	await client.query('begin');
	try {
		await work();
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}
