import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { measure, type Archive, type Manifest } from './archive.ts';
import { Failure } from './command.ts';
import { copyIn, copyOut, entryOf, steady, tablesOf, type Job } from './snapshot.ts';

/**
 * Loads every row as it was, and reads it back: all in one transaction, so that a target is whole or empty. Triggers and
 * foreign keys rest meanwhile, for the rows have been through them once.
 * @throws Failure when a table is not what was saved
 */
export async function load(client: pg.Client, archive: Archive) {
	const { manifest, read } = archive;
	await client.query(steady);
	await client.query('begin');
	await client.query(`set local session_replication_role = 'replica'`).catch(() => {
		throw new Failure(
			'Dieser Datenbankbenutzer darf beim Einspielen die Auslöser nicht ruhen lassen: Bitte nehmen Sie den Eigentümer des Servers oder führen Sie als dieser aus: GRANT SET ON PARAMETER session_replication_role TO …'
		);
	});
	await requireTables(client, manifest);
	await client.query(`truncate ${manifest.tables.map(({ name }) => name).join(', ')}`); // what migrations sowed
	for (const table of manifest.tables)
		await pipeline(await read(entryOf(table)), client.query(from(copyIn(table))));
	for (const { name, last, called } of manifest.sequences)
		await client.query('select setval($1::regclass, $2, $3)', [name, last, called]);
	await compare(client, manifest);
	await client.query(`set local session_replication_role = 'origin'`);
	await addJobs(client, archive);
	await client.query('commit');
}

async function requireTables(client: pg.Client, { tables }: Manifest) {
	const present = (await tablesOf(client)).map(({ name }) => name);
	if (
		present.join() !==
		tables
			.map(({ name }) => name)
			.sort()
			.join()
	)
		throw new Failure(
			'Die Tabellen der Sicherung sind nicht die ihres Stands: Sie stammt nicht von diesem Programm.'
		);
}

/** A fresh table gives its rows in the order in which they came: the same text has the same checksum. */
async function compare(client: pg.Client, { tables }: Manifest) {
	for (const table of tables) {
		const copy = to(copyOut(table));
		const { sha256 } = await measure(client.query(copy));
		if (sha256 !== table.sha256 || copy.rowCount !== table.rows)
			throw new Failure(`Die Tabelle ${table.name} ist nach dem Einspielen nicht, was gesichert wurde.`);
	}
}

async function addJobs(client: pg.Client, { read }: Archive) {
	const chunks = await (await read('jobs.json')).toArray();
	for (const job of JSON.parse(Buffer.concat(chunks).toString()) as Job[])
		await client.query('select graphile_worker.add_job($1, $2, $3, $4, $5, $6, $7, $8)', [
			job.identifier,
			JSON.stringify(job.payload),
			job.queue,
			job.runAt,
			job.attempts,
			job.key,
			job.priority,
			job.flags
		]);
}
