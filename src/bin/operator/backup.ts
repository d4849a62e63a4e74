import { existsSync, globSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
		throw unwritable(error, file, unfinished);
	}
}

function unwritable(error: unknown, file: string, unfinished: string): unknown {
	const { code, path } = error as NodeJS.ErrnoException;
	if (code === 'ENOSPC')
		return new Failure(`Für ${file} reicht der Platz nicht: Bitte nehmen Sie einen anderen Datenträger.`);
	if (path === unfinished && ['ENOENT', 'EACCES', 'EROFS', 'ENOTDIR'].includes(code ?? ''))
		return new Failure(`Die Datei ${file} kann nicht geschrieben werden: Bitte prüfen Sie den Ordner.`);
	return error;
}

/**
 * One transaction sees one moment, however long the reading takes, and holds nobody up. Files are listed when that moment
 * is fixed, so that whatever a row of the snapshot names is among them.
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
		...fileSources(client, join(place().dataFolder, 'files'), manifest),
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

/**
 * The files that are kept under their hash; what is just coming in or being swept is none of them. An entry is announced
 * before it is opened, so one that is gone by then stays empty, and the manifest, which says what comes back, is silent.
 */
function fileSources(client: pg.Client, folder: string, manifest: Manifest) {
	const kept = globSync('*/*', { cwd: folder })
		.map((system) => system.replaceAll('\\', '/'))
		.filter((path) => /^[0-9a-f]{2}\/[0-9a-f]{64}$/.test(path));
	return kept.sort().map((path) => {
		let isGone = false;
		return {
			path: `files/${path}`,
			open: async () => {
				const handle = await openKept(client, join(folder, path));
				isGone = !handle;
				return handle?.createReadStream() ?? Readable.from([]);
			},
			done: ({ bytes, sha256 }: { bytes: number; sha256: string }) => {
				if (!isGone) manifest.files.push({ path, bytes, sha256 });
			}
		};
	});
}

/** @returns undefined when it was swept meanwhile @throws Failure when a row of the snapshot names it nevertheless */
async function openKept(client: pg.Client, file: string) {
	try {
		return await open(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
		if (await isNamed(client, basename(file)))
			throw new Failure(
				`Die Anlage ${basename(file)} wurde während der Sicherung entfernt: Bitte sichern Sie noch einmal.`
			);
	}
}

/** Whether a row refers to it. A database from before it has no attachments. */
async function isNamed(client: pg.Client, sha256: string): Promise<boolean> {
	const { rows } = await client.query(`select to_regclass('public.attachments') as attachments`);
	if (!rows[0].attachments) return false;
	return Boolean((await client.query('select from public.attachments where sha256 = $1', [sha256])).rowCount);
}
