import type pg from 'pg';

/** One table as it lies in a backup. */
export type Table = { name: string; columns: string[] };
export type Sequence = { name: string; last: string; called: boolean };
/** A job that is still to be done, as `graphile_worker.add_job` takes it. */
export type Job = Record<
	'identifier' | 'payload' | 'queue' | 'runAt' | 'attempts' | 'key' | 'priority' | 'flags',
	unknown
>;

/** Text of COPY is the same on both sides only when these are: checksums compare it. */
export const steady = `set timezone = 'UTC'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres';
	set extra_float_digits = 1; set bytea_output = 'hex'; set search_path = ''; set client_encoding = 'UTF8'`;

const ours = `c.relnamespace::regnamespace::text in ('public', 'private')
	and not exists (select from pg_catalog.pg_depend d where d.objid = c.oid and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'e')`;

/** Every table of ours with the columns it stores; what is generated generates itself again. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
	const { rows } = await client.query<Table>(`
		select c.oid::regclass::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
		from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		where ${ours} and c.relkind = 'r' group by c.oid order by c.oid::regclass::text collate "C"`);
	return rows;
}

/** Where the counters stand. They do not turn back with the snapshot, so they are never behind the rows. */
export async function sequencesOf(client: pg.Client): Promise<Sequence[]> {
	const { rows } = await client.query<{ name: string }>(
		`select c.oid::regclass::text as name from pg_catalog.pg_class c where ${ours} and c.relkind = 'S' order by 1`
	);
	const sequences: Sequence[] = [];
	for (const { name } of rows) {
		const state = await client.query(`select last_value::text as last, is_called as called from ${name}`);
		sequences.push({ name, ...state.rows[0] });
	}
	return sequences;
}

/** Also those being done at this moment: after a restore nobody is doing them. */
export async function jobsOf(client: pg.Client): Promise<Job[]> {
	const { rows } = await client.query<{ job: Job }>(`
		select json_build_object('identifier', v.task_identifier, 'payload', j.payload, 'queue', v.queue_name, 'runAt', v.run_at,
			'attempts', v.max_attempts, 'key', v.key, 'priority', v.priority, 'flags', (select array_agg(key) from jsonb_each(v.flags))) as job
		from graphile_worker.jobs v join graphile_worker._private_jobs j on j.id = v.id
		where v.attempts < v.max_attempts order by v.id`);
	return rows.map(({ job }) => job);
}

/** The schema's version: every change it has had. */
export async function versionsOf(client: pg.Client): Promise<string[]> {
	const { rows } = await client.query<{ version: string }>(
		'select version from supabase_migrations.schema_migrations order by version'
	);
	return rows.map(({ version }) => version);
}

export const copyOut = ({ name, columns }: Table) => `copy ${name} (${columns.join(', ')}) to stdout`;
export const copyIn = ({ name, columns }: Table) => `copy ${name} (${columns.join(', ')}) from stdin`;
export const entryOf = ({ name }: Table) => `tables/${name}.copy`;
