import { createReadStream, existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { serialise, write, type Manifest } from './archive.ts';
import { Failure, say, type Command } from './command.ts';
import { fromHere, place, withDatabase } from './place.ts';
import { audit } from './audit.ts';
import { copyOut, entryOf, jobsOf, sequencesOf, steady, tablesOf, versionsOf } from './snapshot.ts';

export const backup: Command = {
	summary: 'sichert Datenbank und Dateien in ein Archiv, während alles weiterläuft',
	usage: `Aufruf: npm run operator -- backup DATEI

Schreibt den Stand eines Augenblicks in ein ZIP-Archiv: alle Tabellen, wartende Aufträge und die hochgeladenen
Dateien, mit Prüfsummen. Die Seiten laufen dabei weiter. Das Archiv enthält personenbezogene Daten: Bitte bewahren
Sie es verschlüsselt und an einem anderen Ort auf.`,
	async run(given) {
		const file = fromHere(given.only('eine Datei, zum Beispiel sicherung.zip'));
		if (existsSync(file))
			throw new Failure(`Die Datei ${file} gibt es schon: Bitte wählen Sie einen anderen Namen.`);
		const manifest = await withDatabase((client) => save(client, file), { isCurrent: false });
		const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
		say(
			`Gesichert: ${manifest.tables.length} Tabellen mit ${rows} Zeilen, ${manifest.jobs.rows} Aufträge, ${manifest.files.length} Dateien in ${file}`
		);
	}
};

/** Written beside its place and moved there when complete: whatever bears the name is whole. */
async function save(client: pg.Client, file: string): Promise<Manifest> {
	const unfinished = `${file}.unvollstaendig`;
	rmSync(unfinished, { force: true });
	try {
		const manifest = await snapshot(client, unfinished);
		renameSync(unfinished, file);
		const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
		await audit(client, 'operator_backup', { rows, files: manifest.files.length });
		return manifest;
	} catch (error) {
		rmSync(unfinished, { force: true });
		throw unwritable(error, file);
	}
}

function unwritable(error: unknown, file: string): unknown {
	const { code } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC')
		return new Failure(`Für ${file} reicht der Platz nicht: Bitte nehmen Sie einen anderen Datenträger.`);
	if (['ENOENT', 'EACCES', 'EROFS', 'ENOTDIR'].includes(code ?? ''))
		return new Failure(`Die Datei ${file} kann nicht geschrieben werden: Bitte prüfen Sie den Ordner.`);
	return error;
}

/**
 * One transaction sees one moment, however long the reading takes, and holds nobody up. Files come after the rows, so
 * that whatever a row of the snapshot names is there.
 */
async function snapshot(client: pg.Client, file: string): Promise<Manifest> {
	await client.query(steady);
	await client.query('begin isolation level repeatable read read only');
	const manifest: Manifest = {
		format: 1,
		madeAt: new Date().toISOString(),
		versions: await versionsOf(client),
		tables: [],
		sequences: [],
		jobs: { rows: 0, sha256: '' },
		files: []
	};
	await write(file, [
		...(await tableSources(client, manifest)),
		{
			path: 'jobs.json',
			open: async () => {
				const jobs = await jobsOf(client);
				manifest.jobs.rows = jobs.length;
				return Readable.from([JSON.stringify(jobs)]);
			},
			done: ({ sha256 }) => (manifest.jobs.sha256 = sha256)
		},
		...fileSources(join(place().dataFolder, 'files'), manifest),
		{
			path: 'manifest.json',
			open: async () => {
				manifest.sequences = await sequencesOf(client);
				return Readable.from([serialise(manifest)]);
			}
		}
	]);
	await client.query('commit');
	return manifest;
}

async function tableSources(client: pg.Client, manifest: Manifest) {
	return (await tablesOf(client)).map((table) => {
		const copy = to(copyOut(table));
		return {
			path: entryOf(table),
			open: () => client.query(copy),
			done: ({ sha256 }: { sha256: string }) =>
				manifest.tables.push({ ...table, rows: copy.rowCount, sha256 })
		};
	});
}

/** Everything below the folder of stored files, whoever put it there. */
function fileSources(folder: string, manifest: Manifest) {
	const paths = globSync('**/*', { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
	return paths.sort().map((system) => {
		const path = system.replaceAll('\\', '/');
		return {
			path: `files/${path}`,
			open: () => createReadStream(join(folder, system)),
			done: ({ bytes, sha256 }: { bytes: number; sha256: string }) =>
				manifest.files.push({ path, bytes, sha256 })
		};
	});
}
